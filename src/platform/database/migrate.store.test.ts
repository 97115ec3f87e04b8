import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, readMigrations } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

let database: TestDatabase
let directory: string
const put = (name: string, sql: string) => writeFileSync(path.join(directory, name), sql)
const names = async (): Promise<string[]> => {
  const client = new pg.Client({ connectionString: database.owner })
  await client.connect()
  const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'platform' order by 1`)
  await client.end()
  return rows.map(row => row.tablename)
}

beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  directory = mkdtempSync(path.join(tmpdir(), 'anyam-m-'))
  put('0001_platform.sql', 'create schema platform; create table platform.a (id int);')
})
afterEach(async () => {
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

describe('Migrations', () => {
  it('run once each, in order, and the second start finds nothing to do', async () => {
    put('0002_platform_b.sql', 'create table platform.b (id int);')
    expect((await migrate(database.owner, { directory })).applied).toEqual(['0001_platform.sql', '0002_platform_b.sql'])
    expect(await migrate(database.owner, { directory })).toEqual({ applied: [], version: '0002_platform_b.sql' })
    expect(await names()).toEqual(['a', 'b', 'migrations'])
  })

  it('leave nothing of a file that fails, and name the file and the line', async () => {
    put('0002_platform_b.sql', 'create table platform.b (id int);\ncreate table platform.c (id nonsense);')
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/0002_platform_b\.sql, line 2/)
    expect(await names()).toEqual(['a', 'migrations'])
  })

  it('refuse a file that was changed after it ran', async () => {
    await migrate(database.owner, { directory })
    put('0001_platform.sql', 'create schema platform; create table platform.other (id int);')
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/was changed after it ran/)
  })

  it('refuse a new file that stands before one that ran', async () => {
    put('0003_platform_c.sql', 'create table platform.c (id int);')
    await migrate(database.owner, { directory })
    put('0002_platform_b.sql', 'create table platform.b (id int);')
    await expect(migrate(database.owner, { directory })).rejects.toThrow(/next free number/)
  })

  it('refuse two files with one number and a name without a room', () => {
    put('0001_workforce.sql', '')
    expect(() => readMigrations(directory)).toThrow(/is taken/)
    rmSync(path.join(directory, '0001_workforce.sql'))
    put('2.sql', '')
    expect(() => readMigrations(directory)).toThrow(/NNNN_room_what/)
  })

  it('started by several processes at once, run once', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.owner, { directory })))
    expect(runs.flatMap(run => run.applied)).toEqual(['0001_platform.sql'])
  })

  it('of the product itself run from nothing to the present', async () => {
    const { applied, version } = await migrate(database.owner)
    expect(applied).toEqual(readMigrations().map(m => m.name))
    expect(version).toBe(applied.at(-1))
  })
})
