import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { type LearningGain, learningGain, type PrePost } from '#core/math/learning-gain.ts'
import type { Day } from '#core/values/day.ts'

export type LearningSummary = { gain: Figure<number>; detail: LearningGain }

/** Level 2: mean gain between the tests before and after, over those who took both. Fewer than five: only the list. */
export const learningSummary = (
  pairs: readonly PrePost[],
  context: { asOf: Day; ref?: string | null; maxScore?: number; ruleSet?: RuleReference | null },
): LearningSummary => {
  const parameters = { maxScore: context.maxScore ?? 100 }
  const detail = learningGain([...pairs], parameters)
  return {
    detail,
    gain: fromResult<number>(detail, {
      ref: context.ref,
      label: 'Kenaikan nilai tes',
      unit: 'points',
      digits: 1,
      asOf: context.asOf,
      name: 'learningGain',
      input: pairs,
      parameters,
      path: 'value',
      ruleSet: context.ruleSet ?? null,
    }),
  }
}
