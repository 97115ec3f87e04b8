/** States of an objection in the words of the screen. */
export const objectionStateWords = {
  submitted: 'Menunggu jawaban',
  granted: 'Diterima',
  rejected: 'Ditolak',
  withdrawn: 'Ditarik',
} as const
