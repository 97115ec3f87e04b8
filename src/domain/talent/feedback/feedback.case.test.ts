import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { talentInputsOf } from '../score/evidence.model.ts'
import { recordsOf, type ScopePerson } from '../score/score.store.ts'
import { listFeedbackWaiting } from '../talent.queue.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { askFeedbackRater, changeFeedbackRaters, confirmFeedbackRaters } from './agree-raters.ts'
import { declineFeedback, saveFeedback, submitFeedback } from './answer-feedback.ts'
import { checkRemark, closeFeedbackRound, tendFeedbackRounds } from './close-round.ts'
import { feedbackRules } from './feedback.rules.ts'
import {
  figuresOf,
  findOwnReply,
  findResultIn,
  findSubject,
  listOwnAnswers,
  listRaterRows,
  listRemarks,
  listReplies,
} from './feedback.store.ts'
import { changeFeedbackRound, openFeedbackRound } from './open-round.ts'

let agency: TestAgency
let people: { id: string; name: string }[]
const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
// 0 heads 1 to 5; 6 and 7 are below 1; 8 works elsewhere.
const [boss, person, a, b, c, d, , , far] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const codes = feedbackRules.on('2026-11-24').body.questions.map(q => q.code)
const whole = (step: number | null) => codes.map(code => ({ code, step, isUnable: step === null }))
const as = (i: number, on?: string) => ({ ...agency.actor('asn', people[i].id), ...(on ? { on: on as never } : {}) })
const hr = (on?: string) => ({ ...agency.actor('hr_officer'), ...(on ? { on: on as never } : {}) })
const head = () => agency.actor('supervisor', people[boss].id)
const run = <I, R>(actor: ReturnType<typeof hr>, uc: Parameters<typeof execute<I, R>>[2], input: unknown) =>
  execute(agency.database, actor, uc, input)

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit, other] = await agency.rows('workforce.units', [
    { name: 'Dinas Uji', kind: 'dinas' },
    { name: 'Dinas Lain', kind: 'dinas' },
  ])
  const sow = async (rows: object[]) =>
    (await agency.rows('workforce.employees', rows as Record<string, unknown>[])) as unknown as typeof people
  const row = (n: number, name: string, supervisor: string | null, unitId = unit.id) => ({
    nip: nip(n),
    name,
    employment: 'PNS',
    unit_id: unitId,
    supervisor_id: supervisor,
    state: 'active',
  })
  const [top] = await sow([row(0, 'Atasan', null)])
  const [she] = await sow([row(1, 'Yang Dinilai', top.id)])
  people = [
    top,
    she,
    ...(await sow([
      row(2, 'Rekan A', top.id),
      row(3, 'Rekan B', top.id),
      row(4, 'Rekan C', top.id),
      row(5, 'Rekan D', top.id),
      row(6, 'Bawahan A', she.id),
      row(7, 'Bawahan B', she.id),
      row(8, 'Dari Jauh', null, other.id),
    ])),
  ]
  for (const p of people.slice(1, 6))
    await agency.sow('insert into platform.teams values ($1, $2, $3)', [agency.id, top.id, p.id])
})
afterAll(() => agency.close())

let roundId: string
const replyOf = async (i: number, about = person) =>
  (await agency.database.as(hr(), db => listReplies(db, roundId, people[about].id))).find(
    r => r.rater_id === people[i].id,
  )!.id
const answer = async (i: number, step: number | null, about = person, words: object = {}) => {
  const replyId = await replyOf(i, about)
  await run(as(i), saveFeedback, { replyId, answers: whole(step), ...words })
  return run(as(i), submitFeedback, { replyId })
}

describe('before anybody is asked', () => {
  it('HR opens a round: raters are drafted, the person and her supervisor are told, nobody is asked', async () => {
    const opened = await run(hr(), openFeedbackRound, { name: 'Uji 2026', year: 2026, unitIds: [] })
    roundId = opened.id
    // Whoever has no supervisor on record is listed with the reason.
    expect(opened).toMatchObject({ people: 7, excluded: 2 })
    await agency.database.as(hr(), async db => {
      expect((await findSubject(db, roundId, people[far].id))?.exclude_reason).toContain('Atasan')
      expect(await listReplies(db, roundId, people[person].id)).toEqual([])
    })
    const drafted = await agency.database.as(as(person), db => listRaterRows(db, roundId, people[person].id))
    expect(drafted.map(r => r.rater_group)).toEqual([
      'atasan',
      'rekan',
      'rekan',
      'rekan',
      'rekan',
      'bawahan',
      'bawahan',
      'diri',
    ])
    await expect(run(hr(), openFeedbackRound, { name: 'Uji 2026', year: 2026 })).rejects.toMatchObject({
      code: 'talent.feedback.name-taken',
    })
  })

  it('The person asks for changes within limits; her supervisor, the same person twice and a subordinate for a colleague are refused', async () => {
    const ask = (n: number, more: object = {}) =>
      run(as(person), askFeedbackRater, {
        roundId,
        nip: nip(n),
        group: 'rekan',
        reason: 'Bekerja bersama saya.',
        ...more,
      })
    const drafted = await agency.database.as(as(person), db => listRaterRows(db, roundId, people[person].id))
    const mate = drafted.find(r => r.rater_id === people[d].id)!
    await expect(ask(0)).rejects.toMatchObject({ code: 'talent.feedback.rater-unfit' })
    await expect(ask(2)).rejects.toThrow(/sudah menjadi penilai/)
    await expect(ask(99)).rejects.toMatchObject({ code: 'talent.feedback.rater-unknown' })
    await expect(ask(6, { group: 'bawahan', replacesId: mate.id })).rejects.toThrow()
    await ask(8, { replacesId: mate.id })
    await expect(
      run(as(a), askFeedbackRater, { roundId, nip: nip(8), group: 'rekan', reason: 'Pernah satu tim kerja.' }),
    ).resolves.toBeUndefined()
  })

  it('The supervisor grants the wish and confirms; only then the raters are asked, and nobody confirms for herself', async () => {
    await expect(
      run(as(person), confirmFeedbackRaters, { act: 'confirm', roundId, employeeId: people[person].id }),
    ).rejects.toMatchObject({ code: 'access.not-allowed' })
    const rows = await agency.database.as(head(), db => listRaterRows(db, roundId, people[person].id))
    const wish = rows.find(r => r.standing === 'wanted')!
    const { asked } = await run(head(), confirmFeedbackRaters, {
      act: 'confirm',
      roundId,
      employeeId: people[person].id,
      granted: [wish.id],
    })
    expect(asked).toBe(8)
    const waiting = await agency.database.as(as(far), listFeedbackWaiting)
    expect(waiting).toMatchObject([{ step: 'answer', name: 'Yang Dinilai' }])
    expect(await agency.database.as(as(d), db => findOwnReply(db, wish.id))).toBeNull()
    await expect(
      run(head(), confirmFeedbackRaters, { act: 'confirm', roundId, employeeId: people[person].id }),
    ).rejects.toMatchObject({ code: 'talent.feedback.confirmed' })
  })
})

describe('answering', () => {
  it('A draft is kept, what is missing is named, and an answer may be changed until the last day', async () => {
    const replyId = await replyOf(a)
    await run(as(a), saveFeedback, { replyId, answers: whole(2).slice(0, 3) })
    await expect(run(as(a), submitFeedback, { replyId })).rejects.toMatchObject({
      fields: { [`step:${codes[3]}`]: expect.stringContaining('pilih satu') },
    })
    expect(await agency.database.as(as(a), db => listOwnAnswers(db, replyId))).toHaveLength(3)
    await answer(a, 2)
    await answer(a, 4)
    expect((await agency.database.as(as(a), db => listOwnAnswers(db, replyId)))[0].step).toBe(4)
  })

  it('Nobody answers in another’s place, a comment with one’s own name comes back, and a late answer is refused courteously', async () => {
    const replyId = await replyOf(b)
    await expect(run(as(a), saveFeedback, { replyId, answers: whole(5) })).rejects.toMatchObject({
      code: 'talent.feedback.not-found',
    })
    await run(as(b), saveFeedback, { replyId, answers: whole(4), strength: 'Hubungi 08123456789.' })
    await expect(run(as(b), submitFeedback, { replyId })).rejects.toMatchObject({ code: 'talent.feedback.comment' })
    await expect(run(as(b, '2027-01-05'), saveFeedback, { replyId, answers: whole(4) })).rejects.toThrow(/Terima kasih/)
  })

  it('Who declines as kin gives the reason; HR asks somebody else, and never that one again', async () => {
    const replyId = await replyOf(c)
    await run(as(c), saveFeedback, { replyId, answers: whole(5) })
    await run(as(c), declineFeedback, { replyId, code: 'kin' })
    expect(await agency.database.as(as(c), db => listOwnAnswers(db, replyId))).toEqual([])
    const ids = { roundId, employeeId: people[person].id }
    await run(hr(), changeFeedbackRaters, {
      act: 'remove',
      ...ids,
      raterRowId: replyId,
      reason: 'Keluarga dari yang dinilai.',
    })
    await expect(run(hr(), changeFeedbackRaters, { act: 'add', ...ids, nip: nip(c), group: 'rekan' })).rejects.toThrow(
      /keluarga/,
    )
    await run(hr(), changeFeedbackRaters, { act: 'add', ...ids, nip: nip(d), group: 'rekan' })
    expect(await replyOf(d)).toBeTruthy()
  })
})

describe('nobody reads the answer of another', () => {
  it('No role whatever reads a row of another rater, in any table of answers: tried in SQL', async () => {
    const others: Role[] = roles.filter(r => r !== 'visitor')
    for (const role of others) {
      const actor = agency.actor(role, people[boss].id)
      await agency.database.as(actor, async db => {
        for (const table of ['talent.feedback_answers', 'talent.feedback_comments'])
          expect(
            await db.rows(sql`select 1 from ${sql.table(table)} where rater_id <> ${people[boss].id}`),
            `${role} ${table}`,
          ).toEqual([])
      })
    }
  })
  it('The person and her supervisor do not read who answered; HR and the auditor read whether', async () => {
    for (const actor of [as(person), head(), agency.actor('committee'), agency.actor('admin')])
      await agency.database.as(actor, async db => {
        const seen = await listReplies(db, roundId, people[person].id)
        expect(seen.filter(r => r.rater_id !== actor.employeeId)).toEqual([])
      })
    for (const role of ['hr_officer', 'auditor'] as const)
      await agency.database.as(agency.actor(role), async db => {
        expect((await listReplies(db, roundId, people[person].id)).some(r => r.state === 'answered')).toBe(true)
        expect(await db.rows(sql`select 1 from talent.feedback_answers`)).toEqual([])
      })
  })
  it('The audit trail names no person together with an answer', async () => {
    const entries = await agency.database.as(agency.actor('auditor'), db =>
      db.rows<{ employee_id: string | null }>(
        sql`select employee_id from platform.audit_entries where action in ('save-feedback', 'submit-feedback', 'decline-feedback')`,
      ),
    )
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every(e => e.employee_id === null)).toBe(true)
  })
})

describe('the result', () => {
  it('Closing computes all together: means of merged groups, counts, comments without name; others wait with who must answer', async () => {
    await run(as(b), saveFeedback, { replyId: await replyOf(b), answers: whole(4), strength: 'Selalu menepati janji.' })
    await run(as(b), submitFeedback, { replyId: await replyOf(b) })
    await answer(boss, 4)
    await answer(far, 3)
    await answer(d, 4)
    await answer(person, 5)
    expect(await run(hr(), closeFeedbackRound, { roundId })).toEqual({ known: 1, few: 6 })
    await agency.database.as(as(person), async db => {
      const result = (await findResultIn(db, roundId, people[person].id))!
      expect(result.rating).toBe('Baik')
      expect(result.blocks.map(x => x.groups)).toEqual([['atasan', 'rekan']])
      expect(result.counts.find(x => x.group === 'rekan')).toMatchObject({ answered: 4 })
      expect(figuresOf(result).overall.value).toBeCloseTo(3.9, 6)
      expect(JSON.stringify(result)).not.toMatch(/Rekan A|Dari Jauh/)
      expect(await findResultIn(db, roundId, people[a].id)).toBeNull()
    })
    await agency.database.as(hr(), async db => {
      expect(await findResultIn(db, roundId, people[a].id)).toMatchObject({
        rating: null,
        missing: expect.arrayContaining([{ group: 'atasan', missing: 1 }]),
      })
    })
    await expect(answer(a, 1)).rejects.toMatchObject({ code: 'talent.feedback.late' })
  })

  it('A comment is read by the person only after the check, without name, group or day', async () => {
    await agency.database.as(as(person), async db =>
      expect(await listRemarks(db, { aboutId: people[person].id })).toEqual([]),
    )
    const [remark] = await agency.database.as(hr(), db => listRemarks(db, { roundId, state: 'waiting' }))
    expect(remark.text).toBe('Selalu menepati janji.')
    await run(hr(), checkRemark, { remarkId: remark.id, state: 'shown' })
    await agency.database.as(as(person), async db => {
      expect(await listRemarks(db, { aboutId: people[person].id, state: 'shown' })).toHaveLength(1)
      const columns = Object.keys(await db.one(sql`select * from talent.feedback_remarks`))
      expect(columns.some(k => /rater|group|saved|given/.test(k))).toBe(false)
    })
    await agency.database.as(head(), async db => expect(await listRemarks(db, {})).toEqual([]))
  })

  it('The score reads it as the part it has: 80 of 100, over the file of the same year; too few stays unknown', async () => {
    await agency.rows('talent.feedback_360', [
      { employee_id: people[person].id, year: 2026, rating: 'Kurang', raters: 4 },
      { employee_id: people[a].id, year: 2026, rating: 'Sangat Baik', raters: 4 },
    ])
    const scoped = [person, a].map(i => ({ id: people[i].id }) as ScopePerson)
    const records = await agency.database.as(hr(), db => recordsOf(db, scoped, '2026-12-31'))
    const of = (i: number) => {
      const evidence = talentInputsOf(records.get(people[i].id)!, '2026-12-31').u360
      return evidence && 'records' in evidence ? evidence.records : null
    }
    expect(of(person)).toMatchObject([{ value: 'Baik', source: { kind: 'talent.feedback-result' } }])
    expect(of(a)).toMatchObject([
      { value: null, figure: { needs: [{ who: expect.stringContaining('yang diundang') }, {}] } },
    ])
    // Before the round was closed nothing of it is known: a snapshot of an earlier day stays as it was.
    const earlier = await agency.database.as(hr(), db => recordsOf(db, scoped, '2026-11-23'))
    expect(earlier.get(people[person].id)?.rounds).toBeUndefined()
  })

  it('A closed round opens again only for those without a result; the night sends, reminds and closes', async () => {
    await run(hr(), changeFeedbackRound, {
      act: 'extend',
      roundId,
      closesOn: '2026-12-20',
      reason: 'Banyak penilai dinas luar.',
    })
    await agency.database.as(hr(), async db => {
      expect((await findSubject(db, roundId, people[person].id))?.state).toBe('known')
      expect((await findSubject(db, roundId, people[a].id))?.state).toBe('confirmed')
    })
    const night = (on: string) => ({ ...agency.actor('system'), on: on as never })
    const next = await run(hr(), openFeedbackRound, {
      name: 'Uji 2025',
      year: 2025,
      proposeUntil: '2026-11-26',
      closesOn: '2026-12-10',
    })
    expect(await run(night('2026-11-27'), tendFeedbackRounds, {})).toMatchObject({
      sent: expect.any(Number),
      closed: 0,
    })
    await agency.database.as(hr(), async db =>
      expect((await findSubject(db, next.id, people[b].id))?.confirmed_by_name).toBe('Jadwal putaran'),
    )
    expect((await run(night('2026-12-08'), tendFeedbackRounds, {})).told).toBeGreaterThan(0)
    expect(await run(night('2026-12-21'), tendFeedbackRounds, {})).toMatchObject({ closed: 2 })
    await agency.database.as(hr(), async db =>
      expect(await findResultIn(db, roundId, people[a].id)).toMatchObject({ version: 2, rating: null }),
    )
  })
})
