import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { registerProgrammeRecords } from '#domain/delivery/programme-record/register-programme-records.ts'
import { restoreDeliveryRecords } from '#domain/delivery/restore-delivery-records.ts'
import { registerBudgetLines } from '#domain/planning/budget/register-budget-lines.ts'
import { registerCatalogue } from '#domain/planning/catalogue/register-catalogue.ts'
import { registerProgramme } from '#domain/planning/programme/register-programme.ts'
import { restorePlanningRecords } from '#domain/planning/restore-planning-records.ts'
import { restoreTalentRecords } from '#domain/talent/restore-talent-records.ts'
import { registerSheetScores } from '#domain/talent/sheet/register-sheet-scores.ts'
import { recordAppraisal } from '#domain/workforce/appraisal/record-appraisal.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { exchangeUseCases } from '../exchange.use-cases.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { readFactsInput } from '../facts/read-facts-input.ts'
import type { SourceFile } from '../workbook/contract.ts'
import { applyImport } from './apply-import.ts'
import { listImportFiles } from './import.store.ts'
import { importFiles } from './import-files.ts'
import { undoImport } from './undo-import.ts'

const folder = 'fixtures/agency-small'
const file = (name: string): SourceFile => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })
const names = readdirSync(folder).filter(n => /\.(csv|xlsx|xls|xlsm)$/.test(n) && !/mekar|terkunci/.test(n))
const siasn = readdirSync(join(folder, 'siasn')).map(n => `siasn/${n}`)

const on = '2026-11-24'
const [agencyA, agencyB] = [randomUUID(), randomUUID()]
const actor = systemActor(agencyA, on)
let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const everything = [
    ...workforceUseCases,
    ...competencyUseCases,
    ...exchangeUseCases,
    registerCatalogue,
    registerBudgetLines,
    registerProgramme,
    registerProgrammeRecords,
    registerSheetScores,
    restorePlanningRecords,
    restoreDeliveryRecords,
    restoreTalentRecords,
  ] as unknown as UseCase<never, unknown>[]
  await syncRights(testDatabase.owner, everything)
  const owner = new pg.Client({ connectionString: testDatabase.owner })
  await owner.connect()
  for (const id of [agencyA, agencyB])
    await owner.query('insert into platform.agencies (agency_id, name, short_name, today_on) values ($1, $2, $2, $3)', [
      id,
      `Agency ${id.slice(0, 4)}`,
      on,
    ])
  await owner.end()
  database = openDatabaseAsApp(testDatabase.app)
})
/** Whole imports on a busy machine. */
vi.setConfig({ testTimeout: 600_000 })

afterAll(async () => {
  await database?.close()
  await testDatabase?.drop()
})

const tables = {
  units: sql`select count(*)::int as n from workforce.v_units`,
  employees: sql`select count(*)::int as n from workforce.v_people`,
  appraisals: sql`select count(*)::int as n from workforce.v_appraisals`,
  assessments: sql`select count(*)::int as n from competency.v_assessments`,
  trainings: sql`select count(*)::int as n from workforce.v_trainings`,
  careers: sql`select count(*)::int as n from workforce.v_careers`,
  sanctions: sql`select count(*)::int as n from workforce.v_sanctions`,
  awards: sql`select count(*)::int as n from workforce.v_awards`,
  standards: sql`select count(*)::int as n from competency.v_position_standards`,
  modules: sql`select count(*)::int as n from planning.v_modules`,
  sessions: sql`select count(*)::int as n from planning.v_sessions`,
  budget: sql`select count(*)::int as n from planning.v_budget_lines`,
  indicatorValues: sql`select count(*)::int as n from workforce.v_indicator_values`,
  sheets: sql`select count(*)::int as n from talent.v_sheet_scores`,
  programmePeople: sql`select count(*)::int as n from planning.v_programme_people where role = 'participant'`,
  planItems: sql`select count(*)::int as n from planning.v_plan_items`,
  enrolments: sql`select count(*)::int as n from delivery.v_enrolments`,
  meetings: sql`select count(*)::int as n from delivery.v_meetings`,
  assignments: sql`select count(*)::int as n from delivery.v_assignments`,
  followUps: sql`select count(*)::int as n from delivery.v_follow_ups`,
}
const countAll = (who = actor) =>
  database.as(who, async db => {
    const found: Record<string, number> = {}
    for (const [name, query] of Object.entries(tables)) found[name] = (await db.one<{ n: number }>(query)).n
    return found
  })

test('An agency’s files go in whole: the rehearsal counts what the real run does, and nothing is written by it', async () => {
  const rehearsal = await importFiles(database, actor, names.map(file), { dryRun: true })
  expect(Object.values(await countAll()).every(n => n === 0)).toBe(true)
  await execute(database, actor, applyImport, { importId: rehearsal.importId })
  const kept = await database.as(actor, db => listImportFiles(db, rehearsal.importId), { readOnly: true })
  expect(kept.map(f => [f.name, f.judgement?.counts])).toEqual(rehearsal.kept.map(f => [f.name, f.judgement?.counts]))
  const counted = await countAll()
  expect(counted).toMatchObject({
    units: 12,
    employees: 283,
    appraisals: 512,
    trainings: 479,
    careers: 641,
    sanctions: 8,
    standards: 124,
    sheets: 109,
    budget: 23,
    programmePeople: 20,
  })
  expect(counted.modules + counted.sessions).toBe(74)
  expect(counted.assessments).toBe(77)
  expect(counted.indicatorValues).toBe(1129)
})

test('The same files a second time change nothing', async () => {
  const before = await countAll()
  const again = await importFiles(database, actor, names.map(file))
  expect(
    again.kept.flatMap(f =>
      f.judgement && f.judgement.counts.new + f.judgement.counts.changed > 0
        ? [[f.name, f.judgement.counts, f.judgement.changed.slice(0, 3)]]
        : [],
    ),
  ).toEqual([])
  expect(await countAll()).toEqual(before)
})

test('The key facts read from the database are those the agency knows of itself', async () => {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).facts as Facts
  const { facts } = factsOf(await database.as(actor, readFactsInput, { readOnly: true }), on)
  for (const key of ['jpm', 'gaps', 'nine_box', 'jp_2026', 'ip_asn', 'eligibility'] as const) {
    const got = facts[key] as { nip: string; target?: string }[]
    for (const row of expected[key] as { nip: string; target?: string }[])
      expect(
        got.find(g => g.nip === row.nip && g.target === row.target),
        `${key} ${row.nip}`,
      ).toEqual(row)
  }
  expect(facts.retire_within_12_months).toEqual(expected.retire_within_12_months)
  expect(facts.status_counts_accepted).toEqual(expected.status_counts_accepted)
})

test('Files in the shape of SIASN add what is new and leave the names alone', async () => {
  const before = await countAll()
  const run = await importFiles(database, actor, siasn.map(file))
  const after = await countAll()
  expect(after.employees).toBe(before.employees)
  expect(after.awards).toBeGreaterThan(0)
  const changed = run.kept.find(f => f.name.includes('data-utama'))?.judgement?.changed ?? []
  expect(changed.filter(c => c.field === 'Nama')).toEqual([])
})

test('Another agency sees nothing of it', async () => {
  const counted = await countAll(systemActor(agencyB, on))
  expect(Object.values(counted).every(n => n === 0)).toBe(true)
})

test('An import can be taken back while nothing was built on it, and then says what was', async () => {
  const b = systemActor(agencyB, on)
  const first = await importFiles(
    database,
    b,
    ['unit.csv', 'standar-kompetensi-jabatan.xlsx', 'pegawai.xlsx'].map(file),
  )
  const second = await importFiles(database, b, ['skp.xlsx', 'riwayat-diklat.csv'].map(file))
  await expect(
    execute(database, b, undoImport, { importId: first.importId, reason: 'Berkas keliru dikirim.' }),
  ).rejects.toThrow(/sudah dipakai/)
  await execute(database, b, undoImport, { importId: second.importId, reason: 'Berkas keliru dikirim.' })
  expect(await countAll(b)).toMatchObject({ appraisals: 0, trainings: 0, employees: 283 })
  await execute(database, b, undoImport, { importId: first.importId, reason: 'Berkas keliru dikirim.' })
  expect(Object.values(await countAll(b)).every(n => n === 0)).toBe(true)
})

test('What was mended by hand since keeps an import from being taken back', async () => {
  const b = systemActor(agencyB, on)
  await importFiles(database, b, ['unit.csv', 'pegawai.xlsx'].map(file))
  const skp = await importFiles(database, b, ['skp.xlsx'].map(file))
  const row = await database.as(b, db =>
    db.one<{ employee_id: string; year: number }>(
      sql`select employee_id, year from workforce.v_appraisals where rating = 'Baik' limit 1`,
    ),
  )
  await execute(database, { ...b, role: 'hr_officer' }, recordAppraisal, {
    employeeId: row.employee_id,
    year: row.year,
    rating: 'Sangat Baik',
  })
  await expect(
    execute(database, b, undoImport, { importId: skp.importId, reason: 'Berkas keliru dikirim.' }),
  ).rejects.toThrow(/1 predikat kinerja/)
})
