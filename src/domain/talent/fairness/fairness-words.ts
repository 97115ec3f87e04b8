import type { Attribute, Line, Outcome } from './fairness.model.ts'

export const attributeWords: Record<Attribute, string> = {
  sex: 'Jenis kelamin',
  age: 'Usia',
  'unit-kind': 'Jenis unit',
  location: 'Lokasi unit',
  disability: 'Disabilitas',
}
export const outcomeWords: Record<Outcome, string> = {
  pool: 'Masuk kelompok rencana suksesi',
  placed: 'Dapat dipetakan',
}
export const screenWords: Record<Line['screen'], string> = {
  acuan: 'acuan',
  perluDitelaah: 'perlu ditelaah',
  kuat: 'perlu ditelaah, selangnya seluruhnya di bawah satu',
  datanyaSedikit: 'datanya terlalu sedikit',
  tidakTerlihat: 'tidak terlihat perbedaan',
  ditutup: 'tidak dibandingkan',
}
