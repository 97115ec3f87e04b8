import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type CentreRules, centreRulesProblems } from './assessment-centre.model.ts'

const named = z.strictObject({ code: z.string().min(1), name: z.string().min(2) })

const schema: z.ZodType<CentreRules> = z.strictObject({
  uses: z
    .array(
      z.strictObject({ code: z.string().min(2), name: z.string().min(2), purpose: z.enum(['pemetaan', 'pengisian']) }),
    )
    .min(1),
  instruments: z
    .array(
      z.strictObject({
        code: z.string().min(2),
        name: z.string().min(2),
        about: z.string().min(5),
        usual: z.array(z.enum(['competency', 'potential', 'leadership'])),
      }),
    )
    .min(1),
  scale: z.strictObject({ least: z.number().int().min(0), most: z.number().int().max(5) }),
  aspects: z.array(named).min(1),
  leadership: z.array(named),
  leastAssessors: z.number().int().min(1).max(6),
  wideDifference: z.number().int().min(1).max(5),
  leastNoteLength: z.number().int().min(1).max(200),
  inviteWithinMonths: z.array(z.number().int().positive()).min(1),
  askOtherDayBeforeDays: z.number().int().min(0).max(60),
  interests: z.array(z.strictObject({ code: z.string().min(2), label: z.string().min(2) })).min(1),
})

/** rules/competency/assessment-centre.yaml */
export const centreRules = rulesOf('competency/assessment-centre', schema, centreRulesProblems)
