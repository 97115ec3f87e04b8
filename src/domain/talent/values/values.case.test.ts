import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { listValuesToRate } from '../talent.queue.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { askValues, changeRaters, changeReview, proposeRater, remindRaters } from './ask-values.ts'
import { declineValues, rateValues, saveValues } from './rate-values.ts'
import { valuesRules } from './values.rules.ts'
import { findReview, listOwnRatings, listRaters, listResults } from './values.store.ts'

let agency: TestAgency
let people: { id: string; name: string }[]
const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
const [boss, person, mate, other, third, below] = [0, 1, 2, 3, 4, 5]
const hr = () => agency.actor('hr_officer')
const as = (i: number) => agency.actor('asn', people[i].id)
const run = <I, R>(i: number | 'hr', useCase: Parameters<typeof execute<I, R>>[2], input: unknown) =>
  execute(agency.database, i === 'hr' ? hr() : as(i), useCase, input)
const codes = valuesRules.on('2026-11-24').body.values.map(v => v.code)
const whole = (step: number) =>
  codes.map(code => ({ code, step, example: 'Menjawab keluhan warga pada hari yang sama.', exampleOn: '2026-05-01' }))
const answer = async (i: number, reviewId: string, step: number) => {
  await run(i, saveValues, { reviewId, ratings: whole(step) })
  return run(i, rateValues, { reviewId })
}

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Uji', kind: 'dinas' }])
  const row = (n: number, name: string, supervisor: string | null) => ({
    nip: nip(n),
    name,
    employment: 'PNS',
    unit_id: unit.id,
    supervisor_id: supervisor,
    state: 'active',
  })
  const sow = async (rows: object[]) =>
    (await agency.rows('workforce.employees', rows as Record<string, unknown>[])) as unknown as typeof people
  const [head] = await sow([row(1, 'Atasan', null)])
  const [she] = await sow([row(2, 'Yang Dinilai', head.id)])
  people = [
    head,
    she,
    ...(await sow([
      row(3, 'Rekan A', head.id),
      row(4, 'Rekan B', head.id),
      row(5, 'Rekan C', head.id),
      row(6, 'Bawahan', she.id),
    ])),
  ]
})
afterAll(() => agency.close())

const ask = (colleagues: string, year = 2026) => run('hr', askValues, { personNip: nip(2), year, colleagues })

it('The person herself, her supervisor and her subordinates are no colleagues, and one review a year is enough', async () => {
  for (const n of [1, 2, 6]) await expect(ask(nip(n))).rejects.toMatchObject({ code: 'talent.values.rater-unfit' })
  await expect(ask(nip(88))).rejects.toMatchObject({ code: 'talent.values.raters-unknown' })
  await expect(run('hr', askValues, { personNip: nip(1), year: 2026, colleagues: nip(6) })).rejects.toMatchObject({
    code: 'talent.values.no-supervisor',
  })
})

let reviewId: string
it('The raters are asked in confidence: the person never reads who they are', async () => {
  reviewId = (await ask(nip(3))).id
  await expect(ask(nip(4))).rejects.toMatchObject({ code: 'talent.values.already-asked' })
  for (const i of [boss, mate])
    expect((await agency.database.as(as(i), listValuesToRate)).map(w => w.id)).toEqual([reviewId])
  await agency.database.as(as(person), async db => {
    expect((await findReview(db, reviewId))?.state).toBe('gathering')
    expect(await listRaters(db, reviewId)).toEqual([])
  })
})

it('A person proposes one colleague; HR decides, and whether the colleague was asked already stays unsaid', async () => {
  await expect(run(person, proposeRater, { reviewId, colleagueNip: nip(6) })).rejects.toMatchObject({
    code: 'talent.values.rater-unfit',
  })
  await run(person, proposeRater, { reviewId, colleagueNip: nip(3) })
  await run(person, proposeRater, { reviewId, colleagueNip: nip(4) })
  await expect(run(person, proposeRater, { reviewId, colleagueNip: nip(5) })).rejects.toMatchObject({
    code: 'talent.values.already-proposed',
  })
  await expect(run(other, saveValues, { reviewId, ratings: whole(2) })).rejects.toMatchObject({
    code: 'talent.values.not-rater',
  })
  await run('hr', changeRaters, { act: 'accept', reviewId, raterId: people[other].id })
  await run(other, declineValues, { reviewId, reason: 'Belum pernah bekerja bersama.' })
})

it('What is marked is read by nobody else until all have answered; the last one opens it without names', async () => {
  await run(boss, saveValues, { reviewId, ratings: [{ code: 'loyal', step: 4, example: null, exampleOn: null }] })
  await expect(run(boss, rateValues, { reviewId })).rejects.toMatchObject({
    fields: { 'example:loyal': expect.stringContaining('Loyal'), 'step:adaptif': expect.stringContaining('Adaptif') },
  })
  expect(await answer(boss, reviewId, 4)).toEqual({ opened: false })
  for (const actor of [hr(), agency.actor('committee'), as(mate), as(person)])
    await agency.database.as(actor, async db => {
      expect(await db.rows(sql`select 1 from talent.value_ratings where rater_id = ${people[boss].id}`)).toEqual([])
      expect(await listResults(db, reviewId)).toEqual([])
    })
  expect(await agency.database.as(as(boss), db => listOwnRatings(db, reviewId))).toHaveLength(7)
  expect(await answer(mate, reviewId, 2)).toEqual({ opened: true })
  const [result] = await agency.database.as(hr(), db => listResults(db, reviewId))
  expect(result).toMatchObject({ version: 1, raters: 2, mean_step: 3, is_shown: false })
  expect(JSON.stringify(result.ratings)).not.toMatch(/Atasan|Rekan/)
})

it('With two raters the person reads a message and no number; with three she reads the steps', async () => {
  await agency.database.as(as(person), async db => {
    expect((await findReview(db, reviewId))?.strength).toContain('paling terlihat')
    expect(await listResults(db, reviewId)).toEqual([])
  })
  const second = (await ask([nip(3), nip(4)].join('\n'), 2025)).id
  await answer(boss, second, 3)
  await answer(mate, second, 3)
  await answer(other, second, 3)
  expect(await agency.database.as(as(person), db => listResults(db, second))).toHaveLength(1)
  expect(await agency.database.as(as(third), db => listResults(db, second))).toEqual([])
})

it('A correction opens the review again with a reason and becomes a version of its own', async () => {
  await run('hr', changeReview, { reviewId, act: 'reopen', reason: 'Contoh pada nilai Loyal tertukar orang.' })
  await answer(boss, reviewId, 3)
  await answer(mate, reviewId, 2)
  const results = await agency.database.as(hr(), db => listResults(db, reviewId))
  expect(results.map(r => [r.version, r.mean_step, r.reason])).toEqual([
    [2, 2.5, 'Contoh pada nilai Loyal tertukar orang.'],
    [1, 3, null],
  ])
})

it('A rater taken out lets the rest open; whoever owes an answer is reminded', async () => {
  const id = (await ask([nip(3), nip(4)].join('\n'), 2024)).id
  const due = { ...agency.actor('system'), on: '2026-12-08' }
  expect(await execute(agency.database, due, remindRaters, {})).toEqual({ told: 3 })
  await answer(boss, id, 3)
  await answer(mate, id, 3)
  expect(
    await run('hr', changeRaters, { act: 'withdraw', reviewId: id, raterId: people[other].id, reason: 'Pindah unit.' }),
  ).toEqual({ opened: true })
  expect(below).toBe(5)
})
