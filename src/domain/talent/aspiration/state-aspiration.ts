import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** A person says toward which post she wants to grow. Dated; the earlier one is withdrawn, not erased. */
export const stateAspiration = useCase({
  name: 'state-aspiration',
  room: 'talent',
  permission: { asn: 'own', hr_officer: 'agency' },
  reads: ['workforce.positions'],
  writes: ['talent.aspirations'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    positionId: field.id('Jabatan sasaran'),
    note: z.string().max(1000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!(await db.find(sql`select 1 from workforce.v_positions where id = ${input.positionId}`)))
      throw errors.aspiration.notFound()
    await db.run(
      sql`update talent.aspirations set withdrawn_on = ${on} where employee_id = ${input.employeeId} and withdrawn_on is null`,
    )
    const id = newId()
    await db.insert('talent.aspirations', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        target_position_id: input.positionId,
        note: input.note ?? null,
        stated_on: on,
      },
    ])
    note({ subjectKind: 'talent.aspiration', subjectId: id, employeeId: input.employeeId })
    return { id }
  },
})
