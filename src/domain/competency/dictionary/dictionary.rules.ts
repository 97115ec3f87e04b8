import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type Dictionary, dictionaryProblems } from './dictionary.model.ts'

const schema: z.ZodType<Dictionary> = z.strictObject({
  levelNames: z.array(z.string()).length(5),
  competencies: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      kind: z.enum(['managerial', 'sociocultural', 'technical']),
      definition: z.string().min(20),
      levels: z.array(
        z.strictObject({ level: z.number().int(), description: z.string(), indicators: z.array(z.string()).min(1) }),
      ),
    }),
  ),
})

/** rules/competency/dictionary.yaml */
export const dictionaryRules = rulesOf('competency/dictionary', schema, dictionaryProblems)
