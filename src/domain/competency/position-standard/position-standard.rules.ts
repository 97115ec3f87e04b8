import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { StandardRules } from './position-standard.model.ts'

const schema: z.ZodType<StandardRules> = z.strictObject({
  levelByTier: z.record(z.string(), z.number().int().min(1).max(5)),
  importance: z.strictObject({ mutlak: z.number(), penting: z.number(), perlu: z.number() }),
})

/** rules/competency/position-standard.yaml */
export const standardRules = rulesOf('competency/position-standard', schema)
