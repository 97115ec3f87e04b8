export const guideStateWords = { draft: 'Disusun', ready: 'Siap dipakai', retired: 'Tidak dipakai' } as const
export const questionStateWords = { current: 'Berlaku', replaced: 'Diganti', retired: 'Dipensiunkan' } as const

/** What an answer at each level of a technical competency contains, where the dictionary has no words of its own. */
export const plainAnchors = [
  'Mengenal istilah dan langkahnya; mengerjakan dengan petunjuk orang lain.',
  'Mengerjakan tugas biasa; meminta bimbingan untuk yang tidak biasa.',
  'Mengerjakan sendiri tugas yang beragam dan memeriksa hasilnya.',
  'Memecahkan soal yang sulit dan membimbing orang lain.',
  'Mengembangkan cara kerja baru dan menjadi rujukan.',
]
