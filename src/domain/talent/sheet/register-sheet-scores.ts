import { z } from 'zod'
import { type RegisterResult, withPeople } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

export const sheetRow = z.object({
  nip: z.string(),
  /** The day the sheet speaks of. */
  sheetOn: z.string(),
  /** Parts of both axes by code, 0-100; null: not known. */
  parts: z.record(z.string(), z.number().min(0).max(100).nullable()),
  writtenX: z.number().nullish(),
  writtenY: z.number().nullish(),
  writtenBox: z.number().int().nullish(),
})

/** Brings a SIMATA-like talent sheet: scored parts as the agency holds them, beside what the sheet concluded. */
export const registerSheetScores = useCase({
  name: 'register-sheet-scores',
  room: 'talent',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['talent.sheet_scores'],
  input: z.object({ rows: z.array(sheetRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'talent.sheet_scores', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        sheet_on: row.sheetOn,
        parts: row.parts,
        written_x: row.writtenX ?? null,
        written_y: row.writtenY ?? null,
        written_box: row.writtenBox ?? null,
      })),
      existing: await rowsAsJson(db, 'talent.sheet_scores', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${r.sheet_on}`,
      newId,
      identity: ['employee_id', 'sheet_on'],
    })
    note({ subjectKind: 'talent.sheet', detail: { rows: input.rows.length } })
    if (changes.some(c => c.kind !== 'same'))
      announce({ type: 'SheetScoresRegistered', payload: { people: changes.length } })
    return { changes: inPlace(changes), refusals }
  },
})
