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
export const purposeHints = {
  advancement: 'Untuk jabatan yang lebih tinggi. Memerlukan rekomendasi kedua dari pejabat lain.',
  lateral: 'Untuk pekerjaan lain pada jenjang yang sama.',
  programme: 'Untuk ikut program pengembangan.',
} as const
export const verdictWords = {
  supports: 'Mendukung',
  'with-reservation': 'Mendukung dengan catatan',
  'does-not-support': 'Belum mendukung',
} as const
export const referenceStateWords = {
  asked: 'Diminta, belum menulis',
  given: 'Sudah menulis',
  declined: 'Tidak bersedia',
  withdrawn: 'Ditarik',
} as const
export const waitWords = {
  reference: 'Menunggu rekomendasi kedua',
  referee: 'Perlu pemberi rekomendasi lain',
} as const
