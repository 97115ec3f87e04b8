/** What an outsider can work out of each hidden cell; `high` null means without limit. */
export type SuppressionAudit = {
  passed: boolean
  intervals: { row: number; column: number; low: number; high: number | null; wide: boolean }[]
}
type Published = {
  cells: number[][]
  hidden: boolean[][]
  rowTotals: (number | null)[]
  columnTotals: (number | null)[]
  minCount: number
}

/**
 * The attack of an outsider who solves the linear system of printed cells and totals. Exact: raising a hidden cell by δ
 * must be paid back by a flow through the other hidden cells, so the widest change is a maximal flow between its
 * column and its row. Each hidden cell must keep an interval at least `minCount` wide.
 */
export function auditSuppression(published: Published): SuppressionAudit {
  const { cells, hidden, rowTotals, columnTotals, minCount } = published
  const rows = cells.length
  const columns = cells[0]?.length ?? 0
  // Nodes: rows, columns, and one that joins every line whose total is not printed.
  const free = rows + columns
  const capacities = (skipRow: number, skipColumn: number): number[][] => {
    const c = Array.from({ length: free + 1 }, () => new Array<number>(free + 1).fill(0))
    cells.forEach((r, i) => {
      r.forEach((v, j) => {
        if (!hidden[i]![j] || (i === skipRow && j === skipColumn)) return
        c[i]![rows + j] = Number.POSITIVE_INFINITY
        c[rows + j]![i] = v
      })
    })
    const open = (node: number) => {
      c[node]![free] = Number.POSITIVE_INFINITY
      c[free]![node] = Number.POSITIVE_INFINITY
    }
    rowTotals.forEach((t, i) => {
      if (t === null) open(i)
    })
    columnTotals.forEach((t, j) => {
      if (t === null) open(rows + j)
    })
    return c
  }
  const intervals: SuppressionAudit['intervals'] = []
  cells.forEach((r, i) => {
    r.forEach((v, j) => {
      if (!hidden[i]![j]) return
      const up = maximalFlow(capacities(i, j), rows + j, i)
      const down = Math.min(v, maximalFlow(capacities(i, j), i, rows + j))
      intervals.push({
        row: i,
        column: j,
        low: v - down,
        high: Number.isFinite(up) ? v + up : null,
        wide: up + down >= minCount - 1e-9,
      })
    })
  })
  return { passed: intervals.every(x => x.wide), intervals }
}

/** Largest flow from `from` to `to` along shortest open paths; Infinity when a path has no limit. */
function maximalFlow(capacity: number[][], from: number, to: number): number {
  let flow = 0
  for (;;) {
    const before = new Array<number>(capacity.length).fill(-1)
    before[from] = from
    const queue = [from]
    for (let q = 0; q < queue.length && before[to] === -1; q++)
      capacity[queue[q]!]!.forEach((c, next) => {
        if (c > 1e-9 && before[next] === -1) {
          before[next] = queue[q]!
          queue.push(next)
        }
      })
    if (before[to] === -1) return flow
    let least = Number.POSITIVE_INFINITY
    for (let v = to; v !== from; v = before[v]!) least = Math.min(least, capacity[before[v]!]![v]!)
    if (least === Number.POSITIVE_INFINITY) return least
    for (let v = to; v !== from; v = before[v]!) {
      capacity[before[v]!]![v]! -= least
      capacity[v]![before[v]!]! += least
    }
    flow += least
  }
}
