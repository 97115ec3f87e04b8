import type { Scenario } from './scenario.store.ts'

export const scenarioStateWords: Record<Scenario['state'], string> = {
  waiting: 'Menunggu dihitung',
  solving: 'Sedang dihitung',
  solved: 'Selesai dihitung',
  failed: 'Belum ada rencana layak',
  adopted: 'Dibekukan',
  discarded: 'Dibuang',
}
