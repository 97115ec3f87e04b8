import type { Choice, Seat } from './session.model.ts'

export const seatWords: Record<Seat, string> = { chair: 'Ketua', secretary: 'Sekretaris', member: 'Anggota' }

export const sessionStateWords = { planned: 'Direncanakan', open: 'Sedang berlangsung', closed: 'Ditutup' } as const

export const itemStateWords = {
  waiting: 'Belum dibahas',
  voting: 'Suara dikumpulkan',
  opened: 'Suara terbuka',
  decided: 'Diputus',
} as const

/** Why a member stays out of an item. */
export const recusalWords = {
  self: 'yang bersangkutan sendiri',
  superior: 'atasan langsung calon',
  subordinate: 'bawahan langsung calon',
  declared: 'menyatakan benturan kepentingan',
} as const

/** A choice in the words of its item. */
export const choiceWords = (kind: string, boxes: { from: number | null; to: number | null }): Record<Choice, string> =>
  kind === 'move'
    ? {
        approve: `Pindah ke kotak ${boxes.to}`,
        keep: `Tetap di kotak ${boxes.from}`,
        postpone: 'Tunda, minta bukti',
      }
    : { approve: 'Setujui', keep: 'Tidak setujui', postpone: 'Tunda' }

export const candidateName = (number: number): string => `Calon ${String(number).padStart(2, '0')}`

/** `AK` of "Asep Kurnia, S.T." */
export const initialsOf = (name: string): string =>
  name
    .split(',')[0]
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(word => word[0].toUpperCase())
    .join('')
