import type { FileKind } from '../contract.ts'
import type { RecordType } from '../records.ts'

/** What a column of this field holds, for telling it by its content. */
export type Shape = 'nip' | 'day' | 'days' | 'number' | 'text' | 'month' | 'year'

export type FieldSpec = {
  field: string
  /** Shown when a person maps columns. */
  label: string
  /** Headers it was seen under, as written; case, punctuation and common abbreviations do not matter. */
  headers: string[]
  /** How much it tells about the kind of table; 1 unless told. */
  weight?: number
  shape?: Shape
  /** A header with these words is about something else, however alike it is. */
  never?: RegExp
}

export type TableSpec = {
  type: RecordType
  kind: FileKind
  /** The table in Indonesian words. */
  said: string
  fields: FieldSpec[]
  /** Each group needs at least one of its fields, or the table is not this one. */
  needs: string[][]
  /** At least so many of the fields with this prefix are needed. */
  needsMany?: { prefix: string; least: number }
  /** True: it says how things are now, so an older sheet beside a newer one does not count. */
  isSnapshot: boolean
  /** Where the format cannot merge cells, a blank here repeats the cell above. */
  fillDown?: string[]
}

export const field = (name: string, label: string, headers: string[], more: Partial<FieldSpec> = {}): FieldSpec => ({
  field: name,
  label,
  headers: [label, ...headers],
  ...more,
})

export const nipField = field(
  'nip',
  'NIP',
  [
    'NIP Baru',
    'Nomor Induk Pegawai',
    'NIP Pegawai',
    'NIP Peserta',
    'NIP ASN',
    'NIP/NIPPPK',
    'NIP (18 digit)',
    'NI PPPK',
    'Nomor Induk',
    'NIP Asesi',
    'nipBaru',
  ],
  { shape: 'nip', weight: 1.5 },
)
export const nameField = field('name', 'Nama', [
  'Nama Pegawai',
  'Nama Lengkap',
  'Nama ASN',
  'Nama Peserta',
  'Nama dan Gelar',
  'Nama Lengkap dengan Gelar',
  'Nama PNS',
  'Pegawai',
  'Nama Asesi',
])
/** Name and NIP written together in one cell; read apart where there is no NIP column. */
export const nameAndNipField = field('nameAndNip', 'Nama / NIP', [
  'NIP / Nama',
  'Nama dan NIP',
  'Nama, NIP',
  'Nama Pegawai / NIP',
  'Nama Lengkap / NIP',
  'NIP dan Nama Pegawai',
])
export const unitField = field('unit', 'Unit Kerja', [
  'Unit Organisasi',
  'OPD',
  'SKPD',
  'Perangkat Daerah',
  'Unor',
  'Unit',
  'Instansi',
  'Satuan Kerja',
  'Satker',
  'Nama Unit',
  'Nama OPD',
  'Dinas/Badan',
  'Tempat Tugas',
  'Unit Kerja/OPD',
  'Perangkat Daerah/Unit Kerja',
  'Nama Unor',
  'Organisasi Perangkat Daerah',
  'Unor Induk',
])

/** The nine competencies of PermenPANRB 38/2017, with the short forms seen over narrow columns. */
export const competencies: readonly { code: string; name: string; short: string[]; also?: string[] }[] = [
  { code: 'M.1', name: 'Integritas', short: ['Int', 'ITG'] },
  { code: 'M.2', name: 'Kerja Sama', short: ['KS'] },
  { code: 'M.3', name: 'Komunikasi', short: ['Kom'] },
  { code: 'M.4', name: 'Orientasi pada Hasil', short: ['OpH', 'OH'], also: ['Orientasi Hasil'] },
  { code: 'M.5', name: 'Pelayanan Publik', short: ['PP'] },
  { code: 'M.6', name: 'Pengembangan Diri dan Orang Lain', short: ['PDOL', 'PDO'], also: ['Pengembangan Diri'] },
  { code: 'M.7', name: 'Mengelola Perubahan', short: ['MP'], also: ['Manajemen Perubahan', 'Kelola Perubahan'] },
  { code: 'M.8', name: 'Pengambilan Keputusan', short: ['PK'] },
  { code: 'SK.1', name: 'Perekat Bangsa', short: ['PB'] },
]

/** The eight aspects of potential of PermenPANRB 20/2025. */
export const potentialAspects: readonly { key: string; name: string }[] = [
  { key: 'intellectual', name: 'Kemampuan Intelektual' },
  { key: 'interpersonal', name: 'Kemampuan Interpersonal' },
  { key: 'self-awareness', name: 'Kesadaran Diri' },
  { key: 'critical-thinking', name: 'Berpikir Kritis dan Strategis' },
  { key: 'problem-solving', name: 'Menyelesaikan Permasalahan' },
  { key: 'emotional', name: 'Kecerdasan Emosional' },
  { key: 'learning', name: 'Belajar Cepat dan Mengembangkan Diri' },
  { key: 'motivation', name: 'Motivasi dan Komitmen' },
]

/** The eleven parts of the talent sheet with their weights in the BKN model (domain reference 1.5). */
export const talentParts: readonly { key: string; axis: 'x' | 'y'; name: string; weight: number; also?: string[] }[] = [
  {
    key: 'x-competency',
    axis: 'x',
    name: 'Penilaian Kompetensi',
    weight: 20,
    also: ['JPM', 'Kompetensi', 'Nilai Kompetensi'],
  },
  { key: 'x-development', axis: 'x', name: 'Pengembangan Kompetensi', weight: 10, also: ['Bangkom'] },
  { key: 'x-experience', axis: 'x', name: 'Pengalaman Jabatan', weight: 10, also: ['Pengalaman'] },
  { key: 'x-potential', axis: 'x', name: 'Penilaian Potensi', weight: 25, also: ['Potensi', 'Nilai Potensi'] },
  {
    key: 'x-education',
    axis: 'x',
    name: 'Tingkat Pendidikan Formal',
    weight: 10,
    also: ['Pendidikan Formal', 'Tingkat Pendidikan', 'Pendidikan'],
  },
  { key: 'x-field', axis: 'x', name: 'Kesesuaian Bidang Ilmu', weight: 10, also: ['Bidang Ilmu', 'Kesesuaian Ilmu'] },
  {
    key: 'x-discipline',
    axis: 'x',
    name: 'Verifikasi Rekam Jejak Disiplin',
    weight: 15,
    also: ['Rekam Jejak Disiplin', 'Disiplin', 'Rekam Jejak', 'Integritas dan Moralitas'],
  },
  {
    key: 'y-performance',
    axis: 'y',
    name: 'Penilaian Kinerja',
    weight: 60,
    also: ['Kinerja', 'Predikat Kinerja', 'SKP'],
  },
  { key: 'y-award', axis: 'y', name: 'Penghargaan', weight: 15 },
  {
    key: 'y-team',
    axis: 'y',
    name: 'Penugasan dalam Tim Kerja',
    weight: 15,
    also: ['Tim Kerja', 'Penugasan Tim', 'Penugasan Tim Kerja'],
  },
  {
    key: 'y-feedback',
    axis: 'y',
    name: 'Umpan Balik Kinerja 360',
    weight: 10,
    also: ['Umpan Balik 360', 'Umpan Balik', '360'],
  },
]
