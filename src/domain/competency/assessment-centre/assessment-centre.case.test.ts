import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerEmployees } from '#domain/workforce/employee/register-employees.ts'
import { registerUnits } from '#domain/workforce/unit/register-units.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { type Actor, type Role, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { openAccounts } from '#platform/access/set-up-agency.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { recordAssessment } from '../assessment/record-assessment.ts'
import { personMatch } from '../competency.figures.ts'
import { competencyUseCases } from '../competency.use-cases.ts'
import { registerCompetencies } from '../dictionary/register-competencies.ts'
import { registerPositionStandards } from '../position-standard/register-position-standards.ts'
import { agreeLevels } from './agree-levels.ts'
import { answerInvitation, decideOtherDay } from './answer-invitation.ts'
import {
  findAssessor,
  findBatch,
  listAgreed,
  listBehaviour,
  listParticipants,
  listRatings,
  type Participant,
} from './centre.store.ts'
import { figuresOf, hashOf, listReports } from './centre-report.store.ts'
import { closeBatch } from './close-batch.ts'
import { correctResult } from './correct-result.ts'
import { countDue, dueFigure, listDue } from './invitation-calendar.store.ts'
import { inviteParticipants, withdrawParticipant } from './invite-participants.ts'
import { changeAssessor, openAssessorAccount, registerAssessor } from './keep-assessor.ts'
import { changeProvider, registerProvider } from './keep-provider.ts'
import { assignAssessors, declareInterests, nameBatchAssessor } from './name-assessors.ts'
import { changeBatch, chooseInstruments, planBatch } from './plan-batch.ts'
import { noteBehaviour, rateLevels, submitRatings, takeBackRatings } from './rate-participant.ts'
import { startBatch } from './start-batch.ts'

const today = '2026-11-24' as Actor['on']
const agencyId = randomUUID()
let server: TestDatabase
let database: Database
const people = new Map<string, string>()
const accounts = new Map<string, string>()
let providerId: string
let batchId: string
let outsider: string
let insider: string
let boss: string

const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
const as = (role: Role, who: string | null = null, on = today): Actor => ({
  agencyId,
  accountId: accounts.get(who ?? role) ?? null,
  employeeId: who ? (people.get(who) ?? null) : null,
  name: who ?? 'Petugas',
  role,
  on,
})
const officer = (on = today) => as('hr_officer', null, on)
const run = <I, R>(actor: Actor, uc: UseCase<I, R>, input: unknown) => execute(database, actor, uc, input)
const peopleOf = () => database.as(officer(), db => listParticipants(db, batchId))
const one = async (name: string): Promise<Participant> => (await peopleOf()).find(p => p.name === name)!

beforeAll(async () => {
  server = await createTestDatabase()
  await syncRights(server.owner, [openAccounts, ...workforceUseCases, ...competencyUseCases] as unknown as UseCase<
    never,
    unknown
  >[])
  const owner = new pg.Client({ connectionString: server.owner })
  await owner.connect()
  await owner.query(`insert into platform.agencies (agency_id, name, short_name) values ($1, 'Kabupaten Uji', 'Uji')`, [
    agencyId,
  ])
  await owner.end()
  database = openDatabaseAsApp(server.app)
  const system = systemActor(agencyId, today)
  await run(system, registerUnits, { rows: [{ name: 'Dinas Uji' }] })
  const names = ['Bos', 'Ani', 'Budi', 'Citra', 'Dedi']
  await run(system, registerEmployees, {
    rows: names.map((name, i) => ({
      nip: nip(i + 1),
      name,
      employment: 'PNS',
      unitName: 'Dinas Uji',
      positionName: name === 'Bos' ? 'Kepala Dinas' : 'Analis',
      supervisorNip: name === 'Bos' ? null : nip(1),
    })),
  })
  for (const p of await database.as(system, db =>
    db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_people`),
  ))
    people.set(p.name, p.id)
  await run(system, registerCompetencies, {
    rows: [
      { code: 'M.1', name: 'Integritas', kind: 'managerial' },
      { code: 'M.2', name: 'Kerja sama', kind: 'managerial' },
    ],
  })
  await run(system, registerPositionStandards, {
    rows: [
      {
        positionName: 'Analis',
        requirements: [
          { code: 'M.1', level: 3 },
          { code: 'M.2', level: 3 },
        ],
      },
    ],
  })
  await run(system, openAccounts, { accounts: [{ name: 'Petugas', roles: ['hr_officer'] }] })
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

const plan = (more: object = {}, actor = officer()) =>
  run(actor, planBatch, {
    name: 'Gelombang I',
    useCode: 'pemetaan',
    providerId,
    complexity: 'sedang',
    startsOn: '2026-11-24',
    endsOn: '2026-11-26',
    place: 'Gedung BKPSDM',
    seats: 3,
    contact: 'Wulan, 0811',
    ...more,
  })

it('A batch is refused while its provider is not accredited through the last day', async () => {
  providerId = (await run(officer(), registerProvider, { name: 'UPT Penilaian', kind: 'own' })).id
  await expect(plan()).rejects.toMatchObject({
    code: 'competency.provider.not-accredited',
    fields: { providerId: expect.stringContaining('belum terakreditasi') },
  })
  await run(officer(), changeProvider, {
    providerId,
    name: 'UPT Penilaian',
    kind: 'own',
    accreditedUntil: '2028-01-01',
  })
  await expect(plan({ endsOn: '2026-11-20' })).rejects.toMatchObject({ code: 'competency.batch.ends-early' })
  await expect(plan({ startsOn: '2026-11-01' })).rejects.toMatchObject({ code: 'competency.batch.past' })
  batchId = (await plan()).id
  await expect(plan()).rejects.toMatchObject({ code: 'competency.batch.name' })
})

it('The calendar names everybody who needs an assessment once, the most urgent first', async () => {
  await run(officer(), recordAssessment, {
    rows: [
      { nip: nip(2), assessedOn: '2023-01-10', levels: [] },
      { nip: nip(3), assessedOn: '2024-01-10', levels: [] },
      { nip: nip(4), assessedOn: '2026-01-10', levels: [] },
    ],
  })
  const [list, total, figure] = await database.as(officer(), async db => [
    await listDue(db, { months: 6 }, null, 50),
    await countDue(db, { months: 6 }),
    await dueFigure(db, 'expired', { months: 6 }),
  ])
  expect(list.map(p => [p.name, p.why])).toEqual([
    ['Ani', 'expired'],
    ['Budi', 'expiring'],
    ...[...['Bos', 'Dedi']].sort((a, b) => (people.get(a)! < people.get(b)! ? -1 : 1)).map(n => [n, 'never']),
  ])
  expect(total).toBe(4)
  expect(figure.value).toBe(1)
  const next = await database.as(officer(), db =>
    listDue(db, { months: 6 }, `${list[0].rank}~${list[0].valid_until}~${list[0].id}`, 50),
  )
  expect(next.map(p => p.name)).toEqual(list.slice(1).map(p => p.name))
})

it('Nobody is invited by a number that does not exist, twice, or beyond the seats; whoever is invited is told', async () => {
  const invite = (more: object) => run(officer(), inviteParticipants, { batchId, ...more })
  await expect(invite({ nips: `${nip(2)} ${nip(99)}` })).rejects.toMatchObject({
    code: 'competency.participant.nips',
    message: expect.stringContaining(nip(99)),
  })
  await expect(invite({})).rejects.toMatchObject({ code: 'competency.participant.nobody' })
  await expect(invite({ nips: [2, 3, 4, 5].map(nip).join('\n') })).rejects.toMatchObject({
    code: 'competency.batch.full',
  })
  await invite({ employeeIds: [people.get('Ani')], nips: nip(3) })
  await expect(invite({ nips: nip(2) })).rejects.toMatchObject({ code: 'competency.participant.elsewhere' })
  expect((await peopleOf()).map(p => [p.name, p.why])).toEqual([
    ['Ani', 'expired'],
    ['Budi', 'expiring'],
  ])
  const told = await database.as(as('asn', 'Ani'), db =>
    db.rows<{ text: string }>(sql`select text from platform.notices where employee_id = ${people.get('Ani')}`),
  )
  expect(told.at(-1)?.text).toContain('24 November 2026, Gedung BKPSDM')
})

it('A person asks for another day with a reason, in time; nobody answers for somebody else', async () => {
  const ani = await one('Ani')
  await expect(
    run(as('asn', 'Budi'), answerInvitation, { participantId: ani.id, answer: 'comes' }),
  ).rejects.toMatchObject({ code: 'access.not-found' })
  const ask = { participantId: ani.id, answer: 'other-day', reason: 'Mendampingi pemeriksaan BPK.' }
  await expect(run(as('asn', 'Ani'), answerInvitation, ask)).rejects.toMatchObject({
    code: 'competency.participant.too-late',
  })
  await run(as('asn', 'Ani', '2026-11-20'), answerInvitation, ask)
  const decide = (more: object) => run(officer(), decideOtherDay, { participantId: ani.id, ...more })
  await expect(decide({ decision: 'stays' })).rejects.toMatchObject({ code: 'competency.participant.no-note' })
  await expect(decide({ decision: 'other-day', assessedOn: '2026-12-01' })).rejects.toMatchObject({
    code: 'competency.participant.day',
  })
  await decide({ decision: 'other-day', assessedOn: '2026-11-24' })
  expect(await one('Ani')).toMatchObject({ state: 'confirmed', assessed_on: '2026-11-24' })
})

it('A certificate that ends before the batch does blocks the assessor with a sentence', async () => {
  const certificate = { providerId, grade: 'madya', accreditedUntil: '2026-11-25' }
  outsider = (await run(officer(), registerAssessor, { ...certificate, name: 'Sari Luar', accreditationNumber: 'A-1' }))
    .id
  insider = (
    await run(officer(), registerAssessor, {
      ...certificate,
      accreditedUntil: '2027-11-25',
      nip: nip(4),
      accreditationNumber: 'A-2',
    })
  ).id
  boss = (
    await run(officer(), registerAssessor, {
      ...certificate,
      accreditedUntil: '2027-11-25',
      nip: nip(1),
      accreditationNumber: 'A-3',
    })
  ).id
  await expect(
    run(officer(), registerAssessor, { ...certificate, name: 'Lain', accreditationNumber: 'A-1' }),
  ).rejects.toMatchObject({ code: 'competency.assessor.number' })
  await expect(
    run(officer(), nameBatchAssessor, { batchId, assessorId: outsider, isLead: true }),
  ).rejects.toMatchObject({ code: 'competency.assessor.not-accredited', message: expect.stringContaining('Sari Luar') })
  await run(officer(), changeAssessor, {
    assessorId: outsider,
    providerId,
    accreditationNumber: 'A-1',
    grade: 'madya',
    accreditedUntil: '2027-06-30',
  })
  for (const [assessorId, isLead] of [
    [outsider, true],
    [insider, false],
    [boss, false],
  ] as const)
    await run(officer(), nameBatchAssessor, { batchId, assessorId, isLead })
  for (const [id, who] of [
    [outsider, 'Sari Luar'],
    [insider, 'Citra'],
    [boss, 'Bos'],
  ] as const)
    accounts.set(who, (await run(officer(), openAssessorAccount, { assessorId: id })).accountId)
  expect((await database.as(officer(), db => findAssessor(db, outsider)))?.account_id).toBe(accounts.get('Sari Luar'))
})

it('Nobody assesses before she declared; superior, kin and oneself stay out, and two assessors are the least', async () => {
  const [ani, budi] = [await one('Ani'), await one('Budi')]
  const assign = (assessorIds: string[], participantId = ani.id) =>
    run(officer(), assignAssessors, { batchId, assignments: [{ participantId, assessorIds }] })
  await expect(assign([outsider, insider])).rejects.toMatchObject({ code: 'competency.rating.not-declared' })
  await run(as('assessor', 'Sari Luar'), declareInterests, { batchId, statement: 'none' })
  await run(as('assessor', 'Citra'), declareInterests, { batchId, statement: 'none' })
  await run(as('assessor', 'Bos'), declareInterests, { batchId, statement: 'none' })
  await expect(assign([outsider, boss])).rejects.toMatchObject({
    code: 'competency.rating.conflict',
    message: expect.stringContaining('atasan langsung'),
  })
  await expect(assign([outsider])).rejects.toMatchObject({ code: 'competency.rating.too-few' })
  await run(as('assessor', 'Citra'), declareInterests, {
    batchId,
    statement: 'some',
    interests: [{ participantId: budi.id, kind: 'kin' }],
  })
  await expect(assign([outsider, insider], budi.id)).rejects.toMatchObject({ code: 'competency.rating.conflict' })
  await expect(run(officer(), assignAssessors, { batchId })).rejects.toMatchObject({
    code: 'competency.rating.cannot-deal',
  })
  await run(officer(), withdrawParticipant, {
    participantId: budi.id,
    how: 'withdrawn',
    reason: 'Dua asesor berbenturan kepentingan.',
  })
  await run(officer(), assignAssessors, { batchId })
})

it('A batch starts on its day with everything named; its matrix then stands still', async () => {
  await run(officer(), chooseInstruments, {
    batchId,
    matrix: [
      { instrument: 'lgd', codes: ['M.1', 'M.2', 'L.1', 'L.2', 'L.3'] },
      { instrument: 'wawancara', codes: ['M.1'] },
      { instrument: 'psikometri', codes: ['P.1', 'P.2', 'P.3', 'P.4', 'P.5', 'P.6', 'P.7', 'P.8'] },
    ],
  })
  await expect(run(officer('2026-11-23' as never), startBatch, { batchId })).rejects.toMatchObject({
    code: 'competency.batch.too-early',
  })
  await run(officer(), startBatch, { batchId })
  expect((await one('Ani')).standard?.map(s => [s.code, s.level])).toEqual([
    ['M.1', 3],
    ['M.2', 3],
  ])
  await expect(
    run(officer(), chooseInstruments, { batchId, matrix: [{ instrument: 'lgd', codes: ['M.1'] }] }),
  ).rejects.toMatchObject({ code: 'competency.batch.running' })
  await expect(
    run(officer(), changeBatch, {
      batchId,
      name: 'Lain',
      useCode: 'pemetaan',
      providerId,
      complexity: 'sedang',
      startsOn: '2026-11-25',
      endsOn: '2026-11-26',
      place: 'X',
      seats: 3,
      contact: 'Y',
    }),
  ).rejects.toMatchObject({ code: 'competency.batch.running' })
})

const note = 'Menengahi dua peserta yang berbeda pendapat.'
const rate = async (who: string, levels: Record<string, number | null>) => {
  const ani = await one('Ani')
  const actor = as('assessor', who)
  for (const [instrument, codes] of [
    ['lgd', ['M.1', 'M.2', 'L.1', 'L.2', 'L.3']],
    ['psikometri', ['P.1', 'P.2', 'P.3', 'P.4', 'P.5', 'P.6', 'P.7', 'P.8']],
  ] as const)
    await run(actor, noteBehaviour, {
      participantId: ani.id,
      instrument,
      notes: codes.map(code => ({ code, note })),
    })
  await run(actor, rateLevels, {
    participantId: ani.id,
    levels: Object.entries(levels).map(([code, level]) => ({ code, level })),
  })
}
const all = (m1: number, m2: number, aspect: number) => ({
  'M.1': m1,
  'M.2': m2,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map(n => [`P.${n}`, aspect])),
  'L.1': aspect,
  'L.2': aspect,
  'L.3': null,
})

it('A level without a note of what was seen is not sent, and a note too short names its field', async () => {
  const ani = await one('Ani')
  const sari = as('assessor', 'Sari Luar')
  await run(sari, rateLevels, { participantId: ani.id, levels: [{ code: 'M.1', level: 3 }] })
  await expect(run(sari, submitRatings, { participantId: ani.id })).rejects.toMatchObject({
    code: 'competency.rating.no-answer',
  })
  await expect(
    run(sari, noteBehaviour, { participantId: ani.id, instrument: 'lgd', notes: [{ code: 'M.1', note: 'bagus' }] }),
  ).rejects.toMatchObject({ fields: { 'note:M.1': expect.stringContaining('terlalu singkat') } })
  await expect(
    run(sari, noteBehaviour, { participantId: ani.id, instrument: 'lgd', notes: [{ code: 'P.1', note }] }),
  ).rejects.toMatchObject({ code: 'competency.rating.cell' })
  await expect(run(as('assessor', 'Bos'), rateLevels, { participantId: ani.id, levels: [] })).rejects.toMatchObject({
    code: 'competency.rating.not-yours',
  })
})

it('Assessors rate blind: nobody sees the levels or notes of another before all are sent, the officer and the administrator never', async () => {
  const ani = await one('Ani')
  await rate('Sari Luar', all(3, 2, 3))
  expect(await run(as('assessor', 'Sari Luar'), submitRatings, { participantId: ani.id })).toEqual({ isOpened: false })
  const seenBy = (actor: Actor) =>
    database.as(actor, async db => [(await listRatings(db, ani.id)).length, (await listBehaviour(db, ani.id)).length])
  for (const actor of [
    as('assessor', 'Citra'),
    as('assessor', 'Bos'),
    officer(),
    as('admin'),
    as('supervisor', 'Bos'),
    as('asn', 'Ani'),
    as('committee'),
  ])
    expect(await seenBy(actor), `${actor.role} ${actor.name}`).toEqual([0, 0])
  expect(await seenBy(as('assessor', 'Sari Luar'))).toEqual([13, 13])
  const trail = await database.as(as('auditor'), db =>
    db.rows(sql`select detail from platform.audit_entries where action = 'rate-levels'`),
  )
  expect(JSON.stringify(trail)).not.toContain('M.1')
  await run(as('assessor', 'Sari Luar'), takeBackRatings, { participantId: ani.id })
  await run(as('assessor', 'Sari Luar'), submitRatings, { participantId: ani.id })
  await rate('Citra', all(3, 4, 4))
  expect(await run(as('assessor', 'Citra'), submitRatings, { participantId: ani.id })).toEqual({ isOpened: true })
  expect(await seenBy(as('assessor', 'Citra'))).toEqual([26, 26])
  // Bos is on the batch without this participant.
  expect(await seenBy(as('assessor', 'Bos'))).toEqual([0, 0])
  expect(await seenBy(officer())).toEqual([0, 0])
  await expect(run(as('assessor', 'Sari Luar'), takeBackRatings, { participantId: ani.id })).rejects.toMatchObject({
    code: 'competency.rating.opened',
  })
})

it('The lead records what was agreed, with a reason where nobody gave the level or they stood far apart', async () => {
  const ani = await one('Ani')
  const agree = (actor: Actor, m2Reason?: string) =>
    run(actor, agreeLevels, {
      participantId: ani.id,
      levels: Object.entries(all(3, 3, 4)).map(([code, level]) => ({
        code,
        level,
        reason: code === 'M.2' ? m2Reason : undefined,
      })),
      summary: 'Menengahi beda pendapat dengan tenang.',
      advice: 'Memimpin satu tim lintas unit.',
    })
  await expect(agree(as('assessor', 'Citra'))).rejects.toMatchObject({ code: 'competency.rating.not-lead' })
  await expect(agree(as('assessor', 'Sari Luar'))).rejects.toMatchObject({
    fields: { 'reason:M.2': expect.stringContaining('Kerja sama') },
  })
  await expect(run(officer(), closeBatch, { batchId })).rejects.toMatchObject({ code: 'competency.batch.unfinished' })
  await agree(as('assessor', 'Sari Luar'), 'Perilaku di wawancara lebih lengkap daripada di diskusi.')
  expect((await one('Ani')).state).toBe('agreed')
})

it('A closed batch reaches profile and score as an imported result does, and the person gets the report, not the notes', async () => {
  expect(await run(officer(), closeBatch, { batchId })).toEqual({ people: 1 })
  const ani = await one('Ani')
  const [match, kept] = await database.as(as('asn', 'Ani'), async db => [
    await personMatch(db, people.get('Ani')!),
    await db.rows<{ potential: number; valid_until: string; method: string }>(
      sql`select potential, valid_until, method from competency.v_assessments where id = ${ani.assessment_id}`,
    ),
  ])
  expect(match?.match.jpm.value).toBe(100)
  expect(kept).toEqual([{ potential: 80, valid_until: '2029-11-24', method: 'assessment-centre' }])
  const [report] = await database.as(as('asn', 'Ani'), db => listReports(db, ani.id))
  expect(report).toMatchObject({ version: 1, content_hash: hashOf(report.content) })
  expect(JSON.stringify(report.content)).not.toContain(note)
  const figures = figuresOf(report)
  expect([figures.jpm.value, figures.category.value, figures.potential.value]).toEqual([100, 'O', 80])
  expect(figures.leadership.state).toBe('partial')
  for (const actor of [as('asn', 'Budi'), as('supervisor', 'Bos'), as('admin'), as('assessor', 'Citra')])
    expect(await database.as(actor, db => listReports(db, ani.id)), actor.role).toEqual([])
  await expect(run(officer(), closeBatch, { batchId })).rejects.toMatchObject({ code: 'competency.batch.closed' })
})

it('A correction after closing makes a new version with its reason; the first one stays', async () => {
  const ani = await one('Ani')
  const correct = (level: number) =>
    run(officer(), correctResult, {
      participantId: ani.id,
      levels: [{ code: 'M.2', level }],
      reason: 'Lembar integrasi salah dipindahkan.',
      basis: 'Berita acara 12/BA/2026',
    })
  await expect(correct(3)).rejects.toMatchObject({ code: 'competency.report.unchanged' })
  expect(await correct(2)).toEqual({ version: 2 })
  const [match, versions, agreed] = await database.as(as('auditor'), async db => [
    await personMatch(db, people.get('Ani')!),
    await listReports(db, ani.id),
    await listAgreed(db, ani.id),
  ])
  expect(match?.match.jpm.value).toBeCloseTo(83.333, 2)
  expect(versions.map(v => [v.version, v.content.levels.find(l => l.code === 'M.2')?.level])).toEqual([
    [2, 2],
    [1, 3],
  ])
  expect(agreed.find(a => a.code === 'M.2')?.reason).toContain('Berita acara')
})

it('An assessor sees the batches entrusted to her and no other', async () => {
  const other = (await plan({ name: 'Gelombang II', startsOn: '2026-12-01', endsOn: '2026-12-02' })).id
  await run(officer(), inviteParticipants, { batchId: other, nips: nip(5) })
  const seen = await database.as(as('assessor', 'Sari Luar'), async db => ({
    batch: await findBatch(db, batchId),
    other: await findBatch(db, other),
    people: await db.rows<{ name: string }>(sql`select name from competency.batch_participants`),
    employees: await db.rows(sql`select id from workforce.v_people`),
  }))
  expect(seen.batch?.name).toBe('Gelombang I')
  expect(seen.other).toBeNull()
  expect(seen.people.map(p => p.name).sort()).toEqual(['Ani', 'Budi'])
  expect(seen.employees).toEqual([])
})
