import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import type { AxisKey, Rubric, ScoreRules } from './score-rules.model.ts'

/** A rule set taken apart into the five things that can change; the order is that of substitution (science 16.1). */
export const componentOrder = ['weights', 'rubric', 'cuts', 'validity', 'displayMapping'] as const
export type RuleComponent = (typeof componentOrder)[number]
export type RuleComponents = Record<RuleComponent, unknown>

type Parts = {
  weights: Record<string, [AxisKey, number, boolean]>
  rubric: Record<string, Rubric>
  cuts: Record<AxisKey, Pick<ScoreRules['axes']['x'], 'cuts' | 'ranking'>>
  validity: {
    valid: Record<string, number | null>
    window: Record<string, number | null>
    useExpired: boolean
    decideWhenCertain: boolean
  }
  displayMapping: number[][]
}

/** The same content in one order, so that equal components are equal as text. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, canonical(v)]),
        )
      : value

export const componentsOf = (rules: ScoreRules, boxes: Pick<NineBoxRules, 'numbers'>): RuleComponents => {
  const byCode = <T>(of: (p: ScoreRules['parts'][number]) => T): Record<string, T> =>
    Object.fromEntries(rules.parts.map(p => [p.code, of(p)]))
  const parts: Parts = {
    weights: byCode(p => [p.axis, p.weight, p.mandatory]),
    rubric: byCode(p => p.rubric),
    cuts: {
      x: { cuts: rules.axes.x.cuts, ranking: rules.axes.x.ranking },
      y: { cuts: rules.axes.y.cuts, ranking: rules.axes.y.ranking },
    },
    validity: {
      valid: byCode(p => p.validMonths ?? null),
      window: byCode(p => p.windowMonths ?? null),
      useExpired: rules.useExpired,
      decideWhenCertain: rules.decideWhenCertain,
    },
    displayMapping: boxes.numbers,
  }
  return canonical(parts) as RuleComponents
}

/** Rules put together again from components that may come from two versions; `rubricOf` serves a part whose rubric is in neither. */
export const rulesFrom = (
  components: Record<string, unknown>,
  base: ScoreRules,
  boxes: NineBoxRules,
  rubricOf: (code: string) => Rubric = () => ({ kind: 'score', min: 0, max: 100 }),
): { rules: ScoreRules; boxes: NineBoxRules } => {
  const { weights, rubric, cuts, validity, displayMapping } = components as Parts
  const axis = (key: AxisKey) => ({ label: base.axes[key].label, levels: base.axes[key].levels, ...cuts[key] })
  return {
    rules: {
      talentWeights: base.talentWeights,
      useExpired: validity.useExpired,
      decideWhenCertain: validity.decideWhenCertain,
      axes: { x: axis('x'), y: axis('y') },
      parts: Object.entries(weights).map(([code, [key, weight, mandatory]]) => ({
        code,
        axis: key,
        label: code,
        weight,
        mandatory,
        supplier: 'pemilik data',
        validMonths: validity.valid[code] ?? undefined,
        windowMonths: validity.window[code] ?? undefined,
        rubric: rubric[code] ?? rubricOf(code),
      })),
    },
    boxes: { ...boxes, numbers: displayMapping },
  }
}
