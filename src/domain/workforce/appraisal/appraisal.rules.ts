import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { AppraisalRules } from './appraisal.model.ts'

const rating = z.enum(['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'])
const row = z.strictObject({ above: rating, meets: rating, below: rating })
const schema: z.ZodType<AppraisalRules> = z.strictObject({
  matrix: z.strictObject({ above: row, meets: row, below: row }),
  order: z.array(rating).length(5),
})

/** rules/workforce/appraisal.yaml */
export const appraisalRules = rulesOf('workforce/appraisal', schema)
