import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { nineBoxSchema } from '../nine-box/nine-box.rules.ts'
import { type ScoreRules, type SimpleRubric, scoreRulesProblems } from './score-rules.model.ts'

const axis = z.strictObject({
  label: z.string(),
  cuts: z.array(z.number()),
  levels: z.array(z.string()),
  ranking: z
    .strictObject({
      within: z.enum(['unit', 'agency']),
      percents: z.array(z.number()),
      leastPeople: z.number().int().positive(),
    })
    .optional(),
})
const bands = z.array(z.strictObject({ from: z.number(), to: z.number().nullable(), value: z.number() }))

const simple: z.ZodType<SimpleRubric> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), min: z.number(), max: z.number() }),
  z.strictObject({
    kind: z.literal('lookup'),
    choose: z.enum(['latest', 'best', 'worst']),
    none: z.string().optional(),
    table: z.record(z.string(), z.number()),
  }),
  z.strictObject({
    kind: z.literal('band'),
    choose: z.enum(['latest', 'best', 'worst', 'sum']),
    unit: z.enum(['jp', 'years', 'months', 'count', 'score']),
    bands,
  }),
])

/** One part of a score, also where another rule offers it. */
export const partSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9_-]+$/),
  axis: z.enum(['x', 'y']),
  label: z.string().min(2),
  weight: z.number().min(0).max(100),
  mandatory: z.boolean(),
  supplier: z.string().min(2),
  windowMonths: z.number().int().positive().optional(),
  validMonths: z.number().int().positive().optional(),
  rubric: z.union([
    simple,
    z.strictObject({
      kind: z.literal('mean'),
      of: z.array(z.strictObject({ code: z.string(), label: z.string(), rubric: simple })).min(1),
    }),
  ]),
})

const schema: z.ZodType<ScoreRules> = z.strictObject({
  talentWeights: z.strictObject({ x: z.number(), y: z.number() }),
  decideWhenCertain: z.boolean(),
  useExpired: z.boolean(),
  axes: z.strictObject({ x: axis, y: axis }),
  parts: z.array(partSchema),
  boxes: nineBoxSchema.optional(),
})

/** rules/talent/score.yaml: BKN-SIMATA (first), PUPR-DJBK, MANADO-AMBANG, KOSONG. */
export const scoreRules = rulesOf('talent/score', schema, scoreRulesProblems)
