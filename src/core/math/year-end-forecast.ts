import { tQuantile } from './distributions.ts'
import { mean, sd } from './moments.ts'
import { inWords, type ModelResult } from './result.ts'

/** Fewer earlier years or lines than this say nothing of the next. */
export const leastShares = 3

/**
 * What a budget line will have spent at the year's end: realised + what is committed and not yet realised × the share of a
 * commitment that earlier years completed. Interval: 95% prediction interval of one more share (Student t), kept within 0 and 1.
 * With too few earlier shares only the bounds are said: nothing more is paid out, or everything committed is.
 */
export function yearEndForecast(input: {
  realised: number | null
  committed: number | null
  /** Completed share of what was committed, one an earlier line. */
  shares: number[]
}): ModelResult & { outstanding: number | null } {
  const { realised, committed, shares } = input
  const base = {
    n: shares.length,
    method: 'selang perkiraan t 95%',
    assumptions: ['penyelesaian komitmen tahun ini serupa dengan tahun sebelumnya'],
  }
  const missing = [
    ...(realised === null ? [{ what: 'realisasi', who: 'bendahara' }] : []),
    ...(committed === null ? [{ what: 'komitmen', who: 'bendahara' }] : []),
  ]
  if (realised === null || committed === null)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      missing,
      outstanding: null,
      limits: 'Belum dapat diperkirakan: realisasi atau komitmen belum dilaporkan.',
    }
  const outstanding = Math.max(0, committed - realised)
  if (shares.length < leastShares)
    return {
      ...base,
      status: 'sebagian',
      value: null,
      interval: [realised, realised + outstanding],
      missing: [{ what: 'realisasi tahun-tahun sebelumnya', who: 'bendahara' }],
      outstanding,
      limits: 'Tahun sebelumnya terlalu sedikit, jadi hanya batasnya yang dapat disebut.',
    }
  const m = mean(shares)
  const half = tQuantile(0.975, shares.length - 1) * sd(shares) * Math.sqrt(1 + 1 / shares.length)
  const within = (share: number) => Math.min(1, Math.max(0, share))
  return {
    ...base,
    status: 'ok',
    value: realised + outstanding * within(m),
    interval: [realised + outstanding * within(m - half), realised + outstanding * within(m + half)],
    missing: [],
    outstanding,
    limits: `Perkiraan dari ${shares.length} baris tahun sebelumnya, yang rata-rata menyelesaikan ${inWords(100 * m, 0)}% komitmennya; bukan janji.`,
  }
}
