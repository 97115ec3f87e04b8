import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import pg from 'pg'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { systemActor } from '#platform/access/actor.ts'
import { readAgencies } from '#platform/access/demo-mark.ts'
import { syncRights } from '#platform/access/rights.ts'
import { openSignIn } from '#platform/access/sign-in.ts'
import { openDatabaseAsApp } from '#platform/database/database.ts'
import { type OpenedDatabase, openDatabase } from '#platform/database/embedded/open-database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { startOutbox } from '#platform/jobs/outbox.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import type { visitContext as VisitContext } from '#platform/web/visit.ts'
import { bringsDemo, ensureDemo } from './first-demo.ts'
import { screens } from './routes.ts'
import { compressed } from './shell/compress.ts'
import { doorFor, screenAt } from './shell/door.ts'
import type { House, houseContext as HouseContext } from './shell/house.ts'
import { staticFiles } from './shell/static-files.ts'
import { dayOfAgency, keepAgencies, makeVisit } from './shell/visit.ts'
import { useCases } from './use-cases.ts'
import { answersOf, listeners, timetable, workHandlers } from './wiring.ts'

const root = join(import.meta.dirname, '..', '..')
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

const buildFolder = join(root, process.env.ANYAM_BUILD_DIR || 'build')
const buildFile = join(buildFolder, 'server', 'index.js')

type Entry = { visitContext: typeof VisitContext; houseContext: typeof HouseContext }

/** Logged for a page whose reader left while it was being made: no fault of the house. */
const leftBeforeAnswer = 499

const securityHeaders = (nonce: string): Record<string, string> => ({
  'Content-Security-Policy': [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
})

/** A fault of ours, for whoever keeps the house: where and how, never whose data. */
const tellFault = (what: string, error: unknown): void => {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'unknown', message: String(error), stack: '' }
  const at = (stack ?? '')
    .split('\n')
    .slice(1, 5)
    .map(line => line.trim())
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), what, fault: `${name}: ${message}`, stack: at })}\n`,
  )
}

/** What a person at the terminal does next. */
const howToSignIn = ({ some, hasDemo }: { some: boolean; hasDemo: boolean }): string =>
  hasDemo
    ? 'Buka alamat itu dan pilih seorang pegawai contoh; tidak perlu kata sandi.'
    : some
      ? 'Buka alamat itu dan masuk dengan NIP dan kata sandi.'
      : 'Buka alamat itu untuk memasang instansi pertama dan pengelolanya.'

export type Running = { address: string; stop(): Promise<void> }

/** Starts the product: database, rights, pages. `say` tells the person at the terminal. */
export const startServer = async (env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Running> => {
  if (!existsSync(buildFile)) throw new Error('Halaman belum dibangun. Jalankan: npm run build')
  const opened = await openDatabase(env)
  try {
    return await startOn(opened, env, say)
  } catch (error) {
    await opened.stop()
    throw error
  }
}

const startOn = async (
  opened: OpenedDatabase,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Running> => {
  const host = env.HOST ?? '127.0.0.1'
  const port = Number(env.PORT ?? 3000)
  const origin = env.ANYAM_ORIGIN ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  say(opened.kind === 'embedded' ? 'Basis data tertanam siap.' : 'Basis data tersambung.')
  const { applied } = await migrate(opened.owner)
  if (applied.length > 0) say(`Skema basis data diperbarui: ${applied.length} langkah.`)
  await syncRights(opened.owner, useCases)
  const database = openDatabaseAsApp(opened.app)
  const keeper = new pg.Pool({ connectionString: opened.owner, max: 4, application_name: 'anyam keeper' })
  keeper.on('error', () => undefined)
  const signIn = await openSignIn({ owner: opened.owner, keeper, origin, secret: env.ANYAM_SECRET })
  // On a first run without an agency the demo is made, unless DEMO=0.
  if (env.DEMO !== '0' && bringsDemo())
    await ensureDemo({ database, owner: opened.owner, keeper, say }, agencies => agencies.some)

  const agencies = keepAgencies(keeper)
  const onFault = (what: string, error: unknown) => tellFault(what, error)
  const jobAgencies = async () =>
    (await agencies.list()).map(a => ({
      id: a.id,
      actor: systemActor(a.id, dayOfAgency(a)),
      modules: new Set(a.modules),
      timeZone: a.timeZone,
    }))
  const outbox = startOutbox({
    database,
    keeper,
    listeners,
    agency: async id => (await jobAgencies()).find(a => a.id === id) ?? null,
    onFault,
  })
  const worker = await startWorker({
    owner: opened.owner,
    database,
    keeper,
    handlers: workHandlers,
    timetable,
    agencies: jobAgencies,
    onFault,
  })
  const build = (await import(pathToFileURL(buildFile).href)) as unknown as ServerBuild
  const { visitContext, houseContext } = build.entry.module as unknown as Entry
  const handler = createRequestHandler(build, env.NODE_ENV)
  const files = staticFiles(join(buildFolder, 'client'))

  const respond = async (request: Request): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const { visit, waitsForSecondFactor } = await makeVisit(
      request,
      { database, agencies, signIn, screens, answersOf },
      nonce,
    )
    const url = new URL(request.url)
    // A figure for programs stands at the figure's own address with `.json`.
    const json = /^\/angka\/(.+)\.json$/.exec(url.pathname)
    if (json) url.pathname = `/angka-json/${json[1]}`
    const answer = doorFor(screens, url.pathname, visit.actor, visit.modules)
    let inner = json ? new Request(url, { headers: request.headers }) : request
    let refusal: House['refusal'] = null
    if (!answer.open && answer.signIn) {
      const to = waitsForSecondFactor ? '/masuk/faktor-kedua' : `/masuk?kembali=${encodeURIComponent(visit.path)}`
      return new Response(null, { status: 302, headers: { Location: to } })
    }
    if (!answer.open) {
      refusal = answer.refusal
      inner = new Request(new URL('/tertutup', url), { headers: request.headers })
    }
    const context = new RouterContextProvider()
    context.set(visitContext, visit)
    context.set(houseContext, {
      signIn,
      keeper,
      forgetAgencies: agencies.forget,
      version,
      origin,
      refusal,
      fetch: path =>
        respond(new Request(new URL(path, url), { headers: { cookie: request.headers.get('cookie') ?? '' } })),
    })
    const response = await handler(inner, context)
    const headers = new Headers(response.headers)
    for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value)
    // What is about people is kept by nobody on the way.
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    return new Response(response.body, { status: response.status, headers })
  }

  const app = new Hono()
  app.use(async (c, next) => {
    const began = performance.now()
    const id = randomUUID()
    await next()
    c.header('X-Request-Id', id)
    if (env.LOG === 'off') return
    const path = new URL(c.req.url).pathname
    // The pattern of the address, never its keys or filters: those may be about a person.
    const route = path.startsWith('/assets/')
      ? '/assets'
      : (screenAt(screens, path)?.path ?? (path === '/healthz' ? path : '?'))
    process.stdout.write(
      `${JSON.stringify({ at: new Date().toISOString(), id, method: c.req.method, route, status: c.req.raw.signal.aborted ? leftBeforeAnswer : c.res.status, ms: Math.round(performance.now() - began) })}\n`,
    )
  })
  app.get('/healthz', async c => {
    try {
      return c.json({ status: 'ok', database: await database.ping(), version })
    } catch {
      return c.json({ status: 'down', database: null, version }, 503)
    }
  })
  const tooLarge = () => new Response('Berkas terlalu besar.', { status: 413 })
  app.use('/data/*', bodyLimit({ maxSize: 300 * 1024 * 1024, onError: tooLarge }))
  app.use(async (c, next) =>
    c.req.path.startsWith('/data/') ? next() : bodyLimit({ maxSize: 8 * 1024 * 1024, onError: tooLarge })(c, next),
  )
  app.all('*', async c => {
    const request = c.req.raw
    const file = await files(request)
    if (file) return file
    request.headers.set('x-anyam-address', getConnInfo(c).remote.address ?? '')
    return compressed(request, await respond(request))
  })

  let pending = 0
  const server = serve({
    fetch: async (request, bindings) => {
      pending++
      try {
        return await app.fetch(request, bindings)
      } catch (error) {
        tellFault('request', error)
        return new Response('Terjadi kesalahan di pihak kami. Coba lagi beberapa saat lagi.', { status: 500 })
      } finally {
        pending--
      }
    },
    hostname: host,
    port,
  })
  // Longer than a proxy in front keeps its side open, so that none sends into a connection just closed here.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  say(`Anyam ${version} berjalan di ${origin}`)
  say(howToSignIn(await readAgencies(keeper)))

  return {
    address: origin,
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const deadline = Date.now() + 60_000
      while (pending > 0 && Date.now() < deadline) await new Promise(r => setTimeout(r, 50))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      await outbox.stop()
      await worker.stop()
      await signIn.close()
      await keeper.end()
      await database.close()
      await opened.stop()
    },
  }
}

if (import.meta.main) {
  const running = await startServer(process.env, line => process.stdout.write(`${line}\n`))
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await running.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
