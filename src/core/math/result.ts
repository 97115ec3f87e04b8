/**
 * How far a result may be trusted: `ok` a value; `sebagian` bounds only; `belumDapatDisimpulkan` too little data;
 * `tidakTerdefinisi` the formula has no answer (zero variance, empty margin). With the last two `value` is null.
 */
export type ResultStatus = 'ok' | 'sebagian' | 'belumDapatDisimpulkan' | 'tidakTerdefinisi'

/** Lower and upper limit, in the unit of the value. */
export type Interval = [number, number]

/** What was not there, and who must supply it (both in Bahasa Indonesia); `count` cases when counted. */
export type Missing = { what: string; who: string; count?: number }

/** What every model returns, next to its own named fields (`science.md` section 0). */
export type ModelResult<V = number> = {
  status: ResultStatus
  /** The headline; null when there is none. */
  value: V | null
  /** 95% two-sided unless a parameter says otherwise; its method is named in `method`. */
  interval?: Interval | null
  /** Number of observations the value rests on. */
  n: number
  missing: Missing[]
  method: string
  assumptions: string[]
  /** The sentence, in Bahasa Indonesia, that must stand beside the number on the screen. */
  limits: string
}

/** A number inside a limits sentence: comma as decimal mark, no thousands mark. */
export const inWords = (x: number | null | undefined, digits = 2): string =>
  x === null || x === undefined || !Number.isFinite(x)
    ? 'tidak diketahui'
    : x.toFixed(digits).replace('.', ',').replace('-', '−')

/** The numbers between which a value is rounded for a sentence, e.g. "0,52–0,83". */
export const rangeInWords = (interval: Interval | null | undefined, digits = 2): string =>
  interval ? `${inWords(interval[0], digits)}–${inWords(interval[1], digits)}` : 'tidak diketahui'

/** The sentence of a screen that shows m intervals at once. */
export const manyIntervals = (m: number): string =>
  `Dari ${m} selang, sekitar ${inWords(0.05 * m, 0.05 * m < 10 ? 1 : 0)} dapat meleset karena kebetulan.`
