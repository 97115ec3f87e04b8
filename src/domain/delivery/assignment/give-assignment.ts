import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** A real project or task to learn by, with a day it is due. */
export const giveAssignment = useCase({
  name: 'give-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    programmeId: z.string().uuid().nullish(),
    planItemId: z.string().uuid().nullish(),
    title: field.text('Nama penugasan', 300),
    value: z.coerce.number().int().min(0).nullish(),
    startsOn: field.day('Tanggal mulai'),
    dueOn: field.day('Batas selesai'),
  }),
  async run({ input, db, actor, newId, note }) {
    if (input.dueOn < input.startsOn) throw errors.class.endsBeforeStart()
    const id = newId()
    await db.insert('delivery.assignments', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        programme_id: input.programmeId ?? null,
        plan_item_id: input.planItemId ?? null,
        title: input.title,
        value: input.value ?? null,
        starts_on: input.startsOn,
        due_on: input.dueOn,
        progress: 0,
        state: 'running',
      },
    ])
    note({ subjectKind: 'delivery.assignment', subjectId: id, employeeId: input.employeeId })
    return { id }
  },
})

/** The person reports how far it is, or that it is done and with what result. */
export const reportAssignment = useCase({
  name: 'report-assignment',
  room: 'delivery',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  input: z.object({
    assignmentId: field.id('Penugasan'),
    progress: field.whole('Kemajuan (persen)', 0, 100),
    finishedOn: field.day('Tanggal selesai').nullish(),
    result: z.string().max(2000).nullish(),
  }),
  async run({ input, db, on, note }) {
    if (input.finishedOn && input.finishedOn > on) throw errors.assignment.future()
    const found = await db.find<{ employee_id: string }>(
      sql`select employee_id from delivery.assignments where id = ${input.assignmentId} for update`,
    )
    if (!found) throw errors.assignment.notFound()
    await db.run(
      sql`update delivery.assignments set progress = ${input.finishedOn ? 100 : input.progress}, finished_on = coalesce(${input.finishedOn ?? null}, finished_on), result = coalesce(${input.result ?? null}, result) where id = ${input.assignmentId}`,
    )
    note({ subjectKind: 'delivery.assignment', subjectId: input.assignmentId, employeeId: found.employee_id })
  },
})
