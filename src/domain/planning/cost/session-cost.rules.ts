import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { costUnits, type SessionCostRules } from './session-cost.model.ts'

const schema: z.ZodType<SessionCostRules> = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      pattern: z.enum(['kontribusi', 'fasilitasi']),
      per: z.enum(costUnits),
      rate: z.number().int().min(0).nullable(),
    }),
  ),
})

/** rules/planning/session-cost.yaml */
export const sessionCostRules = rulesOf('planning/session-cost', schema, rules => {
  const codes = rules.items.map(i => i.code)
  return new Set(codes).size === codes.length ? [] : ['Kode butir biaya ada yang kembar.']
})
