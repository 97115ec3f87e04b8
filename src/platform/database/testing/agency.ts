import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Day } from '#core/values/day.ts'
import type { Actor, Role } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp } from '#platform/database/database.ts'
import type { UseCase } from '#platform/use-case.ts'
import { createTestDatabase } from './test-database.ts'

export type TestAgency = {
  id: string
  database: Database
  /** A connection as the keeper, to sow rows no use case makes yet. */
  sow(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Sows rows of a table by column name; `agency_id` and a missing `id` are filled in. Returns the rows. */
  rows<T extends Record<string, unknown>>(table: string, rows: T[]): Promise<(T & { id: string })[]>
  actor(role: Role, employeeId?: string | null): Actor
  close(): Promise<void>
}

export const testDay = '2026-11-24' as Day

/** A database of one's own with one agency in it and the rights of the given use cases. */
export const anAgency = async (useCases: readonly unknown[], on: Day = testDay): Promise<TestAgency> => {
  const test = await createTestDatabase()
  await syncRights(test.owner, useCases as readonly UseCase<never, unknown>[])
  const client = new pg.Client({ connectionString: test.owner })
  await client.connect()
  const id = randomUUID()
  await client.query(
    "insert into platform.agencies (agency_id, name, short_name) values ($1, 'Kabupaten Uji', 'Uji')",
    [id],
  )
  const database = openDatabaseAsApp(test.app, { max: 5 })
  return {
    id,
    database,
    sow: async (text, values) => (await client.query(text, values)).rows,
    async rows(table, rows) {
      const whole = rows.map(row => ({ agency_id: id, id: randomUUID(), ...row }))
      const columns = Object.keys(whole[0] ?? {}).filter(c => c !== 'id' || table !== 'talent.scores')
      if (whole.length > 0)
        await client.query(
          `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(whole)],
        )
      return whole
    },
    actor: (role, employeeId = null) => ({
      agencyId: id,
      accountId: randomUUID(),
      employeeId,
      name: `Uji ${role}`,
      role,
      on,
    }),
    async close() {
      await database.close()
      await client.end()
      await test.drop()
    },
  }
}
