import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { registerEmployees } from '../employee/register-employees.ts'
import { registerUnits } from '../unit/register-units.ts'
import { workforceUseCases } from '../workforce.use-cases.ts'
import { declareDisability } from './declare-disability.ts'
import { findStatement } from './disability.store.ts'

const on = '2026-11-24'
const agencyId = randomUUID()
const system = systemActor(agencyId, on)
const [nip, other] = ['199002022015041002', '197001011995031001']
let testDatabase: TestDatabase
let database: Database
let id: string

const row = (number: string, isDisabled: boolean | null) => ({
  nip: number,
  name: number === nip ? 'Budi' : 'Ani',
  employment: 'PNS' as const,
  unitName: 'Dinas Uji',
  isDisabled,
})
const person = (): Actor => ({ ...system, role: 'asn', employeeId: id, name: 'Budi' })
const own = () => database.as(person(), db => findStatement(db, id))

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  await syncRights(testDatabase.owner, workforceUseCases as unknown as UseCase<never, unknown>[])
  const owner = new pg.Client({ connectionString: testDatabase.owner })
  await owner.connect()
  await owner.query('insert into platform.agencies (agency_id, name, short_name) values ($1, $2, $2)', [
    agencyId,
    'Kabupaten Uji',
  ])
  await owner.end()
  database = openDatabaseAsApp(testDatabase.app)
  await execute(database, system, registerUnits, {
    rows: [{ name: 'Dinas Uji', district: 'Ambarsari', locationClass: 'terpencil' }],
  })
  await execute(database, system, registerEmployees, { rows: [row(nip, true), row(other, null)] })
  id = await database.as(
    system,
    async db => (await db.one<{ id: string }>(sql`select id from workforce.v_people where nip = ${nip}`)).id,
  )
})
afterAll(async () => {
  await database?.close()
  await testDatabase?.drop()
})

test('What the staff list says is read by the person alone; officer, committee, supervisor and auditor see no row, and counts carry no more than who', async () => {
  expect(await own()).toMatchObject({ isDisabled: true, source: 'import' })
  for (const role of ['hr_officer', 'committee', 'supervisor', 'auditor', 'leader'] as const)
    expect(
      await database.as({ ...system, role, employeeId: randomUUID() }, db =>
        db.rows(sql`select * from workforce.v_disability_statements`),
      ),
    ).toEqual([])
  const counted = (role: Actor['role']) =>
    database.as({ ...system, role, employeeId: randomUUID() }, db =>
      db.rows(sql`select * from workforce.disability_for_counts()`),
    )
  expect(await counted('hr_officer')).toHaveLength(1)
  expect(await counted('asn')).toEqual([])
  expect(await counted('supervisor')).toEqual([])
})

test('Whoever takes the statement back leaves nothing of it, and no later list fills it in again or learns of it', async () => {
  await execute(database, person(), declareDisability, { answer: 'withdraw' })
  expect(await own()).toMatchObject({ isDisabled: null, source: 'self' })
  const again = await execute(database, system, registerEmployees, { rows: [row(nip, true)] })
  expect(again.changes.filter(c => c.table === 'workforce.disability_statements')).toEqual([])
  expect(await own()).toMatchObject({ isDisabled: null })
  await execute(database, person(), declareDisability, { answer: 'no' })
  expect(await own()).toMatchObject({ isDisabled: false, source: 'self' })
})

test('The trail says that something was declared, never what', async () => {
  const said = await database.as({ ...system, role: 'auditor' }, db =>
    db.rows<{ entry: string }>(
      sql`select to_jsonb(a)::text as entry from platform.audit_entries a where a.action = 'declare-disability'`,
    ),
  )
  expect(said.length).toBe(2)
  expect(said.map(s => s.entry).join()).not.toMatch(/"answer"|is_disabled|isDisabled/)
})

test('A unit says where it works, and how far off that lies', async () => {
  expect(await database.as(system, db => db.rows(sql`select district, location_class from workforce.v_units`))).toEqual(
    [{ district: 'Ambarsari', location_class: 'terpencil' }],
  )
})
