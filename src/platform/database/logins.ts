import { createHmac } from 'node:crypto'
import pg from 'pg'

/**
 * Three logins, so that nothing the web can reach owns a table:
 * `anyam_owner` owns the tables, `anyam_app` is the product under row-level security, `anyam_services` serves the libraries for sign-in and jobs.
 */
export const ownerOf = { role: 'anyam_owner' } as const
export const appLogins = ['anyam_app', 'anyam_services'] as const

/** A login's password is derived, so that many processes agree on it without keeping a file. */
export const passwordFor = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`anyam:${role}`).digest('hex')

const plainFlags = 'login nosuperuser nobypassrls nocreaterole nocreatedb noinherit'

/** Makes the role or brings it to what it must be. `password` null leaves it without one. */
const makeRole = async (client: pg.Client, role: string, password: string, flags: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  const literal = client.escapeLiteral(password)
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${flags} password ${literal}`)
}

const canSignIn = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** One start at a time makes roles: two at once would meet in the catalogue. */
const locked = async <T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('anyam logins', 0))`)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** On our own server, as its superuser: owner, logins and the database. Returns their passwords. */
export const makeLogins = (
  superuser: string,
  secret: string,
  database: string,
): Promise<{ owner: string; app: string; services: string }> =>
  locked(superuser, async client => {
    const passwords = {
      owner: passwordFor(secret, ownerOf.role),
      app: passwordFor(secret, 'anyam_app'),
      services: passwordFor(secret, 'anyam_services'),
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount) return passwords // made last, so all before it is there
    await makeRole(client, 'anyam_app', passwords.app, plainFlags)
    await makeRole(client, 'anyam_services', passwords.services, plainFlags)
    await makeRole(client, ownerOf.role, passwords.owner, 'login nosuperuser nobypassrls inherit')
    // The backup reads the accounts too.
    await client.query(`grant anyam_services to ${ownerOf.role}`)
    await client.query(`create database ${database} owner ${ownerOf.role}`)
    return passwords
  })

const withLogin = (connectionString: string, user: string, password: string): string => {
  const url = new URL(connectionString)
  url.username = user
  url.password = password
  return url.href
}

/** An external server's three ways in. */
export type Ways = { owner: string; app: string; services: string }

/**
 * On somebody else's server: DATABASE_URL is the owner (or a superuser, who then acts as `anyam_owner`).
 * Makes the product's two logins where the owner may; else they must have been made and given.
 */
export const makeExternalLogins = (
  connectionString: string,
  given: { app?: string; services?: string } = {},
): Promise<Ways> =>
  locked(connectionString, async client => {
    const { rows } = await client.query(
      `select r.rolname, r.rolsuper, r.rolcreaterole, current_setting('server_version_num')::int as version, current_database() as database
       from pg_roles r where r.rolname = current_user`,
    )
    const me = rows[0] as {
      rolname: string
      rolsuper: boolean
      rolcreaterole: boolean
      version: number
      database: string
    }
    if (me.version < 150_000)
      throw new Error('PostgreSQL di DATABASE_URL terlalu lama. Gunakan versi 15 atau lebih baru.')
    let owner = connectionString
    if (me.rolsuper) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ownerOf.role])
      if (!rowCount) await client.query(`create role ${ownerOf.role} nologin nosuperuser nobypassrls inherit`)
      await client.query(
        `grant create, connect, temporary on database ${client.escapeIdentifier(me.database)} to ${ownerOf.role}`,
      )
      const url = new URL(connectionString)
      url.searchParams.set('options', `-c role=${ownerOf.role}`)
      owner = url.href
    }
    const secret = decodeURIComponent(new URL(connectionString).password)
    const way = async (role: (typeof appLogins)[number], ready: string | undefined): Promise<string> => {
      if (ready) return ready
      const password = passwordFor(secret, role)
      const own = withLogin(connectionString, role, password)
      if (secret && (await canSignIn(own))) return own
      if (!secret || !(me.rolsuper || me.rolcreaterole))
        throw new Error(
          `Akun basis data ${role} belum ada. Mintalah pengelola basis data menjalankan:\n` +
            `  create role ${role} ${plainFlags} password '…';\n` +
            `lalu isi ${role === 'anyam_app' ? 'DATABASE_APP_URL' : 'DATABASE_SERVICES_URL'} dengan alamat untuk akun itu.`,
        )
      // Only a superuser may name the flags that are off anyway.
      await makeRole(client, role, password, me.rolsuper ? plainFlags : 'login')
      return own
    }
    const ways = {
      owner,
      app: await way('anyam_app', given.app),
      services: await way('anyam_services', given.services),
    }
    if (me.rolsuper || me.rolcreaterole) {
      await client
        .query(`grant anyam_services to ${me.rolsuper ? ownerOf.role : client.escapeIdentifier(me.rolname)}`)
        .catch(() => undefined) // not ours to give: then the backup leaves the accounts out and says so
    }
    return ways
  })
