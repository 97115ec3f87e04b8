import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { band, bandIndex, difference, matrix, parameter, ratio } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/**
 * Levels by rank instead of fixed cut points (PermenPANRB 20/2025 Pasal 17): shares of the people of the unit, or of the
 * agency, below which a level ends. With fewer than `leastPeople` in a unit its people are ranked in the agency.
 */
export type Ranking = { within: 'unit' | 'agency'; percents: number[]; leastPeople: number }

/** An axis as the rule set says it: name, rising cut points (lower bound counted), names of the levels. */
export type Axis = { label: string; cuts: number[]; levels: string[]; ranking?: Ranking }

/** The numbers a rule set may give the boxes. */
export const boxNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Numbers, names and treatments of the nine boxes: a display of the two levels. */
export type NineBoxRules = {
  /** `numbers[level of kinerja][level of potensial]`. */
  numbers: number[][]
  /** Boxes that enter the agency's succession pool (KRS). */
  pool: number[]
  /** Boxes proposed to the national pool. */
  nationalPool: number[]
  boxes: { number: number; name: string; treatments: string[] }[]
}

/** Level 0, 1 or 2 of a score. */
export const levelOf = (score: number, cuts: readonly number[]): number => bandIndex(score, cuts)

/** Box number of two known scores. */
export const boxNumberFor = (
  scores: { x: number; y: number },
  axes: { x: Pick<Axis, 'cuts'>; y: Pick<Axis, 'cuts'> },
  rules: Pick<NineBoxRules, 'numbers'>,
): number => rules.numbers[levelOf(scores.y, axes.y.cuts)][levelOf(scores.x, axes.x.cuts)]

/** The level of an axis (0, 1, 2) as a figure; unknown when the score is. */
export const axisLevel = (score: Figure<number>, axis: Axis, asOf: Day, ruleSet: RuleReference): Figure<number> =>
  band<number>({
    label: `Tingkat ${axis.label.toLowerCase()}`,
    unit: 'level',
    of: score,
    cuts: axis.cuts,
    values: axis.levels.map((_, i) => i),
    asOf,
    ruleSet,
  })

/** The box as a figure from the two levels; unknown when either is: never box 1. */
export const boxFor = (
  levels: { x: Figure<number>; y: Figure<number> },
  rules: NineBoxRules,
  context: { asOf: Day; ruleSet: RuleReference; ref?: string | null },
): Figure<number> =>
  matrix<number>({
    ref: context.ref,
    label: 'Kotak talenta',
    unit: 'box',
    row: levels.y,
    column: levels.x,
    table: Object.fromEntries(
      rules.numbers.map((row, y) => [String(y), Object.fromEntries(row.map((n, x) => [String(x), n]))]),
    ),
    asOf: context.asOf,
    ruleSet: context.ruleSet,
  })

/** Every box the levels can still become, ascending. */
export const reachableBoxes = (
  x: readonly [number, number],
  y: readonly [number, number],
  axes: { x: Axis; y: Axis },
  rules: NineBoxRules,
): number[] => {
  const boxes: number[] = []
  for (let row = levelOf(y[0], axes.y.cuts); row <= levelOf(y[1], axes.y.cuts); row += 1)
    for (let column = levelOf(x[0], axes.x.cuts); column <= levelOf(x[1], axes.x.cuts); column += 1)
      boxes.push(rules.numbers[row][column])
  return boxes.sort((a, b) => a - b)
}

/** Points from a score to the next cut above (null in the highest level) and above the cut below (null in the lowest). */
export const distanceToCuts = (
  score: number,
  cuts: readonly number[],
): { toNextUp: number | null; toNextDown: number | null } => {
  const level = levelOf(score, cuts)
  return {
    toNextUp: level < cuts.length && cuts[level] <= 100 ? cuts[level] - score : null,
    toNextDown: level > 0 ? score - cuts[level - 1] : null,
  }
}

export const nameOfBox = (number: number, rules: NineBoxRules): string | null =>
  rules.boxes.find(b => b.number === number)?.name ?? null

export const treatmentsOfBox = (number: number, rules: NineBoxRules): string[] =>
  rules.boxes.find(b => b.number === number)?.treatments ?? []

/** Is the person in a box that enters the succession pool? Null when there is no box. */
export const isInPool = (box: Figure<number>, rules: NineBoxRules): boolean | null =>
  isKnown(box) ? rules.pool.includes(box.value) : null

/** Reasons why a nine-box rule cannot be used: a hole, a doubled number, a box without a name. */
export const nineBoxProblems = (rules: NineBoxRules): string[] => {
  const numbers = rules.numbers.flat()
  const problems: string[] = []
  if (rules.numbers.length !== 3 || rules.numbers.some(row => row.length !== 3))
    problems.push('Kotak harus tersusun 3 baris dan 3 kolom.')
  if (new Set(numbers).size !== numbers.length) problems.push('Ada nomor kotak yang dipakai dua kali.')
  for (const number of numbers) if (!nameOfBox(number, rules)) problems.push(`Kotak ${number} belum bernama.`)
  return problems
}

/**
 * The cut-off a placed person stands nearest to, and the points to it (never negative): 0 on the cut itself, which counts as
 * above. `ref` `talent.distance:CYCLE:EMPLOYEE`. Null when a score is unknown: nobody stands near a cut by missing data.
 */
export const nearestCut = (
  scores: { x: Figure<number>; y: Figure<number> },
  axes: { x: Axis; y: Axis },
  context: { asOf: Day; ruleSet: RuleReference; ref: string },
): { axis: string; cut: number; isAbove: boolean; figure: Figure<number> } | null => {
  if (!isKnown(scores.x) || !isKnown(scores.y)) return null
  const near = (['x', 'y'] as const)
    .flatMap(key =>
      axes[key].cuts.filter(cut => cut <= 100).map(cut => ({ key, cut, off: Number(scores[key].value) - cut })),
    )
    .sort((a, b) => Math.abs(a.off) - Math.abs(b.off))[0]
  if (!near) return null
  const axis = axes[near.key].label
  const limit = parameter<number>({
    label: `Batas ${axis}`,
    unit: 'score',
    value: near.cut,
    asOf: context.asOf,
    ruleSet: context.ruleSet,
  })
  const isAbove = near.off >= 0
  return {
    axis,
    cut: near.cut,
    isAbove,
    figure: difference({
      ref: context.ref,
      label: `Jarak ke batas ${axis} ${near.cut}`,
      unit: 'score',
      digits: 2,
      asOf: context.asOf,
      of: isAbove ? scores[near.key] : limit,
      minus: isAbove ? limit : scores[near.key],
    }),
  }
}

/** The part of the placed people that stands in a box; not applicable while nobody is placed. */
export const shareOfBox = (counts: Record<string, Figure<number>>, box: number): Figure<number> => {
  const of = counts[`box-${box}`]
  return ratio({
    ref: of.ref?.replace(`talent.map-count:`, 'talent.map-share:') ?? null,
    label: `Bagian di kotak ${box}`,
    unit: 'share',
    asOf: of.asOf,
    of,
    to: counts.placed,
  })
}
