import { normalQuantile, tQuantile } from './distributions.ts'
import { inWords, type ModelResult } from './result.ts'

export type DetectableInput = {
  sdChange: number
  nTreated: number
  nComparison: number
  alpha?: number
  power?: number
}
export type DetectableEffect = ModelResult & {
  mde: number | null
  se: number | null
  multiplier: number | null
  /** M of a very large sample (2.8 at 5% and 80%). */
  largeSampleMultiplier: number
}

/** The smallest difference of mean changes that so few units can show. In the unit of the outcome. */
export function minimumDetectableEffect(input: DetectableInput): DetectableEffect {
  const { sdChange, nTreated, nComparison, alpha = 0.05, power = 0.8 } = input
  const n = nTreated + nComparison
  const largeSampleMultiplier = normalQuantile(1 - alpha / 2) + normalQuantile(power)
  const base = {
    n,
    missing: [],
    method: 'pengaruh terkecil yang dapat terlihat (Bloom)',
    assumptions: ['simpangan perubahan sama di kedua kelompok'],
    largeSampleMultiplier,
  }
  if (n < 3 || nTreated < 1 || nComparison < 1)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      mde: null,
      se: null,
      multiplier: null,
      limits: 'Unit terlalu sedikit untuk menghitung perubahan terkecil yang dapat terlihat.',
    }
  const se = sdChange * Math.sqrt(1 / nTreated + 1 / nComparison)
  const multiplier = tQuantile(1 - alpha / 2, n - 2) + tQuantile(power, n - 2)
  const mde = multiplier * se
  return {
    ...base,
    status: 'ok',
    value: mde,
    mde,
    se,
    multiplier,
    limits: `Dengan ${nTreated} unit program dan ${nComparison} pembanding, perubahan di bawah ${inWords(mde)} belum dapat terlihat.`,
  }
}

/** Units per arm (with `ratio` comparison units per treated one) so that the detectable effect is at most `target`. */
export function requiredUnits(input: {
  sdChange: number
  target: number
  ratio?: number
  alpha?: number
  power?: number
}): ModelResult & { nTreated: number | null; nComparison: number | null } {
  const { sdChange, target, ratio = 1, alpha, power } = input
  for (let nTreated = 2; nTreated <= 100000; nTreated++) {
    const nComparison = Math.max(1, Math.ceil(nTreated * ratio))
    const mde = minimumDetectableEffect({ sdChange, nTreated, nComparison, alpha, power }).mde
    if (mde !== null && mde <= target)
      return {
        status: 'ok',
        value: nTreated + nComparison,
        n: nTreated + nComparison,
        nTreated,
        nComparison,
        missing: [],
        method: 'pencarian atas pengaruh terkecil yang dapat terlihat',
        assumptions: ['simpangan perubahan sama di kedua kelompok'],
        limits: `Diperlukan ${nTreated} unit program dan ${nComparison} pembanding untuk melihat perubahan ${inWords(target)}.`,
      }
  }
  return {
    status: 'belumDapatDisimpulkan',
    value: null,
    n: 0,
    nTreated: null,
    nComparison: null,
    missing: [],
    method: 'pencarian atas pengaruh terkecil yang dapat terlihat',
    assumptions: [],
    limits: 'Lebih dari 100.000 unit diperlukan; sasaran terlalu kecil terhadap simpangannya.',
  }
}
