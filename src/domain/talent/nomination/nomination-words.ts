/** Purposes and states in the words of the screen. */
export const purposeWords = {
  advancement: 'Kenaikan jabatan',
  lateral: 'Perpindahan setara',
  programme: 'Program',
} as const
export const nominationStateWords = {
  submitted: 'Menunggu keputusan',
  accepted: 'Diterima',
  declined: 'Belum diterima',
  withdrawn: 'Ditarik',
} as const
