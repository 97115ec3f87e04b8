import ExcelJS from 'exceljs'
import type { FileKind } from './contract.ts'
import type { TableSpec } from './table/table-spec.ts'
import { kindSaid, tables } from './table/tables.ts'

/** Kinds a person fills in by hand; SIASN answers come from the service. */
export type TemplateKind = Exclude<FileKind, `siasn-${string}`>

const levels = ['1', '2', '3', '4', '5']
const expectations = ['Di Atas Ekspektasi', 'Sesuai Ekspektasi', 'Di Bawah Ekspektasi']

/** What may be chosen in a column. */
const choices: Record<string, string[]> = {
  status: ['PNS', 'PPPK'],
  sex: ['L', 'P'],
  education: ['SD', 'SLTP', 'SLTA', 'D-I', 'D-II', 'D-III', 'D-IV', 'S-1', 'Profesi', 'S-2', 'S-3'],
  result: expectations,
  behaviour: expectations,
  rating: ['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'],
  source: ['PAD', 'DAU', 'DAK Nonfisik', 'BLUD', 'Bantuan Keuangan Provinsi'],
  method: [
    'klasikal',
    'blended',
    'e-learning',
    'workshop',
    'simulasi',
    'seminar',
    'mentoring',
    'coaching',
    'proyek',
    'magang',
    'bimtek',
  ],
  assignment: ['Definitif', 'Plt', 'Plh', 'Pj', 'Tugas Tambahan'],
  severity: ['Ringan', 'Sedang', 'Berat'],
  recommendation: ['Ya', 'Tidak'],
  rater: ['diri', 'atasan', 'rekan'],
}
/** Words that mean something else in these tables. */
const notHere: Record<string, string[]> = { participant: ['status'], nomination: ['result'], 'lab-project': ['status'] }

const choicesOf = (table: TableSpec, field: string): string[] | null => {
  if (notHere[table.type]?.includes(field)) return null
  if (/^(level|standard)\./.test(field)) return levels
  if (field.startsWith('reached.')) return ['0', ...levels]
  return choices[field] ?? null
}

const preparedRows = 500

/** An empty workbook for one kind of file: its columns, lists to choose from, NIP and codes as text. */
export const templateWorkbook = async (kind: TemplateKind): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  for (const table of tables.filter(t => t.kind === kind)) {
    const sheet = book.addWorksheet(nameOf(table), { views: [{ state: 'frozen', ySplit: 1 }] })
    table.fields.forEach((spec, i) => {
      const column = sheet.getColumn(i + 1)
      column.width = Math.min(40, Math.max(12, spec.label.length + 2))
      const isText = spec.shape === 'nip' || /code|nip|account|certificate|phone/i.test(spec.field)
      if (isText) column.numFmt = '@'
      else if (spec.shape === 'day') column.numFmt = 'dd/mm/yyyy'
      const head = sheet.getCell(1, i + 1)
      head.value = spec.label
      head.font = { bold: true }
      head.numFmt = '@'
      const isNeeded = table.needs.some(group => group.length === 1 && group[0] === spec.field)
      if (isNeeded) head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2EFDA' } }
      const list = choicesOf(table, spec.field)
      for (let row = 2; list && row <= preparedRows; row++)
        sheet.getCell(row, i + 1).dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [`"${list.join(',')}"`],
          showErrorMessage: true,
          errorTitle: 'Pilihan tidak dikenal',
          error: `Pilih salah satu: ${list.join(', ')}.`.slice(0, 220),
        }
    })
  }
  book.title = kindSaid[kind]
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const nameOf = (table: TableSpec): string => {
  const said = table.said.charAt(0).toUpperCase() + table.said.slice(1)
  return said.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31)
}
