import type { Engine } from './highs-engine.ts'
import type { PlannerIndex } from './instance-index.model.ts'
import type { PlannerModel } from './model-builder.model.ts'

/**
 * A good plan for many people: the relaxation decides class by class. Openings nearest to whole are fixed, the relaxation
 * is solved again from its last basis, then trainers; at last a small search over the seats with all classes fixed.
 * Counted in rounds and nodes, never in seconds.
 */
export type DiveOptions = {
  maxRounds?: number
  maxNodes?: number
  seed: number
  shouldStop?: () => boolean
  /** Openings already decided, column to value. */
  fixed?: ReadonlyMap<number, number>
}
export type DiveResult = {
  /** Points of the relaxation before anything was fixed: a proven bound. */
  root: number | null
  values: Float64Array | null
}

const whole = 1e-6
/** Every how many of the whole people stay free for the last search. */
const freeEvery = 4
/** From this many seats on offer whole people are kept; below it a search over all seats is better and still quick. */
const veryManyPairs = 40_000

export const dive = (engine: Engine, index: PlannerIndex, model: PlannerModel, options: DiveOptions): DiveResult => {
  const openings = [...model.yOf].filter(c => c >= 0)
  const trainers = model.trainerColumns.map(q => q.col)
  const fixed = new Map(options.fixed ?? [])
  const stopped = () => options.shouldStop?.() ?? false
  const outcome = engine.withRelaxation(model, relaxation => {
    for (const [col, value] of fixed) relaxation.fixColumn(col, value, value)
    let lp = relaxation.solve()
    if (lp.status !== 'optimal') return { root: null, whole: null }
    const root = lp.objective
    const set = (col: number, value: number | null) => {
      relaxation.fixColumn(col, value ?? 0, value ?? 1)
      if (value === null) fixed.delete(col)
      else fixed.set(col, value)
    }
    for (let round = 0; round < (options.maxRounds ?? 400); round++) {
      if (stopped()) return { root, whole: null }
      const distance = (c: number) => Math.abs(lp.values[c]! - Math.round(lp.values[c]!))
      let open = openings.filter(c => !fixed.has(c) && distance(c) > whole)
      if (open.length === 0) open = trainers.filter(c => !fixed.has(c) && distance(c) > whole)
      if (open.length === 0) {
        for (const c of [...openings, ...trainers]) fixed.set(c, Math.round(lp.values[c]!))
        return { root, whole: lp.values }
      }
      open.sort((a, b) => distance(a) - distance(b) || a - b)
      const near = open.filter(c => distance(c) < 0.1).slice(0, 6)
      const batch = near.length > 0 ? near : open.slice(0, 1)
      const target = new Map(batch.map(c => [c, Math.round(lp.values[c]!)]))
      for (const [c, v] of target) set(c, v)
      lp = relaxation.solve(60_000)
      if (lp.status === 'optimal') continue
      // The batch was too bold: take it back and turn its first column the other way.
      for (const c of batch) set(c, null)
      set(batch[0]!, 1 - target.get(batch[0]!)!)
      lp = relaxation.solve(60_000)
      if (lp.status !== 'optimal') return { root, whole: null }
    }
    return { root, whole: null }
  })
  if (!outcome.whole || stopped()) return { root: outcome.root, values: null }
  const lower = model.lower.slice()
  const upper = model.upper.slice()
  const set = (col: number, value: number) => {
    lower[col] = value
    upper[col] = value
  }
  for (const [col, value] of fixed) set(col, value)
  const search = () =>
    engine.solveMip(
      { ...model, lower, upper },
      {
        relativeGap: 2e-4,
        maxNodes: options.maxNodes ?? 200,
        maxIterations: 100_000,
        seconds: null,
        seed: options.seed,
        ...(options.shouldStop ? { shouldStop: options.shouldStop } : {}),
      },
    )
  // With very many seats the whole people keep theirs; only the split people and some others stay free.
  const values = outcome.whole
  const isSplit = index.pairsOf.map(own => own.some(p => distanceTo(values[model.xOf[p]!]!) > whole))
  const kept: number[] = []
  const keeps = index.pairs.length > veryManyPairs
  index.pairsOf.forEach((own, e) => {
    if (!keeps || isSplit[e] || e % freeEvery === 0) return
    for (const p of own) {
      const col = model.xOf[p]!
      set(col, Math.round(values[col]!))
      kept.push(col)
    }
  })
  const few = search()
  if (few.values || !keeps) return { root: outcome.root, values: few.values }
  for (const col of kept) {
    lower[col] = model.lower[col]!
    upper[col] = model.upper[col]!
  }
  return { root: outcome.root, values: search().values }
}

const distanceTo = (value: number) => Math.abs(value - Math.round(value))
