import { createHmac, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { openAccounts, setUpAgency } from './set-up-agency.ts'
import { openSignIn, type SignIn } from './sign-in.ts'

const on = '2026-11-24'
const agencyId = randomUUID()
const demoId = randomUUID()
const accountId = randomUUID()
const password = 'kuda baterai jepit benar'
const nip = '198501012010012001'
let testDatabase: TestDatabase
let database: Database
let keeper: pg.Pool
let signIn: SignIn

const found = (id: string, name: string, isDemo: boolean, userId: string | null) =>
  execute(database, systemActor(id, on), setUpAgency, {
    name,
    shortName: name,
    kind: 'kabupaten',
    timeZone: 'Asia/Jakarta',
    isDemo,
    todayOn: on,
    administrator: userId ? { accountId, userId, name: 'Siti Aminah' } : null,
  })

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  await syncRights(testDatabase.owner, platformUseCases as unknown as UseCase<never, unknown>[])
  database = openDatabaseAsApp(testDatabase.app)
  keeper = new pg.Pool({ connectionString: testDatabase.owner, max: 2 })
  signIn = await openSignIn({ owner: testDatabase.owner, keeper, origin: 'http://127.0.0.1:3000' })
  const userId = await signIn.openUser({ username: nip, name: 'Siti Aminah', password })
  await found(agencyId, 'Kabupaten Uji', false, userId)
  await found(demoId, 'Kabupaten Contoh', true, null)
})
afterAll(async () => {
  await signIn?.close()
  await keeper?.end()
  await database?.close()
  await testDatabase?.drop()
})

const enter = (given: string, address = '10.0.0.1') =>
  signIn.withPassword({ nip, password: given, headers: new Headers(), address })
const headersOf = (cookies: string[]) => new Headers({ cookie: cookies.map(c => c.split(';')[0]).join('; ') })

/** RFC 6238: the six digits an authenticator shows now. */
const codeFor = (uri: string): string => {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret.replace(/=+$/, '')]
    .map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = mac[19] & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('A person with the right password enters and is known by the session alone, with the roles of her account', async () => {
  const step = await enter(password)
  expect(step).toMatchObject({ ok: true, next: 'in' })
  const visitor = await signIn.visitor(headersOf(step.cookies))
  expect(visitor).toMatchObject({ username: nip, hasSecondFactor: false })
  expect(visitor?.seats).toMatchObject([{ accountId, agencyId, roles: ['admin', 'hr_officer'] }])
})

test('A forged or absent session is nobody', async () => {
  const step = await enter(password)
  const cookie = step.cookies[0].split(';')[0]
  expect(await signIn.visitor(new Headers({ cookie: `${cookie.slice(0, -6)}AAAAAA` }))).toBeNull()
  expect(await signIn.visitor(new Headers())).toBeNull()
})

test('After signing out the old cookie opens nothing', async () => {
  const step = await enter(password)
  const headers = headersOf(step.cookies)
  await signIn.out(headers)
  expect(await signIn.visitor(headers)).toBeNull()
})

test('With a second factor a password alone is not enough; the code from the app is', async () => {
  const first = await enter(password)
  const begun = await signIn.beginSecondFactor({ password, headers: headersOf(first.cookies) })
  if (!begun.ok) throw new Error(begun.message)
  expect(begun.codes).toHaveLength(8)
  const confirmed = await signIn.confirmSecondFactor({ code: codeFor(begun.uri), headers: headersOf(first.cookies) })
  expect(confirmed.ok).toBe(true)
  const second = await enter(password)
  expect(second).toMatchObject({ ok: true, next: 'second-factor' })
  expect(await signIn.visitor(headersOf(second.cookies))).toBeNull()
  const wrong = await signIn.withCode({
    code: '000000',
    isRecovery: false,
    headers: headersOf(second.cookies),
    address: '10.0.0.1',
  })
  expect(wrong.ok).toBe(false)
  const right = await signIn.withCode({
    code: codeFor(begun.uri),
    isRecovery: false,
    headers: headersOf(second.cookies),
    address: '10.0.0.1',
  })
  expect(right.ok).toBe(true)
  expect(await signIn.visitor(headersOf(right.cookies))).toMatchObject({ hasSecondFactor: true })
  const third = await enter(password)
  const recovered = await signIn.withCode({
    code: begun.codes[0],
    isRecovery: true,
    headers: headersOf(third.cookies),
    address: '10.0.0.1',
  })
  expect(recovered.ok).toBe(true)
})

test('After five wrong passwords even the right one waits', async () => {
  for (let i = 0; i < 5; i++) expect((await enter('salah sekali ini')).ok).toBe(false)
  const blocked = await enter(password)
  expect(blocked.ok).toBe(false)
  if (!blocked.ok) expect(blocked.message).toContain('Tunggu')
})

test('The role chooser opens accounts of a demo agency and of no other', async () => {
  const { accountIds } = await execute(database, systemActor(demoId, on), openAccounts, {
    accounts: [{ employeeId: null, name: 'Bupati Contoh', roles: ['leader'] }],
  })
  const step = await signIn.asDemoAccount(accountIds[0], new Headers())
  expect(step.ok).toBe(true)
  expect((await signIn.visitor(headersOf(step.cookies)))?.seats).toMatchObject([
    { agencyId: demoId, roles: ['leader'] },
  ])
  expect((await signIn.asDemoAccount(accountId, new Headers())).ok).toBe(false)
})

test('A weak password is refused with the reason', async () => {
  const first = await signIn.acceptInvitation({ nip, word: 'x', password: 'pendek', address: '10.0.0.9' })
  expect(first).toMatchObject({ ok: false })
  if (!first.ok) expect(first.message).toContain('12')
})
