import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Day } from '#core/values/day.ts'
import { type Actor, rolesOf } from '#platform/access/actor.ts'

export { sql }
/** A piece of SQL with its parameters: made by the `sql` tag, never by joining text. */
export type Query<T = unknown> = RawBuilder<T>

/** Compiles `sql` templates; it has no connection of its own. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082) return (text: string) => text // date stays YYYY-MM-DD
    if (oid === 20 || oid === 1700) return (text: string) => Number(text) // bigint, numeric
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** A connection as one actor, inside one transaction. Row-level security has the last word on what it sees. */
export type Db = {
  readonly actor: Actor
  /** The agency's day: what "today" means in this transaction. */
  readonly on: Day
  rows<T>(query: Query): Promise<T[]>
  /** The only row; throws when there is none or more than one. */
  one<T>(query: Query): Promise<T>
  find<T>(query: Query): Promise<T | null>
  /** Number of rows touched. */
  run(query: Query): Promise<number>
  /** Rows in pages of `size` by a server-side cursor: flat memory over any table. */
  pages<T>(query: Query, size: number): AsyncGenerator<T[]>
  /** Inserts many rows by column name; JSON in between, 2,000 rows a statement. */
  insert(table: string, rows: readonly Record<string, unknown>[], onConflict?: string): Promise<number>
}

/** The database as the application's own login: owns nothing, bypasses nothing. */
export type Database = {
  as<T>(
    actor: Actor,
    work: (db: Db) => Promise<T>,
    options?: { readOnly?: boolean; serializable?: boolean },
  ): Promise<T>
  /** Answers only while the server answers. */
  ping(): Promise<string>
  /** For the frame alone: named rights of a use case inside a transaction. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** An insert of so many rows may have changed what the planner should know of the table. */
const rowsThatTell = 50

const tableName = /^[a-z_]+\.[a-z_0-9]+$/
const columnName = /^[a-z_0-9]+$/

const compile = (query: Query) => {
  const { sql: text, parameters } = query.compile(compiler)
  return { text, values: parameters as unknown[] }
}

const dbOn = (client: pg.PoolClient, actor: Actor): Db => {
  let cursors = 0
  const db: Db = {
    actor,
    on: actor.on,
    async rows<T>(query: Query) {
      return (await client.query(compile(query))).rows as T[]
    },
    async find<T>(query: Query) {
      return ((await client.query(compile(query))).rows[0] as T | undefined) ?? null
    },
    async one<T>(query: Query) {
      const { rows } = await client.query(compile(query))
      if (rows.length !== 1) throw new Error(`expected one row, found ${rows.length}`)
      return rows[0] as T
    },
    async run(query: Query) {
      return (await client.query(compile(query))).rowCount ?? 0
    },
    async *pages<T>(query: Query, size: number) {
      const name = `pages_${++cursors}`
      const { text, values } = compile(query)
      await client.query(`declare ${name} no scroll cursor for ${text}`, values)
      try {
        for (;;) {
          const { rows } = await client.query(`fetch ${size} from ${name}`)
          if (rows.length === 0) return
          yield rows as T[]
        }
      } finally {
        await client.query(`close ${name}`)
      }
    },
    async insert(table, rows, onConflict = '') {
      if (rows.length === 0) return 0
      const columns = Object.keys(rows[0])
      if (!tableName.test(table) || columns.some(c => !columnName.test(c)))
        throw new Error(`not a table or column name: ${table} ${columns}`)
      const list = columns.join(', ')
      let done = 0
      for (let i = 0; i < rows.length; i += 2000) {
        const batch = JSON.stringify(rows.slice(i, i + 2000))
        const result = await client.query(
          `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${onConflict}`,
          [batch],
        )
        done += result.rowCount ?? 0
        // In a long transaction nobody else can learn how large the table has become.
        if (rows.length >= rowsThatTell) await client.query('select platform.learn_size($1)', [table])
      }
      return done
    },
  }
  return db
}

/** Sets, for the rest of the transaction, under which use case's named right the actor writes. */
export const setNamedRight = (db: Db, useCase: string | null, caller: string | null): Promise<number> =>
  db.run(
    sql`select set_config('app.use_case', ${useCase ?? ''}, true), set_config('app.caller', ${caller ?? ''}, true)`,
  )

/**
 * How long an unused connection is kept, in milliseconds. A new server process of PostgreSQL reads the catalogue and every policy anew,
 * which costs the first pages it serves more than the page itself; ten seconds (the library's own figure) made that the rule in a quiet office.
 */
export const keptIdle = 10 * 60_000

/** Opens the pool. The login must neither own the tables nor bypass row-level security. */
export const openDatabaseAsApp = (connectionString: string, { max = 10 } = {}): Database => {
  const pool = new pg.Pool({ connectionString, max, types, idleTimeoutMillis: keptIdle, application_name: 'anyam' })
  pool.on('error', () => undefined) // an idle connection lost: the next query opens another
  return {
    pool,
    async as(actor, work, { readOnly = false, serializable = false } = {}) {
      const client = await pool.connect()
      try {
        await client.query(`begin${serializable ? ' isolation level serializable' : ''}${readOnly ? ' read only' : ''}`)
        await client.query(
          `select set_config('app.agency_id', $1, true), set_config('app.employee_id', $2, true), set_config('app.roles', $3, true), set_config('app.account_id', $4, true), set_config('app.use_case', '', true), set_config('app.caller', '', true)`,
          [actor.agencyId, actor.employeeId ?? '', rolesOf(actor).join(','), actor.accountId ?? ''],
        )
        const result = await work(dbOn(client, actor))
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        // A connection that cannot roll back is thrown away.
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        )
        throw error
      }
    },
    async ping() {
      const { rows } = await pool.query('show server_version')
      return rows[0].server_version as string
    },
    close: () => pool.end(),
  }
}
