import { readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileJudgement, RegisterContext, SourceFile } from './contract.ts'
import type { Cell } from './grid/grid.ts'
import { readGrid } from './grid/read-grid.ts'
import { readFiles } from './read-files.ts'

/** Files of another agency: other headers, column order, sheet names, extra columns, formats and encodings. */
const bytes = (name: string) => new Uint8Array(readFileSync(`fixtures/agency-small/${name}`))
const basis = ['unit.csv', 'standar-kompetensi-jabatan.xlsx'].map((name): SourceFile => ({ name, bytes: bytes(name) }))
const staff: SourceFile = { name: 'pegawai.xlsx', bytes: bytes('pegawai.xlsx') }
const empty: RegisterContext = {
  units: [],
  employees: [],
  positions: [],
  modules: [],
  competencies: [],
  asOf: '2026-11-24',
}

type Table = { header: (string | null)[]; rows: { n: number; cells: Cell[] }[] }
type Words = Record<string, string>

const staffWords: Words[] = [
  {
    nip: 'NIP BARU',
    name: 'NAMA LENGKAP (GELAR)',
    rankTitle: 'Nama Pangkat',
    rank: 'Gol/Ruang',
    rankSince: 'TMT Gol. Terakhir',
    position: 'Nama Jabatan Sekarang',
    echelonOrTier: 'Eselon / Jenjang Jab.',
    positionSince: 'TMT Jab. Sekarang',
    unit: 'SKPD',
    education: 'Pendidikan Akhir',
    major: 'Program Studi',
    graduationYear: 'Thn. Lulus',
    sex: 'Jns. Kelamin',
    birthPlace: 'Tmp. Lahir',
    birthDate: 'Tgl. Lahir',
    status: 'Jenis Kepegawaian',
    supervisorNip: 'NIP Atasan Langsung',
    supervisorName: 'Nama Atasan Langsung',
  },
  {
    nip: 'Nomor Induk Pegawai',
    name: 'nama_pegawai',
    rankTitle: 'pangkat',
    rank: 'golongan_ruang',
    rankSince: 'tmt_golongan',
    position: 'jabatan',
    echelonOrTier: 'jenjang_jabatan',
    positionSince: 'tmt_jabatan',
    unit: 'perangkat_daerah',
    education: 'tingkat_pendidikan',
    major: 'jurusan',
    graduationYear: 'tahun_lulus',
    sex: 'jk',
    birthPlace: 'tempat_lahir',
    birthDate: 'tanggal_lahir',
    status: 'status_asn',
    supervisorNip: 'nip_atasan',
    supervisorName: 'nama_atasan',
  },
  {
    nip: 'N I P',
    name: 'Pegawai',
    rankTitle: 'Pangkat Terakhir',
    rank: 'Golru',
    rankSince: 'TMT Pangkat',
    position: 'Jabatan Terakhir',
    echelonOrTier: 'Eselon',
    positionSince: 'TMT Jabatan Terakhir',
    unit: 'Unit Organisasi',
    education: 'Pendidikan Terakhir',
    major: 'Prodi',
    graduationYear: 'Tahun Lulus',
    sex: 'L/P',
    birthPlace: 'Kota Lahir',
    birthDate: 'Tanggal Lahir (dd/mm/yyyy)',
    status: 'PNS/PPPK',
    supervisorNip: 'NIP Pejabat Penilai',
    supervisorName: 'Atasan',
  },
]
const appraisalWords: Words[] = [
  {
    nip: 'NIP Pegawai',
    name: 'Nama',
    unit: 'OPD',
    result: 'Rating Hasil Kerja',
    behaviour: 'Rating Perilaku',
    rating: 'Predikat',
    rater: 'Nama Penilai',
    year: 'Tahun',
  },
  {
    nip: 'nip',
    name: 'nama_lengkap',
    unit: 'unit',
    result: 'hasil_kinerja',
    behaviour: 'perilaku_kerja',
    rating: 'predikat_kinerja_pegawai',
    rater: 'penilai',
    year: 'thn',
  },
  {
    nip: 'NIP ASN',
    name: 'Nama ASN',
    unit: 'Satker',
    result: 'Hasil Kinerja',
    behaviour: 'Perilaku',
    rating: 'Kuadran Kinerja',
    rater: 'Pejabat Penilai Kinerja',
    year: 'Tahun SKP',
  },
]
const trainingWords: Words[] = [
  {
    nip: 'NIP',
    name: 'Nama Peserta',
    form: 'Bentuk Pelatihan',
    course: 'Judul Pelatihan',
    organiser: 'Lembaga',
    startsOn: 'Tgl. Awal',
    endsOn: 'Tgl. Akhir',
    jp: 'Jumlah Jam Pelajaran',
    certificate: 'No. STTPP',
    year: 'Thn',
  },
  {
    nip: 'nip_baru',
    name: 'nama',
    form: 'jenis_pelatihan',
    course: 'nama_pelatihan',
    organiser: 'penyelenggara',
    startsOn: 'tanggal_mulai',
    endsOn: 'tanggal_selesai',
    jp: 'jumlah_jp',
    certificate: 'nomor_sertifikat',
    year: 'tahun',
  },
  {
    nip: 'Nomor Induk',
    name: 'Nama Pegawai',
    form: 'Jenis Bangkom',
    course: 'Nama Kursus',
    organiser: 'Institusi Penyelenggara',
    startsOn: 'Mulai',
    endsOn: 'Selesai',
    jp: 'JPL',
    certificate: 'Nomor Piagam',
    year: 'Tahun Kursus',
  },
]

/** The table of a judged sheet under other headers, in another order, with a strange column in front. */
const renamed = async (
  judged: FileJudgement,
  file: SourceFile,
  words: Words,
  at: number,
  turn: number,
): Promise<Table> => {
  const grid = await readGrid(file.name, file.bytes)
  if (grid.format === 'json') throw new Error('no workbook')
  const sheet = judged.sheets.filter(s => s.counted)[at]
  const source = grid.sheets.find(s => s.name === sheet.name)
  const used = sheet.mapping.filter(m => m.field !== null)
  const order = [...used.slice(turn), ...used.slice(0, turn)]
  if (turn % 2 === 1) order.reverse()
  return {
    header: ['Tautan Foto', ...order.map(m => words[m.field ?? ''] ?? m.header)],
    rows: (source?.rows ?? [])
      .filter(
        row =>
          row.n > (sheet.headerRow ?? 0) && !sheet.notData.some(n => n.row === row.n && n.why.startsWith('column')),
      )
      .map(row => ({ n: row.n, cells: [null, ...order.map(m => row.cells[m.column] ?? null)] })),
  }
}

const withYear = (table: Table, year: number, word: string): Table => ({
  header: [...table.header, word],
  rows: table.rows.map(row => ({
    n: row.n,
    cells: [...row.cells, row.cells.filter(c => c !== null).length > 3 ? year : null],
  })),
})

const lines = (table: Table): Cell[][] => [table.header, ...table.rows.map(row => row.cells)]

const workbook = (sheets: Record<string, Table>, format: 'xlsx' | 'xls' | 'ods', title: string[] = []): Uint8Array => {
  const book = XLSX.utils.book_new()
  for (const [name, table] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...title.map(t => [t]), ...lines(table)]), name)
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: format === 'xls' ? 'biff8' : format }))
}

/** As Excel exports: an NIP that became a number is written in scientific notation, decimals with a comma. */
const csvText = (table: Table, delimiter: string): string =>
  lines(table)
    .map(row =>
      row
        .map(cell => {
          const text =
            cell === null
              ? ''
              : typeof cell === 'number'
                ? cell > 1e15
                  ? '1,98E+17'
                  : String(cell).replace('.', ',')
                : String(cell)
          return /["\n\t;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        })
        .join(delimiter),
    )
    .join('\r\n')

const windows1252 = (text: string): Uint8Array => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(text, char => table.get(char) ?? 0x3f)
}
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const utf8WithMark = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`)

/** Codes by the row of the agency-small file they belong to, whatever row they have in the variant. */
const verdicts = (judged: FileJudgement, rowOf: (sheet: string | undefined, row: number) => number): string[] =>
  [...judged.rejected, ...judged.skipped, ...judged.warnings].map(f => `${rowOf(f.sheet, f.row)} ${f.code}`).sort()

let original: FileJudgement[]
const files = ['skp.xlsx', 'riwayat-diklat.csv'].map((name): SourceFile => ({ name, bytes: bytes(name) }))
beforeAll(async () => {
  original = await readFiles([...basis, staff, ...files], empty)
}, 120_000)
const judgedAs = (name: string): FileJudgement => {
  const found = original.find(j => j.file === name)
  if (!found) throw new Error(name)
  return found
}

describe('another agency’s staff list', () => {
  const told = (table: Table, first: number) => (_: string | undefined, row: number) =>
    table.rows[row - first]?.n ?? -row
  const expectSame = async (table: Table, first: number, file: SourceFile) => {
    const judged = (await readFiles([...basis, file], empty)).at(-1)
    if (!judged) throw new Error('nothing judged')
    expect(judged.kind).toBe('employee')
    expect(verdicts(judged, told(table, first))).toEqual(verdicts(judgedAs('pegawai.xlsx'), (_, row) => row))
    expect(judged.accepted.map(a => a.record)).toEqual(judgedAs('pegawai.xlsx').accepted.map(a => a.record))
  }

  it('Other headers, reversed columns and another sheet name in xlsx give the same verdict for every person', async () => {
    const table = await renamed(judgedAs('pegawai.xlsx'), staff, staffWords[0], 0, 1)
    await expectSame(table, 4, {
      name: 'data asn kab lain.xlsx',
      bytes: workbook({ 'Rekap ASN': table }, 'xlsx', ['PEMERINTAH KABUPATEN LAIN', 'DATA ASN PER NOVEMBER 2026']),
    })
  })
  it('Old xls and ods files with headers of a database give the same', async () => {
    const table = await renamed(judgedAs('pegawai.xlsx'), staff, staffWords[1], 0, 4)
    await expectSame(table, 2, { name: 'ekspor.xls', bytes: workbook({ Sheet1: table }, 'xls') })
    await expectSame(table, 2, { name: 'ekspor.ods', bytes: workbook({ Sheet1: table }, 'ods') })
  })
})

describe('another agency’s appraisals and training in CSV', () => {
  const context = (): RegisterContext => {
    const records = original.flatMap(j => j.accepted.map(a => a.record))
    return {
      ...empty,
      units: records.flatMap(r => (r.type === 'unit' ? [r] : [])),
      employees: records.flatMap(r => (r.type === 'employee' ? [{ nip: r.nip, name: r.name }] : [])),
    }
  }
  const encodings: [string, string, (text: string) => Uint8Array, number][] = [
    ['semicolons in Windows-1252', ';', windows1252, 0],
    ['commas in UTF-8 with a mark', ',', utf8WithMark, 1],
    ['tabs in UTF-16', '\t', utf16, 2],
  ]
  for (const [said, delimiter, encode, set] of encodings) {
    it(`Training history with ${said}: the same verdict for every row`, async () => {
      const before = judgedAs('riwayat-diklat.csv')
      const table = await renamed(before, files[1], trainingWords[set], 0, set + 2)
      const [judged] = await readFiles([{ name: 'bangkom.csv', bytes: encode(csvText(table, delimiter)) }], context())
      expect(judged.kind).toBe('training')
      expect(verdicts(judged, (_, row) => table.rows[row - 2]?.n ?? -row)).toEqual(verdicts(before, (_, row) => row))
      expect(judged.accepted.length).toBe(before.accepted.length)
    })
    it(`Appraisals with ${said} and the year in a column: the same verdict for every row`, async () => {
      const before = judgedAs('skp.xlsx')
      for (const [i, year] of [2024, 2025].entries()) {
        const table = withYear(
          await renamed(before, files[0], appraisalWords[set], i, set + 1),
          year,
          appraisalWords[set].year,
        )
        const [judged] = await readFiles([{ name: 'kinerja.csv', bytes: encode(csvText(table, delimiter)) }], context())
        expect(judged.kind).toBe('performance')
        const mine = (f: { sheet?: string }) => f.sheet === `SKP ${year}`
        expect(verdicts(judged, (_, row) => table.rows[row - 2]?.n ?? -row)).toEqual(
          verdicts(
            {
              ...before,
              rejected: before.rejected.filter(mine),
              skipped: before.skipped.filter(mine),
              warnings: before.warnings.filter(mine),
            },
            (_, row) => row,
          ),
        )
      }
    })
  }

  it('What a person corrects stands above what was recognised, and a remembered header is known next time', async () => {
    const text = 'Kolom A;Kolom B;Kolom C;Kolom D\n197705162001032946;Diklat A;05/03/2025;12\n'
    const file = { name: 'aneh.csv', bytes: new TextEncoder().encode(text) }
    expect((await readFiles([file], context()))[0].kind).toBeNull()
    const fields = ['nip', 'course', 'endsOn', 'jp']
    const corrected = await readFiles([file], context(), {
      'aneh.csv': {
        kind: 'training',
        sheets: [
          {
            name: 'aneh',
            counted: true,
            type: 'training',
            headerRow: 1,
            mapping: fields.map((field, column) => ({ column, field })),
          },
        ],
      },
    })
    expect(corrected[0].accepted.map(a => a.record)).toMatchObject([
      { type: 'training', name: 'Diklat A', endsOn: '2025-03-05', jp: 12 },
    ])
    const remembered = fields.map((field, i) => ({ type: 'training' as const, header: `kolom ${'abcd'[i]}`, field }))
    const again = await readFiles([file], { ...context(), rememberedMappings: remembered })
    expect(again[0].kind).toBe('training')
    expect(again[0].accepted.length).toBe(1)
  })
})
