import { tQuantile } from './distributions.ts'
import { inverse } from './linear-algebra.ts'
import { mean, sd } from './moments.ts'
import { type Interval, inWords, type ModelResult } from './result.ts'

export type Score = { person: string; rater: string; score: number | null }
export type RaterEffect = {
  rater: string
  /** In points of the score: negative is harsh, positive is lenient. */
  effect: number
  se: number | null
  interval: Interval | null
  n: number
  /** Standard deviation of this rater's residuals: large is erratic. */
  residualSd: number | null
  /** Share of this rater's most used mark: large is halo or central tendency. */
  commonestShare: number
  component: number
}
export type RaterSeverity = ModelResult & {
  effects: RaterEffect[]
  /** Beside the raw mean, never instead of it. */
  adjustedPersonMeans: { person: string; raw: number; adjusted: number; n: number; component: number }[]
  residualSd: number | null
  residualVariance: number | null
  df: number
  connected: boolean
  components: string[][]
  flags: { rater: string; sentence: string }[]
}

/** Harshness of raters over the observed cells (ordinary least squares, effects sum to zero within a component). */
export function raterSeverity(scores: Score[], options: { flagShare?: number } = {}): RaterSeverity {
  const { flagShare = 0.5 } = options
  const cells = scores.filter((s): s is Score & { score: number } => s.score !== null)
  const people = [...new Set(cells.map(c => c.person))].sort()
  const raters = [...new Set(cells.map(c => c.rater))].sort()
  const absent = scores.length - cells.length
  // Components of the graph of people and raters, by spreading the smaller label.
  const label = new Map<string, number>()
  people.forEach((p, i) => {
    label.set(`p ${p}`, i)
  })
  for (const r of raters) label.set(`r ${r}`, Number.POSITIVE_INFINITY)
  for (let moved = true; moved; ) {
    moved = false
    for (const c of cells) {
      const least = Math.min(label.get(`p ${c.person}`)!, label.get(`r ${c.rater}`)!)
      for (const key of [`p ${c.person}`, `r ${c.rater}`])
        if (label.get(key)! > least) {
          label.set(key, least)
          moved = true
        }
    }
  }
  const labels = [...new Set([...label.values()])].sort((a, b) => a - b)
  const component = (key: string) => labels.indexOf(label.get(key)!)
  const components = labels.map((_, i) => raters.filter(r => component(`r ${r}`) === i))
  const free: { rater: string; of: string[] }[] = components.flatMap(of =>
    of.slice(0, -1).map(rater => ({ rater, of })),
  )
  const df = cells.length - people.length - raters.length + labels.length
  const base = {
    n: cells.length,
    missing: absent ? [{ what: 'nilai penilai', who: 'penilai', count: absent }] : [],
    method: 'kuadrat terkecil atas sel yang ada; selang t',
    assumptions: ['ketatnya penilai sama bagi setiap orang yang dinilainya'],
    df,
    connected: labels.length <= 1,
    components,
  }
  if (raters.length < 2 || !cells.length)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      effects: [],
      adjustedPersonMeans: [],
      residualSd: null,
      residualVariance: null,
      flags: [],
      limits: 'Diperlukan paling sedikit dua penilai untuk membandingkan.',
    }
  // People's effects are taken out by centring each person's cells; what is left is one column per free rater.
  const code = (rater: string, f: { rater: string; of: string[] }) =>
    rater === f.rater ? 1 : rater === f.of[f.of.length - 1] ? -1 : 0
  const own = new Map(people.map(p => [p, cells.filter(c => c.person === p)]))
  const centred = (value: (c: (typeof cells)[number]) => number) =>
    cells.map(c => value(c) - mean(own.get(c.person)!.map(value)))
  const columns = free.map(f => centred(c => code(c.rater, f)))
  const y = centred(c => c.score)
  const bread = inverse(columns.map(a => columns.map(b => a.reduce((s, v, i) => s + v * b[i]!, 0)))) ?? []
  const xy = columns.map(c => c.reduce((s, v, i) => s + v * y[i]!, 0))
  const solved = bread.map(row => row.reduce((s, v, i) => s + v * xy[i]!, 0))
  const beta = new Map(raters.map(r => [r, free.reduce((s, f, i) => s + code(r, f) * (solved[i] ?? 0), 0)]))
  const residual = y.map((v, i) => v - columns.reduce((s, c, j) => s + c[i]! * (solved[j] ?? 0), 0))
  const rss = residual.reduce((s, e) => s + e * e, 0)
  const s2 = df >= 1 ? rss / df : null
  const adjusted = people.map(person => {
    const mine = own.get(person)!
    return {
      person,
      raw: mean(mine.map(c => c.score)),
      adjusted: mean(mine.map(c => c.score - beta.get(c.rater)!)),
      n: mine.length,
      component: component(`p ${person}`),
    }
  })
  const effects = raters.map((rater): RaterEffect => {
    const effect = beta.get(rater)!
    const weights = free.map(f => code(rater, f))
    const unscaled = weights.reduce<number>(
      (s, a, i) => s + weights.reduce<number>((q, b, j) => q + a * b * (bread[i]?.[j] ?? 0), 0),
      0,
    )
    const se = s2 === null ? null : Math.sqrt(s2 * unscaled)
    const half = se === null ? 0 : tQuantile(0.975, df) * se
    const mine = cells.map((c, i) => ({ c, e: residual[i]! })).filter(x => x.c.rater === rater)
    const marks = mine.map(x => x.c.score)
    return {
      rater,
      effect,
      se,
      interval: se === null ? null : [effect - half, effect + half],
      n: mine.length,
      residualSd: mine.length >= 2 ? sd(mine.map(x => x.e)) : null,
      commonestShare: Math.max(...marks.map(m => marks.filter(v => v === m).length)) / marks.length,
      component: component(`r ${rater}`),
    }
  })
  const spread = adjusted.length >= 2 ? sd(adjusted.map(a => a.adjusted)) : 0
  const flags = effects
    .filter(e => e.interval && (e.interval[0] > 0 || e.interval[1] < 0) && Math.abs(e.effect) >= flagShare * spread)
    .map(e => ({
      rater: e.rater,
      sentence: `Penilai ${e.rater} rata-rata ${inWords(Math.abs(e.effect), 1)} poin lebih ${e.effect < 0 ? 'ketat' : 'longgar'} untuk orang yang sama.`,
    }))
  return {
    ...base,
    status: s2 === null ? 'sebagian' : 'ok',
    value: Math.max(...effects.map(e => Math.abs(e.effect))),
    interval: null,
    effects,
    adjustedPersonMeans: adjusted,
    residualSd: s2 === null ? null : Math.sqrt(s2),
    residualVariance: s2,
    flags,
    limits: `${raters.length} penilai, ${people.length} orang, ${cells.length} nilai.${
      labels.length > 1
        ? ' Ada kelompok penilai yang tidak menilai orang yang sama; antarkelompok tidak dapat dibandingkan.'
        : ''
    }${s2 === null ? ' Nilai terlalu sedikit untuk menghitung ketidakpastian.' : ''}`,
  }
}
