import { afterAll, beforeAll, expect, it } from 'vitest'
import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { planningUseCases } from '#domain/planning/planning.use-cases.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { listNotices } from '#platform/message/notice.store.ts'
import { execute } from '#platform/use-case.ts'
import { listOwnFollowUps, listTeamWaiting } from '../delivery.queue.ts'
import { deliveryUseCases } from '../delivery.use-cases.ts'
import { answerFollowUp } from '../follow-up/answer-follow-up.ts'
import { agreeBehaviour, askFollowUps } from '../follow-up/ask-follow-ups.ts'
import { findFollowUp, listFollowUps } from '../follow-up/follow-up.store.ts'
import { confirmMeeting } from '../meeting/confirm-meeting.ts'
import { logMeeting } from '../meeting/log-meeting.ts'
import { takeBackAnswer, takeBackBehaviour, takeBackMeeting } from './take-back.ts'

let agency: TestAgency
let [person, boss, peer, competency] = ['', '', '', '']
let followUps: { id: string; rater: string }[]

const run = <I, R>(uc: Parameters<typeof execute<I, R>>[2], input: unknown, actor: ReturnType<TestAgency['actor']>) =>
  execute(agency.database, actor, uc, input)
const supervisor = () => agency.actor('supervisor', boss)
const colleague = () => agency.actor('asn', peer)
const read = <T extends object>(query: ReturnType<typeof sql>) =>
  agency.database.as(agency.actor('hr_officer'), db => db.rows<T>(query))

beforeAll(async () => {
  agency = await anAgency([...workforceUseCases, ...competencyUseCases, ...planningUseCases, ...deliveryUseCases])
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  const employee = async (nip: string, name: string, more: object = {}) =>
    (
      await agency.rows('workforce.employees', [
        { nip, name, employment: 'PNS', unit_id: unit.id, state: 'active', ...more },
      ])
    )[0].id
  boss = await employee('197501012000011001', 'Atasan')
  person = await employee('199001012015011001', 'Peserta, S.T.', { supervisor_id: boss })
  peer = await employee('199101012015011002', 'Rekan', { supervisor_id: boss })
  for (const member of [person, peer])
    await agency.sow('insert into platform.teams (agency_id, supervisor_id, employee_id) values ($1, $2, $3)', [
      agency.id,
      boss,
      member,
    ])
  competency = (
    await agency.rows('competency.competencies', [
      { code: 'T.1', name: 'Manajemen proyek', kind: 'technical', version: '2017' },
    ])
  )[0].id
  const { id: behaviourId } = await run(
    agreeBehaviour,
    { employeeId: person, competencyId: competency, toLevel: 3, statement: 'Menyusun jadwal paket.' },
    supervisor(),
  )
  await run(
    askFollowUps,
    {
      behaviourIds: [behaviourId],
      employeeIds: [person],
      from: '2026-09-01',
      days: [60],
      raters: ['supervisor', 'peer', 'self'],
      peerId: peer,
    },
    supervisor(),
  )
  followUps = await read(sql`select id, rater from delivery.v_follow_ups where employee_id = ${person}`)
})
afterAll(() => agency?.close())
const askedOf = (rater: string) => followUps.find(f => f.rater === rater)!.id
const evidence = () => read(sql`select source, level from competency.v_evidence where employee_id = ${person}`)

it('A colleague who is asked is told, sees that one question with the name, and answers it; of the person she sees nothing else', async () => {
  const told = await agency.database.as(colleague(), db => listNotices(db, peer, { limit: 5, skip: 0 }))
  expect(told[0].text).toContain('Peserta')
  const waiting = await agency.database.as(colleague(), db => listOwnFollowUps(db))
  expect(waiting.map(item => [item.rater, item.name])).toEqual([['peer', 'Peserta, S.T.']])
  const seen = await agency.database.as(colleague(), db => listFollowUps(db, { limit: 10 }))
  expect(seen.map(f => f.rater)).toEqual(['peer'])
  expect(await agency.database.as(colleague(), db => findFollowUp(db, askedOf('supervisor')))).toBeNull()
  expect(
    await agency.database.as(colleague(), db => db.rows(sql`select id from workforce.v_people where id = ${person}`)),
  ).toEqual([])
  await run(answerFollowUp, { followUpId: askedOf('peer'), verdict: 'ya', value: 3 }, colleague())
  expect(await agency.database.as(colleague(), db => listOwnFollowUps(db))).toEqual([])
  await expect(
    run(answerFollowUp, { followUpId: askedOf('supervisor'), verdict: 'ya' }, colleague()),
  ).rejects.toMatchObject({ code: 'delivery.follow-up.not-found' })
})

it('Without a name nobody is asked as a peer, and nobody is a peer of herself', async () => {
  const input = { behaviourIds: [followUps[0].id], employeeIds: [person], from: '2026-09-01', raters: ['peer'] }
  await expect(run(askFollowUps, input, supervisor())).rejects.toMatchObject({ fields: { peerId: expect.any(String) } })
  await expect(run(askFollowUps, { ...input, peerId: person }, supervisor())).rejects.toMatchObject({
    code: 'delivery.follow-up.peer-is-self',
  })
})

it('A supervisor who pressed the wrong answer takes it back on the same day: the evidence goes and the question waits again', async () => {
  const waits = async () =>
    (await agency.database.as(supervisor(), db => listTeamWaiting(db))).map(item => `${item.kind} ${item.id}`)
  expect(await waits()).toEqual([`follow-up ${askedOf('supervisor')}`])
  await run(answerFollowUp, { followUpId: askedOf('supervisor'), verdict: 'ya', value: 3 }, supervisor())
  expect(await evidence()).toEqual([{ source: 'application', level: 3 }])
  expect(await waits()).toEqual([])
  await run(takeBackAnswer, { followUpId: askedOf('supervisor') }, supervisor())
  expect(await evidence()).toEqual([])
  expect(await waits()).toEqual([`follow-up ${askedOf('supervisor')}`])
})

it('On another day an answer is corrected with a reason, not taken back', async () => {
  await run(answerFollowUp, { followUpId: askedOf('supervisor'), verdict: 'belum' }, supervisor())
  await expect(
    run(takeBackAnswer, { followUpId: askedOf('supervisor') }, { ...supervisor(), on: '2026-12-31' }),
  ).rejects.toMatchObject({ code: 'delivery.take-back.too-late' })
})

it('A meeting confirmed by mistake leaves the JP ledger again; confirmed once more it counts once', async () => {
  const { id: meetingId } = await run(
    logMeeting,
    { kind: 'coaching', employeeId: person, guideName: 'Coach', heldOn: '2026-09-10', topic: 'Jadwal' },
    agency.actor('asn', person),
  )
  const counted = () =>
    read(sql`select jp from workforce.v_trainings where employee_id = ${person} and verification <> 'rejected'`)
  await run(confirmMeeting, { meetingId }, supervisor())
  expect(await counted()).toHaveLength(1)
  await run(takeBackMeeting, { meetingId }, supervisor())
  expect(await counted()).toHaveLength(0)
  await run(confirmMeeting, { meetingId }, supervisor())
  expect(await counted()).toHaveLength(1)
})

it('A behaviour nobody answered yet is struck with its questions; with an answer it stays', async () => {
  const { id: behaviourId } = await run(
    agreeBehaviour,
    { employeeId: person, statement: 'Memutakhirkan jadwal setiap minggu.' },
    supervisor(),
  )
  await run(askFollowUps, { behaviourIds: [behaviourId], employeeIds: [person], from: '2026-12-01' }, supervisor())
  await run(takeBackBehaviour, { behaviourId }, supervisor())
  expect(await read(sql`select id from delivery.v_follow_ups where behaviour_id = ${behaviourId}`)).toEqual([])
  const [answered] = await read<{ behaviour_id: string }>(
    sql`select behaviour_id from delivery.v_follow_ups where answered_on is not null limit 1`,
  )
  await expect(run(takeBackBehaviour, { behaviourId: answered.behaviour_id }, supervisor())).rejects.toMatchObject({
    code: 'delivery.take-back.too-late',
  })
})
