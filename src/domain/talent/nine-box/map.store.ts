import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { listUnsure } from './box-sureness.store.ts'

/** Filters of the map; they live in the address. */
export type MapFilter = { unitId?: string; tiers?: string[]; search?: string }

export type Place = {
  employee_id: string
  unit_id: string
  name: string
  position_name: string | null
  unit_name: string
  x: number
  y: number
  box: number
  decided_box: number
  is_near_cut: boolean
  has_expiring: boolean
  /** A part that counts although its time is over, where the rule set allows it. */
  has_expired: boolean
}

const filterOf = (cycleId: string, f: MapFilter): Query => sql`s.cycle_id = ${cycleId}
  and (${f.unitId ?? null}::uuid is null or s.unit_id = ${f.unitId ?? null})
  and (${f.tiers?.length ? f.tiers : null}::text[] is null or s.tier = any (${f.tiers?.length ? f.tiers : null}))`

/** Dots of the map: true scores of everybody placed, nothing else (10,000 people in one answer). */
export const listDots = (
  db: Db,
  cycleId: string,
  filter: MapFilter,
): Promise<{ employee_id: string; unit_id: string; x: number; y: number; box: number; near: boolean }[]> =>
  db.rows(
    sql`select s.employee_id, s.unit_id, s.x, s.y, s.decided_box as box, s.is_near_cut as near from talent.v_scores s where ${filterOf(cycleId, filter)} and s.placement = 'placed' order by s.employee_id`,
  )

/** Where people stood whom a session still open has moved: the map keeps a mark there until the session closes. */
export const listLeftPlaces = (
  db: Db,
  cycleId: string,
  filter: MapFilter,
): Promise<{ unit_id: string; x: number; y: number; box: number }[]> =>
  db.rows(sql`select s.unit_id, s.x, s.y, s.box from talent.v_scores s where ${filterOf(cycleId, filter)} and s.placement = 'placed' and s.decided_box <> s.box
    and exists (select from talent.session_items i join talent.sessions t on t.agency_id = i.agency_id and t.id = i.session_id
      where i.agency_id = s.agency_id and i.employee_id = s.employee_id and i.kind = 'move' and i.state = 'decided' and t.cycle_id = s.cycle_id and t.state <> 'closed')
    order by s.employee_id`)

/** Names of some people, for the dots somebody walks among. */
export const listNames = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await db.rows<{ id: string; name: string }>(
        sql`select id, name from workforce.v_people where id = any (${[...ids]}::uuid[])`,
      )
    ).map(r => [r.id, r.name]),
  )

/** The people of one box (or of all), nearest to a cut first, fifty at a time. */
export const listPlaces = (
  db: Db,
  cycleId: string,
  filter: MapFilter & {
    box?: number
    nearOnly?: boolean
    /** Only these people. */
    only?: readonly string[] | null
    cutsX: number[]
    cutsY: number[]
    page: number
    size: number
  },
): Promise<(Place & { distance: number })[]> =>
  db.rows(sql`select s.employee_id, s.unit_id, e.name, e.position_name, e.unit_name, s.x, s.y, s.box, s.decided_box, s.is_near_cut, s.has_expiring,
      jsonb_path_exists(s.figure, '$.talent.parts[*].parts[*] ? (@.state == "expired")') as has_expired,
      least((select min(abs(s.x - c)) from unnest(${filter.cutsX}::numeric[]) c), (select min(abs(s.y - c)) from unnest(${filter.cutsY}::numeric[]) c)) as distance
    from talent.v_scores s join workforce.v_people e on e.agency_id = s.agency_id and e.id = s.employee_id
    where ${filterOf(cycleId, filter)} and s.placement = 'placed'
      and (${filter.box ?? null}::int is null or s.decided_box = ${filter.box ?? null})
      and (not ${filter.nearOnly ?? false} or s.is_near_cut)
      and (${filter.only ? [...filter.only] : null}::uuid[] is null or s.employee_id = any (${filter.only ? [...filter.only] : null}::uuid[]))
      and (${filter.search ?? null}::text is null or lower(e.name) like '%' || lower(${filter.search ?? null}) || '%' or e.nip = ${filter.search ?? null})
    order by distance, e.name, s.employee_id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)

export type WaitingRow = {
  employee_id: string
  name: string
  position_name: string | null
  unit_name: string
  waiting_reason: string
  needs: { label: string; who: string; state: string; isDecisive: boolean }[]
}

/** The waiting area, by name, with what is missing and who must supply it. */
export const listWaiting = (
  db: Db,
  cycleId: string,
  filter: MapFilter & { reason?: string; page: number; size: number },
): Promise<WaitingRow[]> =>
  db.rows(sql`select s.employee_id, e.name, e.position_name, e.unit_name, s.waiting_reason, s.needs
    from talent.scores s join workforce.v_people e on e.agency_id = s.agency_id and e.id = s.employee_id
    where ${filterOf(cycleId, filter)} and s.placement = 'waiting' and (${filter.reason ?? null}::text is null or s.waiting_reason = ${filter.reason ?? null})
      and (${filter.search ?? null}::text is null or lower(e.name) like '%' || lower(${filter.search ?? null}) || '%')
    order by e.name, s.employee_id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)

/** Who has to supply how many of what, so that people leave the waiting area. */
export const listSuppliers = async (
  db: Db,
  cycle: Cycle,
): Promise<{ who: string; what: string; people: Figure<number>; units: Figure<number> }[]> => {
  const rows = await db.rows<{ who: string; what: string; people: string[]; units: string[] }>(
    sql`select n->>'who' as who, n->>'label' as what, array_agg(s.employee_id order by s.employee_id) as people, array_agg(distinct s.unit_id) as units
    from talent.scores s, jsonb_array_elements(s.needs) n where s.cycle_id = ${cycle.id} and s.placement = 'waiting' group by 1, 2 order by count(*) desc, 1, 2`,
  )
  return rows.map(({ who, what, people, units }) => {
    const key = `${what} ${who}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    const said = {
      of: 'orang di ruang tunggu',
      filter: `${cycle.name}; kurang ${what}, dari ${who}`,
      asOf: cycle.as_of,
    }
    return {
      who,
      what,
      people: count({
        ...said,
        ref: `talent.supplier:${cycle.id}:people:${key}`,
        label: `Menunggu ${what}`,
        unit: 'people',
        members: people,
      }),
      units: count({
        ...said,
        of: 'unit',
        ref: `talent.supplier:${cycle.id}:units:${key}`,
        label: `Unit yang menunggu ${what}`,
        unit: 'count',
        members: units,
      }),
    }
  })
}

/** What a counted figure of the map counts. */
const countOf = (what: string, unsure: readonly string[]): { filter: Query; words: string } | null => {
  const box = /^box-([1-9])$/.exec(what)
  if (box)
    return {
      filter: sql`s.placement = 'placed' and s.decided_box = ${Number(box[1])}`,
      words: `dipetakan di kotak ${box[1]}`,
    }
  const waiting = /^waiting-([a-z-]+)$/.exec(what)
  if (waiting)
    return {
      filter: sql`s.placement = 'waiting' and s.waiting_reason = ${waiting[1]}`,
      words: `di ruang tunggu, sebab ${waiting[1]}`,
    }
  if (what === 'all') return { filter: sql`true`, words: 'dalam lingkup siklus' }
  if (what === 'placed') return { filter: sql`s.placement = 'placed'`, words: 'sudah dipetakan' }
  if (what === 'waiting') return { filter: sql`s.placement = 'waiting'`, words: 'belum dapat dipetakan' }
  if (what === 'pool')
    return { filter: sql`s.placement = 'placed' and s.decided_box >= 7`, words: 'di kotak 7, 8, atau 9 (KRS)' }
  if (what === 'near')
    return { filter: sql`s.placement = 'placed' and s.is_near_cut`, words: 'kurang dari 2 poin dari batas' }
  if (what === 'unsure')
    return {
      filter: sql`s.placement = 'placed' and s.employee_id = any (${[...unsure]}::uuid[])`,
      words: 'yang kotaknya belum cukup pasti menurut galat ukur',
    }
  return null
}

const refOf = (cycleId: string, what: string, f: MapFilter) =>
  `talent.map-count:${cycleId}:${what}:${f.unitId ?? '-'}:${f.tiers?.length ? f.tiers.join(',') : '-'}`
export const filterFromKeys = (unit: string | undefined, tiers: string | undefined): MapFilter => ({
  unitId: unit && unit !== '-' ? unit : undefined,
  tiers: tiers && tiers !== '-' ? tiers.split(',') : undefined,
})

/** One count of the map with the people counted. */
export const mapCount = async (db: Db, cycle: Cycle, what: string, filter: MapFilter): Promise<Figure<number> | null> =>
  (await mapCounts(db, cycle, [what], filter))[what] ?? null

/** Several counts of the map in one question, each with the people counted. */
export const mapCounts = async (
  db: Db,
  cycle: Cycle,
  whats: readonly string[],
  filter: MapFilter,
): Promise<Record<string, Figure<number>>> => {
  const unsure = whats.includes('unsure') ? await listUnsure(db, cycle) : []
  const wanted = whats.flatMap(what => {
    const c = countOf(what, unsure)
    return c ? [{ what, ...c }] : []
  })
  if (wanted.length === 0) return {}
  const columns = wanted.map(
    (w, i) =>
      sql`coalesce(array_agg(s.employee_id order by s.employee_id) filter (where ${w.filter}), '{}') as ${sql.ref(`c${i}`)}`,
  )
  const row = await db.one<Record<string, string[]>>(
    sql`select ${sql.join(columns)} from talent.v_scores s where ${filterOf(cycle.id, filter)}`,
  )
  return Object.fromEntries(
    wanted.map((w, i) => [
      w.what,
      count({
        ref: refOf(cycle.id, w.what, filter),
        label: `Orang ${w.words}`,
        asOf: cycle.as_of,
        members: row[`c${i}`],
        of: 'orang',
        filter: `${cycle.name}; ${w.words}`,
        ruleSet: { code: cycle.rule_code, version: cycle.rule_version },
      }),
    ]),
  )
}

/** Tiers and units that occur in a cycle, for the filters. */
export const listScopeValues = async (
  db: Db,
  cycleId: string,
): Promise<{ tiers: string[]; units: { id: string; name: string }[] }> => ({
  tiers: (
    await db.rows<{ tier: string }>(
      sql`select distinct tier from talent.scores where cycle_id = ${cycleId} and tier is not null order by tier`,
    )
  ).map(r => r.tier),
  units: await db.rows<{ id: string; name: string }>(
    sql`select distinct u.id, u.name from talent.scores s join workforce.v_units u on u.agency_id = s.agency_id and u.id = s.unit_id where s.cycle_id = ${cycleId} order by u.name`,
  ),
})
