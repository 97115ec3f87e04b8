/** States of an objection in the words of the screen. */
export const objectionStateWords = {
  submitted: 'Menunggu jawaban',
  granted: 'Diterima',
  rejected: 'Ditolak',
  withdrawn: 'Ditarik',
} as const
export const effectKindWords = {
  map: 'Peta talenta',
  plan: 'Rencana pengembangan',
  bench: 'Daftar suksesi',
  dossier: 'Berkas keputusan',
} as const
export const effectStateWords = {
  open: 'Perlu ditinjau',
  changed: 'Diperbaiki',
  kept: 'Ditinjau, tidak berubah',
} as const
