import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '#app/command/run-command.ts'
import { queueJudging } from '#exchange/import/queue-import.ts'
import type { Actor } from '#platform/access/actor.ts'
import { openDatabaseAsApp } from '#platform/database/database.ts'
import { serverStateOf, startEmbedded } from '#platform/database/embedded/embedded-postgres.ts'
import { placeFor, runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { execute } from '#platform/use-case.ts'
import { freePort } from '../../scripts/browser/running-server.ts'

/** The product on data of its own, started and stopped as an operator would. */
const folder = mkdtempSync(path.join(tmpdir(), 'anyam-journey-stop-'))
if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
const place = placeFor(folder)
const servers: ChildProcess[] = []
const inSeconds = (n: number) => new Promise(resolve => setTimeout(resolve, n * 1000))

const start = async () => {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/app/server.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder, DEMO: '0', LOG: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  servers.push(child)
  const base = `http://127.0.0.1:${port}`
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  while (!(await fetch(`${base}/healthz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await inSeconds(0.25)
  }
  return { base, ended, terminate: () => void child.kill('SIGTERM'), kill: () => void child.kill('SIGKILL') }
}

const asked = async <T>(connectionString: string, text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

const isDatabaseUp = () => existsSync(path.join(place, 'postgres', 'postmaster.pid'))

let agencyId = ''
beforeAll(async () => {
  const said: string[] = []
  const line = ['agency', 'add', '--name', 'Kabupaten Berhenti', '--short', 'Berhenti']
  const told = { out: (t: string) => void said.push(t), err: (t: string) => void said.push(t) }
  expect(await runCommand(line, { ...told, env: { DATA_DIR: folder } }), said.join('')).toBe(0)
  agencyId = /\(([0-9a-f-]{36})\)/.exec(said.join(''))?.[1] ?? ''
})
afterAll(async () => {
  for (const child of servers) if (child.exitCode === null) child.kill('SIGKILL')
  await (await serverStateOf(place)).stop()
  for (const gone of new Set([folder, place])) rmSync(gone, { recursive: true, force: true })
})

/** A file put in the queue by an officer, as the import page does with a long one. */
const queueFile = async (app: string): Promise<void> => {
  const database = openDatabaseAsApp(app)
  const officer = { agencyId, accountId: null, employeeId: null, name: 'Petugas', role: 'hr_officer', on: '2026-11-24' }
  const bytes = new Uint8Array(readFileSync('fixtures/agency-small/unit.csv'))
  await execute(database, officer as unknown as Actor, queueJudging, { files: [{ name: 'unit.csv', bytes }] })
  await database.close()
}
const states = `select w.state as work, i.state as import from platform.works w, exchange.imports i where i.id::text = w.input->>'importId' order by w.created_at desc limit 1`
type States = { work: string; import: string }

const untilWorkIs = async (owner: string, wanted: string): Promise<void> => {
  for (;;) {
    const [now] = await asked<States>(owner, states)
    if (now?.work === wanted) return
    if (now?.work === 'failed') throw new Error('the work failed')
    await inSeconds(0.3)
  }
}

/** Holds up the judging of files until it is let go. */
const holdUp = async (owner: string): Promise<pg.Client> => {
  const holder = new pg.Client({ connectionString: owner })
  await holder.connect()
  await holder.query('begin; lock table exchange.mappings in access exclusive mode')
  return holder
}

test('Asked to stop, the house finishes the page and the job it is at, and only then stops the database', async () => {
  const house = await start()
  const { owner, app, stop } = await startEmbedded({ dataDir: folder })
  const holder = await holdUp(owner)
  await queueFile(app)
  await untilWorkIs(owner, 'running')
  await holder.query('lock table platform.agencies in access exclusive mode')
  await inSeconds(2.5) // the list of agencies is kept for two seconds
  const page = fetch(`${house.base}/masuk`)
  await inSeconds(0.5)
  await stop()

  house.terminate()
  await inSeconds(2)
  expect(await Promise.race([house.ended, inSeconds(0).then(() => 'still there')])).toBe('still there')
  expect(isDatabaseUp()).toBe(true)

  await holder.query('commit')
  await holder.end()
  const answer = await page
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Masuk')
  expect(await house.ended).toBe(0)
  expect(isDatabaseUp()).toBe(false)

  // The house took its database along, so what it left behind is read from a new one, where nobody works.
  const afterwards = await startEmbedded({ dataDir: folder })
  expect((await asked<States>(afterwards.owner, states))[0]).toEqual({ work: 'done', import: 'judged' })
  await afterwards.stop()
})

test('Work cut off by a crash is done again at the next start', async () => {
  const first = await start()
  const { owner, app, stop } = await startEmbedded({ dataDir: folder })
  const holder = await holdUp(owner)
  await queueFile(app)
  await untilWorkIs(owner, 'running')
  first.kill()
  await first.ended
  await holder.query('commit')
  await holder.end()
  const second = await start()
  await untilWorkIs(owner, 'done')
  await stop()
  second.terminate()
  expect(await second.ended).toBe(0)
})

test('The health page answers 200 only while the database answers', async () => {
  const house = await start()
  const health = async () => {
    const answer = await fetch(`${house.base}/healthz`)
    return [answer.status, ((await answer.json()) as { status: string }).status]
  }
  expect(await health()).toEqual([200, 'ok'])
  await (await serverStateOf(place)).stop()
  expect(await health()).toEqual([503, 'down'])
  const back = await startEmbedded({ dataDir: folder })
  expect(await health()).toEqual([200, 'ok'])
  await back.stop()
  house.terminate()
  expect(await house.ended).toBe(0)
})
