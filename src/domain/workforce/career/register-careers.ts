import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

export const careerRow = z.object({
  nip: z.string(),
  positionName: z.string().min(1),
  unitName: z.string().nullish(),
  tier: z.string().nullish(),
  family: z.string().nullish(),
  /** Definitif, Plt, Plh. */
  assignment: z.string().default('Definitif'),
  startsOn: z.string(),
  /** The last day in the post; null: still in it. */
  endsOn: z.string().nullish(),
  decreeNumber: z.string().nullish(),
})

/** Brings the history of posts; one entry per person, first day, post and kind of assignment. */
export const registerCareers = useCase({
  name: 'register-careers',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.careers'],
  input: z.object({ rows: z.array(careerRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.careers', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        position_name: row.positionName,
        unit_name: row.unitName ?? null,
        tier: row.tier ?? null,
        family: row.family ?? null,
        assignment: row.assignment,
        starts_on: row.startsOn,
        ends_on: row.endsOn ?? null,
        decree_number: row.decreeNumber ?? null,
      })),
      existing: await rowsAsJson(db, 'workforce.careers', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r =>
        `${r.employee_id}|${r.starts_on}|${String(r.position_name).toLowerCase()}|${String(r.assignment).toLowerCase()}`,
      newId,
    })
    note({ subjectKind: 'workforce.career', detail: { rows: input.rows.length } })
    return { changes: inPlace(changes), refusals }
  },
})
