import type { Guidance, Moves, Retirement } from './aspiration.model.ts'

export const movesWords: Record<Moves, string> = {
  anywhere: 'Bersedia pindah ke mana saja',
  listed: 'Bersedia pindah ke tempat tertentu',
  'not-now': 'Belum bersedia pindah',
}
export const retirementWords: Record<Retirement, string> = {
  'at-limit': 'Sesuai batas usia pensiun',
  earlier: 'Lebih awal',
  undecided: 'Belum memutuskan',
}
export const guidanceWords: Record<Guidance, string> = {
  mentee: 'Ingin dibimbing mentor',
  mentor: 'Bersedia menjadi mentor',
  coachee: 'Ingin didampingi coach',
  coach: 'Bersedia menjadi coach',
}
/** Who reads it, in one sentence; the rights themselves stand in platform/access/rights.ts. */
export const readersSentence = 'Dibaca oleh Anda, atasan langsung, pengelola kepegawaian, komite talenta, dan auditor.'
