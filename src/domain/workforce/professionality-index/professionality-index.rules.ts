import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { IndexRules } from './professionality-index.model.ts'

const table = z.record(z.string(), z.number())
const group = z.strictObject({ leadership: z.number(), technical: z.number(), seminar: z.number() })
const schema: z.ZodType<IndexRules> = z.strictObject({
  qualification: table,
  competency: z.strictObject({ struktural: group, jf: group, pelaksana: group }),
  technicalJp: z.number(),
  technicalMonths: z.number(),
  seminarMonths: z.number(),
  technicalForms: z.array(z.string()),
  seminarForms: z.array(z.string()),
  leadershipForms: z.array(z.string()),
  functionalForms: z.array(z.string()),
  leadershipByTier: z.record(z.string(), z.array(z.string())),
  treatedAsTrained: z.array(z.string()),
  performance: table,
  discipline: table,
  disciplineMonths: z.number(),
  categories: z.strictObject({ cuts: z.array(z.number()), values: z.array(z.string()) }),
})

/** rules/workforce/professionality-index.yaml */
export const indexRules = rulesOf('workforce/professionality-index', schema, rules => {
  const most = (t: Record<string, number>) => Math.max(...Object.values(t))
  return Object.entries(rules.competency).flatMap(([name, c]) => {
    const total =
      most(rules.qualification) +
      most(rules.performance) +
      most(rules.discipline) +
      c.leadership +
      c.technical +
      c.seminar
    return Math.abs(total - 100) < 1e-9 ? [] : [`IP ASN ${name}: jumlah poin tertinggi ${total}, seharusnya 100.`]
  })
})
