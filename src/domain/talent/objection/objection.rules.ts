import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { ObjectionRules } from './objection.model.ts'

const schema: z.ZodType<ObjectionRules> = z.strictObject({
  answerWithinWorkingDays: z.number().int().positive().max(90),
  weekend: z.array(z.number().int().min(0).max(6)).max(6),
})

/** rules/talent/objection.yaml */
export const objectionRules = rulesOf('talent/objection', schema, rules =>
  new Set(rules.weekend).size === rules.weekend.length ? [] : ['Akhir pekan: ada hari yang ditulis dua kali.'],
)
