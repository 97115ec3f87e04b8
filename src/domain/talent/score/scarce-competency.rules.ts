import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { partSchema } from './score.rules.ts'
import type { PartRule } from './score-rules.model.ts'

const schema: z.ZodType<{ part: PartRule }> = z.strictObject({ part: partSchema })

/** rules/talent/scarce-competency.yaml */
export const scarceRules = rulesOf('talent/scarce-competency', schema)
