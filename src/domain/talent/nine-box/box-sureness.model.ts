import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { model, product } from '#core/figure/mechanisms.ts'
import { type BoxProbability, boxProbability, compositeSem } from '#core/math/box-probability.ts'
import { stableSeed } from '#core/math/random.ts'
import { smaa } from '#core/math/smaa.ts'
import type { Day } from '#core/values/day.ts'
import type { AxisKey, ScoreRules } from '../score/score-rules.model.ts'
import { levelOf, type NineBoxRules } from './nine-box.model.ts'

export type SurenessRules = {
  /** Standard error of measurement of a part in points of 0-100; a part that is not there is not known. */
  sem: Record<string, number>
  rho: number
  /** Below this probability a person is said to stand near a cut. */
  nearBelow: number
  /** Points each weight may move. */
  weightRoom: number
  draws: number
}

type Rules = Pick<ScoreRules, 'axes' | 'parts'>

/** Measurement error of an axis in points, and the parts whose error nobody has given; one of them makes it unknown. */
export const semOfAxis = (
  rules: Pick<ScoreRules, 'parts'>,
  axis: AxisKey,
  errors: Pick<SurenessRules, 'sem'>,
): { sem: number | null; missing: string[] } => {
  const parts = rules.parts.filter(p => p.axis === axis && p.weight > 0)
  const missing = parts.filter(p => errors.sem[p.code] === undefined).map(p => p.label)
  return missing.length > 0 || parts.length === 0
    ? { sem: null, missing }
    : { sem: compositeSem(parts.map(p => ({ sem: errors.sem[p.code], weight: p.weight }))), missing }
}

const semsOf = (rules: Rules, errors: SurenessRules) => ({
  semX: semOfAxis(rules, 'x', errors).sem,
  semY: semOfAxis(rules, 'y', errors).sem,
  rho: errors.rho,
})

/** Box by levels as `boxProbability` wants it: potential first. */
const byLevels = (boxes: Pick<NineBoxRules, 'numbers'>): number[][] =>
  [0, 1, 2].map(x => [0, 1, 2].map(y => boxes.numbers[y][x]))

/** How sure the box of two scores is, by the measurement errors of its parts; for one and for all. */
export const boxChance = (
  scores: { x: number; y: number },
  rules: Rules,
  boxes: Pick<NineBoxRules, 'numbers'>,
  errors: SurenessRules,
): BoxProbability =>
  boxProbability(
    scores,
    semsOf(rules, errors),
    {
      x: rules.axes.x.cuts.slice(0, 2) as [number, number],
      y: rules.axes.y.cuts.slice(0, 2) as [number, number],
    },
    { nearBelow: errors.nearBelow, boxOf: byLevels(boxes) },
  )

export type Chance = {
  /** Probability that the box is the right one. */
  figure: Figure<number>
  isNear: boolean
  /** The likeliest other box, rounded to five percent. */
  neighbour: { box: number; figure: Figure<number> } | null
}

/** The probability of the box as figures; null when a score is unknown: nobody is unsure by missing data. */
export const chanceOf = (
  scores: { x: Figure<number>; y: Figure<number> },
  rules: Rules,
  boxes: Pick<NineBoxRules, 'numbers'>,
  errors: SurenessRules,
  context: { asOf: Day; ruleSet: RuleReference; ref: (what: string) => string },
): Chance | null => {
  if (!isKnown(scores.x) || !isKnown(scores.y)) return null
  const [x, y] = [Number(scores.x.value), Number(scores.y.value)]
  const result = boxChance({ x, y }, rules, boxes, errors)
  const missing = (['x', 'y'] as const).flatMap(axis => semOfAxis(rules, axis, errors).missing)
  const figure = (what: string, label: string, path: string, value: number | null): Figure<number> => ({
    ...model<number>({
      ref: context.ref(what),
      label,
      unit: 'share',
      asOf: context.asOf,
      ruleSet: context.ruleSet,
      name: 'boxProbability',
      input: { x, y, ...semsOf(rules, errors), cutsX: rules.axes.x.cuts, cutsY: rules.axes.y.cuts },
      parameters: { nearBelow: errors.nearBelow },
      path,
      value,
      state: value === null ? 'inconclusive' : 'known',
      parts: [scores.x, scores.y],
      needs: missing.map(part => ({ what: `galat ukur ${part}`, who: 'penyelenggara asesmen' })),
    }),
    limits: [
      result.limits,
      'Galat bawaan aturan, bukan hasil ukur di instansi ini. Peluang tidak menempatkan siapa pun.',
    ],
  })
  return {
    figure: figure('chance', 'Peluang kotak ini benar', 'pAssigned', result.pAssigned),
    isNear: result.nearCut === true,
    neighbour:
      result.neighbour && result.neighbour.p > 0
        ? {
            box: result.neighbour.box,
            figure: figure('neighbour', 'Peluang kotak tetangga', 'neighbour.p', result.neighbour.p),
          }
        : null,
  }
}

/**
 * The share of still reasonable weightings under which the box stays: every weight may move by `weightRoom` points on its axis
 * (SMAA, both axes apart). Null when a score is unknown.
 */
export const robustnessOf = (
  scores: { x: Figure<number>; y: Figure<number> },
  rules: Rules,
  errors: SurenessRules,
  context: { asOf: Day; ruleSet: RuleReference; ref: (what: string) => string },
): Figure<number> | null => {
  if (!isKnown(scores.x) || !isKnown(scores.y)) return null
  const stays = (axis: AxisKey): Figure<number> | null => {
    const all = rules.parts.filter(p => p.axis === axis)
    const known = all
      .map((p, i) => ({ p, figure: scores[axis].parts[i] }))
      .filter(k => k.p.weight > 0 && k.figure !== undefined)
    if (known.length < 2 || known.some(k => !isKnown(k.figure))) return null
    const { cuts, label } = rules.axes[axis]
    const level = levelOf(Number(scores[axis].value), cuts)
    const input = {
      alternatives: [{ id: 'orang', scores: known.map(k => Number(k.figure.value)) }],
      criteria: known.map(k => k.p.code),
      weightSpace: { kind: 'around', points: errors.weightRoom, weights: known.map(k => k.p.weight) },
      thresholdSpace: { cuts: cuts.map(cut => [cut, cut]) },
    }
    const seed = stableSeed(context.ruleSet.version, axis, input)
    const room = errors.weightRoom / 100
    const result = smaa(
      input.alternatives,
      input.criteria.map(code => ({ code })),
      {
        kind: 'bounds',
        bounds: input.weightSpace.weights.map(w => [Math.max(0, w / 100 - room), Math.min(1, w / 100 + room)]),
      },
      { cuts: cuts.map(cut => [cut, cut]) },
      { draws: errors.draws, seed, exact: false },
    )
    return model<number>({
      label: `${label} tetap pada tingkatnya`,
      unit: 'share',
      asOf: context.asOf,
      name: 'smaa',
      input,
      parameters: { options: { draws: errors.draws, seed, exact: false }, level },
      path: `boxAcceptability`,
      seed,
      value: result.boxAcceptability?.orang?.[level] ?? null,
      state: 'known',
    })
  }
  // An axis of one part has no weight to move.
  const parts = [stays('x'), stays('y')].filter((f): f is Figure<number> => f !== null)
  if (parts.length === 0) return null
  return {
    ...product({
      ref: context.ref('robust'),
      label: 'Bobot wajar yang memberi kotak yang sama',
      unit: 'share',
      asOf: context.asOf,
      ruleSet: context.ruleSet,
      parts,
    }),
    limits: [`Tiap bobot digeser paling banyak ${errors.weightRoom} poin; jumlahnya tetap seratus pada tiap sumbu.`],
  }
}
