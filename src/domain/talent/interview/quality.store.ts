import type { Db } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { agreementOf, severityOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { listOpened } from './interview.store.ts'

/** Agreement and severity over a batch of opened interviews; figures carry the batch in their address. */
export const readQuality = async (db: Db, cycleId: string | null) => {
  const opened = await listOpened(db, cycleId)
  const { body } = await holdingFor(db, interviewRules, db.on)
  const batch = cycleId ?? 'semua'
  return {
    interviews: new Set(opened.map(r => r.interviewId)).size,
    names: Object.fromEntries(opened.map(r => [r.interviewerId, r.interviewer])),
    agreement: agreementOf(opened, { asOf: db.on, ref: what => `talent.interview-batch:${batch}:${what}` }),
    severity: severityOf(opened, body, { asOf: db.on, ref: who => `talent.interview-severity:${batch}:${who}` }),
  }
}
