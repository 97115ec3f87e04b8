import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '#core/values/day.ts'
import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { deliveryUseCases } from '#domain/delivery/delivery.use-cases.ts'
import { impactUseCases } from '#domain/impact/impact.use-cases.ts'
import { planningUseCases } from '#domain/planning/planning.use-cases.ts'
import { successionUseCases } from '#domain/succession/succession.use-cases.ts'
import { registerSheetScores } from '#domain/talent/sheet/register-sheet-scores.ts'
import { talentUseCases } from '#domain/talent/talent.use-cases.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { exchangeUseCases } from '#exchange/exchange.use-cases.ts'
import type { Role } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, type Query, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import type { UseCase } from '#platform/use-case.ts'
import { makeDemo } from './make-demo.ts'

let testDatabase: TestDatabase
let database: Database
let agencyId: string
const said: string[] = []
const today = '2026-11-24' as Day

/** Reads as the ready person of a role. */
const as = async <T>(role: Role, query: Query): Promise<T[]> => {
  const account =
    role === 'system'
      ? null
      : role === 'asn'
        ? await person('Dimas Anggara')
        : (
            await rowsAs<{ id: string; employee: string | null; name: string }>(
              'system',
              null,
              sql`select a.id, a.employee_id as employee, a.name from platform.accounts a join platform.account_roles r on r.agency_id = a.agency_id and r.account_id = a.id
                where r.role = ${role} order by a.created_at, a.id limit 1`,
            )
          )[0]!
  return rowsAs<T>(role, account, query)
}
const rowsAs = <T>(
  role: Role,
  who: { id: string; employee: string | null; name: string } | null,
  query: Query,
): Promise<T[]> =>
  database.as(
    {
      agencyId,
      accountId: who?.id ?? null,
      employeeId: who?.employee ?? null,
      name: who?.name ?? 'Sistem',
      role,
      on: today,
    },
    db => db.rows<T>(query),
    { readOnly: true },
  )
const person = async (name: string) =>
  (
    await rowsAs<{ id: string; employee: string; name: string }>(
      'system',
      null,
      sql`select id, employee_id as employee, name from platform.accounts where name = ${name} order by created_at limit 1`,
    )
  )[0]!
const count = async (role: Role, query: Query) => (await as<{ n: number }>(role, query))[0]!.n

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const everything = [
    ...platformUseCases,
    ...workforceUseCases,
    ...competencyUseCases,
    ...talentUseCases,
    registerSheetScores,
    ...planningUseCases,
    ...deliveryUseCases,
    ...impactUseCases,
    ...successionUseCases,
    ...exchangeUseCases,
  ] as unknown as UseCase<never, unknown>[]
  await syncRights(testDatabase.owner, [...new Set(everything)])
  database = openDatabaseAsApp(testDatabase.app)
  await makeDemo({ database, owner: testDatabase.owner, say: line => said.push(line), people: 300 })
  agencyId = await soleAgency(testDatabase.owner)
}, 600_000)
afterAll(async () => {
  await database?.close()
  await testDatabase?.drop()
})

const soleAgency = async (owner: string): Promise<string> => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const { rows } = await client.query('select agency_id from platform.agencies where is_demo and today_on = $1', [
    today,
  ])
  await client.end()
  expect(rows).toHaveLength(1)
  return rows[0].agency_id as string
}

test('The median of days late falls firmly while the share of late packages stays open', async () => {
  const [evaluation] = await as<{
    verdicts: Record<string, string>
    figures: {
      indicators: { code: string; effect: { value: number | null; interval: { low: number; high: number } | null } }[]
    }
  }>('hr_officer', sql`select verdicts, figures from impact.evaluations`)
  expect(evaluation!.verdicts).toMatchObject({
    'Lama keterlambatan paket, median': 'indikasi membaik',
    'Bagian paket terlambat': 'belum dapat disimpulkan',
  })
  const days = evaluation!.figures.indicators.find(i => i.code === 'hari_lewat_batas')!.effect
  expect(days.value).toBeGreaterThan(-12)
  expect(days.value).toBeLessThan(-10)
  expect(days.interval!.low).toBeGreaterThan(-20)
  expect(days.interval!.high).toBeLessThan(-3)
  const late = evaluation!.figures.indicators.find(i => i.code === 'keterlambatan_proyek')!.effect
  expect(late.value).toBeNull()
})

test('Fifteen of twenty-two were chosen by published weights, their plans agreed by both before the first class', async () => {
  const people = await as<{ is_chosen: boolean }>(
    'hr_officer',
    sql`select is_chosen from planning.v_programme_people where role = 'participant'`,
  )
  expect([people.length, people.filter(p => p.is_chosen).length]).toEqual([22, 15])
  expect(
    await count(
      'hr_officer',
      sql`select count(*) as n from planning.v_plans p join planning.v_programmes g on g.agency_id = p.agency_id and g.id = p.programme_id
      where p.agreed_by_employee_on < g.starts_on and p.agreed_by_supervisor_on < g.starts_on`,
    ),
  ).toBe(15)
})

test('Dimas is on the way to his post with a day to reach it, and Yuliana is ready for hers', async () => {
  const rows = await as<{ name: string; horizon: string; post: string; ready: string | null }>(
    'hr_officer',
    sql`select e.name, r.horizon, p.name as post, r.ready_on as ready from succession.readiness r join workforce.v_people e on e.agency_id = r.agency_id and e.id = r.employee_id
      join workforce.v_positions p on p.agency_id = r.agency_id and p.id = r.position_id`,
  )
  expect(rows.find(r => r.name === 'Dimas Anggara' && r.post === 'Kepala Bidang Bina Marga')).toMatchObject({
    horizon: '1-2Tahun',
    ready: expect.stringMatching(/^2027-04-/),
  })
  expect(rows.find(r => r.name === 'Yuliana Rahmawati' && r.post === 'Kepala Bidang Kawasan Permukiman')).toMatchObject(
    {
      horizon: 'siapSekarang',
    },
  )
})

test('Some people are placed, some wait and it is known for what', async () => {
  const rows = await as<{ placement: string; reason: string | null; n: number }>(
    'hr_officer',
    sql`select placement, waiting_reason as reason, count(*) as n from talent.v_scores group by 1, 2`,
  )
  expect(rows.find(r => r.placement === 'placed')!.n).toBeGreaterThan(50)
  expect(rows.filter(r => r.placement === 'waiting').map(r => r.reason)).toEqual(
    expect.arrayContaining(['missing-assessment', 'expired-assessment']),
  )
  expect(await count('committee', sql`select count(*) as n from talent.moves where state = 'proposed'`)).toBe(3)
})

test('Everybody who enters has something to do or to read', async () => {
  expect(
    await count(
      'asn',
      sql`select count(*) as n from delivery.v_follow_ups where rater = 'self' and answered_on is null`,
    ),
  ).toBe(1)
  expect(
    await count(
      'asn',
      sql`select count(*) as n from planning.v_plans where state = 'proposed' and agreed_by_employee_on is null`,
    ),
  ).toBe(1)
  const supervisor = await person('Ratna Wulandari')
  const waiting = await rowsAs<{ n: number }>(
    'supervisor',
    supervisor,
    sql`select (select count(*) from delivery.v_follow_ups where rater = 'supervisor' and answered_on is null)
      + (select count(*) from planning.v_plans where state = 'proposed' and agreed_by_supervisor_on is null)
      + (select count(*) from delivery.v_assignments where finished_on is not null and confirmed_on is null)
      + (select count(*) from delivery.v_meetings where not is_confirmed and guide_id = ${supervisor.employee}) as n`,
  )
  expect(waiting[0]!.n).toBe(5)
  expect(await count('leader', sql`select count(*) as n from succession.v_dossiers where state = 'submitted'`)).toBe(1)
  expect(await count('leader', sql`select count(*) as n from succession.v_benches`)).toBeGreaterThan(20)
  expect(await count('facilitator', sql`select count(*) as n from delivery.v_meetings`)).toBeGreaterThan(100)
  expect(await count('auditor', sql`select count(*) as n from platform.audit_entries`)).toBeGreaterThan(500)
  for (const role of [
    'supervisor',
    'hr_officer',
    'committee',
    'leader',
    'facilitator',
    'assessor',
    'auditor',
    'dpo',
    'admin',
  ] as const)
    expect(
      await count('system', sql`select count(*) as n from platform.account_roles where role = ${role}`),
      role,
    ).toBeGreaterThan(0)
})

test('No e-mail leads anywhere and every sequence is made up', async () => {
  expect(
    await count('system', sql`select count(*) as n from workforce.employees where email not like '%@contoh.invalid'`),
  ).toBe(0)
  expect(
    await count('system', sql`select count(*) as n from workforce.employees where substring(nip from 16) < '901'`),
  ).toBe(0)
})

test('The year of public works is chosen under two budgets, and less money never buys more', async () => {
  const rows = await as<{ percent: number; status: string; objective: number; seats: number; state: string }>(
    'hr_officer',
    sql`select (settings->'rules'->>'budgetChangePercent')::float as percent, solution->>'status' as status, objective::float, jsonb_array_length(solution->'assignments') as seats, state
      from planning.scenarios order by 1`,
  )
  expect(rows.map(r => [r.percent, r.state])).toEqual([-85, 0].map(percent => [percent, 'solved']))
  for (const row of rows) expect(row.seats, `${row.percent}%`).toBeGreaterThan(0)
  expect(rows.map(r => r.objective)).toEqual(rows.map(r => r.objective).sort((a, b) => a - b))
})
