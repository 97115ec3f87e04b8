import { z } from 'zod'
import type { GateThresholds } from '#core/math/outcome-gate.ts'
import { rulesOf } from '#platform/rules/load-rules.ts'

const whole = z.number().int().positive()
const share = z.number().min(0).max(1)
const schema: z.ZodType<GateThresholds> = z.strictObject({
  didBefore: whole,
  didAfter: whole,
  preTrendBefore: whole,
  scBefore: whole,
  scAfter: whole,
  treated: whole,
  comparison: whole,
  assignments: whole,
  scComparison: whole,
  missingShare: share,
  preTrendP: share,
  preTrendShare: share,
  fitShareOfEffect: share,
  fitShareOfSd: share,
})

/** rules/impact/outcome.yaml */
export const outcomeRules = rulesOf('impact/outcome', schema)
