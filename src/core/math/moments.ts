/** Σx. */
export const sum = (x: number[]): number => x.reduce((a, b) => a + b, 0)
/** Mean; NaN for an empty list, which callers exclude before. */
export const mean = (x: number[]): number => sum(x) / x.length
/** Variance with divisor n − 1. */
export function variance(x: number[]): number {
  const m = mean(x)
  return x.reduce((s, v) => s + (v - m) ** 2, 0) / (x.length - 1)
}
/** Standard deviation with divisor n − 1. */
export const sd = (x: number[]): number => Math.sqrt(variance(x))
/** Pearson correlation; null when either list does not vary. */
export function correlation(x: number[], y: number[]): number | null {
  const mx = mean(x)
  const my = mean(y)
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my)
    xx += (x[i]! - mx) ** 2
    yy += (y[i]! - my) ** 2
  }
  return xx > 1e-24 && yy > 1e-24 ? xy / Math.sqrt(xx * yy) : null
}
/** Linear-interpolation quantile (type 7) of unsorted numbers. */
export function quantile(x: number[], p: number): number {
  const s = [...x].sort((a, b) => a - b)
  const h = (s.length - 1) * p
  const low = Math.floor(h)
  return s[low]! + (h - low) * ((s[low + 1] ?? s[low]!) - s[low]!)
}
