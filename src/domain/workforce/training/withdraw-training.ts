import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** A later room takes back what it had brought: the entry stays in the ledger, rejected with its reason, and counts nowhere. */
export const withdrawTraining = useCase({
  name: 'withdraw-training',
  room: 'workforce',
  permission: {},
  calledBy: ['correct-enrolment', 'correct-meeting', 'correct-assignment'],
  writes: ['workforce.trainings'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    sourceKind: z.string(),
    sourceId: z.string(),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    const withdrawn =
      await db.run(sql`update workforce.trainings set verification = 'rejected', correction_reason = ${input.reason}
      where employee_id = ${input.employeeId} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId}`)
    note({
      subjectKind: input.sourceKind,
      subjectId: input.sourceId,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { withdrawn },
    })
    if (withdrawn > 0) announce({ type: 'TrainingCorrected', payload: { employeeId: input.employeeId } })
    return { withdrawn }
  },
})
