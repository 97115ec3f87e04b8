import { afterAll, beforeAll, expect, it } from 'vitest'
import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { planningUseCases } from '#domain/planning/planning.use-cases.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { confirmAssignment, correctAssignment } from '../assignment/confirm-assignment.ts'
import { giveAssignment, reportAssignment } from '../assignment/give-assignment.ts'
import { listTeamWaiting } from '../delivery.queue.ts'
import { deliveryUseCases } from '../delivery.use-cases.ts'
import { answerFollowUp, correctFollowUp } from '../follow-up/answer-follow-up.ts'
import { agreeBehaviour, askFollowUps } from '../follow-up/ask-follow-ups.ts'
import { confirmMeeting, correctMeeting } from '../meeting/confirm-meeting.ts'
import { logMeeting } from '../meeting/log-meeting.ts'
import { readProgress } from '../progress/progress-figures.ts'
import { completeEnrolment, correctEnrolment } from './complete-enrolment.ts'
import { enrolPeople, openClass } from './open-class.ts'

let agency: TestAgency
let person: string
let boss: string
let competency: string
let moduleId: string
let programme: string
let items: { id: string }[]

const hr = () => agency.actor('hr_officer')
const run = <I, R>(uc: Parameters<typeof execute<I, R>>[2], input: unknown, actor = hr()) =>
  execute(agency.database, actor, uc, input)
const read = <T extends object>(query: ReturnType<typeof sql>, actor = hr()) =>
  agency.database.as(actor, db => db.rows<T>(query))

beforeAll(async () => {
  agency = await anAgency([...workforceUseCases, ...competencyUseCases, ...planningUseCases, ...deliveryUseCases])
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  const employee = (nip: string, name: string, more: object = {}) => ({
    nip,
    name,
    employment: 'PNS',
    unit_id: unit.id,
    state: 'active',
    ...more,
  })
  const [supervisor] = await agency.rows('workforce.employees', [employee('197501012000011001', 'Atasan')])
  boss = supervisor.id
  const [learner] = await agency.rows('workforce.employees', [
    employee('199001012015011001', 'Peserta', { supervisor_id: boss }),
  ])
  person = learner.id
  await agency.sow('insert into platform.teams (agency_id, supervisor_id, employee_id) values ($1, $2, $3)', [
    agency.id,
    boss,
    person,
  ])
  const [known] = await agency.rows('competency.competencies', [
    { code: 'T.1', name: 'Manajemen proyek', kind: 'technical', version: '2017' },
  ])
  competency = known.id
  const [course] = await agency.rows('planning.modules', [
    { code: 'MD1', name: 'Manajemen Proyek', method: 'klasikal', share_class: 10, jp: 24, is_internal: true },
  ])
  moduleId = course.id
  await agency.sow(
    'insert into planning.module_effects (agency_id, module_id, competency_id, from_level, to_level) values ($1, $2, $3, 2, 3)',
    [agency.id, moduleId, competency],
  )
  const [program] = await agency.rows('planning.programmes', [
    { code: 'P1', name: 'Program Uji', state: 'running', starts_on: '2026-03-01', ends_on: '2026-12-31' },
  ])
  programme = program.id
  await agency.sow(
    "insert into planning.programme_people (agency_id, programme_id, employee_id, role, is_chosen) values ($1, $2, $3, 'participant', true)",
    [agency.id, programme, person],
  )
  const [plan] = await agency.rows('planning.plans', [
    {
      employee_id: person,
      programme_id: programme,
      year: 2026,
      version: 1,
      state: 'agreed',
      reason: 'Kesenjangan',
      created_on: '2026-02-01',
    },
  ])
  const item = (title: string, more: object) => ({
    plan_id: plan.id,
    employee_id: person,
    title,
    method: 'klasikal',
    state: 'planned',
    starts_on: '2026-09-01',
    ends_on: '2026-09-03',
    ...more,
  })
  items = [
    ...(await agency.rows('planning.plan_items', [
      item('Manajemen Proyek', { module_id: moduleId, share_class: 10, competency_id: competency, to_level: 3 }),
    ])),
    ...(await agency.rows('planning.plan_items', [
      item('Pimpin paket kecil', { share_class: 70, competency_id: competency, to_level: 4 }),
    ])),
  ]
})
afterAll(() => agency?.close())

const evidence = () =>
  read<{ source: string; level: number; source_kind: string }>(
    sql`select source, level, source_kind from competency.v_evidence where employee_id = ${person} order by source_kind, level`,
  )
const trainings = () =>
  read<{ jp: number; verification: string; certificate: string | null }>(
    sql`select jp, verification, certificate from workforce.v_trainings where employee_id = ${person} order by ends_on`,
  )
const itemState = async (i: number) =>
  (await read<{ state: string }>(sql`select state from planning.v_plan_items where id = ${items[i].id}`))[0].state

it('Before anything is delivered the programme says with what the person is late', async () => {
  const progress = await agency.database.as(hr(), db => readProgress(db, programme))
  expect(progress?.people[0].late.map(l => l.title)).toEqual([
    'Coaching atau mentoring',
    'Manajemen Proyek',
    'Pimpin paket kecil',
  ])
  expect(progress?.figures.late.value).toBe(1)
})

it('A pass adds JP, evidence of the level the module builds, and finishes the plan’s item; a correction takes all of it back', async () => {
  const { id: classId } = await run(openClass, {
    moduleId,
    programmeId: programme,
    name: 'Manajemen Proyek angkatan 1',
    startsOn: '2026-09-01',
    endsOn: '2026-09-03',
  })
  await run(enrolPeople, { classId, employeeIds: [person] })
  expect(await itemState(0)).toBe('running')
  expect(await read(sql`select text, href from platform.notices`, agency.actor('asn', person))).toEqual([
    { text: 'Anda terdaftar di kelas Manajemen Proyek angkatan 1.', href: `/diklat/kelas/${classId}` },
  ])
  const [{ id: enrolmentId }] = await read<{ id: string }>(sql`select id from delivery.v_enrolments`)
  await run(completeEnrolment, {
    enrolmentId,
    attendedJp: '22',
    scoreBefore: '50',
    scoreAfter: '80',
    result: 'passed',
    certificate: 'S-1/2026',
  })
  expect(await evidence()).toEqual([{ source: 'learning', level: 3, source_kind: 'delivery.enrolment' }])
  expect(await trainings()).toEqual([{ jp: 22, verification: 'verified', certificate: 'S-1/2026' }])
  expect(await itemState(0)).toBe('done')

  await expect(run(completeEnrolment, { enrolmentId, attendedJp: 22, result: 'passed' })).rejects.toMatchObject({
    code: 'delivery.class.already-complete',
  })
  await run(correctEnrolment, {
    enrolmentId,
    attendedJp: 10,
    result: 'failed',
    reason: 'Daftar hadir asli menunjukkan 10 JP.',
  })
  expect(await evidence()).toEqual([])
  expect((await trainings())[0].verification).toBe('rejected')
  expect(await itemState(0)).toBe('failed')
})

it('A task confirmed by the supervisor is evidence from the job, and goes back when it was not finished after all', async () => {
  const supervisor = agency.actor('supervisor', boss)
  const { id: assignmentId } = await run(
    giveAssignment,
    {
      employeeId: person,
      programmeId: programme,
      planItemId: items[1].id,
      title: 'Paket jembatan kecil',
      startsOn: '2026-09-01',
      dueOn: '2026-10-01',
    },
    supervisor,
  )
  await expect(run(confirmAssignment, { assignmentId }, supervisor)).rejects.toMatchObject({
    code: 'delivery.assignment.not-finished',
  })
  await run(
    reportAssignment,
    { assignmentId, progress: 100, finishedOn: '2026-09-28', result: 'Selesai' },
    agency.actor('asn', person),
  )
  expect(
    (await agency.database.as(supervisor, db => listTeamWaiting(db))).map(item => `${item.kind} ${item.id}`),
  ).toEqual([`assignment ${assignmentId}`])
  await run(confirmAssignment, { assignmentId }, supervisor)
  expect(await evidence()).toEqual([{ source: 'application', level: 4, source_kind: 'delivery.assignment' }])
  expect(await itemState(1)).toBe('done')
  await run(
    correctAssignment,
    { assignmentId, dueOn: '2026-10-01', finishedOn: null, reason: 'Paket ternyata belum serah terima.' },
    supervisor,
  )
  expect(await evidence()).toEqual([])
  expect(await itemState(1)).toBe('running')
})

it('Two confirmed meetings a month count, a third does not, and one that did not take place loses its JP', async () => {
  const meet = async (heldOn: string) => {
    const { id } = await run(logMeeting, {
      kind: 'coaching',
      employeeId: person,
      programmeId: programme,
      guideName: 'Coach',
      heldOn,
      topic: 'Jadwal paket',
    })
    return { id, ...(await run(confirmMeeting, { meetingId: id }, agency.actor('asn', person))) }
  }
  const [a, b, c] = [await meet('2026-11-02'), await meet('2026-11-09'), await meet('2026-11-16')]
  expect([a.counts, b.counts, c.counts]).toEqual([true, true, false])
  const jp = async () =>
    (await trainings()).filter(t => t.verification === 'verified').reduce((total, t) => total + t.jp, 0)
  expect(await jp()).toBe(4)
  await run(correctMeeting, {
    meetingId: a.id,
    heldOn: '2026-11-02',
    topic: 'Jadwal paket',
    tookPlace: false,
    reason: 'Pertemuan dibatalkan oleh coach.',
  })
  expect(await jp()).toBe(2)
})

it('A level the coach saw counts once the other side confirms; a correction and a take-back follow it', async () => {
  const coach = agency.actor('facilitator', boss)
  const { id: meetingId } = await run(
    logMeeting,
    {
      kind: 'mentoring',
      employeeId: person,
      guideId: boss,
      guideName: 'Mentor',
      heldOn: '2026-10-12',
      topic: 'Serah terima paket',
      seen: { competencyId: competency, level: 2, example: 'Memimpin rapat serah terima sampai tuntas.' },
    },
    coach,
  )
  expect(await evidence()).toEqual([])
  await expect(run(confirmMeeting, { meetingId }, coach)).rejects.toThrow(/Pihak lain yang mengonfirmasinya/)
  await run(confirmMeeting, { meetingId }, agency.actor('asn', person))
  expect(await evidence()).toEqual([{ source: 'coach', level: 2, source_kind: 'delivery.meeting' }])
  const corrected = {
    meetingId,
    heldOn: '2026-10-12',
    topic: 'Serah terima paket',
    reason: 'Contohnya menunjukkan level 1.',
  }
  await run(correctMeeting, { ...corrected, tookPlace: true, seenLevel: 1 }, coach)
  expect(await evidence()).toEqual([{ source: 'coach', level: 1, source_kind: 'delivery.meeting' }])
  await run(correctMeeting, { ...corrected, tookPlace: false }, coach)
  expect(await evidence()).toEqual([])
  await expect(
    run(
      logMeeting,
      {
        kind: 'coaching',
        employeeId: person,
        guideName: 'Diri sendiri',
        heldOn: '2026-10-13',
        topic: 'Belajar',
        seen: { competencyId: competency, level: 5, example: 'Menurut saya sudah ahli.' },
      },
      agency.actor('asn', person),
    ),
  ).rejects.toThrow(/dicatat oleh coach atau mentor/)
})

it('A supervisor’s yes from day 60 on is evidence; nobody answers twice, and a correction keeps the first answer', async () => {
  const { id: behaviourId } = await run(agreeBehaviour, {
    programmeId: programme,
    competencyId: competency,
    toLevel: 3,
    statement: 'Memutakhirkan jadwal paket setiap minggu.',
    agreedOn: '2026-08-01',
  })
  await run(askFollowUps, { behaviourIds: [behaviourId], employeeIds: [person], from: '2026-09-03', days: [60] })
  const [{ id: followUpId }] = await read<{ id: string }>(
    sql`select id from delivery.v_follow_ups where rater = 'supervisor'`,
  )
  const supervisor = agency.actor('supervisor', boss)
  await expect(run(answerFollowUp, { followUpId, verdict: 'ya' }, agency.actor('asn', person))).rejects.toMatchObject({
    code: 'delivery.follow-up.not-yours',
  })
  await run(answerFollowUp, { followUpId, verdict: 'ya', value: 3 }, supervisor)
  expect(await evidence()).toEqual([{ source: 'application', level: 3, source_kind: 'delivery.follow-up' }])
  await expect(run(answerFollowUp, { followUpId, verdict: 'ya' }, supervisor)).rejects.toMatchObject({
    code: 'delivery.follow-up.answered',
  })
  await run(correctFollowUp, { followUpId, verdict: 'belum', reason: 'Saya keliru menilai orang lain.' }, supervisor)
  expect(await evidence()).toEqual([])
  expect(
    await read(
      sql`select verdict, is_replaced from delivery.follow_ups where rater = 'supervisor' order by is_replaced`,
    ),
  ).toEqual([
    { verdict: 'belum', is_replaced: false },
    { verdict: 'ya', is_replaced: true },
  ])
})
