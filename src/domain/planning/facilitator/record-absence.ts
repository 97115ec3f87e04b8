import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Days on which a facilitator cannot teach; the planner leaves them free. */
export const recordAbsence = useCase({
  name: 'record-absence',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_absences'],
  reads: ['planning.facilitators'],
  input: z
    .object({
      facilitatorId: field.id('Fasilitator'),
      startsOn: field.day('Tanggal mulai'),
      endsOn: field.day('Tanggal selesai'),
    })
    .refine(a => a.endsOn >= a.startsOn, { path: ['endsOn'], error: 'Tanggal selesai mendahului tanggal mulai.' }),
  async run({ input, db, actor, newId, note }) {
    if (!(await db.find(sql`select 1 from planning.facilitators where id = ${input.facilitatorId}`)))
      throw errors.facilitator.notFound()
    const overlap = await db.find(
      sql`select 1 from planning.facilitator_absences where facilitator_id = ${input.facilitatorId} and starts_on <= ${input.endsOn} and ends_on >= ${input.startsOn}`,
    )
    if (overlap) throw errors.facilitator.absent()
    const id = newId()
    await db.insert('planning.facilitator_absences', [
      {
        agency_id: actor.agencyId,
        id,
        facilitator_id: input.facilitatorId,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
      },
    ])
    note({ subjectKind: 'planning.facilitator', subjectId: input.facilitatorId, detail: { absence: id } })
    return { id }
  },
})

/** Takes an absence back. */
export const removeAbsence = useCase({
  name: 'remove-absence',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_absences'],
  input: z.object({ facilitatorId: field.id('Fasilitator'), absenceId: field.id('Ketidakhadiran') }),
  async run({ input, db, note }) {
    const gone = await db.run(
      sql`delete from planning.facilitator_absences where id = ${input.absenceId} and facilitator_id = ${input.facilitatorId}`,
    )
    if (gone === 0) throw errors.facilitator.absenceNotFound()
    note({ subjectKind: 'planning.facilitator', subjectId: input.facilitatorId, detail: { removed: input.absenceId } })
  },
})
