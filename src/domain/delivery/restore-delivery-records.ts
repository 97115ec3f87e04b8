import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreTables } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Tables an import may have changed, children first; each record has its own id. */
const tableNames = [
  'delivery.reactions',
  'delivery.follow_ups',
  'delivery.behaviours',
  'delivery.assignments',
  'delivery.meetings',
  'delivery.enrolments',
  'delivery.classes',
]

const tables = Object.fromEntries(tableNames.map(t => [t, ['id']]))

/** Takes an import's changes of this room back. */
export const restoreDeliveryRecords = useCase({
  name: 'restore-delivery-records',
  room: 'delivery',
  permission: {},
  calledBy: ['undo-import'],
  writes: tableNames,
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    const { restored, drift } = await restoreTables(db, tables, input.changes)
    note({ subjectKind: 'delivery.records', detail: { records: restored } })
    return { restored, drift }
  },
})
