import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { PriorityRules } from './priority.model.ts'

const points = z.number().min(0)
const schema: z.ZodType<PriorityRules> = z.strictObject({
  base: points,
  laterStep: z.number().min(0).max(1),
  importance: z.strictObject({ mutlak: points, penting: points, perlu: points }),
  poolBoxes: z.array(z.number().int()),
  succession: points,
  pool: points,
  critical: points,
  leadership: points,
  jpReward: points,
})

/** rules/planning/priority.yaml */
export const priorityRules = rulesOf('planning/priority', schema)
