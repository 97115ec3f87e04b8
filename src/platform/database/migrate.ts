import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Where the database's history stands: plain SQL, one file after the other, forward only. */
export const migrationsDirectory = path.resolve(import.meta.dirname, '../../../migrations')

export type Migration = { name: string; sql: string; checksum: string }

const fileName = /^\d{4}_[a-z]+(_[a-z0-9_]+)?\.sql$/

/** The history in order. Throws when a file is misnamed or two files carry one number. */
export const readMigrations = (directory = migrationsDirectory): Migration[] => {
  const files = readdirSync(directory)
    .filter(f => f.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  for (const file of files) {
    if (!fileName.test(file)) throw new Error(`${file}: name it NNNN_room_what.sql`)
    const number = file.slice(0, 4)
    if (numbers.has(number)) throw new Error(`${file}: the number ${number} is taken; give this file the next one`)
    numbers.add(number)
  }
  return files.map(file => {
    const sql = readFileSync(path.join(directory, file), 'utf8')
    return { name: file, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
  })
}

export type MigrateOptions = {
  directory?: string
  /** Runs up to this file and no further: a restore brings the database to the archive's own day first. */
  upTo?: string
  /** Told before each file runs. */
  onStep?: (name: string) => void
}

/** Names of the files that have run, in order; empty for a new database. */
export const appliedMigrations = async (client: pg.ClientBase): Promise<{ name: string; checksum: string }[]> => {
  const { rows } = await client.query(`select to_regclass('platform.migrations') is not null as there`)
  if (!rows[0].there) return []
  return (await client.query('select name, checksum from platform.migrations order by name')).rows
}

/**
 * Brings the database to the present: every file that has not run yet, each in its own transaction, one process at a time.
 * Refuses when a file was changed after it ran, when one that ran is missing, or when a new one stands before one that ran.
 */
export const migrate = async (
  ownerConnectionString: string,
  { directory, upTo, onStep }: MigrateOptions = {},
): Promise<{ applied: string[]; version: string | null }> => {
  const all = readMigrations(directory)
  const client = new pg.Client({ connectionString: ownerConnectionString, application_name: 'anyam migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('anyam migrate', 0))`)
    const done = await appliedMigrations(client)
    done.forEach((ran, i) => {
      const now = all.find(m => m.name === ran.name)
      if (!now)
        throw new Error(
          `${ran.name} ran on this database but is no longer in migrations/. Use a version of the product that has it.`,
        )
      if (now.checksum !== ran.checksum)
        throw new Error(
          `${ran.name} was changed after it ran. Bring it back as it was and write the change as a new file. (A development database: npm run reset.)`,
        )
      if (all[i].name !== ran.name)
        throw new Error(
          `${all[i].name} stands before ${ran.name}, which has already run. Give it the next free number.`,
        )
    })
    const applied: string[] = []
    for (const migration of all.slice(done.length)) {
      if (upTo && migration.name > upTo) break
      onStep?.(migration.name)
      await runOne(client, migration)
      applied.push(migration.name)
    }
    return { applied, version: [...done.map(d => d.name), ...applied].at(-1) ?? null }
  } finally {
    await client.end()
  }
}

const runOne = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query(`create table if not exists platform.migrations (
      name text primary key, checksum text not null, ran_at timestamptz not null default now())`)
    // The product's login sees nothing here: row-level security without a policy for it.
    await client.query(`do $$ begin
      if not exists (select from pg_policy where polrelid = 'platform.migrations'::regclass) then
        alter table platform.migrations enable row level security;
        execute format('create policy keeper on platform.migrations to %I using (true) with check (true)', current_user);
        alter table platform.migrations force row level security;
      end if; end $$`)
    await client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const { message, position } = error as { message: string; position?: string }
    const line = position ? migration.sql.slice(0, Number(position)).split('\n').length : null
    throw new Error(`${migration.name}${line ? `, line ${line}` : ''}: ${message}`, { cause: error })
  }
}
