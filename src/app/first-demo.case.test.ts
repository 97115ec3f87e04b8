import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerUnits } from '#domain/workforce/unit/register-units.ts'
import { systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { setUpAgency } from '#platform/access/set-up-agency.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute } from '#platform/use-case.ts'
import { ensureDemo } from './first-demo.ts'
import { useCases } from './use-cases.ts'

let server: TestDatabase
let database: Database
let keeper: pg.Pool
const said: string[] = []
const on = '2026-11-24'
const neighbour = randomUUID()

const found = (agencyId: string, name: string, isDemo: boolean) =>
  execute(database, systemActor(agencyId, on), setUpAgency, {
    name,
    shortName: name.slice(0, 12),
    kind: 'kabupaten',
    timeZone: 'Asia/Jakarta',
    isDemo,
    todayOn: on,
  })
const registerUnit = (agencyId: string, name: string) =>
  execute(database, { ...systemActor(agencyId, on), role: 'hr_officer' }, registerUnits, { rows: [{ name }] })
const unitsOf = (agencyId: string) =>
  database.as(systemActor(agencyId, on), db => db.rows<{ name: string }>(sql`select name from workforce.v_units`))

/** A demo that is cut off after its first steps, or comes to its end. */
const makeUntil = (agencyId: string, end: 'cut off' | 'whole') => async () => {
  await found(agencyId, 'Kabupaten Contoh', true)
  await registerUnit(agencyId, 'Dinas Contoh')
  if (end === 'cut off') throw new Error('the power failed')
}
const ensure = (make: () => Promise<unknown>) =>
  ensureDemo(
    { database, owner: server.owner, keeper, say: line => void said.push(line), make },
    agencies => agencies.hasDemo,
  )

beforeAll(async () => {
  server = await createTestDatabase()
  await syncRights(server.owner, useCases)
  database = openDatabaseAsApp(server.app)
  keeper = new pg.Pool({ connectionString: server.owner, max: 3 })
  await found(neighbour, 'Kabupaten Tetangga', false)
  await registerUnit(neighbour, 'Dinas Tetangga')
})
afterAll(async () => {
  await keeper?.end()
  await database?.close()
  await server?.drop()
})

it('A demo that was cut off is cleared away and made anew; a neighbour keeps every record; a whole one stays', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  await expect(ensure(makeUntil(first, 'cut off'))).rejects.toThrow('the power failed')
  expect(await unitsOf(first)).toEqual([{ name: 'Dinas Contoh' }])

  expect(await ensure(makeUntil(second, 'whole'))).toBe(true)
  expect(said).toEqual(['Pembuatan data contoh pernah terputus. Sisanya dibersihkan, lalu dibuat lagi dari awal.'])
  expect(await unitsOf(first)).toEqual([])
  expect(await unitsOf(second)).toEqual([{ name: 'Dinas Contoh' }])
  expect(await unitsOf(neighbour)).toEqual([{ name: 'Dinas Tetangga' }])
  const { rows } = await keeper.query(`select agency_id as id from platform.agencies order by is_demo`)
  expect(rows.map(r => r.id)).toEqual([neighbour, second])
  const { rows: guards } = await keeper.query(
    `select (select count(*)::int from pg_class where relforcerowsecurity and relnamespace::regnamespace::text = 'workforce') > 0 as forced,
      (select count(*)::int from pg_constraint where contype = 'f' and conrelid::regclass::text = 'workforce.employees') > 2 as keys`,
  )
  expect(guards).toEqual([{ forced: true, keys: true }])

  expect(await ensure(makeUntil(randomUUID(), 'whole'))).toBe(false)
})
