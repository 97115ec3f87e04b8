import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { PeriodRules } from './indicator-panel.model.ts'

const schema: z.ZodType<PeriodRules> = z.strictObject({
  leastMonths: z.number().int().positive(),
  mostMonths: z.number().int().positive(),
  leastShare: z.number().min(0).max(1),
})

/** rules/impact/indicator.yaml */
export const indicatorRules = rulesOf('impact/indicator', schema)
