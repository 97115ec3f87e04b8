import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { evidenceCallers } from './record-evidence.ts'

/** Takes the evidence of a corrected record out of the count; the rows stay, with the reason. */
export const withdrawEvidence = useCase({
  name: 'withdraw-evidence',
  room: 'competency',
  permission: {},
  calledBy: evidenceCallers,
  writes: ['competency.evidence'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    sourceKind: z.string().min(1),
    sourceId: z.string().min(1),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    const withdrawn =
      await db.run(sql`update competency.evidence set is_replaced = true, correction_reason = ${input.reason}
      where employee_id = ${input.employeeId} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId} and not is_replaced`)
    note({
      subjectKind: 'competency.evidence',
      subjectId: input.sourceId,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { withdrawn },
    })
    if (withdrawn > 0) announce({ type: 'EvidenceWithdrawn', payload: { employeeId: input.employeeId } })
    return { withdrawn }
  },
})
