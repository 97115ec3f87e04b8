import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { partSchema } from '../score/score.rules.ts'
import { type ValuesRules, valuesRulesProblems } from './values.model.ts'

const schema: z.ZodType<ValuesRules> = z.strictObject({
  leastRaters: z.number().int().positive(),
  leastForPerson: z.number().int().positive(),
  leastExampleLetters: z.number().int().positive(),
  exampleWithinMonths: z.number().int().positive(),
  answerDays: z.number().int().positive().max(90),
  remindBeforeDays: z.array(z.number().int().min(0)),
  remindEveryDaysWhenLate: z.number().int().positive(),
  steps: z.array(z.string().min(3)).length(4),
  values: z
    .array(
      z.strictObject({
        code: z.string().min(3),
        label: z.string().min(3),
        meaning: z.string().min(10),
        anchors: z.array(z.string().min(10)),
      }),
    )
    .length(7),
  part: partSchema,
})

/** rules/talent/values.yaml */
export const valuesRules = rulesOf('talent/values', schema, valuesRulesProblems)
