import { Z95 } from './distributions.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'
import { fairnessLimits } from './selection-rate-ratio.ts'

export type StandardisedDifference = ModelResult & {
  d: number | null
  g: number | null
  varD: number | null
  varG: number | null
}

/** Difference of two means in pooled standard deviations (Hedges' g is the headline). */
export function standardisedMeanDifference(
  m1: number,
  s1: number,
  n1: number,
  m2: number,
  s2: number,
  n2: number,
): StandardisedDifference {
  const df = n1 + n2 - 2
  const base = {
    n: n1 + n2,
    missing: [],
    method: 'g Hedges; selang normal',
    assumptions: ['simpangan kedua kelompok serupa'],
  }
  const none = { ...base, value: null, interval: null, d: null, g: null, varD: null, varG: null }
  if (n1 < 2 || n2 < 2)
    return { ...none, status: 'belumDapatDisimpulkan', limits: 'Setiap kelompok perlu paling sedikit dua orang.' }
  const pooled = Math.sqrt(((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / df)
  if (pooled < 1e-12) return { ...none, status: 'tidakTerdefinisi', limits: 'Nilai tidak bervariasi dalam kelompok.' }
  const d = (m1 - m2) / pooled
  const J = 1 - 3 / (4 * df - 1)
  const varD = (n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2))
  const g = J * d
  const varG = J * J * varD
  const half = Z95 * Math.sqrt(varG)
  const interval: Interval = [g - half, g + half]
  return {
    ...base,
    status: 'ok',
    value: g,
    interval,
    d,
    g,
    varD,
    varG,
    limits: `${fairnessLimits(n1, n2)} Selang ${rangeInWords(interval)}.`,
  }
}
