import type { MappedColumn, RememberedMapping, SheetCorrection } from '../contract.ts'
import { type Cell, cellText, type GridRow, type GridSheet } from '../grid/grid.ts'
import { looksLikeNip } from '../value/nip-cell.ts'
import { tidy } from '../value/text.ts'
import { isComplete, matchHeaders } from './match-headers.ts'
import type { TableSpec } from './table-spec.ts'
import { tableOf, tables } from './tables.ts'

/** A table found in a sheet: which, where its header lies, which column means what. */
export type FoundTable = {
  sheet: GridSheet
  table: TableSpec
  /** Index into sheet.rows of the first and the last header row. */
  first: number
  last: number
  headers: string[]
  mapping: MappedColumn[]
  score: number
  isComplete: boolean
  /** Text above the header. */
  title: string
  /** True: there is no unit column, the unit stands in a band over its people. */
  unitInBands: boolean
}

const searchedRows = 25
const sampleRows = 40

const textAt = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : tidy(cellText(cell)))

/** Column-number row `(1) (2) (3)` under a header. */
export const isColumnNumbers = (row: GridRow): boolean => {
  const told = row.cells.map(textAt).filter(text => text !== '')
  return told.length >= 3 && told.every((text, i) => text.replace(/[()]/g, '') === String(i + 1))
}

/** The rows of a possible header with merged cells written out. */
const headerTexts = (sheet: GridSheet, first: number, depth: number): string[][] => {
  const rows = sheet.rows.slice(first, first + depth)
  const width = Math.max(...rows.map(row => row.cells.length))
  const lines = rows.map(row => Array.from({ length: width }, (_, c) => textAt(row.cells[c])))
  for (const merge of sheet.merges) {
    const top = rows.findIndex(row => row.n - 1 === merge.r0)
    if (top === -1) continue
    const text = lines[top][merge.c0]
    for (let r = top; r < depth && rows[r].n - 1 <= merge.r1; r++)
      for (let c = merge.c0; c <= Math.min(merge.c1, width - 1); c++) lines[r][c] = text
  }
  return lines
}

/** One header per column; a blank parent over a written child belongs to the parent on its left. */
const joinHeader = (lines: string[][]): string[] => {
  const width = lines[0].length
  for (let r = 0; r < lines.length - 1; r++) {
    let parent = ''
    for (let c = 0; c < width; c++) {
      const child = lines.slice(r + 1).some(line => line[c] !== '')
      if (lines[r][c] !== '') parent = lines[r][c]
      else if (child) lines[r][c] = parent
    }
  }
  return Array.from({ length: width }, (_, c) =>
    [...new Set(lines.map(line => line[c]).filter(text => text !== ''))].join(' '),
  )
}

const mayBeHeader = (row: GridRow): boolean => {
  const told = row.cells.filter(cell => cell !== null && textAt(cell) !== '')
  const texts = told.filter(cell => typeof cell === 'string' && !/^[-+]?[\d.,%/ ()-]+$/.test(tidy(cell)))
  return (
    texts.length >= 2 &&
    texts.length >= told.length * 0.7 &&
    !told.some(looksLikeNip) &&
    !texts.some(text => String(text).length > 120)
  )
}

const mayBeLowerHeader = (row: GridRow): boolean => {
  const told = row.cells.filter(cell => cell !== null && textAt(cell) !== '')
  return (
    told.length > 0 &&
    told.every(cell => typeof cell === 'string' && !looksLikeNip(cell) && tidy(cell).length <= 80) &&
    !isColumnNumbers(row)
  )
}

/** The best table of a sheet by the agreement of its headers; null when nothing is like a table. */
export const findTable = (
  sheet: GridSheet,
  remembered: readonly RememberedMapping[] = [],
  correction: SheetCorrection | undefined = undefined,
  candidates: readonly TableSpec[] = tables,
): FoundTable | null => {
  const specs = correction?.type ? [tableOf(correction.type)] : candidates
  let best: FoundTable | null = null
  const told = correction?.headerRow ? sheet.rows.findIndex(row => row.n === correction.headerRow) : -1
  for (let first = 0; first < Math.min(sheet.rows.length, Math.max(searchedRows, told + 1)); first++) {
    for (let depth = 1; depth <= 3 && first + depth <= sheet.rows.length; depth++) {
      const last = first + depth - 1
      if (told >= 0 && last !== told) continue
      if (told < 0 && depth === 1 && !mayBeHeader(sheet.rows[first])) break
      if (depth > 1 && (sheet.rows[last].n !== sheet.rows[last - 1].n + 1 || !mayBeLowerHeader(sheet.rows[last]))) break
      const lines = headerTexts(sheet, first, depth)
      if (new Set(lines[0].filter(text => text !== '')).size < 2) {
        if (told >= 0) continue
        break
      }
      const lowestLine = lines.at(-1) ?? []
      const lowest =
        depth === 1
          ? []
          : lowestLine.map(text => (text !== '' && lowestLine.filter(t => t === text).length === 1 ? text : null))
      const headers = joinHeader(lines)
      const sample = sheet.rows.slice(last + 1, last + 1 + sampleRows).map(row => row.cells)
      for (const table of specs) {
        const match = matchHeaders(headers, table, sample, remembered, lowest)
        const score = match.score - (depth - 1) * 0.3 + (match.isComplete ? 3 : 0)
        if (score <= 0 && !correction?.type) continue
        if (!best || score > best.score)
          best = {
            sheet,
            table,
            first,
            last,
            headers,
            mapping: match.mapping,
            score,
            isComplete: match.isComplete,
            title: titleAbove(sheet, first),
            unitInBands: false,
          }
      }
    }
  }
  if (best && correction?.mapping) return withMapping(best, correction.mapping)
  return best && withUnitInBands(best)
}

/** A staff list without a unit column, but with a line naming the unit over each group of people, is complete. */
const withUnitInBands = (found: FoundTable): FoundTable => {
  if (found.isComplete || found.table.type !== 'employee') return found
  const fields = new Set([
    ...found.mapping.flatMap(m => (m.field === 'nameAndNip' ? ['nip', 'name'] : m.field ? [m.field] : [])),
    'unit',
  ])
  if (!isComplete(found.table, fields)) return found
  const next = found.sheet.rows[found.last + 1]
  const below = next && isColumnNumbers(next) ? found.sheet.rows[found.last + 2] : next
  const isBand = below !== undefined && below.cells.filter(cell => textAt(cell) !== '').length === 1
  return isBand ? { ...found, isComplete: true, unitInBands: true } : found
}

const titleAbove = (sheet: GridSheet, first: number): string =>
  sheet.rows
    .slice(0, first)
    .flatMap(row => row.cells.filter(cell => typeof cell === 'string').map(cell => tidy(String(cell))))
    .join(' | ')

const withMapping = (found: FoundTable, told: { column: number; field: string | null }[]): FoundTable => {
  const chosen = new Map(told.map(t => [t.column, t.field]))
  const taken = new Set(told.map(t => t.field))
  const mapping = found.mapping.map(m => {
    const name = chosen.has(m.column) ? (chosen.get(m.column) ?? null) : taken.has(m.field) ? null : m.field
    const spec = found.table.fields.find(f => f.field === name)
    return {
      ...m,
      field: spec?.field ?? null,
      fieldLabel: spec?.label ?? null,
      confidence: chosen.has(m.column) ? 1 : m.confidence,
    }
  })
  return { ...found, mapping, isComplete: true }
}
