import type { PlannerIndex } from '../instance-index.model.ts'
import type { ClassChoice, ClassPart, Cut } from './class-part.ts'
import type { Coupling } from './coupling.model.ts'
import { evaluate } from './dual-ascent.ts'
import type { Master } from './master.ts'
import type { PersonPart } from './person-part.model.ts'

/**
 * Decides every class (planner.md 5 B4-5). First the class cut: at the master's prices the best whole choice of classes and
 * trainers bounds what all openings together can be worth, a row that takes away the trainers' days sold in fractions.
 * Then the dive: openings nearest to whole are fixed, those with trainers always toward a choice the trainers can serve,
 * and people are priced again after every step. Counted in steps and nodes, never in seconds.
 */
export type DecideOptions = {
  seed: number
  maxNodes: number
  shouldStop?: () => boolean
  onBound?: (bound: number) => void
}

type Parts = { index: PlannerIndex; coupling: Coupling; people: PersonPart; classes: ClassPart }

/** Root rounds: enough for every width of the box and a few more. */
const rootRounds = 14
const mostCuts = 3
/** From this many seats on offer each step costs seconds: more classes are fixed at once, and the cuts mend it after. */
const vastPairs = 100_000
/** How near to whole an opening must be to be fixed with others. */
const near = 0.15
/** However bold a step is: how far from whole an opening may be, and how many times the plain step it is. */
const [farthest, boldest] = [0.45, 6]
/** Shares of all points a step may cost and still be called cheap, and from which it is dear. */
const [cheap, dear] = [2e-5, 1e-4]
/** What agreeing with the relaxation about one class counts, in typical worths of a class: on the way, and at the end. */
const [leaning, clinging] = [0.25, 2]
/** In a vast year the last split openings are settled at once: the choice nearest to the relaxation that trainers can serve. */
const lastOfVast = 12

/** The cut at the master's present prices; null: a person's locks cannot be met. */
const cutHere = ({ index, coupling, people }: Parts, master: Master): Cut | null =>
  evaluate(index, coupling, people, master.prices(), new Float64Array(index.pairs.length))?.cut ?? null

/** Proves the best bound: the relaxation's own, lowered by class cuts while they help. */
export const proveBound = (parts: Parts, master: Master, o: DecideOptions): number | null => {
  if (!master.settle(rootRounds)) return null
  o.onBound?.(master.bound())
  let bound = Number.POSITIVE_INFINITY
  for (let k = 0; k <= mostCuts; k++) {
    if (k > 0 && o.shouldStop?.()) break
    // In plain numbers from the prices alone: true whatever the relaxation's tolerances were.
    const cut = cutHere(parts, master)
    if (cut === null) return null
    const whole = parts.classes.choose([cut], {
      relativeGap: 1e-5,
      maxNodes: o.maxNodes,
      seconds: null,
      seed: o.seed,
      ...stops(o),
    })
    if (whole.bound === null) break
    bound = Math.min(bound, whole.bound)
    o.onBound?.(bound)
    const open = master.open()
    const most = whole.bound - cut.constant
    const sold = parts.classes.decided.reduce((sum, s) => sum + cut.weights[s]! * open[s]!, 0)
    // What the relaxation sells without trainers' days is what a cut can take away.
    if (k === mostCuts || sold <= most + 5e-5 * Math.abs(bound) || master.objective() <= bound * (1 + 2e-5)) break
    master.addCut(cut.weights, most)
    if (!master.settle(3)) break
  }
  return Number.isFinite(bound) ? bound : null
}

const stops = (o: DecideOptions) => (o.shouldStop ? { shouldStop: o.shouldStop } : {})

/** A whole choice of classes, what the relaxation makes of it (-∞: not known), and people's answers in it. */
export type ClassPlan = { choice: ClassChoice; objective: number; shares: ReturnType<Master['shares']> }

/**
 * Decides the free classes of a master whose other classes are fixed; null when the trainers cannot serve any choice. The
 * last split openings are tried both ways. When the relaxation gives up on a step, the trainers' choice settles the rest,
 * with people's answers of the last good step.
 */
export const diveOnClasses = (
  parts: Parts,
  master: Master,
  fixed: Map<number, 0 | 1>,
  o: DecideOptions,
): ClassPlan | null => {
  const { classes, index } = parts
  const needsTrainer = (s: number) => index.instance.sessions[s]!.trainersNeeded > 0
  const isVast = index.pairs.length > vastPairs
  let recent = cutHere(parts, master)
  /** What the trainers can serve that is worth most at the last prices; among near equals what the relaxation opens. */
  const chooseNow = (lean = leaning): ClassChoice | null => {
    if (recent === null) return null
    const { weights } = recent
    const open = master.open()
    const size =
      classes.decided.reduce((sum, s) => sum + Math.abs(weights[s]!), 0) / Math.max(1, classes.decided.length)
    return classes.choose([recent], {
      relativeGap: 1e-4,
      maxNodes: o.maxNodes,
      seconds: null,
      seed: o.seed,
      fixed,
      lean: open.map(y => lean * size * (2 * Math.min(1, Math.max(0, y)) - 1)),
      ...stops(o),
    }).choice
  }
  let shares = master.shares()
  const settle = (rounds: number): boolean => {
    if (!master.settle(rounds)) return false
    shares = master.shares()
    return true
  }
  const fix = (s: number, value: 0 | 1 | null) => {
    if (value === null) fixed.delete(s)
    else fixed.set(s, value)
    master.fix(s, value)
  }
  let target: ClassChoice | null = null
  /** How bold a step is: grows while steps cost nothing. */
  let pace = 1
  for (let step = 0; fixed.size < classes.decided.length; step++) {
    if (o.shouldStop?.()) break
    const open = master.open()
    const free = classes.decided.filter(s => !fixed.has(s))
    const isSplit = (s: number) => Math.abs(open[s]! - Math.round(open[s]!)) > 1e-6
    if (target === null || step % 4 === 0 || !free.some(isSplit)) {
      recent = cutHere(parts, master) ?? recent
      target = chooseNow() ?? target
      if (target === null) return null
    }
    const { isOpen } = target
    const wanted = (s: number): 0 | 1 => ((needsTrainer(s) ? isOpen[s]! : Math.round(open[s]!)) === 1 ? 1 : 0)
    const distance = (s: number) => Math.abs(open[s]! - wanted(s))
    free.sort((a, b) => distance(a) - distance(b) || a - b)
    const split = free.filter(s => distance(s) >= 1e-6)
    if (isVast && split.length > 0 && split.length <= lastOfVast) break
    if (split.length > 0 && split.length <= fewSplit) {
      const s = split[0]!
      const first = wanted(s)
      const better = tryBoth(master, s, first, fix)
      if (better === null) {
        fix(s, first)
        break
      }
      shares = master.shares()
      if (better !== first) {
        // The trainers must be able to follow the other way.
        const turned: ClassChoice | null = needsTrainer(s) ? chooseNow() : target
        if (turned === null) {
          fix(s, first)
          if (!settle(1)) break
        } else target = turned
      }
      continue
    }
    const close = split
      .filter(s => distance(s) < Math.min(farthest, near * pace))
      .slice(0, Math.max(6, Math.ceil((split.length * pace) / 6)))
    // Whole openings are fixed last: until then they may still change.
    const batch = split.length === 0 ? free : close.length > 0 ? close : split.slice(0, 1)
    const values = batch.map(wanted)
    const before = master.objective()
    batch.forEach((s, i) => {
      fix(s, values[i]!)
    })
    if (settle(1)) {
      const lost = (before - master.objective()) / Math.max(1, Math.abs(before))
      pace = lost <= cheap ? Math.min(boldest, 1.5 * pace) : lost > dear ? 1 : pace
      continue
    }
    pace = 1
    // Too bold: take the batch back and turn its first class the other way.
    for (const s of batch) fix(s, null)
    fix(batch[0]!, values[0] === 1 ? 0 : 1)
    const turned = chooseNow()
    if (turned === null) fix(batch[0]!, values[0]!)
    else target = turned
    if (!settle(1)) break
  }
  if (fixed.size < classes.decided.length) {
    recent = cutHere(parts, master) ?? recent
    const open = master.open()
    for (const s of classes.decided) if (!fixed.has(s) && !needsTrainer(s)) fix(s, open[s]! > 0.5 ? 1 : 0)
  }
  const choice = chooseNow(clinging)
  if (choice === null) return null
  for (const s of classes.decided) if (!fixed.has(s)) fix(s, choice.isOpen[s] === 1 ? 1 : 0)
  return master.settle(4)
    ? { choice, objective: master.objective(), shares: master.shares() }
    : { choice, objective: Number.NEGATIVE_INFINITY, shares }
}

/** From this many split openings on, both ways are tried. */
const fewSplit = 10

/** Fixes a class the way that leaves the relaxation more; null: neither way gave an answer. */
const tryBoth = (
  master: Master,
  s: number,
  first: 0 | 1,
  fix: (s: number, value: 0 | 1 | null) => void,
): 0 | 1 | null => {
  const second = first === 1 ? 0 : 1
  const worth = (value: 0 | 1) => {
    fix(s, value)
    return master.settle(1) ? master.objective() : null
  }
  const a = worth(first)
  const b = worth(second)
  if (b !== null && (a === null || b > a + 1e-6)) return second
  if (a === null) return null
  return worth(first) === null ? null : first
}

/**
 * While rounds are left: every choice of classes tried so far left a cut, and the best choice under all cuts, a few classes
 * away from the best one found, is tried next (Benders 1962, kept near by local branching, Fischetti and Lodi 2003). When
 * the cuts say that nothing near is better, it looks further away.
 */
export const improveClasses = (
  parts: Parts,
  master: Master,
  begin: ClassPlan,
  o: DecideOptions & { rounds: number; onBetter?: (plan: ClassPlan) => void },
): ClassPlan => {
  const { classes } = parts
  let best = begin
  let now = begin.choice
  let away = nearest
  const cuts: Cut[] = []
  for (let round = 0; round < o.rounds; round++) {
    if (o.shouldStop?.()) break
    const cut = cutHere(parts, master)
    if (cut === null) break
    cuts.push(cut)
    let next: ClassChoice | null = null
    while (next === null && away <= 2 * classes.decided.length) {
      const { choice } = classes.choose(cuts, {
        relativeGap: 1e-5,
        maxNodes: o.maxNodes,
        seconds: null,
        seed: o.seed,
        near: { isOpen: best.choice.isOpen, most: away },
        start: best.choice,
        ...stops(o),
      })
      if (o.shouldStop?.()) break
      if (choice !== null && choice.value > best.objective * (1 + 1e-7)) next = choice
      else away *= 2
    }
    if (next === null) break
    for (const s of classes.decided) if (next.isOpen[s] !== now.isOpen[s]) master.fix(s, next.isOpen[s] === 1 ? 1 : 0)
    now = next
    if (!master.settle(2)) break
    if (master.objective() <= best.objective * (1 + 1e-9)) continue
    best = { choice: now, objective: master.objective(), shares: master.shares() }
    away = nearest
    o.onBetter?.(best)
  }
  return best
}

/** Classes that the first next choice may change. */
const nearest = 2
