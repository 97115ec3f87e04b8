import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listItems, type Plan, type PlanItem } from '../plan/plan.store.ts'
import type { ChangeCause, Decider, PlanStep } from './plan-step.model.ts'

export type PlanChange = {
  id: string
  employee_id: string
  name: string
  unit_short_name: string
  plan_id: string
  version: number
  cause: ChangeCause
  happened: string
  happened_on: Day
  source_kind: string
  source_id: string
  source_href: string | null
  steps: PlanStep[]
  proposed_on: Day
  due_on: Day
  state: 'open' | 'accepted' | 'declined'
  decided_as: Decider | null
  decided_by_name: string | null
  decided_on: Day | null
  decided_reason: string | null
  new_plan_id: string | null
}

const columns = sql`c.id, c.employee_id, e.name, e.unit_short_name, c.plan_id, p.version, c.cause, c.happened, c.happened_on, c.source_kind, c.source_id, c.source_href, c.steps,
  c.proposed_on, c.due_on, c.state, c.decided_as, c.decided_by_name, c.decided_on, c.decided_reason, c.new_plan_id`
const tables = sql`planning.plan_changes c
  join workforce.v_people e on e.agency_id = c.agency_id and e.id = c.employee_id
  join planning.plans p on p.agency_id = c.agency_id and p.id = c.plan_id`

export const findChange = (db: Db, id: string): Promise<PlanChange | null> =>
  db.find<PlanChange>(sql`select ${columns} from ${tables} where c.id = ${id}`)

export type ChangeFilter = { state?: string; cause?: string; search?: string }
const narrowed = (f: ChangeFilter) => sql`(${f.state ?? null}::text is null or c.state = ${f.state ?? null})
  and (${f.cause ?? null}::text is null or c.cause = ${f.cause ?? null})
  and (${f.search ?? null}::text is null or lower(e.name) like '%' || lower(${f.search ?? null}) || '%')`

/** Proposals the reader may see: open ones first, the nearest day first. */
export const listChanges = (db: Db, filter: ChangeFilter & { skip: number; limit: number }): Promise<PlanChange[]> =>
  db.rows<PlanChange>(
    sql`select ${columns} from ${tables} where ${narrowed(filter)} order by c.state <> 'open', c.due_on, lower(e.name), c.id offset ${filter.skip} limit ${filter.limit}`,
  )

export const changesLike = async (db: Db, filter: ChangeFilter): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select c.id from ${tables} where ${narrowed(filter)} order by c.id`)).map(
    r => r.id,
  )

/** What was proposed for a person's plans, newest first. */
export const listChangesOf = (db: Db, employeeId: string): Promise<PlanChange[]> =>
  db.rows<PlanChange>(
    sql`select ${columns} from ${tables} where c.employee_id = ${employeeId} order by c.state <> 'open', c.proposed_on desc, c.id limit 20`,
  )

/** The version a change is laid on: the one being worked on, else the one in force. */
export const findWorkingPlan = async (
  db: Db,
  employeeId: string,
): Promise<{ plan: Plan; items: PlanItem[] } | null> => {
  const plan = await db.find<Plan>(
    sql`select * from planning.plans where employee_id = ${employeeId} and state in ('draft', 'proposed', 'agreed', 'running', 'done')
      order by state not in ('draft', 'proposed'), year desc, version desc limit 1`,
  )
  return plan ? { plan, items: await listItems(db, [plan.id]) } : null
}

/** What one event proposed, by person. */
export const listChangesFrom = (db: Db, sourceId: string): Promise<PlanChange[]> =>
  db.rows<PlanChange>(
    sql`select ${columns} from ${tables} where c.source_id = ${sourceId} order by lower(e.name), c.id limit 1000`,
  )
