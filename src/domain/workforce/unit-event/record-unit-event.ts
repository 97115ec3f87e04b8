import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Notes something else that struck a unit (flood, reorganisation, new head), so that an evaluation does not mistake it for an effect. */
export const recordUnitEvent = useCase({
  name: 'record-unit-event',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  reads: ['workforce.units'],
  writes: ['workforce.unit_events'],
  input: z.object({
    unitId: field.id('Unit'),
    kind: field.text('Jenis peristiwa', 60),
    description: field.text('Uraian', 500),
    startsOn: field.day('Tanggal mulai'),
    endsOn: field.day('Tanggal selesai').nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    if (input.endsOn && input.endsOn < input.startsOn) throw errors.period.endsBeforeStart()
    const unit = await db.find(sql`select 1 from workforce.units where id = ${input.unitId}`)
    if (!unit) throw errors.unit.notFound()
    const id = newId()
    await db.insert('workforce.unit_events', [
      {
        agency_id: actor.agencyId,
        id,
        unit_id: input.unitId,
        kind: input.kind,
        description: input.description,
        starts_on: input.startsOn,
        ends_on: input.endsOn ?? null,
      },
    ])
    note({ subjectKind: 'workforce.unit', subjectId: input.unitId, detail: { event: input.kind } })
    announce({ type: 'UnitEventRecorded', payload: { unitId: input.unitId } })
    return { id }
  },
})
