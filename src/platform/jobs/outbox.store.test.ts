import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { setUpAgency } from '#platform/access/set-up-agency.ts'
import { switchModule } from '#platform/access/switch-module.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { type ModuleName, moduleNames } from '#platform/web/screen.ts'
import type { Listener } from './listener.ts'
import { startOutbox } from './outbox.ts'
import { queueWork } from './work.ts'
import { startWorker, type Worker } from './worker.ts'

const agencyId = randomUUID()
const actor = systemActor(agencyId, '2026-11-24')
let testDatabase: TestDatabase
let database: Database
let keeper: pg.Pool
let worker: Worker | null = null

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  await syncRights(testDatabase.owner, platformUseCases as unknown as UseCase<never, unknown>[])
  database = openDatabaseAsApp(testDatabase.app)
  keeper = new pg.Pool({ connectionString: testDatabase.owner, max: 3 })
  await execute(database, actor, setUpAgency, { name: 'Uji', shortName: 'Uji', kind: 'kota', timeZone: 'Asia/Jakarta' })
})
afterAll(async () => {
  await worker?.stop()
  await keeper?.end()
  await database?.close()
  await testDatabase?.drop()
})

const happen = (type: string) =>
  database.as(actor, db =>
    db.run(
      sql`insert into platform.outbox (agency_id, id, type, payload) values (${agencyId}, ${randomUUID()}, ${type}, '{"n": 1}'::jsonb)`,
    ),
  )
const open = (listeners: Listener[], modules: ReadonlySet<ModuleName> = new Set(moduleNames)) =>
  startOutbox({
    database,
    keeper,
    listeners,
    agency: async () => ({ actor, modules }),
    everyMs: 60_000,
    onFault: () => undefined,
  })

test('What happened reaches its listener once, and what nobody hears is put away', async () => {
  const heard: unknown[] = []
  const outbox = open([
    {
      event: 'CyclePlaced',
      name: 'count',
      async handle(_database, _actor, _id, payload) {
        heard.push(payload)
      },
    },
  ])
  await happen('CyclePlaced')
  await happen('NobodyCares')
  expect(await outbox.sweep()).toBe(2)
  expect(await outbox.sweep()).toBe(0)
  await outbox.stop()
  expect(heard).toEqual([{ n: 1 }])
})

test('A listener that fails keeps the reason, and the event waits for another try', async () => {
  const outbox = open([
    {
      event: 'Broken',
      name: 'breaks',
      async handle() {
        throw new Error('belum siap')
      },
    },
  ])
  await happen('Broken')
  await outbox.sweep()
  await outbox.stop()
  const { rows } = await keeper.query(`select attempts, failure, handled_at from platform.outbox where type = 'Broken'`)
  expect(rows).toMatchObject([{ attempts: 1, failure: 'breaks: belum siap', handled_at: null }])
})

test('A module that is switched off does not listen', async () => {
  let heard = 0
  const listener: Listener = {
    event: 'Quiet',
    name: 'quiet',
    module: 'talent',
    async handle() {
      heard++
    },
  }
  const outbox = open([listener], new Set())
  await happen('Quiet')
  await outbox.sweep()
  await outbox.stop()
  expect(heard).toBe(0)
})

test('The same request twice acts once', async () => {
  const admin = { ...actor, role: 'admin' as const, accountId: randomUUID() }
  for (let i = 0; i < 2; i++)
    await execute(database, admin, switchModule, { module: 'talent', isOn: false }, { requestKey: 'one' })
  const { rows } = await keeper.query(
    `select count(*)::int as n from platform.audit_entries where action = 'switch-module'`,
  )
  expect(rows[0].n).toBe(1)
})

test('Long work is done once by a worker, and its row tells how far it is', async () => {
  const seen: unknown[] = []
  worker = await startWorker({
    owner: testDatabase.owner,
    database,
    keeper,
    handlers: {
      'add-up': async ({ input, progress }) => {
        seen.push(input)
        await progress(1, 2, 'separuh')
        return { sum: 3 }
      },
    },
    timetable: [],
    agencies: async () => [{ id: agencyId, actor, modules: new Set(), timeZone: 'Asia/Jakarta' }],
    onFault: () => undefined,
  })
  await keeper.query(
    `insert into platform.use_case_tables values ('try-work', 'platform.works', 'write') on conflict do nothing`,
  )
  await keeper.query(
    `insert into platform.use_case_roles values ('try-work', 'system', 'agency') on conflict do nothing`,
  )
  const id = await database.as(actor, async db => {
    await db.run(sql`select set_config('app.use_case', 'try-work', true)`)
    return queueWork({ db, actor, newId: randomUUID }, 'add-up', { a: 1, b: 2 })
  })
  let row: { state: string; result: unknown; done: number } | null = null
  for (let i = 0; i < 60 && row?.state !== 'done'; i++) {
    await new Promise(resolve => setTimeout(resolve, 500))
    row = (await keeper.query('select state, result, done::int from platform.works where id = $1', [id])).rows[0]
  }
  expect(row).toMatchObject({ state: 'done', result: { sum: 3 }, done: 1 })
  expect(seen).toEqual([{ a: 1, b: 2 }])
})
