import { levelOf } from './nine-box.model.ts'

/** Where a score stands inside its level, 0-1; the outermost levels begin 30 points below and end at 100. */
export const placeInLevel = (score: number, cuts: readonly number[]): number => {
  const level = levelOf(score, cuts)
  const from = level === 0 ? cuts[0] - 30 : cuts[level - 1]
  const to = level === cuts.length ? 100 : cuts[level]
  return Math.round(Math.min(0.98, Math.max(0.02, (score - from) / (to - from))) * 1000) / 1000
}

type Spot = { id: string; x: number; y: number }

/** The dots of a cell that stand nearest to a point, the nearest first; on one point the order is always the same. */
export const nearestDots = <T extends Spot>(dots: readonly T[], at: { x: number; y: number }, most: number): T[] => {
  const off = (d: Spot) => (d.x - at.x) ** 2 + (d.y - at.y) ** 2
  return [...dots].sort((a, b) => off(a) - off(b) || (a.id < b.id ? -1 : 1)).slice(0, most)
}
