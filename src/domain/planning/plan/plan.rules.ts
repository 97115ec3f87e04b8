import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { PlanRules } from './plan.model.ts'

const schema: z.ZodType<PlanRules> = z.strictObject({
  checkDays: z.array(z.number().int().positive()),
  mix: z.record(z.string(), z.number()),
  mixTolerancePoints: z.number().min(0),
  mixWeight: z.enum(['jp', 'items']),
})

/** rules/planning/plan.yaml */
export const planRules = rulesOf('planning/plan', schema, rules => {
  const total = Object.values(rules.mix).reduce((all, share) => all + share, 0)
  return total === 100 ? [] : [`Bauran berjumlah ${total}, seharusnya 100.`]
})
