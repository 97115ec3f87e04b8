import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

export type Importance = 'mutlak' | 'penting' | 'perlu'

/** Where a required level is written: the post's own standard, or the rule for its tier. */
export type StandardOrigin = { source?: Source; ruleSet?: RuleReference }

/** One competency a post asks for, with the level and how much it matters. */
export type Requirement = { code: string; name: string; level: number; importance: Importance; origin?: StandardOrigin }

/** A row of the standards, as they are stored. */
export type StandardRow = Omit<Requirement, 'origin'> & { standard_id: string; post: string; valid_from: Day }

export const requirementOf = ({
  code,
  name,
  level,
  importance,
  standard_id,
  post,
  valid_from,
}: StandardRow): Requirement => ({
  code,
  name,
  level,
  importance,
  origin: {
    source: {
      kind: 'competency.position-standard',
      id: standard_id,
      label: `Standar kompetensi ${post}`,
      on: valid_from,
    },
  },
})

/** The level a post asks for, as a leaf that names where it is written. */
export const standardFigure = (standard: Pick<Requirement, 'name' | 'level' | 'origin'>, asOf: Day): Figure<number> =>
  record<number>({
    label: `Standar ${standard.name}`,
    unit: 'level',
    asOf,
    value: standard.level,
    sources: standard.origin?.source ? [standard.origin.source] : [],
    ruleSet: standard.origin?.ruleSet ?? null,
  })

export type StandardRules = {
  levelByTier: Record<string, number>
  importance: Record<Importance, number>
}

/** The flat default of a tier where the post has no standard of its own; null for a tier the rule does not name. */
export const defaultLevelOf = (tier: string | null, rules: StandardRules): number | null =>
  tier !== null && Object.hasOwn(rules.levelByTier, tier) ? rules.levelByTier[tier] : null

/** Default requirements over the given competencies; empty when the tier is not known. */
export const defaultRequirements = (
  tier: string | null,
  competencies: readonly { code: string; name: string }[],
  rules: StandardRules,
  ruleSet?: RuleReference,
): Requirement[] => {
  const level = defaultLevelOf(tier, rules)
  return level === null
    ? []
    : competencies.map(({ code, name }) => ({ code, name, level, importance: 'penting' as const, origin: { ruleSet } }))
}

/** Weight of an importance in readiness and priority (3, 2, 1 by default). */
export const importanceWeight = (importance: Importance, rules: StandardRules): number => rules.importance[importance]
