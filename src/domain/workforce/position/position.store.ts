import { type Db, sql } from '#platform/database/database.ts'

export type Position = {
  id: string
  name: string
  unit_id: string | null
  unit_name: string | null
  unit_short_name: string | null
  kind: string
  tier: string
  echelon: string | null
  family: string | null
  required_rank: string | null
  seats: number
  is_key: boolean
  is_strategic: boolean | null
  is_scarce: boolean | null
  key_reason: string | null
  impact_class: number | null
  /** Active people who hold the post. */
  holders: { id: string; name: string }[]
}

const select = sql`select p.id, p.name, p.unit_id, p.unit_name, p.unit_short_name, p.kind, p.tier, p.echelon, p.family, p.required_rank, p.seats, p.is_key,
    p.is_strategic, p.is_scarce, p.key_reason, p.impact_class,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name) from workforce.v_people e
      where e.agency_id = p.agency_id and e.position_id = p.id and e.state = 'active'), '[]') as holders
  from workforce.v_positions p`

export type PositionFilter = { search?: string | null; unitId?: string | null; tier?: string | null; keyOnly?: boolean }

const matching = (f: PositionFilter) => {
  const word = f.search?.trim()
    ? `%${f.search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null
  return sql`(${word}::text is null or lower(p.name) like ${word}) and (${f.unitId || null}::uuid is null or p.unit_id = ${f.unitId || null}::uuid)
    and (${f.tier || null}::text is null or p.tier = ${f.tier || null}) and (not ${f.keyOnly ?? false}::boolean or p.is_key)`
}

/** Posts by title, a page at a time by key. */
export const listPositions = (
  db: Db,
  filter: PositionFilter,
  page: { after?: [string, string] | null; size: number },
): Promise<Position[]> => {
  const [name, id] = page.after ?? ['', '00000000-0000-0000-0000-000000000000']
  return db.rows<Position>(
    sql`${select} where ${matching(filter)} and (lower(p.name), p.id) > (${name}, ${id}::uuid) order by lower(p.name), p.id limit ${page.size}`,
  )
}

export const countPositions = async (db: Db, filter: PositionFilter): Promise<{ all: number; key: number }> =>
  db.one(
    sql`select count(*)::int as all, (count(*) filter (where p.is_key))::int as key from workforce.v_positions p where ${matching(filter)}`,
  )

export const findPosition = (db: Db, positionId: string): Promise<Position | null> =>
  db.find<Position>(sql`${select} where p.id = ${positionId}`)
