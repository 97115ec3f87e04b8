import type { Day } from '#core/values/day.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { Guidance, Moves, Retirement } from './aspiration.model.ts'

export type Target = {
  id: string
  rank: number
  position_id: string
  name: string
  unit: string | null
  tier: string
  note: string | null
  stated_on: Day
  wanted_from: Day | null
  withdrawn_on: Day | null
  withdrawal_reason: string | null
}

/** A person's target posts, also those withdrawn. */
export const listTargets = (db: Db, employeeId: string): Promise<Target[]> =>
  db.rows<Target>(sql`select a.id, a.rank, p.id as position_id, p.name, p.unit_short_name as unit, p.tier, a.note, a.stated_on, a.wanted_from, a.withdrawn_on, a.withdrawal_reason
    from talent.aspirations a join workforce.v_positions p on p.agency_id = a.agency_id and p.id = a.target_position_id
    where a.employee_id = ${employeeId} order by a.withdrawn_on nulls first, a.rank, a.stated_on desc limit 40`)

export type WishesRow = {
  id: string
  moves: Moves
  places: string[]
  moves_from: Day | null
  guidance: Guidance[]
  retirement: Retirement
  retires_on: Day | null
  note: string | null
  stated_on: Day
}

export const findWishes = (db: Db, employeeId: string): Promise<WishesRow | null> =>
  db.find<WishesRow>(
    sql`select id, moves, places, moves_from, guidance, retirement, retires_on, note, stated_on from talent.career_wishes where employee_id = ${employeeId} and withdrawn_on is null`,
  )

export type AspirationFilter = {
  moves?: string | null
  guidance?: string | null
  retirement?: string | null
  plan?: string | null
  search?: string
}

export type AspirationRow = {
  employee_id: string
  name: string
  position_name: string | null
  unit: string
  targets: string[]
  moves: Moves | null
  places: string[] | null
  moves_from: Day | null
  guidance: Guidance[] | null
  retirement: Retirement | null
  retires_on: Day | null
  plan_version: number | null
  plan_state: string | null
}

const tables: Query = sql`workforce.v_people p
  left join talent.v_career_wishes w on w.agency_id = p.agency_id and w.employee_id = p.id
  left join talent.v_career_plans c on c.agency_id = p.agency_id and c.employee_id = p.id`

const where = (
  db: Db,
  f: AspirationFilter,
): Query => sql`p.state = 'active' and p.id is distinct from ${db.actor.employeeId}::uuid
  and (w.id is not null or c.id is not null or exists (select from talent.v_target_posts t where t.agency_id = p.agency_id and t.employee_id = p.id))
  and (${f.moves ?? null}::text is null or w.moves = ${f.moves ?? null})
  and (${f.guidance ?? null}::text is null or w.guidance ? ${f.guidance ?? null}::text)
  and (${f.retirement ?? null}::text is null or w.retirement = ${f.retirement ?? null})
  and (${f.plan ?? null}::text is null or (${f.plan ?? null} = 'none' and c.id is null) or c.state = ${f.plan ?? null})
  and (${f.search ?? ''} = '' or lower(p.name || ' ' || coalesce(w.places::text, '')) like '%' || lower(${f.search ?? ''}) || '%'
    or exists (select from talent.v_target_posts t join workforce.v_positions q on q.agency_id = t.agency_id and q.id = t.target_position_id
      where t.agency_id = p.agency_id and t.employee_id = p.id and lower(q.name) like '%' || lower(${f.search ?? ''}) || '%'))`

/** Who wants what: of the people the reader may see, those who said anything. */
export const listAspirations = (
  db: Db,
  f: AspirationFilter & { limit: number; page: number },
): Promise<AspirationRow[]> =>
  db.rows<AspirationRow>(sql`select p.id as employee_id, p.name, p.position_name, p.unit_short_name as unit,
      coalesce((select jsonb_agg(q.name || coalesce(', ' || q.unit_short_name, '') order by t.rank) from talent.v_target_posts t join workforce.v_positions q on q.agency_id = t.agency_id and q.id = t.target_position_id
        where t.agency_id = p.agency_id and t.employee_id = p.id), '[]') as targets,
      w.moves, w.places, w.moves_from, w.guidance, w.retirement, w.retires_on, c.version as plan_version, c.state as plan_state
    from ${tables} where ${where(db, f)} order by p.name, p.id limit ${f.limit} offset ${(f.page - 1) * f.limit}`)

export const countAspirations = async (db: Db, f: AspirationFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from ${tables} where ${where(db, f)}`)).n
