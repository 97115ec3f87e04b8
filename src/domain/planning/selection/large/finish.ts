import type { Engine } from '../highs-engine.ts'
import type { PlannerIndex } from '../instance-index.model.ts'
import { createPlanState, type PlanState } from '../plan-state.model.ts'
import type { ClassChoice } from './class-part.ts'
import { createColumns } from './columns.model.ts'
import type { Coupling } from './coupling.model.ts'
import { type Bundle, usesOf } from './master.ts'

/**
 * From the relaxation to a plan (planner.md 5 B6). A basic solution splits no more people than there are tight coupling
 * rows, so almost everybody is whole: they are kept, and one small whole-number program decides over the split people and
 * some of the others, with all answers known for them.
 */
export type FinishOptions = {
  seed: number
  maxNodes: number
  maxIterations: number
  /** Besides the split people, every how many of the whole ones stay free. */
  freeEvery: number
  /** More room in one row: "Rp10 million more". */
  extra: { row: number; by: number } | null
  shouldStop?: () => boolean
}

export const finishPlan = (
  engine: Engine,
  index: PlannerIndex,
  coupling: Coupling,
  choice: ClassChoice,
  shares: readonly { bundle: Bundle; share: number }[],
  known: readonly Bundle[],
  o: FinishOptions,
): PlanState | null => {
  const count = index.instance.employees.length
  const kept: (Bundle | null)[] = new Array(count).fill(null)
  const isFree = new Uint8Array(count)
  for (let e = 0; e < count; e++) if (e % o.freeEvery === 0) isFree[e] = 1
  const isUsable = (b: Bundle) => b.pairs.every(p => choice.isOpen[index.pairs[p]!.s] === 1)
  for (const { bundle, share } of shares)
    if (share > 1 - 1e-6 && isUsable(bundle)) kept[bundle.e] = bundle
    else isFree[bundle.e] = 1
  const left = Float64Array.from(coupling.rows, row =>
    row.perClass.reduce((sum, [s, amount]) => sum + amount * choice.isOpen[s]!, row.limit),
  )
  for (let e = 0; e < count; e++) {
    const b = kept[e]
    if (!b || isFree[e]) continue
    coupling.addUse(b.pairs, 0, b.pairs.length, -1, left)
  }
  if (o.extra) left[o.extra.row]! += o.extra.by
  const rowOf = new Map<number, number>()
  const people = [...isFree.keys()].filter(e => isFree[e] === 1)
  for (const e of people) rowOf.set(e, rowOf.size)
  const free = known.filter(b => isFree[b.e] === 1 && isUsable(b))
  const numRows = people.length + coupling.rows.length
  const columns = createColumns(numRows)
  const scratch = new Float64Array(coupling.rows.length)
  for (const b of free)
    columns.add(b.points, 0, 1, [
      [rowOf.get(b.e)!, 1],
      ...usesOf(coupling, b, scratch).map(([r, v]): [number, number] => [people.length + r, v]),
    ])
  coupling.rows.forEach((row, r) => {
    if (row.overrun && row.overrun.most > 0)
      columns.add(-row.overrun.price, 0, row.overrun.most, [[people.length + r, -1]])
  })
  const upper = new Float64Array(numRows).fill(1)
  coupling.rows.forEach((_, r) => {
    // A hair of room against rounding; whole rupiah are checked afterwards.
    upper[people.length + r] = left[r]! + 1e-9
  })
  const model = columns.model(upper, [])
  for (const e of people) if (index.pairsOf[e]!.some(p => index.pairs[p]!.isMust)) model.rowLower[rowOf.get(e)!] = 1
  model.integer.fill(1, 0, free.length)
  const result = engine.solveMip(model, {
    relativeGap: 2e-5,
    maxNodes: o.maxNodes,
    maxIterations: o.maxIterations,
    seconds: null,
    seed: o.seed,
    ...(o.shouldStop ? { shouldStop: o.shouldStop } : {}),
  })
  if (!result.values) return null
  const state = createPlanState(index)
  const seats: number[] = []
  for (let e = 0; e < count; e++) if (!isFree[e] && kept[e]) seats.push(...kept[e]!.pairs)
  free.forEach((b, i) => {
    if (result.values![i]! > 0.5) seats.push(...b.pairs)
  })
  const open = new Set(seats.map(p => index.pairs[p]!.s))
  choice.trainers.forEach((list, s) => {
    if (open.has(s)) state.setTrainers(s, list)
  })
  for (const p of seats) state.add(p)
  return state
}
