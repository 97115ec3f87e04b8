import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type NominationRules, nominationRulesProblems } from './nomination.model.ts'

const purpose = z.strictObject({
  secondReference: z.boolean(),
  criteria: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z-]{3,20}$/),
        label: z.string().min(5),
        question: z.string().min(10),
        basis: z.string().min(5),
      }),
    )
    .min(1)
    .max(8),
})

const schema: z.ZodType<NominationRules> = z.strictObject({
  leastLetters: z.number().int().min(10).max(500),
  referenceDays: z.number().int().positive().max(60),
  objectWithinDays: z.number().int().positive().max(90),
  showReferenceAfterDecision: z.boolean(),
  purposes: z.strictObject({ advancement: purpose, lateral: purpose, programme: purpose }),
})

/** rules/talent/nomination.yaml */
export const nominationRules = rulesOf('talent/nomination', schema, nominationRulesProblems)
