import type { PlannerFloor } from './instance.model.ts'
import { dayText, floorCounts, inGroup, type PlannerIndex, runsOn } from './instance-index.model.ts'
import type { ConflictItem } from './solution.model.ts'

/**
 * The compact mixed-integer model of planner.md 2 as arrays: points as they are, money in Rp1 million. Every row that a
 * person could be told about carries a group; the conflict search leaves groups out, the explanations read their prices.
 */
export type RowKind = 'seats' | 'classMin' | 'line' | 'coverage' | 'trainer' | 'floor' | 'person' | 'must' | 'link'
export type Group = { key: string; item: ConflictItem }
export type LinearModel = {
  numCols: number
  numRows: number
  cost: Float64Array
  lower: Float64Array
  upper: Float64Array
  /** 1 where the column must be whole. */
  integer: Uint8Array
  rowLower: Float64Array
  rowUpper: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
  offset: number
}
export type PlannerModel = LinearModel & {
  /** Column of each pair. */
  xOf: Int32Array
  /** Column of each class's opening; -1: it opens without being asked. */
  yOf: Int32Array
  trainerColumns: { t: number; s: number; col: number }[]
  stepColumns: { steps: number[]; col: number }[]
  floorColumns: { e: number; col: number }[]
  jpColumns: { e: number; col: number }[]
  overrunColumns: { line: number; col: number }[]
  rowKind: RowKind[]
  rowGroup: (string | null)[]
  groups: Group[]
  /** Row of each line, -1 when nobody charges it. */
  lineRow: Int32Array
}
export type BuildOptions = {
  /** Groups left out, by key. */
  without?: ReadonlySet<string>
  /** Rupiah kept free on each restrictive line, against rounding; 0 unless a first plan overshot. */
  marginRupiah?: number
  /** One more row x ≤ y per seat: tighter, larger. */
  tight?: boolean
}

const million = 1e6
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

export const buildModel = (index: PlannerIndex, options: BuildOptions = {}): PlannerModel => {
  const { instance, pairs, sessions } = index
  const without = options.without ?? new Set<string>()
  const cost: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  const integer: number[] = []
  const column = (points: number, low: number, high: number, whole: boolean): number => {
    cost.push(points)
    lower.push(low)
    upper.push(high)
    integer.push(whole ? 1 : 0)
    return cost.length - 1
  }
  const rowLower: number[] = []
  const rowUpper: number[] = []
  const rowKind: RowKind[] = []
  const rowGroup: (string | null)[] = []
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  const groups = new Map<string, Group>()
  /** A hard row; without a group it can never be left out. */
  const row = (
    kind: RowKind,
    group: Group | null,
    low: number,
    high: number,
    entries: readonly (readonly [number, number])[],
  ): number => {
    if (group) {
      groups.set(group.key, group)
      if (without.has(group.key)) return -1
    }
    for (const [col, value] of entries) {
      indices.push(col)
      values.push(value)
    }
    starts.push(indices.length)
    rowLower.push(low)
    rowUpper.push(high)
    rowKind.push(kind)
    rowGroup.push(group?.key ?? null)
    return rowLower.length - 1
  }
  const person = (code: string, e: number): Group => {
    const employee = instance.employees[e]!.id
    return { key: `${code}:${employee}`, item: { code, employee } }
  }
  const ofSession = (code: string, s: number): Group => {
    const session = instance.sessions[s]!.id
    return { key: `${code}:${session}`, item: { code, session } }
  }

  // Columns: seats, openings, trainers.
  const stability = instance.stability
  const xOf = new Int32Array(pairs.length)
  for (const p of pairs) {
    const points = stability ? (p.isBaseline ? stability.removePenalty : -stability.addPenalty) : 0
    xOf[p.index] = column(points, 0, 1, true)
  }
  const yOf = new Int32Array(sessions.length).fill(-1)
  sessions.forEach((s, i) => {
    if (!s.isFree && index.pairsIn[i]!.length > 0) yOf[i] = column(0, 0, 1, true)
  })
  const trainerColumns: PlannerModel['trainerColumns'] = []
  instance.sessions.forEach((session, s) => {
    if (yOf[s]! < 0 || session.trainersNeeded === 0) return
    const own = index.trainersFor[s]!.map(t => ({ t, s, col: column(0, 0, 1, true) }))
    trainerColumns.push(...own)
    row('trainer', ofSession('TRAINER', s), 0, 0, [
      ...own.map(q => [q.col, 1] as const),
      [yOf[s]!, -session.trainersNeeded],
    ])
  })

  // C1-C5: each person.
  instance.employees.forEach((employee, e) => {
    const own = index.pairsOf[e]!.map(p => pairs[p]!)
    if (own.length === 0) return
    const byModule = new Map<number, typeof own>()
    for (const p of own) byModule.set(p.m, [...(byModule.get(p.m) ?? []), p])
    for (const list of byModule.values())
      if (list.length > 1)
        row(
          'person',
          null,
          Number.NEGATIVE_INFINITY,
          1,
          list.map(p => [xOf[p.index]!, 1] as const),
        )
    if (byModule.size > employee.maxModules)
      row(
        'person',
        person('MAX_MODULES', e),
        Number.NEGATIVE_INFINITY,
        employee.maxModules,
        own.map(p => [xOf[p.index]!, 1] as const),
      )
    const daysOf = (p: (typeof own)[number]) => (sessions[p.s]!.isAway ? instance.sessions[p.s]!.days : 0)
    const mostDays = [...byModule.values()].reduce((sum, list) => sum + Math.max(...list.map(daysOf)), 0)
    if (mostDays > employee.maxDaysAway)
      row(
        'person',
        person('DAYS', e),
        Number.NEGATIVE_INFINITY,
        employee.maxDaysAway,
        own.filter(p => daysOf(p) > 0).map(p => [xOf[p.index]!, daysOf(p)] as const),
      )
    // Time: at every start of a period, one at most; sets inside a larger set say nothing new.
    const timed = own.filter(p => sessions[p.s]!.isSynchronous)
    const cliques = new Map<string, typeof own>()
    for (const day of new Set(timed.flatMap(p => sessions[p.s]!.periods.map(q => q.from)))) {
      const list = timed.filter(p => runsOn(sessions[p.s]!, day))
      if (new Set(list.map(p => p.m)).size > 1) cliques.set(list.map(p => p.index).join(), list)
    }
    const sets = [...cliques.values()]
    for (const list of sets) {
      const isInside = sets.some(o => o !== list && o.length > list.length && list.every(p => o.includes(p)))
      if (!isInside)
        row(
          'person',
          person('TIME', e),
          Number.NEGATIVE_INFINITY,
          1,
          list.map(p => [xOf[p.index]!, 1] as const),
        )
    }
    for (const p of own) {
      const module = instance.modules[p.m]!
      const before = own.filter(o => sessions[o.s]!.last < sessions[p.s]!.first)
      for (const f of module.effects) {
        const need = employee.needs.find(n => n.competency === f.competency)
        if (need === undefined || need.current >= f.from) continue
        const lifting = before.filter(o =>
          instance.modules[o.m]!.effects.some(g => g.competency === f.competency && g.to >= f.from),
        )
        row('person', person('ENTRY_LEVEL', e), Number.NEGATIVE_INFINITY, 0, [
          [xOf[p.index]!, 1],
          ...lifting.map(o => [xOf[o.index]!, -1] as const),
        ])
      }
      for (const clause of module.prerequisites) {
        if (clause.some(m => employee.completed.includes(m))) continue
        const ids = new Set(clause.map(m => index.moduleAt.get(m)!))
        row('person', person('PREREQUISITE', e), Number.NEGATIVE_INFINITY, 0, [
          [xOf[p.index]!, 1],
          ...before.filter(o => ids.has(o.m)).map(o => [xOf[o.index]!, -1] as const),
        ])
      }
    }
  })

  // C6: a step counts once. Steps closed by one module alone are points of its seats; others share a column.
  const stepColumns: PlannerModel['stepColumns'] = []
  instance.employees.forEach((_, e) => {
    const bySet = new Map<string, { modules: number[]; steps: number[]; points: number }>()
    for (const k of index.stepsOf[e]!) {
      const modules = [
        ...new Set(index.pairsOf[e]!.filter(p => pairs[p]!.closes.includes(k)).map(p => pairs[p]!.m)),
      ].sort((a, b) => a - b)
      if (modules.length === 0) continue
      const known = bySet.get(modules.join())
      if (known) {
        known.steps.push(k)
        known.points += index.steps[k]!.points
      } else bySet.set(modules.join(), { modules, steps: [k], points: index.steps[k]!.points })
    }
    for (const { modules, steps, points } of bySet.values()) {
      const seats = index.pairsOf[e]!.filter(p => modules.includes(pairs[p]!.m))
      if (modules.length === 1) for (const p of seats) cost[xOf[p]!]! += points
      else {
        const z = column(points, 0, 1, false)
        stepColumns.push({ steps, col: z })
        row('link', null, Number.NEGATIVE_INFINITY, 0, [[z, 1], ...seats.map(p => [xOf[p]!, -1] as const)])
      }
    }
  })

  // C7: JP floor.
  const jpColumns: PlannerModel['jpColumns'] = []
  instance.employees.forEach((employee, e) => {
    const missing = employee.jpFloor - employee.jpHave
    if (missing <= 0 || employee.jpReward === 0) return
    const seats = index.pairsOf[e]!.filter(p => instance.modules[pairs[p]!.m]!.jp > 0)
    if (seats.length === 0) return
    const f = column(employee.jpReward, 0, 1, true)
    jpColumns.push({ e, col: f })
    // In shares of what is missing, so that a module that brings all of it has coefficient 1.
    row('link', null, Number.NEGATIVE_INFINITY, 0, [
      [f, 1],
      ...seats.map(p => [xOf[p]!, -Math.min(1, instance.modules[pairs[p]!.m]!.jp / missing)] as const),
    ])
  })

  // C8: classes.
  instance.sessions.forEach((session, s) => {
    const seats = index.pairsIn[s]!.map(p => [xOf[p]!, 1] as const)
    if (seats.length === 0) return
    const most = Math.min(session.seatsMax, seats.length)
    if (yOf[s]! < 0) {
      if (seats.length > most) row('seats', ofSession('SEATS', s), Number.NEGATIVE_INFINITY, most, seats)
      return
    }
    const y = yOf[s]!
    if (seats.length > most || session.fixedCost > 0 || session.trainersNeeded > 0)
      row('seats', ofSession('SEATS', s), Number.NEGATIVE_INFINITY, 0, [...seats, [y, -most]])
    else row('link', null, Number.NEGATIVE_INFINITY, 0, [...seats, [y, -most]])
    if (options.tight)
      for (const [x] of seats)
        row('seats', null, Number.NEGATIVE_INFINITY, 0, [
          [x, 1],
          [y, -1],
        ])
    if (session.seatsMin > 0)
      row('classMin', ofSession('CLASS_MIN', s), 0, Number.POSITIVE_INFINITY, [...seats, [y, -session.seatsMin]])
  })

  // C9: trainers' days and calendars.
  instance.trainers.forEach((trainer, t) => {
    const own = trainerColumns.filter(q => q.t === t)
    if (own.length === 0) return
    const group: Group = { key: `TRAINER_LOAD:${trainer.id}`, item: { code: 'TRAINER', trainer: trainer.id } }
    if (own.reduce((sum, q) => sum + instance.sessions[q.s]!.days, 0) > trainer.maxDays)
      row(
        'trainer',
        group,
        Number.NEGATIVE_INFINITY,
        trainer.maxDays,
        own.map(q => [q.col, instance.sessions[q.s]!.days] as const),
      )
    const seen = new Set<string>()
    for (const day of new Set(own.flatMap(q => sessions[q.s]!.periods.map(p => p.from)))) {
      const list = own.filter(q => runsOn(sessions[q.s]!, day))
      const key = list.map(q => q.s).join()
      if (list.length < 2 || seen.has(key)) continue
      seen.add(key)
      row(
        'trainer',
        group,
        Number.NEGATIVE_INFINITY,
        1,
        list.map(q => [q.col, 1] as const),
      )
    }
  })

  // C10: money. Restrictive lines are lowered to a whole multiple of their charges' common divisor.
  const overrunColumns: PlannerModel['overrunColumns'] = []
  const charged: (readonly [number, number])[][] = instance.budgetLines.map(() => [])
  for (const p of pairs) for (const c of p.charges) charged[c.line]!.push([xOf[p.index]!, c.amount])
  instance.sessions.forEach((session, s) => {
    if (session.fixedCost > 0 && yOf[s]! >= 0)
      charged[index.lineAt.get(session.fixedLine!)!]!.push([yOf[s]!, session.fixedCost])
  })
  const lineRow = new Int32Array(instance.budgetLines.length).fill(-1)
  instance.budgetLines.forEach((line, b) => {
    const entries = charged[b]!
    if (entries.length === 0) return
    const group: Group = { key: `BUDGET:${line.id}`, item: { code: 'BUDGET', line: line.id } }
    const scaled = entries.map(([col, amount]) => [col, amount / million] as const)
    if (line.mode === 'indicative') {
      const most = line.maxOverrun / million
      const o = column(-line.overPenaltyPerMillion, 0, most, false)
      overrunColumns.push({ line: b, col: o })
      lineRow[b] = row('line', group, Number.NEGATIVE_INFINITY, line.amount / million, [...scaled, [o, -1]])
    } else {
      const unit = entries.reduce((g, [, amount]) => gcd(g, amount), 0)
      const amount = Math.floor(line.amount / unit) * unit - (options.marginRupiah ?? 0)
      lineRow[b] = row('line', group, Number.NEGATIVE_INFINITY, amount / million, scaled)
    }
  })

  // C11: coverage at every start of an away period.
  instance.units.forEach((unit, u) => {
    const cap = index.caps[u]!
    const own = pairs.filter(p => index.unitOf[p.e] === u && sessions[p.s]!.isAway)
    if (new Set(own.map(p => p.e)).size <= cap) return
    const seen = new Set<string>()
    for (const day of [...new Set(own.flatMap(p => sessions[p.s]!.periods.map(q => q.from)))].sort((a, b) => a - b)) {
      const list = own.filter(p => runsOn(sessions[p.s]!, day))
      const key = list.map(p => p.index).join()
      if (new Set(list.map(p => p.e)).size <= cap || seen.has(key)) continue
      seen.add(key)
      const date = dayText(day)
      row(
        'coverage',
        { key: `COVERAGE:${unit.id}:${date}`, item: { code: 'COVERAGE', unit: unit.id, date } },
        Number.NEGATIVE_INFINITY,
        cap,
        list.map(p => [xOf[p.index]!, 1] as const),
      )
    }
  })

  // C12: floors.
  const floorColumns: PlannerModel['floorColumns'] = []
  const servedOf = new Map<number, number>()
  const served = (e: number): number => {
    const known = servedOf.get(e)
    if (known !== undefined) return known
    const col = column(0, 0, 1, false)
    servedOf.set(e, col)
    floorColumns.push({ e, col })
    row('floor', null, Number.NEGATIVE_INFINITY, 0, [[col, 1], ...index.pairsOf[e]!.map(p => [xOf[p]!, -1] as const)])
    return col
  }
  const floorGroup = (floor: PlannerFloor, more: ConflictItem | Record<string, number> = {}): Group => ({
    key: `FAIRNESS:${floor.id}`,
    item: { code: 'FAIRNESS', id: floor.id, ...more },
  })
  const counts = new Map(floorCounts(index).map(c => [c.f, c]))
  instance.fairness.forEach((floor, f) => {
    if (floor.kind === 'minPeople') {
      const { required, reachable } = counts.get(f)!
      const members = instance.employees.flatMap((e, i) => (inGroup(e, floor) ? [i] : []))
      row(
        'floor',
        floorGroup(floor, { min: required, reachable }),
        required,
        Number.POSITIVE_INFINITY,
        members.filter(e => index.pairsOf[e]!.length > 0).map(e => [served(e), 1] as const),
      )
    } else {
      const share = floor.minShare!
      row(
        'floor',
        floorGroup(floor),
        0,
        Number.POSITIVE_INFINITY,
        pairs.map(p => [xOf[p.index]!, (inGroup(instance.employees[p.e]!, floor) ? 1 : 0) - share] as const),
      )
    }
  })

  // C13: must-locks; never-locks have no column at all.
  for (const lock of instance.locks) {
    if (lock.kind !== 'must') continue
    const e = index.employeeAt.get(lock.employee)!
    const list =
      lock.session !== null
        ? [index.sessionAt.get(lock.session)!]
        : index.sessionsOf[index.moduleAt.get(lock.module!)!]!
    const own = list.map(s => index.pairAt(e, s)).filter(p => p >= 0)
    const target: Record<string, string> = lock.session !== null ? { session: lock.session } : { module: lock.module! }
    row(
      'must',
      {
        key: `LOCK_MUST:${lock.employee}:${lock.session ?? ''}:${lock.module ?? ''}`,
        item: { code: 'LOCK_MUST', employee: lock.employee, ...target },
      },
      1,
      Number.POSITIVE_INFINITY,
      own.map(p => [xOf[p]!, 1] as const),
    )
  }

  return {
    numCols: cost.length,
    numRows: rowLower.length,
    cost: Float64Array.from(cost),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    integer: Uint8Array.from(integer),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    offset: stability ? -stability.removePenalty * index.baselineCount : 0,
    xOf,
    yOf,
    trainerColumns,
    stepColumns,
    floorColumns,
    jpColumns,
    overrunColumns,
    rowKind,
    rowGroup,
    groups: [...groups.values()],
    lineRow,
  }
}
