import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'

export const dimensions = ['completeness', 'accuracy', 'timeliness', 'consistency'] as const
export type Dimension = (typeof dimensions)[number]

export type QualityRule = { code: string; dimension: Dimension; title: string; owner: string; blocks: string[] }
export type QualityRules = {
  warnBelow: number
  appraisalYearsBack: number
  trainingYears: number
  indicatorGraceDays: number
  dimensions: Record<Dimension, string>
  rules: QualityRule[]
}

const schema: z.ZodType<QualityRules> = z.strictObject({
  warnBelow: z.number(),
  appraisalYearsBack: z.number().int(),
  trainingYears: z.number().int(),
  indicatorGraceDays: z.number().int(),
  dimensions: z.record(z.enum(dimensions), z.string()),
  rules: z.array(
    z.strictObject({
      code: z.string(),
      dimension: z.enum(dimensions),
      title: z.string(),
      owner: z.string(),
      blocks: z.array(z.string()),
    }),
  ),
})

/** rules/workforce/data-quality.yaml */
export const qualityRules = rulesOf('workforce/data-quality', schema)
