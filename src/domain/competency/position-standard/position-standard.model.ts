export type Importance = 'mutlak' | 'penting' | 'perlu'

/** One competency a post asks for, with the level and how much it matters. */
export type Requirement = { code: string; name: string; level: number; importance: Importance }

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
): Requirement[] => {
  const level = defaultLevelOf(tier, rules)
  return level === null
    ? []
    : competencies.map(({ code, name }) => ({ code, name, level, importance: 'penting' as const }))
}

/** Weight of an importance in readiness and priority (3, 2, 1 by default). */
export const importanceWeight = (importance: Importance, rules: StandardRules): number => rules.importance[importance]
