import { conflictIn } from './conflict.ts'
import { dive } from './dive.ts'
import { checkSolution } from './feasibility-checker.model.ts'
import { buildGreedy, fillPlan, nameThePlan } from './greedy.model.ts'
import type { Engine } from './highs-engine.ts'
import { type PlannerIndex, valueOfPlan } from './instance-index.model.ts'
import { type LargeResult, searchLarge } from './large/large-search.ts'
import { buildModel, type PlannerModel } from './model-builder.model.ts'
import { canLeave, createPlanState, type PlanState } from './plan-state.model.ts'
import type { PlannerSolution, SolutionStatus } from './solution.model.ts'

/**
 * Up to some thousand possible seats the compact model, whole, in HiGHS, from a greedy plan (strategy A of planner.md 5);
 * above that the large search (strategy B). Every plan is checked before it is kept.
 */
export type Limits = {
  relativeGap: number
  maxNodes: number | null
  maxIterations: number | null
  seconds: number | null
  seed: number
}
export type Progress = {
  stage: 'search' | 'explain'
  /** Points of the best plan so far; null: none yet. */
  value: number | null
  /** Proven upper bound; null: none yet. */
  bound: number | null
  seconds: number
}
export type Controls = { onProgress?: (progress: Progress) => void; shouldStop?: () => boolean }

/** A column vector of the model for a plan, for the solver to start from. */
export const startOf = (index: PlannerIndex, model: PlannerModel, state: PlanState): Float64Array => {
  const values = new Float64Array(model.numCols)
  const chosen = state.chosen()
  for (const p of chosen) values[model.xOf[p]!] = 1
  model.yOf.forEach((col, s) => {
    if (col >= 0 && state.count(s) > 0) values[col] = 1
  })
  for (const q of model.trainerColumns) if (state.trainersOf(q.s).includes(q.t)) values[q.col] = 1
  const closed = new Set(chosen.flatMap(p => index.pairs[p]!.closes))
  for (const z of model.stepColumns) if (z.steps.some(k => closed.has(k))) values[z.col] = 1
  for (const f of model.floorColumns) if (state.ownOf(f.e).length > 0) values[f.col] = 1
  for (const j of model.jpColumns) {
    const person = index.instance.employees[j.e]!
    const hours = state
      .ownOf(j.e)
      .reduce((sum, p) => sum + index.instance.modules[index.pairs[p]!.m]!.jp, person.jpHave)
    if (hours >= person.jpFloor - 1e-9) values[j.col] = 1
  }
  for (const o of model.overrunColumns)
    values[o.col] = Math.max(0, state.used(o.line) - index.instance.budgetLines[o.line]!.amount) / 1e6
  return values
}

/** The plan in a column vector: seats as they are, trainers as the solver gave them. */
const stateOf = (index: PlannerIndex, model: PlannerModel, values: Float64Array): PlanState => {
  const state = createPlanState(index)
  const pairs = index.pairs.filter(p => values[model.xOf[p.index]!]! > 0.5)
  const open = new Set(pairs.map(p => p.s))
  const given = new Map<number, number[]>()
  for (const q of model.trainerColumns)
    if (values[q.col]! > 0.5 && open.has(q.s)) given.set(q.s, [...(given.get(q.s) ?? []), q.t])
  for (const [s, list] of given) state.setTrainers(s, list)
  for (const p of pairs) state.add(p.index)
  return state
}

/** Takes out seats that bring nobody anything, and, when the plan is not proven best, puts in what still fits and gains. */
const tidy = (index: PlannerIndex, state: PlanState, isProven: boolean): void => {
  const worth = () => valueOfPlan(index, state.chosen()).objective
  const idle = state.chosen().filter(p => {
    const pair = index.pairs[p]!
    if (pair.isMust || pair.isBaseline) return false
    state.remove(p)
    const gain = state.gainOf(p)
    state.add(p)
    return gain <= 0
  })
  for (const p of idle) {
    if (!canLeave(index, state, p)) continue
    const before = worth()
    const trainers = [...state.trainersOf(index.pairs[p]!.s)]
    state.remove(p)
    if (worth() < before - 1e-9 || state.gainOf(p) > 0) {
      state.setTrainers(index.pairs[p]!.s, trainers)
      state.add(p)
    }
  }
  if (!isProven) fillPlan(index, state, 2)
}

export type Found = {
  status: SolutionStatus
  state: PlanState | null
  bound: number | null
  stoppedBy: PlannerSolution['stoppedBy']
  method: string
  /** From the large search: its prices, and a way to solve again with more money. */
  large?: LargeResult
}

const isWholePoints = (index: PlannerIndex): boolean => {
  const { instance } = index
  const numbers = [
    ...index.steps.map(s => s.points),
    ...instance.employees.map(e => e.jpReward),
    instance.stability?.removePenalty ?? 0,
    instance.stability?.addPenalty ?? 0,
  ]
  return (
    numbers.every(n => Number.isInteger(n)) &&
    instance.budgetLines.every(l => l.mode === 'restrictive' || l.overPenaltyPerMillion === 0)
  )
}

/** A bound that is safe to print: rounded up, or down to a whole number where only whole values exist. */
const safeBound = (index: PlannerIndex, bound: number, objective: number | null): number => {
  const up = isWholePoints(index)
    ? Math.floor(bound + 1e-5 * Math.max(1, Math.abs(bound) * 1e-3))
    : Math.ceil(bound * 1e6 - 1e-3) / 1e6
  if (objective === null) return up
  return up - objective <= 1e-6 * Math.max(1, Math.abs(objective)) ? objective : up
}

/** From this many seats on offer a dive goes before the search: it finds the better plan sooner. */
const manyPairs = 2_500
/** From this many on the whole model is too large to be solved at once. */
export const largePairs = 12_000

type Candidate = { state: PlanState; value: number; method: string }

/** Searches for the best plan. Never hands out a plan the checker refuses. */
export const searchPlan = (
  engine: Engine,
  index: PlannerIndex,
  limits: Limits,
  { start, controls = {} }: { start?: PlanState | null; controls?: Controls } = {},
): Found => {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const isOver = (share: number) => limits.seconds !== null && seconds() > share * limits.seconds
  const stopped = () => controls.shouldStop?.() ?? false
  const candidates: Candidate[] = []
  /** Keeps a plan when the independent checker allows it. */
  const offer = (state: PlanState, method: string): boolean => {
    if (!checkSolution(index.instance, nameThePlan(index, state)).ok) return false
    candidates.push({ state, method, value: valueOfPlan(index, state.chosen()).objective })
    return true
  }
  const best = (): Candidate | null =>
    candidates.reduce<Candidate | null>((a, b) => (a === null || b.value > a.value + 1e-9 ? b : a), null)
  const tell = (bound: number | null, value: number | null = null) => {
    const known = [value, best()?.value ?? null].filter(v => v !== null)
    controls.onProgress?.({
      stage: 'search',
      value: known.length === 0 ? null : Math.round(Math.max(...known) * 1e6) / 1e6,
      bound,
      seconds: seconds(),
    })
  }
  const adopt = (model: PlannerModel, values: Float64Array, method: string, isProven: boolean): boolean => {
    const state = stateOf(index, model, values)
    tidy(index, state, isProven)
    return offer(state, method) || offer(stateOf(index, model, values), method)
  }
  const verdict = (bound: number | null, stoppedBy: PlannerSolution['stoppedBy']): Found => {
    const plan = best()
    if (!plan)
      return {
        status: 'no_solution_in_time',
        state: null,
        bound: bound === null ? null : safeBound(index, bound, null),
        stoppedBy,
        method: 'compact-mip',
      }
    const proven = bound === null ? null : safeBound(index, bound, plan.value)
    const isOptimal = proven !== null && proven - plan.value <= 1e-6 * Math.max(1, Math.abs(proven))
    return {
      status: isOptimal ? 'optimal' : 'feasible',
      state: plan.state,
      bound: proven,
      // A search that ended within the asked gap has proven the gap, not the plan.
      stoppedBy: isOptimal ? 'proof' : stoppedBy === 'proof' ? 'limit' : stoppedBy,
      method: plan.method,
    }
  }

  if (start) offer(start, 'present-plan')
  offer(buildGreedy(index), 'greedy')
  offer(createPlanState(index), 'empty')
  tell(null)

  // What locked people alone, or one floor alone, cannot meet needs no long search.
  if (best() === null && index.pairs.length > manyPairs && conflictIn(engine, index, false, { shouldStop: stopped }))
    return { status: 'infeasible', state: null, bound: null, stoppedBy: 'proof', method: 'compact-mip' }

  if (index.pairs.length > largePairs) {
    let known: number | null = null
    const large = searchLarge(engine, index, {
      seed: limits.seed,
      steps: index.pairs.length > 400_000 ? 100 : 200,
      rounds: Math.max(8, Math.min(30, Math.round(1_200_000 / index.pairs.length))),
      shouldStop: () => stopped() || isOver(0.85),
      onBound: bound => {
        known = Math.min(bound, known ?? bound)
        tell(known)
      },
      offer: state => {
        const kept = offer(state, 'column-generation')
        tell(known)
        return kept
      },
    })
    // No plan yet: then any plan that keeps every rule is better than none.
    if (best() === null && !stopped() && !isOver(0.85)) {
      const model = buildModel(index)
      const any = engine.solveMip(model, {
        relativeGap: 0,
        maxNodes: limits.maxNodes ?? 500,
        maxIterations: limits.maxIterations ?? 100_000,
        seconds: limits.seconds === null ? null : Math.max(1, limits.seconds - seconds()),
        seed: limits.seed,
        isFeasibilityOnly: true,
        shouldStop: stopped,
      })
      if (any.status === 'infeasible')
        return { status: 'infeasible', state: null, bound: null, stoppedBy: 'proof', method: 'compact-mip' }
      if (any.values) adopt(model, any.values, 'compact-mip', false)
    }
    return { ...verdict(large.bound, stopped() ? 'interrupt' : isOver(0.85) ? 'clock' : 'limit'), large }
  }
  let root: number | null = null
  for (const margin of [0, 2]) {
    const model = buildModel(index, { tight: true, marginRupiah: margin })
    if (margin === 0 && index.pairs.length > manyPairs) {
      const found = dive(engine, index, model, { seed: limits.seed, shouldStop: () => stopped() || isOver(0.75) })
      root = found.root
      if (found.values) adopt(model, found.values, 'dive', false)
      tell(root)
      const plan = best()
      if (plan && root !== null && root - plan.value <= limits.relativeGap * Math.abs(root))
        return verdict(root, 'limit')
      if (stopped() || isOver(0.95)) return verdict(root, stopped() ? 'interrupt' : 'clock')
    }
    const known = best()
    const result = engine.solveMip(model, {
      ...limits,
      ...(limits.seconds === null ? {} : { seconds: Math.max(1, limits.seconds - seconds()) }),
      ...(known ? { start: startOf(index, model, known.state) } : {}),
      shouldStop: stopped,
      ...(controls.onProgress
        ? {
            onProgress: (value: number | null, bound: number | null) =>
              tell(bound === null ? root : Math.min(bound, root ?? bound), value),
          }
        : {}),
    })
    if (result.status === 'infeasible' && margin === 0 && known === null)
      return { status: 'infeasible', state: null, bound: null, stoppedBy: 'proof', method: 'compact-mip' }
    const isProven = result.status === 'optimal' && limits.relativeGap === 0
    if (result.values && !adopt(model, result.values, 'compact-mip', isProven) && margin === 0) continue
    // The bound of a run that kept money back is no bound of the instance.
    const bounds = [root, margin > 0 ? null : result.bound].filter(b => b !== null)
    return verdict(bounds.length > 0 ? Math.min(...bounds) : null, result.stoppedBy)
  }
  return verdict(root, 'limit')
}
