import { overlap, type PlannerIndex, personPoints } from '../instance-index.model.ts'

/**
 * One person's whole question at given prices (planner.md 5): which modules, in which classes? People have few useful
 * modules, so every set of modules is written down once with its points; at prices the best set is a look-up, and only
 * when the cheapest classes of a set clash are other classes tried. A plain depth-first search settles that exactly.
 */
export type PersonPart = {
  /** Seats of each person's present answer: `chosen[e * most + i]`, -1 past the end. */
  chosen: Int32Array
  most: number
  /**
   * Answers everybody at these seat prices. `value[e]` is never below the true best, and equals the worth of the
   * answer unless the person has more sets of modules than are written down. Null: a person whose locks cannot be met.
   */
  solve: (pairPrice: Float64Array, personPrice: (e: number) => number, isOpen: Uint8Array | null) => number | null
  value: Float64Array
  /** The points of these seats of one person: gaps closed, JP and stability. */
  pointsOf: (e: number, pairs: readonly number[]) => number
}

/** Sets of modules written down per person; people with more get an upper bound and a good answer. */
const mostSets = 600
/** Ways of putting one set's classes together that are tried; beyond, the set counts as if its cheapest classes fitted. */
const mostTries = 20_000

type Clause = { position: number; earlier: number[] }
type ModuleSet = { groups: number[]; points: number; clauses: Clause[] }
type Person = {
  /** Seats on offer per useful module. */
  groups: number[][]
  sets: ModuleSet[]
  isWhole: boolean
  mayStayHome: boolean
}

/** What a module asks of earlier classes: each clause by any of these positions of the set. */
const clausesOf = (index: PlannerIndex, e: number, modules: readonly number[]): Clause[] | null => {
  const person = index.instance.employees[e]!
  const all = index.instance.modules
  const clauses: Clause[] = []
  for (const [position, m] of modules.entries()) {
    const asked: number[][] = []
    for (const clause of all[m]!.prerequisites)
      if (!clause.some(x => person.completed.includes(x)))
        asked.push(modules.flatMap((o, i) => (clause.includes(all[o]!.id) ? [i] : [])))
    for (const f of all[m]!.effects) {
      const need = person.needs.find(n => n.competency === f.competency)
      if (need === undefined || need.current >= f.from) continue
      asked.push(
        modules.flatMap((o, i) =>
          i !== position && all[o]!.effects.some(g => g.competency === f.competency && g.to >= f.from) ? [i] : [],
        ),
      )
    }
    for (const earlier of asked) {
      if (earlier.length === 0) return null
      clauses.push({ position, earlier })
    }
  }
  return clauses
}

const describe = (index: PlannerIndex, e: number): Person => {
  const { pairs, instance } = index
  const person = instance.employees[e]!
  const byModule = new Map<number, number[]>()
  for (const p of index.pairsOf[e]!) byModule.set(pairs[p]!.m, [...(byModule.get(pairs[p]!.m) ?? []), p])
  // Locks: a module that must be had, in one of its classes or in a named one.
  const must = new Set<number>()
  for (const lock of instance.locks) {
    if (lock.kind !== 'must' || lock.employee !== person.id) continue
    const m = index.moduleAt.get(lock.module ?? instance.sessions[index.sessionAt.get(lock.session!)!]!.module)!
    must.add(m)
    if (lock.session === null) continue
    const s = index.sessionAt.get(lock.session)!
    byModule.set(
      m,
      (byModule.get(m) ?? []).filter(p => pairs[p]!.s === s),
    )
  }
  const modules = [...byModule].filter(([, list]) => list.length > 0)
  const groups = modules.map(([, list]) => list)
  const needed = [...must].map(m => modules.findIndex(([x]) => x === m))
  if (needed.includes(-1)) return { groups, sets: [], isWhole: true, mayStayHome: false }
  const sets: ModuleSet[] = []
  let isWhole = true
  const keep = (picked: readonly number[]) => {
    const chosen = [...needed, ...picked].sort((a, b) => a - b)
    const own = chosen.map(g => modules[g]![0])
    const clauses = clausesOf(index, e, own)
    if (clauses === null) return
    const points = personPoints(index, e, own)
    sets.push({ groups: chosen, points: points.gap + points.jp, clauses })
  }
  // Every set holds the locked modules; the others are tried from the smallest set on.
  const others = groups.map((_, g) => g).filter(g => !needed.includes(g))
  const visit = (from: number, size: number, picked: number[]): void => {
    if (!isWhole) return
    if (picked.length === size) {
      if (sets.length < mostSets) keep(picked)
      else isWhole = false
      return
    }
    for (let i = from; i < others.length; i++) {
      picked.push(others[i]!)
      visit(i + 1, size, picked)
      picked.pop()
    }
  }
  const most = Math.min(person.maxModules - needed.length, others.length)
  for (let size = needed.length > 0 ? 0 : 1; size <= most; size++) visit(0, size, [])
  return { groups, sets, isWhole, mayStayHome: must.size === 0 }
}

export const peopleOf = (index: PlannerIndex): PersonPart => {
  const { pairs, instance, sessions } = index
  const width = sessions.length
  // Which classes clash, and which end before another begins.
  const clash = new Uint8Array(width * width)
  const before = new Uint8Array(width * width)
  const daysAway = sessions.map((s, i) => (s.isAway ? instance.sessions[i]!.days : 0))
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) {
      const [x, y] = [sessions[a]!, sessions[b]!]
      if (a !== b && x.isSynchronous && y.isSynchronous && overlap(x, y)) clash[a * width + b] = 1
      if (x.last < y.first) before[a * width + b] = 1
    }
  const people = instance.employees.map((_, e) => describe(index, e))
  const most = people.reduce((n, p) => p.sets.reduce((m, set) => Math.max(m, set.groups.length), n), 1)
  const chosen = new Int32Array(people.length * most).fill(-1)
  const value = new Float64Array(people.length)
  const classOf = Int32Array.from(pairs, p => p.s)
  const mostGroups = people.reduce((n, p) => Math.max(n, p.groups.length), 1)
  const groupPrice = new Float64Array(mostGroups)
  const groupBest = new Int32Array(mostGroups)
  const sorted: (number[] | null)[] = []

  const fits = (set: ModuleSet, seats: readonly number[], maxDays: number): boolean => {
    let days = 0
    for (let i = 0; i < seats.length; i++) {
      const s = classOf[seats[i]!]!
      days += daysAway[s]!
      for (let k = 0; k < i; k++) if (clash[s * width + classOf[seats[k]!]!]!) return false
    }
    if (days > maxDays) return false
    for (const c of set.clauses) {
      const s = classOf[seats[c.position]!]!
      if (!c.earlier.some(o => before[classOf[seats[o]!]! * width + s]! === 1)) return false
    }
    return true
  }

  /** Cheapest classes for a set that go together, if any is worth more than `least`. */
  const search = (
    person: Person,
    set: ModuleSet,
    e: number,
    price: Float64Array,
    isOpen: Uint8Array | null,
    least: number,
  ): { found: { worth: number; seats: number[] } | null; isWhole: boolean } => {
    for (const g of set.groups)
      sorted[g] ??= person.groups[g]!.filter(p => isOpen === null || isOpen[classOf[p]!]! === 1).sort(
        (a, b) => price[a]! - price[b]! || a - b,
      )
    const rest = new Float64Array(set.groups.length + 1)
    for (let i = set.groups.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + groupPrice[set.groups[i]!]!
    const maxDays = instance.employees[e]!.maxDaysAway
    const seats: number[] = []
    let found: { worth: number; seats: number[] } | null = null
    let floor = least
    let tries = 0
    const visit = (i: number, worth: number, days: number): void => {
      if (i === set.groups.length) {
        if (fits(set, seats, maxDays)) {
          found = { worth, seats: [...seats] }
          floor = worth
        }
        return
      }
      for (const p of sorted[set.groups[i]!]!) {
        if (worth - price[p]! - rest[i + 1]! <= floor || ++tries > mostTries) return
        const s = classOf[p]!
        if (days + daysAway[s]! > maxDays || seats.some(o => clash[s * width + classOf[o]!]!)) continue
        seats.push(p)
        visit(i + 1, worth - price[p]!, days + daysAway[s]!)
        seats.pop()
      }
    }
    visit(0, set.points, 0)
    return { found, isWhole: tries <= mostTries }
  }

  const answer = (e: number, price: Float64Array, personPrice: number, isOpen: Uint8Array | null): number | null => {
    const person = people[e]!
    const at = e * most
    for (let i = 0; i < most; i++) chosen[at + i] = -1
    let best = person.mayStayHome ? personPrice : Number.NEGATIVE_INFINITY
    // What a set that was not searched to its end could be worth at most.
    let doubtful = Number.NEGATIVE_INFINITY
    let found = person.mayStayHome
    for (let g = 0; g < person.groups.length; g++) {
      let [cheapest, seat] = [Number.POSITIVE_INFINITY, -1]
      for (const p of person.groups[g]!)
        if (price[p]! < cheapest && (isOpen === null || isOpen[classOf[p]!]! === 1)) [cheapest, seat] = [price[p]!, p]
      groupPrice[g] = cheapest
      groupBest[g] = seat
      sorted[g] = null
    }
    const maxDays = instance.employees[e]!.maxDaysAway
    for (const set of person.sets) {
      let worth = set.points
      for (const g of set.groups) worth -= groupPrice[g]!
      if (!(worth > best + 1e-9)) continue
      let seats: number[] | null = set.groups.map(g => groupBest[g]!)
      if (seats.length > 1 || daysAway[classOf[seats[0]!]!]! > maxDays)
        if (!fits(set, seats, maxDays)) {
          const other = search(person, set, e, price, isOpen, best + 1e-9)
          if (!other.isWhole) doubtful = Math.max(doubtful, worth)
          seats = other.found?.seats ?? null
          worth = other.found?.worth ?? 0
        }
      if (seats === null) continue
      best = worth
      found = true
      for (let i = 0; i < most; i++) chosen[at + i] = i < seats.length ? seats[i]! : -1
    }
    if (!found) return null
    // `personPrice` is what being served costs; staying home costs nothing.
    value[e] = Math.max(best, doubtful) - personPrice
    return best - personPrice
  }

  return {
    chosen,
    most,
    value,
    pointsOf: (e, list) => {
      const points = personPoints(
        index,
        e,
        list.map(p => pairs[p]!.m),
      )
      return points.gap + points.jp
    },
    solve: (price, personPrice, isOpen) => {
      let sum = 0
      for (let e = 0; e < people.length; e++) {
        const own = answer(e, price, personPrice(e), isOpen)
        if (own === null) return null
        if (!people[e]!.isWhole)
          value[e] = Math.max(value[e]!, looseValue(index, people[e]!, e, price) - personPrice(e))
        sum += value[e]!
      }
      return sum
    },
  }
}

/** Too many sets to write down: each module at its own points, the best few, and the JP reward: never too low. */
const looseValue = (index: PlannerIndex, person: Person, e: number, price: Float64Array): number => {
  const gains = person.groups
    .map(list => {
      const points = personPoints(index, e, [index.pairs[list[0]!]!.m]).gap
      return points - Math.min(...list.map(p => price[p]!))
    })
    .sort((a, b) => b - a)
  let sum = index.instance.employees[e]!.jpReward
  for (let i = 0; i < Math.min(gains.length, index.instance.employees[e]!.maxModules); i++)
    sum += Math.max(0, gains[i]!)
  return sum
}
