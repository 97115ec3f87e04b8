import { checkSolution } from './feasibility-checker.model.ts'
import type { PlannerInstance } from './instance.model.ts'
import { floorCounts, indexInstance, inGroup, type PlannerIndex, valueOfPlan } from './instance-index.model.ts'
import { canLeave, createPlanState, type PlanState } from './plan-state.model.ts'
import type { Assignment, ObjectiveParts, OpenSession } from './solution.model.ts'

/** A plan as it leaves this room: names instead of positions. */
export type NamedPlan = {
  assignments: Assignment[]
  openSessions: OpenSession[]
  objective: number
  parts: ObjectiveParts
}

/** Turns a state into names, sorted; classes nobody attends are not open. */
export const nameThePlan = (index: PlannerIndex, state: PlanState): NamedPlan => {
  const { instance } = index
  const chosen = state.chosen()
  const value = valueOfPlan(index, chosen)
  return {
    assignments: chosen.map(p => ({
      employee: instance.employees[index.pairs[p]!.e]!.id,
      session: instance.sessions[index.pairs[p]!.s]!.id,
    })),
    openSessions: instance.sessions.flatMap((s, i) =>
      state.count(i) > 0 ? [{ session: s.id, trainers: state.trainersOf(i).map(t => instance.trainers[t]!.id) }] : [],
    ),
    objective: value.objective,
    parts: value.parts,
  }
}

const rupiahOf = (index: PlannerIndex, pair: number): number => {
  const p = index.pairs[pair]!
  const session = index.instance.sessions[p.s]!
  const own = p.charges.reduce((sum, c) => sum + c.amount, 0)
  const heads = Math.max(1, Math.min(session.seatsMax, index.pairsIn[p.s]!.length))
  return own + session.fixedCost / heads
}

/** Net points of one more seat: gain, stability and the penalty of an overrun. */
const netGain = (index: PlannerIndex, state: PlanState, pair: number): number => {
  const p = index.pairs[pair]!
  const { stability, budgetLines } = index.instance
  let net = state.gainOf(pair)
  if (stability) net += p.isBaseline ? stability.removePenalty : -stability.addPenalty
  for (const c of p.charges) {
    const line = budgetLines[c.line]!
    if (line.mode !== 'indicative') continue
    const over = Math.max(0, state.used(c.line) + c.amount - Math.max(line.amount, state.used(c.line)))
    net -= (line.overPenaltyPerMillion * over) / 1e6
  }
  return net
}

/** Prices of scarce things and classes to open, when they are known before the plan. */
export type Guide = { priceOf: (pair: number) => number; isOpen: (s: number) => boolean }

/**
 * Opens a class with as many willing people as fit, beyond its minimum only those worth their price; nothing happens when
 * the minimum is not reached.
 */
const openClass = (
  index: PlannerIndex,
  state: PlanState,
  s: number,
  mayBeIdle: boolean,
  priceOf: (pair: number) => number = () => 0,
): boolean => {
  const session = index.instance.sessions[s]!
  if (state.count(s) > 0) return false
  const trainers = state.findTrainers(s)
  if (trainers === null) return false
  const ranked = index.pairsIn[s]!.map(p => ({ p, net: netGain(index, state, p), price: priceOf(p) }))
    .filter(x => x.net > 0 || mayBeIdle)
    .sort((a, b) => b.net - b.price - a.net + a.price || a.p - b.p)
  const added: number[] = []
  let total = 0
  for (const { p, net: before, price } of ranked) {
    if (added.length >= session.seatsMin && before < price) break
    if (added.length >= session.seatsMax || !state.fits(p)) continue
    const net = netGain(index, state, p)
    state.add(p)
    added.push(p)
    total += net
  }
  if (added.length > 0 && added.length >= session.seatsMin && (total > 0 || mayBeIdle)) return true
  for (const p of added.reverse()) state.remove(p)
  return false
}

/** Seats that fit and gain, best points per rupiah first, until nothing more fits. */
export const fillPlan = (index: PlannerIndex, state: PlanState, rounds = 4): void => {
  const order = index.pairs
    .map(p => ({ p: p.index, s: p.s, ratio: netGain(index, state, p.index) / (rupiahOf(index, p.index) + 1) }))
    .sort((a, b) => b.ratio - a.ratio || a.p - b.p)
  for (let round = 0; round < rounds; round++) {
    let changed = false
    for (const { p, s } of order) {
      if (state.has(p) || !state.fits(p)) continue
      if (state.count(s) === 0 && index.instance.sessions[s]!.seatsMin > 1) {
        if (openClass(index, state, s, false)) changed = true
        continue
      }
      if (netGain(index, state, p) <= 0 || breaksShare(index, state, p)) continue
      state.add(p)
      changed = true
    }
    if (!changed) return
  }
}

/** How much of the known prices counts, pass by pass: first only seats worth them, at last every seat that gains. */
const weights = [1, 0.75, 0.4, 0]

/** Seats in the order of what they bring beyond their price, while it is positive. */
const fillByPrice = (index: PlannerIndex, state: PlanState, guide: Guide): void => {
  for (const weight of weights) {
    const priceOf = (p: number) => weight * guide.priceOf(p)
    const order = index.pairs
      .map(p => ({ p: p.index, s: p.s, worth: netGain(index, state, p.index) - priceOf(p.index) }))
      .filter(x => x.worth > 0)
      .sort((a, b) => b.worth - a.worth || a.p - b.p)
    for (const { p, s } of order) {
      if (state.has(p) || !state.fits(p)) continue
      if (state.count(s) === 0 && index.instance.sessions[s]!.seatsMin > 1) {
        if (guide.isOpen(s)) openClass(index, state, s, false, priceOf)
      } else if (
        (state.count(s) > 0 || guide.isOpen(s)) &&
        netGain(index, state, p) > Math.max(0, priceOf(p)) &&
        !breaksShare(index, state, p)
      )
        state.add(p)
    }
  }
}

/** Floors on seat shares, by position. */
const shareFloors = (index: PlannerIndex) =>
  index.instance.fairness.flatMap((floor, f) => (floor.kind === 'minSeatShare' ? [{ floor, f }] : []))

/** Would this seat push a seat share below its floor, when the floor holds now? */
const breaksShare = (index: PlannerIndex, state: PlanState, pair: number): boolean =>
  state.seats() >= 20 &&
  shareFloors(index).some(
    ({ floor, f }) =>
      !inGroup(index.instance.employees[index.pairs[pair]!.e]!, floor) &&
      state.seatsOf(f) < floor.minShare! * (state.seats() + 1) - 1e-9,
  )

/** Gives up the least valuable seats of others until every seat share holds. */
const mendShares = (index: PlannerIndex, state: PlanState): void => {
  for (const { floor, f } of shareFloors(index)) {
    const others = state
      .chosen()
      .filter(p => !inGroup(index.instance.employees[index.pairs[p]!.e]!, floor))
      .map(p => ({ p, points: index.pairs[p]!.closes.reduce((sum, k) => sum + index.steps[k]!.points, 0) }))
      .sort((a, b) => a.points - b.points || a.p - b.p)
    for (const { p } of others) {
      if (state.seatsOf(f) >= floor.minShare! * state.seats() - 1e-9) break
      if (state.has(p) && canLeave(index, state, p)) state.remove(p)
    }
  }
}

const lockedPairs = (index: PlannerIndex): number[] =>
  index.instance.locks.flatMap(lock => {
    if (lock.kind !== 'must') return []
    const e = index.employeeAt.get(lock.employee)!
    const list =
      lock.session !== null
        ? [index.sessionAt.get(lock.session)!]
        : index.sessionsOf[index.moduleAt.get(lock.module!)!]!
    return [list.map(s => index.pairAt(e, s)).filter(p => p >= 0)].filter(l => l.length > 0).map(l => l[0]!)
  })

/** Locks and the present plan first, then floors, then points beyond known prices, then points per rupiah. */
export const buildGreedy = (index: PlannerIndex, guide?: Guide): PlanState => {
  const state = createPlanState(index)
  const place = (p: number) => {
    if (state.has(p) || !state.fits(p)) return
    const s = index.pairs[p]!.s
    state.add(p)
    if (state.count(s) >= index.instance.sessions[s]!.seatsMin) return
    for (const other of index.pairsIn[s]!) {
      if (state.count(s) >= index.instance.sessions[s]!.seatsMin) break
      if (state.fits(other)) state.add(other)
    }
  }
  const byStart = (a: number, b: number) =>
    index.sessions[index.pairs[a]!.s]!.first - index.sessions[index.pairs[b]!.s]!.first || a - b
  for (const p of lockedPairs(index).sort(byStart)) place(p)
  if (index.instance.stability)
    for (const p of index.pairs
      .filter(x => x.isBaseline)
      .map(x => x.index)
      .sort(byStart))
      if (state.fits(p)) state.add(p)
  for (const { f, required } of floorCounts(index)) {
    const floor = index.instance.fairness[f]!
    const members = index.instance.employees.flatMap((e, i) => (inGroup(e, floor) ? [i] : []))
    let served = members.filter(e => state.ownOf(e).length > 0).length
    const candidates = members
      .filter(e => state.ownOf(e).length === 0)
      .flatMap(e => index.pairsOf[e]!)
      .map(p => ({ p, ratio: state.gainOf(p) / (rupiahOf(index, p) + 1) }))
      .sort((a, b) => b.ratio - a.ratio || a.p - b.p)
    for (const { p } of candidates) {
      if (served >= required) break
      if (state.ownOf(index.pairs[p]!.e).length > 0 || !state.fits(p)) continue
      place(p)
      served = members.filter(e => state.ownOf(e).length > 0).length
    }
  }
  // Classes that the present plan opened below their minimum are filled or closed.
  index.instance.sessions.forEach((session, s) => {
    if (state.count(s) === 0 || state.count(s) >= session.seatsMin) return
    for (const p of index.pairsIn[s]!) if (state.count(s) < session.seatsMin && state.fits(p)) state.add(p)
    if (state.count(s) < session.seatsMin) for (const p of index.pairsIn[s]!) if (state.has(p)) state.remove(p)
  })
  if (guide) fillByPrice(index, state, guide)
  fillPlan(index, state)
  mendShares(index, state)
  return state
}

/** Pairs, trainers and value of a state that passes the checker; null when it does not. */
export const checkedPlan = (index: PlannerIndex, state: PlanState): NamedPlan | null => {
  const plan = nameThePlan(index, state)
  return checkSolution(index.instance, plan).ok ? plan : null
}

/**
 * The plan of somebody with a calculator: best points per rupiah first. For comparison and as a first plan for the
 * solver; null when it finds none that keeps every rule (the empty plan is tried last).
 */
export const greedyPlan = (instance: PlannerInstance): NamedPlan | null => {
  const index = indexInstance(instance)
  return checkedPlan(index, buildGreedy(index)) ?? checkedPlan(index, createPlanState(index))
}
