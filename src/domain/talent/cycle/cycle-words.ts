import type { Stage } from './stage.model.ts'

export { isFrozen, type Stage, stages } from './stage.model.ts'

/** What a stage is called. */
export const stageWords: Record<Stage, string> = {
  DRAF: 'Draf',
  PENGUMPULAN_DATA: 'Pengumpulan data',
  PENILAIAN: 'Penilaian',
  PEMETAAN: 'Pemetaan',
  SIDANG_KOMITE: 'Sidang komite',
  SANGGAH: 'Sanggah dan koreksi',
  DITETAPKAN_PPK: 'Ditetapkan PPK',
  BERJALAN: 'Berjalan',
  EVALUASI: 'Evaluasi',
  TUTUP: 'Tutup',
}
