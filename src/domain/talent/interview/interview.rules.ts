import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import { type InterviewRules, interviewRulesProblems } from './interview.model.ts'

const schema: z.ZodType<InterviewRules> = z.strictObject({
  leastInterviewers: z.number().int().positive(),
  mostInterviewers: z.number().int().positive().max(9),
  allowsSuperior: z.boolean(),
  allowsSubordinate: z.boolean(),
  ratingDays: z.number().int().positive().max(60),
  leastExampleLetters: z.number().int().positive(),
  talkFrom: z.number().int().positive(),
  reasonFrom: z.number().int().positive(),
  leastForSeverity: z.number().int().min(2),
  remindBeforeDays: z.array(z.number().int().min(0)),
  remindEveryDaysWhenLate: z.number().int().positive(),
  interests: z.array(z.strictObject({ code: z.string().min(2), label: z.string().min(2) })).min(1),
})

/** rules/talent/interview.yaml */
export const interviewRules = rulesOf('talent/interview', schema, interviewRulesProblems)
