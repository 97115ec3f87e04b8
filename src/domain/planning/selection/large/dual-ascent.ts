import type { PlannerIndex } from '../instance-index.model.ts'
import type { ClassPart, Cut } from './class-part.ts'
import type { Coupling } from './coupling.model.ts'
import type { PersonPart } from './person-part.model.ts'

/**
 * Prices by ascent on the Lagrangian dual (planner.md 5 B1): everybody answers at the present prices, scarce things that
 * are asked for too much get dearer, others cheaper, in steps that shrink geometrically. Each step also gives a cut.
 */
export type DualStep = { bound: number; cut: Cut; use: Float64Array; open: Float64Array }
export type AscentOptions = {
  steps: number
  /** First and last step length, in typical prices. */
  from: number
  to: number
  /** Openings held fixed; null: the class part answers too. */
  fixed: Uint8Array | null
  shouldStop?: () => boolean
  onStep?: (step: DualStep, k: number) => void
}
export type Ascent = {
  prices: Float64Array
  best: DualStep
  cuts: Cut[]
}

/** Everybody's answer at these prices: the bound's parts and what it uses. Null: a person's locks cannot be met. */
export const evaluate = (
  index: PlannerIndex,
  coupling: Coupling,
  people: PersonPart,
  prices: Float64Array,
  scratch: Float64Array,
): { cut: Cut; use: Float64Array } | null => {
  const { rows } = coupling
  coupling.pricePairs(prices, scratch)
  const sum = people.solve(scratch, e => coupling.priceOfPerson(prices, e), null)
  if (sum === null) return null
  const { stability } = index.instance
  let constant = sum - (stability ? stability.removePenalty * index.baselineCount : 0)
  const weights = new Float64Array(index.sessions.length)
  rows.forEach((row, r) => {
    const price = prices[r]!
    if (price === 0) return
    constant += price * row.limit
    if (row.overrun) constant += row.overrun.most * Math.max(0, price - row.overrun.price)
    for (const [s, amount] of row.perClass) weights[s]! += price * amount
  })
  const use = new Float64Array(rows.length)
  for (let e = 0; e < people.value.length; e++) {
    const from = e * people.most
    let until = from
    while (until < from + people.most && people.chosen[until]! >= 0) until++
    coupling.addUse(people.chosen, from, until, 1, use)
  }
  return { cut: { constant, weights }, use }
}

export const ascend = (
  index: PlannerIndex,
  coupling: Coupling,
  people: PersonPart,
  classes: ClassPart,
  start: Float64Array,
  options: AscentOptions,
): Ascent | null =>
  classes.withRelaxation(bestClasses => {
    const { rows } = coupling
    const prices = start.slice()
    const direction = new Float64Array(rows.length)
    const scratch = new Float64Array(index.pairs.length)
    let best: DualStep | null = null
    let bestPrices = prices.slice()
    const cuts: Cut[] = []
    const decay = (options.to / options.from) ** (1 / Math.max(1, options.steps - 1))
    let length = options.from
    for (let k = 0; k < options.steps; k++) {
      if (k > 0 && options.shouldStop?.()) break
      const answer = evaluate(index, coupling, people, prices, scratch)
      if (answer === null) return null
      const { cut, use } = answer
      let open: Float64Array
      let worth = 0
      if (options.fixed) {
        open = Float64Array.from(options.fixed)
        for (const s of classes.decided) worth += cut.weights[s]! * open[s]!
      } else ({ open, worth } = bestClasses(cut.weights))
      const step: DualStep = { bound: cut.constant + worth, cut, use, open }
      cuts.push(cut)
      options.onStep?.(step, k)
      if (best === null || step.bound < best.bound) {
        best = step
        bestPrices = prices.slice()
      }
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r]!
        let excess = use[r]! - row.limit
        for (const [s, amount] of row.perClass) excess -= amount * open[s]!
        if (row.overrun && prices[r]! > row.overrun.price) excess -= row.overrun.most
        const g = Math.max(-1, Math.min(row.crowd, excess / row.typicalUse))
        direction[r] = 0.6 * direction[r]! + 0.4 * g
        prices[r] = Math.max(0, prices[r]! + length * row.typicalPrice * direction[r]!)
      }
      length *= decay
    }
    return { prices: bestPrices, best: best!, cuts }
  })
