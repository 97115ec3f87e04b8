import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import { type Cycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { type Direction, directionOf, directions, type Spot } from './compare.model.ts'
import { directionWords, spotWords } from './compare-words.ts'

export type Pair = { from: Cycle; to: Cycle; numbers: number[][] }

/** Cycles whose map was placed, the newest first. */
export const listPlacedCycles = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.rows(sql`select id, name from talent.cycles where placed_at is not null order by as_of desc, name`)

/** Two placed cycles to compare; null when one of them is not there. Boxes are those of the later one. */
export const findPair = async (db: Db, fromId: string, toId: string): Promise<Pair | null> => {
  const [from, to] = [await findCycle(db, fromId), await findCycle(db, toId)]
  if (!from?.placed_at || !to?.placed_at || from.id === to.id) return null
  return { from, to, numbers: (await rulesOfCycle(db, to)).boxes.numbers }
}

/** Everybody of either cycle with where she stood in each. */
const spots = (
  pair: Pair,
): Query => sql`(select coalesce(b.employee_id, a.employee_id) as employee_id, coalesce(b.unit_id, a.unit_id) as unit_id,
    case when a.employee_id is null then -1 when a.placement = 'placed' then a.decided_box else 0 end as from_spot,
    case when b.employee_id is null then -1 when b.placement = 'placed' then b.decided_box else 0 end as to_spot,
    a.x as from_x, a.y as from_y, b.x as to_x, b.y as to_y
  from (select * from talent.v_scores where cycle_id = ${pair.from.id}) a
  full join (select * from talent.v_scores where cycle_id = ${pair.to.id}) b on b.agency_id = a.agency_id and b.employee_id = a.employee_id)`

export type Flow = { from: Spot; to: Spot; direction: Direction; people: Figure<number> }

const counted = (pair: Pair, ref: string, label: string, members: string[], filter: string) =>
  count({
    ref,
    label,
    asOf: pair.to.as_of,
    members,
    of: 'orang',
    filter: `${pair.from.name} ke ${pair.to.name}; ${filter}`,
    ruleSet: { code: pair.to.rule_code, version: pair.to.rule_version },
  })

/** Who went from where to where, each with the people counted; and the same by direction. */
export const flowsOf = async (
  db: Db,
  pair: Pair,
  unitId: string | null,
): Promise<{ flows: Flow[]; byDirection: Record<Direction, Figure<number>> }> => {
  const rows = await db.rows<{ from: number; to: number; people: string[] }>(
    sql`select from_spot as "from", to_spot as "to", array_agg(employee_id order by employee_id) as people from ${spots(pair)} s
      where (${unitId}::uuid is null or unit_id = ${unitId}) group by 1, 2 order by 1, 2`,
  )
  const key = `${pair.from.id}:${pair.to.id}`
  const unit = unitId ?? '-'
  const flows = rows.map(r => ({
    from: r.from,
    to: r.to,
    direction: directionOf(r.from, r.to, pair),
    people: counted(
      pair,
      `talent.flow:${key}:${r.from}:${r.to}:${unit}`,
      `${spotWords(r.from)} ke ${spotWords(r.to).toLowerCase()}`,
      r.people,
      `${spotWords(r.from).toLowerCase()} ke ${spotWords(r.to).toLowerCase()}`,
    ),
  }))
  return {
    flows,
    byDirection: Object.fromEntries(
      directions.map(direction => [
        direction,
        counted(
          pair,
          `talent.flow-direction:${key}:${direction}:${unit}`,
          directionWords[direction],
          rows
            .filter(r => directionOf(r.from, r.to, pair) === direction)
            .flatMap(r => r.people)
            .sort(),
          directionWords[direction].toLowerCase(),
        ),
      ]),
    ) as Record<Direction, Figure<number>>,
  }
}

export type MovedRow = {
  employee_id: string
  name: string
  position_name: string | null
  unit_name: string
  from: Spot
  to: Spot
  from_x: number | null
  from_y: number | null
  to_x: number | null
  to_y: number | null
}

export type MovedFilter = {
  unitId: string | null
  search: string
  /** Pairs of spots to list; all of them when null. */
  pairs: readonly { from: Spot; to: Spot }[] | null
}

/** People by where they went, by name. */
export const listMoved = (db: Db, pair: Pair, f: MovedFilter & { page: number; size: number }): Promise<MovedRow[]> => {
  const keys = f.pairs?.map(p => `${p.from}>${p.to}`) ?? null
  return db.rows<MovedRow>(
    sql`select s.employee_id, e.name, e.position_name, e.unit_name, s.from_spot as "from", s.to_spot as "to", s.from_x, s.from_y, s.to_x, s.to_y
      from ${spots(pair)} s join workforce.v_people e on e.agency_id = ${db.actor.agencyId} and e.id = s.employee_id
      where (${f.unitId}::uuid is null or s.unit_id = ${f.unitId}) and (${keys}::text[] is null or s.from_spot || '>' || s.to_spot = any (${keys}::text[]))
        and (${f.search} = '' or lower(e.name || ' ' || e.nip) like '%' || lower(${f.search}) || '%')
      order by e.name, s.employee_id limit ${f.size} offset ${(f.page - 1) * f.size}`,
  )
}
