import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { PriorityCompetencyRules } from './priority-competency.model.ts'

const points = z.number().min(0)
const schema: z.ZodType<PriorityCompetencyRules> = z.strictObject({
  goal: points,
  shortage: points,
  leaving: points,
  leavingMonths: z.number().int().positive(),
  laterMonths: z.number().int().positive(),
  thinHolders: z.number().int().positive(),
  thin: points,
})

/** rules/planning/priority-competency.yaml */
export const priorityCompetencyRules = rulesOf('planning/priority-competency', schema)
