import type { Figure } from '#core/figure/figure.ts'
import { count, ratio, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { findCollection, listNeedCounts, type NeedCollection, type NeedCount } from './need-collection.store.ts'

/** What is counted of a collection or of one unit in it, and which rows count. */
const kinds = {
  people: { label: 'Orang dengan kebutuhan', of: 'orang', test: () => true },
  rows: { label: 'Kebutuhan', of: 'kebutuhan', test: () => true },
  answered: {
    label: 'Sudah dijawab atasan',
    of: 'kebutuhan',
    test: (n: NeedCount) => n.state !== 'waiting' && n.state !== 'returned',
  },
  waiting: {
    label: 'Menunggu atasan',
    of: 'kebutuhan',
    test: (n: NeedCount) => n.state === 'waiting' || n.state === 'returned',
  },
  confirmed: { label: 'Menunggu verifikasi', of: 'kebutuhan', test: (n: NeedCount) => n.state === 'confirmed' },
  accepted: { label: 'Diterima', of: 'kebutuhan', test: (n: NeedCount) => n.state === 'accepted' },
  refused: { label: 'Tidak perlu menurut atasan', of: 'kebutuhan', test: (n: NeedCount) => n.state === 'refused' },
  toMeasure: {
    label: 'Orang yang perlu diukur dahulu',
    of: 'orang',
    test: (n: NeedCount) => n.origin === 'unknown' && n.state !== 'refused',
  },
} as const
export type CollectionCount = keyof typeof kinds
const ofPeople = (what: CollectionCount) => what === 'people' || what === 'toMeasure'

/** Counts with the rows behind them, and the share answered. */
const figuresOf = (
  rows: readonly NeedCount[],
  { ref, where, asOf }: { ref: (what: string) => string; where: string; asOf: Day },
): Record<CollectionCount | 'completeness', Figure<number>> => {
  const counted = (what: CollectionCount): Figure<number> => {
    const members = rows.filter(kinds[what].test).map(n => (ofPeople(what) ? n.employee_id : n.id))
    return count({
      ref: ref(what),
      label: kinds[what].label,
      unit: ofPeople(what) ? 'people' : 'count',
      asOf,
      members: [...new Set(members)],
      of: kinds[what].of,
      filter: `${kinds[what].label.toLowerCase()}, ${where}`,
    })
  }
  const all = Object.fromEntries(
    (Object.keys(kinds) as CollectionCount[]).map(what => [what, counted(what)]),
  ) as Record<CollectionCount, Figure<number>>
  return {
    ...all,
    completeness: ratio({
      ref: ref('completeness'),
      label: 'Kelengkapan',
      unit: 'percent',
      digits: 0,
      factor: 100,
      asOf,
      of: all.answered,
      to: all.rows,
    }),
  }
}

/** Every figure of a collection, or of one unit in it, with its members. */
export const collectionFigures = async (
  db: Db,
  collection: Pick<NeedCollection, 'id' | 'name'>,
  unitId: string | null = null,
) =>
  figuresOf(await listNeedCounts(db, collection.id, unitId), {
    ref: what =>
      unitId === null
        ? `planning.collection:${collection.id}:${what}`
        : `planning.collection-unit:${collection.id}:${unitId}:${what}`,
    where: collection.name,
    asOf: db.on,
  })

/** What a supervisor still has to answer, and what she answered. */
export const teamFigures = (
  collection: Pick<NeedCollection, 'id' | 'name'>,
  supervisorId: string,
  rows: readonly NeedCount[],
  asOf: Day,
) =>
  figuresOf(rows, {
    ref: what => `planning.collection-team:${collection.id}:${supervisorId}:${what}`,
    where: `${collection.name}, satu tim`,
    asOf,
  })

export type UnitCompleteness = {
  unitId: string
  unitName: string
  rows: Figure<number>
  waiting: Figure<number>
  confirmed: Figure<number>
  accepted: Figure<number>
  completeness: Figure<number>
  /** Supervisors with something still to answer. */
  late: string[]
}

/** Completeness unit by unit, least complete first. The figures say value and address; opening one reads its members. */
export const listCompleteness = async (db: Db, collection: Pick<NeedCollection, 'id'>): Promise<UnitCompleteness[]> => {
  const rows = await db.rows<{
    unit_id: string
    unit_name: string
    rows: number
    waiting: number
    confirmed: number
    accepted: number
    late: string[] | null
  }>(sql`
    select n.unit_id, n.unit_name, count(*)::int as rows,
      count(*) filter (where n.state in ('waiting', 'returned'))::int as waiting, count(*) filter (where n.state = 'confirmed')::int as confirmed,
      count(*) filter (where n.state = 'accepted')::int as accepted,
      array_agg(distinct s.name) filter (where n.state in ('waiting', 'returned') and s.name is not null) as late
    from planning.collected_needs n
    left join workforce.v_people p on p.agency_id = n.agency_id and p.id = n.employee_id
    left join workforce.v_people s on s.agency_id = p.agency_id and s.id = p.supervisor_id
    where n.collection_id = ${collection.id} and n.state <> 'withdrawn' group by n.unit_id, n.unit_name
    order by count(*) filter (where n.state not in ('waiting', 'returned'))::numeric / count(*), n.unit_name`)
  return rows.map(r => {
    const told = (what: CollectionCount | 'completeness', value: number) =>
      record<number>({
        ref: `planning.collection-unit:${collection.id}:${r.unit_id}:${what}`,
        label: what === 'completeness' ? 'Kelengkapan' : kinds[what].label,
        unit: what === 'completeness' ? 'percent' : 'count',
        digits: what === 'completeness' ? 0 : undefined,
        asOf: db.on,
        value,
      })
    return {
      unitId: r.unit_id,
      unitName: r.unit_name,
      rows: told('rows', r.rows),
      waiting: told('waiting', r.waiting),
      confirmed: told('confirmed', r.confirmed),
      accepted: told('accepted', r.accepted),
      completeness: told('completeness', (100 * (r.rows - r.waiting)) / r.rows),
      late: r.late ?? [],
    }
  })
}

const remarkWords = {
  withoutStandard: 'Orang tanpa standar jabatan',
  withoutSupervisor: 'Orang tanpa atasan tercatat',
} as const

/** For whom no row could be made, or nobody can answer it. */
export const remarkFigures = (collection: Pick<NeedCollection, 'id' | 'name' | 'remarks'>, asOf: Day) => {
  const of = (what: keyof typeof remarkWords) =>
    count({
      ref: `planning.collection-remark:${collection.id}:${what}`,
      label: remarkWords[what],
      asOf,
      members: collection.remarks[what] ?? [],
      of: 'orang',
      filter: `${remarkWords[what].toLowerCase()}, ${collection.name}`,
    })
  return { withoutStandard: of('withoutStandard'), withoutSupervisor: of('withoutSupervisor') }
}

/** Reads one of these figures again by its address. */
export const findCollectionFigure = async (
  db: Db,
  kind: 'whole' | 'unit' | 'team' | 'remark',
  [collectionId, key, what]: string[],
): Promise<Figure | null> => {
  const collection = await findCollection(db, collectionId)
  if (!collection) return null
  if (kind === 'remark') return remarkFigures(collection, db.on)[key as keyof typeof remarkWords] ?? null
  if (kind === 'whole') return (await collectionFigures(db, collection))[key as CollectionCount] ?? null
  if (kind === 'unit') return (await collectionFigures(db, collection, key))[what as CollectionCount] ?? null
  const rows = await listTeamCounts(db, collectionId, key)
  return teamFigures(collection, key, rows, db.on)[what as CollectionCount] ?? null
}

export const listTeamCounts = (db: Db, collectionId: string, supervisorId: string): Promise<NeedCount[]> =>
  db.rows(sql`select n.id, n.employee_id, n.supervisor_id, n.unit_id, n.unit_name, n.origin, n.state, n.jp::float as jp, n.cost from planning.collected_needs n
    where n.collection_id = ${collectionId} and n.state <> 'withdrawn' and n.employee_id in (select p.id from workforce.v_people p where p.supervisor_id::text = ${supervisorId} and p.state = 'active') order by n.id`)
