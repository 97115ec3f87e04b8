import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type FeedbackRules, feedbackRulesProblems, groupCodes } from './feedback.model.ts'

const group = z.enum(groupCodes)
const share = z.number().min(0).max(1)

const schema: z.ZodType<FeedbackRules> = z.strictObject({
  steps: z.array(z.string().min(3)).length(5),
  groups: z
    .array(
      z.strictObject({
        code: group,
        label: z.string().min(3),
        weight: z.number().min(0).max(100),
        leastRaters: z.number().int().min(0),
        mostRaters: z.number().int().positive(),
        isRequired: z.boolean(),
        mergesWith: z.array(group),
      }),
    )
    .min(2),
  leastShown: z.number().int().positive(),
  leastForSpread: z.number().int().positive(),
  spreadApart: z.number().positive(),
  digits: z.number().int().min(0).max(2),
  leastShareOfRater: share,
  leastShareOfResult: share,
  proposeDays: z.number().int().min(0).max(60),
  answerDays: z.number().int().positive().max(90),
  remindBeforeDays: z.array(z.number().int().min(0)),
  changesByPerson: z.number().int().min(0),
  draftedColleagues: z.number().int().positive(),
  draftedSubordinates: z.number().int().positive(),
  mostPerRater: z.number().int().positive(),
  confirmsByItself: z.boolean(),
  cuts: z.array(z.number()).min(1),
  ratings: z.array(z.string().min(3)).min(2),
  pointsPerStep: z.number().positive(),
  precedence: z.array(z.enum(['round', 'import'])).length(2),
  importFillsIncomplete: z.boolean(),
  declines: z
    .array(z.strictObject({ code: z.string().min(3), label: z.string().min(5), isLasting: z.boolean().optional() }))
    .min(1),
  questions: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z-]+$/),
        label: z.string().min(3),
        text: z.string().min(10),
        practice: z.string().min(10),
        anchors: z.array(z.string().min(8)),
      }),
    )
    .min(3),
})

/** rules/talent/feedback.yaml */
export const feedbackRules = rulesOf('talent/feedback', schema, feedbackRulesProblems)
