import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type ModuleRow = {
  id: string
  code: string
  name: string
  method: string
  form: string | null
  share_class: 70 | 20 | 10
  jp: number | null
  days: number | null
  cost_per_head: number | null
  fixed_cost: number
  provider: string | null
  is_internal: boolean
  seats: number | null
  seats_minimum: number
  is_general: boolean
  effects: { competency_id: string; code: string; name: string; from_level: number; to_level: number }[]
  prerequisites: { clause: number; code: string; name: string }[]
  valid_from: Day
  /** Last day of a version that was replaced; null: in force. */
  valid_until: Day | null
  next_on: Day | null
}

const columns = sql`m.id, m.code, m.name, m.method, m.form, m.share_class, m.jp, m.days, m.cost_per_head, m.fixed_cost, m.provider, m.is_internal, m.seats, m.seats_minimum, m.is_general, m.valid_from, m.valid_until,
  coalesce((select jsonb_agg(jsonb_build_object('competency_id', f.competency_id, 'code', c.code, 'name', c.name, 'from_level', f.from_level, 'to_level', f.to_level) order by c.code)
    from planning.module_effects f join competency.v_competencies c on c.agency_id = f.agency_id and c.id = f.competency_id where f.agency_id = m.agency_id and f.module_id = m.id), '[]') as effects,
  coalesce((select jsonb_agg(jsonb_build_object('clause', r.clause, 'code', q.code, 'name', q.name) order by r.clause, q.code)
    from planning.module_prerequisites r join planning.modules q on q.agency_id = r.agency_id and q.id = r.required_module_id where r.agency_id = m.agency_id and r.module_id = m.id), '[]') as prerequisites,
  (select min(s.starts_on) from planning.sessions s where s.agency_id = m.agency_id and s.module_id = m.id and s.starts_on >= `

export type CatalogueFilter = {
  search?: string
  method?: string
  competencyId?: string
  shareClass?: number
  after?: string
  limit: number
}

/** Modules by code after a key, narrowed by words, method, share of learning or what they build. */
export const listModules = (db: Db, f: CatalogueFilter): Promise<ModuleRow[]> =>
  db.rows<ModuleRow>(sql`select ${columns}${db.on} and s.state <> 'cancelled') as next_on from planning.modules m
    where m.valid_until is null and (${f.search ?? null}::text is null or lower(m.name || ' ' || m.code) like '%' || lower(${f.search ?? null}) || '%')
      and (${f.method ?? null}::text is null or m.method = ${f.method ?? null})
      and (${f.shareClass ?? null}::int is null or m.share_class = ${f.shareClass ?? null})
      and (${f.competencyId ?? null}::uuid is null or exists (select 1 from planning.module_effects f where f.agency_id = m.agency_id and f.module_id = m.id and f.competency_id = ${f.competencyId ?? null}))
      and (${f.after ?? null}::text is null or m.code > ${f.after ?? null}) order by m.code limit ${f.limit}`)

export const findModule = (db: Db, id: string): Promise<ModuleRow | null> =>
  db.find<ModuleRow>(
    sql`select ${columns}${db.on} and s.state <> 'cancelled') as next_on from planning.modules m where m.id = ${id}`,
  )

/** How many who completed a module were measured afterwards by somebody else, and how many of them had risen a level. */
export const findModuleOutcome = (db: Db, id: string): Promise<{ measured: number; risen: number }> =>
  db.one<{ measured: number; risen: number }>(
    sql`select coalesce(sum(measured), 0)::int as measured, coalesce(sum(risen), 0)::int as risen from planning.module_evidence where module_id = ${id}`,
  )

export type ModuleVersion = {
  id: string
  valid_from: Day
  valid_until: Day | null
  reason: string | null
  /** Agreed plans that keep this version. */
  plans: number
}
/** Every version of a module, newest first; plans that were agreed keep theirs. */
export const listModuleVersions = (db: Db, code: string): Promise<ModuleVersion[]> =>
  db.rows<ModuleVersion>(sql`select m.id, m.valid_from, m.valid_until, m.version_reason as reason,
      (select count(distinct i.plan_id)::int from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id where i.agency_id = m.agency_id and i.module_id = m.id and p.state in ('agreed', 'running', 'done')) as plans
    from planning.modules m where m.code = ${code} order by m.valid_from desc`)

export const listMethods = async (db: Db): Promise<string[]> =>
  (await db.rows<{ method: string }>(sql`select distinct method from planning.modules order by method`)).map(
    r => r.method,
  )

export type SessionRow = {
  id: string
  code: string
  module_id: string
  module_code: string
  module_name: string
  mode: string
  starts_on: Day
  ends_on: Day
  place: string | null
  seats: number | null
  seats_minimum: number
  trainers_needed: number
  state: string
}

export const listSessions = (db: Db, filter: { moduleId?: string; from?: Day; limit: number }): Promise<SessionRow[]> =>
  db.rows<SessionRow>(sql`select s.id, s.code, s.module_id, s.module_code, s.module_name, s.mode, s.starts_on, s.ends_on, s.place, s.seats, s.seats_minimum, s.trainers_needed, s.state from planning.v_sessions s
    where (${filter.moduleId ?? null}::uuid is null or s.module_id = ${filter.moduleId ?? null}) and (${filter.from ?? null}::date is null or s.ends_on >= ${filter.from ?? null}) order by s.starts_on, s.code limit ${filter.limit}`)
