import { compareText, type PlannerInstance, type PlannerSession } from './instance.model.ts'
import type { ObjectiveParts } from './solution.model.ts'

/**
 * The instance as numbers: pairs (person × class) that are offered, steps they close, money they charge. The model
 * builder, the greedy plan and the explanations stand on it; the feasibility checker does not.
 */
export type Charge = { line: number; amount: number }
export type Pair = {
  index: number
  e: number
  s: number
  m: number
  charges: Charge[]
  /** Steps this module closes for the person, as indices into `steps`. */
  closes: number[]
  isBaseline: boolean
  isMust: boolean
}
export type Step = { index: number; e: number; competency: string; level: number; points: number }
export type SessionFacts = {
  m: number
  periods: { from: number; until: number }[]
  first: number
  last: number
  /** Its days may clash with another's (anything but `mandiri`). */
  isSynchronous: boolean
  /** Its people are away from their unit. */
  isAway: boolean
  /** Opens without being asked: no minimum above one, no fixed cost, no trainer. */
  isFree: boolean
}
export type NotOffered =
  | 'unit-not-eligible'
  | 'no-payer'
  | 'lock-never'
  | 'completed'
  | 'days'
  | 'closes-nothing'
  | 'offered'
export type PlannerIndex = {
  instance: PlannerInstance
  unitOf: number[]
  sessions: SessionFacts[]
  sessionsOf: number[][]
  pairs: Pair[]
  pairsOf: number[][]
  pairsIn: number[][]
  steps: Step[]
  stepsOf: number[][]
  /** Pair of person e and class s, or -1. */
  pairAt: (e: number, s: number) => number
  /** Why a person has no seat on offer in a class; `offered` when he has. */
  offerOf: (e: number, s: number) => NotOffered
  closesOf: (e: number, m: number) => number[]
  caps: number[]
  trainersFor: number[][]
  baselineCount: number
  lapsedBaseline: { employee: string; session: string; cause: 'employee-gone' | 'session-gone' }[]
  employeeAt: Map<string, number>
  sessionAt: Map<string, number>
  moduleAt: Map<string, number>
  lineAt: Map<string, number>
}

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const runsOn = (s: SessionFacts, day: number) => s.periods.some(p => p.from <= day && day <= p.until)
/** Do two classes share a calendar day? */
export const overlap = (a: SessionFacts, b: SessionFacts): boolean =>
  a.first <= b.last &&
  b.first <= a.last &&
  a.periods.some(p => b.periods.some(q => p.from <= q.until && q.from <= p.until))
export { runsOn }

const factsOf = (s: PlannerSession, m: number): SessionFacts => {
  const periods = s.periods.map(p => ({ from: dayNumber(p.start), until: dayNumber(p.end) }))
  return {
    m,
    periods,
    first: Math.min(...periods.map(p => p.from)),
    last: Math.max(...periods.map(p => p.until)),
    isSynchronous: s.mode !== 'mandiri',
    isAway: s.mode === 'tatap_muka',
    isFree: s.seatsMin <= 1 && s.fixedCost === 0 && s.trainersNeeded === 0,
  }
}

const positions = (list: { id: string }[]) => new Map(list.map((x, i) => [x.id, i]))

export const indexInstance = (instance: PlannerInstance): PlannerIndex => {
  const { employees, modules } = instance
  const unitAt = positions(instance.units)
  const employeeAt = positions(employees)
  const moduleAt = positions(modules)
  const sessionAt = positions(instance.sessions)
  const lineAt = positions(instance.budgetLines)
  const sessions = instance.sessions.map(s => factsOf(s, moduleAt.get(s.module)!))
  const sessionsOf: number[][] = modules.map(() => [])
  sessions.forEach((s, i) => {
    sessionsOf[s.m]!.push(i)
  })

  const steps: Step[] = []
  const stepsOf = employees.map((employee, e) =>
    employee.needs.flatMap(n =>
      n.values.map((points, i) => {
        const step = { index: steps.length, e, competency: n.competency, level: n.current + 1 + i, points }
        steps.push(step)
        return step.index
      }),
    ),
  )
  const closesKnown = new Map<number, number[]>()
  const closesOf = (e: number, m: number) => {
    const at = e * modules.length + m
    const known = closesKnown.get(at)
    if (known) return known
    const closes = stepsOf[e]!.filter(k => {
      const step = steps[k]!
      return modules[m]!.effects.some(
        f => f.competency === step.competency && f.from < step.level && step.level <= f.to,
      )
    })
    closesKnown.set(at, closes)
    return closes
  }

  const key = (e: number, s: number) => e * instance.sessions.length + s
  const never = new Set<number>()
  const must = new Set<number>()
  for (const lock of instance.locks) {
    const e = employeeAt.get(lock.employee)!
    const list = lock.session !== null ? [sessionAt.get(lock.session)!] : sessionsOf[moduleAt.get(lock.module!)!]!
    for (const s of list) (lock.kind === 'must' ? must : never).add(key(e, s))
  }
  const baseline = new Set<number>()
  const lapsedBaseline: PlannerIndex['lapsedBaseline'] = []
  for (const pair of instance.stability?.baseline ?? []) {
    const [e, s] = [employeeAt.get(pair.employee), sessionAt.get(pair.session)]
    if (e === undefined) lapsedBaseline.push({ ...pair, cause: 'employee-gone' })
    else if (s === undefined) lapsedBaseline.push({ ...pair, cause: 'session-gone' })
    else baseline.add(key(e, s))
  }

  const unitLine = new Map(
    instance.budgetLines.flatMap((l, i) => (l.unit === null ? [] : [[JSON.stringify([l.unit, l.source]), i] as const])),
  )
  const lineOf = (payer: string, unit: string) =>
    payer.startsWith('line:') ? lineAt.get(payer.slice(5)) : unitLine.get(JSON.stringify([unit, payer.slice(5)]))
  /** null: somebody must pay and there is no such line. */
  const chargesOf = (e: number, s: number): Charge[] | null => {
    const [person, session] = [employees[e]!, instance.sessions[s]!]
    const sums = new Map<number, number>()
    for (const [amount, payer] of [
      [session.costPerHead, session.perHeadPayer],
      [session.travelCost[person.locationClass ?? ''] ?? 0, session.travelPayer],
    ] as const) {
      if (amount === 0) continue
      const line = lineOf(payer, person.unit)
      if (line === undefined) return null
      sums.set(line, (sums.get(line) ?? 0) + amount)
    }
    return [...sums].map(([line, amount]) => ({ line, amount })).sort((a, b) => a.line - b.line)
  }
  const offerOf = (e: number, s: number): NotOffered => {
    const [person, session, facts] = [employees[e]!, instance.sessions[s]!, sessions[s]!]
    const isMust = must.has(key(e, s))
    if (session.eligibleUnits !== null && !session.eligibleUnits.includes(person.unit)) return 'unit-not-eligible'
    if (never.has(key(e, s))) return 'lock-never'
    if (!isMust && person.completed.includes(session.module)) return 'completed'
    const isUseful = modules[facts.m]!.general || closesOf(e, facts.m).length > 0
    if (!isUseful && !isMust && !baseline.has(key(e, s))) return 'closes-nothing'
    if (facts.isAway && session.days > person.maxDaysAway) return 'days'
    return chargesOf(e, s) === null ? 'no-payer' : 'offered'
  }

  const pairs: Pair[] = []
  const pairsOf: number[][] = employees.map(() => [])
  const pairsIn: number[][] = sessions.map(() => [])
  const at = new Map<number, number>()
  employees.forEach((_, e) => {
    modules.forEach((module, m) => {
      const closes = closesOf(e, m)
      for (const s of sessionsOf[m]!) {
        if (closes.length === 0 && !module.general && !must.has(key(e, s)) && !baseline.has(key(e, s))) continue
        if (offerOf(e, s) !== 'offered') continue
        const pair: Pair = {
          index: pairs.length,
          e,
          s,
          m,
          charges: chargesOf(e, s)!,
          closes,
          isBaseline: baseline.has(key(e, s)),
          isMust: must.has(key(e, s)),
        }
        pairs.push(pair)
        pairsOf[e]!.push(pair.index)
        pairsIn[s]!.push(pair.index)
        at.set(key(e, s), pair.index)
      }
    })
  })

  return {
    instance,
    unitOf: employees.map(e => unitAt.get(e.unit)!),
    sessions,
    sessionsOf,
    pairs,
    pairsOf,
    pairsIn,
    steps,
    stepsOf,
    pairAt: (e, s) => at.get(key(e, s)) ?? -1,
    offerOf,
    closesOf,
    caps: instance.units.map(u => capOf(u)),
    trainersFor: instance.sessions.map((session, s) =>
      session.trainersNeeded === 0
        ? []
        : instance.trainers.flatMap((t, i) =>
            t.modules.includes(session.module) &&
            !t.unavailable.some(u =>
              sessions[s]!.periods.some(p => p.from <= dayNumber(u.end) && dayNumber(u.start) <= p.until),
            )
              ? [i]
              : [],
          ),
    ),
    baselineCount: baseline.size,
    lapsedBaseline: lapsedBaseline.sort(
      (a, b) => compareText(a.employee, b.employee) || compareText(a.session, b.session),
    ),
    employeeAt,
    sessionAt,
    moduleAt,
    lineAt,
  }
}

/** Most people of a unit away on one day; a unit that states neither number nor share has no such limit. */
const capOf = (u: PlannerInstance['units'][number]): number => {
  if (u.maxAway !== null) return u.maxAway
  if (u.maxShareAway !== null) return Math.max(1, Math.floor(u.maxShareAway * u.headcount + 1e-9))
  return Number.MAX_SAFE_INTEGER
}

/** Steps closed and JP points of one person who attends these modules. */
export const personPoints = (
  index: PlannerIndex,
  e: number,
  modules: readonly number[],
): { gap: number; jp: number } => {
  const person = index.instance.employees[e]!
  const closed = new Set(modules.flatMap(m => index.closesOf(e, m)))
  let gap = 0
  for (const k of closed) gap += index.steps[k]!.points
  const hours = modules.reduce((sum, m) => sum + index.instance.modules[m]!.jp, person.jpHave)
  const jp = person.jpHave < person.jpFloor && hours >= person.jpFloor - 1e-9 ? person.jpReward : 0
  return { gap, jp }
}

export type Valuation = { objective: number; parts: ObjectiveParts; used: number[] }

/** Value of a set of pairs; classes with at least one person are open and pay their fixed cost. */
export const valueOfPlan = (index: PlannerIndex, chosen: readonly number[]): Valuation => {
  const { instance } = index
  const modulesOf = new Map<number, number[]>()
  const used = instance.budgetLines.map(() => 0)
  const open = new Set<number>()
  let [kept, added] = [0, 0]
  for (const p of chosen) {
    const pair = index.pairs[p]!
    const list = modulesOf.get(pair.e)
    if (list) list.push(pair.m)
    else modulesOf.set(pair.e, [pair.m])
    for (const c of pair.charges) used[c.line]! += c.amount
    open.add(pair.s)
    if (pair.isBaseline) kept++
    else added++
  }
  for (const s of open) {
    const session = instance.sessions[s]!
    if (session.fixedCost > 0) used[index.lineAt.get(session.fixedLine!)!]! += session.fixedCost
  }
  const parts: ObjectiveParts = { gap: 0, jp: 0, overrun: 0, stability: 0 }
  for (const [e, modules] of [...modulesOf].sort((a, b) => a[0] - b[0])) {
    const points = personPoints(index, e, modules)
    parts.gap += points.gap
    parts.jp += points.jp
  }
  instance.budgetLines.forEach((line, b) => {
    if (line.mode === 'indicative' && used[b]! > line.amount)
      parts.overrun -= (line.overPenaltyPerMillion * (used[b]! - line.amount)) / 1e6
  })
  if (instance.stability)
    parts.stability =
      0 - instance.stability.removePenalty * (index.baselineCount - kept) - instance.stability.addPenalty * added
  return { objective: parts.gap + parts.jp + parts.overrun + parts.stability, parts, used }
}

/** Pairs of a list of assignments; pairs not offered are left out. */
export const pairsOfPlan = (index: PlannerIndex, plan: readonly { employee: string; session: string }[]): number[] =>
  plan.flatMap(a => {
    const [e, s] = [index.employeeAt.get(a.employee), index.sessionAt.get(a.session)]
    const p = e === undefined || s === undefined ? -1 : index.pairAt(e, s)
    return p < 0 ? [] : [p]
  })

/** Is an employee in the group of a floor? */
export const inGroup = (
  employee: { unit: string; sex: string | null; locationClass: string | null },
  floor: { dimension: 'unit' | 'sex' | 'locationClass'; group: string },
): boolean => employee[floor.dimension] === floor.group

/** People a `minPeople` floor asks for: its number, or its share of the group capped by who can be reached. */
export const floorCounts = (index: PlannerIndex): { f: number; required: number; reachable: number }[] =>
  index.instance.fairness.flatMap((floor, f) => {
    if (floor.kind !== 'minPeople') return []
    const members = index.instance.employees.flatMap((e, i) => (inGroup(e, floor) ? [i] : []))
    const reachable = members.filter(e => index.pairsOf[e]!.length > 0).length
    const required = floor.min ?? Math.min(reachable, Math.ceil((floor.minShare ?? 0) * members.length - 1e-9))
    return [{ f, required, reachable }]
  })
