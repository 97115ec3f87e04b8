import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { FollowUpRules } from './application.model.ts'

const schema: z.ZodType<FollowUpRules> = z.strictObject({
  days: z.array(z.number().int().positive()).min(1),
  remindDaysBefore: z.array(z.number().int().positive()),
  raters: z.tuple([z.string(), z.string()]),
  yesFrom: z.number().int().min(1).max(4),
  leastResponse: z.number().min(0).max(1),
  widestBounds: z.number().min(0).max(1),
  leastRaters: z.number().int().positive(),
})

/** rules/delivery/follow-up.yaml */
export const followUpRules = rulesOf('delivery/follow-up', schema)
