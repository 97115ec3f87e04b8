import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/**
 * Sets whose team each employee belongs to, so that the supervisor's rights follow the appointment.
 * Called by workforce whenever an appointment changes; a supervisor of null takes the person out of every team.
 */
export const setScope = useCase({
  name: 'set-scope',
  room: 'platform',
  permission: {},
  calledBy: ['register-employees', 'link-supervisors', 'restore-workforce-records'],
  writes: ['platform.teams'],
  input: z.object({
    people: z.array(z.object({ employeeId: field.id('Pegawai'), supervisorId: field.id('Atasan').nullable() })),
  }),
  async run({ input, db, actor, note }) {
    const ids = input.people.map(p => p.employeeId)
    await db.run(sql`delete from platform.teams where employee_id = any (${ids})`)
    await db.insert(
      'platform.teams',
      input.people.flatMap(p =>
        p.supervisorId && p.supervisorId !== p.employeeId
          ? [{ agency_id: actor.agencyId, supervisor_id: p.supervisorId, employee_id: p.employeeId }]
          : [],
      ),
      'on conflict do nothing',
    )
    note({ subjectKind: 'platform.team', detail: { people: ids.length } })
    return { people: ids.length }
  },
})
