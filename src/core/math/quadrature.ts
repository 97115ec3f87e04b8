/** Nodes and weights of Gauss-Legendre quadrature on [−1, 1], by Newton on the Legendre polynomial. */
export function gaussLegendre(points: number): { nodes: number[]; weights: number[] } {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5))
    let slope = 1
    for (let step = 0; step < 100; step++) {
      let p0 = 1
      let p1 = x
      for (let k = 2; k <= points; k++) [p0, p1] = [p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k]
      slope = (points * (x * p1 - p0)) / (x * x - 1)
      const move = p1 / slope
      x -= move
      if (Math.abs(move) < 1e-15) break
    }
    nodes.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}

const rule = gaussLegendre(40)

/** ∫ f over [from, to] by 40 points on pieces no wider than `piece`. */
export function integrate(f: (u: number) => number, from: number, to: number, piece = 2): number {
  if (!(to > from)) return 0
  const pieces = Math.max(1, Math.ceil((to - from) / piece))
  const half = (to - from) / pieces / 2
  let sum = 0
  for (let p = 0; p < pieces; p++) {
    const middle = from + half * (2 * p + 1)
    for (let i = 0; i < 40; i++) sum += rule.weights[i]! * f(middle + half * rule.nodes[i]!)
  }
  return sum * half
}
