import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** An interview in which the reader is an interviewer and owes something. */
export type InterviewWaiting = {
  kind: 'interview'
  id: string
  /** Of nobody's team: the candidate is no member the queue could show. */
  employeeId: null
  name: string
  /** declare: interests before the day; rate: levels and examples; agree: the lead writes the consensus down. */
  step: 'declare' | 'rate' | 'agree'
  heldOn: Day
  startsAt: string
  due: Day
}

/** Interviews that wait for the reader, the nearest due first. */
export const listInterviewsToRate = (db: Db): Promise<InterviewWaiting[]> =>
  db.rows<InterviewWaiting>(sql`select 'interview' as kind, i.id, null as "employeeId", i.candidate_name as name, i.held_on as "heldOn", i.starts_at as "startsAt",
      case when i.state = 'opened' then 'agree' when s.state = 'invited' then 'declare' else 'rate' end as step,
      case when s.state = 'invited' and i.held_on >= ${db.on} then i.held_on when i.state = 'opened' then i.opened_on + 3 else i.due_on end as due
    from talent.interview_seats s join talent.interviews i on i.agency_id = s.agency_id and i.id = s.interview_id
    where s.employee_id = ${db.actor.employeeId}::uuid and s.state <> 'left'
      and ((i.state = 'planned' and (s.state = 'invited' or (s.state = 'declared' and i.held_on <= ${db.on}))) or (i.state = 'opened' and s.is_lead))
    order by due, i.id limit 20`)

/** The reader's own interview to come, as a candidate. */
export type InterviewedWaiting = {
  kind: 'interviewed'
  id: string
  employeeId: null
  name: null
  heldOn: Day
  startsAt: string
  place: string
  due: Day
}

export const listOwnInterviewsAhead = (db: Db): Promise<InterviewedWaiting[]> =>
  db.rows<InterviewedWaiting>(sql`select 'interviewed' as kind, id, null as "employeeId", null as name, held_on as "heldOn", starts_at as "startsAt", place, held_on as due
    from talent.interviews where employee_id = ${db.actor.employeeId}::uuid and state = 'planned' and held_on >= ${db.on} order by held_on, id limit 5`)

export const hasOwnInterviews = async (db: Db): Promise<boolean> =>
  (await db.find(sql`select 1 from talent.interviews where employee_id = ${db.actor.employeeId}::uuid limit 1`)) !==
  null

/** A colleague or team member whose values the reader is asked to rate. */
export type ValuesWaiting = { kind: 'values'; id: string; employeeId: null; name: string; due: Day }

export const listValuesToRate = (db: Db): Promise<ValuesWaiting[]> =>
  db.rows<ValuesWaiting>(sql`select 'values' as kind, review_id as id, null as "employeeId", about_name as name, due_on as due
    from talent.value_raters where rater_id = ${db.actor.employeeId}::uuid and state = 'asked' order by due_on, about_name limit 20`)

/** A second reference the reader is asked to write. */
export type ReferenceWaiting = { kind: 'reference'; id: string; employeeId: null; name: string; by: string; due: Day }

export const listReferencesToWrite = (db: Db): Promise<ReferenceWaiting[]> =>
  db.rows<ReferenceWaiting>(sql`select 'reference' as kind, id, null as "employeeId", about_name as name, asked_by_name as by, due_on as due
    from talent.nomination_references where employee_id = ${db.actor.employeeId}::uuid and state = 'asked' order by due_on, about_name limit 20`)

/** Something a granted objection touched, which the reader keeps. */
export type EffectWaiting = {
  kind: 'effect'
  id: string
  employeeId: null
  name: string | null
  label: string
  due: Day
}

export const listEffectsToReview = (db: Db): Promise<EffectWaiting[]> =>
  db.rows<EffectWaiting>(sql`select 'effect' as kind, f.id, null as "employeeId", p.name, f.label, f.due_on as due
    from talent.objection_effects f left join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
    where f.state = 'open' and (f.owner_id = ${db.actor.employeeId}::uuid or (f.owner_id is null and ${db.actor.role} = 'hr_officer'))
    order by f.due_on, f.label, f.id limit 20`)

export const hasOwnNominations = async (db: Db): Promise<boolean> =>
  (await db.find(
    sql`select 1 from talent.nominations where employee_id = ${db.actor.employeeId}::uuid or nominated_by = ${db.actor.employeeId}::uuid limit 1`,
  )) !== null

export const hasOwnValues = async (db: Db): Promise<boolean> =>
  (await db.find(sql`select 1 from talent.value_reviews where employee_id = ${db.actor.employeeId}::uuid limit 1`)) !==
  null
