import type { LinearModel } from '../model-builder.model.ts'

/** A linear model built column by column, turned into the rows the solver reads. */
export const createColumns = (numRows: number) => {
  const cost: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  const entriesOf: (readonly (readonly [number, number])[])[] = []
  return {
    cost,
    count: () => cost.length,
    add: (points: number, low: number, high: number, entries: readonly (readonly [number, number])[]): number => {
      cost.push(points)
      lower.push(low)
      upper.push(high)
      entriesOf.push(entries)
      return cost.length - 1
    },
    /** The model: these columns' rows with their upper limits, then more rows over the same columns. */
    model: (
      rowUpper: Float64Array,
      more: readonly { low: number; high: number; entries: readonly (readonly [number, number])[] }[],
    ): LinearModel => {
      const all = numRows + more.length
      const starts = new Int32Array(all + 1)
      for (const list of entriesOf) for (const [r] of list) starts[r + 1]!++
      more.forEach((row, i) => {
        starts[numRows + i + 1] = row.entries.length
      })
      for (let r = 0; r < all; r++) starts[r + 1]! += starts[r]!
      const fill = starts.slice()
      const indices = new Int32Array(starts[all]!)
      const values = new Float64Array(starts[all]!)
      const put = (r: number, col: number, value: number) => {
        indices[fill[r]!] = col
        values[fill[r]!++] = value
      }
      entriesOf.forEach((list, col) => {
        for (const [r, v] of list) put(r, col, v)
      })
      more.forEach((row, i) => {
        for (const [col, v] of row.entries) put(numRows + i, col, v)
      })
      return {
        numCols: cost.length,
        numRows: all,
        cost: Float64Array.from(cost),
        lower: Float64Array.from(lower),
        upper: Float64Array.from(upper),
        integer: new Uint8Array(cost.length),
        rowLower: Float64Array.from([
          ...new Float64Array(numRows).fill(Number.NEGATIVE_INFINITY),
          ...more.map(r => r.low),
        ]),
        rowUpper: Float64Array.from([...rowUpper, ...more.map(r => r.high)]),
        starts,
        indices,
        values,
        offset: 0,
      }
    },
  }
}
