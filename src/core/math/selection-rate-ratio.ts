import { Z95 } from './distributions.ts'
import { type Interval, inWords, type ModelResult, rangeInWords } from './result.ts'

/** Ratio of two selection rates; `corrected` says that 0.5 was added to both counts for the interval only. */
export type RateRatio = ModelResult & {
  ratio: number | null
  rate1: number | null
  rate2: number | null
  corrected: boolean
}

/** A line for the reader: a difference is a sign to look into, never proof. */
export const fairnessLimits = (n1: number, n2: number): string =>
  `Selisih antarkelompok adalah tanda untuk ditelaah, bukan bukti diskriminasi; sebab lain (jabatan, masa kerja) belum tentu diperhitungkan. n = ${n1}, ${n2}.`

/** x1/n1 over x2/n2 (group 2 is the reference) with the Katz log interval. */
export function selectionRateRatio(x1: number, n1: number, x2: number, n2: number): RateRatio {
  const base = { n: n1 + n2, missing: [], method: 'Katz log', assumptions: ['dua kelompok saling bebas'] }
  const rate1 = n1 > 0 ? x1 / n1 : null
  const rate2 = n2 > 0 ? x2 / n2 : null
  const none = { ...base, value: null, ratio: null, interval: null, rate1, rate2, corrected: false }
  if (rate1 === null || rate2 === null)
    return { ...none, status: 'belumDapatDisimpulkan', limits: 'Salah satu kelompok belum berisi.' }
  const ratio = rate2 === 0 ? null : rate1 / rate2
  if (rate1 === 1 && rate2 === 1) return { ...none, status: 'ok', value: 1, ratio: 1, limits: fairnessLimits(n1, n2) }
  const corrected = x1 === 0 || x2 === 0
  const [a, m, b, k] = corrected ? [x1 + 0.5, n1 + 1, x2 + 0.5, n2 + 1] : [x1, n1, x2, n2]
  const centre = Math.log(a / m / (b / k))
  const half = Z95 * Math.sqrt(1 / a - 1 / m + 1 / b - 1 / k)
  const interval: Interval = [Math.exp(centre - half), Math.exp(centre + half)]
  // Nobody selected in the reference: no ratio, but the corrected interval still says what could be.
  if (ratio === null)
    return {
      ...none,
      status: 'tidakTerdefinisi',
      interval,
      corrected,
      limits: `Tidak seorang pun terpilih dalam kelompok acuan. ${fairnessLimits(n1, n2)} Selang memakai koreksi 0,5.`,
    }
  return {
    ...base,
    status: 'ok',
    value: ratio,
    ratio,
    interval,
    rate1,
    rate2,
    corrected,
    limits: `${fairnessLimits(n1, n2)}${corrected ? ' Selang memakai koreksi 0,5 karena ada kelompok tanpa yang terpilih.' : ''}`,
  }
}

/** What the four-fifths screen says; `ratio` as in `selectionRateRatio`. */
export type FourFifths = ModelResult & { perluDitelaah: boolean | null; kuat: boolean | null; datanyaSedikit: boolean }

/** Screen: is the rate of group 1 below four fifths of the reference's? A screen, not a legal test in Indonesia. */
export function fourFifths(x1: number, n1: number, x2: number, n2: number, threshold = 0.8): FourFifths {
  const r = selectionRateRatio(x1, n1, x2, n2)
  const n = n1 + n2
  const chosen = x1 + x2
  const least = n === 0 ? 0 : Math.min(n1 * chosen, n2 * chosen, n1 * (n - chosen), n2 * (n - chosen)) / n
  const perluDitelaah = r.ratio === null ? null : r.ratio < threshold - 1e-9
  return {
    status: r.status,
    value: r.value,
    interval: r.interval,
    n,
    missing: [],
    method: 'empat per lima',
    assumptions: r.assumptions,
    perluDitelaah,
    kuat: perluDitelaah === null ? null : perluDitelaah && !!r.interval && r.interval[1] < 1,
    datanyaSedikit: least < 5,
    limits: `${r.limits} Rasio ${inWords(r.ratio)}, selang ${rangeInWords(r.interval)}.`,
  }
}
