import { type Db, sql } from './database.ts'

export type Row = Record<string, unknown>

/** What saving did to one record; `line` is the place of the incoming row in its list. */
export type RowChange = {
  table: string
  line: number
  kind: 'new' | 'changed' | 'same' | 'removed'
  /** Columns that identify the record, with their values. */
  key: Row
  before: Row | null
  after: Row | null
}

const namePattern = /^[a-z_]+\.[a-z_0-9]+$/
const columnPattern = /^[a-z_0-9]+$/

/** A table's or column's name as SQL; anything that is not a plain name is a fault of ours. */
const name = (text: string, pattern: RegExp) => {
  if (!pattern.test(text)) throw new Error(`not a plain name: ${text}`)
  return sql.raw(text)
}

/** The same content, whatever the order of keys; numbers to the fourth decimal, as columns keep them. */
export const sameContent = (a: unknown, b: unknown): boolean => {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 5e-5
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [x, y] = [a as Row, b as Row]
  const keys = new Set([...Object.keys(x), ...Object.keys(y)])
  return [...keys].every(key => sameContent(x[key], y[key]))
}

/** Every record of a table that a filter finds, as the table's own JSON: dates as text, numbers as numbers. */
export const rowsAsJson = async (db: Db, table: string, where: ReturnType<typeof sql>): Promise<Row[]> =>
  (await db.rows<{ row: Row }>(sql`select to_jsonb(t) as row from ${name(table, namePattern)} t where ${where}`)).map(
    r => r.row,
  )

/**
 * Saves rows by their natural key and says of each whether it was new, changed or the same.
 * A value that the incoming row does not know (null) never erases a known one.
 */
export const saveRows = async (
  db: Db,
  table: string,
  options: {
    rows: readonly Row[]
    /** Records that may be the same, read beforehand as JSON. */
    existing: readonly Row[]
    /** Natural key of a record or an incoming row. */
    keyOf(row: Row): string
    newId(): string
    /** Columns of the primary key besides the agency. */
    identity?: readonly string[]
  },
): Promise<RowChange[]> => {
  const identity = options.identity ?? ['id']
  const known = new Map(options.existing.map(row => [options.keyOf(row), row]))
  const agency_id = db.actor.agencyId
  const changes: RowChange[] = []
  const inserts = new Map<string, Row>()
  const updates = new Map<string, Row>()
  options.rows.forEach((incoming, line) => {
    const key = options.keyOf(incoming)
    const before = known.get(key) ?? null
    const identityOf = (row: Row) => Object.fromEntries(['agency_id', ...identity].map(c => [c, row[c]]))
    if (!before) {
      const after: Row = { agency_id, ...(identity.includes('id') ? { id: options.newId() } : {}), ...incoming }
      inserts.set(key, after)
      known.set(key, after)
      changes.push({ table, line, kind: 'new', key: identityOf(after), before: null, after })
      return
    }
    const differs = Object.keys(incoming).filter(
      c => (incoming[c] ?? null) !== null && !sameContent(before[c], incoming[c]),
    )
    if (differs.length === 0) {
      changes.push({ table, line, kind: 'same', key: identityOf(before), before, after: before })
      return
    }
    const after = { ...before, ...Object.fromEntries(differs.map(c => [c, incoming[c]])) }
    known.set(key, after)
    if (inserts.has(key)) {
      inserts.set(key, after)
      changes.push({ table, line, kind: 'same', key: identityOf(after), before: null, after })
      return
    }
    updates.set(key, after)
    changes.push({ table, line, kind: 'changed', key: identityOf(after), before, after })
  })
  if (inserts.size > 0) {
    const columns = [...new Set([...inserts.values()].flatMap(Object.keys))]
    await db.insert(
      table,
      [...inserts.values()].map(row => Object.fromEntries(columns.map(c => [c, row[c] ?? null]))),
    )
  }
  await overwrite(db, table, identity, [...updates.values()])
  return changes
}

const overwrite = async (db: Db, table: string, identity: readonly string[], rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0])
  if (columns.some(c => !columnPattern.test(c))) throw new Error(`not a plain name: ${columns}`)
  const set = columns.filter(c => c !== 'agency_id' && !identity.includes(c)).map(c => `${c} = excluded.${c}`)
  await db.insert(table, rows, `on conflict (${['agency_id', ...identity].join(', ')}) do update set ${set.join(', ')}`)
}

/** Something was built on the records since: they no longer stand as a change left them, or others refer to them. */
export type Drift = { table: string; records: number; how: 'changed' | 'referred' }

/** Which table refers to records that were to go; null when the error is another one. */
const referringTable = (error: unknown): string | null =>
  error instanceof Error && (error as { code?: string }).code === '23503'
    ? ((error as { table?: string }).table ?? 'records')
    : null

/**
 * Takes changes back: what was new goes, what was changed or removed is as before.
 * Nothing is touched when a record no longer stands as the changes left it.
 */
export const restoreRows = async (
  db: Db,
  table: string,
  identity: readonly string[],
  changes: readonly Pick<RowChange, 'kind' | 'key' | 'before' | 'after'>[],
): Promise<{ restored: number; drift: Drift | null }> => {
  if (changes.length === 0) return { restored: 0, drift: null }
  const columns = ['agency_id', ...identity]
  if (columns.some(c => !columnPattern.test(c))) throw new Error(`not a plain name: ${columns}`)
  const keyOf = (row: Row) => identity.map(c => row[c]).join('|')
  const records = new Map<string, { key: Row; before: Row | null; after: Row | null }>()
  for (const c of changes) {
    const known = records.get(keyOf(c.key))
    records.set(keyOf(c.key), { key: c.key, before: known ? known.before : c.before, after: c.after })
  }
  const touched = [...records.values()]
  const match = sql.raw(columns.map(c => `t.${c} = r.${c}`).join(' and '))
  const target = name(table, namePattern)
  const current = new Map<string, Row>()
  for (let i = 0; i < touched.length; i += 2000) {
    const keys = JSON.stringify(touched.slice(i, i + 2000).map(t => t.key))
    const found = await db.rows<{ row: Row }>(
      sql`select to_jsonb(t) as row from ${target} t join jsonb_populate_recordset(null::${target}, ${keys}::jsonb) r on ${match}`,
    )
    for (const { row } of found) current.set(keyOf(row), row)
  }
  const drifted = touched.filter(t => {
    const now = current.get(keyOf(t.key))
    if (!t.after) return now !== undefined
    return !now || Object.keys(t.after).some(c => !sameContent(now[c], t.after?.[c]))
  })
  if (drifted.length > 0) return { restored: 0, drift: { table, records: drifted.length, how: 'changed' } }
  const added = touched.filter(t => !t.before).map(t => t.key)
  if (added.length > 0) {
    await db.run(sql`savepoint restoring`)
    try {
      await db.run(
        sql`delete from ${target} t using jsonb_populate_recordset(null::${target}, ${JSON.stringify(added)}::jsonb) r where ${match}`,
      )
    } catch (error) {
      await db.run(sql`rollback to savepoint restoring`)
      const referring = referringTable(error)
      if (referring === null) throw error
      return { restored: 0, drift: { table: referring, records: added.length, how: 'referred' } }
    }
  }
  await overwrite(
    db,
    table,
    identity,
    touched.flatMap(t => (t.before ? [t.before] : [])),
  )
  return { restored: touched.length, drift: null }
}

/** Takes back a room's changes table by table, children first; stops with the drift where something was built on them. */
export const restoreTables = async (
  db: Db,
  tables: Readonly<Record<string, readonly string[]>>,
  changes: readonly Pick<RowChange, 'table' | 'kind' | 'key' | 'before' | 'after'>[],
): Promise<{ restored: number; drift: Drift[] }> => {
  let restored = 0
  const drift: Drift[] = []
  for (const [table, identity] of Object.entries(tables)) {
    const done = await restoreRows(
      db,
      table,
      identity,
      changes.filter(c => c.table === table),
    )
    restored += done.restored
    if (done.drift) drift.push(done.drift)
  }
  return { restored, drift }
}
