import type { Ranking } from '../nine-box/nine-box.model.ts'
import type { AxisKey, ScoreRules } from './score-rules.model.ts'

/** A cut nobody can reach: no score of 0–100 stands so high. */
export const outOfReach = 101

/** The cut points somebody can reach: those to draw. */
export const reachable = (cuts: readonly number[]): number[] => cuts.filter(cut => cut < outOfReach)

/** Share of the people below a score, in percent; those with the same score count half, so that ties stay together. */
export const rankPercent = (score: number, ascending: readonly number[]): number => {
  const below = ascending.filter(s => s < score - 1e-9).length
  const same = ascending.filter(s => Math.abs(s - score) <= 1e-9).length
  return (100 * (below + same / 2)) / ascending.length
}

/**
 * Ranking said as cut points of these people: for each share the least score that stands at or above it,
 * or out of reach when so many tie that nobody does.
 */
export const rankCuts = (scores: readonly number[], percents: readonly number[]): number[] => {
  const sorted = [...scores].sort((a, b) => a - b)
  const steps: { score: number; percent: number }[] = []
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (end < sorted.length && sorted[end] <= sorted[i] + 1e-9) end += 1
    steps.push({ score: sorted[i], percent: (100 * (i + (end - i) / 2)) / sorted.length })
    i = end
  }
  return percents.map(percent => steps.find(s => s.percent >= percent - 1e-9)?.score ?? outOfReach)
}

export type UnitCuts = { reach: 'unit' | 'agency' | 'fixed'; people: number; cuts: number[] }

/** Known scores of one axis by unit. */
export type ScoresByUnit = Map<string, number[]>

/** The cut points of every unit; where even the agency has too few people the fixed ones hold. */
export const cutsByUnit = (
  scores: ScoresByUnit,
  ranking: Ranking,
  fixed: readonly number[],
): { of(unitId: string): UnitCuts } => {
  const all = [...scores.values()].flat()
  const least = Math.max(2, ranking.leastPeople)
  const whole: UnitCuts =
    all.length >= least
      ? { reach: 'agency', people: all.length, cuts: rankCuts(all, ranking.percents) }
      : { reach: 'fixed', people: all.length, cuts: [...fixed] }
  const units = new Map<string, UnitCuts>()
  if (ranking.within === 'unit')
    for (const [unit, own] of scores)
      if (own.length >= least)
        units.set(unit, { reach: 'unit', people: own.length, cuts: rankCuts(own, ranking.percents) })
  return { of: unitId => units.get(unitId) ?? whole }
}

export const rankedAxes = (rules: Pick<ScoreRules, 'axes'>): AxisKey[] =>
  (['x', 'y'] as const).filter(key => rules.axes[key].ranking)

/** The rules as they hold for one unit: the same parts and rubrics, its own cut points. */
export const rulesWithCuts = (rules: ScoreRules, cuts: Partial<Record<AxisKey, readonly number[]>>): ScoreRules => ({
  ...rules,
  axes: {
    x: cuts.x ? { ...rules.axes.x, cuts: [...cuts.x] } : rules.axes.x,
    y: cuts.y ? { ...rules.axes.y, cuts: [...cuts.y] } : rules.axes.y,
  },
})
