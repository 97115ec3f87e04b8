import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type CommitteeRules, choices, committeeRulesProblems } from './session.model.ts'

const seats = ['chair', 'secretary', 'member'] as const

const schema: z.ZodType<CommitteeRules> = z.strictObject({
  scope: z.strictObject({ agencyTiers: z.array(z.string().min(2)) }),
  quorum: z.strictObject({ of: z.number().int().positive(), atLeast: z.number().int() }),
  leadMustBePresent: z.boolean(),
  majority: z.strictObject({ of: z.number().int().positive(), moreThan: z.number().int() }),
  onNoMajority: z.enum(choices),
  maxRounds: z.number().int().min(1).max(5),
  leads: z.array(z.enum(seats)),
  interests: z.array(z.strictObject({ code: z.string().min(2), label: z.string().min(2) })).min(1),
  reasons: z.array(
    z.strictObject({ code: z.string().min(2), label: z.string().min(2), for: z.array(z.enum(choices)).min(1) }),
  ),
})

/** rules/talent/committee.yaml */
export const committeeRules = rulesOf('talent/committee', schema, committeeRulesProblems)
