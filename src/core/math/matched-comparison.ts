import { entropyWeights, fitLogit } from './balancing-weights.ts'
import { unitDifference } from './did-2x2.ts'
import { chiSquareUpper, tQuantile, Z95 } from './distributions.ts'
import { mean, quantile, sd, variance } from './moments.ts'
import { type Interval, inWords, type Missing, type ModelResult } from './result.ts'

/** Covariates measured before training only. A text value is a class; null is not known. */
export type MatchedPerson = {
  id: string
  treated: boolean
  covariates: Record<string, number | string | null>
  outcome: number | null
  exactKeys?: string[]
}
export type MatchMethod = 'difference' | 'exact' | 'entropyBalance' | 'propensityWeight'
type Balance = { covariate: string; smdBefore: number | null; smdAfter: number | null; varianceRatio: number | null }
export type MatchedComparison = ModelResult & {
  att: number | null
  se: number | null
  naive: number | null
  seWelch: number | null
  sePooled: number | null
  seHc0: number | null
  seHc1: number | null
  entropyAtt: number | null
  propensityAtt: number | null
  exactAtt: number | null
  exactMatched: number | null
  /** Effective number of comparison people, 1/Σw². */
  ess: number | null
  maxWeight: number | null
  balance: Balance[]
  /** Share of treated whose propensity lies inside the 1st–99th percentile of the comparison people. */
  overlap: number | null
  droppedTreated: number
  propensity: { coefficients: Record<string, number>; treated: Interval; controls: Interval } | null
  /** Joint likelihood-ratio test that the covariates do not tell the groups apart. */
  balanceTest: { chiSq: number; df: number; p: number } | null
  /** Only for an outcome of 0 and 1. */
  eValue: number | null
  manski: Interval | null
  gate: { passed: boolean; reasons: string[] }
}

/** E-value of a risk ratio: how strong an unseen cause would have to be. */
export function eValue(riskRatio: number): number {
  const r = riskRatio >= 1 ? riskRatio : 1 / riskRatio
  return r + Math.sqrt(r * (r - 1))
}

/** Numeric columns: numbers (median and an indicator where unknown), classes as dummies without their last level. */
export function covariateColumns(people: MatchedPerson[]): { name: string; x: number[] }[] {
  const names = [...new Set(people.flatMap(p => Object.keys(p.covariates)))]
  return names.flatMap(name => {
    const raw = people.map(p => p.covariates[name] ?? null)
    if (raw.some(v => typeof v === 'string')) {
      const levels = [...new Set(raw.map(v => (v === null ? 'tidak diketahui' : String(v))))].sort()
      return levels.slice(0, -1).map(l => ({
        name: `${name}=${l}`,
        x: raw.map(v => ((v === null ? 'tidak diketahui' : String(v)) === l ? 1 : 0)),
      }))
    }
    const known = raw.filter((v): v is number => typeof v === 'number')
    if (!known.length) return []
    const middle = quantile(known, 0.5)
    const filled = { name, x: raw.map(v => (typeof v === 'number' ? v : middle)) }
    return known.length === raw.length
      ? [filled]
      : [filled, { name: `${name} tidak diketahui`, x: raw.map(v => (v === null ? 1 : 0)) }]
  })
}

/** Trained people against similar untrained ones. `exactKeys`: covariates that must be equal. */
export function matchedComparison(
  people: MatchedPerson[],
  options: {
    method?: MatchMethod
    exactKeys?: string[]
    leastEss?: number
    leastTreated?: number
    widestSmd?: number
  } = {},
): MatchedComparison {
  const { method = 'entropyBalance', leastEss = 20, leastTreated = 20, widestSmd = 0.1 } = options
  const seen = people.filter((p): p is MatchedPerson & { outcome: number } => p.outcome !== null)
  const T = seen.filter(p => p.treated)
  const C = seen.filter(p => !p.treated)
  const lost = {
    t: people.filter(p => p.treated).length - T.length,
    c: people.filter(p => !p.treated).length - C.length,
  }
  const missing: Missing[] = []
  if (lost.t) missing.push({ what: 'hasil peserta yang dilatih', who: 'penyelenggara', count: lost.t })
  if (lost.c) missing.push({ what: 'hasil orang pembanding', who: 'pengelola kepegawaian', count: lost.c })
  const blanks = seen.filter(p => Object.values(p.covariates).some(v => v === null)).length
  if (blanks) missing.push({ what: 'ciri sebelum pelatihan', who: 'pengelola kepegawaian', count: blanks })
  const words = {
    difference: 'selisih biasa',
    exact: 'padanan persis',
    entropyBalance: 'penyeimbangan entropi',
    propensityWeight: 'bobot kecenderungan',
  }
  const base = {
    n: seen.length,
    missing,
    method: `${words[method]}; galat baku ${method === 'difference' ? 'Welch' : 'HC1'}`,
    assumptions: ['semua sebab bersama sudah tercatat sebelum pelatihan'],
  }
  const nothing = {
    att: null,
    se: null,
    naive: null,
    seWelch: null,
    sePooled: null,
    seHc0: null,
    seHc1: null,
    entropyAtt: null,
    propensityAtt: null,
    exactAtt: null,
    exactMatched: null,
    ess: null,
    maxWeight: null,
    balance: [],
    overlap: null,
    droppedTreated: 0,
    propensity: null,
    balanceTest: null,
    eValue: null,
    manski: null,
  }
  if (T.length < 2 || C.length < 2)
    return {
      ...base,
      ...nothing,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      gate: { passed: false, reasons: ['Setiap kelompok perlu paling sedikit dua orang.'] },
      limits: 'Orang yang dilatih atau pembandingnya terlalu sedikit.',
    }
  const all = [...T, ...C]
  const columns = covariateColumns(all).filter(c => sd(c.x) > 1e-12)
  const n1 = T.length
  const yT = T.map(p => p.outcome)
  const yC = C.map(p => p.outcome)
  const raw = unitDifference(seen.map(p => ({ unit: p.id, y: p.outcome, treated: p.treated })))
  const ofT = (x: number[]) => x.slice(0, n1)
  const ofC = (x: number[]) => x.slice(n1)
  const rowsT = T.map((_, i) => columns.map(c => c.x[i]!))
  const rowsC = C.map((_, i) => columns.map(c => c.x[n1 + i]!))
  const entropy = columns.length ? entropyWeights(rowsT, rowsC) : null
  const logit = columns.length ? fitLogit([...rowsT, ...rowsC], [...T.map(() => 1), ...C.map(() => 0)]) : null
  const odds = logit?.p.slice(n1).map(p => p / (1 - p))
  const oddsTotal = odds?.reduce((a, b) => a + b, 0)
  const propensityWeights = odds && oddsTotal ? odds.map(o => o / oddsTotal) : null
  const weightedMean = (w: number[], y: number[]) => w.reduce((s, v, i) => s + v * y[i]!, 0)
  const keys = options.exactKeys ?? []
  const strata = new Map<string, { t: number[]; c: number[] }>()
  const keyOf = (p: MatchedPerson) =>
    (p.exactKeys ?? keys.map(k => String(p.covariates[k] ?? 'tidak diketahui'))).join('\u0001')
  all.forEach((p, i) => {
    const cell = strata.get(keyOf(p)) ?? { t: [], c: [] }
    ;(i < n1 ? cell.t : cell.c).push(i < n1 ? i : i - n1)
    strata.set(keyOf(p), cell)
  })
  const hasKeys = keys.length > 0 || people.some(p => p.exactKeys)
  const both = hasKeys ? [...strata.values()].filter(s => s.t.length && s.c.length) : []
  const exactMatched = both.reduce((s, x) => s + x.t.length, 0)
  const exactWeights = new Array<number>(C.length).fill(0)
  const keptT = new Array<boolean>(n1).fill(!hasKeys || method !== 'exact')
  for (const s of both) {
    for (const i of s.c) exactWeights[i] = s.t.length / exactMatched / s.c.length
    for (const i of s.t) keptT[i] = true
  }
  const exactAtt = exactMatched
    ? both.reduce(
        (s, x) => s + (x.t.length * (mean(x.t.map(i => yT[i]!)) - mean(x.c.map(i => yC[i]!)))) / exactMatched,
        0,
      )
    : null
  const entropyAtt = entropy ? mean(yT) - weightedMean(entropy, yC) : null
  const propensityAtt = propensityWeights ? mean(yT) - weightedMean(propensityWeights, yC) : null
  const even = C.map(() => 1 / C.length)
  const weights = {
    difference: even,
    exact: exactMatched ? exactWeights : null,
    entropyBalance: entropy,
    propensityWeight: propensityWeights,
  }[method]
  const att = {
    difference: raw.estimate,
    exact: exactAtt,
    entropyBalance: entropyAtt,
    propensityWeight: propensityAtt,
  }[method]
  const usedT = T.map((_, i) => i).filter(i => keptT[i])
  const ess = weights ? 1 / weights.reduce((s, w) => s + w * w, 0) : null
  let seHc0: number | null = null
  let seHc1: number | null = null
  if (weights) {
    const m1 = mean(usedT.map(i => yT[i]!))
    const m0 = weightedMean(weights, yC)
    const v =
      usedT.reduce((s, i) => s + (yT[i]! - m1) ** 2, 0) / usedT.length ** 2 +
      weights.reduce((s, w, i) => s + w * w * (yC[i]! - m0) ** 2, 0)
    const N = usedT.length + weights.filter(w => w > 0).length
    seHc0 = Math.sqrt(v)
    seHc1 = N > 2 ? Math.sqrt((v * N) / (N - 2)) : null
  }
  const balance = columns.map(({ name, x }): Balance => {
    const [a, b] = [ofT(x), ofC(x)]
    const s = sd(a)
    const kept = usedT.map(i => a[i]!)
    const after = weights ? weightedMean(weights, b) : null
    const spread = after === null || !weights ? null : weights.reduce((q, w, i) => q + w * (b[i]! - after) ** 2, 0)
    return {
      covariate: name,
      smdBefore: s > 1e-12 ? (mean(a) - mean(b)) / s : null,
      smdAfter: s > 1e-12 && after !== null ? (mean(kept) - after) / s : null,
      varianceRatio: spread !== null && spread > 1e-12 ? variance(a) / spread : null,
    }
  })
  const pT = logit?.p.slice(0, n1)
  const pC = logit?.p.slice(n1)
  const overlap = pT && pC ? pT.filter(p => p >= quantile(pC, 0.01) && p <= quantile(pC, 0.99)).length / n1 : null
  const reasons: string[] = []
  if (att === null || weights === null)
    reasons.push('Orang pembanding tidak dapat diseimbangkan; kurangi atau kelompokkan ciri yang dipakai.')
  if (n1 < leastTreated) reasons.push(`Yang dilatih hanya ${n1} orang (perlu ${leastTreated}).`)
  if (ess !== null && ess < leastEss)
    reasons.push(`Pembanding hanya setara ${inWords(ess, 0)} orang (perlu ${leastEss}).`)
  const uneven =
    method === 'difference' ? [] : balance.filter(b => b.smdAfter !== null && Math.abs(b.smdAfter) > widestSmd + 1e-9)
  if (uneven.length) reasons.push(`Belum seimbang: ${uneven.map(b => b.covariate).join(', ')}.`)
  const passed = reasons.length === 0
  const se = method === 'difference' ? (raw.welch?.se ?? null) : seHc1
  const q = method === 'difference' && raw.welch ? tQuantile(0.975, raw.welch.df) : Z95
  const interval: Interval | null = att === null || se === null ? null : [att - q * se, att + q * se]
  const binary = all.every(p => p.outcome === 0 || p.outcome === 1)
  const [r1, r0] = [mean(usedT.map(i => yT[i]!)), weights ? weightedMean(weights, yC) : 0]
  const bound = (hit: number, lostHere: number, total: number) => [hit / total, (hit + lostHere) / total] as const
  const [boundT, boundC] = [
    bound(
      yT.reduce((a, b) => a + b, 0),
      lost.t,
      n1 + lost.t,
    ),
    bound(
      yC.reduce((a, b) => a + b, 0),
      lost.c,
      C.length + lost.c,
    ),
  ]
  return {
    ...base,
    status: passed ? 'ok' : 'belumDapatDisimpulkan',
    value: passed ? att : null,
    interval: passed ? interval : null,
    att,
    se,
    naive: raw.estimate,
    seWelch: raw.welch?.se ?? null,
    sePooled: raw.pooled?.se ?? null,
    seHc0,
    seHc1,
    entropyAtt,
    propensityAtt,
    exactAtt,
    exactMatched: hasKeys ? exactMatched : null,
    ess,
    maxWeight: weights ? Math.max(...weights) : null,
    balance,
    overlap,
    droppedTreated: method === 'exact' ? n1 - exactMatched : 0,
    propensity:
      logit && pT && pC
        ? {
            coefficients: Object.fromEntries(
              ['const', ...columns.map(c => c.name)].map((k, i) => [k, logit.coefficients[i]!]),
            ),
            treated: [Math.min(...pT), Math.max(...pT)],
            controls: [pC.reduce((a, b) => Math.min(a, b), 1), pC.reduce((a, b) => Math.max(a, b), 0)],
          }
        : null,
    balanceTest: logit
      ? { chiSq: logit.chiSq, df: columns.length, p: chiSquareUpper(logit.chiSq, columns.length) }
      : null,
    eValue: binary && r1 > 0 && r0 > 0 ? eValue(r1 / r0) : null,
    manski: binary ? [boundT[0] - boundC[1], boundT[1] - boundC[0]] : null,
    gate: { passed, reasons },
    limits: `Dibandingkan dengan ${inWords(ess, 0)} orang serupa yang setara bobotnya. Hal yang tidak tercatat (motivasi, dukungan atasan) tetap dapat menjadi sebab.${reasons.length ? ` ${reasons.join(' ')}` : ''}`,
  }
}
