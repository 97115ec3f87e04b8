import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { serverStateOf } from './embedded/embedded-postgres.ts'
import { type DatabaseEnv, defaultDataDir, openDatabase } from './embedded/open-database.ts'
import { placeFor } from './embedded/place.ts'
import { readMigrations } from './migrate.ts'

/** The schemas that are ours: those the migrations create. */
export const ourSchemas = (): string[] =>
  readMigrations().flatMap(m =>
    [...m.sql.matchAll(/^create schema (?:if not exists )?([a-z_]+)/gim)].map(match => match[1]),
  )

/**
 * Throws all data away: the embedded server's folder, or our schemas on an external server.
 * Refuses while the product runs on them. Returns what was removed, in the reader's words.
 */
export const resetDatabase = async (env: DatabaseEnv): Promise<string> => {
  if (env.DATABASE_URL) {
    const { owner } = await openDatabase(env)
    const client = new pg.Client({ connectionString: owner })
    await client.connect()
    try {
      await client.query(`drop schema if exists ${ourSchemas().join(', ')} cascade`)
    } finally {
      await client.end()
    }
    return 'Semua data di basis data telah dihapus.'
  }
  const place = placeFor(env.DATA_DIR || defaultDataDir)
  if (!existsSync(place)) return 'Belum ada data; tidak ada yang dihapus.'
  const state = await serverStateOf(place)
  if (state.users.length > 0)
    throw new Error('Anyam sedang berjalan pada data ini. Hentikan dahulu, lalu jalankan lagi.')
  await state.stop()
  for (const name of ['postgres', 'postgres.secret', 'postgres.log', 'users', 'files'])
    rmSync(path.join(place, name), { recursive: true, force: true })
  return `Semua data di ${place} telah dihapus.`
}

if (import.meta.main)
  try {
    process.stdout.write(`${await resetDatabase(process.env)}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
