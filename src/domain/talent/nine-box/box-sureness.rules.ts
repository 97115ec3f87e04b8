import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { SurenessRules } from './box-sureness.model.ts'

const schema: z.ZodType<SurenessRules> = z.strictObject({
  sem: z.record(z.string(), z.number().min(0).max(50)),
  rho: z.number().gt(-1).lt(1),
  nearBelow: z.number().gt(0).max(1),
  weightRoom: z.number().gt(0).max(25),
  draws: z.number().int().min(100).max(20_000),
})

/** rules/talent/measurement-error.yaml */
export const surenessRules = rulesOf('talent/measurement-error', schema)
