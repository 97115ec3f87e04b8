import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { parameter, record, weightedSum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import { axisLevel, boxFor, distanceToCuts, type NineBoxRules, reachableBoxes } from '../nine-box/nine-box.model.ts'
import { type Evidence, partFigure, rangeOfRubric } from './part.model.ts'
import type { AxisKey, PartRule, ScoreRules } from './score-rules.model.ts'

/** A part with its weight, its figure and what it can be at least and at most. */
export type PartScore = {
  code: string
  axis: AxisKey
  label: string
  weight: number
  isMandatory: boolean
  supplier: string
  state: 'known' | 'missing' | 'expired'
  figure: Figure<number>
  range: [number, number]
}

export type AxisScore = {
  key: AxisKey
  label: string
  cuts: number[]
  levels: string[]
  value: Figure<number>
  level: Figure<number>
  /** The least and most the axis can still be; equal when complete. Null only when the rule set has no part. */
  bounds: [number, number] | null
  /** Percent of the weight that is known. */
  completeness: Figure<number>
  parts: PartScore[]
  /** Points to the next cut, from the least and from the most the axis can be; null at the end. */
  toNextUp: [number | null, number | null]
  toNextDown: [number | null, number | null]
  /** Codes of missing parts that can decide a level, largest swing first. */
  decisiveMissing: string[]
}

export type TalentScore = {
  axes: Record<AxisKey, AxisScore>
  /** Nilai Talenta: both axes by the rule's weights. */
  talent: Figure<number>
  /** Known only when placed. */
  box: Figure<number>
  placement: 'mapped' | 'waiting'
  reachableBoxes: number[]
  /** Whatever the missing parts will say, the box stays the same. */
  isCertain: boolean
  waitingFor: { code: string; label: string; who: string; state: 'missing' | 'expired'; isDecisive: boolean }[]
}

export type TalentInputs = Record<string, Evidence | undefined>

export type ScoreContext = {
  rules: ScoreRules
  ruleSet: RuleReference
  boxes: NineBoxRules
  asOf: Day
  /** Address of the person's score, `CYCLE:EMPLOYEE`; null in a what-if. */
  key?: string | null
}

const stateOf = (figure: Figure): PartScore['state'] =>
  isKnown(figure) ? 'known' : figure.state === 'expired' ? 'expired' : 'missing'

const scorePart = (rule: PartRule, inputs: TalentInputs, context: ScoreContext): PartScore => {
  const range = rangeOfRubric(rule.rubric)
  const figure = partFigure(rule, inputs, {
    asOf: context.asOf,
    ruleSet: at(context.ruleSet, `parts.${rule.code}`),
    useExpired: context.rules.useExpired,
  })
  return {
    code: rule.code,
    axis: rule.axis,
    label: rule.label,
    weight: rule.weight,
    isMandatory: rule.mandatory,
    supplier: rule.supplier,
    state: stateOf(figure),
    // A part that is not known can still be anything the rubric gives.
    figure: isKnown(figure) ? figure : { ...figure, bounds: figure.bounds ?? range },
    range: isKnown(figure) ? [figure.value, figure.value] : (figure.bounds ?? range),
  }
}

/** A missing part is decisive if some filling of the other missing parts lets it cross a cut (science 1). */
const decisive = (part: PartScore, parts: PartScore[], cuts: readonly number[]): boolean => {
  const others = parts.filter(p => p !== part)
  const least = others.reduce((sum, p) => sum + (p.weight * p.range[0]) / 100, 0)
  const most = others.reduce((sum, p) => sum + (p.weight * p.range[1]) / 100, 0)
  const [low, high] = part.range
  return (
    high > low &&
    cuts.some(cut => least + (part.weight * low) / 100 < cut - 1e-9 && most + (part.weight * high) / 100 >= cut - 1e-9)
  )
}

const scoreAxis = (key: AxisKey, inputs: TalentInputs, context: ScoreContext): AxisScore => {
  const { asOf, rules } = context
  const axis = rules.axes[key]
  const parts = rules.parts.filter(p => p.axis === key).map(p => scorePart(p, inputs, context))
  const ruleSet = at(context.ruleSet, `axes.${key}`)
  const missing = parts.filter(p => p.state !== 'known')
  const completeness = weightedSum({
    label: `Kelengkapan ${axis.label.toLowerCase()}`,
    unit: 'percent',
    digits: 0,
    asOf,
    ruleSet,
    parts: parts.map(p => ({
      weight: p.weight,
      figure: record<number>({ label: p.label, unit: 'percent', asOf, value: p.state === 'known' ? 100 : 0 }),
    })),
  })
  const base = {
    ref: context.key ? `talent.${key}:${context.key}` : null,
    label: axis.label,
    digits: 2,
    cuts: axis.cuts,
    asOf,
    ruleSet,
  }
  const sum =
    parts.length === 0
      ? record<number>({
          ...base,
          value: null,
          needs: [{ what: `bagian dan bobot ${axis.label.toLowerCase()}`, who: 'pengelola talenta' }],
        })
      : weightedSum({ ...base, parts: parts.map(p => ({ figure: p.figure, weight: p.weight })) })
  const bounds: [number, number] | null = isKnown(sum) ? [sum.value, sum.value] : (sum.bounds ?? null)
  const text = (n: number) => n.toFixed(2).replace('.', ',')
  const value: Figure<number> =
    missing.length === 0 || !bounds
      ? sum
      : {
          ...sum,
          limits: [
            `Nilai dihitung dari ${Math.round(Number(completeness.value))}% bobot; bagian yang belum ada: ${missing.map(p => p.label).join(', ')}. Rentang yang mungkin ${text(bounds[0])}–${text(bounds[1])}.`,
          ],
        }
  const ends = bounds ? bounds.map(end => distanceToCuts(end, axis.cuts)) : []
  return {
    key,
    label: axis.label,
    cuts: axis.cuts,
    levels: axis.levels,
    value,
    level: axisLevel(value, axis, asOf, ruleSet),
    bounds,
    completeness,
    parts,
    toNextUp: [ends[0]?.toNextUp ?? null, ends[1]?.toNextUp ?? null],
    toNextDown: [ends[0]?.toNextDown ?? null, ends[1]?.toNextDown ?? null],
    decisiveMissing: missing
      .filter(p => decisive(p, parts, axis.cuts))
      .sort((a, b) => b.weight * (b.range[1] - b.range[0]) - a.weight * (a.range[1] - a.range[0]))
      .map(p => p.code),
  }
}

/** Level of an axis when every missing part gives the least its rubric can. */
const leastLevel = (axis: AxisScore, context: ScoreContext): Figure<number> => {
  const { asOf, ruleSet } = context
  const score = weightedSum({
    label: `${axis.label}, paling sedikit`,
    digits: 2,
    cuts: axis.cuts,
    asOf,
    ruleSet,
    parts: axis.parts.map(p => ({
      weight: p.weight,
      figure:
        p.state === 'known'
          ? p.figure
          : parameter<number>({
              label: `${p.label}: paling sedikit`,
              asOf,
              ruleSet: at(ruleSet, `parts.${p.code}`),
              value: p.range[0],
            }),
    })),
  })
  return axisLevel(score, context.rules.axes[axis.key], asOf, ruleSet)
}

/**
 * Where a person stands on both axes, what is missing, and in which box: the one engine of every talent figure.
 * A mandatory part missing or expired keeps the person waiting, never in box 1; the boxes still reachable are told.
 */
export const talentScore = (inputs: TalentInputs, context: ScoreContext): TalentScore => {
  const { asOf, rules } = context
  const axes = { x: scoreAxis('x', inputs, context), y: scoreAxis('y', inputs, context) }
  const parts = [...axes.x.parts, ...axes.y.parts]
  const reachable =
    axes.x.bounds && axes.y.bounds ? reachableBoxes(axes.x.bounds, axes.y.bounds, rules.axes, context.boxes) : []
  const open = parts.filter(p => p.state !== 'known')
  const mandatoryOpen = open.filter(p => p.isMandatory)
  const isCertain = reachable.length === 1
  const mayPlace = parts.length > 0 && isCertain && (mandatoryOpen.length === 0 || rules.decideWhenCertain)
  const box = boxFor({ x: axes.x.level, y: axes.y.level }, context.boxes, {
    asOf,
    ruleSet: at(context.ruleSet, 'axes'),
    ref: context.key ? `talent.box:${context.key}` : null,
  })
  // Certain though incomplete: the box of the least each missing part can give is the box of every filling.
  const placed: Figure<number> =
    mayPlace && !isKnown(box)
      ? {
          ...boxFor({ x: leastLevel(axes.x, context), y: leastLevel(axes.y, context) }, context.boxes, {
            asOf,
            ruleSet: at(context.ruleSet, 'axes'),
            ref: box.ref,
          }),
          limits: ['Hasil tidak akan berubah apa pun isi data yang kurang.'],
        }
      : mayPlace
        ? box
        : {
            ...box,
            state: 'unknown',
            value: null,
            limits: isCertain
              ? ['Hasil tidak akan berubah apa pun isi data yang kurang, tetapi data wajib harus dilengkapi dahulu.']
              : ['Belum dapat dipetakan.'],
          }
  return {
    axes,
    talent: weightedSum({
      ref: context.key ? `talent.score:${context.key}` : null,
      label: 'Nilai Talenta',
      digits: 2,
      asOf,
      ruleSet: at(context.ruleSet, 'talentWeights'),
      parts: [
        { figure: axes.y.value, weight: rules.talentWeights.y },
        { figure: axes.x.value, weight: rules.talentWeights.x },
      ],
    }),
    box: placed,
    placement: mayPlace ? 'mapped' : 'waiting',
    reachableBoxes: reachable,
    isCertain,
    waitingFor: open.map(p => ({
      code: p.code,
      label: p.label,
      who: p.supplier,
      state: p.state === 'expired' ? 'expired' : 'missing',
      isDecisive: axes[p.axis].decisiveMissing.includes(p.code),
    })),
  }
}

/** Evidence from a sheet whose parts are already 0-100, such as SIMATA's export; null stays unknown. */
export const evidenceFromSheet = (
  values: Record<string, number | null | undefined>,
  rules: ScoreRules,
  asOf: Day,
  source: (code: string) => Source | null = () => null,
): TalentInputs =>
  Object.fromEntries(
    rules.parts.map(rule => {
      const from = source(rule.code)
      return [
        rule.code,
        {
          figure: record<number>({
            label: rule.label,
            asOf,
            value: values[rule.code] ?? null,
            bounds: rangeOfRubric(rule.rubric),
            sources: from ? [from] : [],
            needs: values[rule.code] == null ? [{ what: rule.label, who: rule.supplier }] : [],
          }),
        },
      ]
    }),
  )
