import { afterAll, beforeAll, expect, it } from 'vitest'
import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { listQuestions } from '../interview-guide/guide.store.ts'
import { changeGuide, draftGuide } from '../interview-guide/keep-guide.ts'
import { retireQuestion, writeQuestion } from '../interview-guide/write-question.ts'
import { listInterviewsToRate } from '../talent.queue.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { answerChallenge, challengeInterviewer } from './challenge-interviewer.ts'
import { findInterview, findReveal, findSheet, listConsensus, listRatingsOf, listSeats } from './interview.store.ts'
import { declareForInterview, saveRatings, submitRatings } from './rate-interview.ts'
import { recordConsensus } from './record-consensus.ts'
import { cancelInterview, moveInterview, remindInterviewers, scheduleInterview } from './schedule-interview.ts'

let agency: TestAgency
let guideId: string
let questions: { id: string; question_id: string; competency_id: string }[]
let people: { id: string; nip: string; name: string }[]
const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
const hr = () => agency.actor('hr_officer')
const as = (i: number) => agency.actor('asn', people[i].id)
const run = <I, R>(i: number | 'hr', useCase: Parameters<typeof execute<I, R>>[2], input: unknown) =>
  execute(agency.database, i === 'hr' ? hr() : as(i), useCase, input)
const anchors = [1, 2, 3, 4, 5].map(level => ({ level, text: `Jawaban pada level ${level} memuat contoh nyata.` }))
const [candidate, first, second, third, boss, outsider] = [0, 1, 2, 3, 4, 5]

beforeAll(async () => {
  agency = await anAgency([...talentUseCases, ...competencyUseCases])
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Uji', kind: 'dinas' }])
  const person = (n: number, name: string, more: object = {}) => ({
    nip: nip(n),
    name,
    employment: 'PNS',
    unit_id: unit.id,
    supervisor_id: null,
    state: 'active',
    ...more,
  })
  const [head] = await agency.rows('workforce.employees', [person(5, 'Atasan Calon')])
  people = (await agency.rows('workforce.employees', [
    person(1, 'Calon Satu', { supervisor_id: head.id }),
    person(2, 'Pewawancara A'),
    person(3, 'Pewawancara B'),
    person(4, 'Pewawancara C'),
  ])) as unknown as typeof people
  people.push(head as unknown as (typeof people)[number])
  people.push(...((await agency.rows('workforce.employees', [person(6, 'Orang Luar')])) as unknown as typeof people))
  const competencies = await agency.rows('competency.competencies', [
    { code: 'M.1', name: 'Integritas', kind: 'managerial', version: '2017' },
    { code: 'M.2', name: 'Kerja Sama', kind: 'managerial', version: '2017' },
  ])
  for (const c of competencies)
    await run('hr', writeQuestion, {
      competencyId: c.id,
      text: `Ceritakan satu pengalaman nyata tentang ${c.name}.`,
      anchors,
    })
  questions = await agency.database.as(hr(), db => listQuestions(db))
  guideId = (
    await run('hr', draftGuide, {
      name: 'Panduan uji',
      purpose: 'advancement',
      competencyIds: competencies.map(c => c.id),
    })
  ).id
})
afterAll(() => agency.close())

const schedule = (more: object = {}) =>
  run('hr', scheduleInterview, {
    guideId,
    candidateNip: nip(1),
    heldOn: '2026-11-24',
    startsAt: '09.00',
    place: 'Ruang A',
    interviewers: [nip(2), nip(3)].join('\n'),
    ...more,
  })
const rate = (i: number, interviewId: string, levels: number[]) =>
  run(i, saveRatings, {
    interviewId,
    ratings: questions.map((q, n) => ({
      questionId: q.id,
      level: levels[n],
      example: 'Menyebut tanggal, tindakan, dan hasilnya dengan jelas.',
    })),
  })

it('A guide is usable only when each competency has a question', async () => {
  const competencyIds = questions.map(q => q.competency_id)
  await expect(schedule()).rejects.toMatchObject({ code: 'talent.interview.guide-not-ready' })
  await expect(
    run('hr', changeGuide, { guideId, competencyIds, questionIds: [questions[0].id], state: 'ready' }),
  ).rejects.toMatchObject({ code: 'talent.interview.guide-incomplete' })
  await run('hr', changeGuide, { guideId, competencyIds, questionIds: questions.map(q => q.id), state: 'ready' })
})

it('A question’s anchors must be written and differ, and a new wording needs a reason', async () => {
  await expect(
    run('hr', writeQuestion, {
      competencyId: questions[0].competency_id,
      text: 'Ceritakan satu pengalaman lain yang nyata.',
      anchors: anchors.map(a => ({ ...a, text: 'Semua sama saja isinya.' })),
    }),
  ).rejects.toMatchObject({ fields: { 'anchor-2': expect.stringContaining('sama dengan level 1') } })
  await expect(
    run('hr', writeQuestion, {
      questionId: questions[0].question_id,
      competencyId: questions[0].competency_id,
      text: 'Ceritakan satu pengalaman yang lain lagi.',
      anchors,
    }),
  ).rejects.toMatchObject({ code: 'talent.interview.reason-missing' })
})

it('Conflicts, too few interviewers and unknown numbers are refused by name', async () => {
  await expect(schedule({ interviewers: nip(2) })).rejects.toMatchObject({ code: 'talent.interview.too-few' })
  await expect(schedule({ interviewers: `${nip(2)}, ${nip(99)}` })).rejects.toMatchObject({
    code: 'talent.interview.interviewers-unknown',
  })
  await expect(schedule({ interviewers: `${nip(2)} ${nip(5)}` })).rejects.toMatchObject({
    fields: { interviewers: expect.stringContaining('Atasan Calon adalah atasan langsung calon') },
  })
  await expect(schedule({ interviewers: `${nip(2)} ${nip(1)}` })).rejects.toMatchObject({
    code: 'talent.interview.conflict',
  })
  await expect(schedule({ heldOn: '2026-11-20' })).rejects.toMatchObject({ code: 'talent.interview.in-the-past' })
})

let interviewId: string
it('Everybody concerned is told; the candidate reads the subjects, never the questions or the ratings', async () => {
  interviewId = (await schedule()).id
  await agency.database.as(as(candidate), async db => {
    const mine = await findInterview(db, interviewId)
    expect(mine?.subjects.map(s => s.name)).toEqual(['Integritas', 'Kerja Sama'])
    expect((await listSeats(db, interviewId)).map(s => s.name)).toEqual(['Pewawancara A', 'Pewawancara B'])
    expect(await findSheet(db, interviewId)).toEqual([])
  })
  await agency.database.as(as(first), async db => {
    expect(await findSheet(db, interviewId)).toHaveLength(2)
    expect((await listInterviewsToRate(db)).map(w => w.step)).toEqual(['declare'])
  })
  await agency.database.as(as(outsider), async db => {
    expect(await findInterview(db, interviewId)).toBeNull()
    expect(await findSheet(db, interviewId)).toEqual([])
  })
})

it('Nobody sits in two interviews at one time', async () => {
  await expect(schedule({ candidateNip: nip(6) })).rejects.toMatchObject({ code: 'talent.interview.double-booked' })
})

it('Without a declaration nobody rates; with an interest she leaves her seat', async () => {
  await expect(rate(first, interviewId, [3, 3])).rejects.toMatchObject({ code: 'talent.interview.not-declared' })
  await expect(
    run(first, declareForInterview, { interviewId, statement: 'some', kind: 'bukan-hubungan' }),
  ).rejects.toMatchObject({ code: 'talent.session.unknown-interest' })
  await run(first, declareForInterview, { interviewId, statement: 'none' })
  await run(second, declareForInterview, { interviewId, statement: 'none' })
  await expect(run(outsider, declareForInterview, { interviewId, statement: 'none' })).rejects.toMatchObject({
    code: 'talent.interview.not-seated',
  })
})

it('A rating is kept and continued, and read by nobody else until all have handed in', async () => {
  await run(first, saveRatings, { interviewId, ratings: [{ questionId: questions[0].id, level: 4, example: null }] })
  await expect(run(first, submitRatings, { interviewId })).rejects.toMatchObject({
    fields: { [`level:${questions[1].id}`]: expect.stringContaining('Pertanyaan 2') },
  })
  await rate(first, interviewId, [4, 2])
  expect(await run(first, submitRatings, { interviewId })).toEqual({ opened: false })
  await expect(rate(first, interviewId, [1, 1])).rejects.toMatchObject({ code: 'talent.interview.already-sent' })
  for (const actor of [hr(), agency.actor('committee'), agency.actor('auditor'), as(second), as(candidate)])
    await agency.database.as(actor, async db => {
      expect(await listRatingsOf(db, interviewId, people[first].id)).toEqual([])
      expect(await findReveal(db, interviewId)).toBeNull()
    })
})

it('The last one handed in opens all together; no trail holds what was rated', async () => {
  await rate(second, interviewId, [2, 2])
  expect(await run(second, submitRatings, { interviewId })).toEqual({ opened: true })
  for (const actor of [hr(), as(first), as(second)])
    expect((await agency.database.as(actor, db => findReveal(db, interviewId)))?.map(r => r.level).sort()).toEqual([
      2, 2, 2, 4,
    ])
  for (const actor of [as(candidate), as(outsider), agency.actor('supervisor', people[boss].id)])
    expect(await agency.database.as(actor, db => findReveal(db, interviewId))).toBeNull()
  const trail = await agency.sow(
    `select detail::text as detail from platform.audit_entries where action in ('save-interview-ratings', 'submit-interview-ratings', 'open-interview-ratings')`,
  )
  expect(trail.length).toBeGreaterThan(3)
  expect(trail.filter(t => String(t.detail).includes('level'))).toEqual([])
})

const levels = (a: number, b: number, reason?: string) =>
  [a, b].map((level, n) => ({ competencyId: questions[n].competency_id, level, reason }))
const message = {
  strength: 'Menyebut contoh yang jelas dan runtut.',
  practice: 'Latih menyebut akibat keputusan bagi orang lain.',
}
it('Only the lead records the consensus, with a reason where it departs from a rating', async () => {
  await expect(
    run(second, recordConsensus, { interviewId, levels: levels(3, 2, 'Dibaca bersama kembali.'), ...message }),
  ).rejects.toMatchObject({ code: 'talent.interview.not-lead' })
  await expect(run(first, recordConsensus, { interviewId, levels: levels(3, 2), ...message })).rejects.toMatchObject({
    fields: { [`reason:${questions[0].competency_id}`]: expect.stringContaining('Integritas') },
  })
  await run(first, recordConsensus, { interviewId, levels: levels(3, 2, 'Dibaca bersama kembali.'), ...message })
  const evidence = () =>
    agency.database.as(as(candidate), db =>
      db.rows<{ code: string; source: string; level: number; valid_until: string | null }>(
        sql`select code, source, level, valid_until from competency.v_evidence where source_kind = 'talent.interview' order by code`,
      ),
    )
  expect((await evidence()).map(e => [e.code, e.source, e.level])).toEqual([
    ['M.1', 'interview', 3],
    ['M.2', 'interview', 2],
  ])
  // A correction is a version with its reason; the evidence before it no longer counts and stays in the record.
  await expect(
    run(first, recordConsensus, { interviewId, levels: levels(4, 2, 'Dibaca bersama kembali.'), ...message }),
  ).rejects.toMatchObject({ code: 'talent.interview.reason-missing' })
  await run(first, recordConsensus, {
    interviewId,
    levels: levels(4, 2, 'Dibaca bersama kembali.'),
    ...message,
    reason: 'Contoh kedua terlewat saat pembahasan pertama.',
  })
  expect((await evidence()).map(e => e.level)).toEqual([4, 2])
  const kept = await agency.database.as(hr(), db => listConsensus(db, interviewId))
  expect(kept.map(v => [v.version, v.levels[0].level])).toEqual([
    [2, 4],
    [1, 3],
  ])
})

it('A candidate objects to an interviewer; an accepted objection seats somebody else and tells both', async () => {
  const { id } = await schedule({ heldOn: '2026-12-01', startsAt: '10:00' })
  await run(candidate, challengeInterviewer, {
    interviewId: id,
    interviewerId: people[second].id,
    reason: 'Kami masih bersengketa tanah di pengadilan.',
  })
  await expect(
    run(candidate, challengeInterviewer, {
      interviewId: id,
      interviewerId: people[second].id,
      reason: 'Kami masih bersengketa tanah di pengadilan.',
    }),
  ).rejects.toMatchObject({ code: 'talent.interview.challenge-open' })
  // The interviewer does not read the objection.
  expect(await agency.database.as(as(second), db => db.rows(sql`select 1 from talent.interview_challenges`))).toEqual(
    [],
  )
  const [open] = await agency.database.as(hr(), db =>
    db.rows<{ id: string }>(sql`select id from talent.interview_challenges where state = 'open'`),
  )
  await run('hr', answerChallenge, {
    challengeId: open.id,
    decision: 'accepted',
    answer: 'Sengketa tercatat di pengadilan negeri.',
    interviewerNip: nip(4),
  })
  const seats = await agency.database.as(hr(), db => listSeats(db, id))
  expect(seats.filter(s => s.state !== 'left').map(s => s.name)).toEqual(['Pewawancara A', 'Pewawancara C'])
  expect(await agency.database.as(as(second), db => findInterview(db, id))).toBeNull()
  await run('hr', moveInterview, {
    interviewId: id,
    heldOn: '2026-12-02',
    startsAt: '11:00',
    place: 'Ruang B',
    reason: 'Ruang A dipakai rapat.',
  })
  await run('hr', cancelInterview, { interviewId: id, reason: 'Calon mengundurkan diri dari proses.' })
  await expect(
    run('hr', cancelInterview, { interviewId: id, reason: 'Calon mengundurkan diri.' }),
  ).rejects.toMatchObject({ code: 'talent.interview.not-open' })
})

it('Whoever owes a rating is reminded on the last day, and late ones again', async () => {
  const { id } = await schedule({ candidateNip: nip(6), startsAt: '15:00', interviewers: `${nip(3)} ${nip(4)}` })
  const due = { ...agency.actor('system'), on: '2026-11-27' }
  expect(await execute(agency.database, due, remindInterviewers, {})).toEqual({ told: 2 })
  await run(third, declareForInterview, { interviewId: id, statement: 'some', kind: 'sibling' })
  expect(await execute(agency.database, due, remindInterviewers, {})).toEqual({ told: 1 })
})

it('A retired question cannot enter a guide, and the interviews that used it keep it', async () => {
  await run('hr', retireQuestion, {
    questionId: questions[0].question_id,
    state: 'retired',
    reason: 'Sudah terlalu dikenal para calon.',
  })
  await expect(
    run('hr', changeGuide, {
      guideId,
      competencyIds: questions.map(q => q.competency_id),
      questionIds: questions.map(q => q.id),
      state: 'ready',
    }),
  ).rejects.toMatchObject({ code: 'talent.interview.guide-incomplete' })
  expect(await agency.database.as(hr(), db => findSheet(db, interviewId))).toHaveLength(2)
})
