import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Says that people's files were looked through on a day, so that "none" is known and not merely missing. */
export const recordCheck = useCase({
  name: 'record-check',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  reads: ['workforce.employees'],
  writes: ['workforce.record_checks'],
  input: z.object({
    employeeIds: z.array(z.string().uuid()).min(1, { error: 'Pilih sekurang-kurangnya satu pegawai.' }),
    subject: z.enum(['award', 'team-role', 'discipline', 'field-match'], { error: 'Pilih berkas yang diperiksa.' }),
    checkedOn: z.string().nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const found = await db.rows<{ id: string }>(
      sql`select id from workforce.employees where id = any (${input.employeeIds})`,
    )
    if (found.length === 0) throw errors.employee.notFound()
    const added = await db.insert(
      'workforce.record_checks',
      found.map(p => ({
        agency_id: actor.agencyId,
        id: newId(),
        employee_id: p.id,
        subject: input.subject,
        checked_on: input.checkedOn ?? on,
        checked_by: actor.name,
      })),
      'on conflict do nothing',
    )
    note({
      subjectKind: 'workforce.record-check',
      employeeId: found.length === 1 ? found[0].id : null,
      detail: { subject: input.subject, people: added },
    })
    return { people: added }
  },
})
