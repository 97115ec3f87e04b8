import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Tables an import may have changed, children first; each record has its own id. */
const tables = [
  'delivery.reactions',
  'delivery.follow_ups',
  'delivery.behaviours',
  'delivery.assignments',
  'delivery.meetings',
  'delivery.enrolments',
  'delivery.classes',
]

/** Takes an import's changes of this room back. */
export const restoreDeliveryRecords = useCase({
  name: 'restore-delivery-records',
  room: 'delivery',
  permission: {},
  calledBy: ['undo-import'],
  writes: tables,
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    let records = 0
    for (const table of tables)
      records += await restoreRows(
        db,
        table,
        ['id'],
        input.changes.filter(c => c.table === table),
      )
    note({ subjectKind: 'delivery.records', detail: { records } })
    return { records }
  },
})
