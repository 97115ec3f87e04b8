import { floorCounts, inGroup, type PlannerIndex, runsOn } from '../instance-index.model.ts'

/**
 * What couples people: seats, class minimums, money, coverage and floors, as rows `usage ≤ limit` with one price each
 * (planner.md 5 B). With these rows priced, a year falls apart into one small question per person and one about classes
 * (Lagrange; Geoffrion 1974). For any prices ≥ 0 the sum of the parts is a true upper bound of every plan.
 */
export type CouplingKind = 'seats' | 'classMin' | 'line' | 'coverage' | 'people' | 'share'
export type CouplingRow = {
  kind: CouplingKind
  /** Position of the class, line, unit or floor the row speaks of. */
  of: number
  /** Limit that no class decides; money in Rp1 million. */
  limit: number
  /** Limit added by each open class, as (class, amount): seats for its own rows, fixed cost for its line. */
  perClass: readonly (readonly [number, number])[]
  /** Above this price the row may be overrun: points per Rp1 million, and by how much. */
  overrun: { price: number; most: number } | null
  /** A typical price and a typical size, so that one step length suits every row. */
  typicalPrice: number
  typicalUse: number
  /**
   * How many times its size a row may be asked for too much before its price moves at full pace: classes of one module
   * stand in for each other, and everybody runs to the cheapest at once.
   */
  crowd: number
}
export type Coupling = {
  rows: CouplingRow[]
  /** Points of a step, on average; at least 1. */
  typicalStep: number
  seatsRow: Int32Array
  minRow: Int32Array
  lineRow: Int32Array
  /** Coverage rows that a class touches for a unit. */
  coverageRows: (unit: number, s: number) => readonly number[]
  peopleRowsOf: number[][]
  /** Seat-share rows with the use of one seat of this person. */
  shareRowsOf: { row: number; use: number }[][]
  /** Does the class need an opening decision? */
  isDecided: boolean[]
  /** Points a seat brings by itself: stability. */
  pairPoints: Float64Array
  /** Price of each seat at these row prices, less its own points. */
  pricePairs: (prices: Float64Array, into: Float64Array) => void
  /** Price of being served at all: 0 or negative, the reward of the floors. */
  priceOfPerson: (prices: Float64Array, e: number) => number
  /** Adds what these seats of one person use to `use`. */
  addUse: (pairs: ArrayLike<number>, from: number, until: number, sign: number, use: Float64Array) => void
  /** Rows these seats of one person may use, each once. */
  rowsTouched: (pairs: readonly number[]) => number[]
}

const million = 1e6

/** A unit's first days of away periods on which more people could be away than may be. */
const coverageOf = (index: PlannerIndex, add: (unit: number, limit: number) => number) => {
  const { sessions, pairs } = index
  const touched = new Map<number, number[]>()
  const width = sessions.length
  const byUnit: (typeof pairs)[] = index.instance.units.map(() => [])
  for (const p of pairs) if (sessions[p.s]!.isAway) byUnit[index.unitOf[p.e]!]!.push(p)
  byUnit.forEach((own, u) => {
    const cap = index.caps[u]!
    const classes = [...new Set(own.map(p => p.s))].sort((a, b) => a - b)
    const people = new Map<number, Set<number>>()
    for (const p of own) {
      const known = people.get(p.s)
      if (known) known.add(p.e)
      else people.set(p.s, new Set([p.e]))
    }
    const seen = new Set<string>()
    const days = [...new Set(classes.flatMap(s => sessions[s]!.periods.map(q => q.from)))].sort((a, b) => a - b)
    for (const day of days) {
      const running = classes.filter(s => runsOn(sessions[s]!, day))
      const key = running.join()
      if (seen.has(key)) continue
      seen.add(key)
      const able = new Set<number>()
      for (const s of running) for (const e of people.get(s)!) able.add(e)
      if (able.size <= cap) continue
      const row = add(u, cap)
      for (const s of running) touched.set(u * width + s, [...(touched.get(u * width + s) ?? []), row])
    }
  })
  return touched
}

export const coupleInstance = (index: PlannerIndex): Coupling => {
  const { instance, sessions, pairs } = index
  const rows: CouplingRow[] = []
  const typicalStep = Math.max(1, index.steps.reduce((sum, k) => sum + k.points, 0) / Math.max(1, index.steps.length))
  const add = (row: Omit<CouplingRow, 'perClass' | 'overrun' | 'crowd'> & Partial<CouplingRow>): number => {
    rows.push({ perClass: [], overrun: null, crowd: 1, ...row })
    return rows.length - 1
  }
  /** Too few people or trainers for it: it stays closed, and no price may grow without limit over it. */
  const isHopeless = instance.sessions.map(
    (session, s) =>
      Math.min(session.seatsMax, index.pairsIn[s]!.length) < session.seatsMin ||
      index.trainersFor[s]!.length < session.trainersNeeded,
  )
  const isDecided = sessions.map((s, i) => !s.isFree && index.pairsIn[i]!.length > 0 && !isHopeless[i])
  const seatsRow = new Int32Array(sessions.length).fill(-1)
  const minRow = new Int32Array(sessions.length).fill(-1)
  instance.sessions.forEach((session, s) => {
    const able = index.pairsIn[s]!.length
    if (able === 0) return
    const most = isHopeless[s] ? 0 : Math.min(session.seatsMax, able)
    const common = {
      of: s,
      typicalPrice: typicalStep,
      typicalUse: Math.max(1, most),
      crowd: Math.max(1, index.sessionsOf[sessions[s]!.m]!.length),
    }
    if (isDecided[s]) {
      seatsRow[s] = add({ ...common, kind: 'seats', limit: 0, perClass: [[s, most]] })
      if (session.seatsMin > 0)
        minRow[s] = add({ ...common, kind: 'classMin', limit: 0, perClass: [[s, -session.seatsMin]] })
    } else if (able > most) seatsRow[s] = add({ ...common, kind: 'seats', limit: most })
  })
  const lineRow = new Int32Array(instance.budgetLines.length).fill(-1)
  const charged = instance.budgetLines.map(() => 0)
  for (const p of pairs) for (const c of p.charges) charged[c.line]! += c.amount / million
  const fixed: [number, number][][] = instance.budgetLines.map(() => [])
  instance.sessions.forEach((session, s) => {
    if (session.fixedCost > 0 && isDecided[s])
      fixed[index.lineAt.get(session.fixedLine!)!]!.push([s, -session.fixedCost / million])
  })
  const perMillion =
    (typicalStep * pairs.length) /
    Math.max(
      1,
      charged.reduce((a, b) => a + b, 0),
    )
  instance.budgetLines.forEach((line, b) => {
    const limit = line.amount / million
    if (charged[b]! - fixed[b]!.reduce((sum, f) => sum + f[1], 0) <= limit) return
    lineRow[b] = add({
      kind: 'line',
      of: b,
      limit,
      perClass: fixed[b]!,
      overrun:
        line.mode === 'indicative' ? { price: line.overPenaltyPerMillion, most: line.maxOverrun / million } : null,
      typicalPrice: perMillion,
      typicalUse: Math.max(0.5, limit),
    })
  })
  const width = sessions.length
  const touched = coverageOf(index, (unit, limit) =>
    add({ kind: 'coverage', of: unit, limit, typicalPrice: typicalStep, typicalUse: Math.max(1, limit) }),
  )
  const peopleRowsOf: number[][] = instance.employees.map(() => [])
  const shareRowsOf: { row: number; use: number }[][] = instance.employees.map(() => [])
  for (const { f, required } of floorCounts(index)) {
    if (required === 0) continue
    const row = add({
      kind: 'people',
      of: f,
      limit: -required,
      typicalPrice: typicalStep,
      typicalUse: Math.max(1, required),
    })
    instance.employees.forEach((e, i) => {
      if (inGroup(e, instance.fairness[f]!)) peopleRowsOf[i]!.push(row)
    })
  }
  instance.fairness.forEach((floor, f) => {
    if (floor.kind !== 'minSeatShare' || floor.minShare === 0) return
    const row = add({
      kind: 'share',
      of: f,
      limit: 0,
      typicalPrice: typicalStep,
      typicalUse: Math.max(1, instance.employees.length / 4),
    })
    instance.employees.forEach((e, i) => {
      shareRowsOf[i]!.push({ row, use: floor.minShare! - (inGroup(e, floor) ? 1 : 0) })
    })
  })

  const pairPoints = new Float64Array(pairs.length)
  const { stability } = instance
  if (stability)
    for (const p of pairs) pairPoints[p.index] = p.isBaseline ? stability.removePenalty : -stability.addPenalty
  const nothing: readonly number[] = []
  const coverageRows = (unit: number, s: number) => touched.get(unit * width + s) ?? nothing
  const chargeStart = new Int32Array(pairs.length + 1)
  const chargeRow: number[] = []
  const chargeAmount: number[] = []
  for (const p of pairs) {
    for (const c of p.charges)
      if (lineRow[c.line]! >= 0) {
        chargeRow.push(lineRow[c.line]!)
        chargeAmount.push(c.amount / million)
      }
    chargeStart[p.index + 1] = chargeRow.length
  }
  const [rowOfCharge, amountOfCharge] = [Int32Array.from(chargeRow), Float64Array.from(chargeAmount)]
  const touchedList = [...touched]

  const pricePairs: Coupling['pricePairs'] = (prices, into) => {
    const away = new Float64Array(instance.units.length * width)
    for (const [at, list] of touchedList) for (const r of list) away[at]! += prices[r]!
    const seat = new Float64Array(width)
    for (let s = 0; s < width; s++)
      seat[s] = (seatsRow[s]! < 0 ? 0 : prices[seatsRow[s]!]!) - (minRow[s]! < 0 ? 0 : prices[minRow[s]!]!)
    let person = -1
    let share = 0
    let unitAt = 0
    for (let i = 0; i < pairs.length; i++) {
      const p = pairs[i]!
      if (p.e !== person) {
        person = p.e
        unitAt = index.unitOf[person]! * width
        share = 0
        for (const f of shareRowsOf[person]!) share += f.use * prices[f.row]!
      }
      let price = seat[p.s]! + away[unitAt + p.s]! + share - pairPoints[i]!
      for (let k = chargeStart[i]!; k < chargeStart[i + 1]!; k++) price += prices[rowOfCharge[k]!]! * amountOfCharge[k]!
      into[i] = price
    }
  }
  return {
    rows,
    typicalStep,
    seatsRow,
    minRow,
    lineRow,
    coverageRows,
    peopleRowsOf,
    shareRowsOf,
    isDecided,
    pairPoints,
    pricePairs,
    priceOfPerson: (prices, e) => {
      let price = 0
      for (const r of peopleRowsOf[e]!) price -= prices[r]!
      return price
    },
    rowsTouched: list => {
      const { e } = pairs[list[0]!]!
      const touchedRows = new Set<number>(peopleRowsOf[e]!)
      for (const f of shareRowsOf[e]!) touchedRows.add(f.row)
      for (const at of list) {
        const p = pairs[at]!
        if (seatsRow[p.s]! >= 0) touchedRows.add(seatsRow[p.s]!)
        if (minRow[p.s]! >= 0) touchedRows.add(minRow[p.s]!)
        for (let k = chargeStart[at]!; k < chargeStart[at + 1]!; k++) touchedRows.add(rowOfCharge[k]!)
        for (const r of coverageRows(index.unitOf[e]!, p.s)) touchedRows.add(r)
      }
      return [...touchedRows]
    },
    addUse: (list, from, until, sign, use) => {
      if (until <= from) return
      const { e } = pairs[list[from]!]!
      for (const r of peopleRowsOf[e]!) use[r]! -= sign
      for (let i = from; i < until; i++) {
        const p = pairs[list[i]!]!
        if (seatsRow[p.s]! >= 0) use[seatsRow[p.s]!]! += sign
        if (minRow[p.s]! >= 0) use[minRow[p.s]!]! -= sign
        for (let k = chargeStart[p.index]!; k < chargeStart[p.index + 1]!; k++)
          use[rowOfCharge[k]!]! += sign * amountOfCharge[k]!
        for (const r of coverageRows(index.unitOf[e]!, p.s)) use[r]! += sign
        for (const f of shareRowsOf[e]!) use[f.row]! += sign * f.use
      }
    },
  }
}
