import { checkSolution } from './feasibility-checker.model.ts'
import { nameThePlan } from './greedy.model.ts'
import type { Engine } from './highs-engine.ts'
import type { PlannerInstance } from './instance.model.ts'
import { indexInstance, type PlannerIndex, valueOfPlan } from './instance-index.model.ts'
import type { LargeResult } from './large/large-search.ts'
import { buildModel } from './model-builder.model.ts'
import { createPlanState, type PlanState } from './plan-state.model.ts'
import { type Prices, pricesFrom } from './prices.model.ts'
import { type Controls, type Limits, searchPlan } from './search.ts'
import type { Assignment, FairnessCost, Marginal } from './solution.model.ts'
import { rounded } from './why-in.model.ts'

/** "Rp10 juta lagi": the step for which the gain is told. */
export const marginalStep = 10_000_000

const named = (index: PlannerIndex, pairs: readonly number[]): Assignment[] =>
  pairs.map(p => ({
    employee: index.instance.employees[index.pairs[p]!.e]!.id,
    session: index.instance.sessions[index.pairs[p]!.s]!.id,
  }))

const copyInto = (index: PlannerIndex, from: PlannerIndex, state: PlanState): PlanState => {
  const copy = createPlanState(index)
  // Both instances hold the same people, classes and offers, so positions agree.
  from.instance.sessions.forEach((_, s) => {
    if (state.trainersOf(s).length > 0) copy.setTrainers(s, state.trainersOf(s))
  })
  for (const p of state.chosen()) copy.add(p)
  return copy
}

/** Most lines for which the relaxation is solved again over the step, the dearest first; the others show 0 to slope. */
const mostSlopes = (index: PlannerIndex) => (index.pairs.length > 10_000 ? 4 : 20)

export type Slope = { price: number; low: number; high: number }
export type Margins = { prices: Prices | null; slopes: Slope[] | null }

/** Prices of everything scarce, and the slope of each line, from one relaxation. */
export const marginsOf = (engine: Engine, index: PlannerIndex): Margins => {
  const model = buildModel(index, { tight: true })
  const step = marginalStep / 1e6
  return engine.withRelaxation(model, relaxation => {
    const base = relaxation.solve()
    if (base.status !== 'optimal') return { prices: null, slopes: null }
    const priceOf = (b: number) => (model.lineRow[b]! < 0 ? 0 : Math.max(0, base.rowPrice[model.lineRow[b]!]!))
    const lines = index.instance.budgetLines.map((_, b) => b)
    const dearest = new Set(
      lines
        .filter(b => priceOf(b) > 1e-9)
        .sort((a, b) => priceOf(b) - priceOf(a) || a - b)
        .slice(0, mostSlopes(index)),
    )
    const slopes = lines.map((b): Slope => {
      const [r, price] = [model.lineRow[b]!, priceOf(b)]
      if (!dearest.has(b)) return { price, low: 0, high: price * step }
      relaxation.setRow(r, model.rowLower[r]!, model.rowUpper[r]! + step)
      const more = relaxation.solve(20_000)
      relaxation.setRow(r, model.rowLower[r]!, model.rowUpper[r]!)
      const low = more.status === 'optimal' ? Math.max(0, more.objective - base.objective) : 0
      return { price, low: Math.min(low, price * step), high: price * step }
    })
    return { prices: pricesFrom(index, model, base.rowPrice), slopes }
  })
}

/** The same from prices that are known already; the lower end of each range is not known. */
export const marginsFrom = (index: PlannerIndex, prices: Prices | null): Margins => ({
  prices,
  slopes:
    prices &&
    index.instance.budgetLines.map((_, b) => ({
      price: prices.ofLine[b]!,
      low: 0,
      high: (prices.ofLine[b]! * marginalStep) / 1e6,
    })),
})

/**
 * What Rp10 million more on each line buys. Exact lines are solved again from the present plan; the others get the range
 * between the relaxation's true gain over the step and its slope at the margin.
 */
export const marginalOfLines = (
  engine: Engine,
  index: PlannerIndex,
  slopes: Slope[] | null,
  state: PlanState,
  bound: number | null,
  {
    exactLines,
    limits,
    controls,
    again,
  }: {
    exactLines: ReadonlySet<string>
    limits: Limits
    controls: Controls
    /** A large year is solved again with its classes kept: what it finds is a plan, what the price says is the most. */
    again?: LargeResult['again']
  },
): Marginal[] => {
  const { instance } = index
  const objective = valueOfPlan(index, state.chosen()).objective
  return instance.budgetLines.map((line, b) => {
    const slope = slopes?.[b] ?? null
    const inexact: Marginal = {
      line: line.id,
      step: marginalStep,
      gainLow: rounded(slope?.low ?? 0),
      gainHigh: rounded(slope?.high ?? 0),
      gain: null,
      exact: false,
      price: slope ? rounded(slope.price) : null,
      adds: [],
      drops: [],
    }
    if (!exactLines.has(line.id) || controls.shouldStop?.()) return inexact
    const more: PlannerInstance = {
      ...instance,
      budgetLines: instance.budgetLines.map(l => (l.id === line.id ? { ...l, amount: l.amount + marginalStep } : l)),
    }
    if (again)
      return {
        ...inexact,
        ...gainAgain(index, state, b, again, { objective, bound, price: slope?.price ?? null, more }),
      }
    const wider = indexInstance(more)
    const found = searchPlan(engine, wider, limits, { start: copyInto(wider, index, state), controls })
    if (!found.state) return inexact
    const [before, after] = [new Set(state.chosen()), new Set(found.state.chosen())]
    const gain = rounded(valueOfPlan(wider, found.state.chosen()).objective - objective)
    const isProven =
      found.status === 'optimal' && bound !== null && bound - objective <= 1e-6 * Math.max(1, Math.abs(bound))
    return {
      ...inexact,
      gain: isProven ? gain : null,
      exact: isProven,
      gainLow: isProven ? gain : Math.max(0, rounded(gain - ((bound ?? objective) - objective))),
      gainHigh: isProven || found.bound === null ? gain : rounded(found.bound - objective),
      adds: named(
        wider,
        [...after].filter(p => !before.has(p)),
      ),
      drops: named(
        index,
        [...before].filter(p => !after.has(p)),
      ),
    }
  })
}

/** The gain of one line in a large year: at least what a checked plan with its classes kept brings. */
const gainAgain = (
  index: PlannerIndex,
  state: PlanState,
  line: number,
  again: LargeResult['again'],
  now: { objective: number; bound: number | null; price: number | null; more: PlannerInstance },
): Pick<Marginal, 'gainLow' | 'gainHigh' | 'adds' | 'drops'> | null => {
  const found = again(state, line, marginalStep)
  if (!found || !checkSolution(now.more, nameThePlan(index, found)).ok) return null
  const gain = Math.max(0, rounded(valueOfPlan(index, found.chosen()).objective - now.objective))
  const most =
    now.bound === null || now.price === null ? gain : now.bound - now.objective + (now.price * marginalStep) / 1e6
  const [before, after] = [new Set(state.chosen()), new Set(found.chosen())]
  const keep = gain > 0
  return {
    gainLow: gain,
    gainHigh: Math.max(gain, rounded(most)),
    adds: keep
      ? named(
          index,
          [...after].filter(p => !before.has(p)),
        )
      : [],
    drops: keep
      ? named(
          index,
          [...before].filter(p => !after.has(p)),
        )
      : [],
  }
}

/** Points each floor costs, and all together: the plan without it less the plan with it. */
export const fairnessCosts = (
  engine: Engine,
  index: PlannerIndex,
  state: PlanState,
  { limits, controls }: { limits: Limits; controls: Controls },
): { each: FairnessCost[]; total: number | null } => {
  const objective = valueOfPlan(index, state.chosen()).objective
  const without = (ids: string[]): { points: number; exact: boolean } | null => {
    const rest: PlannerInstance = {
      ...index.instance,
      fairness: index.instance.fairness.filter(f => !ids.includes(f.id)),
    }
    const freer = indexInstance(rest)
    const found = searchPlan(engine, freer, limits, { start: copyInto(freer, index, state), controls })
    if (!found.state) return null
    return {
      points: rounded(Math.max(0, valueOfPlan(freer, found.state.chosen()).objective - objective)),
      exact: found.status === 'optimal',
    }
  }
  const each = index.instance.fairness.flatMap(f => {
    const cost = without([f.id])
    return cost ? [{ id: f.id, ...cost }] : []
  })
  const all = without(index.instance.fairness.map(f => f.id))
  return { each, total: all?.points ?? null }
}
