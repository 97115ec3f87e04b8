import { Z95 } from './distributions.ts'
import { type Interval, inWords, type ModelResult } from './result.ts'

/** One stay: from `entry` (0 if absent: seen from the start) to `time`; `event` true when it ended, false when still going. */
export type Duration = { entry?: number | null; time: number; event: boolean }
export type SurvivalStep = {
  t: number
  atRisk: number
  events: number
  S: number
  se: number | null
  interval: Interval | null
  /** Fewer than ten at risk: draw dotted. */
  thin: boolean
}
export type KaplanMeier = ModelResult & {
  times: SurvivalStep[]
  median: number | null
  events: number
  censored: number
}

/** Share still in post over time. Those already in post when the window opens enter late: at risk when entry < t ≤ time. */
export function kaplanMeier(durations: Duration[], leastAtRisk = 10): KaplanMeier {
  const ends = [...new Set(durations.filter(d => d.event).map(d => d.time))].sort((a, b) => a - b)
  let S = 1
  let V = 0
  const times = ends.map(t => {
    const atRisk = durations.filter(d => (d.entry ?? 0) < t && t <= d.time).length
    const events = durations.filter(d => d.event && d.time === t && (d.entry ?? 0) < t).length
    if (atRisk > 0) S *= 1 - events / atRisk
    V = atRisk > events ? V + events / (atRisk * (atRisk - events)) : Number.POSITIVE_INFINITY
    const held = Number.isFinite(V) && S > 0 && S < 1
    const shift = held ? Math.exp((Z95 * Math.sqrt(V)) / Math.abs(Math.log(S))) : 1
    return {
      t,
      atRisk,
      events,
      S,
      se: held ? S * Math.sqrt(V) : null,
      interval: held ? ([S ** shift, S ** (1 / shift)] as Interval) : null,
      thin: atRisk < leastAtRisk,
    }
  })
  const median = times.find(x => x.S <= 0.5 + 1e-12)?.t ?? null
  const events = durations.filter(d => d.event).length
  return {
    status: durations.length === 0 ? 'belumDapatDisimpulkan' : median === null ? 'sebagian' : 'ok',
    value: durations.length === 0 ? null : median,
    n: durations.length,
    missing: [],
    method: 'Kaplan-Meier dengan masuk terlambat; selang log-log',
    assumptions: ['yang masih menjabat tidak berbeda dari yang sudah pergi'],
    times,
    median,
    events,
    censored: durations.length - events,
    limits:
      durations.length === 0
        ? 'Belum ada data masa jabatan.'
        : median === null
          ? `Dari ${durations.length} orang, kurang dari separuh telah pergi; masa tengah belum tercapai.`
          : `Separuh bertahan sampai ${inWords(median, 0)}; garis putus-putus berarti kurang dari ${leastAtRisk} orang.`,
  }
}
