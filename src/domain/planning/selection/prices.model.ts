import type { PlannerIndex } from './instance-index.model.ts'
import type { PlannerModel } from './model-builder.model.ts'

/** What the scarce things cost at the margin, in points, from the duals of the LP relaxation (planner.md 4). */
export type Prices = {
  /** Sum of the prices of the scarce things a seat uses: class, money, coverage, floors. */
  ofPair: (pair: number) => number
  /** Points per Rp1 million of each line. */
  ofLine: number[]
  /** Rows with a price that a pair uses. */
  rowsOf: (pair: number) => number[]
}

const scarce = new Set(['seats', 'classMin', 'line', 'coverage', 'floor', 'trainer'])

export const pricesFrom = (index: PlannerIndex, model: PlannerModel, rowPrice: ArrayLike<number>): Prices => {
  const sums = new Float64Array(model.numCols)
  const rows = new Map<number, number[]>()
  for (let r = 0; r < model.numRows; r++) {
    const price = rowPrice[r]!
    if (!scarce.has(model.rowKind[r]!) || Math.abs(price) < 1e-9) continue
    for (let k = model.starts[r]!; k < model.starts[r + 1]!; k++) {
      const col = model.indices[k]!
      sums[col]! += price * model.values[k]!
      const known = rows.get(col)
      if (known) known.push(r)
      else rows.set(col, [r])
    }
  }
  return {
    ofPair: pair => sums[model.xOf[pair]!]!,
    rowsOf: pair => rows.get(model.xOf[pair]!) ?? [],
    ofLine: index.instance.budgetLines.map((_, b) => {
      const r = model.lineRow[b]!
      return r < 0 ? 0 : Math.max(0, rowPrice[r]!)
    }),
  }
}
