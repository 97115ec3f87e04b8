import { fQuantile } from './distributions.ts'
import { mean } from './moments.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k'
export const iccForms: IccForm[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k']
type FormDetail = {
  value: number | null
  /** Null where nothing is left over to divide by: raters agree to the last digit. */
  F: number | null
  df: [number, number]
  interval: Interval | null
  word: string | null
}

export type IntraclassCorrelation = Omit<ModelResult, 'interval'> & {
  ms: { BMS: number; WMS: number; JMS: number; EMS: number } | null
  /** A form that has no answer is null: the mean of k raters when people do not differ at all. */
  icc: Record<IccForm, number | null> | null
  interval: Record<IccForm, Interval | null> | null
  /** Each form with F, degrees of freedom and the word judged on its lower limit. */
  forms: Record<IccForm, FormDetail> | null
  /** In points of the score; these feed `boxProbability`. */
  semAgreement: number | null
  semConsistency: number | null
}

/** Word of Koo & Li (2016) for the lower limit. */
export const reliabilityWord = (lower: number): string =>
  lower < 0.5 ? 'rendah' : lower < 0.75 ? 'sedang' : lower < 0.9 ? 'baik' : 'sangat baik'

/** Intraclass correlations of a complete matrix (rows targets, columns raters). An absolute cut needs (2,·). */
export function intraclassCorrelation(
  matrix: (number | null)[][],
  options: { level?: number; form?: IccForm } = {},
): IntraclassCorrelation {
  const { level = 0.95, form = '2,1' } = options
  const n = matrix.length
  const k = matrix[0]?.length ?? 0
  const absent = matrix.flat().filter(v => v === null).length
  const base = {
    n,
    missing: absent ? [{ what: 'nilai penilai', who: 'penilai', count: absent }] : [],
    method: `ICC(${form}) Shrout & Fleiss; selang F`,
    assumptions: ['setiap orang dinilai oleh penilai yang sama', 'galat kira-kira normal dan sama besar'],
  }
  const none = {
    ...base,
    value: null,
    ms: null,
    icc: null,
    interval: null,
    forms: null,
    semAgreement: null,
    semConsistency: null,
  }
  if (absent)
    return {
      ...none,
      status: 'belumDapatDisimpulkan',
      limits: 'Matriks nilai belum lengkap; nilai kosong tidak diisi dengan rata-rata.',
    }
  if (n < 5 || k < 2)
    return {
      ...none,
      status: 'belumDapatDisimpulkan',
      limits: `${k} penilai, ${n} orang; terlalu sedikit (perlu 2 penilai dan 5 orang).`,
    }
  const x = matrix as number[][]
  const grand = mean(x.flat())
  const rows = x.map(mean)
  const columns = Array.from({ length: k }, (_, j) => mean(x.map(r => r[j]!)))
  const between = k * rows.reduce((s, m) => s + (m - grand) ** 2, 0)
  const raters = n * columns.reduce((s, m) => s + (m - grand) ** 2, 0)
  const total = x.flat().reduce((s, v) => s + (v - grand) ** 2, 0)
  const BMS = between / (n - 1)
  const WMS = (total - between) / (n * (k - 1))
  const JMS = raters / (k - 1)
  const EMS = Math.max(0, total - between - raters) / ((n - 1) * (k - 1))
  const ms = { BMS, WMS, JMS, EMS }
  const semAgreement = Math.sqrt(Math.max(0, (JMS - EMS) / n) + EMS)
  const semConsistency = Math.sqrt(EMS)
  if (total < 1e-18)
    return {
      ...none,
      status: 'tidakTerdefinisi',
      ms,
      limits: 'Semua nilai sama, sehingga kesepakatan tidak dapat dihitung.',
    }
  // What is smaller than rounding is none: raters who differ by nothing, or people who do not differ.
  const trace = (v: number, df: number) => (v * df < 1e-12 * total ? 0 : v)
  const [B, W, J, E] = [
    trace(BMS, n - 1),
    trace(WMS, n * (k - 1)),
    trace(JMS, k - 1),
    trace(EMS, (n - 1) * (k - 1)),
  ] as const
  const finite = (v: number): number | null => (Number.isFinite(v) ? v : null)
  const icc: Record<IccForm, number | null> = {
    '1,1': finite((B - W) / (B + (k - 1) * W)),
    '2,1': finite((B - E) / (B + (k - 1) * E + (k * (J - E)) / n)),
    '3,1': finite((B - E) / (B + (k - 1) * E)),
    '1,k': finite((B - W) / B),
    '2,k': finite((B - E) / (B + (J - E) / n)),
    '3,k': finite((B - E) / B),
  }
  const tail = 0.5 + level / 2
  const pair = (low: number, high: number): Interval | null =>
    Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null
  const single = (left: number, d1: number, d2: number) => {
    // F without end: the interval closes at 1.
    if (left === 0) return { one: [1, 1] as Interval, many: [1, 1] as Interval }
    const F = B / left
    const low = F / fQuantile(tail, d1, d2)
    const high = F * fQuantile(tail, d2, d1)
    return { one: pair((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)), many: pair(1 - 1 / low, 1 - 1 / high) }
  }
  const dfW = n * (k - 1)
  const dfE = (n - 1) * (k - 1)
  const first = single(W, n - 1, dfW)
  const third = single(E, n - 1, dfE)
  const r = icc['2,1'] ?? 0
  const a = (k * r * J) / (E || 1)
  const b = n * (1 + (k - 1) * r) - k * r
  // Without residual the rater effect alone decides: v tends to k − 1.
  const v = E === 0 ? k - 1 : ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * k * k * r * r * (J / E) * (J / E) + b * b)
  const two = ((): Interval | null => {
    if (E === 0 && J === 0) return [1, 1]
    const f1 = fQuantile(tail, n - 1, v)
    const f2 = fQuantile(tail, v, n - 1)
    const shared = k * J + (k * n - k - n) * E
    return pair((n * (B - f1 * E)) / (f1 * shared + n * B), (n * (f2 * B - E)) / (shared + n * f2 * B))
  })()
  const stepUp = (L: number) => (k * L) / (1 + (k - 1) * L)
  const interval: Record<IccForm, Interval | null> = {
    '1,1': first.one,
    '2,1': two,
    '3,1': third.one,
    '1,k': first.many,
    '2,k': two && pair(stepUp(two[0]), stepUp(two[1])),
    '3,k': third.many,
  }
  const detail = (f: IccForm): FormDetail => {
    const [value, range] = [icc[f], interval[f]]
    return {
      value,
      F: finite(B / (f.startsWith('1') ? W : E)),
      df: f.startsWith('1') ? [n - 1, dfW] : f.startsWith('2') ? [n - 1, v] : [n - 1, dfE],
      interval: range,
      word:
        value === null ? null : value < 0 ? 'tidak ada kesepakatan terukur' : range ? reliabilityWord(range[0]) : null,
    }
  }
  const headline = icc[form]
  if (headline === null)
    return {
      ...none,
      ms,
      icc,
      semAgreement,
      semConsistency,
      status: 'tidakTerdefinisi',
      limits: 'Orang yang dinilai tidak berbeda nilai rata-ratanya, sehingga kesepakatan tidak dapat dihitung.',
    }
  return {
    ...base,
    status: 'ok',
    value: headline,
    ms,
    icc,
    interval,
    forms: Object.fromEntries(iccForms.map(f => [f, detail(f)])) as Record<IccForm, FormDetail>,
    semAgreement,
    semConsistency,
    limits: `${k} penilai, ${n} orang; selang ${rangeInWords(interval[form])}.`,
  }
}
