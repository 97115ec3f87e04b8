import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { AwardRules } from './award.model.ts'

const words = z.record(z.string(), z.string())
const schema: z.ZodType<AwardRules> = z.strictObject({
  awards: words,
  teamRoles: z.record(z.string(), words),
  sanctions: words,
  serving: z.string(),
})

/** rules/workforce/award.yaml */
export const awardRules = rulesOf('workforce/award', schema)
