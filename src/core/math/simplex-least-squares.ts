import { dot, solve } from './linear-algebra.ts'

/**
 * Minimises w'Hw − 2f'w over the simplex (w ≥ 0, Σw = 1), H positive semidefinite, by an active set: add the
 * coordinate that helps most, solve on the support, step back when a weight turns negative. `gap` bounds how far the
 * answer is from the best one.
 */
export function simplexLeastSquares(H: number[][], f: number[]): { w: number[]; gap: number } {
  const n = f.length
  let start = 0
  for (let j = 1; j < n; j++) if (H[j]![j]! - 2 * f[j]! < H[start]![start]! - 2 * f[start]!) start = j
  const w = new Array<number>(n).fill(0)
  w[start] = 1
  let support = [start]
  const scale = Math.max(1e-300, ...H.map((row, j) => Math.abs(row[j]!)))
  let gap = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50 * n + 100; round++) {
    const slope = H.map((row, j) => 2 * (support.reduce((s, k) => s + row[k]! * w[k]!, 0) - f[j]!))
    const level = support.reduce((s, k) => s + slope[k]! * w[k]!, 0)
    let enter = 0
    for (let j = 1; j < n; j++) if (slope[j]! < slope[enter]!) enter = j
    gap = level - slope[enter]!
    if (gap < 1e-13 * scale || support.includes(enter)) break
    support.push(enter)
    for (let inner = 0; inner < n + 5; inner++) {
      const m = support.length
      const kkt = support.map(a => [...support.map(b => H[a]![b]!), 1])
      kkt.push([...support.map(() => 1), 0])
      const z = solve(kkt, [...support.map(a => f[a]!), 1])
      if (!z) {
        support = support.filter(j => j !== enter)
        gap = Math.min(gap, 0)
        break
      }
      if (support.every((_, i) => z[i]! > 0)) {
        support.forEach((j, i) => {
          w[j] = z[i]!
        })
        break
      }
      let step = 1
      for (let i = 0; i < m; i++) if (z[i]! <= 0) step = Math.min(step, w[support[i]!]! / (w[support[i]!]! - z[i]!))
      support.forEach((j, i) => {
        w[j] = Math.max(0, w[j]! + step * (z[i]! - w[j]!))
      })
      support = support.filter(j => {
        if (w[j]! > 1e-15) return true
        w[j] = 0
        return false
      })
    }
    if (gap <= 0) break
  }
  const total = w.reduce((a, b) => a + b, 0)
  return { w: w.map(v => v / total), gap: Math.max(0, gap) }
}

/** min ‖A w − b‖² + ridge·‖w‖² over the simplex; A given by its columns. */
export function simplexFit(columns: number[][], b: number[], ridge = 0): { w: number[]; gap: number } {
  const H = columns.map((p, i) => columns.map((q, j) => dot(p, q) + (i === j ? ridge : 0)))
  return simplexLeastSquares(
    H,
    columns.map(p => dot(p, b)),
  )
}
