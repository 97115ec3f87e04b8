import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import type { ChangeCause, PlanStep } from './plan-step.model.ts'

export const causeWords: Record<ChangeCause, string> = {
  moved: 'Pindah jabatan',
  promoted: 'Promosi',
  'module-failed': 'Belum lulus',
  'class-cancelled': 'Kelas dibatalkan',
  'class-moved': 'Kelas digeser',
  'budget-cut': 'Pagu berkurang',
  'priority-competency': 'Kompetensi prioritas',
  evaluation: 'Hasil evaluasi',
}
export const verbWords: Record<PlanStep['verb'], string> = {
  move: 'Dipindah',
  replace: 'Diganti',
  drop: 'Dilepas',
  add: 'Ditambah',
}
export const changeStateWords = { open: 'Menunggu', accepted: 'Diterima', declined: 'Ditolak' } as const
export const changeStateShape = { open: 'unknown', accepted: 'known', declined: 'no' } as const
export const deciderWords = { employee: 'pemilik rencana', supervisor: 'atasan', officer: 'pengelola' } as const

/** When, how long and for how much: what a step leads to, in one line. */
export const itemWords = (item: NonNullable<PlanStep['item']>): string =>
  [
    item.startsOn ? `mulai ${formatDay(item.startsOn, 'short')}` : 'belum ada tanggal',
    item.jp === null ? null : `${formatNumber(item.jp, { digits: 1 })} JP`,
    item.cost === null ? 'biaya belum diketahui' : item.cost === 0 ? 'tanpa biaya' : formatRupiah(item.cost),
  ]
    .filter(Boolean)
    .join(', ')
