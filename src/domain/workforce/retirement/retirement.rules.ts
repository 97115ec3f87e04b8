import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { RetirementRules } from './retirement.model.ts'

const age = z.number().int().min(50).max(75)
const schema: z.ZodType<RetirementRules> = z.strictObject({
  byTitle: z.array(z.strictObject({ startsWith: z.string(), age })),
  byTier: z.record(z.string(), age),
})

/** rules/workforce/retirement.yaml */
export const retirementRules = rulesOf('workforce/retirement', schema)
