import { z } from 'zod'
import { cutProblems } from '#core/rule-set/rubric.ts'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { ReadinessRules } from './readiness.model.ts'

const schema: z.ZodType<ReadinessRules> = z.strictObject({
  threshold: z.number().min(0).max(100),
  assessmentLagMonths: z.number().int().min(0),
  soonMonths: z.number().int().positive(),
  importance: z.strictObject({ mutlak: z.number(), penting: z.number(), perlu: z.number() }),
  bench: z.strictObject({ thin: z.number().int(), enough: z.number().int() }),
  likelihoodCuts: z.array(z.number()).length(4),
})

/** rules/succession/readiness.yaml */
export const readinessRules = rulesOf('succession/readiness', schema, rules =>
  cutProblems(rules.likelihoodCuts, 'Kelas kemungkinan lowong'),
)
