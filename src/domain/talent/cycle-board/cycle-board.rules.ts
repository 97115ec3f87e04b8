import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { CycleRules } from './cycle-board.model.ts'

const schema: z.ZodType<CycleRules> = z.strictObject({
  checks: z
    .array(z.strictObject({ code: z.string().min(2), label: z.string().min(2), owner: z.string().min(2) }))
    .min(1),
  readinessForEkspose: z.number().min(0).max(100),
  remindBeforeDays: z.array(z.number().int().min(0)),
  remindEveryDaysWhenLate: z.number().int().positive(),
})

/** rules/talent/cycle.yaml */
export const cycleRules = rulesOf('talent/cycle', schema)
