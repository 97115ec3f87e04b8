import type { NineBoxRules } from './nine-box.model.ts'

/** Where a person stood in a cycle: a box 1-9, 0 in the waiting area, -1 not in its scope. */
export type Spot = number

export const directions = ['up', 'down', 'across', 'same', 'in', 'out', 'off'] as const
export type Direction = (typeof directions)[number]

const levelsOf = (box: number, numbers: NineBoxRules['numbers']): { x: number; y: number } | null => {
  for (const [y, row] of numbers.entries()) {
    const x = row.indexOf(box)
    if (x >= 0) return { x, y }
  }
  return null
}

/**
 * Which way somebody moved between two cycles. Box numbers are no order: up means no axis lower and one higher; where one
 * axis rose and the other fell it is `across`. `in` and `out`: onto the map and off it; `off`: on neither.
 */
export const directionOf = (from: Spot, to: Spot, rules: Pick<NineBoxRules, 'numbers'>): Direction => {
  const [a, b] = [levelsOf(from, rules.numbers), levelsOf(to, rules.numbers)]
  if (!a && !b) return 'off'
  if (!a) return 'in'
  if (!b) return 'out'
  const [dx, dy] = [Math.sign(b.x - a.x), Math.sign(b.y - a.y)]
  if (dx === 0 && dy === 0) return 'same'
  if (dx >= 0 && dy >= 0) return 'up'
  return dx <= 0 && dy <= 0 ? 'down' : 'across'
}

/** The arrow from one box to another as the map is drawn: potential to the right, performance upwards. */
export const arrowOf = (from: number, to: number, rules: Pick<NineBoxRules, 'numbers'>): string => {
  const [a, b] = [levelsOf(from, rules.numbers), levelsOf(to, rules.numbers)]
  if (!a || !b) return '→'
  const rows = ['↙↓↘', '← →', '↖↑↗']
  return rows[Math.sign(b.y - a.y) + 1][Math.sign(b.x - a.x) + 1]
}
