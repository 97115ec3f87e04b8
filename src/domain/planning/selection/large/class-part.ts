import type { Engine, MipOptions, Relaxation } from '../highs-engine.ts'
import { type PlannerIndex, runsOn } from '../instance-index.model.ts'
import type { LinearModel } from '../model-builder.model.ts'
import type { Coupling } from './coupling.model.ts'

/**
 * The question about classes at given prices: which open, with which trainers, so that the seats they sell are worth most?
 * A cut `value ≤ constant + Σ weight × open` says the same for one set of prices; many of them together are the classes'
 * view of the whole year (Benders 1962; the cuts are the Lagrangian's), and their whole-number optimum a true bound.
 */
export type Cut = { constant: number; weights: Float64Array }
export type ClassChoice = { isOpen: Uint8Array; trainers: number[][]; value: number }
export type ClassPart = {
  /** Classes whose opening is decided, by position. */
  decided: number[]
  /** Opens the relaxation of the trainers' year, kept warm: weights in, openings (perhaps split) and their worth out. */
  withRelaxation: <T>(use: (best: (weights: Float64Array) => { open: Float64Array; worth: number }) => T) => T
  /** The trainers' rows and their columns, for a model that holds the classes too. */
  rowsOf: (columnOfClass: (s: number) => number, firstTrainer: number) => ClassRows
  /** The best whole choice under the cuts, near `near` when asked, and a proven bound of all choices. */
  choose: (
    cuts: readonly Cut[],
    options: ChooseOptions,
  ) => { choice: ClassChoice | null; bound: number | null; isInfeasible: boolean }
}
export type ChooseOptions = Pick<MipOptions, 'relativeGap' | 'maxNodes' | 'seconds' | 'seed'> & {
  shouldStop?: () => boolean
  /** At most so many classes other than in this choice. */
  near?: { isOpen: Uint8Array; most: number }
  start?: ClassChoice
  /** Points added for opening each class, to lean toward some; value and bound are then those of that question. */
  lean?: Float64Array
  /** Classes decided already. */
  fixed?: ReadonlyMap<number, number>
}

export type ClassRows = {
  trainers: { t: number; s: number; col: number }[]
  rows: { low: number; high: number; entries: readonly (readonly [number, number])[] }[]
}
type Columns = { y: ArrayLike<number>; q: { t: number; s: number; col: number }[]; numCols: number }

/** Rows under construction, in the shape the solver reads. */
const createRows = () => {
  const [starts, indices, values, low, high]: number[][] = [[0], [], [], [], []]
  return {
    add: (from: number, until: number, entries: readonly (readonly [number, number])[]) => {
      for (const [col, value] of entries) {
        indices!.push(col)
        values!.push(value)
      }
      starts!.push(indices!.length)
      low!.push(from)
      high!.push(until)
    },
    model: (cost: Float64Array, upper: Float64Array, integer: Uint8Array): LinearModel => ({
      numCols: cost.length,
      numRows: low!.length,
      cost,
      lower: new Float64Array(cost.length),
      upper,
      integer,
      rowLower: Float64Array.from(low!),
      rowUpper: Float64Array.from(high!),
      starts: Int32Array.from(starts!),
      indices: Int32Array.from(indices!),
      values: Float64Array.from(values!),
      offset: 0,
    }),
  }
}

/** Trainers' rows (C9): enough for each open class, not more days than they have, one class at a time. */
const addTrainers = (index: PlannerIndex, rows: Pick<ReturnType<typeof createRows>, 'add'>, { y, q }: Columns) => {
  const { instance, sessions } = index
  for (const [s, session] of instance.sessions.entries()) {
    if (y[s]! < 0 || session.trainersNeeded === 0) continue
    const own = q.filter(x => x.s === s)
    rows.add(0, 0, [...own.map(x => [x.col, 1] as const), [y[s]!, -session.trainersNeeded]])
    for (const x of own)
      rows.add(Number.NEGATIVE_INFINITY, 0, [
        [x.col, 1],
        [y[s]!, -1],
      ])
  }
  instance.trainers.forEach((trainer, t) => {
    const own = q.filter(x => x.t === t)
    if (own.length === 0) return
    rows.add(
      Number.NEGATIVE_INFINITY,
      trainer.maxDays,
      own.map(x => [x.col, instance.sessions[x.s]!.days] as const),
    )
    const seen = new Set<string>()
    for (const day of new Set(own.flatMap(x => sessions[x.s]!.periods.map(p => p.from)))) {
      const list = own.filter(x => runsOn(sessions[x.s]!, day))
      const key = list.map(x => x.s).join()
      if (list.length < 2 || seen.has(key)) continue
      seen.add(key)
      rows.add(
        Number.NEGATIVE_INFINITY,
        1,
        list.map(x => [x.col, 1] as const),
      )
    }
  })
}

export const classesOf = (engine: Engine, index: PlannerIndex, coupling: Coupling): ClassPart => {
  const { instance } = index
  const decided = instance.sessions.flatMap((_, s) => (coupling.isDecided[s] ? [s] : []))
  const y = new Int32Array(instance.sessions.length).fill(-1)
  let numCols = 0
  for (const s of decided) y[s] = numCols++
  const q = decided.flatMap(s =>
    instance.sessions[s]!.trainersNeeded === 0 ? [] : index.trainersFor[s]!.map(t => ({ t, s, col: numCols++ })),
  )
  const columns: Columns = { y, q, numCols }
  /** A class that too few people could attend stays closed. */
  const upperOf = (extra: number) => {
    const upper = new Float64Array(numCols + extra).fill(1)
    for (const s of decided) if (index.pairsIn[s]!.length < instance.sessions[s]!.seatsMin) upper[y[s]!] = 0
    return upper
  }
  const withTrainers = decided.filter(s => instance.sessions[s]!.trainersNeeded > 0)

  const choiceOf = (values: Float64Array, value: number): ClassChoice => {
    const isOpen = new Uint8Array(instance.sessions.length).fill(1)
    for (const s of decided) isOpen[s] = values[y[s]!]! > 0.5 ? 1 : 0
    const trainers: number[][] = instance.sessions.map(() => [])
    for (const x of q) if (values[x.col]! > 0.5 && isOpen[x.s]) trainers[x.s]!.push(x.t)
    return { isOpen, trainers, value }
  }

  return {
    decided,
    rowsOf: (columnOfClass, firstTrainer) => {
      const trainers = q.map((x, i) => ({ ...x, col: firstTrainer + i }))
      const rows: ClassRows['rows'] = []
      addTrainers(
        index,
        { add: (low, high, entries) => rows.push({ low, high, entries }) },
        { y: y.map((at, s) => (at < 0 ? -1 : columnOfClass(s))), q: trainers, numCols: 0 },
      )
      return { trainers, rows }
    },
    withRelaxation: use => {
      const rows = createRows()
      addTrainers(index, rows, columns)
      const upper = upperOf(0)
      const model = rows.model(new Float64Array(numCols), upper, new Uint8Array(numCols))
      const ask = (relaxation: Relaxation | null) =>
        use(weights => {
          const open = new Float64Array(instance.sessions.length)
          let worth = 0
          for (const s of decided)
            if (instance.sessions[s]!.trainersNeeded === 0 && weights[s]! > 0 && upper[y[s]!]! > 0) {
              open[s] = 1
              worth += weights[s]!
            }
          if (relaxation === null || withTrainers.length === 0) return { open, worth }
          const cost = new Float64Array(numCols)
          for (const s of withTrainers) cost[y[s]!] = weights[s]!
          relaxation.setCosts(cost)
          const lp = relaxation.solve()
          for (const s of withTrainers) open[s] = lp.values[y[s]!]!
          return { open, worth: worth + lp.objective }
        })
      return model.numRows === 0 ? ask(null) : engine.withRelaxation(model, ask)
    },
    choose: (cuts, o) => {
      const rows = createRows()
      addTrainers(index, rows, columns)
      const theta = numCols
      // Against the first cut, so that numbers stay small.
      const base = cuts[0]!.constant
      for (const cut of cuts)
        rows.add(Number.NEGATIVE_INFINITY, cut.constant - base, [
          [theta, 1],
          ...decided.flatMap(s => (cut.weights[s] === 0 ? [] : [[y[s]!, -cut.weights[s]!] as const])),
        ])
      if (o.near) {
        const inside = decided.filter(s => o.near!.isOpen[s] === 1)
        rows.add(
          Number.NEGATIVE_INFINITY,
          o.near.most - inside.length,
          decided.map(s => [y[s]!, o.near!.isOpen[s] === 1 ? -1 : 1] as const),
        )
      }
      const cost = new Float64Array(numCols + 1)
      cost[theta] = 1
      if (o.lean) for (const s of decided) cost[y[s]!] = o.lean[s]!
      const upper = upperOf(1)
      const widest = decided.reduce(
        (sum, s) => sum + Math.max(0, ...cuts.map(c => c.weights[s]!)),
        Math.max(...cuts.map(c => c.constant - base)),
      )
      upper[theta] = widest + 1
      const integer = new Uint8Array(numCols + 1).fill(1)
      integer[theta] = 0
      const model = rows.model(cost, upper, integer)
      model.lower[theta] = Number.NEGATIVE_INFINITY
      for (const [s, value] of o.fixed ?? []) model.lower[y[s]!] = model.upper[y[s]!] = value
      let start: Float64Array | undefined
      if (o.start) {
        start = new Float64Array(numCols + 1)
        for (const s of decided) start[y[s]!] = o.start.isOpen[s]!
        for (const x of q) if (o.start.trainers[x.s]!.includes(x.t)) start[x.col] = 1
        start[theta] = Math.min(
          ...cuts.map(
            c => c.constant - base + decided.reduce((sum, s) => sum + c.weights[s]! * o.start!.isOpen[s]!, 0),
          ),
        )
      }
      const { relativeGap, maxNodes, seconds, seed } = o
      const result = engine.solveMip(model, {
        relativeGap,
        maxNodes,
        seconds,
        seed,
        maxIterations: null,
        ...(o.shouldStop ? { shouldStop: o.shouldStop } : {}),
        ...(start ? { start } : {}),
      })
      return {
        choice: result.values ? choiceOf(result.values, result.objective! + base) : null,
        bound: result.bound === null ? null : result.bound + base,
        isInfeasible: result.status === 'infeasible',
      }
    },
  }
}
