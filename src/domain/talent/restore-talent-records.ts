import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreTables } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

const tables = { 'talent.sheet_scores': ['employee_id', 'sheet_on'] }

/** Takes an import's changes of this room back. */
export const restoreTalentRecords = useCase({
  name: 'restore-talent-records',
  room: 'talent',
  permission: {},
  calledBy: ['undo-import'],
  writes: Object.keys(tables),
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    const { restored, drift } = await restoreTables(db, tables, input.changes)
    note({ subjectKind: 'talent.records', detail: { records: restored } })
    return { restored, drift }
  },
})
