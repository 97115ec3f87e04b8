import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './embedded/open-database.ts'
import { migrate } from './migrate.ts'
import { ourSchemas, resetDatabase } from './reset.ts'
import { createTestDatabase, type TestDatabase, testServer } from './testing/test-database.ts'

let database: TestDatabase
const superuserUrl = (): string => {
  const url = new URL(testServer().superuser)
  url.pathname = new URL(database.owner).pathname
  return url.href
}
const ask = async (connectionString: string, text: string) => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(async () => {
  await database.drop()
})

describe('A database of the agency’s own (DATABASE_URL)', () => {
  it('given as superuser, is owned by a plain role, and no policy is bypassed', async () => {
    const opened = await openDatabase({ DATABASE_URL: superuserUrl(), DATABASE_APP_URL: database.app })
    await migrate(opened.owner)
    const [row] = await ask(
      opened.owner,
      `select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'platform'::regnamespace and relkind = 'r'`,
    )
    expect(row).toEqual({ owner: 'anyam_owner' })
    await opened.stop()
    expect(opened.kind).toBe('external')
  })

  it('refuses a login that could look past row-level security', async () => {
    await expect(openDatabase({ DATABASE_URL: superuserUrl(), DATABASE_APP_URL: superuserUrl() })).rejects.toThrow(
      /SUPERUSER/,
    )
  })

  it('whose owner may not make logins, says what its keeper must do', async () => {
    const name = `keeper_${Math.random().toString(36).slice(2, 8)}`
    await ask(testServer().superuser, `create role ${name} login password 'lain'`)
    try {
      const url = new URL(database.owner)
      url.username = name
      url.password = 'lain'
      await expect(openDatabase({ DATABASE_URL: url.href })).rejects.toThrow(
        /create role anyam_app[\s\S]*DATABASE_APP_URL/,
      )
    } finally {
      await ask(testServer().superuser, `drop role ${name}`)
    }
  })

  it('reset, holds nothing of ours any more and can be begun anew', async () => {
    expect(ourSchemas()).toContain('workforce')
    await resetDatabase({ DATABASE_URL: database.owner, DATABASE_APP_URL: database.app })
    expect(
      await ask(database.owner, `select nspname from pg_namespace where nspname in ('platform', 'workforce')`),
    ).toEqual([])
    expect((await migrate(database.owner)).applied.length).toBeGreaterThan(5)
  })
})
