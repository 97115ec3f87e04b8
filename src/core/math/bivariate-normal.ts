import { normalCdf, normalPdf } from './distributions.ts'
import { integrate } from './quadrature.ts'

/** P(z₁ in [lowX, highX], z₂ in [lowY, highY]) of standard normals with correlation ρ, |ρ| < 1; limits may be ±∞. */
export function bivariateNormalRectangle(
  lowX: number,
  highX: number,
  lowY: number,
  highY: number,
  rho: number,
): number {
  const clip = (u: number) => Math.max(-9, Math.min(9, u))
  const s = Math.sqrt(1 - rho * rho)
  const at = (k: number, u: number) =>
    k === Number.POSITIVE_INFINITY ? 1 : k === Number.NEGATIVE_INFINITY ? 0 : normalCdf((k - rho * u) / s)
  // Pieces no wider than the shoulder of Φ((k − ρu)/s), so that accuracy holds for strong correlation as well.
  const piece = Math.min(2, Math.max(0.05, 4 * s))
  return integrate(u => normalPdf(u) * Math.max(0, at(highY, u) - at(lowY, u)), clip(lowX), clip(highX), piece)
}

/** P(Z₁ < x, Z₂ < y) of standard normals with correlation ρ, |ρ| < 1. */
export const bivariateNormalCdf = (x: number, y: number, rho: number): number =>
  bivariateNormalRectangle(Number.NEGATIVE_INFINITY, x, Number.NEGATIVE_INFINITY, y, rho)
