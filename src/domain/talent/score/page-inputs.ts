import type { Day } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'
import { type PersonRecords, talentInputsOf } from './evidence.model.ts'
import { evidenceFromSheet, type TalentInputs } from './score.model.ts'
import { type CycleScope, recordsOf, type ScopePerson, sheetPartsOf } from './score.store.ts'
import type { ScoreRules } from './score-rules.model.ts'

export type PageInputs = {
  /** What is known of a person, in the words of these rules. */
  of(employeeId: string, rules: ScoreRules): TalentInputs
  recordOf(employeeId: string): PersonRecords | undefined
}

const fromSheet = (
  employeeId: string,
  sheet: { on: Day; parts: Record<string, number | null> } | undefined,
  rules: ScoreRules,
  asOf: Day,
): TalentInputs =>
  evidenceFromSheet(sheet?.parts ?? {}, rules, asOf, code =>
    sheet
      ? { kind: 'talent.sheet-score', id: employeeId, label: `Lembar talenta ${sheet.on}, ${code}`, on: sheet.on }
      : null,
  )

/** What the score reads of a page of people, from the records or from the agency's own sheet. */
export const inputsOfPage = async (
  db: Db,
  page: readonly ScopePerson[],
  cycle: { as_of: Day; scope: CycleScope },
): Promise<PageInputs> => {
  if (cycle.scope.source === 'sheet') {
    const sheets = await sheetPartsOf(
      db,
      page.map(p => p.id),
    )
    return { of: (id, rules) => fromSheet(id, sheets.get(id), rules, cycle.as_of), recordOf: () => undefined }
  }
  const records = await recordsOf(db, page, cycle.as_of)
  const inputs = new Map([...records].map(([id, record]) => [id, talentInputsOf(record, cycle.as_of)]))
  return { of: id => inputs.get(id) ?? {}, recordOf: id => records.get(id) }
}
