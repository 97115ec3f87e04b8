import { hash, longList, orderOf, seek } from './long-list.ts'

/** The rows that share one key: the first, what it says, and the last row that says something else (0: none does). */
export type SharedKey = { firstRow: number; content: number; otherRow: number }

/** Which rows of a long file share a key. Of each row two hashes and its number are kept. */
export const keyedRows = () => {
  const keys = longList(size => new Float64Array(size))
  const contents = longList(size => new Float64Array(size))
  const rows = longList(size => new Uint32Array(size))
  let order: Uint32Array | null = null
  return {
    add(key: string, content: string, row: number): void {
      keys.push(hash(key))
      contents.push(hash(content))
      rows.push(row)
    },
    /** Ask only when every row was added. */
    find(key: string): SharedKey | null {
      const value = keys.values()
      order ??= orderOf(value)
      const at = seek(value, order, hash(key))
      if (at < 0) return null
      const first = order[at]
      const shared = { firstRow: rows.values()[first], content: contents.values()[first], otherRow: 0 }
      for (let i = at + 1; i < order.length && value[order[i]] === value[first]; i++)
        if (contents.values()[order[i]] !== shared.content) shared.otherRow = rows.values()[order[i]]
      return shared
    },
  }
}

export type KeyedRows = ReturnType<typeof keyedRows>
