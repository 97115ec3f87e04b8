import { type Interval, inWords, type ModelResult } from './result.ts'
import { wilsonLimits } from './wilson-interval.ts'

/** Brier score of yes/no forecasts: mean (p − o)², 0 is perfect; null outcomes wait. */
export function brierScore(forecasts: { p: number; outcome: 0 | 1 | null }[]): ModelResult & { waiting: number } {
  const seen = forecasts.filter(f => f.outcome !== null)
  const waiting = forecasts.length - seen.length
  const value = seen.length ? seen.reduce((s, f) => s + (f.p - f.outcome!) ** 2, 0) / seen.length : null
  return {
    status: value === null ? 'belumDapatDisimpulkan' : 'ok',
    value,
    interval: null,
    n: seen.length,
    missing: waiting ? [{ what: 'kejadian yang diperkirakan', who: 'waktu', count: waiting }] : [],
    method: 'skor Brier',
    assumptions: [],
    waiting,
    limits:
      value === null
        ? 'Belum ada perkiraan yang sudah terjadi.'
        : `Skor Brier ${inWords(value, 3)} dari ${seen.length} perkiraan; makin kecil makin tepat.`,
  }
}

/** Share of forecast intervals that held what happened, to be compared with their level. */
export function intervalCoverage(
  forecasts: { interval: Interval; outcome: number | null }[],
  level: number,
): ModelResult & { level: number } {
  const seen = forecasts.filter(f => f.outcome !== null)
  const hits = seen.filter(f => f.outcome! >= f.interval[0] && f.outcome! <= f.interval[1]).length
  return {
    status: seen.length ? 'ok' : 'belumDapatDisimpulkan',
    value: seen.length ? hits / seen.length : null,
    interval: seen.length ? wilsonLimits(hits, seen.length) : null,
    n: seen.length,
    missing: [],
    method: 'proporsi tercakup; selang Wilson',
    assumptions: [],
    level,
    limits: `${hits} dari ${seen.length} selang ${inWords(100 * level, 0)}% memuat kenyataan.`,
  }
}
