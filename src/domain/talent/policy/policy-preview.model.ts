import { suppress } from '#core/disclosure/suppress.ts'
import { selectionRates } from '#core/math/selection-rates.ts'
import type { RuleComponent } from '../score/rule-components.model.ts'

/** Where a person stands: a box, or the waiting area (null). */
export type Place = number | null
export type Cause = RuleComponent | 'lain'

/** One person before and after, with what is needed to count by unit and group. */
export type Placed = {
  unitId: string
  unitName: string
  from: Place
  to: Place
  /** Null when the person stays. */
  cause: Cause | null
  groups: Record<string, string | null>
}

/** A count that may be printed, or the words that stand in its place. */
export type Shown = number | '<5' | 'ditutup'

export type PolicySummary = {
  people: number
  moved: Shown
  /** From where to where, the most first. */
  paths: { from: Place; to: Place; people: Shown }[]
  causes: { cause: Cause; people: Shown }[]
  units: { id: string; name: string; people: number; moved: Shown }[]
  /** Share in the pool before and after, by group. */
  groups: {
    attribute: string
    lines: { group: string; people: Shown; before: Shown; after: Shown }[]
  }[]
}

/** Counts of one list whose total is printed: small ones are closed, and one more when a single one would be left. */
const closed = (counts: readonly number[], total: Shown): Shown[] => {
  if (counts.length === 0) return []
  // A total that is itself closed gives nothing away.
  const { cells } = suppress({
    cells: [[...counts]],
    rowTotals: [typeof total === 'number' ? total : null],
    columnTotals: null,
  })
  return cells[0] as Shown[]
}

/** Counts by unit: two columns, those who move and those who stay; both totals are printed. */
const closedUnits = (units: readonly { people: number; moved: number }[], moved: Shown): Shown[] => {
  if (units.length === 0) return []
  const { cells } = suppress({
    cells: units.map(u => [u.moved, u.people - u.moved]),
    rowTotals: units.map(u => u.people),
    columnTotals: typeof moved === 'number' ? undefined : null,
  })
  return cells.map(row => row[0] as Shown)
}

/** The youngest band first, what is not known last. */
const orderOf = (group: string) => (group.startsWith('di bawah') ? 0 : group === 'belum diketahui' ? 2 : 1)

const tally = <T, K extends string>(list: readonly T[], keyOf: (item: T) => K): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** What may be said of a preview to those who see no people: small numbers closed together with what would give them away. */
export const summaryOf = (
  everybody: readonly Placed[],
  pools: { before: readonly number[]; after: readonly number[] },
): PolicySummary => {
  const movers = everybody.filter(p => p.cause !== null)
  const moved: Shown = movers.length > 0 && movers.length < 5 ? '<5' : movers.length
  const paths = [...tally(movers, p => `${p.from ?? ''}>${p.to ?? ''}`)].sort(
    ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
  )
  const causes = [...tally(movers, p => p.cause ?? 'lain')].sort(([, m], [, n]) => n - m)
  const units = new Map<string, { id: string; name: string; people: number; moved: number }>()
  for (const p of everybody) {
    const unit = units.get(p.unitId) ?? { id: p.unitId, name: p.unitName, people: 0, moved: 0 }
    unit.people += 1
    if (p.cause !== null) unit.moved += 1
    units.set(p.unitId, unit)
  }
  const unitRows = [...units.values()]
    .filter(u => u.moved > 0)
    .sort((a, b) => b.moved - a.moved || (a.name < b.name ? -1 : 1))
  const pathShown = closed(
    paths.map(([, n]) => n),
    moved,
  )
  const causeShown = closed(
    causes.map(([, n]) => n),
    moved,
  )
  const unitShown = closedUnits(unitRows, moved)
  const attributes = Object.keys(everybody[0]?.groups ?? {})
  return {
    people: everybody.length,
    moved,
    paths: paths.map(([key], i) => {
      const [from, to] = key.split('>')
      return { from: from === '' ? null : Number(from), to: to === '' ? null : Number(to), people: pathShown[i] }
    }),
    causes: causes.map(([cause], i) => ({ cause, people: causeShown[i] })),
    units: unitRows.map((u, i) => ({ id: u.id, name: u.name, people: u.people, moved: unitShown[i] })),
    groups: attributes.flatMap(attribute => {
      const byGroup = Map.groupBy(everybody, p => p.groups[attribute] ?? 'belum diketahui')
      if (byGroup.size < 2) return []
      const rows = [...byGroup]
        .sort(([a], [b]) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1))
        .map(([group, own]) => {
          const inPool = (place: Place, pool: readonly number[]) => place !== null && pool.includes(place)
          const before = own.filter(p => inPool(p.from, pools.before)).length
          const after = own.filter(p => inPool(p.to, pools.after)).length
          const enters = own.filter(p => !inPool(p.from, pools.before) && inPool(p.to, pools.after)).length
          const leaves = own.filter(p => inPool(p.from, pools.before) && !inPool(p.to, pools.after)).length
          return { group, n: own.length, before, after, enters, leaves }
        })
      const small = (n: number) => n > 0 && n < 5
      // Fewer than five who enter or leave could be told from the two counts; then what comes after is closed for all.
      const hidesAfter = rows.some(r => small(r.enters) || small(r.leaves))
      const rates = selectionRates(rows.map(r => ({ group: r.group, x: r.before, n: r.n })))
      const inside = suppress({ cells: rows.map(r => [r.before, r.n - r.before]) })
      return [
        {
          attribute,
          lines: rows.map((r, i): PolicySummary['groups'][number]['lines'][number] => {
            const isClosed = inside.hidden[i].some(Boolean) || rates.groups[i].screen === 'ditutup'
            return {
              group: r.group,
              people: isClosed ? 'ditutup' : r.n,
              before: isClosed ? 'ditutup' : r.before,
              after: isClosed || hidesAfter ? 'ditutup' : r.after,
            }
          }),
        },
      ]
    }),
  }
}
