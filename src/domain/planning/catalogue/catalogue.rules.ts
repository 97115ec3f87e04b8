import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'

/** rules/planning/catalogue.yaml */
export const catalogueRules = rulesOf(
  'planning/catalogue',
  z.strictObject({ warnMonths: z.number().int().positive(), manyLack: z.number().int().positive() }),
)
