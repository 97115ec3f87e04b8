import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** A later room takes back evidence it had brought: the row stays, marked as replaced, and no longer counts. */
export const withdrawEvidence = useCase({
  name: 'withdraw-evidence',
  room: 'competency',
  permission: {},
  calledBy: ['correct-enrolment', 'correct-follow-up', 'correct-assignment'],
  writes: ['competency.evidence'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    sourceKind: z.string(),
    sourceId: z.string(),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    const withdrawn =
      await db.run(sql`update competency.evidence set is_replaced = true, correction_reason = ${input.reason}
      where employee_id = ${input.employeeId} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId} and not is_replaced`)
    note({
      subjectKind: input.sourceKind,
      subjectId: input.sourceId,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { withdrawn },
    })
    if (withdrawn > 0) announce({ type: 'EvidenceWithdrawn', payload: { employeeId: input.employeeId } })
    return { withdrawn }
  },
})
