import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Takes an import's changes of this room back. */
export const restoreTalentRecords = useCase({
  name: 'restore-talent-records',
  room: 'talent',
  permission: {},
  calledBy: ['undo-import'],
  writes: ['talent.sheet_scores'],
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    const records = await restoreRows(
      db,
      'talent.sheet_scores',
      ['employee_id', 'sheet_on'],
      input.changes.filter(c => c.table === 'talent.sheet_scores'),
    )
    note({ subjectKind: 'talent.records', detail: { records } })
    return { records }
  },
})
