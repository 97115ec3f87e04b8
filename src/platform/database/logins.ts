import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Owner of the tables on a server of our own: migrations, backup, the catalogue of rights. */
export const ownerOf = { role: 'anyam_owner' } as const
/** The product's login under row-level security: owns nothing, bypasses nothing. */
export const appRole = 'anyam_app'

/** A login's password is derived, so that many processes agree on it without keeping a file. */
export const passwordFor = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`anyam:${role}`).digest('hex')

const plainFlags = 'login nosuperuser nobypassrls nocreaterole nocreatedb noinherit'

/** Makes the role or brings it to what it must be. */
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

/** On our own server, as its superuser: owner, login and the database. Returns their passwords. */
export const makeLogins = (
  superuser: string,
  secret: string,
  database: string,
): Promise<{ owner: string; app: string }> =>
  locked(superuser, async client => {
    const passwords = { owner: passwordFor(secret, ownerOf.role), app: passwordFor(secret, appRole) }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount) return passwords // made last, so all before it is there
    await makeRole(client, appRole, passwords.app, plainFlags)
    await makeRole(client, ownerOf.role, passwords.owner, 'login nosuperuser nobypassrls inherit')
    await client.query(`create database ${database} owner ${ownerOf.role}`)
    return passwords
  })

const withLogin = (connectionString: string, user: string, password: string): string => {
  const url = new URL(connectionString)
  url.username = user
  url.password = password
  return url.href
}

/** A login that could look past row-level security would make every policy worthless: refused. */
const assertPlain = async (connectionString: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select rolname, rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
    )
    if (rows[0].mighty || rows[0].rolname !== appRole)
      throw new Error(`DATABASE_APP_URL harus memakai akun ${appRole} tanpa hak SUPERUSER dan BYPASSRLS.`)
  } finally {
    await client.end()
  }
}

/**
 * On somebody else's server: DATABASE_URL is the owner (or a superuser, who then acts as `anyam_owner`).
 * Makes the product's login where the owner may; else it must have been made and given.
 */
export const makeExternalLogins = (
  connectionString: string,
  givenApp?: string,
): Promise<{ owner: string; app: string }> =>
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
    if (givenApp) {
      await assertPlain(givenApp)
      return { owner, app: givenApp }
    }
    const password = passwordFor(secret, appRole)
    const app = withLogin(connectionString, appRole, password)
    if (secret && (await canSignIn(app))) return { owner, app }
    if (!secret || !(me.rolsuper || me.rolcreaterole))
      throw new Error(
        `Akun basis data ${appRole} belum ada. Mintalah pengelola basis data menjalankan:\n` +
          `  create role ${appRole} ${plainFlags} password '…';\n` +
          `lalu isi DATABASE_APP_URL dengan alamat untuk akun itu.`,
      )
    // Only a superuser may name the flags that are off anyway.
    await makeRole(client, appRole, password, me.rolsuper ? plainFlags : 'login')
    return { owner, app }
  })
