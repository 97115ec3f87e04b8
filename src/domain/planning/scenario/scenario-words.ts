import type { OutCode } from '../selection/solution.model.ts'
import type { Scenario } from './scenario.store.ts'

export const scenarioStateWords: Record<Scenario['state'], string> = {
  waiting: 'Menunggu dihitung',
  solving: 'Sedang dihitung',
  solved: 'Selesai dihitung',
  failed: 'Belum ada rencana layak',
  adopted: 'Dibekukan',
  discarded: 'Dibuang',
}

/** What held somebody out, in a few words. */
export const heldWords: Record<OutCode, string> = {
  NO_MODULE: 'belum ada modulnya',
  NO_SESSION: 'belum ada kelasnya',
  LOCK_NEVER: 'dikecualikan dengan alasan',
  COMPLETED: 'sudah diikuti',
  PREREQUISITE: 'prasyarat belum dimiliki',
  ENTRY_LEVEL: 'levelnya belum sampai',
  DAYS: 'hari pergi sudah penuh',
  MAX_MODULES: 'jumlah modul sudah penuh',
  TIME: 'waktunya bertabrakan',
  DUPLICATE: 'kelas lain menutup hal yang sama',
  CLASS_MIN: 'peserta kelasnya kurang',
  TRAINER: 'pengajarnya tidak ada',
  SEATS: 'kursi habis',
  COVERAGE: 'unitnya akan terlalu kosong',
  BUDGET: 'dana tidak cukup',
  FAIRNESS: 'lantai keadilan',
  OUTRANKED: 'poinnya kalah',
}
