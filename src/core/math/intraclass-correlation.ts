import { fQuantile } from './distributions.ts'
import { mean } from './moments.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k'
export const iccForms: IccForm[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k']
type FormDetail = { value: number; F: number; df: [number, number]; interval: Interval; word: string }

export type IntraclassCorrelation = Omit<ModelResult, 'interval'> & {
  ms: { BMS: number; WMS: number; JMS: number; EMS: number } | null
  icc: Record<IccForm, number> | null
  interval: Record<IccForm, Interval> | null
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
  const icc: Record<IccForm, number> = {
    '1,1': (BMS - WMS) / (BMS + (k - 1) * WMS),
    '2,1': (BMS - EMS) / (BMS + (k - 1) * EMS + (k * (JMS - EMS)) / n),
    '3,1': (BMS - EMS) / (BMS + (k - 1) * EMS),
    '1,k': (BMS - WMS) / BMS,
    '2,k': (BMS - EMS) / (BMS + (JMS - EMS) / n),
    '3,k': (BMS - EMS) / BMS,
  }
  const tail = 0.5 + level / 2
  if (EMS < 1e-15 * total || BMS < 1e-15 * total)
    return {
      ...none,
      ms,
      icc: Object.values(icc).every(Number.isFinite) ? icc : null,
      semAgreement,
      semConsistency,
      status: 'tidakTerdefinisi',
      limits:
        'Penilai tidak berbeda dalam urutan atau orang tidak berbeda nilai, sehingga selang tidak dapat dihitung.',
    }
  const single = (F: number, d1: number, d2: number) => {
    const low = F / fQuantile(tail, d1, d2)
    const high = F * fQuantile(tail, d2, d1)
    return {
      one: [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)] as Interval,
      many: [1 - 1 / low, 1 - 1 / high] as Interval,
    }
  }
  const dfW = n * (k - 1)
  const dfE = (n - 1) * (k - 1)
  const first = single(BMS / WMS, n - 1, dfW)
  const third = single(BMS / EMS, n - 1, dfE)
  const r = icc['2,1']
  const Fj = JMS / EMS
  const a = k * r * Fj
  const b = n * (1 + (k - 1) * r) - k * r
  const v = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * k * k * r * r * Fj * Fj + b * b)
  const f1 = fQuantile(tail, n - 1, v)
  const f2 = fQuantile(tail, v, n - 1)
  const shared = k * JMS + (k * n - k - n) * EMS
  const two: Interval = [
    (n * (BMS - f1 * EMS)) / (f1 * shared + n * BMS),
    (n * (f2 * BMS - EMS)) / (shared + n * f2 * BMS),
  ]
  const stepUp = (L: number) => (k * L) / (1 + (k - 1) * L)
  const interval: Record<IccForm, Interval> = {
    '1,1': first.one,
    '2,1': two,
    '3,1': third.one,
    '1,k': first.many,
    '2,k': [stepUp(two[0]), stepUp(two[1])],
    '3,k': third.many,
  }
  const detail = (f: IccForm): FormDetail => ({
    value: icc[f],
    F: BMS / (f.startsWith('1') ? WMS : EMS),
    df: f.startsWith('1') ? [n - 1, dfW] : f.startsWith('2') ? [n - 1, v] : [n - 1, dfE],
    interval: interval[f],
    word: icc[f] < 0 ? 'tidak ada kesepakatan terukur' : reliabilityWord(interval[f][0]),
  })
  return {
    ...base,
    status: 'ok',
    value: icc[form],
    ms,
    icc,
    interval,
    forms: Object.fromEntries(iccForms.map(f => [f, detail(f)])) as Record<IccForm, FormDetail>,
    semAgreement,
    semConsistency,
    limits: `${k} penilai, ${n} orang; selang ${rangeInWords(interval[form])}.`,
  }
}
