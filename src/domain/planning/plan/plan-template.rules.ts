import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type PlanTemplate, planKinds } from './whole-plan.model.ts'

const kind = z.enum(planKinds)
const scaled = z.strictObject({ perFormalJp: z.number().min(0), atMost: z.number().positive() })
const schema: z.ZodType<PlanTemplate> = z.strictObject({
  modulesAtMost: z.number().int().positive(),
  kinds: z.record(z.string(), kind),
  onJob: scaled,
  withOthers: scaled,
  roles: z
    .array(
      z.strictObject({
        tiers: z.array(z.string()),
        items: z.array(
          z.strictObject({
            kind,
            share: z.union([z.literal(70), z.literal(20)]),
            method: z.string(),
            title: z.string(),
            indicator: z.string(),
            target: z.string(),
          }),
        ),
      }),
    )
    .min(1),
})

/** rules/planning/plan-template.yaml */
export const planTemplateRules = rulesOf('planning/plan-template', schema)
