import type { Programme } from './programme.store.ts'

export const programmeStateWords: Record<Programme['state'], string> = {
  draft: 'Draf',
  nominating: 'Pengusulan',
  chosen: 'Peserta terpilih',
  agreed: 'Disepakati',
  running: 'Berjalan',
  'follow-up': 'Tindak lanjut',
  closed: 'Selesai',
}
export const sideWords = {
  programme: 'Unit program',
  comparison: 'Unit pembanding',
  excluded: 'Tidak dipakai',
} as const
