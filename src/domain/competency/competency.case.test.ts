import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import { registerEmployees } from '#domain/workforce/employee/register-employees.ts'
import { registerUnits } from '#domain/workforce/unit/register-units.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { type Actor, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase, useCase } from '#platform/use-case.ts'
import { expireAssessments } from './assessment/expire-assessments.ts'
import { recordAssessment } from './assessment/record-assessment.ts'
import { personGap, personMatch } from './competency.figures.ts'
import { competencyUseCases } from './competency.use-cases.ts'
import { nationalCompetencies } from './dictionary/national-competencies.ts'
import { registerCompetencies } from './dictionary/register-competencies.ts'
import { recordEvidence } from './evidence/record-evidence.ts'
import { organisationGap } from './gap/organisation.store.ts'
import { registerPositionStandards } from './position-standard/register-position-standards.ts'

const on = '2026-11-24'
const agencyId = randomUUID()
const actor = systemActor(agencyId, on)
const nip = '198502022010011001'
let testDatabase: TestDatabase
let database: Database
let personId: string

/** Stands for the delivery room's act that leaves evidence behind. */
const completeEnrolment = useCase({
  name: 'complete-enrolment',
  room: 'delivery',
  permission: { system: 'agency' },
  writes: [],
  input: z.object({ level: z.number(), sourceId: z.string(), reason: z.string().nullish() }),
  async run({ input, db, call }) {
    const { id } = await db.one<{ id: string }>(sql`select id from competency.v_competencies where code = 'M.3'`)
    return call(recordEvidence, {
      employeeId: personId,
      sourceKind: 'delivery.enrolment',
      sourceId: input.sourceId,
      reason: input.reason,
      pieces: [
        { competencyId: id, source: 'application', level: input.level, observedOn: '2026-10-01', isVerified: true },
      ],
    })
  },
})

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  await syncRights(testDatabase.owner, [
    ...workforceUseCases,
    ...competencyUseCases,
    completeEnrolment,
  ] as unknown as UseCase<never, unknown>[])
  const owner = new pg.Client({ connectionString: testDatabase.owner })
  await owner.connect()
  await owner.query('insert into platform.agencies (agency_id, name, short_name) values ($1, $2, $2)', [
    agencyId,
    'Kabupaten Uji',
  ])
  await owner.end()
  database = openDatabaseAsApp(testDatabase.app)
  await execute(database, actor, registerUnits, { rows: [{ name: 'Dinas Uji' }] })
  await execute(database, actor, registerEmployees, {
    rows: [
      {
        nip,
        name: 'Sari Uji',
        employment: 'PNS',
        unitName: 'Dinas Uji',
        positionName: 'Kepala Bidang Uji',
        echelonOrTier: 'III.b',
      },
    ],
  })
  await execute(database, actor, registerCompetencies, { rows: nationalCompetencies(on) })
  await execute(database, actor, registerPositionStandards, {
    rows: [
      { positionName: 'Kepala Bidang Uji', requirements: ['M.1', 'M.3', 'SK.1'].map(code => ({ code, level: 3 })) },
    ],
  })
  personId = (await database.as(actor, db => db.one<{ id: string }>(sql`select id from workforce.v_people`))).id
})
afterAll(async () => {
  await database?.close()
  await testDatabase?.drop()
})

const gap = (as: Actor = actor) => database.as(as, db => personGap(db, personId))

test('Nobody has assessed her: every competency is unknown and says who must supply it, none is zero', async () => {
  const found = await gap()
  expect(found?.profile.gaps.map(g => g.state)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(found?.profile.total.value).toBeNull()
  expect(found?.profile.total.needs.length).toBe(3)
})

test('An assessment names the gap; a blank level stays unknown', async () => {
  await execute(database, actor, recordAssessment, {
    rows: [
      {
        nip,
        assessedOn: '2025-03-01',
        levels: [
          { code: 'M.1', level: 2, standardLevel: 3 },
          { code: 'M.3', level: null, standardLevel: 3 },
          { code: 'SK.1', level: 4, standardLevel: 3 },
        ],
      },
    ],
  })
  const found = await gap()
  const by = Object.fromEntries((found?.profile.gaps ?? []).map(g => [g.code, isKnown(g.gap) ? g.gap.value : null]))
  expect(by).toEqual({ 'M.1': 1, 'M.3': null, 'SK.1': 0 })
  const match = await database.as(actor, db => personMatch(db, personId))
  expect(match?.match.jpm.value).toBeNull()
})

test('Evidence from work moves the gap; corrected evidence keeps the old row and the assessment stands', async () => {
  const sourceId = randomUUID()
  await execute(database, actor, completeEnrolment, { level: 2, sourceId })
  expect((await gap())?.profile.gaps.find(g => g.code === 'M.3')?.gap.value).toBe(1)
  await execute(database, actor, completeEnrolment, { level: 2, sourceId })
  await execute(database, actor, completeEnrolment, { level: 3, sourceId, reason: 'Nilai salah ketik.' })
  expect((await gap())?.profile.gaps.find(g => g.code === 'M.3')?.gap.value).toBe(0)
  const rows = await database.as(actor, db =>
    db.rows<{ is_replaced: boolean; level: number }>(
      sql`select is_replaced, level from competency.evidence order by level`,
    ),
  )
  expect(rows).toEqual([
    { is_replaced: true, level: 2 },
    { is_replaced: false, level: 3 },
  ])
})

test('A supervisor reads no level of an assessment, only evidence from work', async () => {
  const supervisor: Actor = { ...actor, role: 'supervisor', employeeId: randomUUID() }
  const seen = await database.as(supervisor, db => db.rows(sql`select 1 from competency.v_assessment_levels`))
  expect(seen).toEqual([])
})

test('A result past its validity is told once, is shown as expired and counts for nothing', async () => {
  const later = systemActor(agencyId, '2028-06-01')
  const first = await execute(database, later, expireAssessments, {})
  const second = await execute(database, later, expireAssessments, {})
  expect([first.expired, second.expired]).toEqual([1, 0])
  const found = await gap(later)
  expect(found?.profile.gaps.find(g => g.code === 'M.1')?.level.state).toBe('expired')
  expect(found?.profile.gaps.find(g => g.code === 'M.1')?.state).toBe('unknown')
})

test('The organisation’s picture withholds a mean of fewer than five people and counts who is unknown', async () => {
  const all = await database.as(actor, db => organisationGap(db))
  expect(all.units[0]).toMatchObject({ name: 'Dinas Uji', people: [expect.any(String)], unknown: [] })
  expect([...all.cells.values()].every(c => c.judged.length < 5)).toBe(true)
})
