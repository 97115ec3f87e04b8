import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { listPeopleWithoutAccount } from './roles.store.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency([])
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  await agency.rows('workforce.employees', [
    { nip: '199001012015011001', name: 'Wijaya Uji', employment: 'PNS', unit_id: unit.id, state: 'active' },
  ])
})
afterAll(() => agency?.close())

it('finds for an administrator by name whom an account may be opened for, and nothing else about the person', async () => {
  const admin = agency.actor('admin')
  const found = await agency.database.as(admin, db => listPeopleWithoutAccount(db, 'Wijaya'))
  expect(found.map(p => p.nip)).toEqual(['199001012015011001'])
  expect(await agency.database.as(admin, db => db.rows(sql`select id from workforce.v_people`))).toEqual([])
})

it('shows no names to a colleague, who keeps no accounts', async () => {
  expect(await agency.database.as(agency.actor('asn'), db => listPeopleWithoutAccount(db, 'Wijaya'))).toEqual([])
})
