import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreTables } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Tables an import may have changed, children first, with the columns that identify a record. */
const tables: Record<string, readonly string[]> = {
  'competency.evidence': ['id'],
  'competency.assessment_levels': ['assessment_id', 'competency_id'],
  'competency.assessments': ['id'],
  'competency.requirements': ['standard_id', 'competency_id'],
  'competency.position_standards': ['id'],
  'competency.competencies': ['id'],
}

/** Takes an import's changes of this room back. */
export const restoreCompetencyRecords = useCase({
  name: 'restore-competency-records',
  room: 'competency',
  permission: {},
  calledBy: ['undo-import'],
  writes: Object.keys(tables),
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    const { restored, drift } = await restoreTables(db, tables, input.changes)
    note({ subjectKind: 'competency.records', detail: { records: restored } })
    return { restored, drift }
  },
})
