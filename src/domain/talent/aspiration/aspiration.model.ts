import type { Day } from '#core/values/day.ts'

export type Moves = 'anywhere' | 'listed' | 'not-now'
export type Retirement = 'at-limit' | 'earlier' | 'undecided'
export const guidanceKinds = ['mentee', 'mentor', 'coachee', 'coach'] as const
export type Guidance = (typeof guidanceKinds)[number]

export type Wishes = {
  moves: Moves
  places: string[]
  movesFrom: Day | null
  guidance: Guidance[]
  retirement: Retirement
  retiresOn: Day | null
}

/** What does not fit together in what a person wishes, by field with the cure. */
export const wishProblems = (wishes: Wishes, on: Day, limit: Day | null): Record<string, string> => {
  const wrong: Record<string, string> = {}
  if (wishes.moves === 'listed' && wishes.places.length === 0)
    wrong.places = 'Tuliskan sedikitnya satu tempat, atau pilih bersedia di mana saja.'
  if (wishes.movesFrom && wishes.movesFrom < on) wrong.movesFrom = 'Pilih hari ini atau sesudahnya.'
  if (wishes.retirement === 'earlier' && !wishes.retiresOn) wrong.retiresOn = 'Isi kapan Anda merencanakan pensiun.'
  if (wishes.retiresOn && wishes.retiresOn <= on) wrong.retiresOn = 'Pilih tanggal yang belum tiba.'
  if (wishes.retirement === 'earlier' && wishes.retiresOn && limit && wishes.retiresOn >= limit)
    wrong.retiresOn = 'Tanggal itu sudah pada atau sesudah batas usia pensiun Anda. Pilih sesuai batas usia.'
  return wrong
}

/** Places as they were typed, one a line or with commas, without doubles. */
export const placesOf = (text: string): string[] => [
  ...new Map(
    text
      .split(/[\n;,]+/)
      .map(place => place.trim().replace(/\s+/g, ' '))
      .filter(place => place.length > 1)
      .map(place => [place.toLowerCase(), place]),
  ).values(),
]
