import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

/** Says, after somebody looked, whether a person's field of study fits the post; the look stays beside it with its day. */
export const verifyFieldMatch = useCase({
  name: 'verify-field-match',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['workforce.employees', 'workforce.record_checks'],
  input: z.object({ rows: z.array(z.object({ nip: z.string(), isMatching: z.boolean() })) }),
  async run({ input, db, actor, on, newId, note }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.employees', {
      rows: known.map(({ row, employeeId }) => ({ id: employeeId, is_field_matching: row.isMatching })),
      existing: await rowsAsJson(db, 'workforce.employees', sql`t.id = any (${employeeIds})`),
      keyOf: r => String(r.id),
      newId,
    })
    await db.insert(
      'workforce.record_checks',
      employeeIds.map(employee_id => ({
        agency_id: actor.agencyId,
        id: newId(),
        employee_id,
        subject: 'field-match',
        checked_on: on,
        checked_by: actor.name,
      })),
      'on conflict do nothing',
    )
    note({
      subjectKind: 'workforce.employee',
      employeeId: employeeIds.length === 1 ? employeeIds[0] : null,
      detail: { fieldMatch: employeeIds.length },
    })
    return { changes: inPlace(changes), refusals }
  },
})
