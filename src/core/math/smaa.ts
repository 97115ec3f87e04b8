import { monteCarloError, mulberry32, normalDraw } from './random.ts'
import { inWords, type ModelResult } from './result.ts'

/** A score: known, a range (uniform), a normal, or null (unknown: uniform over the criterion's range, and marked). */
export type SmaaScore = number | null | { min: number; max: number } | { mean: number; sd: number }
export type SmaaAlternative = { id: string; scores: SmaaScore[] }
/** `lo`, `hi`: what the rubric can give; unknown scores are drawn from it. */
export type SmaaCriterion = { code: string; lo?: number; hi?: number }
/** The whole simplex, bounds per criterion, or weights that fall in the order of the criteria. */
export type WeightSpace = { kind: 'simplex' } | { kind: 'bounds'; bounds: [number, number][] } | { kind: 'ranking' }
/** Cut-offs, each uniform in its range, ascending; level = number of cuts at or below the score. */
export type ThresholdSpace = { cuts: [number, number][] }
export type Smaa = ModelResult & {
  draws: number
  exact: boolean
  /** `rankAcceptability[id][r]`: share of draws with rank r + 1. */
  rankAcceptability: Record<string, number[]>
  rankCounts: Record<string, number[]>
  /** `boxAcceptability[id][level]`, when thresholds are given. */
  boxAcceptability: Record<string, number[]> | null
  /** Mean weights of the draws in which it ranks first; null when it never does. */
  centralWeights: Record<string, number[] | null>
  /** Share of score draws in which it ranks first at its central weights. */
  confidence: Record<string, number | null>
  /** Break points of weight 1 in the exact two-criteria answer. */
  breaks: number[] | null
  marked: string[]
  mcError: number
}

const fixed = (s: SmaaScore): s is number => typeof s === 'number'

/** Would other reasonable weights or cut-offs change the order? Exact for two criteria with fixed scores unless `exact: false`. */
export function smaa(
  alternatives: SmaaAlternative[],
  criteria: SmaaCriterion[],
  weightSpace: WeightSpace = { kind: 'simplex' },
  thresholdSpace: ThresholdSpace | null = null,
  options: { draws?: number; seed?: number; exact?: boolean } = {},
): Smaa {
  const { draws = 10000, seed = 1 } = options
  const K = criteria.length
  const order = [...alternatives].sort((a, b) => (a.id < b.id ? -1 : 1))
  const n = order.length
  const marked = order.filter(a => a.scores.some(s => s === null)).map(a => a.id)
  const base = {
    n,
    missing: marked.length
      ? [{ what: `bagian nilai: ${marked.join(', ')}`, who: 'pemilik data', count: marked.length }]
      : [],
    interval: null,
    assumptions: ['setiap susunan bobot dalam ruang yang dipilih sama wajarnya'],
    marked,
  }
  const counts = order.map(() => new Array<number>(n).fill(0))
  const levels = thresholdSpace ? thresholdSpace.cuts.length + 1 : 0
  const boxes = order.map(() => new Array<number>(levels).fill(0))
  const walked = order.map((_, i) => i)
  /** Ties share the better rank. `nearby`: the order has hardly changed since the last call, so insertion is quicker. */
  const rank = (score: number[], nearby = false): number[] => {
    const at = nearby ? walked : score.map((_, i) => i)
    if (!nearby) at.sort((a, b) => score[b]! - score[a]! || a - b)
    else
      for (let r = 1; r < n; r++) {
        const moving = at[r]!
        let to = r
        while (to > 0 && score[at[to - 1]!]! < score[moving]!) {
          at[to] = at[to - 1]!
          to--
        }
        at[to] = moving
      }
    const out = new Array<number>(n)
    at.forEach((i, r) => {
      const before = at[r - 1]
      out[i] = before !== undefined && Math.abs(score[before]! - score[i]!) < 1e-12 ? out[before]! : r
    })
    return out
  }
  const named = <T>(f: (i: number) => T): Record<string, T> => Object.fromEntries(order.map((a, i) => [a.id, f(i)]))
  const allFixed = order.every(a => a.scores.every(fixed))
  const finish = (
    total: number,
    exact: boolean,
    first: number[][],
    confidence: (number | null)[],
    breaks: number[] | null,
  ): Smaa => {
    const top = Math.max(0, ...counts.map(c => c[0]! / total))
    const best = counts.findIndex(c => c[0]! / total === top)
    return {
      ...base,
      status: n === 0 ? 'belumDapatDisimpulkan' : 'ok',
      value: n === 0 ? null : top,
      method: exact ? 'SMAA eksak dua kriteria' : `SMAA ${total} undian (mulberry32)`,
      draws: exact ? 0 : total,
      exact,
      rankAcceptability: named(i => counts[i]!.map(c => c / total)),
      rankCounts: exact ? {} : named(i => [...counts[i]!]),
      boxAcceptability: thresholdSpace ? named(i => boxes[i]!.map(c => c / total)) : null,
      centralWeights: named(i => (counts[i]![0]! > 0 ? first[i]!.map(w => w / counts[i]![0]!) : null)),
      confidence: named(i => confidence[i]!),
      breaks,
      mcError: exact ? 0 : monteCarloError(0.5, total),
      limits:
        n === 0
          ? 'Belum ada orang yang dibandingkan.'
          : `Dari ${exact ? 'semua' : total} susunan bobot yang masih wajar, ${inWords(100 * top, 0)}% menempatkan ${order[best]!.id} di urutan pertama.`,
    }
  }
  const scoreAt = (w: number[], values: number[][]) => values.map(v => v.reduce((s, x, k) => s + w[k]! * x, 0))
  const range: [number, number] =
    weightSpace.kind === 'bounds' && K === 2
      ? [
          Math.max(weightSpace.bounds[0]![0], 1 - weightSpace.bounds[1]![1]),
          Math.min(weightSpace.bounds[0]![1], 1 - weightSpace.bounds[1]![0]),
        ]
      : weightSpace.kind === 'ranking'
        ? [0.5, 1]
        : [0, 1]
  const movingCuts = thresholdSpace?.cuts.some(([a, b]) => b > a) ?? false
  if (options.exact !== false && K === 2 && allFixed && range[1] > range[0]) {
    const values = order.map(a => a.scores as number[])
    const [low, high] = range
    const breaks = new Set<number>()
    const crossing = (at: number) => {
      if (at > low + 1e-12 && at < high - 1e-12) breaks.add(at)
    }
    for (let i = 0; i < n; i++) {
      const slope = values[i]![0]! - values[i]![1]!
      for (let j = 0; j < i; j++) {
        const other = values[j]![0]! - values[j]![1]!
        if (slope !== other) crossing((values[j]![1]! - values[i]![1]!) / (slope - other))
      }
    }
    const points = [low, ...[...breaks].sort((a, b) => a - b), high].filter(
      (p, i, all) => i === 0 || p - all[i - 1]! > 1e-12,
    )
    const first = order.map(() => [0, 0])
    for (let s = 0; s + 1 < points.length; s++) {
      const [a, b] = [points[s]!, points[s + 1]!]
      const share = (b - a) / (high - low)
      const w = (a + b) / 2
      const ranks = rank(
        values.map(v => w * v[0]! + (1 - w) * v[1]!),
        true,
      )
      ranks.forEach((r, i) => {
        counts[i]![r]! += share
        if (r === 0) {
          first[i]![0]! += share * w
          first[i]![1]! += share * (1 - w)
        }
      })
    }
    if (thresholdSpace)
      values.forEach((v, i) => {
        // Level shares integrate over the weight (exact break points when cuts stand still) and over each cut.
        const fine = movingCuts ? 2000 : 0
        const cutPoints = thresholdSpace.cuts.flatMap(([c, d]) =>
          v[0] === v[1] ? [] : [(c - v[1]!) / (v[0]! - v[1]!), (d - v[1]!) / (v[0]! - v[1]!)],
        )
        const grid = [low, ...cutPoints.filter(p => p > low && p < high), high]
        for (let q = 1; q < fine; q++) grid.push(low + ((high - low) * q) / fine)
        grid.sort((a, b) => a - b)
        for (let s = 0; s + 1 < grid.length; s++) {
          const w = (grid[s]! + grid[s + 1]!) / 2
          const x = w * v[0]! + (1 - w) * v[1]!
          const above = thresholdSpace.cuts.map(([c, d]) =>
            d > c ? Math.max(0, Math.min(1, (x - c) / (d - c))) : x >= c - 1e-9 ? 1 : 0,
          )
          let held = 1
          above.forEach((p, l) => {
            boxes[i]![l]! += ((grid[s + 1]! - grid[s]!) / (high - low)) * Math.max(0, held - p)
            held = Math.min(held, p)
          })
          boxes[i]![above.length]! += ((grid[s + 1]! - grid[s]!) / (high - low)) * held
        }
      })
    const confidence = order.map((_, i) => {
      if (counts[i]![0] === 0) return null
      return rank(
        scoreAt(
          first[i]!.map(x => x / counts[i]![0]!),
          values,
        ),
      )[i] === 0
        ? 1
        : 0
    })
    return finish(1, true, first, confidence, points.slice(1, -1))
  }
  const uniform = mulberry32(seed)
  const inside = (w: number[]) =>
    weightSpace.kind !== 'bounds' ||
    w.every((v, k) => v >= weightSpace.bounds[k]![0] - 1e-12 && v <= weightSpace.bounds[k]![1] + 1e-12)
  const spacing = (): number[] => {
    if (K === 2) {
      const u = uniform()
      return [u, 1 - u]
    }
    const u = Array.from({ length: K - 1 }, uniform).sort((a, b) => a - b)
    return [...u, 1].map((v, k) => v - (k === 0 ? 0 : u[k - 1]!))
  }
  const walk = boundedWalk(weightSpace, K, uniform)
  let tries = 0
  let kept = 0
  const drawWeights = (): number[] => {
    if (weightSpace.kind === 'ranking') return spacing().sort((a, b) => b - a)
    for (;;) {
      if (walk && tries >= 1000 && kept < tries * 0.01) return walk()
      tries++
      const w = spacing()
      if (inside(w)) {
        kept++
        return w
      }
      if (!walk && tries > 1e6) return w
    }
  }
  const drawScore = (s: SmaaScore, k: number): number => {
    if (fixed(s)) return s
    const lo = criteria[k]!.lo ?? 0
    const hi = criteria[k]!.hi ?? 100
    if (s === null) return lo + (hi - lo) * uniform()
    return 'min' in s ? s.min + (s.max - s.min) * uniform() : s.mean + s.sd * normalDraw(uniform)
  }
  const settled = allFixed ? order.map(a => a.scores as number[]) : null
  const first = order.map(() => new Array<number>(K).fill(0))
  for (let d = 0; d < draws; d++) {
    const w = drawWeights()
    const score = scoreAt(w, settled ?? order.map(a => a.scores.map(drawScore)))
    rank(score).forEach((r, i) => {
      counts[i]![r]!++
      if (r === 0) for (let k = 0; k < K; k++) first[i]![k]! += w[k]!
    })
    if (thresholdSpace) {
      const cuts = thresholdSpace.cuts.map(([a, b]) => a + (b - a) * (b > a ? uniform() : 0))
      score.forEach((x, i) => {
        boxes[i]![cuts.filter(c => x >= c - 1e-9).length]!++
      })
    }
  }
  const confidence = order.map((_, i) => {
    if (counts[i]![0] === 0) return null
    const w = first[i]!.map(x => x / counts[i]![0]!)
    if (settled) return rank(scoreAt(w, settled))[i] === 0 ? 1 : 0
    let wins = 0
    for (let d = 0; d < 1000; d++)
      if (
        rank(
          scoreAt(
            w,
            order.map(a => a.scores.map(drawScore)),
          ),
        )[i] === 0
      )
        wins++
    return wins / 1000
  })
  return finish(draws, false, first, confidence, null)
}

/** Hit-and-run inside the bounded simplex, for spaces so narrow that rejection would not end; null without bounds. */
function boundedWalk(space: WeightSpace, K: number, uniform: () => number): (() => number[]) | null {
  if (space.kind !== 'bounds') return null
  const { bounds } = space
  const low = bounds.reduce((s, b) => s + b[0], 0)
  const room = bounds.reduce((s, b) => s + b[1] - b[0], 0)
  const w = bounds.map(b => b[0] + (room > 0 ? ((1 - low) * (b[1] - b[0])) / room : 0))
  const lows = bounds.map(b => b[0])
  const highs = bounds.map(b => b[1])
  const way = new Array<number>(K).fill(0)
  // Ten sweeps per draw: plain loops, no array is made on the way.
  return () => {
    for (let step = 0; step < 10 * K; step++) {
      let total = 0
      for (let k = 0; k < K; k++) {
        way[k] = normalDraw(uniform)
        total += way[k]!
      }
      const m = total / K
      let from = Number.NEGATIVE_INFINITY
      let to = Number.POSITIVE_INFINITY
      for (let k = 0; k < K; k++) {
        const v = way[k]! - m
        way[k] = v
        if (Math.abs(v) < 1e-12) continue
        const a = (lows[k]! - w[k]!) / v
        const b = (highs[k]! - w[k]!) / v
        from = Math.max(from, Math.min(a, b))
        to = Math.min(to, Math.max(a, b))
      }
      if (!(to > from)) continue
      const t = from + (to - from) * uniform()
      for (let k = 0; k < K; k++) w[k] = w[k]! + t * way[k]!
    }
    return [...w]
  }
}
