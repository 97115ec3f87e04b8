import * as XLSX from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { FileJudgement, FileKind, SourceFile } from './contract.ts'
import { readFiles } from './read-files.ts'

/**
 * Kota Lain keeps its files as SIASN exports them and as its own staff type them: other words over the columns,
 * short forms, one column for two days, derived columns beside the amounts, several encodings and formats.
 */
type Row = (string | number)[]
const people = ['197803122005011003', '198511232010012005', '199001052015031002', '198207172009022004']
const spaced = (nip: string) => `'${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip[14]} ${nip.slice(15)}`
const born = (nip: string) => `${nip.slice(6, 8)}-${nip.slice(4, 6)}-${nip.slice(0, 4)}`

const text = (rows: Row[], delimiter = ';') => rows.map(r => r.join(delimiter)).join('\r\n')
const csv = (name: string, rows: Row[]): SourceFile => ({ name, bytes: new TextEncoder().encode(text(rows)) })
const utf16 = (name: string, rows: Row[]): SourceFile => ({
  name,
  bytes: new Uint8Array(Buffer.from(`\ufeff${text(rows, '\t')}`, 'utf16le')),
})
const html = (name: string, rows: Row[]): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(
    `<html><body><table>${rows.map(r => `<tr>${r.map(c => `<td>${c}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
  ),
})
const sheet = (name: string, sheetName: string, rows: Row[], bookType: 'xlsx' | 'ods' = 'xlsx'): SourceFile => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), sheetName)
  return { name, bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType })) }
}

const files: SourceFile[] = [
  sheet(
    'OPD Kota Lain.ods',
    'OPD',
    [
      ['PEMERINTAH KOTA LAIN'],
      ['DAFTAR PERANGKAT DAERAH'],
      [],
      ['No', 'Nama Perangkat Daerah', 'Akronim', 'Kode OPD', 'Tipe'],
      [1, 'Dinas Pekerjaan Umum Kota Lain', 'DPU', '1.03', 'A'],
      [2, 'Badan Keuangan Daerah', 'BKD', '5.02', 'B'],
      [3, 'Dinas Kesehatan Kota', 'Dinkes', '1.02', 'A'],
      ['', 'Jumlah', '', '', ''],
    ],
    'ods',
  ),
  sheet('skj.xlsx', 'SKJ 2026', [
    ['NOMENKLATUR JABATAN', 'JENJANG', 'Int', 'KS', 'Kom', 'OpH', 'PP', 'PDOL', 'MP', 'PK', 'PB', 'KOMPETENSI TEKNIS'],
    ['Analis Jalan', 'JF Ahli Muda', 3, 3, 3, 3, 3, 3, 3, 3, 3, 'Teknik Jalan = 3'],
  ]),
  sheet('data asn.xlsx', 'Sheet2', [
    ['DATA ASN KOTA LAIN'],
    [],
    [
      'No.',
      'NAMA & GELAR',
      'NIP / NIPPPK',
      'PANGKAT, GOL/RUANG',
      'TMT PANGKAT',
      'NAMA JABATAN',
      'TMT JAB.',
      'UNIT KERJA / SKPD',
      'PENDIDIKAN TERAKHIR',
      'L/P',
      'TEMPAT, TANGGAL LAHIR',
      'STATUS KEPEGAWAIAN',
      'NIP ATASAN LANGSUNG',
      'KETERANGAN',
    ],
    ...people
      .slice(0, 2)
      .map((nip, i) => [
        i + 1,
        `Orang ${i}, S.T.`,
        spaced(nip),
        'Penata, III/c',
        '01-04-2020',
        'Analis Jalan',
        '1 Maret 2021',
        i === 0 ? 'DPU' : 'badan keuangan  daerah',
        'S1 Teknik',
        nip[14] === '1' ? 'Laki-laki' : 'Perempuan',
        `Contoh, ${born(nip)}`,
        'PNS',
        i === 0 ? people[1] : '',
        '',
      ]),
  ]),
  // The rest of the staff as SIASN exports it: a web table named .xls.
  html('ekspor-siasn.xls', [
    [
      'PNS ID',
      'NIP BARU',
      'NAMA',
      'TANGGAL LAHIR',
      'JENIS KELAMIN',
      'STATUS CPNS PNS',
      'GOL AKHIR NAMA',
      'JABATAN NAMA',
      'TMT JABATAN',
      'PENDIDIKAN NAMA',
      'UNOR NAMA',
      'UNOR INDUK NAMA',
    ],
    ...people
      .slice(2)
      .map(
        (nip, i): Row => [
          'x',
          nip,
          `ORANG ${i + 2}`,
          born(nip),
          nip[14] === '1' ? 'M' : 'F',
          'PNS',
          'III/c',
          'Analis Jalan',
          '01-03-2021',
          'Teknik Sipil',
          'Dinas Kesehatan Kota',
          'Kota',
        ],
      ),
  ]),
  csv('kinerja.csv', [
    ['NIP', 'NAMA PEGAWAI', 'OPD', 'RATING HASIL KERJA', 'RATING PERILAKU KERJA', 'PREDIKAT KINERJA TAHUN 2025'],
    [people[0], 'Orang 0', 'DPU', 'Di atas', 'Sesuai', 'Baik'],
    [people[1], 'Orang 1', 'BKD', 'Sesuai', 'Sesuai', 'Baik'],
    [people[2], 'Orang 2', 'Dinkes', '1', '1', 'Sangat baik'],
  ]),
  csv('kinerja-siasn.csv', [
    ['nipBaru', 'nama', 'tahun', 'hasilKinerja', 'perilakuKerja', 'kuadranKinerja', 'namaPenilai'],
    [people[0], 'Orang 0', '2024', 'Diatas Ekspektasi', 'Sesuai Ekspektasi', 'BAIK', 'X'],
    [people[1], 'Orang 1', '2024', 'SESUAI EKSPEKTASI', 'SESUAI EKSPEKTASI', 'Baik', 'X'],
    [people[2], 'Orang 2', '2024', 'Diatas Ekspektasi', 'Diatas Ekspektasi', 'Sangat Baik', 'X'],
  ]),
  utf16('bangkom.txt', [
    [
      'NO',
      'NAMA',
      'NIP',
      'NAMA DIKLAT / BIMTEK / WORKSHOP',
      'TEMPAT / PENYELENGGARA',
      'TANGGAL PELAKSANAAN',
      'LAMA (JP)',
      'NO. DAN TGL SERTIFIKAT',
      'JENIS',
    ],
    [1, 'Orang 0', people[0], 'Bimtek Jalan', 'BPSDM', '3 s.d. 5 Februari 2026', '24', 'S/1/2026', 'Bimtek'],
    [2, 'Orang 1', people[1], 'Bimtek Aset', 'BPSDM', '28 Februari - 2 Maret 2026', '30', 'S/2/2026', 'Bimtek'],
    [3, 'Orang 2', people[2], 'Webinar', 'LAN', '01/04/2026', '3', 'S/3/2026', 'Webinar'],
  ]),
  csv('kursus.csv', [
    [
      'nipBaru',
      'jenisKursus',
      'namaKursus',
      'institusiPenyelenggara',
      'tanggalKursus',
      'tanggalSelesaiKursus',
      'jumlahJam',
      'noSertipikat',
      'tahunKursus',
    ],
    [people[0], 'Pelatihan Teknis', 'Manajemen Jalan', 'BPSDM', '03-02-2026', '05-02-2026', '24', '12/S/2026', '2026'],
    [people[1], 'Workshop', 'GIS', 'BPSDM', '3 Februari 2026', '5 Feb 2026', '1.024,5', '13/S/2026', '2026'],
    [people[2], 'Seminar', 'GIS', 'BPSDM', '46056', '46058', '8 JP', '14/S/2026', '2026'],
  ]),
  csv('riwayat.csv', [
    ['NIP_BARU', 'JABATAN_NAMA', 'UNOR_NAMA', 'ESELON', 'TMT_JABATAN', 'TMT_SELESAI', 'NOMOR_SK', 'TANGGAL_SK'],
    [people[0], 'Analis', 'Dinas Kesehatan Kota', 'IV.a', '01-03-2015', '31-12-2019', '821/1', '01-02-2015'],
    [people[0], 'Kepala Seksi', 'Dinas Kesehatan Kota', 'IV.a', '01-01-2020', 'sekarang', '821/2', '01-01-2020'],
    [people[1], 'Analis', 'BKD', '', '01-03-2015', '-', '821/3', '01-02-2015'],
  ]),
  csv('hukdis.csv', [
    ['NIP', 'NAMA', 'JENIS HUKUMAN DISIPLIN', 'TK. HUKUMAN', 'NO SK HUKDIS', 'TGL SK', 'TMT HUKDIS', 'AKHIR HUKDIS'],
    [people[3], 'O', 'Teguran Tertulis', 'Ringan', '1/HD/2025', '01-02-2025', '01-03-2025', '01-03-2026'],
  ]),
  csv('asesmen.csv', [
    [
      'NIP',
      'Nama',
      'Tanggal Pelaksanaan Uji Kompetensi',
      'Int S',
      'Int C',
      'KS S',
      'KS C',
      'Kom S',
      'Kom C',
      'OH S',
      'OH C',
      'JOB FIT (%)',
    ],
    [people[0], 'O', '12 Mei 2025', 3, 3, 3, 2, 3, 3, 3, 3, '91,67'],
  ]),
  csv('diklat.csv', [
    [
      'KODE PELATIHAN',
      'JUDUL PELATIHAN',
      'KOMPETENSI YANG DIKEMBANGKAN',
      'JALUR / METODE',
      'LAMA (JP)',
      'BIAYA SATUAN (Rp)',
      'DAYA TAMPUNG / ANGKATAN',
    ],
    ['P1', 'Dasar Jalan', 'T.Teknik Jalan=3', 'Klasikal', '40', 'Rp 2.500.000,-', '30'],
    ['P3', 'Integritas', 'Integritas (3)', 'Mandiri', '10', 'gratis', '100'],
  ]),
  csv('dpa.csv', [
    [
      'SKPD',
      'Sub Kegiatan',
      'Sumber Dana',
      'Pagu Setelah Perubahan (Rp)',
      'Realisasi s.d. Oktober (Rp)',
      'Sisa Pagu',
      '%',
    ],
    ['DPU', 'Diklat', 'PAD', '1.250.000.000', '750.500.000,00', '499.500.000', '60,04'],
    ['BKD', 'Bimtek', 'DAU', 'Rp500.000.000,-', '-', '', ''],
    ['', 'Jumlah', '', '1.750.000.000', '', '', ''],
  ]),
  csv('capaian.csv', [
    ['Perangkat Daerah', 'Periode', 'Nama Indikator', 'Capaian', 'Satuan'],
    ['DPU', 'Januari 2026', 'Keterlambatan Proyek', '12,5', '%'],
    ['DPU', '02-2026', 'keterlambatan_proyek', '13,5 %', '%'],
  ]),
]

const expected: [string, FileKind, number][] = [
  ['OPD Kota Lain.ods', 'unit', 3],
  ['skj.xlsx', 'position-standard', 1],
  ['data asn.xlsx', 'employee', 2],
  ['ekspor-siasn.xls', 'employee', 2],
  ['kinerja.csv', 'performance', 3],
  ['kinerja-siasn.csv', 'performance', 3],
  ['bangkom.txt', 'training', 3],
  ['kursus.csv', 'training', 3],
  ['riwayat.csv', 'career', 3],
  ['hukdis.csv', 'discipline', 1],
  ['asesmen.csv', 'assessment', 1],
  ['diklat.csv', 'catalogue', 2],
  ['dpa.csv', 'budget', 2],
  ['capaian.csv', 'unit-indicator', 2],
]

let judged: FileJudgement[] = []
const recordsOf = (name: string) =>
  judged.find(j => j.file === name)?.accepted.map(a => a.record as unknown as Record<string, unknown>) ?? []

test('Every file of Kota Lain is known for what it is, and every row of it comes in', async () => {
  judged = await readFiles([...files].reverse(), {
    units: [],
    employees: [],
    positions: [],
    modules: [],
    competencies: [],
    asOf: '2026-11-24',
  })
  const said = new Map(judged.map(j => [j.file, [j.kind, j.accepted.length]]))
  expect(judged.flatMap(j => j.rejected.map(r => `${j.file} ${r.row} ${r.code} ${r.column} ${r.value}`))).toEqual([])
  for (const [name, kind, rows] of expected) expect([name, ...(said.get(name) ?? [])]).toEqual([name, kind, rows])
})

test('A person’s NIP, unit, rank and birthday are read behind the city’s own spelling', () => {
  expect(recordsOf('data asn.xlsx')).toMatchObject([
    {
      nip: people[0],
      unit: 'Dinas Pekerjaan Umum Kota Lain',
      rank: 'III/c',
      birthDate: '1978-03-12',
      supervisorNip: people[1],
    },
    { nip: people[1], unit: 'Badan Keuangan Daerah', sex: 'P', positionSince: '2021-03-01', education: 'S-1' },
  ])
})

test('The year of an appraisal that stands only over its rating column is that year', () => {
  expect(recordsOf('kinerja.csv').map(r => [r.year, r.rating])).toEqual([
    [2025, 'Baik'],
    [2025, 'Baik'],
    [2025, 'Sangat Baik'],
  ])
})

test('One column with a stretch of days gives both days', () => {
  expect(recordsOf('bangkom.txt').map(r => [r.startsOn, r.endsOn])).toEqual([
    ['2026-02-03', '2026-02-05'],
    ['2026-02-28', '2026-03-02'],
    ['2026-04-01', '2026-04-01'],
  ])
  expect(recordsOf('kursus.csv').map(r => [r.startsOn, r.endsOn, r.jp])).toEqual([
    ['2026-02-03', '2026-02-05', 24],
    ['2026-02-03', '2026-02-05', 1024.5],
    ['2026-02-03', '2026-02-05', 8],
  ])
})

test('What is left of a ceiling is never taken for the ceiling, and missing money stays unknown', () => {
  expect(recordsOf('dpa.csv').map(r => [r.ceiling, r.realised])).toEqual([
    [1_250_000_000, 750_500_000],
    [500_000_000, null],
  ])
})

test('Short forms over narrow columns are the nine competencies', () => {
  expect(recordsOf('skj.xlsx')[0]?.levels).toMatchObject({ 'M.1': 3, 'M.4': 3, 'M.6': 3, 'SK.1': 3 })
  expect(recordsOf('asesmen.csv')[0]).toMatchObject({ assessedOn: '2025-05-12' })
})
