import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { mayListSay, type Statement } from './disability.model.ts'

/** What a staff list says of disability. Whoever has spoken, or withdrawn, is left alone, and the list does not learn of it. */
export const registerDisability = useCase({
  name: 'register-disability',
  room: 'workforce',
  permission: {},
  calledBy: ['register-employees'],
  writes: ['workforce.disability_statements'],
  input: z.object({ rows: z.array(z.object({ employeeId: z.string(), isDisabled: z.boolean() })) }),
  async run({ input, db, on, newId, note }) {
    const existing = await rowsAsJson(
      db,
      'workforce.disability_statements',
      sql`t.employee_id = any (${input.rows.map(r => r.employeeId)}::uuid[])`,
    )
    const held = new Map(
      existing.map(r => [
        String(r.employee_id),
        { isDisabled: r.is_disabled, source: r.source, statedOn: r.stated_on } as Statement & { statedOn: string },
      ]),
    )
    const kept = input.rows.flatMap((r, line) =>
      mayListSay(held.get(r.employeeId) ?? null) && held.get(r.employeeId)?.isDisabled !== r.isDisabled
        ? [{ ...r, line }]
        : [],
    )
    const changes = await saveRows(db, 'workforce.disability_statements', {
      rows: kept.map(r => ({
        employee_id: r.employeeId,
        is_disabled: r.isDisabled,
        source: 'import',
        stated_on: on,
      })),
      existing,
      keyOf: r => String(r.employee_id),
      newId,
      identity: ['employee_id'],
    })
    note({ subjectKind: 'workforce.disability-statement', detail: { rows: kept.length } })
    return { changes: changes.map(c => ({ ...c, line: kept[c.line].line })) }
  },
})
