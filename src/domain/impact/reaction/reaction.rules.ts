import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { ReactionRules } from './reaction.model.ts'

const schema: z.ZodType<ReactionRules> = z.strictObject({ leastAnswers: z.number().int().min(3) })

/** rules/impact/reaction.yaml */
export const reactionRules = rulesOf('impact/reaction', schema)
