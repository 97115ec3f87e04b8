import { z } from 'zod'
import { type RegisterResult, withPeople } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

export const feedbackRow = z.object({
  nip: z.string(),
  year: z.number().int(),
  rating: z.enum(['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang']),
  /** How many answered; null: not written. */
  raters: z.number().int().min(1).nullish(),
})

/** Brings the yearly result of 360 degree feedback as the performance system gives it; one per person and year. */
export const registerFeedback = useCase({
  name: 'register-feedback',
  room: 'talent',
  permission: { hr_officer: 'agency', system: 'agency' },
  reads: ['workforce.employees'],
  writes: ['talent.feedback_360'],
  input: z.object({ rows: z.array(feedbackRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'talent.feedback_360', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        year: row.year,
        rating: row.rating,
        raters: row.raters ?? null,
      })),
      existing: await rowsAsJson(db, 'talent.feedback_360', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${r.year}`,
      newId,
    })
    note({ subjectKind: 'talent.feedback-360', detail: { rows: input.rows.length } })
    if (changes.some(c => c.kind !== 'same'))
      announce({ type: 'FeedbackRegistered', payload: { people: changes.length } })
    return { changes: inPlace(changes), refusals }
  },
})
