import { tQuantile, tTwoSided, Z95 } from './distributions.ts'
import { mean, variance } from './moments.ts'
import type { UnitChange } from './panel.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type GroupMeans = {
  meanTreatedPre: number
  meanTreatedPost: number
  meanCompPre: number
  meanCompPost: number
  /** Standard errors of the *changes*; null when not known. */
  seChangeTreated: number | null
  seChangeComp: number | null
}

const caution =
  'Perbedaan ini dapat berasal dari hal lain yang terjadi bersamaan; anggapan: tanpa program, kedua kelompok bergerak sejajar.'

/** 2×2 difference-in-differences from group means. */
export function did2x2(g: GroupMeans): ModelResult & { delta: number; se: number | null } {
  const delta = g.meanTreatedPost - g.meanTreatedPre - (g.meanCompPost - g.meanCompPre)
  const se =
    g.seChangeTreated === null || g.seChangeComp === null ? null : Math.hypot(g.seChangeTreated, g.seChangeComp)
  const interval: Interval | null = se === null ? null : [delta - Z95 * se, delta + Z95 * se]
  return {
    status: 'ok',
    value: delta,
    delta,
    se,
    interval,
    n: 4,
    missing: se === null ? [{ what: 'galat baku perubahan', who: 'penyusun data' }] : [],
    method: 'beda dari beda; selang normal',
    assumptions: ['tanpa program, kedua kelompok bergerak sejajar'],
    limits: `${interval ? `Selang ${rangeInWords(interval)}. ` : ''}${caution}`,
  }
}

/** Standard error, degrees of freedom, statistic and p of a difference of means. */
export type TwoSample = { se: number; df: number; t: number; p: number; interval: Interval }
export type UnitDifference = ModelResult & {
  estimate: number | null
  welch: TwoSample | null
  pooled: TwoSample | null
  treated: number
  comparison: number
}

const twoSample = (d: number, se: number, df: number): TwoSample => {
  const half = tQuantile(0.975, df) * se
  return { se, df, t: d / se, p: tTwoSided(d / se, df), interval: [d - half, d + half] }
}

/** Difference of the mean changes of two sets of units, with Welch and pooled standard errors. */
export function unitDifference(changes: UnitChange[]): UnitDifference {
  const a = changes.filter(c => c.treated).map(c => c.y)
  const b = changes.filter(c => !c.treated).map(c => c.y)
  const base = {
    n: changes.length,
    missing: [],
    method: 'beda dari beda atas perubahan unit; selang t Welch',
    assumptions: ['tanpa program, kedua kelompok bergerak sejajar', 'unit saling bebas'],
    treated: a.length,
    comparison: b.length,
    limits: `${a.length} unit program dan ${b.length} unit pembanding. ${caution}`,
  }
  const none = { ...base, value: null, interval: null, estimate: null, welch: null, pooled: null }
  if (!a.length || !b.length) return { ...none, status: 'belumDapatDisimpulkan' }
  const d = mean(a) - mean(b)
  if (a.length < 2 || b.length < 2) return { ...none, estimate: d, status: 'belumDapatDisimpulkan' }
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length]
  if (va + vb < 1e-24) return { ...none, estimate: d, status: 'tidakTerdefinisi' }
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  const dfPooled = a.length + b.length - 2
  const s2 = ((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / dfPooled
  const welch = twoSample(d, Math.sqrt(va + vb), df)
  return {
    ...base,
    status: 'ok',
    value: d,
    interval: welch.interval,
    estimate: d,
    welch,
    pooled: twoSample(d, Math.sqrt(s2 * (1 / a.length + 1 / b.length)), dfPooled),
  }
}
