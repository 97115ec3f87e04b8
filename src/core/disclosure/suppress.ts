import { auditSuppression, type SuppressionAudit } from './suppression-audit.ts'

/** What is said instead of a small count, or of a cell hidden to protect another. */
export type ShownCell = number | '<5' | 'ditutup' | string

/** Counts by row and column. Totals are those printed beside them; null where none is printed. */
export type CountTable = {
  cells: number[][]
  rowTotals?: (number | null)[] | null
  columnTotals?: (number | null)[] | null
}
export type SuppressionOptions = {
  /** Counts of 1 up to one less than this are hidden. */
  minCount?: number
  minDenominator?: number
  /** Hide 0 as well. */
  suppressZero?: boolean
}
export type SuppressedTable = {
  status: 'ok'
  /** Number of hidden cells. */
  value: number
  n: number
  missing: never[]
  method: string
  assumptions: string[]
  limits: string
  cells: ShownCell[][]
  hidden: boolean[][]
  rowTotals: (number | null)[]
  columnTotals: (number | null)[]
  reasons: { row: number; column: number; reason: 'kecil' | 'pelengkap' }[]
  audit: SuppressionAudit
}
const sumOf = (x: number[]) => x.reduce((a, b) => a + b, 0)

/**
 * Hides small counts, and as many others as it takes that no total gives them away. By default every row and column
 * total counts as printed; give `null` for one that is not. Any pattern that passes the audit is right.
 */
export function suppress(table: CountTable, options: SuppressionOptions = {}): SuppressedTable {
  const { minCount = 5, suppressZero = false } = options
  const { cells } = table
  const rows = cells.length
  const columns = cells[0]?.length ?? 0
  const rowTotals = cells.map((r, i) => (table.rowTotals === undefined ? sumOf(r) : (table.rowTotals?.[i] ?? null)))
  const columnTotals = Array.from({ length: columns }, (_, j) =>
    table.columnTotals === undefined ? sumOf(cells.map(r => r[j]!)) : (table.columnTotals?.[j] ?? null),
  )
  const small = (v: number) => (v > 0 && v < minCount) || (v === 0 && suppressZero)
  const hidden = cells.map(r => r.map(small))
  const primary = cells.map(r => r.map(small))
  const line = (i: number, along: 'row' | 'column') =>
    along === 'row' ? cells[i]!.map((_, j) => [i, j] as const) : cells.map((_, k) => [k, i] as const)
  /** The smallest other cell that is not zero; a zero only when nothing else is left. */
  const another = (list: (readonly [number, number])[]) =>
    list
      .filter(([i, j]) => !hidden[i]![j])
      .sort(
        ([a, b], [c, d]) => Number(cells[a]![b] === 0) - Number(cells[c]![d] === 0) || cells[a]![b]! - cells[c]![d]!,
      )[0]
  const pass = (): boolean => {
    let moved = false
    for (const along of ['row', 'column'] as const) {
      const totals = along === 'row' ? rowTotals : columnTotals
      totals.forEach((total, i) => {
        if (total === null) return
        const list = line(i, along)
        if (list.filter(([a, b]) => hidden[a]![b]).length !== 1) return
        const pick = another(list)
        if (!pick) return
        hidden[pick[0]]![pick[1]] = true
        moved = true
      })
    }
    return moved
  }
  const settle = () => {
    while (pass());
  }
  settle()
  let audit = auditSuppression({ cells, hidden, rowTotals, columnTotals, minCount })
  // Two hidden cells can still be pinned when both are small: hide the smallest neighbour of the pinned cell and look again.
  for (let guard = 0; !audit.passed && guard < rows * columns; guard++) {
    const weak = audit.intervals.find(x => !x.wide)!
    const pick =
      another([...line(weak.row, 'row'), ...line(weak.column, 'column')]) ??
      another(cells.flatMap((r, i) => r.map((_, j) => [i, j] as const)))
    if (!pick) break
    hidden[pick[0]]![pick[1]] = true
    settle()
    audit = auditSuppression({ cells, hidden, rowTotals, columnTotals, minCount })
  }
  // Nothing more can be hidden inside: the total that gives a cell away is not printed.
  for (let guard = 0; !audit.passed && guard < rows + columns; guard++) {
    const weak = audit.intervals.find(x => !x.wide)!
    if (rowTotals[weak.row] !== null) rowTotals[weak.row] = null
    else columnTotals[weak.column] = null
    audit = auditSuppression({ cells, hidden, rowTotals, columnTotals, minCount })
  }
  const reasons: SuppressedTable['reasons'] = []
  const shown = cells.map((r, i) =>
    r.map((v, j): ShownCell => {
      if (!hidden[i]![j]) return v
      reasons.push({ row: i, column: j, reason: primary[i]![j] ? 'kecil' : 'pelengkap' })
      return primary[i]![j] ? `<${minCount}` : 'ditutup'
    }),
  )
  return {
    status: 'ok',
    value: reasons.length,
    n: rows * columns,
    missing: [],
    method: 'penutupan jumlah kecil dan pelengkap, diaudit dari jumlah yang tercetak',
    assumptions: ['pembaca hanya mengetahui tabel ini dan jumlahnya'],
    limits: `${reasons.length} dari ${rows * columns} sel ditutup agar orang dalam kelompok kecil tidak dikenali.`,
    cells: shown,
    hidden,
    rowTotals,
    columnTotals,
    reasons,
    audit,
  }
}

export type ShownRate = { shown: 'ok' | 'ditutup'; rate: number | null; reason: string | null }

/** May this rate be printed? Not with a denominator under 10, nor 0% or 100% of a small group for a sensitive attribute. */
export function suppressRate(
  x: number,
  n: number,
  options: { minDenominator?: number; sensitive?: boolean; smallGroup?: number } = {},
): ShownRate {
  const { minDenominator = 10, sensitive = false, smallGroup = 20 } = options
  if (n < minDenominator) return { shown: 'ditutup', rate: null, reason: `penyebut di bawah ${minDenominator}` }
  if (sensitive && n < smallGroup && (x === 0 || x === n))
    return { shown: 'ditutup', rate: null, reason: 'semua atau tidak seorang pun dalam kelompok kecil' }
  return { shown: 'ok', rate: x / n, reason: null }
}

/** Nested tables: children of one parent. If subtracting the published ones leaves a small remainder, another is hidden too. */
export function suppressChildren(
  children: { id: string; count: number }[],
  minCount = 5,
): { id: string; count: ShownCell }[] {
  const small = (v: number) => v > 0 && v < minCount
  const order = [...children].sort((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1))
  const hidden = new Set(order.filter(c => small(c.count)).map(c => c.id))
  const rest = () => order.filter(c => hidden.has(c.id)).reduce((s, c) => s + c.count, 0)
  while (hidden.size > 0 && (hidden.size === 1 || rest() < minCount)) {
    const next = order.find(c => !hidden.has(c.id) && c.count > 0) ?? order.find(c => !hidden.has(c.id))
    if (!next) break
    hidden.add(next.id)
  }
  return children.map(c => ({
    id: c.id,
    count: hidden.has(c.id) ? (small(c.count) ? `<${minCount}` : 'ditutup') : c.count,
  }))
}
