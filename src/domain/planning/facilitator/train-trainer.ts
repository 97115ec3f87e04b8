import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Somebody begins the training to teach a module. */
export const trainTrainer = useCase({
  name: 'train-trainer',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.trainer_candidates', 'platform.notices'],
  reads: ['planning.modules'],
  input: z
    .object({
      nip: z.string({ error: 'NIP wajib diisi.' }).regex(/^\d{18}$/, { error: 'NIP terdiri atas 18 angka.' }),
      moduleId: field.id('Modul'),
      startsOn: field.day('Mulai'),
      endsOn: field.day('Selesai'),
    })
    .refine(t => t.endsOn >= t.startsOn, { path: ['endsOn'], error: 'Hari selesai mendahului hari mulai.' }),
  async run({ input, db, actor, newId, note }) {
    const person = await db.find<{ id: string }>(
      sql`select id from workforce.v_people where nip = ${input.nip} and state = 'active'`,
    )
    if (!person) throw errors.facilitator.nipUnknown()
    const module = await db.find<{ name: string }>(
      sql`select name from planning.modules where id = ${input.moduleId} and valid_until is null`,
    )
    if (!module) throw errors.catalogue.notInForce()
    if (
      await db.find(
        sql`select 1 from planning.trainer_candidates where employee_id = ${person.id} and module_id = ${input.moduleId} and outcome is null`,
      )
    )
      throw errors.facilitator.inTraining()
    const id = newId()
    await db.insert('planning.trainer_candidates', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: person.id,
        module_id: input.moduleId,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
      },
    ])
    await notify(db, [
      {
        employeeId: person.id,
        text: `Anda disiapkan menjadi pengajar ${module.name}.`,
        textEn: `You are being prepared to teach ${module.name}.`,
      },
    ])
    note({ subjectKind: 'planning.trainer-candidate', subjectId: id, employeeId: person.id })
    return { id }
  },
})

/** The training to teach ends: ready, or stopped with the reason. Whoever is ready is registered as a facilitator next. */
export const endTrainerTraining = useCase({
  name: 'end-trainer-training',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.trainer_candidates'],
  input: z.object({
    candidateId: field.id('Calon pengajar'),
    outcome: z.enum(['ready', 'stopped'], { error: 'Pilih siap atau berhenti.' }),
    reason: field.reason(),
  }),
  async run({ input, db, on, note }) {
    const done = await db.find<{ employee_id: string }>(
      sql`update planning.trainer_candidates set outcome = ${input.outcome}, outcome_on = ${on}, outcome_reason = ${input.reason} where id = ${input.candidateId} and outcome is null returning employee_id`,
    )
    if (!done) throw errors.facilitator.candidateNotFound()
    note({
      subjectKind: 'planning.trainer-candidate',
      subjectId: input.candidateId,
      employeeId: done.employee_id,
      reason: input.reason,
    })
  },
})
