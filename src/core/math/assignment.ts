/**
 * Least total cost of giving every row one column of its own (Hungarian, O(n³)); rows ≤ columns. Infinity forbids a
 * pair. Returns for each row its column, or null where no full assignment of finite cost exists for it.
 */
export function assign(cost: number[][]): { columns: (number | null)[]; total: number } {
  const n = cost.length
  const m = cost[0]?.length ?? 0
  const finite = cost.flat().filter(Number.isFinite)
  // One forbidden pair costs more than any set of allowed ones.
  const big = 1 + finite.reduce((s, v) => Math.max(s, Math.abs(v)), 0) * 2 * (n + 1)
  const at = (i: number, j: number) => (Number.isFinite(cost[i]![j]!) ? cost[i]![j]! : big * 1000)
  const width = Math.max(n, m)
  const u = new Array<number>(n + 1).fill(0)
  const v = new Array<number>(width + 1).fill(0)
  const p = new Array<number>(width + 1).fill(0)
  const way = new Array<number>(width + 1).fill(0)
  for (let i = 1; i <= n; i++) {
    p[0] = i
    let j0 = 0
    const least = new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Array<boolean>(width + 1).fill(false)
    do {
      used[j0] = true
      const i0 = p[j0]!
      let delta = Number.POSITIVE_INFINITY
      let j1 = 0
      for (let j = 1; j <= width; j++) {
        if (used[j]) continue
        const current = (j <= m ? at(i0 - 1, j - 1) : big * 1000) - u[i0]! - v[j]!
        if (current < least[j]!) {
          least[j] = current
          way[j] = j0
        }
        if (least[j]! < delta) {
          delta = least[j]!
          j1 = j
        }
      }
      for (let j = 0; j <= width; j++) {
        if (used[j]) {
          u[p[j]!]! += delta
          v[j]! -= delta
        } else least[j]! -= delta
      }
      j0 = j1
    } while (p[j0] !== 0)
    do {
      const j1 = way[j0]!
      p[j0] = p[j1]!
      j0 = j1
    } while (j0)
  }
  const columns: (number | null)[] = new Array(n).fill(null)
  let total = 0
  for (let j = 1; j <= m; j++) {
    const i = p[j]! - 1
    if (i >= 0 && Number.isFinite(cost[i]![j - 1]!)) {
      columns[i] = j - 1
      total += cost[i]![j - 1]!
    }
  }
  return { columns, total }
}
