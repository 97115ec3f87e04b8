import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { changeCauses, type PlanChangeRules } from './plan-step.model.ts'

const schema: z.ZodType<PlanChangeRules> = z.strictObject({
  dueDays: z.number().int().positive(),
  addAtMost: z.number().int().positive(),
  checkFromDay: z.number().int().min(0),
  applicationAtLeast: z.number().min(0).max(100),
  decides: z.record(z.enum(changeCauses), z.array(z.enum(['employee', 'supervisor', 'officer'])).min(1)),
  tiers: z.array(z.array(z.string()).min(1)),
})

/** rules/planning/plan-change.yaml */
export const planChangeRules = rulesOf('planning/plan-change', schema)
