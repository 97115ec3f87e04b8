import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup, restore, verifyBackup } from './backup.ts'
import { debianBinaries } from './embedded/binaries.ts'
import { startEmbedded } from './embedded/embedded-postgres.ts'
import { runsAsRoot, serverUser } from './embedded/place.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'anyam-b-'))
const file = path.join(folder, 'cadangan.tar.gz')
const agency = randomUUID()
const open: TestDatabase[] = []
const fresh = async (options?: { empty?: boolean }): Promise<TestDatabase> => {
  const database = await createTestDatabase(options)
  open.push(database)
  return database
}
const ask = async (connectionString: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}
/** Everything a restore must bring back, in one comparable value. */
const picture = (connectionString: string) =>
  ask(
    connectionString,
    `select (select jsonb_agg(to_jsonb(a) order by agency_id) from platform.agencies a) as agencies,
       (select jsonb_agg(to_jsonb(u) order by id) from workforce.units u) as units,
       (select md5(string_agg(encode(content, 'hex'), ',' order by file_id, n)) from platform.file_pieces) as files,
       (select count(*)::int from pg_constraint where contype = 'f') as keys,
       (select count(*)::int from pg_class where relforcerowsecurity) as forced`,
  )

let source: TestDatabase

beforeAll(async () => {
  source = await fresh()
  await ask(
    source.owner,
    `insert into platform.agencies (agency_id, name, short_name, scope) values ($1, $2, 'KC', $3)`,
    [agency, 'Kabupaten "Contoh"\n\\.\ttab – é', JSON.stringify({ tiers: [null, 'A'] })],
  )
  // A parent stands after its child in the table, and the tree closes over itself.
  const [top, child] = [randomUUID(), randomUUID()]
  await ask(
    source.owner,
    `insert into workforce.units (agency_id, id, name) values ($1, $2, 'Dinas'), ($1, $3, 'Bidang')`,
    [agency, top, child],
  )
  await ask(source.owner, 'update workforce.units set parent_id = $1 where id = $2', [top, child])
  await ask(
    source.owner,
    `with f as (
       insert into platform.files (agency_id, id, name, media_type, size_bytes, sha256, owner_table, owner_id)
       select $1, gen_random_uuid(), 'f' || i, 'x/y', 1, '', 'exchange.imports', gen_random_uuid() from generate_series(1, 12) i returning agency_id, id, name)
     insert into platform.file_pieces (agency_id, file_id, n, content)
       select agency_id, id, n, decode(repeat(md5(name || n), 40000), 'hex') from f, generate_series(0, 1) n`,
    [agency],
  )
})
afterAll(async () => {
  for (const database of open) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('A backup', () => {
  it('comes back whole in an empty database: records, keys and protection', async () => {
    const facts = await backup(source.owner, file)
    expect(facts.rowsOf).toMatchObject({
      'platform.agencies': 1,
      'workforce.units': 2,
      'platform.files': 12,
      'platform.file_pieces': 24,
    })
    const target = await fresh({ empty: true })
    await restore(target.owner, file)
    expect(await picture(target.owner)).toEqual(await picture(source.owner))
  })

  it.runIf(debianBinaries(15))('moves between the embedded PostgreSQL 18 and Debian’s 15', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'anyam-b15-'))
    if (runsAsRoot()) chownSync(place, serverUser.uid, serverUser.gid)
    const isOn15 = source.version.startsWith('15')
    const binaries = isOn15 ? undefined : (debianBinaries(15) ?? undefined)
    const other = await startEmbedded({ dataDir: place, binaries, settings: ['fsync=off'] })
    try {
      expect(other.version.split('.')[0]).toBe(isOn15 ? '18' : '15')
      await restore(other.owner, file)
      expect(await picture(other.owner)).toEqual(await picture(source.owner))
    } finally {
      await other.stop()
      rmSync(place, { recursive: true, force: true })
    }
  })

  it('comes back in a database that was migrated and holds nothing yet', async () => {
    const target = await fresh()
    await restore(target.owner, file)
    expect(await picture(target.owner)).toEqual(await picture(source.owner))
  })

  it('shows one moment, whatever is written meanwhile', async () => {
    const other = path.join(folder, 'saat.tar.gz')
    const facts = await backup(source.owner, other)
    const before = facts.rowsOf['workforce.units']
    const writing = backup(source.owner, other)
    await ask(source.owner, `insert into workforce.units (agency_id, id, name) values ($1, $2, 'Sesudah')`, [
      agency,
      randomUUID(),
    ])
    const during = await writing
    expect([before, before + 1]).toContain(during.rowsOf['workforce.units'])
    await verifyBackup(other)
    await ask(source.owner, `delete from workforce.units where name = 'Sesudah'`)
  })

  it('is refused by a database with records, which stays as it was; --replace takes its place', async () => {
    const target = await fresh()
    await ask(target.owner, `insert into platform.agencies (agency_id, name, short_name) values ($1, 'Lain', 'L')`, [
      randomUUID(),
    ])
    await expect(restore(target.owner, file)).rejects.toThrow(/sudah berisi data/)
    expect(await ask(target.owner, 'select name from platform.agencies')).toEqual([{ name: 'Lain' }])
    await restore(target.owner, file, { replace: true })
    expect(await picture(target.owner)).toEqual(await picture(source.owner))
  })

  it('that is cut off or changed by one byte is refused before anything is touched', async () => {
    const whole = readFileSync(file)
    const broken = path.join(folder, 'rusak.tar.gz')
    writeFileSync(broken, whole.subarray(0, whole.length - 2000))
    await expect(verifyBackup(broken)).rejects.toThrow(/terpotong/)
    const flipped = Buffer.from(whole)
    flipped[Math.floor(whole.length / 2)] ^= 1
    writeFileSync(broken, flipped)
    await expect(verifyBackup(broken)).rejects.toThrow(/tidak dapat dipakai/)
    writeFileSync(broken, 'bukan arsip')
    await expect(verifyBackup(broken)).rejects.toThrow(/bukan cadangan Anyam/)
    await expect(verifyBackup(path.join(folder, 'tiada'))).rejects.toThrow(/tidak ada/)
  })

  it('is for its owner’s eyes only, and an ordinary tar opens it', async () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).split('\n')).toContain('manifest.json')
  })
})
