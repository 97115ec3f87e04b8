import { mulberry32 } from './random.ts'
import type { ModelResult } from './result.ts'

export type Label = { item: string; rater: string; label: string | null }
export type DawidSkene = ModelResult & {
  classes: string[]
  classPrior: number[]
  /** `confusion[rater][k][l]`: chance that this rater says l when the class is k. */
  confusion: Record<string, number[][]>
  posterior: Record<string, number[]>
  logLik: number | null
  iterations: number
  /** Log-likelihood of the best of the seeded random starts: higher than `logLik` means another answer fits better. */
  bestOtherStart: number | null
}
type Fit = { prior: number[]; pi: number[][][]; T: number[][]; logLik: number; iterations: number }

/**
 * True classes and error rates of raters from their labels alone by EM. From the majority's
 * labels as in the paper; ten seeded starts are run beside it and told of when they fit better (`start: 'best'` takes them).
 */
export function dawidSkene(
  labels: Label[],
  options: {
    classes?: string[]
    tol?: number
    maxIter?: number
    seed?: number
    starts?: number
    start?: 'majority' | 'best'
  } = {},
): DawidSkene {
  const { tol = 1e-10, maxIter = 1000, seed = 1, starts = 10, start = 'majority' } = options
  const known = labels.filter((l): l is Label & { label: string } => l.label !== null)
  const natural = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
  const classes = options.classes ?? [...new Set(known.map(l => l.label))].sort(natural)
  const items = [...new Set(known.map(l => l.item))].sort(natural)
  const raters = [...new Set(known.map(l => l.rater))].sort(natural)
  const K = classes.length
  const absent = labels.length - known.length
  const base = {
    n: items.length,
    missing: absent ? [{ what: 'penilaian', who: 'penilai', count: absent }] : [],
    method: 'Dawid-Skene (EM)',
    assumptions: ['kesalahan penilai saling bebas'],
    classes,
  }
  const few = raters.length < 3 || items.length < 30
  const limits = `Perkiraan dari kesepakatan antarpenilai; bila semua penilai keliru searah, model ini tidak dapat mengetahuinya. ${raters.length} penilai, ${items.length} butir.`
  if (!items.length || K < 2)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      classPrior: [],
      confusion: {},
      posterior: {},
      logLik: null,
      iterations: 0,
      bestOtherStart: null,
      limits,
    }
  const rowOf = new Map(items.map((x, i) => [x, i]))
  const raterOf = new Map(raters.map((x, i) => [x, i]))
  const classOf = new Map(classes.map((x, i) => [x, i]))
  const votes: [number, number][][] = items.map(() => [])
  for (const l of known) votes[rowOf.get(l.item)!]!.push([raterOf.get(l.rater)!, classOf.get(l.label)!])
  const majority = votes.map(v => {
    const share = new Array<number>(K).fill(0)
    for (const [, l] of v) share[l]! += 1 / v.length
    return share
  })
  const run = (start: number[][]): Fit => {
    let T = start
    let last = Number.NEGATIVE_INFINITY
    for (let iterations = 1; ; iterations++) {
      const prior = Array.from({ length: K }, (_, k) => T.reduce((s, r) => s + r[k]!, 0) / items.length)
      const pi = raters.map(() => Array.from({ length: K }, () => new Array<number>(K).fill(0)))
      votes.forEach((v, i) => {
        for (const [j, l] of v) for (let k = 0; k < K; k++) pi[j]![k]![l]! += T[i]![k]!
      })
      for (const m of pi)
        for (const row of m) {
          const total = row.reduce((a, b) => a + b, 0)
          if (total > 0) for (let l = 0; l < K; l++) row[l]! /= total
        }
      let logLik = 0
      T = votes.map(v => {
        const logs = prior.map((p, k) => v.reduce((s, [j, l]) => s + Math.log(pi[j]![k]![l]!), Math.log(p)))
        const top = Math.max(...logs)
        const e = logs.map(x => Math.exp(x - top))
        const total = e.reduce((a, b) => a + b, 0)
        logLik += top + Math.log(total)
        return e.map(x => x / total)
      })
      if (logLik - last < tol || iterations >= maxIter) return { prior, pi, T, logLik, iterations }
      last = logLik
    }
  }
  let best = run(majority)
  let other: Fit | null = null
  const uniform = mulberry32(seed)
  for (let s = 0; s < starts; s++) {
    // Random starts lean on the labels, so that classes keep their names; only a clearly better one is told of.
    const fit = run(
      majority.map(row => {
        const noisy = row.map(v => v + 0.5 * uniform() + 1e-6)
        const total = noisy.reduce((a, b) => a + b, 0)
        return noisy.map(v => v / total)
      }),
    )
    if (!other || fit.logLik > other.logLik) other = fit
  }
  const better = other !== null && other.logLik > best.logLik + 1e-6
  if (start === 'best' && other !== null && better) best = other
  // Classes in the order that agrees most with the majority, where a start has swapped them.
  const order = matchClasses(best.T, majority, K)
  const put = (row: number[]) => order.map(k => row[k]!)
  return {
    ...base,
    status: few ? 'belumDapatDisimpulkan' : 'ok',
    value: few ? null : best.logLik,
    classPrior: put(best.prior),
    confusion: Object.fromEntries(raters.map((r, j) => [r, order.map(k => best.pi[j]![k]!)])),
    posterior: Object.fromEntries(items.map((x, i) => [x, put(best.T[i]!)])),
    logLik: best.logLik,
    iterations: best.iterations,
    bestOtherStart: other?.logLik ?? null,
    limits: `${limits}${few ? ' Ditampilkan hanya bila ada 3 penilai dan 30 butir.' : ''}${better && start === 'majority' ? ' Titik awal lain memberi jawaban yang lebih cocok; bacalah dengan hati-hati.' : ''}`,
  }
}

/** For each named class the fitted one that overlaps it most, each used once. */
function matchClasses(T: number[][], majority: number[][], K: number): number[] {
  const overlap = Array.from({ length: K }, (_, l) =>
    Array.from({ length: K }, (_, k) => T.reduce((s, r, i) => s + r[k]! * majority[i]![l]!, 0)),
  )
  const taken = new Set<number>()
  const out = new Array<number>(K).fill(-1)
  const pairs = overlap.flatMap((row, l) => row.map((v, k) => ({ l, k, v }))).sort((a, b) => b.v - a.v)
  for (const { l, k } of pairs)
    if (out[l] === -1 && !taken.has(k)) {
      out[l] = k
      taken.add(k)
    }
  return out
}
