import { randomUUID } from 'node:crypto'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../../src/core/values/day.ts'
import { evaluateProgramme } from '../../src/domain/impact/evaluation/evaluate-programme.ts'
import { agreePlan } from '../../src/domain/planning/plan/agree-plan.ts'
import { agreeTarget } from '../../src/domain/planning/programme/agree-target.ts'
import { composeScenario } from '../../src/domain/planning/scenario/compose-scenario.ts'
import { computeBenches } from '../../src/domain/succession/bench/compute-benches.ts'
import { prepareDossier, submitDossier } from '../../src/domain/succession/dossier/prepare-dossier.ts'
import { formCommittee } from '../../src/domain/talent/committee/form-committee.ts'
import { moveCycle, openCycle } from '../../src/domain/talent/cycle/open-cycle.ts'
import { placeCycle } from '../../src/domain/talent/cycle/place-cycle.ts'
import { cycleRules } from '../../src/domain/talent/cycle-board/cycle-board.rules.ts'
import { checkReadiness } from '../../src/domain/talent/cycle-board/prepare-cycle.ts'
import { markKeyPosition } from '../../src/domain/workforce/position/mark-key-position.ts'
import { importFiles } from '../../src/exchange/import/import-files.ts'
import { type Actor, type Role, systemActor } from '../../src/platform/access/actor.ts'
import { openAccounts, setUpAgency } from '../../src/platform/access/set-up-agency.ts'
import { type Database, openDatabaseAsApp, type Query, sql } from '../../src/platform/database/database.ts'
import { openDatabase } from '../../src/platform/database/embedded/open-database.ts'
import { placeFor, runsAsRoot, serverUser } from '../../src/platform/database/embedded/place.ts'
import { execute, type UseCase } from '../../src/platform/use-case.ts'
import { type RunningServer, startServer } from '../browser/running-server.ts'

const today = '2026-11-24' as Day
const folder = 'fixtures/agency-small'

const filesOfAgency = () =>
  readdirSync(folder)
    .filter(name => /\.(csv|xlsx|xls|xlsm)$/.test(name) && !/mekar|terkunci/.test(name))
    .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))

/** One account per role, on people of the list; a leader is nobody's employee. */
const peopleOfRoles: readonly [Role, string][] = [
  ['supervisor', 'supervisor'],
  ['hr_officer', 'pengelola'],
  ['committee', 'komite'],
  ['facilitator', 'pengajar'],
  ['auditor', 'auditor'],
  ['dpo', 'pelindung data'],
  ['admin', 'admin'],
]

/**
 * Carries the files of Kabupaten Misal along the whole chain by the product's own import and use cases: map, plan, programme,
 * evaluation, benches, a decision before the leader. Nothing is written behind their backs.
 */
const carry = async (database: Database, say: (line: string) => void): Promise<void> => {
  const agencyId = randomUUID()
  const system = systemActor(agencyId, today)
  await execute(database, system, setUpAgency, {
    name: 'Kabupaten Misal',
    shortName: 'Kab. Misal',
    kind: 'kabupaten',
    timeZone: 'Asia/Jakarta',
    // So that each role has a door in the chooser.
    isDemo: true,
    todayOn: today,
    scope: { ruleCode: 'BKN-SIMATA' },
  })
  const rows = <T>(query: Query) => database.as(system, db => db.rows<T>(query), { readOnly: true })
  const people = new Map<Role, { accountId: string; employeeId: string | null; name: string }>()
  const as = <I, R>(role: Role, useCase: UseCase<I, R>, input: unknown): Promise<R> => {
    const actor: Actor = { agencyId, ...people.get(role)!, role, on: today }
    return execute(database, actor, useCase, input)
  }

  const { judgements } = await importFiles(database, system, filesOfAgency())
  say(`${judgements.length} berkas diimpor`)

  const supervisors = await rows<{ id: string; name: string; member: string }>(sql`
    select s.id, s.name, min(p.id::text) as member from workforce.v_people p join workforce.v_people s on s.agency_id = p.agency_id and s.id = p.supervisor_id
    join planning.v_programme_people m on m.agency_id = p.agency_id and m.employee_id = p.id
    where s.id <> p.id group by s.id, s.name order by count(*) desc, s.id`)
  const others = await rows<{ id: string; name: string }>(
    sql`select id, name from workforce.v_people where state = 'active' and id <> all (${supervisors.map(s => s.id)}) order by nip`,
  )
  const head = supervisors[0]
  if (!head) throw new Error('No supervisor of a participant was imported.')
  const employee = others.find(p => p.id === head.member) ?? others[0]
  const chosen = others.filter(p => p.id !== employee.id)
  const accounts = [
    { employeeId: employee.id, name: employee.name, roles: [] as Role[] },
    ...peopleOfRoles.map(([role], i) => {
      const person = role === 'supervisor' ? head : chosen[i * 7]
      return { employeeId: person.id, name: person.name, roles: [role] }
    }),
    { employeeId: null, name: 'Bupati Misal', roles: ['leader'] as Role[] },
    { employeeId: null, name: 'Asesor Misal', roles: ['assessor'] as Role[] },
  ]
  await execute(database, system, openAccounts, { accounts })
  const opened = await rows<{ id: string; name: string; employee: string | null }>(
    sql`select id, name, employee_id as employee from platform.v_accounts`,
  )
  for (const { employeeId, name, roles } of accounts)
    people.set(roles[0] ?? 'asn', {
      accountId: opened.find(a => a.name === name && a.employee === employeeId)!.id,
      employeeId,
      name,
    })
  say(`akun dibuka untuk ${accounts.length} peran`)

  const { id: cycleId } = await as('hr_officer', openCycle, {
    name: 'Siklus Talenta 2026',
    asOf: today,
    ruleCode: 'BKN-SIMATA',
    source: 'sheet',
    objectionUntil: '2026-12-28',
  })
  const placed = await as('hr_officer', placeCycle, { cycleId })
  await as('hr_officer', checkReadiness, {
    cycleId,
    checks: cycleRules
      .on(today)
      .body.checks.map(({ code }) => ({ code, state: 'met', evidence: 'Dokumen contoh, diperiksa dalam uji' })),
  })
  const committee = people.get('committee')
  const seats = await rows<{ nip: string }>(
    sql`select nip from workforce.v_people where state = 'active' order by id <> ${committee?.employeeId ?? null}, nip limit 7`,
  )
  const [chair, secretary, ...members] = seats.map(seat => seat.nip)
  await as('hr_officer', formCommittee, {
    name: 'Komite Talenta Instansi',
    decree: '800.1.3/1/KTI/2026',
    decreedOn: '2026-01-12',
    chair,
    secretary,
    members: members.join('\n'),
  })
  await as('hr_officer', moveCycle, { cycleId, to: 'SIDANG_KOMITE' })
  say(`siklus: ${placed.placed} orang dipetakan, ${placed.waiting} menunggu`)

  const [programme] = await rows<{ id: string }>(sql`select id from planning.v_programmes`)
  const indicators = await rows<{ id: string; code: string }>(sql`select id, code from workforce.v_indicators`)
  for (const [code, target] of [
    ['keterlambatan_proyek', 25],
    ['serapan_anggaran', 90],
  ] as const)
    await as('hr_officer', agreeTarget, {
      programmeId: programme.id,
      indicatorId: indicators.find(i => i.code === code)?.id,
      target,
      agreedBy: 'Kepala BKPSDM',
      agreedOn: '2026-01-05',
    })
  const { verdicts } = await as('hr_officer', evaluateProgramme, { programmeId: programme.id })
  say(`evaluasi: ${Object.values(verdicts).join('; ')}`)

  const plans = await rows<{ id: string; employee: string }>(
    sql`select id, employee_id as employee from planning.v_plans where state in ('draft', 'proposed') order by id limit 2`,
  )
  for (const plan of plans) await as('hr_officer', agreePlan, { planId: plan.id, as: 'employee' })
  const [year] = await rows<{ year: number }>(sql`select max(year) as year from planning.v_budget_lines`)
  const { id: scenarioId } = await as('hr_officer', composeScenario, { name: 'Rencana talenta', year: year.year })
  for (let state = 'waiting'; state === 'waiting' || state === 'running'; ) {
    await new Promise(resolve => setTimeout(resolve, 500))
    state = (await rows<{ state: string }>(sql`select state from planning.v_scenarios where id = ${scenarioId}`))[0]
      .state
    if (state === 'solved' || state === 'failed') say(`rencana diklat: ${state}`)
  }

  const posts = await rows<{ id: string; tier: string }>(sql`
    select id, tier from workforce.v_positions where seats = 1 and tier in ('JPT Pratama', 'Administrator') order by tier desc, id limit 12`)
  for (const post of posts)
    await as('hr_officer', markKeyPosition, {
      positionId: post.id,
      isKey: true,
      isStrategic: true,
      isScarce: false,
      impactClass: post.tier === 'JPT Pratama' ? 5 : 4,
      reason: 'Menentukan tercapainya sasaran RPJMD unitnya.',
    })
  await as('hr_officer', computeBenches, {})
  const [candidate] = await rows<{ post: string; employee: string }>(sql`
    select position_id as post, employee_id as employee from succession.v_readiness order by score desc nulls last, position_id, employee_id limit 1`)
  say(`${posts.length} jabatan kunci, bangku dihitung`)
  if (!candidate) return
  const { id: dossierId, number } = await as('hr_officer', prepareDossier, {
    positionId: candidate.post,
    employeeId: candidate.employee,
    recommendation: 'Mencalonkan pegawai ini.',
    considerations: 'Calon terdekat menurut bangku jabatan.',
  })
  await as('hr_officer', submitDossier, { dossierId })
  say(`berkas ${number} diajukan`)
}

/** A house of its own with the imported agency; `stop` removes it again. */
export const startImported = async (say: (line: string) => void): Promise<RunningServer> => {
  const home = mkdtempSync(join(tmpdir(), 'anyam-prove-'))
  if (runsAsRoot()) chownSync(home, serverUser.uid, serverUser.gid)
  const server = await startServer({ DATA_DIR: home, DEMO: '0', LOG: 'off', DATABASE_URL: '' })
  const stop = async () => {
    await server.stop()
    for (const place of new Set([home, placeFor(home)])) rmSync(place, { recursive: true, force: true })
  }
  try {
    const opened = await openDatabase({ DATA_DIR: home })
    const database = openDatabaseAsApp(opened.app, { max: 4 })
    try {
      await carry(database, say)
    } finally {
      await database.close()
      await opened.stop()
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { base: server.base, stop }
}
