import type { PlanState } from './plan.store.ts'

export const planStateWords: Record<PlanState, string> = {
  draft: 'Draf',
  proposed: 'Menunggu persetujuan',
  agreed: 'Disetujui',
  running: 'Berjalan',
  done: 'Selesai',
  replaced: 'Diganti',
}
export const itemStateWords: Record<string, string> = {
  planned: 'direncanakan',
  waiting: 'menunggu biaya atau kursi',
  running: 'berjalan',
  done: 'selesai',
  failed: 'belum berhasil',
  cancelled: 'dibatalkan',
}
export const kindWords = {
  technical: 'Teknis',
  leadership: 'Kepemimpinan',
  change: 'Perubahan',
  communication: 'Komunikasi',
  interpersonal: 'Hubungan antarpribadi',
} as const
export const laneWords = { 70: 'Di tempat kerja', 20: 'Bersama orang lain', 10: 'Pelatihan formal' } as const
