import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type NineBoxRules, nineBoxProblems } from './nine-box.model.ts'

export const nineBoxSchema: z.ZodType<NineBoxRules> = z.strictObject({
  numbers: z.array(z.array(z.number().int())),
  pool: z.array(z.number().int()),
  nationalPool: z.array(z.number().int()),
  boxes: z.array(
    z.strictObject({ number: z.number().int(), name: z.string(), treatments: z.array(z.string()).min(1) }),
  ),
})

/** rules/talent/nine-box.yaml */
export const nineBoxRules = rulesOf('talent/nine-box', nineBoxSchema, nineBoxProblems)
