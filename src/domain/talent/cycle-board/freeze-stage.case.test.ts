import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { findCycle } from '../cycle/cycle.ts'
import { moveCycle, openCycle } from '../cycle/open-cycle.ts'
import { placeCycle } from '../cycle/place-cycle.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { cycleRules } from './cycle-board.rules.ts'
import { fingerprintNow, listSnapshots, resultsOf } from './cycle-board.store.ts'
import { checkReadiness, planStep, recordCycleEvidence, remindSteps } from './prepare-cycle.ts'

let agency: TestAgency
let cycleId: string
let people: { id: string; nip: string }[]

const hr = () => agency.actor('hr_officer')
const read = <T>(work: Parameters<typeof agency.database.as<T>>[1]) => agency.database.as(hr(), work)
const move = (to: string, reason?: string) => execute(agency.database, hr(), moveCycle, { cycleId, to, reason })
const all = cycleRules.on('2026-11-24').body.checks

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Badan Kepegawaian' }])
  people = (await agency.rows(
    'workforce.employees',
    [1, 2].map(n => ({
      nip: `19800101200501000${n}`,
      name: `Orang ${n}`,
      employment: 'PNS',
      unit_id: unit.id,
      state: 'active',
    })),
  )) as unknown as typeof people
  await agency.sow(
    `insert into talent.sheet_scores (agency_id, employee_id, sheet_on, parts) select agency_id, id, '2026-11-01', $1::jsonb from workforce.employees`,
    [
      JSON.stringify({
        predikat: 80,
        penghargaan: 100,
        tim: 100,
        u360: 80,
        jpm: 90,
        bangkom: 80,
        pengalaman: 80,
        potensi: 90,
        pendidikan: 80,
        bidang: 100,
        disiplin: 100,
      }),
    ],
  )
  cycleId = (
    await execute(agency.database, hr(), openCycle, {
      name: 'Siklus',
      asOf: '2026-11-24',
      ruleCode: 'BKN-SIMATA',
      source: 'sheet',
    })
  ).id
  await execute(agency.database, hr(), placeCycle, { cycleId })
})
afterAll(() => agency.close())

it('A stage that something holds is refused, naming what and who', async () => {
  await expect(move('SIDANG_KOMITE')).rejects.toMatchObject({
    code: 'talent.cycle.blocked',
    message: expect.stringContaining('Peta jabatan'),
  })
})

it('"Met" without its document and "not applicable" without its reason are refused by the name of the condition', async () => {
  const check = (more: object) =>
    execute(agency.database, hr(), checkReadiness, { cycleId, checks: [{ code: 'budget', ...more }] })
  await expect(check({ state: 'met' })).rejects.toMatchObject({
    fields: { 'evidence:budget': expect.any(String) },
  })
  await expect(check({ state: 'not-applicable' })).rejects.toMatchObject({
    fields: { 'note:budget': expect.any(String) },
  })
})

it('Starting the committee’s stage freezes results, rules and code, with a fingerprint that can be checked', async () => {
  await execute(agency.database, hr(), checkReadiness, {
    cycleId,
    checks: all.map(c => ({ code: c.code, state: 'met', evidence: 'Perbup 1/2026' })),
  })
  await expect(move('SIDANG_KOMITE')).rejects.toMatchObject({ message: expect.stringContaining('Komite talenta') })
  await agency.rows('talent.committees', [{ name: 'KTI', decree: '1', decreed_on: '2026-01-02' }])
  await move('SIDANG_KOMITE')
  const [snapshot] = await read(db => listSnapshots(db, cycleId))
  expect(snapshot).toMatchObject({ stage: 'SIDANG_KOMITE', version: 1, people: 2, placed: 2, rule_version: '2025-1' })
  expect(await read(db => fingerprintNow(db, snapshot.id))).toBe(snapshot.results_hash)
  await agency.sow(`update talent.snapshot_results set decided_box = 1 where employee_id = $1`, [people[0].id])
  expect(await read(db => fingerprintNow(db, snapshot.id))).not.toBe(snapshot.results_hash)
  await agency.sow(
    `update talent.snapshot_results r set decided_box = s.box from talent.scores s where s.employee_id = r.employee_id`,
  )
})

it('A frozen result is not computed anew; a correction needs a reason, becomes a version of its own, and the old one stays', async () => {
  await agency.sow(
    `update talent.sheet_scores set parts = parts || '{"predikat": 20, "jpm": 10, "potensi": 10}' where employee_id = $1`,
    [people[0].id],
  )
  await expect(execute(agency.database, hr(), placeCycle, { cycleId })).rejects.toMatchObject({
    code: 'talent.cycle.frozen',
  })
  const before = await read(async db => resultsOf(db, (await listSnapshots(db, cycleId))[0].id))
  await execute(agency.database, hr(), placeCycle, { cycleId, reason: 'Predikat orang pertama salah dicatat.' })
  const snapshots = await read(db => listSnapshots(db, cycleId))
  expect(snapshots.map(s => [s.version, s.reason])).toEqual([
    [1, null],
    [2, 'Predikat orang pertama salah dicatat.'],
  ])
  expect(await read(db => resultsOf(db, snapshots[0].id))).toEqual(before)
  const after = await read(db => resultsOf(db, snapshots[1].id))
  const changed = after.filter(a => before.some(b => b.employeeId === a.employeeId && b.box !== a.box))
  expect(changed.map(c => c.employeeId)).toEqual([people[0].id])
  expect((await read(db => findCycle(db, cycleId)))?.state).toBe('SIDANG_KOMITE')
})

it('Going back needs a reason', async () => {
  await expect(move('PEMETAAN')).rejects.toMatchObject({ code: 'talent.cycle.reason-for-back' })
})

it('The objection stage waits for a session that has ratified the map', async () => {
  await expect(move('SANGGAH')).rejects.toMatchObject({ message: expect.stringContaining('disahkan') })
})

it('Whoever owns a step is told, and reminded on the days of the rule set only', async () => {
  const plan = (ownerNip: string) =>
    execute(agency.database, hr(), planStep, {
      cycleId,
      stage: 'SANGGAH',
      dueOn: '2026-12-01',
      ownerNip,
      task: 'Jawab sanggahan.',
    })
  await expect(plan('198001012005019999')).rejects.toMatchObject({ code: 'talent.cycle.owner-unknown' })
  await plan(people[1].nip)
  const system = (on: string) => ({ ...agency.actor('system'), accountId: null, on: on as never })
  expect(await execute(agency.database, system('2026-11-24'), remindSteps, {})).toEqual({ told: 1 })
  expect(await execute(agency.database, system('2026-11-25'), remindSteps, {})).toEqual({ told: 0 })
  const notices = await agency.database.as(agency.actor('asn', people[1].id), db =>
    db.rows(sql`select text from platform.notices`),
  )
  expect(notices).toHaveLength(2)
})

it('A readiness score asks for its number, and nothing is recorded of a day to come', async () => {
  const record = (more: object) =>
    execute(agency.database, hr(), recordCycleEvidence, {
      cycleId,
      kind: 'readiness-score',
      reference: 'Surat BKN',
      ...more,
    })
  await expect(record({ happenedOn: '2026-11-20' })).rejects.toMatchObject({ code: 'talent.cycle.score-missing' })
  await expect(record({ happenedOn: '2026-12-20', score: 60 })).rejects.toMatchObject({
    code: 'talent.cycle.evidence-in-future',
  })
  await record({ happenedOn: '2026-11-20', score: 57 })
})
