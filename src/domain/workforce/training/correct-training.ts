import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Corrects one entry of the JP ledger with a reason; the audit trail keeps what stood before. */
export const correctTraining = useCase({
  name: 'correct-training',
  room: 'workforce',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.trainings'],
  writes: ['workforce.trainings'],
  input: z.object({
    trainingId: field.id('Catatan pelatihan'),
    name: field.text('Nama pelatihan', 300),
    certificate: z.string().nullish(),
    startsOn: z.string().nullish(),
    endsOn: z.string().nullish(),
    jp: z.coerce.number({ error: 'JP harus berupa angka.' }).positive({ error: 'JP harus lebih dari 0.' }).nullish(),
    /** Rejected: the record stays and counts nowhere. */
    isRejected: z.boolean().default(false),
    reason: field.reason(),
  }),
  async run({ input, db, on, note, announce }) {
    const before = await db.find<{
      employee_id: string
      name: string
      certificate: string | null
      ends_on: string | null
      jp: number | null
      verification: string
    }>(
      sql`select employee_id, name, certificate, ends_on, jp, verification from workforce.trainings where id = ${input.trainingId}`,
    )
    if (!before) throw errors.training.notFound()
    if (input.startsOn && input.endsOn && input.startsOn > input.endsOn) throw errors.training.endsBeforeStart()
    if (input.endsOn && input.endsOn > on) throw errors.training.inFuture()
    const changed =
      await db.run(sql`update workforce.trainings set name = ${input.name}, certificate = ${input.certificate ?? null},
      starts_on = coalesce(${input.startsOn ?? null}::date, starts_on), ends_on = coalesce(${input.endsOn ?? null}::date, ends_on), jp = ${input.jp ?? null},
      verification = ${input.isRejected ? 'rejected' : 'verified'}, correction_reason = ${input.reason} where id = ${input.trainingId}`)
    if (changed === 0) throw errors.training.notFound()
    note({
      subjectKind: 'workforce.training',
      subjectId: input.trainingId,
      employeeId: before.employee_id,
      reason: input.reason,
      detail: { before },
    })
    announce({ type: 'TrainingCorrected', payload: { trainingId: input.trainingId, employeeId: before.employee_id } })
    return { employeeId: before.employee_id }
  },
})
