import { type Interval, type ModelResult, rangeInWords } from './result.ts'
import { wilsonLimits } from './wilson-interval.ts'

/** Difference of two independent shares, Newcombe's method 10 (Wilson limits, no continuity correction). */
export function newcombeDifference(x1: number, n1: number, x2: number, n2: number): ModelResult {
  const base = { n: n1 + n2, missing: [], method: 'Newcombe metode 10', assumptions: ['dua kelompok saling bebas'] }
  if (n1 === 0 || n2 === 0)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      limits: 'Salah satu kelompok belum berisi, sehingga selisih belum dapat dihitung.',
    }
  const [p1, p2] = [x1 / n1, x2 / n2]
  const [l1, u1] = wilsonLimits(x1, n1)
  const [l2, u2] = wilsonLimits(x2, n2)
  const d = p1 - p2
  const interval: Interval = [d - Math.hypot(p1 - l1, u2 - p2), d + Math.hypot(u1 - p1, p2 - l2)]
  return {
    ...base,
    status: 'ok',
    value: d,
    interval,
    limits: `Selisih proporsi dari n = ${n1} dan ${n2}; selang ${rangeInWords(interval)}.`,
  }
}
