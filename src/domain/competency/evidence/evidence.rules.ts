import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { EvidencePolicy } from './fuse-competency.model.ts'

const supplier = z.enum(['supervisor', 'person', 'provider'])

const schema: z.ZodType<EvidencePolicy> = z.strictObject({
  sources: z.array(
    z.strictObject({
      source: z.enum([
        'assessment',
        'test',
        'certificate',
        'interview',
        'supervisor',
        'application',
        'peer',
        'coach',
        'self',
        'learning',
      ]),
      name: z.string(),
      precedence: z.number().int().positive(),
      validMonths: z.number().int().positive(),
      canBeOfficial: z.boolean(),
      mustBeVerified: z.boolean(),
      confidence: z.number().int().min(0).max(100),
      verifier: z.string().min(1),
    }),
  ),
  confidenceWords: z.array(z.strictObject({ from: z.number().int().min(0), word: z.string() })).min(1),
  conflict: z.strictObject({
    levels: z.number().int(),
    newerLevels: z.number().int(),
    newerMonths: z.number().int(),
    newerPrecedence: z.number().int(),
  }),
  ask: z.strictObject({
    supplier: z.strictObject({ managerial: supplier, sociocultural: supplier, technical: supplier }),
    days: z.number().int().positive(),
  }),
})

/** rules/competency/evidence.yaml */
export const evidenceRules = rulesOf('competency/evidence', schema)
