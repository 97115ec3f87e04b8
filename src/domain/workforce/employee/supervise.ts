import { sql } from '#platform/database/database.ts'
import { type RowChange, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'

/** Links people to the supervisors their rows name; a supervisor who is not registered leaves the link as it is. */
export const superviseByNip = async (
  db: Parameters<typeof rowsAsJson>[0],
  people: readonly { nip: string; supervisorNip?: string | null }[],
  newId: () => string,
): Promise<{ pairs: { employeeId: string; supervisorId: string | null }[]; changes: RowChange[] }> => {
  const nips = [...new Set(people.flatMap(p => (p.supervisorNip ? [p.nip, p.supervisorNip] : [p.nip])))]
  const rows = await rowsAsJson(db, 'workforce.employees', sql`t.nip = any (${nips})`)
  const byNip = new Map(rows.map(r => [String(r.nip), r]))
  const wanted = people.map(p => ({
    id: byNip.get(p.nip)!.id,
    supervisor_id: p.supervisorNip ? (byNip.get(p.supervisorNip)?.id ?? null) : null,
  }))
  const changes = await saveRows(db, 'workforce.employees', {
    rows: wanted,
    existing: rows,
    keyOf: row => String(row.id),
    newId,
  })
  return {
    pairs: changes.map(c => ({
      employeeId: String(c.after?.id),
      supervisorId: (c.after?.supervisor_id as string | null) ?? null,
    })),
    // Linking a person who is new in this batch is part of being new.
    changes: changes.filter(c => c.kind === 'changed'),
  }
}
