import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Refusal } from '#platform/refusal.ts'
import { readArchive, writeArchive } from './archive.ts'
import { appliedMigrations, migrate, readMigrations } from './migrate.ts'

type TableEntry = { table: string; columns: string[] }

/** First entry of an archive: what it holds and of which version of the database. */
export type Manifest = {
  format: 'anyam-backup'
  formatVersion: 1
  madeAt: string
  server: string
  migrations: { name: string; checksum: string }[]
  tables: TableEntry[]
  sequences: { name: string; value: string; isCalled: boolean }[]
}

/** Last entry: proof that all before it is whole. */
type Seal = { manifest: string; tables: Record<string, { rows: number; sha256: string }> }

/** What an archive holds, checked. */
export type BackupFacts = { manifest: Manifest; rows: number; rowsOf: Record<string, number> }

const chunkBytes = 4 * 1024 * 1024
/** Written by the product itself at each start, or waiting work of a queue: not part of an agency's records. */
const leftOut = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'jobs') and n.nspname not like 'pg\\_%'
  and (n.nspname, c.relname) not in (('platform', 'migrations'), ('platform', 'role_rights'), ('platform', 'use_case_roles'),
    ('platform', 'use_case_tables'), ('platform', 'use_case_callers'))`

const notAnArchive = (why: string): Refusal =>
  new Refusal('backup.unreadable', `Berkas cadangan tidak dapat dipakai: ${why}. Gunakan cadangan lain.`)

const connect = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString, application_name: 'anyam backup' })
  await client.connect()
  return client
}
const name = (table: string): string =>
  table
    .split('.')
    .map(part => pg.escapeIdentifier(part))
    .join('.')
const list = (columns: readonly string[]): string => columns.map(c => pg.escapeIdentifier(c)).join(', ')

const tablesOf = async (client: pg.ClientBase): Promise<TableEntry[]> =>
  (
    await client.query(
      `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where c.relkind = 'r' and ${leftOut} group by 1 order by 1`,
    )
  ).rows

const sequencesOf = async (client: pg.ClientBase): Promise<Manifest['sequences']> => {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${leftOut} order by 1`,
  )
  const found: Manifest['sequences'] = []
  for (const row of rows as { name: string }[]) {
    const { rows: at } = await client.query(
      `select last_value::text as value, is_called as "isCalled" from ${name(row.name)}`,
    )
    found.push({ name: row.name, ...at[0] })
  }
  return found
}

/**
 * Writes all records into one checksummed file (`.tar.gz`: a manifest, each table as COPY text, a seal), as they stood at one moment.
 * `ownerConnection` is the owner of the tables: nobody else sees every agency's rows.
 */
export const backup = async (
  ownerConnection: string,
  file: string,
  onTable: (table: string, rows: number) => void = () => undefined,
): Promise<BackupFacts> => {
  const client = await connect(ownerConnection)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, current_setting('server_version') as server`,
    )
    const manifest: Manifest = {
      format: 'anyam-backup',
      formatVersion: 1,
      madeAt: rows[0].at,
      server: rows[0].server,
      migrations: (await appliedMigrations(client)).map(m => ({ name: m.name, checksum: m.checksum })),
      tables: await tablesOf(client),
      sequences: await sequencesOf(client),
    }
    const head = Buffer.from(JSON.stringify(manifest, null, 1))
    const seal: Seal = { manifest: createHash('sha256').update(head).digest('hex'), tables: {} }
    await writeArchive(file, async put => {
      await put('manifest.json', head)
      for (const { table, columns } of manifest.tables) {
        const hash = createHash('sha256')
        let held: Buffer[] = []
        let size = 0
        let part = 0
        const flush = async () => {
          if (size === 0) return
          await put(`tables/${table}/${String(++part).padStart(6, '0')}.copy`, Buffer.concat(held))
          held = []
          size = 0
        }
        const stream = client.query(copyTo(`copy (select ${list(columns)} from ${name(table)}) to stdout`))
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          hash.update(chunk)
          held.push(chunk)
          size += chunk.length
          if (size >= chunkBytes) await flush()
        }
        await flush()
        seal.tables[table] = { rows: stream.rowCount, sha256: hash.digest('hex') }
        onTable(table, stream.rowCount)
      }
      await put('seal.json', Buffer.from(JSON.stringify(seal, null, 1)))
    })
    await client.query('commit')
    return factsOf(manifest, seal)
  } finally {
    await client.end()
  }
}

const factsOf = (manifest: Manifest, seal: Seal): BackupFacts => {
  const rowsOf = Object.fromEntries(Object.entries(seal.tables).map(([table, t]) => [table, t.rows]))
  return { manifest, rowsOf, rows: Object.values(rowsOf).reduce((sum, n) => sum + n, 0) }
}

/** Reads a file to its end and checks every sum; throws a refusal in the reader's words when one byte is missing or changed. */
export const verifyBackup = async (file: string): Promise<BackupFacts> => {
  let manifest: Manifest | null = null
  let manifestSum = ''
  let seal: Seal | null = null
  const sums = new Map<string, Hash>()
  try {
    for await (const { name: entry, content } of readArchive(file)) {
      if (entry === 'manifest.json') {
        manifest = JSON.parse(content.toString('utf8')) as Manifest
        manifestSum = createHash('sha256').update(content).digest('hex')
      } else if (entry === 'seal.json') seal = JSON.parse(content.toString('utf8')) as Seal
      else {
        const table = entry.split('/')[1] ?? ''
        sums.set(table, (sums.get(table) ?? createHash('sha256')).update(content))
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notAnArchive('berkasnya tidak ada')
    throw notAnArchive('isinya terpotong, rusak, atau bukan cadangan Anyam')
  }
  if (manifest?.format !== 'anyam-backup') throw notAnArchive('bukan cadangan Anyam')
  if (manifest.formatVersion !== 1) throw notAnArchive('dibuat oleh versi Anyam yang lebih baru')
  if (!seal) throw notAnArchive('isinya terpotong')
  const empty = createHash('sha256').digest('hex')
  const isWhole =
    seal.manifest === manifestSum &&
    manifest.tables.every(({ table }) => (sums.get(table)?.digest('hex') ?? empty) === seal.tables[table]?.sha256) &&
    [...sums.keys()].every(table => seal.tables[table])
  if (!isWhole) throw notAnArchive('isinya berubah sejak dibuat')
  return factsOf(manifest, seal)
}

type Constraint = { table: string; name: string; def: string }

/** Lifts what would stand in the way of loading whole tables; returns what puts it back. All of it is in the caller's transaction. */
export const lift = async (client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> => {
  const { rows: keys } = await client.query(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as def from pg_constraint
     where contype = 'f' and conrelid = any ($1::regclass[]) order by 1, 2`,
    [tables.map(name)],
  )
  const { rows: forced } = await client.query(
    `select oid::regclass::text as table from pg_class where relforcerowsecurity and oid = any ($1::regclass[])`,
    [tables.map(name)],
  )
  for (const key of keys as Constraint[])
    await client.query(`alter table ${key.table} drop constraint ${pg.escapeIdentifier(key.name)}`)
  for (const { table } of forced) await client.query(`alter table ${table} no force row level security`)
  for (const table of tables) await client.query(`alter table ${name(table)} disable trigger user`)
  return async () => {
    for (const key of keys as Constraint[])
      await client.query(`alter table ${key.table} add constraint ${pg.escapeIdentifier(key.name)} ${key.def}`)
    for (const table of tables) await client.query(`alter table ${name(table)} enable trigger user`)
    for (const { table } of forced) await client.query(`alter table ${table} force row level security`)
  }
}

const load = async (
  client: pg.ClientBase,
  file: string,
  manifest: Manifest,
  onTable: (table: string) => void,
): Promise<void> => {
  const columnsOf = new Map(manifest.tables.map(t => [t.table, t.columns]))
  let table = ''
  let stream: ReturnType<typeof copyFrom> | null = null
  const close = async () => {
    if (!stream) return
    const ending = once(stream, 'finish') // rejects on 'error'
    stream.end()
    await ending
    stream = null
    onTable(table)
  }
  for await (const entry of readArchive(file)) {
    if (!entry.name.startsWith('tables/')) continue
    const next = entry.name.split('/')[1]
    if (next !== table) {
      await close()
      table = next
      stream = client.query(copyFrom(`copy ${name(table)} (${list(columnsOf.get(table) ?? [])}) from stdin`))
    }
    if (stream && !stream.write(entry.content)) await once(stream, 'drain')
  }
  await close()
}

export type RestoreOptions = {
  /** Throws away what stands in the database now; without it a database with records is refused. */
  replace?: boolean
  /** Makes tables that migrations do not make (the sign-in library's) before loading. */
  prepare?: () => Promise<void>
  onTable?: (table: string) => void
}

/**
 * Puts an archive's records into a database, embedded or any PostgreSQL 15 or later: checks the file whole, brings an empty database
 * to the archive's own version, loads everything in one transaction, then brings it to the present.
 */
export const restore = async (
  ownerConnection: string,
  file: string,
  options: RestoreOptions = {},
): Promise<BackupFacts> => {
  const facts = await verifyBackup(file)
  const { manifest } = facts
  const known = new Map(readMigrations().map(m => [m.name, m.checksum]))
  if (manifest.migrations.some(m => known.get(m.name) !== m.checksum))
    throw new Refusal(
      'backup.other-version',
      'Cadangan ini dibuat oleh versi Anyam yang lebih baru. Perbarui Anyam, lalu pulihkan lagi.',
    )
  const last = manifest.migrations.at(-1)?.name
  const client = await connect(ownerConnection)
  try {
    const present = (await appliedMigrations(client)).at(-1)?.name
    if (present && present !== last)
      throw new Refusal(
        'backup.not-empty',
        'Basis data tujuan berbeda versi dengan cadangan. Kosongkan dahulu (npm run reset), lalu pulihkan lagi.',
      )
    if (!present) await migrate(ownerConnection, { upTo: last })
    await options.prepare?.()
    await client.query('begin')
    await client.query(`set local lock_timeout = '30s'`)
    const here = await tablesOf(client)
    const missing = manifest.tables.filter(
      t =>
        facts.rowsOf[t.table] > 0 &&
        !here.some(h => h.table === t.table && t.columns.every(c => h.columns.includes(c))),
    )
    if (missing.length > 0)
      throw new Refusal(
        'backup.table-missing',
        `Basis data tujuan belum mempunyai tabel ${missing.map(t => t.table).join(', ')}. Jalankan Anyam sekali di sana, lalu pulihkan lagi.`,
      )
    const tables = here.map(h => h.table)
    const restoreRules = await lift(client, tables)
    for (const table of tables) {
      if (options.replace || table.startsWith('auth.')) continue
      const { rows } = await client.query(`select exists (select from ${name(table)}) as filled`)
      if (rows[0].filled)
        throw new Refusal(
          'backup.not-empty',
          'Basis data tujuan sudah berisi data. Kosongkan dahulu (npm run reset), lalu pulihkan lagi.',
        )
    }
    await client.query(`truncate ${tables.map(name).join(', ')}`)
    await load(client, file, manifest, options.onTable ?? (() => undefined))
    for (const s of manifest.sequences)
      await client.query('select setval(to_regclass($1), $2, $3) where to_regclass($1) is not null', [
        name(s.name),
        s.value,
        s.isCalled,
      ])
    await restoreRules()
    for (const [table, rows] of Object.entries(facts.rowsOf).filter(([, n]) => n > 0)) {
      const { rows: counted } = await client.query(`select count(*)::float8 as n from ${name(table)}`)
      if (counted[0].n !== rows) throw new Error(`${table}: ${counted[0].n} rows came in instead of ${rows}`)
    }
    await client.query('commit')
    await migrate(ownerConnection)
    return facts
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}
