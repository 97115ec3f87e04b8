import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { listPeople } from './employee/employee.store.ts'
import { registerEmployees } from './employee/register-employees.ts'
import { recordIndicatorValue } from './indicator/record-indicator-value.ts'
import { registerIndicator } from './indicator/register-indicator.ts'
import { markKeyPosition } from './position/mark-key-position.ts'
import { correctTraining } from './training/correct-training.ts'
import { recordTraining } from './training/record-training.ts'
import { registerUnits } from './unit/register-units.ts'
import { jpLedgers } from './workforce.figures.ts'
import { workforceUseCases } from './workforce.use-cases.ts'

const on = '2026-11-24'
const agencyId = randomUUID()
const system = systemActor(agencyId, on)
const hr: Actor = { ...system, role: 'hr_officer', name: 'Pengelola' }
const [head, clerk] = ['197001011995031001', '199002022015041002']
let testDatabase: TestDatabase
let database: Database
const ids: Record<string, string> = {}

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
    rows: [{ name: 'Dinas Uji' }, { name: 'Bidang Uji', parentName: 'Dinas Uji' }],
  })
  await execute(database, system, registerEmployees, {
    rows: [
      {
        nip: clerk,
        name: 'Budi',
        employment: 'PNS',
        unitName: 'Bidang Uji',
        positionName: 'Pengolah Data',
        supervisorNip: head,
      },
      {
        nip: head,
        name: 'Ani',
        employment: 'PNS',
        unitName: 'Dinas Uji',
        positionName: 'Kepala Dinas Uji',
        echelonOrTier: 'II.b',
      },
    ],
  })
  await database.as(system, async db => {
    for (const p of await db.rows<{ id: string; nip: string }>(sql`select id, nip from workforce.v_people`))
      ids[p.nip] = p.id
    for (const p of await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_positions`))
      ids[p.name] = p.id
    for (const u of await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units`))
      ids[u.name] = u.id
  })
})
afterAll(async () => {
  await database?.close()
  await testDatabase?.drop()
})

test('A supervisor sees her team and nobody else, as soon as the appointment is in', async () => {
  const supervisor: Actor = { ...system, role: 'supervisor', employeeId: ids[head] }
  const seen = await database.as(supervisor, db => listPeople(db, {}, { size: 50 }))
  expect(seen.map(p => p.nip).sort()).toEqual([head, clerk].sort())
  const other: Actor = { ...system, role: 'supervisor', employeeId: ids[clerk] }
  expect((await database.as(other, db => listPeople(db, {}, { size: 50 }))).map(p => p.nip)).toEqual([clerk])
})

test('A key post answers at least one of two questions with yes', async () => {
  const input = { positionId: ids['Kepala Dinas Uji'], isKey: true, reason: 'Memimpin pelayanan dasar kabupaten.' }
  await expect(
    execute(database, hr, markKeyPosition, { ...input, isStrategic: false, isScarce: false }),
  ).rejects.toThrow(/dua pertanyaan/)
  await execute(database, hr, markKeyPosition, { ...input, isStrategic: true, isScarce: false })
  const row = await database.as(system, db =>
    db.one<{ is_key: boolean }>(sql`select is_key from workforce.v_positions where id = ${input.positionId}`),
  )
  expect(row.is_key).toBe(true)
})

test('A recorded training counts in its year; one corrected to be wrong counts no more, and the entry stays', async () => {
  const jp = async () =>
    database.as(
      system,
      async db => (await jpLedgers(db, [{ id: ids[clerk], employment: 'PNS' }], 2026)).get(ids[clerk])?.counted.value,
    )
  const { id } = await execute(database, hr, recordTraining, {
    employeeId: ids[clerk],
    name: 'Bimtek Arsip',
    endsOn: '2026-05-05',
    jp: 12,
    certificate: '1/BKPSDM/2026',
  })
  expect(await jp()).toBe(12)
  await expect(
    execute(database, hr, recordTraining, { employeeId: ids[clerk], name: 'Nanti', endsOn: '2026-12-24', jp: 5 }),
  ).rejects.toThrow(/belum selesai/)
  await execute(database, hr, correctTraining, {
    trainingId: id,
    name: 'Bimtek Arsip',
    certificate: '1/BKPSDM/2026',
    jp: 12,
    isRejected: true,
    reason: 'Sertifikat milik orang lain.',
  })
  expect(await jp()).toBe(0)
})

test('A month’s indicator is replaced only with a reason, and stays within its range', async () => {
  const { id } = await execute(database, hr, registerIndicator, {
    code: 'serapan_anggaran',
    name: 'Serapan anggaran',
    unitOfMeasure: '%',
    direction: 'higher-better',
  })
  const input = { unitId: ids['Dinas Uji'], indicatorId: id, monthOn: '2026-10-01', value: 80 }
  await expect(execute(database, hr, recordIndicatorValue, { ...input, value: 120 })).rejects.toThrow(/rentang/)
  await execute(database, hr, recordIndicatorValue, input)
  await expect(execute(database, hr, recordIndicatorValue, { ...input, value: 81 })).rejects.toThrow(/koreksi/)
  await execute(database, hr, recordIndicatorValue, { ...input, value: 81, reason: 'Laporan akhir bulan direvisi.' })
})
