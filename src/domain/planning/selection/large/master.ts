import type { Engine, NewColumns, Relaxation } from '../highs-engine.ts'
import type { PlannerIndex } from '../instance-index.model.ts'
import type { ClassChoice, ClassPart } from './class-part.ts'
import { createColumns } from './columns.model.ts'
import type { Coupling } from './coupling.model.ts'
import type { PersonPart } from './person-part.model.ts'

/**
 * The whole year as a linear program over whole answers of people, with classes and trainers beside them (Dantzig and
 * Wolfe 1960; planner.md 5 B3). It starts from a crash basis: each person's best answer, a whole choice of classes, and for
 * every coupling row a column that buys or sells at the present price ± δ, so that primal simplex has a feasible start;
 * δ widens round by round until it no longer matters (du Merle and others 1999). Answers that would gain at its prices
 * are added after each round. What the buying columns cost at the end makes them the penalty of a broken row.
 */
export type Bundle = { e: number; pairs: number[]; points: number }
export type Pool = ReturnType<typeof createPool>
export type Master = {
  /** Solves, prices, adds, until nothing gains or so many rounds are over; false: the relaxation gave no answer. */
  settle: (rounds: number) => boolean
  objective: () => number
  prices: () => Float64Array
  /** Opening of each class in the relaxation. */
  open: () => Float64Array
  fix: (s: number, value: 0 | 1 | null) => void
  /** A true statement about classes: Σ weight × open ≤ most. */
  addCut: (weights: Float64Array, most: number) => void
  /** Share of each bundle, and the bundles. */
  shares: () => { bundle: Bundle; share: number }[]
  /** Upper bound by this master's own duals, as long as no class is fixed. */
  bound: () => number
}

/** Collects the answers of people without repeating one. */
export const createPool = (coupling: Coupling, people: PersonPart) => {
  const bundles: Bundle[] = []
  const known = new Map<string, number>()
  return {
    bundles,
    /** Keeps the present answer of a person; -1: stays home. */
    take: (e: number): number => {
      const pairs: number[] = []
      for (let i = e * people.most; i < (e + 1) * people.most && people.chosen[i]! >= 0; i++)
        pairs.push(people.chosen[i]!)
      if (pairs.length === 0) return -1
      pairs.sort((a, b) => a - b)
      const key = pairs.join()
      const before = known.get(key)
      if (before !== undefined) return before
      const points = people.pointsOf(e, pairs) + pairs.reduce((sum, p) => sum + coupling.pairPoints[p]!, 0)
      known.set(key, bundles.length)
      bundles.push({ e, pairs, points })
      return bundles.length - 1
    },
  }
}

/** What one bundle uses of each coupling row. */
export const usesOf = (coupling: Coupling, bundle: Bundle, scratch: Float64Array): [number, number][] => {
  coupling.addUse(bundle.pairs, 0, bundle.pairs.length, 1, scratch)
  const entries: [number, number][] = []
  for (const r of coupling.rowsTouched(bundle.pairs)) {
    if (scratch[r] !== 0) entries.push([r, scratch[r]!])
    scratch[r] = 0
  }
  return entries
}

type Parts = {
  index: PlannerIndex
  coupling: Coupling
  people: PersonPart
  classes: ClassPart
  pool: Pool
}
const widths = [0.3, 1, 3, 10, 30, 100, 1000]

export const withMaster = <T>(
  engine: Engine,
  { index, coupling, people, classes, pool }: Parts,
  begin: { prices: Float64Array; choice: ClassChoice },
  /** Simplex iterations of one solve: before a class is fixed, and after. */
  options: { maxIterations: number; stepIterations: number; shouldStop?: () => boolean },
  use: (master: Master) => T,
): T | null => {
  const { rows } = coupling
  const count = index.instance.employees.length
  const scratch = new Float64Array(rows.length)
  const pairPrice = new Float64Array(index.pairs.length)
  const mayOpen = new Uint8Array(index.sessions.length).fill(1)
  const price = (prices: Float64Array): number | null => {
    coupling.pricePairs(prices, pairPrice)
    return people.solve(pairPrice, e => coupling.priceOfPerson(prices, e), mayOpen)
  }
  if (price(begin.prices) === null) return null
  const best = index.instance.employees.map((_, e) => pool.take(e))

  // Columns: the pool's bundles, then a buyer and a seller per coupling row, overruns, classes, trainers.
  const columns = createColumns(count + rows.length)
  const columnOf = new Map<number, number>()
  pool.bundles.forEach((bundle, b) => {
    const uses = usesOf(coupling, bundle, scratch).map(([r, v]): [number, number] => [count + r, v])
    columnOf.set(b, columns.add(bundle.points, 0, Number.POSITIVE_INFINITY, [[bundle.e, 1], ...uses]))
  })
  const trade = rows.map((_, r) => ({
    buys: columns.add(0, 0, Number.POSITIVE_INFINITY, [[count + r, -1]]),
    sells: columns.add(0, 0, Number.POSITIVE_INFINITY, [[count + r, 1]]),
  }))
  rows.forEach((row, r) => {
    if (row.overrun && row.overrun.most > 0) columns.add(-row.overrun.price, 0, row.overrun.most, [[count + r, -1]])
  })
  const ofClass: [number, number][][] = index.sessions.map(() => [])
  rows.forEach((row, r) => {
    for (const [s, amount] of row.perClass) ofClass[s]!.push([count + r, -amount])
  })
  const yOf = new Int32Array(index.sessions.length).fill(-1)
  for (const s of classes.decided) {
    const isPossible = index.pairsIn[s]!.length >= index.instance.sessions[s]!.seatsMin
    yOf[s] = columns.add(0, 0, isPossible ? 1 : 0, ofClass[s]!)
  }
  const { trainers, rows: trainerRows } = classes.rowsOf(s => yOf[s]!, columns.count())
  for (const _ of trainers) columns.add(0, 0, 1, [])

  const stabilise = (centre: Float64Array, width: number) => {
    rows.forEach((row, r) => {
      const d = width * Math.max(centre[r]!, 0.3 * row.typicalPrice)
      columns.cost[trade[r]!.buys] = -(centre[r]! + d)
      columns.cost[trade[r]!.sells] = Math.max(0, centre[r]! - d)
    })
  }
  stabilise(begin.prices, widths[0]!)

  const rowUpper = new Float64Array(count + rows.length).fill(1)
  rows.forEach((row, r) => {
    rowUpper[count + r] = row.limit
  })
  const model = columns.model(rowUpper, trainerRows)

  // The crash basis.
  const [low, basic, high] = [0, 1, 2]
  const columnStatus = new Int32Array(model.numCols)
  const rowStatus = new Int32Array(model.numRows).fill(basic)
  const usage = new Float64Array(rows.length)
  best.forEach((b, e) => {
    if (b < 0) return
    rowStatus[e] = high
    columnStatus[columnOf.get(b)!] = basic
    coupling.addUse(pool.bundles[b]!.pairs, 0, pool.bundles[b]!.pairs.length, 1, usage)
  })
  rows.forEach((row, r) => {
    const limit = row.perClass.reduce((sum, [s, amount]) => sum + amount * begin.choice.isOpen[s]!, row.limit)
    const isOver = usage[r]! > limit
    const mustSell = !isOver && columns.cost[trade[r]!.sells]! > 0
    if (isOver || mustSell) rowStatus[count + r] = high
    columnStatus[trade[r]!.buys] = isOver ? basic : low
    columnStatus[trade[r]!.sells] = mustSell ? basic : low
  })
  for (const s of classes.decided) if (begin.choice.isOpen[s]) columnStatus[yOf[s]!] = high
  for (const q of trainers) if (begin.choice.trainers[q.s]!.includes(q.t)) columnStatus[q.col] = high

  const within = (relaxation: Relaxation): T => {
    relaxation.prefer('primal')
    relaxation.setBasis(columnStatus, rowStatus)
    const cost = [...columns.cost]
    const columnsOfPool = new Map(columnOf)
    let hasFixed = false
    const run = () => relaxation.solve(hasFixed ? options.stepIterations : options.maxIterations)
    let lp = run()
    let [round, total] = [0, model.numCols]
    let centre = begin.prices
    let bound = Number.POSITIVE_INFINITY
    let prices = begin.prices
    let isDual = false

    /** Adds every answer that gains at the present duals. */
    const grow = (): { added: number; excess: number } | null => {
      prices = Float64Array.from(rows, (_, r) => Math.max(0, lp.rowPrice[count + r]!))
      if (price(prices) === null) return null
      const fresh: number[] = []
      let excess = 0
      for (let e = 0; e < count; e++) {
        const gain = people.value[e]! - Math.max(0, lp.rowPrice[e]!)
        if (gain <= 1e-6) continue
        excess += gain
        const b = pool.take(e)
        if (b >= 0 && !columnsOfPool.has(b)) fresh.push(b)
        if (b >= 0 && !columnsOfPool.has(b)) columnsOfPool.set(b, total++)
      }
      if (fresh.length > 0) relaxation.addColumns(columnsFrom(fresh, pool, coupling, scratch, count))
      for (const b of fresh) cost.push(pool.bundles[b]!.points)
      return { added: fresh.length, excess }
    }
    const settle = (rounds: number): boolean => {
      for (let k = 0; k < rounds; k++) {
        if (lp.status !== 'optimal') return false
        const grown = grow()
        if (grown === null) return false
        if (!hasFixed && lp.objective + grown.excess < bound) {
          bound = lp.objective + grown.excess
          centre = prices
        }
        const isWide = round >= widths.length - 1
        if ((isWide && grown.added === 0) || options.shouldStop?.()) return true
        if (!isWide) {
          round++
          stabilise(centre, widths[round]!)
          for (const t of trade) {
            cost[t.buys] = columns.cost[t.buys]!
            cost[t.sells] = columns.cost[t.sells]!
          }
          relaxation.setCosts(Float64Array.from(cost))
        }
        if (isDual) relaxation.prefer('primal')
        isDual = false
        lp = run()
      }
      return lp.status === 'optimal'
    }
    return use({
      settle: rounds => {
        if (isDual) {
          // Bounds were changed: dual simplex from the last basis, then primal with the new columns.
          lp = run()
          if (lp.status !== 'optimal') {
            relaxation.prefer('primal')
            isDual = false
            lp = run()
          }
        }
        return settle(rounds)
      },
      objective: () => lp.objective,
      prices: () => prices,
      open: () => Float64Array.from(yOf, col => (col < 0 ? 1 : lp.values[col]!)),
      fix: (s, value) => {
        relaxation.fixColumn(yOf[s]!, value ?? 0, value ?? 1)
        mayOpen[s] = value === 0 ? 0 : 1
        if (value !== null) hasFixed = true
        relaxation.prefer('dual')
        isDual = true
      },
      addCut: (weights, most) => {
        // Below this a weight says only that the row is idle when its class opens; larger ones would drown the others.
        const least = most - classes.decided.reduce((sum, s) => sum + Math.max(0, weights[s]!), 0)
        const entries = classes.decided.flatMap(s => {
          const weight = Math.max(weights[s]!, Math.min(0, least))
          return weight === 0 ? [] : [[yOf[s]!, weight] as const]
        })
        const size = entries.reduce((largest, [, weight]) => Math.max(largest, Math.abs(weight)), 1)
        relaxation.addRow(
          Number.NEGATIVE_INFINITY,
          most / size,
          entries.map(([col, weight]) => [col, weight / size] as const),
        )
        relaxation.prefer('dual')
        isDual = true
      },
      shares: () =>
        [...columnsOfPool]
          .filter(([, col]) => lp.values[col]! > 1e-7)
          .map(([b, col]) => ({ bundle: pool.bundles[b]!, share: lp.values[col]! })),
      bound: () => bound,
    })
  }
  return engine.withRelaxation(model, within, options.shouldStop)
}

const columnsFrom = (
  fresh: readonly number[],
  pool: Pool,
  coupling: Coupling,
  scratch: Float64Array,
  count: number,
): NewColumns => {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const b of fresh) {
    const bundle = pool.bundles[b]!
    const entries: [number, number][] = [[bundle.e, 1]]
    for (const [r, v] of usesOf(coupling, bundle, scratch)) entries.push([count + r, v])
    for (const [r, v] of entries.sort((a, b2) => a[0] - b2[0])) {
      indices.push(r)
      values.push(v)
    }
    starts.push(indices.length)
  }
  return {
    cost: Float64Array.from(fresh, b => pool.bundles[b]!.points),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
