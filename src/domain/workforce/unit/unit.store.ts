import { type Db, sql } from '#platform/database/database.ts'

export type Unit = {
  id: string
  code: string | null
  name: string
  short_name: string | null
  kind: string | null
  parent_id: string | null
  district: string | null
  location_class: string | null
}

export const listUnits = (db: Db): Promise<Unit[]> =>
  db.rows<Unit>(
    sql`select id, code, name, short_name, kind, parent_id, district, location_class from workforce.units order by code nulls last, name`,
  )

export const findUnit = (db: Db, unitId: string): Promise<Unit | null> =>
  db.find<Unit>(
    sql`select id, code, name, short_name, kind, parent_id, district, location_class from workforce.units where id = ${unitId}`,
  )

/** Active people per unit, by id, so that a count can name its members. */
export const membersByUnit = async (db: Db): Promise<Map<string, string[]>> => {
  const rows = await db.rows<{ unit_id: string; ids: string[] }>(
    sql`select unit_id, array_agg(id order by id) as ids from workforce.v_people where state = 'active' group by unit_id`,
  )
  return new Map(rows.map(r => [r.unit_id, r.ids]))
}

/** Posts per unit and kind. */
export const listUnitPosts = (
  db: Db,
  unitId: string,
): Promise<{ id: string; name: string; tier: string; seats: number; is_key: boolean; holders: string[] }[]> =>
  db.rows(sql`select p.id, p.name, p.tier, p.seats, p.is_key,
      coalesce(array_agg(e.id order by e.id) filter (where e.id is not null), '{}') as holders
    from workforce.v_positions p left join workforce.v_people e on e.agency_id = p.agency_id and e.position_id = p.id and e.state = 'active'
    where p.unit_id = ${unitId} group by p.id, p.name, p.tier, p.seats, p.is_key, p.echelon order by p.echelon nulls last, p.name`)

export type UnitEvent = { id: string; kind: string; description: string; starts_on: string; ends_on: string | null }
export const listUnitEvents = (db: Db, unitId: string): Promise<UnitEvent[]> =>
  db.rows<UnitEvent>(
    sql`select id, kind, description, starts_on, ends_on from workforce.unit_events where unit_id = ${unitId} order by starts_on desc`,
  )

/** Units in the order of the tree, with their depth. */
export const asTree = (units: readonly Unit[]): { unit: Unit; depth: number }[] => {
  const children = Map.groupBy(units, u => u.parent_id ?? '')
  const walk = (parent: string, depth: number): { unit: Unit; depth: number }[] =>
    (children.get(parent) ?? []).flatMap(unit => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk('', 0)
}
