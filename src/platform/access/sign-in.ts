import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import type { Role } from './actor.ts'

/** Roles that see other people's data: they enter only with a second factor. */
export const needsSecondFactor = (role: Role): boolean => role !== 'asn' && role !== 'visitor'

/** One seat of a signed-in person in one agency. */
export type Seat = {
  accountId: string
  agencyId: string
  employeeId: string | null
  name: string
  roles: Role[]
}

/** Whoever the session cookie names. */
export type Visitor = {
  userId: string
  username: string
  expiresAt: Date
  hasSecondFactor: boolean
  seats: Seat[]
}

/** What a step of signing in leads to; `cookies` are Set-Cookie lines for the answer. */
export type Step =
  | { ok: true; next: 'in' | 'second-factor'; cookies: string[] }
  | { ok: false; message: string; cookies: string[] }

/** Everything about signing in; the library behind it is known to this file alone. */
export type SignIn = {
  visitor(headers: Headers): Promise<Visitor | null>
  withPassword(request: { nip: string; password: string; headers: Headers; address: string }): Promise<Step>
  withCode(request: { code: string; isRecovery: boolean; headers: Headers; address: string }): Promise<Step>
  /** Enters as an account of a demo agency; refuses every other agency. */
  asDemoAccount(accountId: string, headers: Headers): Promise<Step>
  out(headers: Headers): Promise<string[]>
  changePassword(request: { current: string; next: string; headers: Headers }): Promise<Step>
  /** Begins a second factor: the address for an authenticator app and the recovery codes, shown once. */
  beginSecondFactor(request: {
    password: string
    headers: Headers
  }): Promise<{ ok: true; uri: string; codes: string[] } | { ok: false; message: string }>
  confirmSecondFactor(request: { code: string; headers: Headers }): Promise<Step>
  /** A user who may sign in with this name (NIP) and password; the same name twice is one user. */
  openUser(request: { username: string; name: string; password: string }): Promise<string>
  /** A one-time word with which an account sets its own first password. */
  invite(accountId: string, nip: string): Promise<string>
  acceptInvitation(request: { nip: string; word: string; password: string; address: string }): Promise<Step>
  close(): Promise<void>
}

const sessionSeconds = 8 * 3600
const wrongTries = { name: 5, address: 40, minutes: 15 }

/** What a password must be: long, and not the person's own number. */
export const passwordProblem = (password: string, nip: string): string | null =>
  password.length < 12
    ? 'Kata sandi paling sedikit 12 huruf. Beberapa kata yang mudah Anda ingat sudah cukup.'
    : password.length > 128
      ? 'Kata sandi paling panjang 128 huruf.'
      : password.includes(nip) || new Set(password).size < 5
        ? 'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan dengan NIP Anda.'
        : null

const wrongNameOrPassword = 'NIP atau kata sandi tidak cocok. Periksa kembali, atau hubungi pengelola instansi Anda.'
const tooMany = `Terlalu banyak percobaan. Tunggu ${wrongTries.minutes} menit, lalu coba lagi.`

const schemaSql = `
create table if not exists auth.settings (key text primary key, value text not null);
create table if not exists auth.attempts (key text not null, at timestamptz not null default now());
create index if not exists attempts_by_key on auth.attempts (key, at);
create table if not exists auth.invitations (account_id uuid primary key, nip text not null, word_hash text not null, expires_at timestamptz not null);
`

const seatsSql = `
select a.id as "accountId", a.agency_id as "agencyId", a.employee_id as "employeeId", a.name,
  coalesce((select array_agg(r.role order by r.role) from platform.account_roles r
    where r.agency_id = a.agency_id and r.account_id = a.id and r.valid_from <= d.today and (r.valid_until is null or r.valid_until >= d.today)), '{}') as roles
from platform.accounts a
join platform.agencies g on g.agency_id = a.agency_id
cross join lateral (select coalesce(g.today_on, (now() at time zone g.time_zone)::date) as today) d
where a.user_id = $1 and a.is_active
order by g.created_at, a.created_at`

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

const readCookie = (headers: Headers, name: string): string | null => {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return decodeURIComponent(part.slice(at + 1).trim())
  }
  return null
}

/** Opens sign-in on the owner's connection: its own tables in `auth` are beyond the reach of every actor. */
export const openSignIn = async (options: {
  owner: string
  keeper: pg.Pool
  origin: string
  secret?: string
}): Promise<SignIn> => {
  const pool = new pg.Pool({
    connectionString: options.owner,
    max: 4,
    application_name: 'anyam sign-in',
    // The library's tables stand in their own schema.
    onConnect: async (client: pg.ClientBase) => void (await client.query('set search_path to auth')),
  })
  pool.on('error', () => undefined)
  const { keeper } = options
  await pool.query(schemaSql)
  await pool.query(`insert into auth.settings values ('secret', $1) on conflict do nothing`, [
    randomBytes(32).toString('base64url'),
  ])
  const secret =
    options.secret ??
    ((await pool.query(`select value from auth.settings where key = 'secret'`)).rows[0].value as string)
  const isSecure = options.origin.startsWith('https:')

  const config = {
    appName: 'Anyam',
    baseURL: options.origin,
    secret,
    telemetry: { enabled: false },
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' as const },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: {
        hash: (password: string) => argonHash(password),
        verify: ({ hash, password }: { hash: string; password: string }) => argonVerify(hash, password),
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 600 },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'anyam', useSecureCookies: isSecure },
    logger: { disabled: true },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: name => /^[a-z0-9._-]+$/.test(name) }),
      twoFactor({ issuer: 'Anyam', backupCodeOptions: { amount: 8, length: 10 } }),
      {
        id: 'enter',
        endpoints: {
          enterAs: createAuthEndpoint.serverOnly(
            { method: 'POST', body: z.object({ userId: z.string() }) },
            async context => {
              const user = await context.context.internalAdapter.findUserById(context.body.userId)
              if (!user) throw new Error('no such user')
              const session = await context.context.internalAdapter.createSession(user.id)
              await setSessionCookie(context, { session, user })
              return context.json({ entered: true })
            },
          ),
        },
      },
    ],
  }
  const auth = betterAuth(config)
  const { runMigrations } = await getMigrations(config)
  await runMigrations()
  const context = await auth.$context
  const cookieName = context.authCookies.sessionToken.name

  const cookiesOf = (response: Response) => response.headers.getSetCookie()

  const isBlocked = async (keys: [string, number][]) => {
    for (const [key, limit] of keys) {
      const { rows } = await pool.query(
        `select count(*)::int as n from auth.attempts where key = $1 and at > now() - make_interval(mins => $2)`,
        [key, wrongTries.minutes],
      )
      if (rows[0].n >= limit) return true
    }
    return false
  }
  const recordWrong = async (keys: [string, number][]) => {
    for (const [key] of keys) await pool.query(`insert into auth.attempts (key) values ($1)`, [key])
    await pool.query(`delete from auth.attempts where at < now() - interval '1 day'`)
  }
  const forget = (key: string) => pool.query(`delete from auth.attempts where key = $1`, [key])
  const attemptKeys = (name: string, address: string): [string, number][] => [
    [`n:${digest(name)}`, wrongTries.name],
    [`a:${digest(address)}`, wrongTries.address],
  ]

  const openUser: SignIn['openUser'] = async request => {
    const name = request.username.toLowerCase()
    const { rows } = await pool.query(`select id from auth."user" where username = $1`, [name])
    let userId = rows[0]?.id as string | undefined
    if (!userId) {
      const user = await context.internalAdapter.createUser(
        {
          email: `${name}@nip.invalid`,
          name: request.name,
          emailVerified: true,
          username: name,
          displayUsername: name,
        },
        { method: 'admin' },
      )
      userId = user.id
    }
    if (request.password !== '') {
      const hashed = await argonHash(request.password)
      const existing = (await context.internalAdapter.findAccounts(userId)).find(a => a.providerId === 'credential')
      if (existing) await context.internalAdapter.updatePassword(userId, hashed)
      else
        await context.internalAdapter.linkAccount({
          userId,
          providerId: 'credential',
          accountId: userId,
          password: hashed,
        })
    }
    return userId
  }

  const enter = async (userId: string): Promise<Step> => {
    const response = await auth.api.enterAs({ body: { userId }, asResponse: true })
    return { ok: true, next: 'in', cookies: cookiesOf(response) }
  }

  const signIn: SignIn = {
    async visitor(headers) {
      const cookie = readCookie(headers, cookieName)
      const dot = cookie?.lastIndexOf('.') ?? -1
      if (!cookie || dot < 1) return null
      const token = cookie.slice(0, dot)
      const expected = createHmac('sha256', secret).update(token).digest()
      const given = Buffer.from(cookie.slice(dot + 1), 'base64')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      const { rows } = await pool.query(
        `select u.id, u.username, s."expiresAt" as expires_at, coalesce(u."twoFactorEnabled", false) as has_second_factor
         from auth.session s join auth."user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()`,
        [token],
      )
      if (!rows[0]) return null
      const seats = (await keeper.query(seatsSql, [rows[0].id])).rows as Seat[]
      for (const seat of seats) if (seat.employeeId && !seat.roles.includes('asn')) seat.roles.unshift('asn')
      // Using the product keeps the session; eight idle hours end it.
      if (rows[0].expires_at.getTime() - Date.now() < (sessionSeconds - 600) * 1000)
        await pool.query(
          `update auth.session set "expiresAt" = now() + make_interval(secs => $2), "updatedAt" = now() where token = $1`,
          [token, sessionSeconds],
        )
      return {
        userId: rows[0].id,
        username: rows[0].username,
        expiresAt: rows[0].expires_at,
        hasSecondFactor: rows[0].has_second_factor,
        seats,
      }
    },

    async withPassword({ nip, password, headers, address }) {
      const name = nip.replace(/\s/g, '').toLowerCase()
      const keys = attemptKeys(name, address)
      if (await isBlocked(keys)) return { ok: false, message: tooMany, cookies: [] }
      const response = await auth.api.signInUsername({
        body: { username: name, password },
        headers,
        asResponse: true,
      })
      if (!response.ok) {
        await recordWrong(keys)
        return { ok: false, message: wrongNameOrPassword, cookies: [] }
      }
      await forget(keys[0][0])
      const body = (await response.json()) as { twoFactorRedirect?: boolean }
      return { ok: true, next: body.twoFactorRedirect ? 'second-factor' : 'in', cookies: cookiesOf(response) }
    },

    async withCode({ code, isRecovery, headers, address }) {
      const keys: [string, number][] = [[`c:${digest(address)}`, wrongTries.address]]
      if (await isBlocked(keys)) return { ok: false, message: tooMany, cookies: [] }
      const body = { code: code.replace(/\s/g, '') }
      const response = isRecovery
        ? await auth.api.verifyBackupCode({ body, headers, asResponse: true })
        : await auth.api.verifyTOTP({ body, headers, asResponse: true })
      if (response.ok) return { ok: true, next: 'in', cookies: cookiesOf(response) }
      await recordWrong(keys)
      return {
        ok: false,
        message: isRecovery
          ? 'Kode cadangan tidak cocok atau sudah terpakai.'
          : 'Kode tidak cocok. Periksa jam ponsel Anda, lalu tuliskan kode yang terbaru.',
        cookies: cookiesOf(response),
      }
    },

    async asDemoAccount(accountId) {
      const { rows } = await keeper.query(
        `select a.agency_id, a.id, a.name, a.user_id from platform.accounts a join platform.agencies g on g.agency_id = a.agency_id
         where a.id = $1 and g.is_demo and a.is_active`,
        [accountId],
      )
      if (!rows[0]) return { ok: false, message: 'Pilihan peran hanya ada pada instansi demo.', cookies: [] }
      let userId = rows[0].user_id as string | null
      if (!userId) {
        userId = await openUser({ username: `demo-${rows[0].id}`, name: rows[0].name, password: '' })
        await keeper.query(`update platform.accounts set user_id = $3 where agency_id = $1 and id = $2`, [
          rows[0].agency_id,
          rows[0].id,
          userId,
        ])
      }
      return enter(userId)
    },

    async out(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true })
      return cookiesOf(response)
    },

    async changePassword({ current, next, headers }) {
      const visitor = await signIn.visitor(headers)
      const problem = passwordProblem(next, visitor?.username ?? '')
      if (problem) return { ok: false, message: problem, cookies: [] }
      const response = await auth.api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers,
        asResponse: true,
      })
      return response.ok
        ? { ok: true, next: 'in', cookies: cookiesOf(response) }
        : { ok: false, message: 'Kata sandi yang sekarang tidak cocok.', cookies: [] }
    },

    async beginSecondFactor({ password, headers }) {
      const response = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers, asResponse: true })
      if (!response.ok) return { ok: false, message: 'Kata sandi tidak cocok. Tuliskan sekali lagi.' }
      const body = (await response.json()) as { totpURI: string; backupCodes: string[] }
      return { ok: true, uri: body.totpURI, codes: body.backupCodes }
    },

    async confirmSecondFactor({ code, headers }) {
      const response = await auth.api.verifyTOTP({
        body: { code: code.replace(/\s/g, '') },
        headers,
        asResponse: true,
      })
      return response.ok
        ? { ok: true, next: 'in', cookies: cookiesOf(response) }
        : { ok: false, message: 'Kode tidak cocok. Tuliskan enam angka terbaru dari aplikasi.', cookies: [] }
    },

    openUser,

    async invite(accountId, nip) {
      const word = randomBytes(9).toString('base64url')
      await pool.query(
        `insert into auth.invitations (account_id, nip, word_hash, expires_at) values ($1, $2, $3, now() + interval '7 days')
          on conflict (account_id) do update set nip = excluded.nip, word_hash = excluded.word_hash, expires_at = excluded.expires_at`,
        [accountId, nip, digest(word)],
      )
      return word
    },

    async acceptInvitation({ nip, word, password, address }) {
      const keys = attemptKeys(`i:${nip}`, address)
      if (await isBlocked(keys)) return { ok: false, message: tooMany, cookies: [] }
      const problem = passwordProblem(password, nip)
      if (problem) return { ok: false, message: problem, cookies: [] }
      const invited = await pool.query(
        `select account_id from auth.invitations where word_hash = $1 and nip = $2 and expires_at > now()`,
        [digest(word), nip],
      )
      const { rows } = await keeper.query(
        `select agency_id, id, name from platform.accounts where id = any ($1::uuid[]) and is_active`,
        [invited.rows.map(r => r.account_id)],
      )
      if (!rows[0]) {
        await recordWrong(keys)
        return {
          ok: false,
          message: 'NIP atau kata undangan tidak cocok, atau undangan sudah lewat 7 hari.',
          cookies: [],
        }
      }
      const userId = await openUser({ username: nip, name: rows[0].name, password })
      await keeper.query(`update platform.accounts set user_id = $3 where agency_id = $1 and id = $2`, [
        rows[0].agency_id,
        rows[0].id,
        userId,
      ])
      await pool.query(`delete from auth.invitations where account_id = $1`, [rows[0].id])
      return enter(userId)
    },

    close: () => pool.end(),
  }
  return signIn
}
