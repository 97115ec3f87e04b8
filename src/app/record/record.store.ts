import { type Db, sql } from '#platform/database/database.ts'
import type { RecordKind } from '#platform/web/record-kind.ts'
import { recordKinds } from './record-kinds.ts'

export type FoundRecord = {
  kind: string
  title: string
  employeeId: string | null
  /** Under row-level security: what the reader may not see is not here. */
  values: Record<string, unknown>
}

const identifier = /^[a-z_]+(\.[a-z_0-9]+)?$/
const name = (text: string) => {
  if (!identifier.test(text)) throw new Error(`not a name: ${text}`)
  return sql.raw(text)
}

/** The record a source points to; null when there is none or the reader may not see it. */
export const findRecord = async (db: Db, kindName: string, id: string): Promise<FoundRecord | null> => {
  const kind: RecordKind | undefined = recordKinds[kindName]
  if (!kind) return null
  const keys = kind.keys ?? ['id']
  const given = id.split('~')
  if (given.length < keys.length) return null
  const conditions = keys.map((key, i) => sql`t.${name(key)}::text = ${given[i]}`)
  const row = await db.find<{ value: Record<string, unknown> }>(
    sql`select to_jsonb(t) as value from ${name(kind.table)} t where ${sql.join(conditions, sql` and `)} limit 1`,
  )
  if (!row) return null
  return {
    kind: kindName,
    title: kind.title,
    employeeId: kind.person ? ((row.value[kind.person] as string | null) ?? null) : null,
    values: Object.fromEntries(Object.keys(kind.fields).map(column => [column, row.value[column] ?? null])),
  }
}

export const findPersonName = (db: Db, employeeId: string) =>
  db.find<{ name: string; position_name: string | null; unit_name: string }>(
    sql`select name, position_name, unit_name from workforce.v_people where id = ${employeeId}`,
  )
