/** Stages in their order (domain 1.2); the words of the state machine are the regulation's. */
export const stages = [
  'DRAF',
  'PENGUMPULAN_DATA',
  'PENILAIAN',
  'PEMETAAN',
  'SIDANG_KOMITE',
  'SANGGAH',
  'DITETAPKAN_PPK',
  'BERJALAN',
  'EVALUASI',
  'TUTUP',
] as const
export type Stage = (typeof stages)[number]

/** From the ruling of the PPK on, results are frozen. */
export const isFrozen = (stage: Stage): boolean => stages.indexOf(stage) >= stages.indexOf('DITETAPKAN_PPK')
