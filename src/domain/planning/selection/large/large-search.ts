import { buildGreedy, fillPlan } from '../greedy.model.ts'
import type { Engine } from '../highs-engine.ts'
import type { PlannerIndex } from '../instance-index.model.ts'
import type { PlanState } from '../plan-state.model.ts'
import type { Prices } from '../prices.model.ts'
import { type ClassPlan, diveOnClasses, improveClasses, proveBound } from './class-dive.ts'
import { type ClassChoice, classesOf } from './class-part.ts'
import { type Coupling, coupleInstance } from './coupling.model.ts'
import { ascend } from './dual-ascent.ts'
import { finishPlan } from './finish.ts'
import { type Bundle, createPool, withMaster } from './master.ts'
import { peopleOf } from './person-part.model.ts'

/**
 * Strategy B of planner.md 5, for more people than one model holds: prices by dual ascent, a master over people's whole
 * answers, a class cut, a dive on classes, other choices of classes near it, and a small whole-number program at the end.
 * Every limit is counted in steps, rounds, nodes or iterations; a clock only stops it when the asker passes one.
 */
export type LargeOptions = {
  seed: number
  /** Steps of the dual ascent; more for a tighter start. */
  steps: number
  /** Choices of classes tried after the dive. */
  rounds: number
  shouldStop?: () => boolean
  onBound?: (bound: number) => void
  /** Takes a plan; says whether it was allowed. */
  offer: (state: PlanState) => boolean
}
export type LargeResult = {
  /** Proven upper bound; null: not reached, or a person's locks cannot be met. */
  bound: number | null
  prices: Prices | null
  /** Solves again with so much more rupiah on a line, classes as they are; null when nothing was found. */
  again: (state: PlanState, line: number, rupiah: number) => PlanState | null
}

const masterIterations = 400_000
/** Of one solve once classes are fixed; what needs more was too bold a step. */
const stepIterations = 12_000
const finishing = { maxNodes: 200, maxIterations: 150_000 }
/** People who stay free beside the split ones: all in a small year, some six hundred in a large one. */
const freeEvery = (people: number) => Math.max(1, Math.round(people / 600))

/** The prices of coupling rows as the explanations read them. */
const pricesOf = (index: PlannerIndex, coupling: Coupling, prices: Float64Array): Prices => {
  const ofPair = new Float64Array(index.pairs.length)
  coupling.pricePairs(prices, ofPair)
  return {
    ofPair: p => ofPair[p]! + coupling.pairPoints[p]!,
    ofLine: index.instance.budgetLines.map((_, b) => (coupling.lineRow[b]! < 0 ? 0 : prices[coupling.lineRow[b]!]!)),
    rowsOf: p => coupling.rowsTouched([p]).filter(r => prices[r]! > 1e-9),
  }
}

/** A plan as whole answers of people, and the classes it opens. */
const asAnswers = (
  index: PlannerIndex,
  coupling: Coupling,
  state: PlanState,
  pointsOf: (e: number, pairs: readonly number[]) => number,
): { shares: { bundle: Bundle; share: number }[]; choice: ClassChoice } => ({
  shares: index.instance.employees.flatMap((_, e) => {
    const pairs = [...state.ownOf(e)].sort((a, b) => a - b)
    if (pairs.length === 0) return []
    const points = pointsOf(e, pairs) + pairs.reduce((sum, p) => sum + coupling.pairPoints[p]!, 0)
    return [{ bundle: { e, pairs, points }, share: 1 }]
  }),
  choice: {
    isOpen: Uint8Array.from(index.sessions, (_, s) => (state.count(s) > 0 || !coupling.isDecided[s] ? 1 : 0)),
    trainers: index.sessions.map((_, s) => [...state.trainersOf(s)]),
    value: 0,
  },
})

export const searchLarge = (engine: Engine, index: PlannerIndex, o: LargeOptions): LargeResult => {
  const coupling = coupleInstance(index)
  const people = peopleOf(index)
  const classes = classesOf(engine, index, coupling)
  const pool = createPool(coupling, people)
  const count = index.instance.employees.length
  const stops = o.shouldStop ? { shouldStop: o.shouldStop } : {}
  const again: LargeResult['again'] = (state, line, rupiah) => {
    const { shares, choice } = asAnswers(index, coupling, state, people.pointsOf)
    const known = [...pool.bundles, ...shares.map(x => x.bundle)]
    const extra = coupling.lineRow[line]! < 0 ? null : { row: coupling.lineRow[line]!, by: rupiah / 1e6 }
    return finishPlan(engine, index, coupling, choice, shares, known, {
      ...finishing,
      ...stops,
      seed: o.seed,
      freeEvery: freeEvery(count),
      extra,
    })
  }

  const lastSteps = 10
  const ascent = ascend(index, coupling, people, classes, {
    steps: o.steps,
    from: 0.3,
    to: 0.004,
    ...stops,
    ...(o.onBound ? { onBound: o.onBound } : {}),
    onAnswers: left => {
      if (left < lastSteps) for (let e = 0; e < count; e++) pool.take(e)
    },
  })
  if (ascent === null) return { bound: null, prices: null, again }
  let bound = ascent.best.bound
  o.onBound?.(bound)
  const first = classes.choose([ascent.best.cut], {
    relativeGap: 1e-4,
    maxNodes: 200,
    seconds: null,
    seed: o.seed,
    ...stops,
  })
  if (first.bound !== null) bound = Math.min(bound, first.bound)
  const early = { bound, prices: pricesOf(index, coupling, ascent.prices), again }
  if (first.choice === null || o.shouldStop?.()) return early

  const parts = { index, coupling, people, classes, pool }
  const found = withMaster(
    engine,
    parts,
    { prices: ascent.prices, choice: first.choice },
    { maxIterations: masterIterations, stepIterations, ...stops },
    master => {
      const how = { seed: o.seed, maxNodes: 300, ...stops, ...(o.onBound ? { onBound: o.onBound } : {}) }
      const proven = proveBound(parts, master, how)
      if (proven !== null) bound = Math.min(bound, proven)
      const prices = pricesOf(index, coupling, master.prices())
      const finish = ({ choice, shares }: Pick<ClassPlan, 'choice' | 'shares'>) => {
        const state = finishPlan(engine, index, coupling, choice, shares, pool.bundles, {
          ...finishing,
          seed: o.seed,
          freeEvery: freeEvery(count),
          extra: null,
        })
        if (!state) return
        fillPlan(index, state, 2)
        o.offer(state)
      }
      // A plan at the proven prices, before the classes are settled: what an early stop gets.
      const open = master.open()
      o.offer(buildGreedy(index, { priceOf: prices.ofPair, isOpen: s => open[s]! > 0.5 }))
      const dived = diveOnClasses(parts, master, new Map(), how)
      if (dived) {
        finish(dived)
        const better = improveClasses(parts, master, dived, { ...how, rounds: o.rounds })
        if (better !== dived) finish(better)
      }
      return { bound, prices, again }
    },
  )
  return found ?? early
}
