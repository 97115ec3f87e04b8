import { formatDay, formatNumber } from '#core/text/format.ts'
import { isDay } from '#core/values/day.ts'

/** Columns in the reader's words; what has no word here is a consequence and is not listed. */
const words: Record<string, string> = {
  name: 'Nama',
  short_name: 'Singkatan',
  kind: 'Jenis',
  code: 'Kode',
  employment: 'Status',
  sex: 'Jenis kelamin',
  birth_on: 'Tanggal lahir',
  rank: 'Golongan',
  rank_since: 'TMT golongan',
  education_level: 'Pendidikan',
  education_field: 'Jurusan',
  unit_id: 'Unit kerja',
  position_id: 'Jabatan',
  position_since: 'TMT jabatan',
  supervisor_id: 'Atasan',
  email: 'Surel',
  phone: 'Telepon',
  form: 'Jenis pelatihan',
  provider: 'Penyelenggara',
  certificate: 'Nomor sertifikat',
  starts_on: 'Tanggal mulai',
  ends_on: 'Tanggal selesai',
  jp: 'JP',
  rating: 'Predikat',
  work_result: 'Hasil kerja',
  behaviour: 'Perilaku kerja',
  level: 'Level',
  standard_level: 'Level standar',
  potential: 'Potensi',
  written_jpm: 'JPM tertulis',
  valid_until: 'Berlaku sampai',
  tier: 'Jenjang',
  family: 'Rumpun',
  required_rank: 'Pangkat minimal',
  seats: 'Kursi',
  value: 'Nilai',
  numerator: 'Pembilang',
  denominator: 'Penyebut',
  amount: 'Pagu',
  committed: 'Komitmen',
  realised: 'Realisasi',
  source: 'Sumber dana',
  activity: 'Kegiatan',
  method: 'Metode',
  cost_per_head: 'Biaya per orang',
  cost: 'Biaya',
  place: 'Tempat',
  position_name: 'Jabatan',
  unit_name: 'Unit kerja',
  assignment: 'Penugasan',
  decree_number: 'Nomor SK',
  attended_jp: 'JP hadir',
  score_before: 'Nilai awal',
  score_after: 'Nilai akhir',
  state: 'Keadaan',
  finished_on: 'Selesai',
  result: 'Hasil',
  topic: 'Catatan',
  mean: 'Rata-rata',
  answers: 'Responden',
  parts: 'Komponen nilai',
  written_x: 'Nilai X tertulis',
  written_y: 'Nilai Y tertulis',
  written_box: 'Kotak tertulis',
  criteria: 'Nilai seleksi',
  is_chosen: 'Terpilih',
  education_minimum: 'Pendidikan minimal',
  rank_minimum: 'Pangkat minimal',
  training_required: 'Pelatihan',
  experience_required: 'Pengalaman',
}

export const wordOf = (column: string): string | null => words[column] ?? null

const valueWords: Record<string, string> = {
  above: 'di atas ekspektasi',
  meets: 'sesuai ekspektasi',
  below: 'di bawah ekspektasi',
}

/** A stored value as a reader would write it; null stays null (unknown). */
export const writtenValue = (value: unknown, names: ReadonlyMap<string, string> = new Map()): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return formatNumber(value, { digits: 4 })
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'string')
    return names.get(value) ?? valueWords[value] ?? (isDay(value) ? formatDay(value, 'short') : value)
  return Object.entries(value as Record<string, unknown>)
    .map(([k, v]) => `${k} ${writtenValue(v) ?? 'kosong'}`)
    .join(', ')
}
