import { inGroup, overlap, type PlannerIndex, personPoints } from './instance-index.model.ts'

/**
 * A plan that grows and shrinks by one seat at a time and can say what stands in the way of the next one. Greedy plans,
 * the tidying after the solver and the reasons for being out all ask it.
 */
export type Obstacle =
  | { code: 'PREREQUISITE'; clause: string[] }
  | { code: 'ENTRY_LEVEL'; competency: string; from: number; current: number }
  | { code: 'DAYS'; planned: number; days: number; most: number }
  | { code: 'MAX_MODULES'; most: number }
  | { code: 'TIME'; own: number[] }
  | { code: 'DUPLICATE'; by: number[] }
  | { code: 'TRAINER' }
  | { code: 'SEATS'; most: number }
  | { code: 'COVERAGE'; unit: number; days: number[]; most: number }
  | { code: 'BUDGET'; line: number; need: number; left: number }
export type PlanState = {
  chosen: () => number[]
  has: (pair: number) => boolean
  ownOf: (e: number) => number[]
  count: (s: number) => number
  /** Seats of the plan, and those of the group of one floor. */
  seats: () => number
  seatsOf: (floor: number) => number
  used: (line: number) => number
  trainersOf: (s: number) => number[]
  /** What stands in the way of a seat, in the order of planner.md 4; `onlyFirst` stops at the first. */
  obstacles: (pair: number, options?: { onlyFirst?: boolean; extraHeads?: number }) => Obstacle[]
  fits: (pair: number) => boolean
  /** Points the person gains by this seat beside what he has. */
  gainOf: (pair: number) => number
  add: (pair: number) => void
  remove: (pair: number) => void
  /** Free trainers enough for a class, least used first; null when there are not. */
  findTrainers: (s: number) => number[] | null
  setTrainers: (s: number, trainers: number[]) => void
}

export const createPlanState = (index: PlannerIndex): PlanState => {
  const { instance, pairs, sessions } = index
  const own: number[][] = instance.employees.map(() => [])
  const chosen = new Set<number>()
  const count = new Int32Array(sessions.length)
  const used = new Float64Array(instance.budgetLines.length)
  const trainers: number[][] = sessions.map(() => [])
  const trainerDays = new Int32Array(instance.trainers.length)
  const trainerBusy: Set<number>[] = instance.trainers.map(() => new Set())
  const firstDay = Math.min(...sessions.map(s => s.first), Number.MAX_SAFE_INTEGER)
  const span = sessions.length === 0 ? 0 : Math.max(...sessions.map(s => s.last)) - firstDay + 1
  const away = instance.units.map(() => new Int32Array(span))
  const eachDay = (s: number, act: (day: number) => void) => {
    for (const p of sessions[s]!.periods) for (let d = p.from; d <= p.until; d++) act(d - firstDay)
  }
  const daysOf = (s: number) => (sessions[s]!.isAway ? instance.sessions[s]!.days : 0)
  const isLeader = (e: number, pair: number) =>
    sessions[pairs[pair]!.s]!.isAway && index.caps[index.unitOf[e]!]! < Number.MAX_SAFE_INTEGER

  const floorsOf = instance.employees.map(e => instance.fairness.flatMap((f, i) => (inGroup(e, f) ? [i] : [])))
  const floorSeats = new Int32Array(instance.fairness.length)

  const findTrainers = (s: number): number[] | null => {
    const needed = instance.sessions[s]!.trainersNeeded
    if (needed === 0) return []
    const free = index.trainersFor[s]!.filter(
      t =>
        trainerDays[t]! + instance.sessions[s]!.days <= instance.trainers[t]!.maxDays &&
        ![...trainerBusy[t]!].some(o => overlap(sessions[o]!, sessions[s]!)),
    )
    if (free.length < needed) return null
    // Trainers who can teach least else go first; ties by id order.
    return free
      .sort((a, b) => instance.trainers[a]!.modules.length - instance.trainers[b]!.modules.length || a - b)
      .slice(0, needed)
      .sort((a, b) => a - b)
  }
  const setTrainers = (s: number, list: number[]) => {
    for (const t of trainers[s]!) {
      trainerDays[t]! -= instance.sessions[s]!.days
      trainerBusy[t]!.delete(s)
    }
    trainers[s] = [...list]
    for (const t of list) {
      trainerDays[t]! += instance.sessions[s]!.days
      trainerBusy[t]!.add(s)
    }
  }
  const gainOf = (pair: number): number => {
    const p = pairs[pair]!
    const modules = own[p.e]!.map(o => pairs[o]!.m)
    const before = personPoints(index, p.e, modules)
    const after = personPoints(index, p.e, [...modules, p.m])
    return after.gap + after.jp - before.gap - before.jp
  }

  const obstacles: PlanState['obstacles'] = (pair, { onlyFirst = false, extraHeads = 0 } = {}) => {
    const found: Obstacle[] = []
    const p = pairs[pair]!
    const person = instance.employees[p.e]!
    const session = instance.sessions[p.s]!
    const module = instance.modules[p.m]!
    const mine = own[p.e]!
    const done = () => onlyFirst && found.length > 0
    const earlier = mine.filter(o => sessions[pairs[o]!.s]!.last < sessions[p.s]!.first)
    for (const clause of module.prerequisites)
      if (
        !clause.some(m => person.completed.includes(m)) &&
        !earlier.some(o => clause.includes(instance.modules[pairs[o]!.m]!.id))
      )
        found.push({ code: 'PREREQUISITE', clause })
    if (done()) return found
    for (const f of module.effects) {
      const need = person.needs.find(n => n.competency === f.competency)
      if (need === undefined || need.current >= f.from) continue
      const isLifted = earlier.some(o =>
        instance.modules[pairs[o]!.m]!.effects.some(g => g.competency === f.competency && g.to >= f.from),
      )
      if (!isLifted) found.push({ code: 'ENTRY_LEVEL', competency: f.competency, from: f.from, current: need.current })
    }
    if (done()) return found
    const planned = mine.reduce((sum, o) => sum + daysOf(pairs[o]!.s), 0)
    if (planned + daysOf(p.s) > person.maxDaysAway)
      found.push({ code: 'DAYS', planned, days: daysOf(p.s), most: person.maxDaysAway })
    if (mine.length >= person.maxModules) found.push({ code: 'MAX_MODULES', most: person.maxModules })
    const clash = sessions[p.s]!.isSynchronous
      ? mine.filter(o => sessions[pairs[o]!.s]!.isSynchronous && overlap(sessions[pairs[o]!.s]!, sessions[p.s]!))
      : []
    if (clash.length > 0) found.push({ code: 'TIME', own: clash.map(o => pairs[o]!.s) })
    if (done()) return found
    const same = mine.filter(o => pairs[o]!.m === p.m)
    const closing = mine.filter(o => pairs[o]!.closes.some(k => p.closes.includes(k)))
    const isCovered = p.closes.length > 0 && p.closes.every(k => mine.some(o => pairs[o]!.closes.includes(k)))
    if (same.length > 0) found.push({ code: 'DUPLICATE', by: same })
    else if (isCovered && gainOf(pair) <= 0) found.push({ code: 'DUPLICATE', by: closing })
    if (done()) return found
    const isClosed = count[p.s] === 0
    if (isClosed && trainers[p.s]!.length < session.trainersNeeded && findTrainers(p.s) === null)
      found.push({ code: 'TRAINER' })
    if (done()) return found
    if (count[p.s]! + 1 > session.seatsMax) found.push({ code: 'SEATS', most: session.seatsMax })
    if (done()) return found
    if (isLeader(p.e, pair)) {
      const u = index.unitOf[p.e]!
      const ownDays = new Set<number>()
      for (const o of mine) if (sessions[pairs[o]!.s]!.isAway) eachDay(pairs[o]!.s, d => ownDays.add(d))
      const days: number[] = []
      eachDay(p.s, d => {
        if (!ownDays.has(d) && away[u]![d]! + 1 > index.caps[u]!) days.push(d + firstDay)
      })
      if (days.length > 0) found.push({ code: 'COVERAGE', unit: u, days, most: index.caps[u]! })
    }
    if (done()) return found
    const needs = new Map(p.charges.map(c => [c.line, c.amount]))
    if (isClosed && session.fixedCost > 0) {
      const line = index.lineAt.get(session.fixedLine!)!
      needs.set(line, (needs.get(line) ?? 0) + session.fixedCost)
    }
    // The others whom a class needs to open; only a line that pays for everybody can be told beforehand.
    if (extraHeads > 0 && session.costPerHead > 0 && session.perHeadPayer.startsWith('line:')) {
      const line = index.lineAt.get(session.perHeadPayer.slice(5))!
      needs.set(line, (needs.get(line) ?? 0) + extraHeads * session.costPerHead)
    }
    for (const [b, need] of [...needs].sort((x, y) => x[0] - y[0])) {
      const line = instance.budgetLines[b]!
      const left = line.amount + (line.mode === 'indicative' ? line.maxOverrun : 0) - used[b]!
      if (need > left) found.push({ code: 'BUDGET', line: b, need, left })
    }
    return found
  }

  const charge = (pair: number, sign: 1 | -1) => {
    const p = pairs[pair]!
    for (const c of p.charges) used[c.line]! += sign * c.amount
    for (const f of floorsOf[p.e]!) floorSeats[f]! += sign
    if (isLeader(p.e, pair))
      eachDay(p.s, d => {
        away[index.unitOf[p.e]!]![d]! += sign
      })
  }
  const payFixed = (s: number, sign: 1 | -1) => {
    const session = instance.sessions[s]!
    if (session.fixedCost > 0) used[index.lineAt.get(session.fixedLine!)!]! += sign * session.fixedCost
  }

  return {
    chosen: () => [...chosen].sort((a, b) => a - b),
    has: pair => chosen.has(pair),
    ownOf: e => own[e]!,
    count: s => count[s]!,
    seats: () => chosen.size,
    seatsOf: floor => floorSeats[floor]!,
    used: line => used[line]!,
    trainersOf: s => trainers[s]!,
    obstacles,
    fits: pair => !chosen.has(pair) && obstacles(pair, { onlyFirst: true }).length === 0,
    gainOf,
    findTrainers,
    setTrainers,
    add: pair => {
      const p = pairs[pair]!
      if (count[p.s] === 0) {
        payFixed(p.s, 1)
        if (trainers[p.s]!.length === 0) setTrainers(p.s, findTrainers(p.s) ?? [])
      }
      chosen.add(pair)
      own[p.e]!.push(pair)
      count[p.s]!++
      charge(pair, 1)
    },
    remove: pair => {
      const p = pairs[pair]!
      chosen.delete(pair)
      own[p.e] = own[p.e]!.filter(o => o !== pair)
      count[p.s]!--
      charge(pair, -1)
      if (count[p.s] === 0) {
        payFixed(p.s, -1)
        setTrainers(p.s, [])
      }
    },
  }
}

/** May this seat be given up without breaking a class minimum, a floor, a lock or a later class of the person? */
export const canLeave = (index: PlannerIndex, state: PlanState, pair: number): boolean => {
  const { instance, pairs, sessions } = index
  const p = pairs[pair]!
  const person = instance.employees[p.e]!
  if (p.isMust) return false
  const left = state.count(p.s) - 1
  if (left > 0 && left < instance.sessions[p.s]!.seatsMin) return false
  const rest = state.ownOf(p.e).filter(o => o !== pair)
  for (const o of rest) {
    const module = instance.modules[pairs[o]!.m]!
    const earlier = rest.filter(x => sessions[pairs[x]!.s]!.last < sessions[pairs[o]!.s]!.first)
    for (const clause of module.prerequisites)
      if (
        !clause.some(m => person.completed.includes(m)) &&
        !earlier.some(x => clause.includes(instance.modules[pairs[x]!.m]!.id))
      )
        return false
    for (const f of module.effects) {
      const need = person.needs.find(n => n.competency === f.competency)
      if (need === undefined || need.current >= f.from) continue
      if (
        !earlier.some(x =>
          instance.modules[pairs[x]!.m]!.effects.some(g => g.competency === f.competency && g.to >= f.from),
        )
      )
        return false
    }
  }
  return instance.fairness.every((floor, f) => {
    if (!inGroup(person, floor)) return true
    return floor.kind === 'minPeople'
      ? rest.length > 0
      : state.seatsOf(f) - 1 >= floor.minShare! * (state.seats() - 1) - 1e-9
  })
}
