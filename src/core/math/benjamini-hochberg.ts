/** q-values of p-values, in the order given: q_(i) = min over j ≥ i of m·p_(j)/j, at most 1. */
export function benjaminiHochberg(p: number[]): number[] {
  const m = p.length
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!)
  const q = new Array<number>(m)
  let least = 1
  order.forEach((index, k) => {
    least = Math.min(least, (m * p[index]!) / (m - k))
    q[index] = least
  })
  return q
}
