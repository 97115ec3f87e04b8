import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { ModuleOffer } from './whole-plan.model.ts'

export type PlanState = 'draft' | 'proposed' | 'agreed' | 'running' | 'done' | 'replaced'
export type Plan = {
  id: string
  employee_id: string
  employee_name: string
  position_name: string | null
  unit_name: string
  programme_id: string | null
  programme_name: string | null
  target_position_id: string | null
  target_position_name: string | null
  goal_id: string | null
  year: number
  version: number
  state: PlanState
  reason: string
  agreed_by_employee_on: Day | null
  agreed_by_supervisor_on: Day | null
  created_on: Day
  replaces_id: string | null
}
export type PlanItem = {
  id: string
  plan_id: string
  module_id: string | null
  module_code: string | null
  session_id: string | null
  title: string
  method: string
  share_class: 70 | 20 | 10
  starts_on: Day | null
  ends_on: Day | null
  jp: number | null
  cost: number | null
  budget_line_id: string | null
  budget_line: string | null
  competency_id: string | null
  competency_code: string | null
  competency_name: string | null
  from_level: number | null
  to_level: number | null
  reason: string | null
  indicator: string | null
  baseline: string | null
  target: string | null
  evidence_asked: string | null
  checked_by: string | null
  state: string
  done_on: Day | null
  checks: { day_number: number; due_on: Day; done_on: Day | null }[]
}

const planColumns = sql`p.id, p.employee_id, e.name as employee_name, e.position_name, e.unit_name, p.programme_id, g.name as programme_name, p.target_position_id, t.name as target_position_name, p.goal_id,
  p.year, p.version, p.state, p.reason, p.agreed_by_employee_on, p.agreed_by_supervisor_on, p.created_on, p.replaces_id`
const planTables = sql`planning.plans p
  join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
  left join planning.programmes g on g.agency_id = p.agency_id and g.id = p.programme_id
  left join workforce.v_positions t on t.agency_id = p.agency_id and t.id = p.target_position_id`

export const findPlan = (db: Db, planId: string): Promise<Plan | null> =>
  db.find<Plan>(sql`select ${planColumns} from ${planTables} where p.id = ${planId}`)

/** Every version of a person's plans, newest first. */
export const listPlansOf = (db: Db, employeeId: string): Promise<Plan[]> =>
  db.rows<Plan>(
    sql`select ${planColumns} from ${planTables} where p.employee_id = ${employeeId} order by p.year desc, p.version desc`,
  )

/** The version in force: agreed or running. */
export const findPlanInForce = (db: Db, employeeId: string): Promise<Plan | null> =>
  db.find<Plan>(
    sql`select ${planColumns} from ${planTables} where p.employee_id = ${employeeId} and p.state in ('agreed', 'running') order by p.year desc, p.version desc limit 1`,
  )

/** Plans that wait for a signature: the supervisor's of the team, or one's own. */
export const listPlansToSign = (db: Db): Promise<Plan[]> =>
  db.rows<Plan>(sql`select ${planColumns} from ${planTables} where p.state = 'proposed' order by p.created_on, p.id`)

export const listItems = (db: Db, planIds: readonly string[]): Promise<PlanItem[]> =>
  db.rows<PlanItem>(sql`select i.id, i.plan_id, i.module_id, m.code as module_code, i.session_id, i.title, i.method, i.share_class, i.starts_on, i.ends_on, i.jp, i.cost, i.budget_line_id,
      l.activity as budget_line, i.competency_id, c.code as competency_code, c.name as competency_name, i.from_level, i.to_level, i.reason, i.indicator, i.baseline, i.target, i.evidence_asked, i.checked_by,
      i.state, i.done_on,
      coalesce((select jsonb_agg(jsonb_build_object('day_number', k.day_number, 'due_on', k.due_on, 'done_on', k.done_on) order by k.day_number) from planning.plan_checks k where k.agency_id = i.agency_id and k.item_id = i.id), '[]') as checks
    from planning.plan_items i
    left join planning.modules m on m.agency_id = i.agency_id and m.id = i.module_id
    left join planning.budget_lines l on l.agency_id = i.agency_id and l.id = i.budget_line_id
    left join competency.v_competencies c on c.agency_id = i.agency_id and c.id = i.competency_id
    where i.plan_id = any (${planIds}) order by i.share_class desc, i.starts_on nulls last, i.id`)

export type PlanRow = {
  id: string
  employee_id: string
  name: string
  unit_short_name: string
  state: PlanState
  version: number
  year: number
  items: number
  done: number
  overdue: number
}

/** Plans the reader may see, by name after a key, with how far each has come. */
export const listPlans = (
  db: Db,
  filter: { state?: string; unitId?: string; search?: string; after?: string; limit: number },
): Promise<PlanRow[]> =>
  db.rows<PlanRow>(sql`select p.id, p.employee_id, e.name, e.unit_short_name, p.state, p.version, p.year,
      count(i.id)::int as items, count(i.id) filter (where i.state = 'done')::int as done,
      count(i.id) filter (where i.state in ('planned', 'running') and i.ends_on < ${db.on})::int as overdue
    from planning.plans p
    join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
    left join planning.plan_items i on i.agency_id = p.agency_id and i.plan_id = p.id
    where p.state <> 'replaced'
      and (${filter.state ?? null}::text is null or p.state = ${filter.state ?? null})
      and (${filter.unitId ?? null}::uuid is null or e.unit_id = ${filter.unitId ?? null})
      and (${filter.search ?? null}::text is null or lower(e.name) like '%' || lower(${filter.search ?? null}) || '%')
      and (${filter.after ?? null}::text is null or (e.name || p.id::text) > ${filter.after ?? null})
    group by p.agency_id, p.id, e.name, e.unit_short_name order by e.name || p.id::text limit ${filter.limit}`)

/** Modules that build a competency, for drafting and for "what closes this gap". */
export type ClosingModule = {
  module_id: string
  code: string
  name: string
  method: string
  share_class: 70 | 20 | 10
  jp: number | null
  cost_per_head: number | null
  competency_id: string
  from_level: number
  to_level: number
  session_id: string | null
  starts_on: Day | null
  ends_on: Day | null
}

/** The row as plans reckon with it. */
export const offerOf = (m: ClosingModule): ModuleOffer => ({
  moduleId: m.module_id,
  sessionId: m.session_id,
  title: m.name,
  method: m.method,
  shareClass: m.share_class,
  jp: m.jp,
  cost: m.cost_per_head,
  startsOn: m.starts_on,
  endsOn: m.ends_on,
  competencyId: m.competency_id,
  fromLevel: m.from_level,
  toLevel: m.to_level,
})

export const listClosingModules = (db: Db, competencyIds: readonly string[]): Promise<ClosingModule[]> =>
  db.rows<ClosingModule>(sql`select m.id as module_id, m.code, m.name, m.method, m.share_class, m.jp, m.cost_per_head, f.competency_id, f.from_level, f.to_level, s.id as session_id, s.starts_on, s.ends_on
    from planning.module_effects f
    join planning.modules m on m.agency_id = f.agency_id and m.id = f.module_id
    left join lateral (select id, starts_on, ends_on from planning.sessions s where s.agency_id = m.agency_id and s.module_id = m.id and s.starts_on >= ${db.on} and s.state in ('planned', 'open') order by s.starts_on limit 1) s on true
    where m.valid_until is null and f.competency_id = any (${competencyIds}) order by f.competency_id, f.to_level, m.cost_per_head nulls last, m.code`)
