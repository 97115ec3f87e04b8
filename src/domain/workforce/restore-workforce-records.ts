import { z } from 'zod'
import { setScope } from '#platform/access/set-scope.ts'
import { sql } from '#platform/database/database.ts'
import { restoreTables } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Tables an import may have changed, children first, with the columns that identify a record. */
const tables: Record<string, readonly string[]> = {
  'workforce.indicator_values': ['indicator_id', 'unit_id', 'month_on'],
  'workforce.indicators': ['id'],
  'workforce.trainings': ['id'],
  'workforce.sanctions': ['id'],
  'workforce.record_checks': ['id'],
  'workforce.team_roles': ['id'],
  'workforce.awards': ['id'],
  'workforce.appraisals': ['id'],
  'workforce.careers': ['id'],
  'workforce.disability_statements': ['employee_id'],
  'workforce.employees': ['id'],
  'workforce.positions': ['id'],
  'workforce.units': ['id'],
}

export const recordChange = z.object({
  table: z.string(),
  kind: z.enum(['new', 'changed', 'same', 'removed']),
  key: z.record(z.string(), z.unknown()),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

/** Takes an import's changes back: what was new goes, what was changed is as before. */
export const restoreWorkforceRecords = useCase({
  name: 'restore-workforce-records',
  room: 'workforce',
  permission: {},
  calledBy: ['undo-import'],
  writes: Object.keys(tables),
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note, call }) {
    const people = input.changes.filter(c => c.table === 'workforce.employees').map(c => String(c.key.id))
    const { restored, drift } = await restoreTables(db, tables, input.changes)
    if (drift.length === 0 && people.length > 0) {
      const staying = await db.rows<{ id: string; supervisor_id: string | null }>(
        sql`select id, supervisor_id from workforce.employees where id = any (${people})`,
      )
      const supervisors = new Map(staying.map(p => [p.id, p.supervisor_id]))
      await call(setScope, {
        people: people.map(employeeId => ({ employeeId, supervisorId: supervisors.get(employeeId) ?? null })),
      })
    }
    note({ subjectKind: 'workforce.records', detail: { records: restored } })
    return { restored, drift }
  },
})
