import { type Cell, cellText, type GridRow, type GridSheet } from '../grid/grid.ts'
import { looksLikeNip, splitNameAndNip } from '../value/nip-cell.ts'
import { fold, squash, tidy } from '../value/text.ts'
import { type FoundTable, isColumnNumbers } from './find-table.ts'

/** One data row as a judge reads it: by field, never by column. */
export type RowReader = {
  row: number
  sheet: string
  /** The sheet's name, the text above its header and headers with a year, for what stands only there (the year of an appraisal). */
  title: string
  cell: (field: string) => Cell
  /** Is there a column for it at all? */
  has: (field: string) => boolean
}

export type NotData = { row: number; why: string }

const exactTotals =
  /^(subtotal|jumlah|jumlahtotal|total|grandtotal|totalseluruhnya|jumlahseluruhnya|jumlahpegawai|totalpegawai|jml|jumlahkeseluruhan|ratarata|rerata|average|totalpagu|jumlahpagu|subjumlah|ratarataunit)$/
const totals = /^(sub ?-?total|jumlah|total|grand total|rata ?-?rata|rerata|average|jml)\b/i

const totalsWhy = (text: string): string =>
  /^sub/i.test(text) ? 'subtotal row' : /^(rata|rerata|average)/i.test(text) ? 'average row' : 'totals row'

const isWritten = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && String(cell).trim() !== ''

/** Vertically merged cells below the header, written out on every row they cover. */
export const withMergesFilled = (sheet: GridSheet, fromRow: number): GridRow[] => {
  const vertical = sheet.merges.filter(m => m.r1 > m.r0 && m.c0 === m.c1 && m.r0 + 1 > fromRow)
  if (vertical.length === 0) return sheet.rows
  const byRow = new Map(sheet.rows.map(row => [row.n, row]))
  const filled = new Map<number, Cell[]>()
  for (const merge of vertical) {
    const value = byRow.get(merge.r0 + 1)?.cells[merge.c0]
    if (!isWritten(value)) continue
    for (let n = merge.r0 + 2; n <= merge.r1 + 1; n++) {
      const row = byRow.get(n)
      if (!row || isWritten(row.cells[merge.c0])) continue
      const cells = filled.get(n) ?? [...row.cells]
      while (cells.length <= merge.c0) cells.push(null)
      cells[merge.c0] = value ?? null
      filled.set(n, cells)
    }
  }
  return sheet.rows.map(row => ({ n: row.n, cells: filled.get(row.n) ?? row.cells }))
}

/** Tells data rows from bands, repeated headers, totals and signatures; made once per table, asked row by row. */
const rowSorter = (found: FoundTable, sample: readonly GridRow[]) => {
  const mapped = found.mapping.filter(m => m.field !== null).map(m => m.column)
  const nipColumn = found.mapping.find(m => m.field === 'nip')?.column ?? null
  const mixedColumn = found.mapping.find(m => m.field === 'nameAndNip')?.column ?? null
  const headerLines = [
    found.headers.map(fold),
    ...found.sheet.rows.slice(found.first, found.last + 1).map(row => row.cells.map(cell => fold(cellText(cell)))),
  ]
  const fill = (row: GridRow): number => mapped.filter(c => isWritten(row.cells[c])).length
  const counts = sample.map(fill).sort((a, b) => a - b)
  const usual = Math.max(2, counts[Math.floor(counts.length / 2)] ?? 2)

  /** Null: a data row. */
  return (row: GridRow): string | null => {
    if (isColumnNumbers(row)) return 'column-number row'
    const written = row.cells.filter(isWritten)
    const same = row.cells.filter(
      (cell, c) => isWritten(cell) && headerLines.some(line => line[c] === fold(cellText(cell))),
    ).length
    if (same >= 2 && same >= written.length * 0.6) return 'header'
    const hasNip =
      nipColumn !== null
        ? looksLikeNip(row.cells[nipColumn] ?? null)
        : mixedColumn !== null && looksLikeNip(splitNameAndNip(row.cells[mixedColumn] ?? null).nip)
    if (hasNip) return null
    const filled = fill(row)
    for (const cell of written.slice(0, 3)) {
      if (typeof cell !== 'string') continue
      const text = tidy(cell)
      if (exactTotals.test(squash(text)) || (totals.test(text) && filled < usual * 0.6)) return totalsWhy(text)
    }
    if (filled <= 1 || filled < usual * (nipColumn === null ? 0.3 : 0.4))
      return written.length === 1 ? 'band' : 'signature block'
    return null
  }
}

/** The rows above a table's data: what stands over its header, and the header. */
const headRows = ({ sheet, first, last }: FoundTable): NotData[] => {
  const headerRows = sheet.rows.slice(first, last + 1).map(row => row.n)
  return [
    ...sheet.rows.slice(0, first).map(row => ({ row: row.n, why: 'title row' })),
    ...headerRows.map((row, i) => ({
      row,
      why: headerRows.length === 1 ? 'header' : i === 0 ? 'header, upper row' : 'header, lower row',
    })),
  ]
}

/** Reads the rows below a header one by one; whoever asks decides where they come from and how many are kept. */
export const rowSieve = (found: FoundTable, sample: readonly GridRow[], most = Number.POSITIVE_INFINITY) => {
  const why = rowSorter(found, sample)
  const read = rowReader(found)
  const notData = headRows(found)
  const bands: NotData[] = []
  let band: Cell = null
  let lastData = 0
  return {
    /** The row as a judge reads it, or null when it is no data. */
    take(row: GridRow): RowReader | null {
      const reason = why(row)
      if (reason === null) {
        lastData = row.n
        return read(row, band)
      }
      const list = reason === 'band' ? bands : notData
      if (list.length < most) list.push({ row: row.n, why: reason })
      if (reason === 'band') band = row.cells.find(isWritten) ?? null
      return null
    },
    /** The rows that are no data, each with why; at most `most` of a kind. A lone line after the last row belongs to the signatures. */
    notData: (): NotData[] =>
      withGaps(
        [...notData, ...bands.map(({ row }) => ({ row, why: row > lastData ? 'signature block' : 'unit band' }))].sort(
          (a, b) => a.row - b.row,
        ),
      ),
  }
}

/** The data rows of a found table and the rows that are none, each with why. */
export const dataRows = (found: FoundTable): { rows: RowReader[]; notData: NotData[] } => {
  const headerRow = found.sheet.rows[found.last]?.n ?? 0
  const below = withMergesFilled(found.sheet, headerRow).slice(found.last + 1)
  const sieve = rowSieve(found, below)
  const rows = below.flatMap(row => sieve.take(row) ?? [])
  return { rows, notData: sieve.notData() }
}

/** The blank lines inside a signature block belong to it. */
const withGaps = (notData: NotData[]): NotData[] =>
  notData.flatMap((entry, i) => {
    const before = notData[i - 1]
    if (entry.why !== 'signature block' || before?.why !== entry.why || entry.row - before.row > 10) return [entry]
    const gap = Array.from({ length: entry.row - before.row - 1 }, (_, k) => ({
      row: before.row + 1 + k,
      why: entry.why,
    }))
    return [...gap, entry]
  })

/** Makes readers for the rows of one table; blanks that repeat the cell above are filled where the format cannot merge. */
const rowReader = (found: FoundTable): ((row: GridRow, band?: Cell) => RowReader) => {
  const columns = new Map<string, number>()
  for (const m of found.mapping) if (m.field !== null) columns.set(m.field, m.column)
  const dated = found.headers.filter(header => /(^|\D)20\d{2}(\D|$)/.test(header))
  const title = [found.sheet.name, found.title, ...dated].join(' | ')
  const fill = new Set(found.sheet.knowsMerges ? [] : (found.table.fillDown ?? []))
  const above = new Map<string, Cell>()
  const mixed = columns.get('nameAndNip')
  const isSplit = (name: string): name is 'nip' | 'name' =>
    mixed !== undefined && (name === 'nip' || name === 'name') && !columns.has(name)
  const takesBand = found.unitInBands && !columns.has('unit')
  return (row, band = null) => {
    for (const name of fill) {
      const cell = row.cells[columns.get(name) ?? -1]
      if (isWritten(cell)) above.set(name, cell ?? null)
    }
    const filled = fill.size > 0 ? new Map(above) : null
    return {
      row: row.n,
      sheet: found.sheet.name,
      title,
      has: name => columns.has(name) || isSplit(name) || (takesBand && name === 'unit'),
      cell: name => {
        if (takesBand && name === 'unit') return band
        if (mixed !== undefined && isSplit(name)) return splitNameAndNip(row.cells[mixed] ?? null)[name]
        const cell = row.cells[columns.get(name) ?? -1] ?? null
        return filled && fill.has(name) && !isWritten(cell) ? (filled.get(name) ?? null) : cell
      },
    }
  }
}
