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

/** 360 degree feedback: to answer about somebody, to confirm the raters of the team, or to look at one's own raters. */
export type FeedbackWaiting = {
  kind: 'feedback'
  id: string
  employeeId: null
  name: string | null
  step: 'answer' | 'self' | 'confirm' | 'review'
  people: number
  due: Day
}

/** What 360 degree feedback asks of the reader: one line for each round and kind of request, however many people. */
export const listFeedbackWaiting = (db: Db): Promise<FeedbackWaiting[]> =>
  db.rows<FeedbackWaiting>(sql`select 'feedback' as kind, case when count(*) = 1 then min(a.id::text)::uuid else a.round_id end as id, null as "employeeId", case when count(*) = 1 then min(a.about_name) end as name, case when a.rater_group = 'diri' then 'self' else 'answer' end as step, count(*)::int as people, a.due_on as due
      from talent.feedback_replies a join talent.feedback_rounds r on r.agency_id = a.agency_id and r.id = a.round_id
      where a.rater_id = ${db.actor.employeeId}::uuid and a.state = 'asked' and r.state in ('proposing', 'answering') and a.due_on >= ${db.on}
      group by a.round_id, a.due_on, case when a.rater_group = 'diri' then 'self' else 'answer' end
    union all select 'feedback', r.id, null, null, 'confirm', count(*)::int, r.propose_until
      from talent.feedback_subjects s join talent.feedback_rounds r on r.agency_id = s.agency_id and r.id = s.round_id join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id
      where ${db.actor.role} = 'supervisor' and s.state = 'proposed' and r.state = 'proposing' and p.supervisor_id = ${db.actor.employeeId}::uuid group by r.id, r.propose_until
    union all select 'feedback', s.round_id, null, null, 'review', 1, r.propose_until
      from talent.feedback_subjects s join talent.feedback_rounds r on r.agency_id = s.agency_id and r.id = s.round_id
      where s.employee_id = ${db.actor.employeeId}::uuid and s.state = 'proposed' and r.state = 'proposing' and r.propose_until >= ${db.on}
    order by due, name, id limit 30`)

export const hasOwnFeedback = async (db: Db): Promise<boolean> =>
  (await db.find(
    sql`select 1 from talent.feedback_subjects where employee_id = ${db.actor.employeeId}::uuid and state not in ('excluded', 'cancelled') limit 1`,
  )) !== null
