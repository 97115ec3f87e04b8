/** A·x = b by Gaussian elimination with partial pivoting; null when A is singular to working precision. */
export function solve(a: number[][], b: number[]): number[] | null {
  const n = b.length
  const m = a.map((row, i) => [...row, b[i]!])
  const scale = Math.max(1e-300, ...a.map(row => Math.max(...row.map(Math.abs))))
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(m[i]![k]!) > Math.abs(m[pivot]![k]!)) pivot = i
    if (Math.abs(m[pivot]![k]!) < 1e-13 * scale) return null
    ;[m[k], m[pivot]] = [m[pivot]!, m[k]!]
    const top = m[k]!
    for (let i = k + 1; i < n; i++) {
      const row = m[i]!
      const factor = row[k]! / top[k]!
      if (factor !== 0) for (let j = k; j <= n; j++) row[j]! -= factor * top[j]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let s = m[i]![n]!
    for (let j = i + 1; j < n; j++) s -= m[i]![j]! * x[j]!
    x[i] = s / m[i]![i]!
  }
  return x
}

/** A⁻¹, or null when singular. */
export function inverse(a: number[][]): number[][] | null {
  const n = a.length
  const columns: number[][] = []
  for (let j = 0; j < n; j++) {
    const column = solve(
      a,
      Array.from({ length: n }, (_, i) => (i === j ? 1 : 0)),
    )
    if (!column) return null
    columns.push(column)
  }
  return a.map((_, i) => columns.map(c => c[i]!))
}

/** x'y. */
export function dot(x: number[], y: number[]): number {
  let s = 0
  for (let i = 0; i < x.length; i++) s += x[i]! * y[i]!
  return s
}

/** A·x. */
export const multiply = (a: number[][], x: number[]): number[] => a.map(row => dot(row, x))

/** x'A⁻¹x: the Wald statistic of estimates x with covariance A; null when A is singular. */
export function wald(x: number[], covariance: number[][]): number | null {
  const y = solve(covariance, x)
  return y && dot(x, y)
}
