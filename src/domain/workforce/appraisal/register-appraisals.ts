import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

const expectation = z.enum(['above', 'meets', 'below'])

export const appraisalRow = z.object({
  nip: z.string(),
  year: z.number().int(),
  workResult: expectation.nullish(),
  behaviour: expectation.nullish(),
  rating: z.enum(['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang']),
  /** The rating was not written; the matrix gave it. */
  isRatingDerived: z.boolean().default(false),
})

/** Brings yearly appraisals (SKP); one per person and year. */
export const registerAppraisals = useCase({
  name: 'register-appraisals',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.appraisals'],
  input: z.object({ rows: z.array(appraisalRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.appraisals', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        year: row.year,
        work_result: row.workResult ?? null,
        behaviour: row.behaviour ?? null,
        rating: row.rating,
        is_rating_derived: row.isRatingDerived,
      })),
      existing: await rowsAsJson(db, 'workforce.appraisals', sql`t.employee_id = any (${employeeIds})`),
      keyOf: row => `${row.employee_id}|${row.year}`,
      newId,
    })
    note({ subjectKind: 'workforce.appraisal', detail: { rows: input.rows.length } })
    if (changes.some(c => c.kind !== 'same'))
      announce({ type: 'AppraisalsRegistered', payload: { appraisals: changes.length } })
    return { changes: inPlace(changes), refusals }
  },
})
