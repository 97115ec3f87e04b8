import * as XLSX from '@e965/xlsx'
import { type Cell, type GridRow, type GridSheet, limits, Unreadable } from './grid.ts'
import { listEntries, unpack } from './zip-entries.ts'

const errorText: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** Every XML part of the zip, unpacked once within its declared size: no document types, no floods of empty rows. */
const inspectParts = (bytes: Uint8Array): void => {
  for (const entry of listEntries(bytes)) {
    if (!/\.(xml|rels|vml)$/i.test(entry.name)) continue
    const part = Buffer.from(unpack(bytes, entry))
    const head = part.subarray(0, 4096).toString('latin1').toLowerCase()
    const isWide = part[0] === 0xff || part[0] === 0xfe || part[1] === 0
    if (
      isWide ||
      head.includes('<!doctype') ||
      head.includes('<!entity') ||
      part.includes('<!ENTITY') ||
      part.includes('<!DOCTYPE')
    )
      throw new Unreadable('BERKAS_BERENTITAS', entry.name)
    if (/META-INF\/manifest\.xml$/.test(entry.name) && part.includes('encryption-data'))
      throw new Unreadable('BERKAS_TERKUNCI')
    if (/worksheets\//i.test(entry.name)) countRows(part)
    if (entry.name === 'content.xml') countRepeats(part.toString('latin1'))
  }
}

/** In an ods one written cell may stand for millions: rows x columns it says it repeats are counted before it is opened. */
const countRepeats = (xml: string): void => {
  let rows = 1
  let cells = 0
  for (const m of xml.matchAll(/<table:(table-row|table-cell)\b([^<>]*)>/g)) {
    if (m[1] === 'table-row') rows = Number(/number-rows-repeated="(\d+)"/.exec(m[2])?.[1] ?? 1)
    else if (!m[2].endsWith('/') || m[2].includes('value')) {
      cells += rows * Number(/number-columns-repeated="(\d+)"/.exec(m[2])?.[1] ?? 1)
      if (cells > limits.cells) throw new Unreadable('BERKAS_MEKAR', `${limits.cells} sel`)
    }
  }
}

const countRows = (part: Buffer): void => {
  let rows = 0
  let empty = 0
  for (let at = part.indexOf('<row'); at !== -1; at = part.indexOf('<row', at + 4)) {
    rows++
    const close = part.indexOf('>', at)
    if (close === -1) break
    if (part[close - 1] === 0x2f || part.subarray(close + 1, close + 6).toString('latin1') === '</row') empty++
    if (empty > limits.emptyRows) throw new Unreadable('BERKAS_BARIS_KOSONG', String(limits.emptyRows))
    if (rows > limits.rows + limits.emptyRows) throw new Unreadable('BERKAS_TERLALU_BANYAK_BARIS', String(limits.rows))
  }
}

const cellOf = (cell: XLSX.CellObject | undefined, is1904: boolean): Cell => {
  if (!cell || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'e') return errorText[Number(cell.v)] ?? '#N/A'
  if (cell.t === 'b') return cell.v === true
  if (cell.v instanceof Date) return Math.round(cell.v.getTime() / 86_400_000) + 25_569
  if (typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : ''
    if (format.includes('%')) return Math.round(cell.v * 100 * 1e6) / 1e6
    return is1904 && format && XLSX.SSF.is_date(format) ? cell.v + 1462 : cell.v
  }
  const text = String(cell.v)
  return text === '' ? null : text
}

/** A workbook's sheets as cells. Formulas are their last saved value; nothing is computed or run. */
export const readWorkbook = (
  bytes: Uint8Array,
  isZip: boolean,
  format: 'xlsx' | 'ods' | 'xls' | 'xml',
): GridSheet[] => {
  if (isZip) inspectParts(bytes)
  if (format === 'xml' && /<!(doctype|entity)/i.test(Buffer.from(bytes).toString('latin1')))
    throw new Unreadable('BERKAS_BERENTITAS')
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellDates: false,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    cellStyles: true,
    sheetStubs: false,
    bookVBA: false,
    sheetRows: limits.rows + 1,
  })
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  let cells = 0
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name] as XLSX.WorkSheet & { '!data'?: (XLSX.CellObject | undefined)[][] }
    const rows: GridRow[] = []
    const data = sheet['!data'] ?? []
    data.forEach((line, r) => {
      if (!line) return
      const row: Cell[] = []
      let isBlank = true
      for (let c = 0; c < Math.min(line.length, limits.columns); c++) {
        const cell = cellOf(line[c], is1904)
        row.push(cell)
        if (cell !== null && String(cell).trim() !== '') isBlank = false
      }
      if (isBlank) return
      cells += row.length
      if (rows.length >= limits.rows || cells > limits.cells)
        throw new Unreadable('BERKAS_TERLALU_BANYAK_BARIS', String(rows.length))
      rows.push({ n: r + 1, cells: row })
    })
    return {
      name,
      rows,
      merges: (sheet['!merges'] ?? []).slice(0, 50_000).map(m => ({ r0: m.s.r, c0: m.s.c, r1: m.e.r, c1: m.e.c })),
      hiddenColumns: (sheet['!cols'] ?? [])
        .flatMap((column, c) => (column?.hidden ? [c] : []))
        .slice(0, limits.columns),
      isHidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      knowsMerges: true,
    }
  })
}
