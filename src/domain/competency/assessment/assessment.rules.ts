import { z } from 'zod'
import { cutProblems } from '#core/rule-set/rubric.ts'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { AssessmentRules } from './assessment.model.ts'

const category = z.strictObject({ cuts: z.array(z.number()), values: z.array(z.string()), names: z.array(z.string()) })

const schema: z.ZodType<AssessmentRules> = z.strictObject({
  validMonths: z.number().int().positive(),
  capPerCompetency: z.boolean(),
  capTotal: z.boolean(),
  categories: z.strictObject({ pengisian: category, pemetaan: category }),
  gapIndex: z.strictObject({ mode: z.enum(['neto', 'bruto']), bands: z.array(z.string()), cuts: z.array(z.number()) }),
})

/** rules/competency/assessment.yaml */
export const assessmentRules = rulesOf('competency/assessment', schema, body =>
  Object.entries(body.categories).flatMap(([purpose, c]) => [
    ...cutProblems(c.cuts, `Kategori ${purpose}`),
    ...(c.values.length === c.cuts.length + 1 ? [] : [`Kategori ${purpose}: jumlah nama tidak cocok dengan ambang.`]),
  ]),
)
