import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { npmBinaries } from './binaries.ts'
import { type Embedded, startEmbedded } from './embedded-postgres.ts'
import { isReachableByServer, placeFor, runsAsRoot, serverUser } from './place.ts'

const ask = async <T>(connectionString: string, text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-e-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  return folder
}

const serverPid = (folder: string): number =>
  Number(readFileSync(path.join(placeFor(folder), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('The embedded PostgreSQL', () => {
  const folder = newFolder()
  let server: Embedded

  beforeAll(async () => {
    server = await startEmbedded({ dataDir: folder, settings: ['fsync=off'] })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is UTF-8 and sorts names the Indonesian way', async () => {
    const [row] = await ask<Record<string, string>>(
      server.owner,
      `select current_setting('server_encoding') as encoding, datlocprovider as provider, current_user as me from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({ encoding: 'UTF8', provider: 'i', me: 'anyam_owner' })
    expect(Number(server.version.split('.')[0])).toBe(18)
  })

  it('gives the product a login that is no superuser, bypasses no row-level security and owns nothing', async () => {
    const [row] = await ask(
      server.app,
      `select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as mighty,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where r.rolname = current_user`,
    )
    expect(row).toEqual({ name: 'anyam_app', mighty: false, owned: 0 })
    await expect(ask(server.app, 'create table public.mine (id int)')).rejects.toThrow(/permission denied/)
  })

  it('lets nobody in without a password', async () => {
    const url = new URL(server.superuser)
    url.password = 'salah'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('is found again by a second start on the same data, and stays up until the last one lets go', async () => {
    const pid = serverPid(folder)
    const other = await startEmbedded({ dataDir: folder })
    expect(serverPid(folder)).toBe(pid)
    expect(other.app).toBe(server.app)
    // Another process uses it too: a living pid beside ours.
    const neighbour = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    writeFileSync(path.join(placeFor(folder), 'users', String(neighbour.pid)), '')
    await other.stop()
    expect(await ask(server.owner, 'select 1 as up')).toEqual([{ up: 1 }])
    neighbour.kill()
  })

  it('keeps all data over a kill without warning, and over an orderly stop', async () => {
    await ask(server.owner, 'create table public.kept (id int primary key); insert into public.kept values (7)')
    process.kill(serverPid(folder), 'SIGKILL')
    server = await startEmbedded({ dataDir: folder })
    expect(await ask(server.owner, 'select id from public.kept')).toEqual([{ id: 7 }])
    await server.stop()
    expect(existsSync(path.join(placeFor(folder), 'postgres', 'postmaster.pid'))).toBe(false)
    server = await startEmbedded({ dataDir: folder })
    expect(await ask(server.owner, 'select id from public.kept')).toEqual([{ id: 7 }])
  })

  it('listens on 127.0.0.1 with a password where the folder’s path is too long for a socket', async () => {
    const parent = newFolder()
    const long = path.join(parent, 'x'.repeat(90))
    mkdirSync(long)
    if (runsAsRoot()) chownSync(long, serverUser.uid, serverUser.gid)
    const far = await startEmbedded({ dataDir: long, settings: ['fsync=off'] })
    try {
      expect(new URL(far.app).hostname).toBe('127.0.0.1')
      expect(await ask(far.app, 'select 1 as up')).toEqual([{ up: 1 }])
      const url = new URL(far.app)
      url.password = ''
      await expect(ask(url.href, 'select 1')).rejects.toThrow()
    } finally {
      await far.stop()
      rmSync(parent, { recursive: true, force: true })
    }
  })

  it.runIf(process.getuid?.() === 0)('started by root, runs as nobody and moves out of a closed home', async () => {
    expect(statSync(`/proc/${serverPid(folder)}`).uid).toBe(serverUser.uid)
    const home = mkdtempSync(path.join(tmpdir(), 'anyam-home-'))
    chmodSync(home, 0o700)
    const place = placeFor(path.join(home, '.data'))
    try {
      expect(isReachableByServer(path.join(home, '.data'))).toBe(false)
      expect(place).toMatch(/^\/var\/lib\/anyam\/data-[0-9a-f]{8}$/)
      const moved = await startEmbedded({ dataDir: path.join(home, '.data'), settings: ['fsync=off'] })
      expect(await ask(moved.app, 'select 1 as up')).toEqual([{ up: 1 }])
      await moved.stop()
    } finally {
      rmSync(home, { recursive: true, force: true })
      rmSync(place, { recursive: true, force: true })
    }
  })

  it('needs no install script of the package: it makes the library links itself', () => {
    const { directory } = npmBinaries()
    const root = path.dirname(path.dirname(directory))
    const links = JSON.parse(readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string
    }[]
    expect(links.length).toBeGreaterThan(0)
    for (const { target } of links) expect(existsSync(path.join(root, target))).toBe(true)
  })
})
