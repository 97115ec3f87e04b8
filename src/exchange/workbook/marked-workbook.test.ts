import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { RegisterContext } from './contract.ts'
import { markedWorkbook, mendingSheet } from './marked-workbook.ts'
import { readFiles } from './read-files.ts'
import { kindSaid } from './table/tables.ts'
import { type TemplateKind, templateWorkbook } from './template-workbook.ts'
import { neutral } from './value/neutral.ts'

const bytes = (name: string) => new Uint8Array(readFileSync(`fixtures/agency-small/${name}`))
const context: RegisterContext = {
  units: [{ code: '01', name: 'Sekretariat Daerah' }],
  employees: [],
  positions: [],
  modules: [],
  competencies: [],
  asOf: '2026-11-24',
}
const load = async (workbook: Uint8Array) => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(workbook.slice().buffer)
  return book
}
const codes = (list: { row: number; sheet?: string; code: string }[]) => list.map(f => `${f.row} ${f.code}`)

describe('the marked workbook', () => {
  it('A refused cell is coloured, says what is wrong and how to mend it, and the file can be brought again', async () => {
    const file = { name: 'katalog-diklat.xlsx', bytes: bytes('katalog-diklat.xlsx') }
    const [judged] = await readFiles([file], context)
    const marked = await markedWorkbook(judged, file.bytes)
    const book = await load(marked)
    const cell = book.getWorksheet('Katalog 2026')?.getCell('D38')
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } })
    const note = cell?.note
    expect(typeof note === 'string' ? note : note?.texts?.map(t => t.text).join('')).toContain(
      'Metode "telepati" tidak dikenal.',
    )
    expect(book.getWorksheet(mendingSheet)?.rowCount).toBe(1 + judged.rejected.length + judged.warnings.length)
    const [again] = await readFiles([{ name: file.name, bytes: marked }], context)
    expect(codes(again.rejected)).toEqual(codes(judged.rejected))
    expect(again.accepted.length).toBe(judged.accepted.length)
  })

  it('A CSV comes back as a workbook that keeps every digit of an NIP and starts no formula', async () => {
    const text =
      'NIP;Nama;Status;Unit Kerja\n197705162001032946;=HYPERLINK("http://x");PNS;Sekretariat Daerah\n19770516200103294;Budi;PNS;Antariksa\n'
    const file = { name: 'staf.csv', bytes: new TextEncoder().encode(text) }
    const [judged] = await readFiles([file], context)
    expect(codes(judged.rejected)).toEqual(['3 NIP_BUKAN_18_DIGIT'])
    const marked = await markedWorkbook(judged, file.bytes)
    const sheet = (await load(marked)).getWorksheet('staf')
    expect(sheet?.getCell('A2').value).toBe('197705162001032946')
    expect(sheet?.getCell('B2').value).toBe('\'=HYPERLINK("http://x")')
    expect(sheet?.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    const [again] = await readFiles([{ name: 'staf.xlsx', bytes: marked }], context)
    expect(codes(again.rejected)).toEqual(codes(judged.rejected))
    expect(again.accepted.map(a => a.record)).toEqual(judged.accepted.map(a => a.record))
  })

  it('Text that would run as a formula elsewhere is disarmed, numbers and dashes are not', () => {
    for (const bad of ['=1+1', '+cmd|calc', '-2+3+cmd', '@SUM(A1)', '\t=1']) expect(neutral(bad)).toBe(`'${bad}`)
    for (const good of ['-', '-2,5', '+3%', 'Budi', '2026-01-01', '']) expect(neutral(good)).toBe(good)
  })
})

describe('the empty workbook to fill in', () => {
  const kinds = (Object.keys(kindSaid) as TemplateKind[]).filter(kind => !kind.startsWith('siasn'))
  for (const kind of kinds)
    it(`${kind}: is recognised as what it is when it comes back`, async () => {
      const [judged] = await readFiles([{ name: 'isian.xlsx', bytes: await templateWorkbook(kind) }], context)
      expect(judged.sheets.filter(s => !s.counted).map(s => `${s.name}: ${s.why}`)).toEqual([])
      expect(judged.kind).toBe(kind)
      expect(judged.sheets.flatMap(s => s.mapping.filter(m => m.field === null).map(m => m.header))).toEqual([])
      expect(judged.dataRows).toBe(0)
    })

  it('NIP columns are text and choices are offered as lists', async () => {
    const sheet = (await load(await templateWorkbook('employee'))).worksheets[0]
    const column = (label: string) => (sheet.getRow(1).values as (string | undefined)[]).indexOf(label)
    expect(sheet.getColumn(column('NIP')).numFmt).toBe('@')
    expect(sheet.getCell(2, column('Status')).dataValidation?.formulae).toEqual(['"PNS,PPPK"'])
  })
})
