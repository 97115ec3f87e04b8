/** What a participant is asked after a class. */
export const reactionItems = ['material', 'facilitator', 'use'] as const
export type ReactionItem = (typeof reactionItems)[number]

export const reactionWords: Record<ReactionItem, string> = {
  material: 'Materi berguna untuk pekerjaan saya',
  facilitator: 'Pengajar menjelaskan dengan contoh nyata',
  use: 'Saya tahu apa yang akan saya terapkan',
}
export const markWords = ['Sangat tidak setuju', 'Tidak setuju', 'Cukup', 'Setuju', 'Sangat setuju'] as const
