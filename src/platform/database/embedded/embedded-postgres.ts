import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { appRole, makeLogins, ownerOf } from '../logins.ts'
import { type Binaries, npmBinaries } from './binaries.ts'
import { makePlace, placeFor, runsAsRoot, serverUser } from './place.ts'

/** A running PostgreSQL of our own and the ways in. */
export type Embedded = {
  /** Owner of the tables: migrations, backup, the catalogue of rights. */
  owner: string
  /** The product's login: owns nothing, bypasses nothing. */
  app: string
  /** Superuser of this server: for making databases, never for the product. */
  superuser: string
  /** As the server says it, e.g. `18.4`. */
  version: string
  /** Stops the server unless another process still uses it. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  /** TCP port; without it a Unix socket in the data folder where its path is short enough, else any free port. */
  port?: number
  binaries?: Binaries
  /** More server settings, `name=value`. */
  settings?: readonly string[]
}

type Address = { host: string; port: number }

const databaseName = 'anyam'
/** A Unix socket's path ends at 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.65535` takes 15. */
const longestSocketFolder = 85

const asServer = () => (runsAsRoot() ? serverUser : {})
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const url = (address: Address, user: string, password: string, database: string): string =>
  address.host.startsWith('/')
    ? `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`
    : `postgresql://${user}:${password}@${address.host}:${address.port}/${database}`

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const run = (command: string, args: string[], cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asServer(), cwd, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnv() })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said = (said + chunk).slice(-4000)))
    child.once('error', reject)
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} gagal (${code}): ${said.trim()}`)),
    )
  })

/** The server inherits nothing that could steer it (PGDATA, PGOPTIONS, a locale that is not installed). */
const serverEnv = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SystemRoot: process.env.SystemRoot,
})

/** One password for the superuser, kept beside the data, readable by its owner alone. */
const secretOf = (place: string): string => {
  const file = path.join(place, 'postgres.secret')
  if (!existsSync(file)) {
    const half = `${file}.${process.pid}`
    writeFileSync(half, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (existsSync(file)) rmSync(half)
    else renameSync(half, file)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Makes the cluster in a half folder first, so that an interrupted first start leaves nothing half made behind. */
const initialise = async (binaries: Binaries, place: string, data: string, password: string): Promise<void> => {
  const half = `${data}.half-${process.pid}`
  rmSync(half, { recursive: true, force: true })
  const passwordFile = path.join(place, `initdb.secret-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (runsAsRoot()) chownSync(passwordFile, serverUser.uid, serverUser.gid)
  try {
    await run(
      path.join(binaries.directory, 'initdb'),
      [
        '-D',
        half,
        '-U',
        'postgres',
        '-E',
        'UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=id',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--no-instructions',
      ],
      place,
    )
    renameSync(half, data)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(data)) throw error // else another process was first
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

type Running = Address & { pid: number }

/** What `postmaster.pid` says: pid, data folder, start, port, socket folder, address. */
const readPidFile = (data: string): Running | null => {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const host = lines[4]?.trim() || (lines[5]?.trim() ? '127.0.0.1' : '')
  return pid > 0 && port > 0 && host && isAlive(pid) ? { pid, port, host } : null
}

const answers = async (address: Address, password: string): Promise<string | null> => {
  const client = new pg.Client({
    connectionString: url(address, 'postgres', password, 'postgres'),
    connectionTimeoutMillis: 3000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query('show server_version')).rows[0].server_version as string
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw error // somebody else's server: waiting does not help
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

const waitUntilAnswers = async (address: Address, password: string, isUp: () => boolean): Promise<string | null> => {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const version = await answers(address, password)
    if (version) return version
    if (!isUp()) return null
    await wait(60)
  }
  return null
}

const start = async (options: EmbeddedOptions, binaries: Binaries, place: string, data: string): Promise<Running> => {
  const useSocket =
    options.port === undefined && process.platform !== 'win32' && Buffer.byteLength(data) <= longestSocketFolder
  const port = options.port ?? (useSocket ? 5432 : await freePort())
  const settings = [
    `listen_addresses=${useSocket ? '' : '127.0.0.1'}`,
    `unix_socket_directories=${useSocket ? data : ''}`,
    `port=${port}`,
    'max_connections=80',
    'shared_buffers=128MB',
    'work_mem=16MB',
    'timezone=UTC',
    'jit=off',
    // Parallel workers share memory in /dev/shm, which is 64 MB in an ordinary container.
    'max_parallel_workers_per_gather=0',
    'max_parallel_maintenance_workers=0',
    ...(options.settings ?? []),
  ]
  const log = openSync(path.join(place, 'postgres.log'), 'a')
  const child = spawn(
    path.join(binaries.directory, 'postgres'),
    ['-D', data, ...settings.flatMap(setting => ['-c', setting])],
    // Its own process group: Ctrl-C reaches us first, and we stop it last.
    { ...asServer(), cwd: data, stdio: ['ignore', log, log], env: serverEnv(), detached: true },
  )
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  child.unref()
  return { pid: child.pid as number, port, host: useSocket ? data : '127.0.0.1' }
}

/** Processes that use the server now; those that ended without a word are forgotten. */
const usersOf = (place: string): number[] => {
  const folder = path.join(place, 'users')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map(Number)
    .filter(pid => {
      if (isAlive(pid)) return true
      rmSync(path.join(folder, String(pid)), { force: true })
      return false
    })
}

const stopServer = async (pid: number): Promise<void> => {
  try {
    process.kill(pid, 'SIGINT') // fast shutdown: sessions end, data are safe
  } catch {
    return
  }
  const end = Date.now() + 30_000
  while (isAlive(pid) && !isZombie(pid) && Date.now() < end) await wait(40)
}

/** Our own ended child counts as alive until it is reaped. */
const isZombie = (pid: number): boolean => {
  try {
    return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Who uses the server of this folder now, and a way to stop one that nobody uses. */
export const serverStateOf = async (place: string): Promise<{ users: number[]; stop(): Promise<void> }> => {
  const running = readPidFile(path.join(place, 'postgres'))
  return {
    users: running ? usersOf(place) : [],
    stop: async () => {
      if (running) await stopServer(running.pid)
    },
  }
}

/** Last lines of the server's log, for a message that helps. */
const lastWords = (place: string): string => {
  const file = path.join(place, 'postgres.log')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
}

/**
 * Starts the embedded PostgreSQL, or finds the one that already runs on the same data (also one whose parent died).
 * The first start makes the cluster, the database `anyam`, its owner and the product's login.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const binaries = options.binaries ?? npmBinaries()
  const place = placeFor(options.dataDir)
  makePlace(place)
  const data = path.join(place, 'postgres')
  const secret = secretOf(place)
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(binaries, place, data, secret)

  let running: Running | null = null
  let version: string | null = null
  for (let attempt = 0; attempt < 3 && !version; attempt++) {
    const candidate = readPidFile(data) ?? (await start(options, binaries, place, data))
    version = await waitUntilAnswers(candidate, secret, () => isAlive(candidate.pid) && !isZombie(candidate.pid))
    running = version ? candidate : null
  }
  if (!running || !version) throw new Error(`PostgreSQL bawaan tidak dapat dijalankan di ${data}.\n${lastWords(place)}`)

  mkdirSync(path.join(place, 'users'), { recursive: true })
  const mark = path.join(place, 'users', String(process.pid))
  writeFileSync(mark, '')
  const { pid } = running
  const superuser = url(running, 'postgres', secret, databaseName)
  const logins = await makeLogins(url(running, 'postgres', secret, 'postgres'), secret, databaseName)
  const address = running
  return {
    owner: url(address, ownerOf.role, logins.owner, databaseName),
    app: url(address, appRole, logins.app, databaseName),
    superuser,
    version,
    async stop() {
      rmSync(mark, { force: true })
      if (usersOf(place).length === 0) await stopServer(pid)
    },
  }
}
