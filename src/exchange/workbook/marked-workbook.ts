import ExcelJS from 'exceljs'
import type { FileJudgement, Finding } from './contract.ts'
import { Unreadable } from './grid/grid.ts'
import { readGrid } from './grid/read-grid.ts'
import { neutral } from './value/neutral.ts'

const refusedFill = fillOf('FFFFC7CE')
const warnedFill = fillOf('FFFFEB9C')

function fillOf(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** Name of the sheet that lists what is to be mended; it is no table, so it is left out when the file comes again. */
export const mendingSheet = 'Perlu diperbaiki'

/**
 * The same workbook to mend and bring again: refused cells red, doubtful ones yellow, each with a comment that says
 * what is wrong and the cure, and a list of them all. A CSV or an older format becomes an xlsx.
 */
export const markedWorkbook = async (judgement: FileJudgement, bytes: Uint8Array): Promise<Uint8Array> => {
  const book = (await opened(bytes)) ?? (await rebuilt(judgement.file, bytes))
  for (const sheet of book.worksheets) sheet.eachRow(row => row.eachCell(disarm))
  const only = judgement.sheets.filter(s => s.counted)
  const sheetOf = (finding: Finding): ExcelJS.Worksheet | undefined =>
    book.getWorksheet(finding.sheet ?? only[0]?.name ?? '')
  const byCell = new Map<string, { cell: ExcelJS.Cell; findings: Finding[]; isRefused: boolean }>()
  const mark = (finding: Finding, isRefused: boolean): void => {
    const sheet = sheetOf(finding)
    if (!sheet) return
    const cell = sheet.getRow(finding.row).getCell((finding.columnIndex ?? firstColumn(judgement, sheet.name)) + 1)
    const key = `${sheet.name}!${cell.address}`
    const before = byCell.get(key)
    if (before) {
      before.findings.push(finding)
      before.isRefused ||= isRefused
    } else byCell.set(key, { cell, findings: [finding], isRefused })
  }
  for (const finding of judgement.rejected) mark(finding, true)
  for (const finding of judgement.warnings) mark(finding, false)
  for (const { cell, findings, isRefused } of byCell.values()) {
    cell.style = { ...cell.style, fill: isRefused ? refusedFill : warnedFill }
    cell.note = findings
      .map(f => `${f.code}\n${f.message}\nPerbaikan: ${f.cure}`)
      .join('\n\n')
      .slice(0, 2_000)
  }
  addMendingList(book, judgement)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const firstColumn = (judgement: FileJudgement, sheet: string): number =>
  judgement.sheets.find(s => s.name === sheet)?.mapping.find(m => m.field !== null)?.column ?? 0

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** An xlsx as it is, with its look; null for any other format, or when it cannot be kept. */
const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook | null> => {
  if (!isZip(bytes)) return null
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes.slice().buffer)
    return book.worksheets.length > 0 ? book : null
  } catch {
    return null
  }
}

const rebuilt = async (name: string, bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const grid = await readGrid(name, bytes)
  if (grid.format === 'json') throw new Unreadable('BERKAS_BUKAN_TABEL', 'JSON')
  const book = new ExcelJS.Workbook()
  for (const sheet of grid.sheets) {
    const made = book.addWorksheet(sheetName(sheet.name, book))
    for (const row of sheet.rows) {
      const line = made.getRow(row.n)
      row.cells.forEach((cell, c) => {
        if (cell === null) return
        const target = line.getCell(c + 1)
        target.value = cell
        if (typeof cell === 'string' && /^\d{12,}$/.test(cell.trim())) target.numFmt = '@'
      })
    }
  }
  return book
}

const sheetName = (name: string, book: ExcelJS.Workbook): string => {
  const plain = name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Data'
  return book.getWorksheet(plain) ? `${plain.slice(0, 27)} (${book.worksheets.length})` : plain
}

const disarm = (cell: ExcelJS.Cell): void => {
  if (typeof cell.value !== 'string') return
  const safe = neutral(cell.value)
  if (safe !== cell.value) cell.value = safe
}

const addMendingList = (book: ExcelJS.Workbook, judgement: FileJudgement): void => {
  const before = book.getWorksheet(mendingSheet)
  if (before) book.removeWorksheet(before.id)
  const sheet = book.addWorksheet(mendingSheet)
  sheet.addRow(['Lembar', 'Baris', 'Kolom', 'Tertulis', 'Yang salah', 'Cara memperbaiki', 'Akibat'])
  sheet.getRow(1).font = { bold: true }
  const only = judgement.sheets.find(s => s.counted)?.name ?? ''
  const list = (findings: Finding[], effect: string): void => {
    for (const f of findings)
      sheet.addRow(
        [f.sheet ?? only, f.row, f.column ?? '', f.value, f.message, f.cure, effect].map(v =>
          typeof v === 'string' ? neutral(v) : v,
        ),
      )
  }
  list(judgement.rejected, 'Ditolak')
  list(judgement.warnings, 'Diterima dengan catatan')
  ;[22, 8, 24, 28, 60, 50, 24].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
}
