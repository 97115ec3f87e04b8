import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'

export type MeetingRules = {
  /** JP of one confirmed meeting. */
  jp: number
  /** Confirmed meetings of a kind that count in a month. */
  perMonth: number
  /** A participant of a running programme without a meeting for longer than this is late. */
  longestGapDays: number
}

const whole = z.number().int().positive()
const schema: z.ZodType<MeetingRules> = z.strictObject({ jp: whole, perMonth: whole, longestGapDays: whole })

/** rules/delivery/meeting.yaml */
export const meetingRules = rulesOf('delivery/meeting', schema)
