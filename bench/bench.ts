import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openCycle } from '#domain/talent/cycle/open-cycle.ts'
import { placeCycle } from '#domain/talent/cycle/place-cycle.ts'
import { importFiles } from '#exchange/import/import-files.ts'
import type { Actor } from '#platform/access/actor.ts'
import { type Database, openDatabaseAsApp } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded/embedded-postgres.ts'
import { placeFor, runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { execute } from '#platform/use-case.ts'
import { createBenchDatabase } from './bench-database.ts'
import { comparePlans } from './planner.ts'
import { cpuOf, startProduct } from './product.ts'
import { measureScreens } from './screens.ts'
import { day, type Sown, sow } from './sow.ts'

/**
 * What the product costs, as ratios of one run on one machine: printed, never asserted.
 * `npm run bench`, or `npm run bench -- --quick` (1,000 and 10,000 people, no plan for more than 600); with `--planner`
 * the planner alone, `--planner=2000,9000` at these sizes; with `--screens` the screens of planning alone, at 900 and 9,000 people of
 * the demo, `--screens=900` at this size.
 */
const quick = process.argv.includes('--quick')
const sizes = quick ? ([1_000, 10_000] as const) : ([9_000, 90_000] as const)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const tell = (line: string): void => void process.stderr.write(`… ${line}\n`)
const decimal = (value: number, digits = 1) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const whole = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 })

const table = (title: string, head: string[], rows: string[][]): void => {
  const all = [head, ...rows]
  const widths = head.map((_, c) => Math.max(...all.map(r => r[c]!.length)))
  const line = (r: string[]) =>
    `| ${r.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join(' | ')} |`
  say(`\n${title}\n`)
  say(line(head))
  say(`|${widths.map((w, c) => (c === 0 ? '-'.repeat(w + 2) : `${'-'.repeat(w + 1)}:`)).join('|')}|`)
  for (const row of rows) say(line(row))
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
/** The median of three runs: for what is short. */
const thrice = async (work: () => Promise<unknown>) =>
  median([await seconds(work), await seconds(work), await seconds(work)])

/** The same inputs as the score reads, gathered by one plain aggregate query. */
const aggregate = `select e.unit_id, p.tier, count(*), avg(a.rating_value), avg(t.jp), avg(x.potential), avg(l.level), count(w.n), count(r.n), count(s.n), avg(f.raters), avg(c.n), sum(k.n)
  from workforce.employees e
  left join workforce.positions p on p.agency_id = e.agency_id and p.id = e.position_id
  left join (select employee_id, avg(case rating when 'Sangat Baik' then 100 when 'Baik' then 80 else 60 end) as rating_value from workforce.appraisals where agency_id = $1 and year >= 2023 group by 1) a on a.employee_id = e.id
  left join (select employee_id, sum(jp) as jp from workforce.trainings where agency_id = $1 and ends_on between '2026-01-01' and '2026-11-24' group by 1) t on t.employee_id = e.id
  left join (select employee_id, max(potential) as potential from competency.assessments where agency_id = $1 group by 1) x on x.employee_id = e.id
  left join (select employee_id, avg(least(level, standard_level)::numeric / standard_level) as level from competency.assessment_levels where agency_id = $1 group by 1) l on l.employee_id = e.id
  left join (select employee_id, count(*) as n from workforce.awards where agency_id = $1 group by 1) w on w.employee_id = e.id
  left join (select employee_id, count(*) as n from workforce.team_roles where agency_id = $1 group by 1) r on r.employee_id = e.id
  left join (select employee_id, count(*) as n from workforce.sanctions where agency_id = $1 group by 1) s on s.employee_id = e.id
  left join (select employee_id, avg(raters) as raters from talent.feedback_360 where agency_id = $1 group by 1) f on f.employee_id = e.id
  left join (select employee_id, count(*) as n from workforce.careers where agency_id = $1 group by 1) c on c.employee_id = e.id
  left join (select employee_id, count(*) as n from workforce.record_checks where agency_id = $1 group by 1) k on k.employee_id = e.id
  where e.agency_id = $1 and e.state = 'active' group by 1, 2`

type Page = { bytes: number; raw: number; cpu: number }
type Measured = {
  people: number
  place: number
  aggregate: number
  import: number
  copy: number
  map: Page
  path: Page
}

/** Asks a page of the running product, as a browser that takes gzip, often enough that its CPU can be read. */
const askPage = async (base: string, pid: number, sown: Sown, who: 'hr' | 'asn', where: string): Promise<Page> => {
  const role = who === 'hr' ? 'hr_officer' : 'asn'
  const entered = await fetch(`${base}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: base },
    body: new URLSearchParams({ akun: who === 'hr' ? sown.hrAccount : sown.asnAccount, role }),
  })
  const cookie = entered.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')
  const ask = async () => {
    const answer = await fetch(base + where, { headers: { cookie }, redirect: 'manual' })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${where} answered ${answer.status}`)
    return Buffer.byteLength(text)
  }
  const raw = await ask()
  for (let i = 0; i < 4; i++) await ask()
  const rounds = 20
  const before = cpuOf(pid)
  for (let i = 0; i < rounds; i++) await ask()
  const after = cpuOf(pid)
  const packed = await compressedSize(base + where, cookie)
  return {
    bytes: packed,
    raw,
    cpu: before === null || after === null ? Number.NaN : ((after - before) / rounds) * 1000,
  }
}

/** What travels: `fetch` unpacks before it can be counted, so this asks by hand. */
const compressedSize = async (url: string, cookie: string): Promise<number> => {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie, 'accept-encoding': 'gzip, br' } }, response => {
      let bytes = 0
      response.on('data', chunk => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

const columns = [
  'NIP',
  'Nama',
  'Jenis Kelamin',
  'Status',
  'Golongan',
  'Unit Kerja',
  'Jabatan',
  'Eselon/Jenjang',
  'TMT Jabatan',
  'Pendidikan',
  'Jurusan',
]
const staffRows = (people: number): string[][] =>
  Array.from({ length: people }, (_, i) => {
    const birth = new Date(Date.UTC(1970, 0, 1 + Math.floor(i / 1000))).toISOString().slice(0, 10).replaceAll('-', '')
    return [
      `${birth}200501${1 + (i % 2)}${String(i % 1000).padStart(3, '0')}`,
      `Pegawai ${i}`,
      i % 2 ? 'P' : 'L',
      'PNS',
      'III/c',
      `Dinas Impor ${i % 40}`,
      'Pengadministrasi Umum',
      'Pelaksana',
      '2019-01-02',
      'S-1',
      'Hukum',
    ]
  })
const csv = (rows: string[][]) => new TextEncoder().encode(`${rows.map(r => r.join(';')).join('\n')}\n`)

const measureImport = async (database: Database, owner: string, people: number): Promise<[number, number]> => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const agencyId = (
    await client.query(
      'insert into platform.agencies (agency_id, name, short_name, today_on) values (gen_random_uuid(), $1, $1, $2) returning agency_id',
      [`Impor ${people}`, day],
    )
  ).rows[0].agency_id as string
  const actor: Actor = { agencyId, accountId: null, employeeId: null, name: 'Ukur', role: 'hr_officer', on: day }
  const units = [['Kode', 'Nama Unit'], ...Array.from({ length: 40 }, (_, i) => [`${i}`, `Dinas Impor ${i}`])]
  await importFiles(database, actor, [{ name: 'unit.csv', bytes: csv(units) }])
  const rows = staffRows(people)
  const taken = await seconds(() =>
    importFiles(database, actor, [{ name: 'pegawai.csv', bytes: csv([columns, ...rows]) }]),
  )
  const { n } = (
    await client.query('select count(*)::int as n from workforce.employees where agency_id = $1', [agencyId])
  ).rows[0]
  if (n !== people) throw new Error(`${n} of ${people} rows were imported`)
  await client.query(`create temp table raw_staff (${columns.map((_, i) => `c${i} text`).join(', ')})`)
  const bytes = Buffer.from(csv(rows))
  const copied = await thrice(async () => {
    await client.query('truncate raw_staff')
    await new Promise<void>((resolve, reject) => {
      const stream = client.query(copyFrom("copy raw_staff from stdin with (format csv, delimiter ';')"))
      stream.on('finish', resolve)
      stream.on('error', reject)
      stream.end(bytes)
    })
  })
  await client.end()
  return [taken, copied]
}

const measure = async (
  server: { superuser: string; owner: string; app: string },
  people: number,
): Promise<Measured> => {
  const { owner, app } = await createBenchDatabase(server, `bench_${people}`)
  tell(`${whole(people)} people are sown`)
  const sown = await sow(owner, people)
  const database = openDatabaseAsApp(app, { max: 4 })
  const actor: Actor = {
    agencyId: sown.agencyId,
    accountId: sown.hrAccount,
    employeeId: null,
    name: 'Ukur',
    role: 'hr_officer',
    on: day,
  }
  const { id } = await execute(database, actor, openCycle, { name: sown.cycleName, asOf: day, ruleCode: 'BKN-SIMATA' })
  tell('everybody is scored and placed')
  const place = await seconds(() => execute(database, actor, placeCycle, { cycleId: id }))
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const plain = await thrice(() => client.query(aggregate, [sown.agencyId]))
  await client.query('analyze talent.scores')
  await client.end()
  tell('a staff list is imported')
  const [imported, copied] = await measureImport(database, owner, people)
  await database.close()
  tell('pages are asked for')
  const product = await startProduct(owner, app)
  try {
    return {
      people,
      place,
      aggregate: plain,
      import: imported,
      copy: copied,
      map: await askPage(product.base, product.pid, sown, 'hr', '/talenta/peta'),
      path: await askPage(product.base, product.pid, sown, 'asn', '/jalur-saya'),
    }
  } finally {
    await product.stop()
  }
}

/** The planner beside greedy and beside the solvers of this machine, all on the same years. */
const benchPlanner = async (): Promise<void> => {
  const asked = process.argv.find(a => a.startsWith('--planner='))?.slice('--planner='.length)
  const plans = asked ? asked.split(',').map(Number) : quick ? [15, 200, 600] : [15, 200, 600, 2_000, 9_000]
  for (const part of await comparePlans(plans, tell)) table(part.title, part.head, part.rows)
}

const main = async (): Promise<void> => {
  if (process.argv.some(a => a.startsWith('--planner'))) {
    say(
      `Anyam bench, planner, ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.versions.node}`,
    )
    await benchPlanner()
    return
  }
  const began = performance.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-bench-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  const server = await startEmbedded({ dataDir: folder, settings: ['shared_buffers=256MB', 'work_mem=32MB'] })
  try {
    say(
      `Anyam bench, ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.versions.node}, PostgreSQL ${server.version}`,
    )
    if (process.argv.some(a => a.startsWith('--screens'))) {
      const asked = process.argv.find(a => a.startsWith('--screens='))?.slice('--screens='.length)
      const part = await measureScreens(server, asked ? asked.split(',').map(Number) : [900, 9_000], tell)
      table(part.title, part.head, part.rows)
      return
    }
    const [small, large] = [await measure(server, sizes[0]), await measure(server, sizes[1])]
    const row = (what: string, of: (m: Measured) => number, print: (n: number) => string) => [
      what,
      print(of(small)),
      print(of(large)),
      decimal(of(large) / of(small)),
    ]
    const ms = (n: number) => (Number.isNaN(n) ? 'unknown' : `${decimal(n)} ms`)
    const s = (n: number) => `${decimal(n, 2)} s`
    const times = (n: number) => `${decimal(n)} ×`
    const bytes = (n: number) => `${decimal(n / 1024)} kB`
    table(
      `Growth from ${whole(small.people)} to ${whole(large.people)} people (linear = 10.0)`,
      ['', whole(small.people), whole(large.people), 'growth'],
      [
        row('score and box everybody, explanations stored', m => m.place, s),
        row('one plain aggregate query over the same inputs', m => m.aggregate, s),
        row('  ratio', m => m.place / m.aggregate, times),
        row('import of the staff list: read, check, rehearse, apply', m => m.import, s),
        row('raw COPY of the same rows into a bare table', m => m.copy, s),
        row('  ratio', m => m.import / m.copy, times),
        row('nine-box page, bytes sent', m => m.map.bytes, bytes),
        row('nine-box page, server CPU', m => m.map.cpu, ms),
        row('Jalur Saya, bytes sent', m => m.path.bytes, bytes),
        row('Jalur Saya, server CPU', m => m.path.cpu, ms),
      ],
    )
    await benchPlanner()
    const part = await measureScreens(server, quick ? [900] : [900, 9_000], tell)
    table(part.title, part.head, part.rows)
    say(
      `\nTook ${Math.round((performance.now() - began) / 1000)} s. Server CPU is that of the product's own process, without PostgreSQL's.`,
    )
  } finally {
    await server.stop()
    for (const place of new Set([folder, placeFor(folder)])) rmSync(place, { recursive: true, force: true })
  }
}
await main()
