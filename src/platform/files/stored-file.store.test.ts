import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { notify } from '#platform/message/notify.ts'
import { execute, useCase } from '#platform/use-case.ts'
import { keepFile, readFiles } from './stored-file.ts'

let server: TestDatabase
let database: Database
const agencyId = randomUUID()
const [mine, other] = [randomUUID(), randomUUID()]
const officer: Actor = {
  agencyId,
  accountId: randomUUID(),
  employeeId: null,
  name: 'Petugas',
  role: 'hr_officer',
  on: '2026-11-24' as Actor['on'],
}
const bytes = new Uint8Array([0, 255, 13, 10, 0])

const keepAndTell = useCase({
  name: 'keep-and-tell',
  room: 'platform',
  permission: { hr_officer: 'agency' },
  writes: ['platform.files', 'platform.notices'],
  input: z.object({ told: z.array(z.string()) }),
  run: async ({ db, input }) => {
    const id = await keepFile(db, {
      name: 'a.bin',
      mediaType: 'application/octet-stream',
      bytes,
      ownerTable: 'platform.agencies',
      ownerId: agencyId,
    })
    return {
      id,
      told: await notify(
        db,
        input.told.map(employeeId => ({ employeeId, text: 'Ada berkas baru.', textEn: 'There is a new file.' })),
      ),
    }
  },
})

beforeAll(async () => {
  server = await createTestDatabase()
  const owner = new pg.Client({ connectionString: server.owner })
  await owner.connect()
  await owner.query(`insert into platform.agencies (agency_id, name, short_name) values ($1, 'A', 'A')`, [agencyId])
  await owner.end()
  await syncRights(server.owner, [keepAndTell] as never)
  database = openDatabaseAsApp(server.app)
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

it('A file comes back byte for byte, and who was told finds a notice that nobody else sees', async () => {
  const { id, told } = await execute(database, officer, keepAndTell, { told: [mine, other] })
  expect(told).toBe(2)
  expect(await database.as(officer, db => readFiles(db, [id, randomUUID()]))).toEqual([
    { id, name: 'a.bin', mediaType: 'application/octet-stream', bytes },
  ])
  const person: Actor = { ...officer, role: 'asn', employeeId: mine }
  const seen = await database.as(person, db => db.rows(sql`select employee_id, text, href from platform.notices`))
  expect(seen).toEqual([{ employee_id: mine, text: 'Ada berkas baru.', href: null }])
  expect(await database.as(person, db => readFiles(db, [id]))).toEqual([])
})
