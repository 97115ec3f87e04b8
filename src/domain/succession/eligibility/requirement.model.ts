import type { RuleReference } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'

export type Leaf = { kind: 'leaf'; label: string } & (
  | { test: 'employment'; oneOf: string[] }
  | { test: 'education' | 'rank'; minimum: string }
  | { test: 'age'; maximum: number }
  | { test: 'tier-months'; tiers: string[]; minimum: number }
  | { test: 'family-months'; minimum: number; family?: string }
  | { test: 'training'; oneOf: string[]; importance: 'mutlak' | 'penting' | 'perlu' }
  | { test: 'rating'; minimum: string; years: number }
  | { test: 'no-sanction'; levels: string[] }
  | { test: 'box'; oneOf: number[] }
)

export type RequirementNode =
  | Leaf
  | { kind: 'all' | 'any'; label?: string; of: RequirementNode[] }
  | { kind: 'at-least'; label?: string; minimum: number; of: RequirementNode[] }
  | { kind: 'not'; label?: string; of: RequirementNode }

export type EligibilityRules = {
  educationOrder: string[]
  rankOrder: string[]
  ratingOrder: string[]
  strictAge: boolean
  promotionBoxes: number[]
  trees: { target: string; root: RequirementNode }[]
}

/** By which rules and for which day a tree is judged. */
export type EligibilityContext = {
  rules: EligibilityRules
  ruleSet: RuleReference
  asOf: Day
  /** Rumpun of the target post, for "related experience". */
  family?: string | null
  ref?: string | null
}

export type Fix = {
  leaf: string
  test: Leaf['test']
  /** Months, levels or items missing; null when it cannot be counted. */
  missingAmount: number | null
  /** The day on which time alone repairs it; null when something must be done. */
  earliestDate: Day | null
  action: string
  /** Nothing can repair it for this person (age passed, employment). */
  isPermanent: boolean
  /** Unknown rather than failed: supply the fact. */
  isUnknown: boolean
}
