import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

export const sanctionRow = z.object({
  nip: z.string(),
  level: z.enum(['ringan', 'sedang', 'berat']),
  name: z.string().min(1),
  decreeNumber: z.string().nullish(),
  startsOn: z.string(),
  endsOn: z.string().nullish(),
})

/** Brings disciplinary sanctions; one per person, first day and name. Sensitive: its own permission. */
export const registerSanctions = useCase({
  name: 'register-sanctions',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.sanctions'],
  input: z.object({ rows: z.array(sanctionRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.sanctions', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        level: row.level,
        name: row.name,
        decree_number: row.decreeNumber ?? null,
        starts_on: row.startsOn,
        ends_on: row.endsOn ?? null,
      })),
      existing: await rowsAsJson(db, 'workforce.sanctions', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${r.starts_on}|${r.level}`,
      newId,
    })
    note({ subjectKind: 'workforce.sanction', detail: { rows: input.rows.length } })
    return { changes: inPlace(changes), refusals }
  },
})
