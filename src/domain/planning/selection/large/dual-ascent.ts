import type { PlannerIndex } from '../instance-index.model.ts'
import type { ClassPart, Cut } from './class-part.ts'
import type { Coupling } from './coupling.model.ts'
import type { PersonPart } from './person-part.model.ts'

/**
 * Prices by ascent on the Lagrangian dual (planner.md 5 B1): everybody answers at the present prices, scarce things that
 * are asked for too much get dearer, others cheaper, in steps that shrink geometrically.
 *
 * Classes of one module stand in for each other: at equal prices everybody runs to the same one, and plain steps swing
 * between them for ever. So each seat is liked a little more or less by each person, the same in every run, by an amount
 * that fades; what people ask for then follows the prices smoothly (perturbed optimisers, Berthet and others 2020). Such a
 * step proves nothing: bounds and cuts are taken without it.
 */
export type DualStep = { bound: number; cut: Cut }
export type AscentOptions = {
  steps: number
  /** First and last step length, in typical prices. */
  from: number
  to: number
  shouldStop?: () => boolean
  /** Hears of a proven bound now and then. */
  onBound?: (bound: number) => void
  /** Hears of every step when everybody has answered; so many are still to come. */
  onAnswers?: (left: number) => void
}
export type Ascent = { prices: Float64Array; best: DualStep }

/**
 * Everybody's answer at these prices: the bound's parts and what it uses. Null: a person's locks cannot be met.
 * With `liking`, points added to each seat, the bound's parts are those of that other year.
 */
export const evaluate = (
  index: PlannerIndex,
  coupling: Coupling,
  people: PersonPart,
  prices: Float64Array,
  scratch: Float64Array,
  liking: { of: Float64Array; times: number } | null = null,
): { cut: Cut; use: Float64Array } | null => {
  const { rows } = coupling
  coupling.pricePairs(prices, scratch)
  if (liking) for (let i = 0; i < scratch.length; i++) scratch[i]! -= liking.times * liking.of[i]!
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

/** The most a seat is liked more or less, in typical steps, at the first and the last step. */
const [firstLiking, lastLiking] = [0.25, 0.01]

/** Between -1 and 1 for each seat, evenly, the same in every run (the mixing steps of MurmurHash3). */
const likingOf = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => {
    let t = Math.imul(i + 1, 0x9e3779b1)
    t = Math.imul(t ^ (t >>> 16), 0x85ebca6b)
    t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35)
    return ((t ^ (t >>> 16)) >>> 0) / 0x8000_0000 - 1
  })

/** Every how many steps a bound is proven on the way. */
const proofEvery = 25

export const ascend = (
  index: PlannerIndex,
  coupling: Coupling,
  people: PersonPart,
  classes: ClassPart,
  options: AscentOptions,
): Ascent | null =>
  classes.withRelaxation(bestClasses => {
    const { rows } = coupling
    const prices = new Float64Array(rows.length)
    const direction = new Float64Array(rows.length)
    const scratch = new Float64Array(index.pairs.length)
    const liking = likingOf(index.pairs.length)
    let best: DualStep | null = null
    let bestPrices = prices.slice()
    /** The true bound at the present prices; false: a person's locks cannot be met. */
    const prove = (): boolean => {
      const answer = evaluate(index, coupling, people, prices, scratch)
      if (answer === null) return false
      const bound = answer.cut.constant + bestClasses(answer.cut.weights).worth
      if (best === null || bound < best.bound) {
        best = { bound, cut: answer.cut }
        bestPrices = prices.slice()
        options.onBound?.(bound)
      }
      return true
    }
    const last = Math.max(1, options.steps - 1)
    for (let k = 0; k < options.steps; k++) {
      if (k > 0 && options.shouldStop?.()) break
      if (k % proofEvery === 0 && !prove()) return null
      const length = options.from * (options.to / options.from) ** (k / last)
      const times = coupling.typicalStep * firstLiking * (lastLiking / firstLiking) ** (k / last)
      const answer = evaluate(index, coupling, people, prices, scratch, { of: liking, times })
      if (answer === null) return null
      options.onAnswers?.(options.steps - 1 - k)
      const { open } = bestClasses(answer.cut.weights)
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r]!
        let excess = answer.use[r]! - row.limit
        for (const [s, amount] of row.perClass) excess -= amount * open[s]!
        if (row.overrun && prices[r]! > row.overrun.price) excess -= row.overrun.most
        const g = Math.max(-1, Math.min(row.crowd, excess / row.typicalUse))
        direction[r] = 0.6 * direction[r]! + 0.4 * g
        prices[r] = Math.max(0, prices[r]! + length * row.typicalPrice * direction[r]!)
      }
    }
    if (!prove()) return null
    return { prices: bestPrices, best: best! }
  })
