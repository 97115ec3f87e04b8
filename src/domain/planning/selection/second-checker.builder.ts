/**
 * A second checker of plans, for tests only. It is written from planner.md 2 alone, on the raw JSON of instance and plan,
 * day by day and person by person, and shares no line with the product's checker, index or model: what both accept is
 * hardly wrong twice in the same way. Returns every broken rule in words, and the value it counts itself.
 */
// biome-ignore lint/suspicious/noExplicitAny: it reads foreign JSON on purpose.
type Json = any

const eachDayOf = (from: string, until: string): string[] => {
  const days: string[] = []
  for (let t = Date.parse(from); t <= Date.parse(until); t += 86_400_000)
    days.push(new Date(t).toISOString().slice(0, 10))
  return days
}
const daysOf = (session: Json): string[] => session.periods.flatMap((p: Json) => eachDayOf(p.start, p.end))
const endOf = (session: Json): string =>
  session.periods
    .map((p: Json) => p.end)
    .sort()
    .at(-1)
const startOf = (session: Json): string => session.periods.map((p: Json) => p.start).sort()[0]

/** Needs with a known level; what nobody knows is no gap. */
const gapsOf = (person: Json): Json[] => person.needs.filter((n: Json) => typeof n.current === 'number')
const isHelped = (person: Json, module: Json): boolean =>
  gapsOf(person).some(n =>
    module.effects.some(
      (f: Json) => f.competency === n.competency && n.current < n.required && f.to > n.current && f.from < n.required,
    ),
  )

export const secondCheck = (instance: Json, plan: Json): { broken: string[]; value: number } => {
  const broken: string[] = []
  const say = (text: string) => broken.push(text)
  const find = (list: Json[], id: string) => list.find(x => x.id === id)
  const open = new Map<string, string[]>()
  for (const o of plan.openSessions) {
    if (open.has(o.session)) say(`class ${o.session} opened twice`)
    open.set(o.session, o.trainers)
  }
  const spent = new Map<string, number>()
  const spend = (line: string, amount: number) => spent.set(line, (spent.get(line) ?? 0) + amount)
  const payFrom = (payer: string, unit: string, amount: number, who: string) => {
    if (amount === 0) return
    const line = payer.startsWith('line:')
      ? find(instance.budgetLines, payer.slice(5))
      : instance.budgetLines.find((l: Json) => l.unit === unit && l.source === payer.slice(5))
    if (line) spend(line.id, amount)
    else say(`nobody pays for ${who}`)
  }
  const baseline = new Set<string>((instance.stability?.baseline ?? []).map((b: Json) => `${b.employee}@${b.session}`))
  const musts = (instance.locks ?? []).filter((l: Json) => l.kind === 'must')
  const nevers = (instance.locks ?? []).filter((l: Json) => l.kind === 'never')
  const names = (lock: Json, employee: string, session: Json) =>
    lock.employee === employee && (lock.session ? lock.session === session.id : lock.module === session.module)

  /** Has this person one seat at least that he could be given? What a floor by share may count on. */
  const isReachable = (person: Json) =>
    instance.sessions.some((s: Json) => {
      const module = find(instance.modules, s.module)
      const isMust = musts.some((l: Json) => names(l, person.id, s))
      const isPaid = (payer: string, amount: number) =>
        amount === 0 ||
        instance.budgetLines.some((l: Json) =>
          payer.startsWith('line:') ? l.id === payer.slice(5) : l.unit === person.unit && `unit:${l.source}` === payer,
        )
      return (
        (!s.eligibleUnits || s.eligibleUnits.includes(person.unit)) &&
        !nevers.some((l: Json) => names(l, person.id, s)) &&
        (isMust || !(person.completed ?? []).includes(s.module)) &&
        (isMust || module.general || baseline.has(`${person.id}@${s.id}`) || isHelped(person, module)) &&
        (s.mode !== 'tatap_muka' || s.days <= person.maxDaysAway) &&
        isPaid(s.perHeadPayer, s.costPerHead) &&
        isPaid(s.travelPayer, s.travelCost?.[person.locationClass ?? ''] ?? 0)
      )
    })

  let value = 0
  const taken = new Set<string>()
  for (const person of instance.employees) {
    const sessions: Json[] = []
    for (const a of plan.assignments) {
      if (a.employee !== person.id) continue
      const session = find(instance.sessions, a.session)
      if (!session) {
        say(`unknown class ${a.session}`)
        continue
      }
      if (taken.has(`${a.employee}@${a.session}`)) say(`${a.employee} twice in ${a.session}`)
      taken.add(`${a.employee}@${a.session}`)
      sessions.push(session)
    }
    const modules: Json[] = sessions.map(s => find(instance.modules, s.module))
    if (new Set(modules.map(m => m.id)).size < modules.length) say(`${person.id} has one module twice`)
    if (modules.length > person.maxModules) say(`${person.id} has more modules than allowed`)
    const away = sessions.filter(s => s.mode === 'tatap_muka').reduce((sum, s) => sum + s.days, 0)
    if (away > person.maxDaysAway) say(`${person.id} is away ${away} days`)
    const busy = new Set<string>()
    for (const s of sessions)
      if (s.mode !== 'mandiri')
        for (const day of daysOf(s)) {
          if (busy.has(day)) say(`${person.id} sits in two classes on ${day}`)
          busy.add(day)
        }
    sessions.forEach((s, i) => {
      const key = `${person.id}@${s.id}`
      const module = modules[i]
      const isMust = musts.some((l: Json) => names(l, person.id, s))
      if (!open.has(s.id)) say(`${key}: the class is not open`)
      if (s.eligibleUnits && !s.eligibleUnits.includes(person.unit)) say(`${key}: the unit may not attend`)
      if (nevers.some((l: Json) => names(l, person.id, s))) say(`${key}: locked out`)
      if (!isMust && (person.completed ?? []).includes(s.module)) say(`${key}: completed before`)
      if (!isHelped(person, module) && !module.general && !isMust && !baseline.has(key)) say(`${key}: closes nothing`)
      payFrom(s.perHeadPayer, person.unit, s.costPerHead, key)
      payFrom(s.travelPayer, person.unit, s.travelCost?.[person.locationClass ?? ''] ?? 0, key)
      const earlier = modules.filter((_, k) => endOf(sessions[k]) < startOf(s))
      for (const clause of module.prerequisites ?? [])
        if (!clause.some((m: string) => (person.completed ?? []).includes(m) || earlier.some(x => x.id === m)))
          say(`${key}: lacks a prerequisite`)
      for (const f of module.effects) {
        const need = gapsOf(person).find((n: Json) => n.competency === f.competency)
        if (!need || need.current >= f.from) continue
        if (!earlier.some(x => x.effects.some((g: Json) => g.competency === f.competency && g.to >= f.from)))
          say(`${key}: enters below its level`)
      }
    })
    for (const need of gapsOf(person))
      need.values.forEach((points: number, i: number) => {
        const level = need.current + 1 + i
        const isClosed = modules.some(m =>
          m.effects.some((f: Json) => f.competency === need.competency && f.from < level && level <= f.to),
        )
        if (isClosed) value += points
      })
    const hours = modules.reduce((sum, m) => sum + m.jp, person.jpHave)
    if (person.jpHave < person.jpFloor && hours >= person.jpFloor) value += person.jpReward
  }
  for (const a of plan.assignments) if (!find(instance.employees, a.employee)) say(`unknown person ${a.employee}`)

  const load = new Map<string, { days: number; busy: Set<string> }>()
  for (const [id, trainers] of open) {
    const session = find(instance.sessions, id)
    if (!session) {
      say(`unknown class ${id}`)
      continue
    }
    const seats = plan.assignments.filter((a: Json) => a.session === id).length
    if (seats < session.seatsMin || seats > session.seatsMax) say(`${id} has ${seats} people`)
    if (session.fixedCost > 0) spend(session.fixedLine, session.fixedCost)
    if (new Set(trainers).size !== session.trainersNeeded || trainers.length !== session.trainersNeeded)
      say(`${id} has ${trainers.length} trainers`)
    for (const t of trainers) {
      const trainer = find(instance.trainers, t)
      if (!trainer?.modules.includes(session.module)) say(`${t} does not teach ${session.module}`)
      const off = new Set((trainer?.unavailable ?? []).flatMap((u: Json) => eachDayOf(u.start, u.end)))
      const own = load.get(t) ?? { days: 0, busy: new Set<string>() }
      own.days += session.days
      for (const day of daysOf(session)) {
        if (off.has(day)) say(`${t} is not available on ${day}`)
        if (own.busy.has(day)) say(`${t} teaches twice on ${day}`)
        own.busy.add(day)
      }
      load.set(t, own)
      if (trainer && own.days > trainer.maxDays) say(`${t} teaches ${own.days} days`)
    }
  }
  for (const line of instance.budgetLines) {
    const over = (spent.get(line.id) ?? 0) - line.amount
    if (over <= 0) continue
    if (line.mode === 'restrictive') say(`${line.id} is overspent by ${over}`)
    else if (over > (line.maxOverrun ?? 0)) say(`${line.id} runs over by ${over}`)
    else value -= ((line.overPenaltyPerMillion ?? 0) * over) / 1e6
  }
  for (const unit of instance.units) {
    const cap =
      unit.maxAway ??
      (unit.maxShareAway == null ? null : Math.max(1, Math.floor(unit.maxShareAway * unit.headcount + 1e-9)))
    if (cap === null) continue
    const awayOn = new Map<string, Set<string>>()
    for (const a of plan.assignments) {
      const session = find(instance.sessions, a.session)
      if (session?.mode !== 'tatap_muka' || find(instance.employees, a.employee)?.unit !== unit.id) continue
      for (const day of daysOf(session)) awayOn.set(day, (awayOn.get(day) ?? new Set()).add(a.employee))
    }
    for (const [day, people] of awayOn)
      if (people.size > cap) say(`${unit.id} has ${people.size} people away on ${day}`)
  }
  const isIn = (floor: Json, id: string) => find(instance.employees, id)?.[floor.dimension] === floor.group
  for (const floor of instance.fairness ?? []) {
    const inGroup = plan.assignments.filter((a: Json) => isIn(floor, a.employee))
    if (floor.kind === 'minSeatShare') {
      if (inGroup.length < floor.minShare * plan.assignments.length - 1e-9) say(`${floor.id}: too few seats`)
    } else {
      const members = instance.employees.filter((e: Json) => isIn(floor, e.id))
      const wanted =
        floor.min ??
        Math.min(members.filter(isReachable).length, Math.ceil((floor.minShare ?? 0) * members.length - 1e-9))
      if (new Set(inGroup.map((a: Json) => a.employee)).size < wanted) say(`${floor.id}: too few people`)
    }
  }
  for (const lock of musts) {
    const isMet = plan.assignments.some(
      (a: Json) => a.employee === lock.employee && names(lock, a.employee, find(instance.sessions, a.session)),
    )
    if (!isMet) say(`the lock on ${lock.employee} is not met`)
  }
  if (instance.stability) {
    const dropped = instance.stability.baseline.filter(
      (b: Json) =>
        !taken.has(`${b.employee}@${b.session}`) &&
        find(instance.employees, b.employee) &&
        find(instance.sessions, b.session),
    ).length
    const added = [...taken].filter(key => !baseline.has(key)).length
    value -= instance.stability.removePenalty * dropped + instance.stability.addPenalty * added
  }
  return { broken, value }
}
