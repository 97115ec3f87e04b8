import type { PlannerInstance } from './instance.model.ts'
import type { Assignment, ObjectiveParts, OpenSession } from './solution.model.ts'

/**
 * Is this plan allowed, and what is it worth? Written from planner.md 2 and 9 alone: it shares no code with the model
 * builder, walks every calendar day, and counts money in whole rupiah.
 */
export type PlanToCheck = {
  assignments: readonly Assignment[]
  openSessions: readonly OpenSession[]
  objective?: number | null
  parts?: ObjectiveParts | null
  bound?: number | null
}
export type CheckRule =
  | 'unknown-id'
  | 'duplicate-pair'
  | 'duplicate-session'
  | 'one-session-per-module'
  | 'max-modules'
  | 'days-away'
  | 'time-overlap'
  | 'unit-not-eligible'
  | 'completed-before'
  | 'closes-nothing'
  | 'entry-level'
  | 'prerequisite'
  | 'session-not-open'
  | 'seats-min'
  | 'seats-max'
  | 'trainer-number'
  | 'trainer-capability'
  | 'trainer-unavailable'
  | 'trainer-double-booked'
  | 'trainer-load'
  | 'no-payer'
  | 'line-restrictive'
  | 'line-overrun'
  | 'coverage'
  | 'floor-people'
  | 'floor-seat-share'
  | 'lock-must'
  | 'lock-never'
  | 'objective'
  | 'objective-parts'
  | 'bound'
export type Violation = { rule: CheckRule; at: string; detail: string }
export type CheckResult = {
  ok: boolean
  violations: Violation[]
  objective: number
  parts: ObjectiveParts
  /** Rupiah charged to each line. */
  used: { line: string; used: number }[]
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Every calendar day of a session, first to last. */
const calendarDays = (periods: readonly { start: string; end: string }[]): string[] => {
  const days: string[] = []
  for (const p of periods) for (let d = p.start; d <= p.end; d = nextDay(d)) days.push(d)
  return days
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

/** Checks a plan against every rule of the instance and recomputes its value with its four parts. */
export const checkSolution = (instance: PlannerInstance, plan: PlanToCheck): CheckResult => {
  const violations: Violation[] = []
  const broken = (rule: CheckRule, at: string, detail: string) => {
    violations.push({ rule, at, detail })
  }
  const byId = <T extends { id: string }>(list: T[]) => new Map(list.map(x => [x.id, x]))
  const people = byId(instance.employees)
  const sessions = byId(instance.sessions)
  const modules = byId(instance.modules)
  const trainers = byId(instance.trainers)
  const daysOf = new Map(instance.sessions.map(s => [s.id, calendarDays(s.periods)]))
  const firstDay = (id: string) => daysOf.get(id)![0]!
  const lastDay = (id: string) => daysOf.get(id)!.toSorted().at(-1)!

  // Known ids, nothing twice.
  const seenPairs = new Set<string>()
  const pairs: Assignment[] = []
  for (const a of plan.assignments) {
    const name = `${a.employee}/${a.session}`
    if (!people.has(a.employee)) broken('unknown-id', name, `employee ${a.employee}`)
    else if (!sessions.has(a.session)) broken('unknown-id', name, `session ${a.session}`)
    else if (seenPairs.has(JSON.stringify([a.employee, a.session]))) broken('duplicate-pair', name, 'listed twice')
    else {
      seenPairs.add(JSON.stringify([a.employee, a.session]))
      pairs.push(a)
    }
  }
  const open = new Map<string, OpenSession>()
  for (const o of plan.openSessions) {
    if (!sessions.has(o.session)) broken('unknown-id', o.session, `session ${o.session}`)
    else if (open.has(o.session)) broken('duplicate-session', o.session, 'opened twice')
    else open.set(o.session, o)
    for (const t of o.trainers) if (!trainers.has(t)) broken('unknown-id', o.session, `trainer ${t}`)
  }
  const isPlanned = (employee: string, session: string) => seenPairs.has(JSON.stringify([employee, session]))
  const isMust = (employee: string, session: string, module: string) =>
    instance.locks.some(
      l => l.kind === 'must' && l.employee === employee && (l.session === session || l.module === module),
    )
  const isBaseline = (employee: string, session: string) =>
    instance.stability?.baseline.some(b => b.employee === employee && b.session === session) ?? false

  // Each person.
  const ofPerson = new Map<string, string[]>()
  for (const a of pairs) ofPerson.set(a.employee, [...(ofPerson.get(a.employee) ?? []), a.session])
  const parts: ObjectiveParts = { gap: 0, jp: 0, overrun: 0, stability: 0 }
  for (const [id, own] of ofPerson) {
    const person = people.get(id)!
    const taken = own.map(s => sessions.get(s)!)
    const moduleIds = taken.map(s => s.module)
    for (const m of new Set(moduleIds))
      if (moduleIds.filter(x => x === m).length > 1) broken('one-session-per-module', id, m)
    if (own.length > person.maxModules) broken('max-modules', id, `${own.length} > ${person.maxModules}`)
    const away = taken.filter(s => s.mode === 'tatap_muka').reduce((sum, s) => sum + s.days, 0)
    if (away > person.maxDaysAway) broken('days-away', id, `${away} > ${person.maxDaysAway}`)
    const busy = new Map<string, string>()
    for (const s of taken) {
      if (s.mode === 'mandiri') continue
      for (const d of new Set(daysOf.get(s.id)!)) {
        const other = busy.get(d)
        if (other !== undefined) broken('time-overlap', id, `${other} and ${s.id} on ${d}`)
        else busy.set(d, s.id)
      }
    }
    const levelsOf = (competency: string) => person.needs.find(n => n.competency === competency)
    for (const s of taken) {
      const at = `${id}/${s.id}`
      const module = modules.get(s.module)!
      if (s.eligibleUnits !== null && !s.eligibleUnits.includes(person.unit))
        broken('unit-not-eligible', at, person.unit)
      if (person.completed.includes(s.module) && !isMust(id, s.id, s.module)) broken('completed-before', at, s.module)
      const closes = person.needs.some(n =>
        n.values.some((_, i) => {
          const level = n.current + 1 + i
          return module.effects.some(f => f.competency === n.competency && f.from < level && level <= f.to)
        }),
      )
      if (!closes && !module.general && !isMust(id, s.id, s.module) && !isBaseline(id, s.id))
        broken('closes-nothing', at, s.module)
      const earlier = taken.filter(o => o.id !== s.id && lastDay(o.id) < firstDay(s.id))
      for (const f of module.effects) {
        const need = levelsOf(f.competency)
        if (need === undefined || need.current >= f.from) continue
        const lifted = earlier.some(o =>
          modules.get(o.module)!.effects.some(g => g.competency === f.competency && g.to >= f.from),
        )
        if (!lifted) broken('entry-level', at, `${f.competency} ${need.current} < ${f.from}`)
      }
      for (const clause of module.prerequisites)
        if (!clause.some(m => person.completed.includes(m) || earlier.some(o => o.module === m)))
          broken('prerequisite', at, clause.join(' / '))
    }
    for (const n of person.needs)
      n.values.forEach((points, i) => {
        const level = n.current + 1 + i
        const isClosed = taken.some(s =>
          modules.get(s.module)!.effects.some(f => f.competency === n.competency && f.from < level && level <= f.to),
        )
        if (isClosed) parts.gap += points
      })
    const hours = taken.reduce((sum, s) => sum + modules.get(s.module)!.jp, person.jpHave)
    if (person.jpHave < person.jpFloor && hours >= person.jpFloor - 1e-9) parts.jp += person.jpReward
  }

  // Each class.
  const seats = new Map<string, number>()
  for (const a of pairs) seats.set(a.session, (seats.get(a.session) ?? 0) + 1)
  for (const [s, n] of seats) if (!open.has(s)) broken('session-not-open', s, `${n} people in a closed class`)
  for (const [s, o] of open) {
    const session = sessions.get(s)!
    const n = seats.get(s) ?? 0
    if (n < session.seatsMin) broken('seats-min', s, `${n} < ${session.seatsMin}`)
    if (n > session.seatsMax) broken('seats-max', s, `${n} > ${session.seatsMax}`)
    if (o.trainers.length !== session.trainersNeeded || new Set(o.trainers).size !== o.trainers.length)
      broken('trainer-number', s, `${o.trainers.join(', ')} for ${session.trainersNeeded}`)
    for (const id of o.trainers) {
      const trainer = trainers.get(id)
      if (!trainer) continue
      if (!trainer.modules.includes(session.module)) broken('trainer-capability', `${id}/${s}`, session.module)
      const off = daysOf.get(s)!.find(d => trainer.unavailable.some(u => u.start <= d && d <= u.end))
      if (off !== undefined) broken('trainer-unavailable', `${id}/${s}`, off)
    }
  }
  for (const trainer of instance.trainers) {
    const own = [...open.values()].filter(o => o.trainers.includes(trainer.id)).map(o => sessions.get(o.session)!)
    const load = own.reduce((sum, s) => sum + s.days, 0)
    if (load > trainer.maxDays) broken('trainer-load', trainer.id, `${load} > ${trainer.maxDays}`)
    const busy = new Map<string, string>()
    for (const s of own)
      for (const d of new Set(daysOf.get(s.id)!)) {
        const other = busy.get(d)
        if (other !== undefined) broken('trainer-double-booked', trainer.id, `${other} and ${s.id} on ${d}`)
        else busy.set(d, s.id)
      }
  }

  // Money, in whole rupiah.
  const used = new Map(instance.budgetLines.map(l => [l.id, 0]))
  const charge = (at: string, payer: string, unit: string, amount: number) => {
    if (amount === 0) return
    const line = payer.startsWith('line:')
      ? instance.budgetLines.find(l => l.id === payer.slice(5))
      : instance.budgetLines.find(l => l.unit === unit && l.source === payer.slice(5))
    if (!line) broken('no-payer', at, `${payer} for unit ${unit}`)
    else used.set(line.id, used.get(line.id)! + amount)
  }
  for (const a of pairs) {
    const [person, session] = [people.get(a.employee)!, sessions.get(a.session)!]
    const at = `${a.employee}/${a.session}`
    charge(at, session.perHeadPayer, person.unit, session.costPerHead)
    charge(at, session.travelPayer, person.unit, session.travelCost[person.locationClass ?? ''] ?? 0)
  }
  for (const s of open.keys()) {
    const session = sessions.get(s)!
    if (session.fixedCost > 0) charge(s, `line:${session.fixedLine ?? ''}`, '', session.fixedCost)
  }
  for (const line of instance.budgetLines) {
    const over = used.get(line.id)! - line.amount
    if (over <= 0) continue
    if (line.mode === 'restrictive') broken('line-restrictive', line.id, `over by ${over}`)
    else if (over > line.maxOverrun) broken('line-overrun', line.id, `over by ${over}, at most ${line.maxOverrun}`)
    if (line.mode === 'indicative') parts.overrun -= (line.overPenaltyPerMillion * over) / 1e6
  }

  // Coverage, every calendar day.
  for (const unit of instance.units) {
    if (unit.maxAway === null && unit.maxShareAway === null) continue
    const cap = unit.maxAway ?? Math.max(1, Math.floor(unit.maxShareAway! * unit.headcount + 1e-9))
    const away = new Map<string, Set<string>>()
    for (const a of pairs) {
      if (people.get(a.employee)!.unit !== unit.id || sessions.get(a.session)!.mode !== 'tatap_muka') continue
      for (const d of daysOf.get(a.session)!) {
        const list = away.get(d)
        if (list) list.add(a.employee)
        else away.set(d, new Set([a.employee]))
      }
    }
    for (const [d, list] of away) if (list.size > cap) broken('coverage', `${unit.id} ${d}`, `${list.size} > ${cap}`)
  }

  // Fairness floors.
  for (const floor of instance.fairness) {
    const isMember = (id: string) => people.get(id)![floor.dimension] === floor.group
    if (floor.kind === 'minPeople') {
      const reached = [...ofPerson.keys()].filter(isMember).length
      let wanted = floor.min
      if (wanted === null) {
        const members = instance.employees.filter(e => isMember(e.id))
        const reachable = members.filter(e => instance.sessions.some(s => couldAttend(instance, e.id, s.id))).length
        wanted = Math.min(reachable, Math.ceil((floor.minShare ?? 0) * members.length - 1e-9))
      }
      if (reached < wanted) broken('floor-people', floor.id, `${reached} < ${wanted}`)
    } else {
      const own = pairs.filter(a => isMember(a.employee)).length
      if (own < floor.minShare! * pairs.length - 1e-9)
        broken('floor-seat-share', floor.id, `${own} of ${pairs.length} < ${floor.minShare}`)
    }
  }

  // Locks.
  for (const l of instance.locks) {
    const held = (ofPerson.get(l.employee) ?? []).filter(s => s === l.session || sessions.get(s)!.module === l.module)
    if (l.kind === 'must' && held.length === 0) broken('lock-must', l.employee, l.session ?? l.module ?? '')
    if (l.kind === 'never' && held.length > 0) broken('lock-never', l.employee, held.join(', '))
  }

  // Value.
  if (instance.stability) {
    const stability = instance.stability
    const standing = stability.baseline.filter(b => people.has(b.employee) && sessions.has(b.session))
    const dropped = standing.filter(b => !isPlanned(b.employee, b.session)).length
    const added = pairs.filter(a => !isBaseline(a.employee, a.session)).length
    parts.stability = 0 - stability.removePenalty * dropped - stability.addPenalty * added
  }
  const objective = parts.gap + parts.jp + parts.overrun + parts.stability
  if (plan.objective !== undefined && plan.objective !== null && !near(plan.objective, objective))
    broken('objective', 'objective', `${plan.objective} stated, ${objective} recomputed`)
  if (plan.parts)
    for (const part of ['gap', 'jp', 'overrun', 'stability'] as const)
      if (!near(plan.parts[part], parts[part]))
        broken('objective-parts', part, `${plan.parts[part]} stated, ${parts[part]} recomputed`)
  if (
    plan.bound !== undefined &&
    plan.bound !== null &&
    plan.bound < objective - 1e-6 * Math.max(1, Math.abs(objective))
  )
    broken('bound', 'bound', `${plan.bound} < ${objective}`)
  return {
    ok: violations.length === 0,
    violations,
    objective,
    parts,
    used: instance.budgetLines.map(l => ({ line: l.id, used: used.get(l.id)! })),
  }
}

/** Has this person at least a possible seat in the class (unit, lock, payer, days, use)? Written apart on purpose. */
const couldAttend = (instance: PlannerInstance, employeeId: string, sessionId: string): boolean => {
  const person = instance.employees.find(e => e.id === employeeId)!
  const session = instance.sessions.find(s => s.id === sessionId)!
  const module = instance.modules.find(m => m.id === session.module)!
  const locked = (kind: string) =>
    instance.locks.some(
      l => l.kind === kind && l.employee === employeeId && (l.session === sessionId || l.module === module.id),
    )
  const named =
    locked('must') ||
    (instance.stability?.baseline.some(b => b.employee === employeeId && b.session === sessionId) ?? false)
  if (session.eligibleUnits !== null && !session.eligibleUnits.includes(person.unit)) return false
  if (locked('never') || (person.completed.includes(module.id) && !locked('must'))) return false
  if (session.mode === 'tatap_muka' && session.days > person.maxDaysAway) return false
  const pays = (payer: string, amount: number) =>
    amount === 0 ||
    instance.budgetLines.some(l =>
      payer.startsWith('line:') ? l.id === payer.slice(5) : l.unit === person.unit && l.source === payer.slice(5),
    )
  if (!pays(session.perHeadPayer, session.costPerHead)) return false
  if (!pays(session.travelPayer, session.travelCost[person.locationClass ?? ''] ?? 0)) return false
  const closes = module.effects.some(f =>
    person.needs.some(
      n => n.competency === f.competency && n.current < f.to && n.required > f.from && n.required > n.current,
    ),
  )
  return closes || module.general || named
}
