import type { Conflict } from './interview.model.ts'

export const interviewStateWords = {
  planned: 'Dijadwalkan',
  opened: 'Menunggu kesepakatan',
  concluded: 'Selesai',
  cancelled: 'Dibatalkan',
} as const

export const seatStateWords = {
  invited: 'Belum menyatakan kepentingan',
  declared: 'Belum mengirim nilai',
  submitted: 'Nilai terkirim',
  left: 'Tidak mewawancarai',
} as const

/** Why somebody may not sit, after the name. */
export const conflictWords: Record<Conflict, string> = {
  self: 'adalah calon itu sendiri',
  superior: 'adalah atasan langsung calon',
  subordinate: 'adalah bawahan langsung calon',
  declared: 'sudah menyatakan kepentingan terhadap calon ini',
  'not-active': 'tidak aktif lagi',
}

export const challengeStateWords = {
  open: 'Menunggu jawaban',
  accepted: 'Diterima, pewawancara diganti',
  declined: 'Tidak diterima',
} as const

/** Agreement in a word, as the methods document judges it; never from fewer than five answers. */
export const agreementWords: Record<string, string> = {
  'dapat diandalkan': 'dapat diandalkan',
  sementara: 'cukup untuk simpulan sementara',
  belum: 'belum dapat diandalkan',
}
