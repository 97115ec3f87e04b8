import { Z95 } from './distributions.ts'
import { mean, sum } from './moments.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

/** Normal-Normal posterior of one θ: a prior N(prior.mean, prior.sd²) seen through y with standard error s. */
export function normalPosterior(prior: { mean: number; sd: number }, y: number, s: number) {
  const [a, b] = [1 / prior.sd ** 2, 1 / s ** 2]
  const value = (prior.mean * a + y * b) / (a + b)
  const sd = Math.sqrt(1 / (a + b))
  return { value, sd, interval: [value - Z95 * sd, value + Z95 * sd] as Interval }
}

export type NormalShrinkage = ModelResult & {
  pooled: number | null
  se: number | null
  Q: number | null
  df: number
  /** Between-group variance, DerSimonian-Laird, or the one given. */
  tau2: number | null
  mean: number | null
  estimates: { label: string; value: number; sd: number }[]
}

/** Effects of several groups, each with its standard error, drawn towards their mean. `tau` overrides the estimate. */
export function normalShrinkage(
  effects: { label: string; effect: number; se: number }[],
  tau?: number,
): NormalShrinkage {
  const k = effects.length
  const base = {
    n: k,
    missing: [],
    method: 'Normal-Normal; ragam antarkelompok DerSimonian-Laird',
    assumptions: ['kelompok serupa jenisnya'],
    df: Math.max(0, k - 1),
  }
  if (k < 2)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      pooled: null,
      se: null,
      Q: null,
      tau2: null,
      mean: null,
      estimates: [],
      limits: 'Diperlukan paling sedikit dua kelompok.',
    }
  const w = effects.map(e => 1 / e.se ** 2)
  const pooled = sum(effects.map((e, i) => w[i]! * e.effect)) / sum(w)
  const Q = sum(effects.map((e, i) => w[i]! * (e.effect - pooled) ** 2))
  const tau2 = tau === undefined ? Math.max(0, (Q - (k - 1)) / (sum(w) - sum(w.map(v => v * v)) / sum(w))) : tau * tau
  const v = effects.map(e => 1 / (e.se ** 2 + tau2))
  const centre = sum(effects.map((e, i) => v[i]! * e.effect)) / sum(v)
  const se = Math.sqrt(1 / sum(w))
  const half = Z95 / Math.sqrt(sum(v))
  const interval: Interval = [centre - half, centre + half]
  return {
    ...base,
    status: 'ok',
    value: centre,
    interval,
    pooled,
    se,
    Q,
    tau2,
    mean: centre,
    estimates: effects.map(e => {
      if (tau2 === 0) return { label: e.label, value: centre, sd: 0 }
      const p = normalPosterior({ mean: centre, sd: Math.sqrt(tau2) }, e.effect, e.se)
      return { label: e.label, value: p.value, sd: p.sd }
    }),
    limits: `Perkiraan ${k} kelompok ditarik ke rata-ratanya; selang rata-rata ${rangeInWords(interval)}.`,
  }
}

export type JamesStein = ModelResult & {
  mean: number | null
  c: number | null
  estimates: { label: string; value: number }[]
}

/** James-Stein over shares hits/atBats that share one denominator (Efron & Morris 1977). */
export function jamesStein(groups: { label: string; hits: number; atBats: number }[]): JamesStein {
  const k = groups.length
  const y = groups.map(g => g.hits / g.atBats)
  const base = { n: k, missing: [], method: 'James-Stein', assumptions: ['penyebut sama bagi setiap kelompok'] }
  const m = k ? mean(y) : 0
  const spread = sum(y.map(v => (v - m) ** 2))
  if (k < 4 || spread < 1e-15)
    return {
      ...base,
      status: k < 4 ? 'belumDapatDisimpulkan' : 'tidakTerdefinisi',
      value: null,
      mean: null,
      c: null,
      estimates: [],
      limits:
        k < 4
          ? 'Diperlukan paling sedikit empat kelompok.'
          : 'Semua kelompok sama, sehingga tidak ada yang disusutkan.',
    }
  const c = Math.max(0, 1 - ((k - 3) * m * (1 - m)) / groups[0]!.atBats / spread)
  return {
    ...base,
    status: 'ok',
    value: c,
    mean: m,
    c,
    estimates: groups.map((g, i) => ({ label: g.label, value: m + c * (y[i]! - m) })),
    limits: `Perkiraan ${k} kelompok ditarik ke rata-ratanya.`,
  }
}
