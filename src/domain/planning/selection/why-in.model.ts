import { type PlannerIndex, personPoints } from './instance-index.model.ts'
import type { PlanState } from './plan-state.model.ts'
import type { Prices } from './prices.model.ts'
import type { WhyIn } from './solution.model.ts'

/** Six decimals: enough for a price, and the same text on every machine. */
export const rounded = (value: number): number => {
  const r = Math.round(value * 1e6) / 1e6
  return r === 0 ? 0 : r
}

/** Why each seat of the plan is in it. */
export const whyIn = (index: PlannerIndex, state: PlanState, prices: Prices | null): WhyIn[] =>
  state.chosen().map(p => {
    const pair = index.pairs[p]!
    const { employees, sessions, modules, budgetLines } = index.instance
    const rest = state
      .ownOf(pair.e)
      .filter(o => o !== p)
      .map(o => index.pairs[o]!.m)
    const alone = personPoints(index, pair.e, rest)
    const all = personPoints(index, pair.e, [...rest, pair.m])
    const closes = pair.closes.map(k => index.steps[k]!)
    const { stability } = index.instance
    const stays = stability ? (pair.isBaseline ? stability.removePenalty : -stability.addPenalty) : 0
    const gain = all.gap + all.jp - alone.gap - alone.jp + stays
    return {
      employee: employees[pair.e]!.id,
      session: sessions[pair.s]!.id,
      closes: closes.map(s => ({ competency: s.competency, level: s.level, points: s.points })),
      jp: modules[pair.m]!.jp,
      jpPoints: all.jp - alone.jp,
      cost: pair.charges.map(c => ({ line: budgetLines[c.line]!.id, amount: c.amount })),
      price: prices ? rounded(gain - prices.ofPair(p)) : null,
    }
  })
