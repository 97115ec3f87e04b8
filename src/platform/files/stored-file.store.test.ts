import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { notify } from '#platform/message/notify.ts'
import { execute, useCase } from '#platform/use-case.ts'
import { keepFile, openStoredFile, readFiles } from './stored-file.ts'

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
  writes: ['platform.files', 'platform.file_pieces', 'platform.notices'],
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

const keepOpened = useCase({
  name: 'keep-opened',
  room: 'platform',
  permission: { hr_officer: 'agency' },
  writes: ['platform.files', 'platform.file_pieces'],
  input: z.object({ open: z.custom<() => Readable>() }),
  run: ({ db, input }) =>
    keepFile(db, {
      name: 'b.csv',
      mediaType: 'text/csv',
      bytes: input.open,
      ownerTable: 'platform.agencies',
      ownerId: agencyId,
    }),
})

beforeAll(async () => {
  server = await createTestDatabase()
  const owner = new pg.Client({ connectionString: server.owner })
  await owner.connect()
  await owner.query(`insert into platform.agencies (agency_id, name, short_name) values ($1, 'A', 'A')`, [agencyId])
  await owner.end()
  await syncRights(server.owner, [keepAndTell, keepOpened] as never)
  database = openDatabaseAsApp(server.app)
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

it('A long file that is only opened, never held, is kept in pieces and comes back byte for byte', async () => {
  const long = new Uint8Array(1_000_003).map((_, i) => i % 251)
  const open = () =>
    Readable.from([0, 1, 300_000, 700_001].map((from, i, all) => Buffer.from(long.slice(from, all[i + 1]))))
  const id = await execute(database, officer, keepOpened, { open })
  const [kept] = await database.as(officer, db => readFiles(db, [id]))
  expect(Buffer.compare(kept.bytes, long)).toBe(0)
  const { sha256, size, pieces } = await database.as(officer, db =>
    db.one<{ sha256: string; size: number; pieces: number }>(
      sql`select sha256, size_bytes::int as size, (select count(*)::int from platform.file_pieces p where p.file_id = f.id) as pieces from platform.files f where id = ${id}`,
    ),
  )
  expect({ sha256, size, pieces }).toEqual({
    sha256: createHash('sha256').update(long).digest('hex'),
    size: long.length,
    pieces: 4,
  })
  const streamed = await database.as(officer, async db => Buffer.concat(await openStoredFile(db, id).toArray()))
  expect(Buffer.compare(streamed, long)).toBe(0)
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
