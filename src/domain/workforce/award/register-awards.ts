import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

export const awardRow = z.object({
  nip: z.string(),
  name: z.string().min(1),
  level: z.enum(['international', 'national', 'inter-agency', 'agency', 'service-years']),
  awardedOn: z.string(),
  decreeNumber: z.string().nullish(),
})

/** Brings awards; one per person, name and day. */
export const registerAwards = useCase({
  name: 'register-awards',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.awards'],
  input: z.object({ rows: z.array(awardRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.awards', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        name: row.name,
        level: row.level,
        awarded_on: row.awardedOn,
        decree_number: row.decreeNumber ?? null,
      })),
      existing: await rowsAsJson(db, 'workforce.awards', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${String(r.name).toLowerCase()}|${r.awarded_on}`,
      newId,
    })
    note({ subjectKind: 'workforce.award', detail: { rows: input.rows.length } })
    return { changes: inPlace(changes), refusals }
  },
})
