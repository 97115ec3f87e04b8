/** Why people wait, in words, with who gets them out. */
export const waitingWords = {
  'missing-assessment': { title: 'Penilaian kompetensi belum ada', who: 'Menunggu BKPSDM menjadwalkan penilaian' },
  'expired-assessment': { title: 'Penilaian kedaluwarsa', who: 'Penilaian lebih dari 3 tahun' },
  'missing-appraisal': { title: 'SKP belum ada', who: 'Menunggu pejabat penilai kinerja' },
  other: { title: 'Data lain belum lengkap', who: 'Menunggu pengelola kepegawaian' },
} as const
