import { z } from 'zod'
import { yearOf } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listTeaching } from './facilitator.store.ts'

/** The entry of the register, for the officer or for whoever it is about. */
const findEntry = async (db: Db, actor: Actor, facilitatorId: string) => {
  const entry = await db.find<{ id: string; employee_id: string | null }>(
    sql`select id, employee_id from planning.facilitators where id = ${facilitatorId}`,
  )
  if (!entry || (actor.role !== 'hr_officer' && entry.employee_id !== actor.employeeId))
    throw errors.facilitator.notFound()
  return entry
}

const tables = [
  'planning.facilitators',
  'planning.facilitator_bookings',
  'planning.sessions',
  'planning.modules',
  'planning.scenarios',
]

/** Days on which a facilitator cannot teach; the planner leaves them free. A class she holds on them is named and refuses them. */
export const recordAbsence = useCase({
  name: 'record-absence',
  room: 'planning',
  permission: { hr_officer: 'agency', asn: 'own' },
  writes: ['planning.facilitator_absences'],
  reads: tables,
  input: z
    .object({
      facilitatorId: field.id('Fasilitator'),
      startsOn: field.day('Tanggal mulai'),
      endsOn: field.day('Tanggal selesai'),
      reason: z.string().trim().max(300).nullish(),
    })
    .refine(a => a.endsOn >= a.startsOn, { path: ['endsOn'], error: 'Tanggal selesai mendahului tanggal mulai.' }),
  async run({ input, db, actor, newId, note }) {
    const entry = await findEntry(db, actor, input.facilitatorId)
    const overlap = await db.find(
      sql`select 1 from planning.facilitator_absences where facilitator_id = ${entry.id} and starts_on <= ${input.endsOn} and ends_on >= ${input.startsOn}`,
    )
    if (overlap) throw errors.facilitator.absent()
    for (const year of new Set([yearOf(input.startsOn), yearOf(input.endsOn)])) {
      const clash = (await listTeaching(db, year)).find(
        t => t.facilitator === entry.id && t.starts_on <= input.endsOn && t.ends_on >= input.startsOn,
      )
      if (clash) throw errors.facilitator.booked(clash.name, clash.starts_on)
    }
    const id = newId()
    await db.insert('planning.facilitator_absences', [
      {
        agency_id: actor.agencyId,
        id,
        facilitator_id: entry.id,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        reason: input.reason || null,
      },
    ])
    note({ subjectKind: 'planning.facilitator', subjectId: entry.id, detail: { absence: id } })
    return { id }
  },
})

/** Takes an absence back. */
export const removeAbsence = useCase({
  name: 'remove-absence',
  room: 'planning',
  permission: { hr_officer: 'agency', asn: 'own' },
  writes: ['planning.facilitator_absences'],
  reads: ['planning.facilitators'],
  input: z.object({ facilitatorId: field.id('Fasilitator'), absenceId: field.id('Ketidakhadiran') }),
  async run({ input, db, actor, note }) {
    const entry = await findEntry(db, actor, input.facilitatorId)
    const gone = await db.run(
      sql`delete from planning.facilitator_absences where id = ${input.absenceId} and facilitator_id = ${entry.id}`,
    )
    if (gone === 0) throw errors.facilitator.absenceNotFound()
    note({ subjectKind: 'planning.facilitator', subjectId: entry.id, detail: { removed: input.absenceId } })
  },
})
