import type { Figure } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Criterion } from './choice.model.ts'

export type Programme = {
  id: string
  code: string
  name: string
  purpose: string | null
  goal_id: string | null
  goal_name: string | null
  goal_basis: string | null
  state: 'draft' | 'nominating' | 'chosen' | 'agreed' | 'running' | 'follow-up' | 'closed'
  starts_on: Day
  ends_on: Day | null
  effect_from: Day | null
  full_effect_from: Day | null
  seats: number | null
  weights: { criteria?: Criterion[] }
  budget_line_id: string | null
  budget_line: string | null
  agreed_on: Day | null
}

const columns = sql`p.id, p.code, p.name, p.purpose, p.goal_id, g.name as goal_name, g.basis as goal_basis, p.state, p.starts_on, p.ends_on, p.effect_from, p.full_effect_from, p.seats, p.weights, p.budget_line_id, l.activity as budget_line, p.agreed_on`
const tables = sql`planning.programmes p left join planning.goals g on g.agency_id = p.agency_id and g.id = p.goal_id left join planning.budget_lines l on l.agency_id = p.agency_id and l.id = p.budget_line_id`

export const findProgramme = (db: Db, id: string): Promise<Programme | null> =>
  db.find<Programme>(sql`select ${columns} from ${tables} where p.id = ${id}`)
export const listProgrammes = (db: Db): Promise<(Programme & { participants: string[] })[]> =>
  db.rows(sql`select ${columns}, coalesce((select array_agg(q.employee_id order by q.employee_id) from planning.programme_people q where q.agency_id = p.agency_id and q.programme_id = p.id and q.role = 'participant' and q.is_chosen), '{}') as participants
    from ${tables} order by p.starts_on desc, p.name`)

export type Participant = {
  employee_id: string
  name: string
  position_name: string | null
  unit_short_name: string
  criteria: Record<string, number | null> | null
  score: number | null
  figure: Figure<number> | null
  is_chosen: boolean | null
  mentor_name: string | null
  coach_name: string | null
  left_on: Day | null
  left_reason: string | null
  /** The newest plan of this person within the programme. */
  plan_id: string | null
}

/** Nominees and participants, highest score first; without a score last. */
export const listParticipants = (db: Db, programmeId: string): Promise<Participant[]> =>
  db.rows<Participant>(sql`select p.employee_id, e.name, e.position_name, e.unit_short_name, p.criteria, p.score, p.figure, p.is_chosen, p.mentor_name, p.coach_name, p.left_on, p.left_reason,
      (select n.id from planning.plans n where n.agency_id = p.agency_id and n.programme_id = p.programme_id and n.employee_id = p.employee_id and n.state <> 'replaced' order by n.version desc limit 1) as plan_id
    from planning.programme_people p join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
    where p.programme_id = ${programmeId} and p.role = 'participant' order by p.score desc nulls last, e.name, p.employee_id`)

export const findChoice = (
  db: Db,
  programmeId: string,
  employeeId: string,
): Promise<{ figure: Figure<number> | null } | null> =>
  db.find(
    sql`select figure from planning.programme_people where programme_id = ${programmeId} and employee_id = ${employeeId} and role = 'participant'`,
  )

export type ProgrammeTarget = {
  indicator_id: string
  code: string
  name: string
  unit_of_measure: string
  direction: 'lower-better' | 'higher-better'
  baseline: number | null
  target: number
  agreed_on: Day
  agreed_by: string
}

export const listTargets = (db: Db, programmeId: string): Promise<ProgrammeTarget[]> =>
  db.rows<ProgrammeTarget>(sql`select t.indicator_id, i.code, i.name, i.unit_of_measure, i.direction, t.baseline, t.target, t.agreed_on, t.agreed_by from planning.programme_targets t
    join workforce.v_indicators i on i.agency_id = t.agency_id and i.id = t.indicator_id where t.programme_id = ${programmeId} order by i.code`)

export const listProgrammeUnits = (
  db: Db,
  programmeId: string,
): Promise<{ unit_id: string; name: string; side: 'programme' | 'comparison' | 'excluded'; reason: string | null }[]> =>
  db.rows(
    sql`select p.unit_id, u.name, p.side, p.reason from planning.programme_units p join workforce.v_units u on u.agency_id = p.agency_id and u.id = p.unit_id where p.programme_id = ${programmeId} order by p.side desc, u.name`,
  )

/** Modules that stand in the plans of a programme, with how many people take each. */
export const listProgrammeModules = (
  db: Db,
  programmeId: string,
): Promise<
  {
    title: string
    module_id: string | null
    method: string
    share_class: number
    jp: number | null
    people: string[]
    done: string[]
    starts_on: Day | null
    ends_on: Day | null
  }[]
> =>
  db.rows(sql`select i.title, i.module_id, i.method, i.share_class, i.jp, array_agg(distinct i.employee_id) as people, coalesce(array_agg(distinct i.employee_id) filter (where i.state = 'done'), '{}') as done, min(i.starts_on) as starts_on, max(i.ends_on) as ends_on
    from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
    where p.programme_id = ${programmeId} and p.state <> 'replaced' group by 1, 2, 3, 4, 5 order by i.share_class desc, min(i.starts_on) nulls last, i.title`)
