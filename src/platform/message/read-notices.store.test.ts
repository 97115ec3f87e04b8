import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, useCase } from '#platform/use-case.ts'
import { countUnread, listNotices } from './notice.store.ts'
import { notify } from './notify.ts'
import { readNotices } from './read-notices.ts'

const agencyId = randomUUID()
const [mine, other] = [randomUUID(), randomUUID()]
let server: TestDatabase
let database: Database
const officer: Actor = { agencyId, accountId: null, employeeId: null, name: 'P', role: 'hr_officer', on: '2026-11-24' }
const person = (employeeId: string): Actor => ({ ...officer, role: 'asn', employeeId })

const tell = useCase({
  name: 'tell',
  room: 'platform',
  permission: { hr_officer: 'agency' },
  writes: ['platform.notices'],
  input: z.object({ told: z.array(z.string()) }),
  run: ({ input, db }) =>
    notify(
      db,
      input.told.map(employeeId => ({
        employeeId,
        text: 'Anda terdaftar di kelas.',
        textEn: 'You are enrolled.',
        href: '/diklat/jadwal',
      })),
    ),
})

beforeAll(async () => {
  server = await createTestDatabase()
  const owner = new pg.Client({ connectionString: server.owner })
  await owner.connect()
  await owner.query(`insert into platform.agencies (agency_id, name, short_name) values ($1, 'A', 'A')`, [agencyId])
  await owner.end()
  await syncRights(server.owner, [tell, readNotices] as never)
  database = openDatabaseAsApp(server.app)
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

const read = (who: string) => database.as(person(who), db => listNotices(db, who, { limit: 10, skip: 0 }))
const unread = (who: string) => database.as(person(who), db => countUnread(db, who))

it('Who was told reads it in both languages on the agency’s day, marks it, and nobody else’s notice changes', async () => {
  await execute(database, officer, tell, { told: [mine, other, mine] })
  const [first] = await read(mine)
  expect(first).toMatchObject({
    text: 'Anda terdaftar di kelas.',
    textEn: 'You are enrolled.',
    href: '/diklat/jadwal',
    readAt: null,
  })
  expect(first.createdAt).toContain('2026-11-24')
  expect(await unread(mine)).toBe(2)

  expect(await execute(database, person(mine), readNotices, { noticeIds: [first.id] })).toEqual({ read: 1 })
  expect(await unread(mine)).toBe(1)
  expect((await read(mine)).map(notice => notice.readAt === null)).toEqual([true, false])

  const [theirs] = await read(other)
  expect(await execute(database, person(mine), readNotices, { noticeIds: [theirs.id] })).toEqual({ read: 0 })
  expect(await execute(database, person(mine), readNotices, { noticeIds: 'all' })).toEqual({ read: 1 })
  expect([await unread(mine), await unread(other)]).toEqual([0, 1])
})
