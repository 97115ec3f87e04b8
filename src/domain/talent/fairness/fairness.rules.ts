import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { FairnessRules } from './fairness.model.ts'

const schema: z.ZodType<FairnessRules> = z.strictObject({
  minCount: z.number().int().min(3),
  minDenominator: z.number().int().min(5),
  minReference: z.number().int().min(5),
  threshold: z.number().gt(0).max(1),
  cyclesOfDrift: z.number().int().min(2).max(10),
  ageBands: z.array(z.strictObject({ below: z.number().int().positive(), label: z.string().min(3) })).min(2),
})

/** rules/talent/fairness.yaml */
export const fairnessRules = rulesOf('talent/fairness', schema, rules =>
  rules.ageBands.some((b, i) => i > 0 && b.below <= rules.ageBands[i - 1].below)
    ? ['Kelompok usia: batasnya harus menaik.']
    : [],
)
