import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RegisterContext } from './contract.ts'
import { readFiles } from './read-files.ts'

const context: RegisterContext = {
  units: [{ name: 'Dinas Kesehatan' }],
  employees: [],
  positions: [],
  modules: [],
  competencies: [],
  asOf: '2026-11-24',
}
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`fixtures/agency-small/${name}`))
const judge = async (name: string, bytes: Uint8Array) => (await readFiles([{ name, bytes }], context))[0]

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
const relation = (target: string, type: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
const workbookXml =
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
const sheetXml = (rows: string, before = '') =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

const xlsx = (sheet: string, extra: Record<string, Uint8Array> = {}, level: 0 | 1 = 1): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': text(contentTypes),
      '_rels/.rels': text(relation('xl/workbook.xml', 'officeDocument')),
      'xl/workbook.xml': text(workbookXml),
      'xl/_rels/workbook.xml.rels': text(relation('worksheets/sheet1.xml', 'worksheet')),
      'xl/worksheets/sheet1.xml': text(sheet),
      ...extra,
    },
    { level },
  )

const emptyRows = (count: number): string => {
  let rows = ''
  for (let i = 1; i <= count; i++) rows += `<row r="${i}"/>`
  return rows
}

/** A zip whose directory says 100 bytes for a part that unpacks to fifty million. */
const lyingZip = (): Uint8Array => {
  const zip = xlsx(sheetXml(''))
  const packed = deflateRawSync(Buffer.alloc(50_000_000, 0x20))
  const name = text('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(100, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const source = Buffer.from(zip)
  const end = source.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const at = source.readUInt32LE(end + 16)
  const count = source.readUInt16LE(end + 10)
  // The honest parts keep their places; the lying one is put behind them, and the directory after it.
  const body = Buffer.concat([source.subarray(0, at), local, name, packed])
  entry.writeUInt32LE(at, 42)
  const directory: Buffer[] = []
  for (let i = 0, p = at; i < count; i++) {
    const length = 46 + source.readUInt16LE(p + 28) + source.readUInt16LE(p + 30) + source.readUInt16LE(p + 32)
    const part = source.subarray(p, p + length)
    if (!part.includes('sheet1.xml')) directory.push(part)
    p += length
  }
  directory.push(Buffer.concat([entry, name]))
  const close = Buffer.from(source.subarray(end))
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  close.writeUInt16LE(directory.length, 8)
  close.writeUInt16LE(directory.length, 10)
  close.writeUInt32LE(size, 12)
  close.writeUInt32LE(body.length, 16)
  return new Uint8Array(Buffer.concat([body, ...directory, close]))
}

/** An ods of one written cell that says it stands for seventeen thousand million. */
const repeating = (): Uint8Array =>
  zipSync({
    'styles.xml': text('<a/>'),
    'content.xml': text(
      '<office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
    ),
  })

const cases: [string, string, () => Uint8Array, string][] = [
  ['an empty file', 'kosong.xlsx', () => new Uint8Array(), 'BERKAS_KOSONG'],
  ['a workbook cut in half', 'pegawai.xlsx', () => fixture('pegawai.xlsx').subarray(0, 30_000), 'BERKAS_TERPOTONG'],
  ['a locked workbook', 'pegawai.xlsx', () => fixture('pegawai-terkunci.xlsx'), 'BERKAS_TERKUNCI'],
  ['a zip bomb', 'pegawai.xlsx', () => fixture('pegawai-mekar.xlsx'), 'BERKAS_MEKAR'],
  ['a zip that lies about its sizes', 'pegawai.xlsx', lyingZip, 'BERKAS_MEKAR'],
  ['one cell repeated a thousand million times', 'pegawai.ods', repeating, 'BERKAS_MEKAR'],
  // Stored as they are, so that only the count of rows can give the flood away.
  ['two million empty rows', 'pegawai.xlsx', () => xlsx(sheetXml(emptyRows(2_000_000)), {}, 0), 'BERKAS_BARIS_KOSONG'],
  [
    'two million empty lines of CSV',
    'pegawai.csv',
    () => text(`NIP;Nama\n${';;;\n'.repeat(2_000_000)}`),
    'BERKAS_BARIS_KOSONG',
  ],
  [
    'an external entity',
    'pegawai.xlsx',
    () => xlsx(sheetXml('', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    'BERKAS_BERENTITAS',
  ],
  [
    'a zip whose parts climb out of the folder',
    'pegawai.xlsx',
    () => xlsx(sheetXml(''), { '../../etc/cron.d/x': text('x') }),
    'BERKAS_BERJALUR_ANEH',
  ],
  ['zeros in a text', 'pegawai.csv', () => text('NIP;Nama\n1;\u0000\u0000\n'), 'BERKAS_BER_NUL'],
  ['a PDF named xlsx', 'pegawai.xlsx', () => text('%PDF-1.7\n%âãÏÓ'), 'BERKAS_BUKAN_TABEL'],
  [
    'a picture named csv',
    'foto.csv',
    () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    'BERKAS_BUKAN_TABEL',
  ],
  ['a plain zip', 'arsip.zip', () => zipSync({ 'a.txt': text('a') }), 'BERKAS_BUKAN_TABEL'],
  ['a Word document', 'surat.docx', () => zipSync({ 'word/document.xml': text('<a/>') }), 'BERKAS_BUKAN_TABEL'],
  ['JSON of another kind', 'package.json', () => text('{"name":"x","version":"1"}'), 'JSON_BUKAN_SIASN'],
  ['JSON cut in half', 'siasn.json', () => fixture('siasn/siasn-rw-kursus.json').subarray(0, 3000), 'BERKAS_RUSAK'],
  [
    'a web page without a table',
    'pegawai.xls',
    () => text('<html><body><p>Sesi habis</p></body></html>'),
    'BERKAS_BUKAN_TABEL',
  ],
  [
    'noise',
    'pegawai.csv',
    () => Uint8Array.from({ length: 2000 }, (_, i) => 1 + ((i * 7919) % 255)),
    'BERKAS_BUKAN_TABEL',
  ],
  ['a name that climbs out of the folder', '../../etc/passwd', () => text('NIP;Nama\n'), 'NAMA_BERKAS_BERBAHAYA'],
]

describe('a file that cannot be read', () => {
  for (const [what, name, bytes, code] of cases)
    it(`${what}: one clear sentence, nothing taken over`, async () => {
      const judged = await judge(name, bytes())
      expect(judged.refused?.code).toBe(code)
      expect(judged.refused?.message).toMatch(/^[A-Z].*\.$/)
      expect([judged.dataRows, judged.accepted.length, judged.rejected.length]).toEqual([0, 0, 0])
    })

  it('One bad file does not hold up the good ones beside it', async () => {
    const judged = await readFiles(
      [
        { name: 'rusak.xlsx', bytes: fixture('pegawai.xlsx').subarray(0, 9000) },
        { name: 'unit.csv', bytes: fixture('unit.csv') },
      ],
      context,
    )
    expect(judged.map(j => [j.refused?.code ?? null, j.accepted.length])).toEqual([
      ['BERKAS_TERPOTONG', 0],
      [null, 12],
    ])
  })

  it('A table nobody knows is not refused: a person may say what it is', async () => {
    const judged = await judge('cuaca.csv', text('Kota;Hujan\nMisal;12\n'))
    expect(judged.refused).toBeUndefined()
    expect(judged.kind).toBeNull()
    expect(judged.notes.map(n => n.code)).toEqual(['TIDAK_ADA_LEMBAR'])
  })
})
