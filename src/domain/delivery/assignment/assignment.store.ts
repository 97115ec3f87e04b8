import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type AssignmentRow = {
  id: string
  employee_id: string
  name: string
  unit: string
  programme_name: string | null
  plan_item_title: string | null
  title: string
  value: number | null
  starts_on: Day | null
  due_on: Day
  finished_on: Day | null
  result: string | null
  progress: number | null
  state: 'planned' | 'running' | 'done' | 'stopped'
  confirmed_on: Day | null
  correction_reason: string | null
}

const rows = sql`select a.id, a.employee_id, p.name, p.unit_short_name as unit, g.name as programme_name, i.title as plan_item_title, a.title, a.value, a.starts_on, a.due_on, a.finished_on, a.result, a.progress, a.state, a.confirmed_on, a.correction_reason
  from delivery.assignments a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.employee_id
  left join planning.v_programmes g on g.agency_id = a.agency_id and g.id = a.programme_id
  left join planning.v_plan_items i on i.agency_id = a.agency_id and i.id = a.plan_item_id`

export const findAssignment = (db: Db, id: string): Promise<AssignmentRow | null> =>
  db.find(sql`${rows} where a.id = ${id}`)

export type AssignmentFilter = 'late' | 'waiting' | 'running' | 'done'

/** Assignments the reader may see, soonest due first, after a key `due_on|id`. */
export const listAssignments = (
  db: Db,
  filter: { state?: AssignmentFilter; after?: string; limit: number },
): Promise<AssignmentRow[]> =>
  db.rows(sql`${rows} where (${filter.state ?? null}::text is null
      or (${filter.state ?? null} = 'late' and a.finished_on is null and a.due_on < ${db.on} and a.state <> 'stopped')
      or (${filter.state ?? null} = 'waiting' and a.finished_on is not null and a.confirmed_on is null)
      or (${filter.state ?? null} = 'running' and a.finished_on is null and a.state <> 'stopped')
      or (${filter.state ?? null} = 'done' and a.confirmed_on is not null))
    and (${filter.after ?? null}::text is null or (a.due_on::text || '|' || a.id::text) > ${filter.after ?? null})
    order by a.due_on::text || '|' || a.id::text limit ${filter.limit}`)

export const listAssignmentStates = (
  db: Db,
): Promise<{ id: string; due_on: Day; finished_on: Day | null; confirmed_on: Day | null; state: string }[]> =>
  db.rows(sql`select id, due_on, finished_on, confirmed_on, state from delivery.assignments order by id`)

/** Items of a person's plan in force that are learned on the job: an assignment may fulfil one. */
export const listPlanItemsFor = (db: Db, employeeId: string): Promise<{ id: string; title: string }[]> =>
  db.rows(sql`select i.id, i.title from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
    where i.employee_id = ${employeeId} and p.state in ('agreed', 'running') and i.state in ('planned', 'waiting', 'running') and i.share_class = 70 order by i.starts_on nulls last, i.id`)
