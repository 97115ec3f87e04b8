import beta from '@stdlib/stats-base-dists-beta'
import chisquare from '@stdlib/stats-base-dists-chisquare'
import f from '@stdlib/stats-base-dists-f'
import hypergeometric from '@stdlib/stats-base-dists-hypergeometric'
import normal from '@stdlib/stats-base-dists-normal'
import t from '@stdlib/stats-base-dists-t'
import { integrate } from './quadrature.ts'

/** The standard normal quantile of a two-sided 95% interval. */
export const Z95 = normal.quantile(0.975, 0, 1)

/** Φ(x). */
export const normalCdf = (x: number): number => normal.cdf(x, 0, 1)
/** φ(x). */
export const normalPdf = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
/** Φ⁻¹(p). */
export const normalQuantile = (p: number): number => normal.quantile(p, 0, 1)
/** Student t distribution function; `df` may be fractional. */
export const tCdf = (x: number, df: number): number => t.cdf(x, df)
/** Student t quantile; `df` may be fractional. */
export const tQuantile = (p: number, df: number): number => t.quantile(p, df)
/** Two-sided p-value of a t statistic. */
export const tTwoSided = (x: number, df: number): number => Math.min(1, 2 * t.cdf(-Math.abs(x), df))
/** F distribution function; degrees of freedom may be fractional. */
export const fCdf = (x: number, d1: number, d2: number): number => f.cdf(x, d1, d2)
/** F quantile; degrees of freedom may be fractional. */
export const fQuantile = (p: number, d1: number, d2: number): number => f.quantile(p, d1, d2)
/** Chi-square quantile. */
export const chiSquareQuantile = (p: number, df: number): number => chisquare.quantile(p, df)
/** Upper tail of chi-square: the p-value of a statistic. */
export const chiSquareUpper = (x: number, df: number): number => 1 - chisquare.cdf(x, df)
/** Beta distribution function. */
export const betaCdf = (x: number, a: number, b: number): number => beta.cdf(x, a, b)
/** Beta quantile. */
export const betaQuantile = (p: number, a: number, b: number): number => beta.quantile(p, a, b)
/** P(X = x) when `draws` are taken from `population` of which `successes` succeed. */
export const hypergeometricPmf = (x: number, population: number, successes: number, draws: number): number =>
  hypergeometric.pmf(x, population, successes, draws)

/** ln Γ(x) for x > 0 (Lanczos, 15 digits). */
export function logGamma(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  const y = x - 1
  let sum = c[0]!
  for (let i = 1; i < 9; i++) sum += c[i]! / (y + i)
  const s = y + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(s) - s + Math.log(sum)
}

/** P(T ≤ x) of the noncentral t with `df` and noncentrality `delta`: Φ(x·s − δ) averaged over s = √(χ²/df). */
export function noncentralTCdf(x: number, df: number, delta: number): number {
  const logC = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2)
  const density = (s: number) => (s <= 0 ? 0 : Math.exp(logC + (df - 1) * Math.log(s) - (df * s * s) / 2))
  const spread = 10 / Math.sqrt(2 * df)
  const mass = (s: number) => density(s) * normalCdf(x * s - delta)
  return integrate(mass, Math.max(0, 1 - spread), 1 + spread, spread / 8)
}
