import { loadRules } from '#platform/rules/load-rules.ts'

/** The rule sets an agency may start with, as shipped. */
export const ruleChoices = (): { code: string; title: string }[] =>
  (loadRules().get('talent/score') ?? []).map(set => ({ code: set.code, title: set.title }))
