import { z } from 'zod'
import { recordChange } from '#domain/workforce/restore-workforce-records.ts'
import { restoreTables } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

/** Tables an import may have changed, children first, with the columns that identify a record. */
const tables: Record<string, readonly string[]> = {
  'planning.plan_checks': ['item_id', 'day_number'],
  'planning.plan_items': ['id'],
  'planning.plans': ['id'],
  'planning.programme_units': ['programme_id', 'unit_id'],
  'planning.programme_people': ['programme_id', 'employee_id', 'role'],
  'planning.programmes': ['id'],
  'planning.sessions': ['id'],
  'planning.module_effects': ['module_id', 'competency_id'],
  'planning.module_prerequisites': ['module_id', 'clause', 'required_module_id'],
  'planning.modules': ['id'],
  'planning.budget_lines': ['id'],
}

/** Takes an import's changes of this room back. */
export const restorePlanningRecords = useCase({
  name: 'restore-planning-records',
  room: 'planning',
  permission: {},
  calledBy: ['undo-import'],
  writes: Object.keys(tables),
  input: z.object({ changes: z.array(recordChange) }),
  async run({ input, db, note }) {
    const { restored, drift } = await restoreTables(db, tables, input.changes)
    note({ subjectKind: 'planning.records', detail: { records: restored } })
    return { restored, drift }
  },
})
