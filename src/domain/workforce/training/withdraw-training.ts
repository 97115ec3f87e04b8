import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Takes a training out of the count because the record it came from was corrected; the entry stays, with the reason. */
export const withdrawTraining = useCase({
  name: 'withdraw-training',
  room: 'workforce',
  permission: {},
  calledBy: ['complete-enrolment', 'correct-enrolment', 'correct-meeting', 'take-back-meeting', 'correct-assignment'],
  writes: ['workforce.trainings'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    sourceKind: z.string().min(1),
    sourceId: z.string().min(1),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    const withdrawn =
      await db.run(sql`update workforce.trainings set verification = 'rejected', correction_reason = ${input.reason}
      where employee_id = ${input.employeeId} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId} and verification <> 'rejected'`)
    note({
      subjectKind: 'workforce.training',
      subjectId: input.sourceId,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { withdrawn },
    })
    if (withdrawn > 0) announce({ type: 'TrainingCorrected', payload: { employeeId: input.employeeId } })
    return { withdrawn }
  },
})
