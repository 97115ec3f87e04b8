import { z } from 'zod'
import { addMonths } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult } from '../register-result.ts'

/**
 * An agency's whole list of a subject came in: whoever is not on it was looked at as well, so "none" is known of everybody.
 * A look of the last year is not repeated.
 */
export const registerChecks = useCase({
  name: 'register-checks',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  reads: ['workforce.employees'],
  writes: ['workforce.record_checks'],
  input: z.object({
    subject: z.enum(['award', 'team-role', 'discipline', 'field-match']),
    /** What was looked through: the list's file. */
    source: z.string().min(1),
  }),
  example: { subject: 'discipline', source: 'hukdis.xlsx' },
  async run({ input, db, actor, on, newId, note }): Promise<RegisterResult> {
    const people = await db.rows<{ id: string }>(sql`select id from workforce.v_people p where state = 'active'
      and not exists (select from workforce.record_checks c where c.agency_id = p.agency_id and c.employee_id = p.id
        and c.subject = ${input.subject} and c.checked_on > ${addMonths(on, -12)}::date) order by id`)
    const changes = await saveRows(db, 'workforce.record_checks', {
      rows: people.map(p => ({
        employee_id: p.id,
        subject: input.subject,
        checked_on: on,
        checked_by: `${actor.name}, ${input.source}`,
      })),
      existing: await rowsAsJson(
        db,
        'workforce.record_checks',
        sql`t.subject = ${input.subject} and t.checked_on = ${on}::date`,
      ),
      keyOf: r => `${r.employee_id}|${r.subject}|${r.checked_on}`,
      newId,
    })
    note({ subjectKind: 'workforce.record-check', detail: { subject: input.subject, people: people.length } })
    return { changes: changes.map(c => ({ ...c, line: -1 })), refusals: [] }
  },
})
