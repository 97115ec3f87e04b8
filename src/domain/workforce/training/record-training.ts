import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/**
 * Writes one finished training into the JP ledger.
 * A later room names the record it comes from; the same source again renews its own entry and never adds a second one.
 */
export const recordTraining = useCase({
  name: 'record-training',
  room: 'workforce',
  permission: { hr_officer: 'agency' },
  calledBy: [
    'complete-enrolment',
    'confirm-meeting',
    'confirm-assignment',
    'correct-enrolment',
    'correct-meeting',
    'correct-assignment',
  ],
  reads: ['workforce.employees'],
  writes: ['workforce.trainings'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    name: field.text('Nama pelatihan', 300),
    form: z.string().nullish(),
    provider: z.string().nullish(),
    certificate: z.string().nullish(),
    startsOn: z.string().nullish(),
    endsOn: field.day('Tanggal selesai'),
    jp: z.coerce.number({ error: 'JP harus berupa angka.' }).positive({ error: 'JP harus lebih dari 0.' }).nullish(),
    leadershipLevel: z.string().nullish(),
    sourceKind: z.string().default('screen'),
    sourceId: z.string().nullish(),
    isVerified: z.boolean().default(false),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    if (input.startsOn && input.startsOn > input.endsOn) throw errors.training.endsBeforeStart()
    if (input.endsOn > on) throw errors.training.inFuture()
    const person = await db.find(sql`select 1 from workforce.employees where id = ${input.employeeId}`)
    if (!person) throw errors.employee.notFound()
    const earlier = input.sourceId
      ? await db.find<{ id: string }>(
          sql`select id from workforce.trainings where employee_id = ${input.employeeId} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId}`,
        )
      : null
    const id = earlier?.id ?? newId()
    // Who corrects a result need not see the certificate: a number once given stays; correcting the record itself removes it.
    await db.insert(
      'workforce.trainings',
      [
        {
          agency_id: actor.agencyId,
          id,
          employee_id: input.employeeId,
          name: input.name,
          form: input.form ?? null,
          provider: input.provider ?? null,
          certificate: input.certificate ?? null,
          starts_on: input.startsOn ?? null,
          ends_on: input.endsOn,
          jp: input.jp ?? null,
          leadership_level: input.leadershipLevel ?? null,
          verification: input.isVerified ? 'verified' : 'recorded',
          source_kind: input.sourceKind,
          source_id: input.sourceId ?? null,
        },
      ],
      `on conflict (agency_id, id) do update set name = excluded.name, form = excluded.form, provider = excluded.provider, certificate = coalesce(excluded.certificate, workforce.trainings.certificate),
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, jp = excluded.jp, leadership_level = excluded.leadership_level, verification = excluded.verification`,
    )
    note({
      subjectKind: 'workforce.training',
      subjectId: id,
      employeeId: input.employeeId,
      detail: { jp: input.jp ?? null },
    })
    announce({ type: 'TrainingRecorded', payload: { trainingId: id, employeeId: input.employeeId } })
    return { id }
  },
})
