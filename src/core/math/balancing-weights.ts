import { dot, solve } from './linear-algebra.ts'
import { mean, sd } from './moments.ts'

/** Weights of controls (summing to 1) whose means equal the treated means exactly; null when no such weights exist. */
export function entropyWeights(treated: number[][], controls: number[][]): number[] | null {
  const k = treated[0]?.length ?? 0
  const centre = Array.from({ length: k }, (_, j) => mean(treated.map(r => r[j]!)))
  const scale = centre.map((_, j) => {
    const s = sd(controls.map(r => r[j]!))
    return s > 1e-12 ? s : 0
  })
  // A column on which controls do not vary can only be balanced when it already is.
  if (scale.some((s, j) => s === 0 && Math.abs(centre[j]! - controls[0]![j]!) > 1e-9)) return null
  const used = scale.map((s, j) => (s > 0 ? j : -1)).filter(j => j >= 0)
  const z = controls.map(r => used.map(j => (r[j]! - centre[j]!) / scale[j]!))
  let lambda = used.map(() => 0)
  const dual = (l: number[]) => {
    const e = z.map(r => dot(r, l))
    const top = e.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    let total = 0
    const w = e.map(v => {
      const x = Math.exp(v - top)
      total += x
      return x
    })
    return { value: top + Math.log(total), w: w.map(v => v / total) }
  }
  let now = dual(lambda)
  for (let round = 0; round < 200; round++) {
    const slope = used.map((_, j) => now.w.reduce((s, w, i) => s + w * z[i]![j]!, 0))
    if (Math.max(0, ...slope.map(Math.abs)) < 1e-10) return now.w
    const curve = weightedSquares(z, now.w)
    for (let a = 0; a < used.length; a++)
      for (let b = 0; b < used.length; b++) curve[a]![b]! += (a === b ? 1e-12 : 0) - slope[a]! * slope[b]!
    const move = solve(curve, slope)
    if (!move) return null
    let step = 1
    let next = dual(lambda.map((l, j) => l - step * move[j]!))
    const gain = dot(slope, move)
    while (!(next.value <= now.value - 1e-4 * step * gain + 1e-13) && step > 1e-10) {
      step /= 2
      next = dual(lambda.map((l, j) => l - step * move[j]!))
    }
    lambda = lambda.map((l, j) => l - step * move[j]!)
    if (lambda.some(l => !Number.isFinite(l) || Math.abs(l) > 1e4)) return null
    now = next
  }
  const rest = used.map((_, j) => Math.abs(now.w.reduce((s, w, i) => s + w * z[i]![j]!, 0)))
  return Math.max(0, ...rest) < 1e-6 ? now.w : null
}

/** Logistic regression with intercept by IRLS on standardised columns; null when it does not settle (separation). */
export function fitLogit(rows: number[][], y: number[]): { coefficients: number[]; p: number[]; chiSq: number } | null {
  const k = rows[0]?.length ?? 0
  const m = Array.from({ length: k }, (_, j) => mean(rows.map(r => r[j]!)))
  const s = m.map((_, j) => sd(rows.map(r => r[j]!)) || 1)
  const x = rows.map(r => [1, ...r.map((v, j) => (v - m[j]!) / s[j]!)])
  let beta = new Array<number>(k + 1).fill(0)
  let p = x.map(() => 0.5)
  let settled = false
  for (let round = 0; round < 60 && !settled; round++) {
    p = x.map(r => 1 / (1 + Math.exp(-dot(r, beta))))
    const slope = beta.map((_, j) => x.reduce((q, r, i) => q + r[j]! * (y[i]! - p[i]!), 0))
    const curve = weightedSquares(
      x,
      p.map(v => v * (1 - v)),
    )
    const move = solve(curve, slope)
    if (!move) return null
    beta = beta.map((v, j) => v + move[j]!)
    if (beta.some(v => !Number.isFinite(v) || Math.abs(v) > 1e3)) return null
    settled = Math.max(...move.map(Math.abs)) < 1e-11
  }
  if (!settled) return null
  p = x.map(r => 1 / (1 + Math.exp(-dot(r, beta))))
  const share = mean(y)
  const log = (q: number[]) => y.reduce((t, v, i) => t + Math.log(v === 1 ? q[i]! : 1 - q[i]!), 0)
  const slopes = beta.slice(1).map((b, j) => b / s[j]!)
  return {
    coefficients: [beta[0]! - slopes.reduce((q, b, j) => q + b * m[j]!, 0), ...slopes],
    p,
    chiSq: 2 * (log(p) - log(y.map(() => share))),
  }
}

/** Σ w_i x_i x_i', one pass over the rows. */
function weightedSquares(rows: number[][], w: number[]): number[][] {
  const k = rows[0]?.length ?? 0
  const out = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  rows.forEach((r, i) => {
    for (let a = 0; a < k; a++) {
      const scaled = w[i]! * r[a]!
      for (let b = 0; b <= a; b++) out[a]![b]! += scaled * r[b]!
    }
  })
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) out[b]![a] = out[a]![b]!
  return out
}
