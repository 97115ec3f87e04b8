import { chownSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { debianBinaries } from '#platform/database/embedded/binaries.ts'
import { serverStateOf, startEmbedded } from '#platform/database/embedded/embedded-postgres.ts'
import { placeFor, runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { ownerOf } from '#platform/database/logins.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type TestServer, testServerVariable } from '#platform/database/testing/test-database.ts'

const template = 'anyam_template'

/** Test data need not survive a power cut. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=120']

/** Servers of runs that were killed an hour ago or earlier: stopped, and their folders removed. */
const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter(n => /^anyam-(test|generate|journey)-/.test(n))) {
    const folder = path.join(tmpdir(), name)
    if (Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < 3_600_000) continue
    const state = await serverStateOf(placeFor(folder))
    if (state.users.length > 0) continue
    await state.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Once per test run: a PostgreSQL of its own in a temporary folder with a migrated template database.
 * The embedded 18 by default; Debian's 15 with ANYAM_TEST_PG=15.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const wanted = process.env.ANYAM_TEST_PG ?? '18'
  const binaries = wanted === '18' ? undefined : debianBinaries(Number(wanted))
  if (binaries === null) throw new Error(`PostgreSQL ${wanted} is not installed: apt-get install postgresql-${wanted}`)
  await sweep()
  // Tests run side by side on one machine: never a shared folder.
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-test-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  const server = await startEmbedded({ dataDir: folder, binaries, settings })
  const clean = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    if (placeFor(folder) !== folder) rmSync(placeFor(folder), { recursive: true, force: true })
  }
  try {
    const client = new pg.Client({ connectionString: server.superuser })
    await client.connect()
    await client.query(`create database ${template} owner ${ownerOf.role}`)
    await client.end()
    const toTemplate = new URL(server.owner)
    toTemplate.pathname = `/${template}`
    await migrate(toTemplate.href)
  } catch (error) {
    await clean()
    throw error
  }
  const { superuser, owner, app, version } = server
  process.env[testServerVariable] = JSON.stringify({
    superuser,
    owner,
    app,
    template,
    version,
  } satisfies TestServer)
  return clean
}
