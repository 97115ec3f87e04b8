import { cohenKappa } from './cohen-kappa.ts'
import { betaCdf } from './distributions.ts'
import { type Interval, inWords, type Missing, type ModelResult } from './result.ts'
import { wilsonLimits } from './wilson-interval.ts'

export type Verdict = 'ya' | 'belum' | 'tidakAdaKesempatan'

/** One indicator agreed with one participant, and what raters saw of it on given days after training. */
export type ApplicationCase = {
  person: string
  indicatorId: string
  /** Only indicators agreed before training ended count; null is not known and does not count. */
  agreedBefore: boolean | null
  /** `day`: the follow-up it belongs to (days after training). A null verdict is an unanswered question. */
  checks: { rater: string; day: number; verdict: Verdict | null }[]
}

/** Level 3 over cases (person × indicator). Rates are shares 0–1. */
export type ApplicationRate = ModelResult & {
  /** Distinct people in the list. */
  trained: number
  /** Cases agreed before training ended. */
  agreed: number
  /** Cases with an opportunity that both raters answered: the denominator of `rate`. */
  responded: number
  applied: number
  rate: number | null
  wilson: Interval | null
  responseRate: number | null
  manski: Interval | null
  manskiWilson: Interval | null
  /** Cases both raters answered in which there was no opportunity: a finding about the unit. */
  noOpportunity: number
  disagreement: number | null
  /** Cases on which the raters differ ("belum sepakat"). */
  disagreed: { person: string; indicatorId: string }[]
  kappa: number | null
  mcnemarP: number | null
}

/** Exact McNemar: two-sided binomial on the discordant pairs; 1 when there are none. */
export function exactMcNemar(b: number, c: number): number {
  const n = b + c
  if (n === 0) return 1
  const k = Math.min(b, c)
  // P(X ≤ k) of a fair coin over the discordant pairs, by the Beta distribution: no underflow for many pairs.
  const tail = betaCdf(0.5, n - k, k + 1)
  return Math.min(1, 2 * tail)
}

/** Rate, Wilson, worst-case bounds from counts: x applied, n answered, N agreed with an opportunity. */
export function applicationBounds(x: number, n: number, N: number) {
  return {
    rate: n > 0 ? x / n : null,
    wilson: n > 0 ? wilsonLimits(x, n) : null,
    manski: N > 0 ? ([x / N, (x + N - n) / N] as Interval) : null,
    manskiWilson: N > 0 ? ([wilsonLimits(x, N)[0], wilsonLimits(x + N - n, N)[1]] as Interval) : null,
  }
}

type Options = { day: number; raters?: [string, string]; leastResponse?: number; widestBounds?: number }

/** How many apply it, as two raters see it on a follow-up day, and how much the silent ones could change that. */
export function applicationRate(cases: ApplicationCase[], options: Options): ApplicationRate {
  const { day, leastResponse = 0.8, widestBounds = 0.4 } = options
  const agreedCases = cases.filter(c => c.agreedBefore === true)
  const agreed = agreedCases.length
  const table = [
    [0, 0],
    [0, 0],
  ]
  const disagreed: { person: string; indicatorId: string }[] = []
  let noOpportunity = 0
  let answered = 0
  for (const c of agreedCases) {
    const said = new Map<string, Verdict>()
    for (const check of c.checks) if (check.day === day && check.verdict !== null) said.set(check.rater, check.verdict)
    const first = options.raters?.[0] ?? 'atasan'
    const second = options.raters?.[1] ?? [...said.keys()].filter(r => r !== first).sort()[0]
    const a = said.get(first)
    const b = second === undefined ? undefined : said.get(second)
    if (a === undefined || b === undefined) continue
    answered++
    if ((a === 'tidakAdaKesempatan' && b !== 'ya') || (b === 'tidakAdaKesempatan' && a !== 'ya')) {
      noOpportunity++
      continue
    }
    table[a === 'ya' ? 0 : 1]![b === 'ya' ? 0 : 1]!++
    if (a !== b) disagreed.push({ person: c.person, indicatorId: c.indicatorId })
  }
  const applied = table[0]![0]!
  const responded = answered - noOpportunity
  const N = agreed - noOpportunity
  const bounds = applicationBounds(applied, responded, N)
  const responseRate = agreed > 0 ? answered / agreed : null
  const missing: Missing[] = []
  if (agreed > answered)
    missing.push({
      what: 'penilaian penerapan oleh dua penilai',
      who: 'atasan dan penilai kedua',
      count: agreed - answered,
    })
  if (cases.length > agreed)
    missing.push({
      what: 'kesepakatan indikator sebelum pelatihan selesai',
      who: 'peserta dan atasan',
      count: cases.length - agreed,
    })
  const wide = bounds.manski !== null && bounds.manski[1] - bounds.manski[0] > widestBounds + 1e-9
  const status =
    bounds.rate === null || bounds.manski === null || wide
      ? ('belumDapatDisimpulkan' as const)
      : responseRate! < leastResponse - 1e-9
        ? ('sebagian' as const)
        : ('ok' as const)
  const kappa = cohenKappa(table).kappa
  return {
    status,
    value: status === 'ok' ? bounds.rate : null,
    interval: status === 'ok' ? bounds.wilson : bounds.manski,
    n: responded,
    missing,
    method: status === 'ok' ? 'Wilson' : 'batas terburuk Manski',
    assumptions: ['seorang dihitung menerapkan bila kedua penilai menyatakan ya'],
    trained: new Set(cases.map(c => c.person)).size,
    agreed,
    responded,
    applied,
    ...bounds,
    responseRate,
    noOpportunity,
    disagreement: responded > 0 ? disagreed.length / responded : null,
    disagreed,
    kappa,
    mcnemarP: responded > 0 ? exactMcNemar(table[0]![1]!, table[1]![0]!) : null,
    limits: bounds.manski
      ? `${responded} dari ${N} memiliki penilaian lengkap. Bila yang belum menjawab semuanya belum/sudah menerapkan, angkanya ${inWords(bounds.manski[0])}–${inWords(bounds.manski[1])}.`
      : 'Belum ada indikator yang disepakati sebelum pelatihan selesai.',
  }
}
