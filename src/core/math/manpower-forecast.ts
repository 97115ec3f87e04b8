import { inverse, multiply } from './linear-algebra.ts'
import { mulberry32 } from './random.ts'
import { inWords, type Missing, type ModelResult } from './result.ts'
import { wilsonLimits } from './wilson-interval.ts'

export type ManpowerForecast = ModelResult & {
  /** `stocks[t][k]`, year 0 first. */
  stocks: number[][]
  /** Prediction standard deviation; year 0 is zero, year 1 exact, later ones simulated. */
  sd: number[][]
  wastage: number[]
  steadyState: number[] | null
  spectralRadius: number
}

/** Largest modulus of the eigenvalues of a nonnegative matrix, by the growth of its powers. */
export function spectralRadius(P: number[][]): number {
  let m = P
  let log = 0
  for (let i = 0; i < 40; i++) {
    const size = Math.max(...m.map(r => r.reduce((a, b) => a + Math.abs(b), 0)))
    if (size === 0) return 0
    const q = m.map(r => r.map(v => v / size))
    log += Math.log(size) / 2 ** i
    m = q.map(r => q[0]!.map((_, j) => r.reduce((s, v, k) => s + v * q[k]![j]!, 0)))
  }
  return Math.exp(log)
}

/** Stocks per grade year by year: n(t) = n(t−1)·P + R(t). Rows of P sum to at most 1; the rest leaves. */
export function manpowerForecast(
  stock0: number[],
  P: number[][],
  recruits: number[][],
  horizon: number,
  options: { draws?: number; seed?: number } = {},
): ManpowerForecast {
  const { draws = 2000, seed = 1 } = options
  const k = stock0.length
  const recruitsIn = (t: number) => recruits[Math.min(t, recruits.length) - 1] ?? new Array<number>(k).fill(0)
  const step = (n: number[], t: number) =>
    P[0]!.map((_, j) => n.reduce((s, v, i) => s + v * P[i]![j]!, 0) + recruitsIn(t)[j]!)
  const stocks = [stock0]
  for (let t = 1; t <= horizon; t++) stocks.push(step(stocks[t - 1]!, t))
  const sd: number[][] = [stock0.map(() => 0)]
  if (horizon >= 1)
    sd.push(stock0.map((_, j) => Math.sqrt(stock0.reduce((s, n, i) => s + n * P[i]![j]! * (1 - P[i]![j]!), 0))))
  if (horizon >= 2) {
    const uniform = mulberry32(seed)
    const s1 = stocks.map(() => new Array<number>(k).fill(0))
    const s2 = stocks.map(() => new Array<number>(k).fill(0))
    for (let d = 0; d < draws; d++) {
      let n = stock0.map(Math.round)
      for (let t = 1; t <= horizon; t++) {
        const next = recruitsIn(t).map(Math.round)
        n.forEach((count, i) => {
          for (let person = 0; person < count; person++) {
            let u = uniform()
            for (let j = 0; j < k; j++) {
              u -= P[i]![j]!
              if (u < 0) {
                next[j]!++
                break
              }
            }
          }
        })
        n = next
        n.forEach((v, j) => {
          s1[t]![j]! += v
          s2[t]![j]! += v * v
        })
      }
    }
    for (let t = 2; t <= horizon; t++)
      sd.push(s1[t]!.map((a, j) => Math.sqrt(Math.max(0, (s2[t]![j]! - (a * a) / draws) / (draws - 1)))))
  }
  const radius = spectralRadius(P)
  const last = recruitsIn(Math.max(1, horizon))
  const inv = radius < 1 - 1e-9 ? inverse(P.map((row, i) => row.map((v, j) => (i === j ? 1 : 0) - v))) : null
  const steadyState = inv
    ? multiply(
        inv[0]!.map((_, j) => inv.map(r => r[j]!)),
        last,
      )
    : null
  const total = stocks[horizon]!.reduce((a, b) => a + b, 0)
  return {
    status: 'ok',
    value: total,
    interval: null,
    n: stock0.reduce((a, b) => a + b, 0),
    missing: [],
    method: 'rantai Markov tenaga kerja; simpangan multinomial',
    assumptions: ['peluang naik dan keluar tetap', 'pensiun tidak dihitung dua kali'],
    stocks,
    sd,
    wastage: P.map(r => Math.max(0, 1 - r.reduce((a, b) => a + b, 0))),
    steadyState,
    spectralRadius: radius,
    limits: `Perkiraan ${inWords(total, 0)} orang setelah ${horizon} tahun bila peluang naik dan keluar tetap.`,
  }
}

export type TransitionEstimate = ModelResult & {
  P: number[][]
  cells: { from: number; to: number; count: number; of: number; interval: [number, number] | null; pooled: boolean }[]
}

/** Transition shares from yearly counts `counts[year][from][to]` with `stock[year][from]`; thin rows borrow from the next grade up. */
export function transitionMatrix(counts: number[][][], stock: number[][], leastDenominator = 20): TransitionEstimate {
  const k = stock[0]?.length ?? 0
  const total = (i: number, j: number) => counts.reduce((s, c) => s + c[i]![j]!, 0)
  const held = (i: number) => stock.reduce((s, r) => s + r[i]!, 0)
  const missing: Missing[] =
    counts.length < 3 ? [{ what: 'data tahunan paling sedikit tiga tahun', who: 'pengelola kepegawaian' }] : []
  const cells: TransitionEstimate['cells'] = []
  const P = Array.from({ length: k }, (_, i) => {
    const group = [i]
    // A step keeps its meaning when pooled: stay with stay, one up with one up.
    while (group.reduce((s, g) => s + held(g), 0) < leastDenominator && group[group.length - 1]! + 1 < k)
      group.push(group[group.length - 1]! + 1)
    const of = group.reduce((s, g) => s + held(g), 0)
    return Array.from({ length: k }, (_, j) => {
      const count = group.reduce((s, g) => s + (j - i + g >= 0 && j - i + g < k ? total(g, j - i + g) : 0), 0)
      cells.push({ from: i, to: j, count, of, interval: of ? wilsonLimits(count, of) : null, pooled: group.length > 1 })
      return of ? count / of : 0
    })
  })
  return {
    status: counts.length < 3 ? 'belumDapatDisimpulkan' : 'ok',
    value: counts.length < 3 ? null : k,
    interval: null,
    n: counts.length,
    missing,
    method: 'proporsi perpindahan tahunan; selang Wilson',
    assumptions: ['peluang tetap antartahun'],
    P,
    cells,
    limits: `Dari ${counts.length} tahun; baris dengan penyebut di bawah ${leastDenominator} digabung ke jenjang di atasnya.`,
  }
}
