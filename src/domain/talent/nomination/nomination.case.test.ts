import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { answerObjection } from '../objection/answer-objection.ts'
import { submitObjection } from '../objection/submit-objection.ts'
import { listReferencesToWrite } from '../talent.queue.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { changeReferee } from './ask-reference.ts'
import { decideNomination } from './decide-nomination.ts'
import { declineReference, giveReference } from './give-reference.ts'
import { nominateEmployee } from './nominate-employee.ts'
import { findNomination, listOwnNominations, listReferences } from './nomination.store.ts'
import { withdrawNomination } from './withdraw-nomination.ts'

let agency: TestAgency
let people: { id: string; name: string; nip: string }[]
const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
const [boss, person, peer, other, hrOne, hrTwo] = [0, 1, 2, 3, 5, 6]
const asn = (i: number) => agency.actor('asn', people[i].id)
type Who = Parameters<typeof execute>[1]
const run = <I, R>(who: Who, useCase: Parameters<typeof execute<I, R>>[2], input: unknown) =>
  execute(agency.database, who, useCase, input)
const supervisor = () => agency.actor('supervisor', people[boss].id)
const hr = (i: number) => agency.actor('hr_officer', people[i].id)
const reasons = (...codes: string[]) =>
  codes.map(code => ({ code, text: `Contoh kerja nyata untuk ${code} yang terlihat pada tahun 2026.` }))
const advancement = reasons('hasil', 'memimpin', 'tumbuh', 'integritas')
const nominate = (refereeNip: string | null, more: object = {}) =>
  run(supervisor(), nominateEmployee, {
    employeeId: people[person].id,
    purpose: 'advancement',
    reasons: advancement,
    refereeNip,
    ...more,
  })

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Uji', kind: 'dinas' }])
  const sow = async (n: number, name: string, supervisorId: string | null) =>
    (
      await agency.rows('workforce.employees', [
        {
          nip: nip(n),
          name,
          employment: 'PNS',
          unit_id: unit.id,
          supervisor_id: supervisorId,
          state: 'active',
        },
      ])
    )[0] as unknown as (typeof people)[number]
  const head = await sow(1, 'Atasan', null)
  const she = await sow(2, 'Yang Diusulkan', head.id)
  people = [head, she, await sow(3, 'Rekan', head.id), await sow(4, 'Pejabat Lain', null)]
  people.push(await sow(5, 'Bawahan', she.id), await sow(6, 'Pengelola A', null), await sow(7, 'Pengelola B', null))
  // Who stands under whom decides what a supervisor reads.
  await agency.sow(
    'insert into platform.teams (agency_id, supervisor_id, employee_id) select agency_id, supervisor_id, id from workforce.employees where supervisor_id is not null on conflict do nothing',
  )
})
afterAll(() => agency.close())

let nominationId: string

it('A nomination says each criterion in its own words, and an advancement names a second official who is fit', async () => {
  await expect(nominate(nip(4), { reasons: advancement.slice(1) })).rejects.toMatchObject({
    code: 'talent.nomination.owed',
    fields: { 'reason:hasil': expect.stringContaining('Hasil kerja') },
  })
  await expect(nominate(null)).rejects.toMatchObject({ fields: { refereeNip: expect.any(String) } })
  for (const [n, code] of [
    [1, 'referee-unfit'],
    [2, 'referee-unfit'],
    [5, 'referee-unfit'],
    [88, 'referee-unknown'],
  ] as const)
    await expect(nominate(nip(n))).rejects.toMatchObject({ code: `talent.nomination.${code}` })
  await expect(
    run(asn(peer), nominateEmployee, {
      employeeId: people[person].id,
      purpose: 'lateral',
      reasons: reasons('cocok', 'manfaat'),
    }),
  ).rejects.toMatchObject({ code: 'talent.nomination.not-your-team' })
  nominationId = (await nominate(nip(3))).id
  await expect(nominate(nip(3))).rejects.toMatchObject({ code: 'talent.nomination.already-made' })
})

const decide = (who: Who, decision = 'declined') =>
  run(who, decideNomination, { nominationId, decision, reason: 'Kriteria memimpin belum ditunjukkan dengan contoh.' })
const own = async (i: number) => (await agency.database.as(asn(i), db => listReferencesToWrite(db))).map(r => r.id)

it('It does not go to a decision before the second official has written; one who declines is replaced', async () => {
  await expect(decide(hr(hrOne))).rejects.toMatchObject({ code: 'talent.nomination.waits-for-reference' })
  const [asked] = await own(peer)
  await expect(
    run(asn(other), declineReference, { referenceId: asked, reason: 'Bukan permintaan saya.' }),
  ).rejects.toMatchObject({ code: 'talent.nomination.reference-not-found' })
  await run(asn(peer), declineReference, { referenceId: asked, reason: 'Saya belum pernah bekerja bersama.' })
  await expect(decide(hr(hrOne))).rejects.toMatchObject({ code: 'talent.nomination.waits-for-reference' })
  await expect(
    run(supervisor(), changeReferee, { nominationId, refereeNip: nip(3), reason: 'Mohon dipertimbangkan lagi.' }),
  ).rejects.toMatchObject({ code: 'talent.nomination.referee-asked' })
  await run(supervisor(), changeReferee, {
    nominationId,
    refereeNip: nip(4),
    reason: 'Yang pertama tidak mengenalnya.',
  })
  const [mine] = await own(other)
  await expect(
    run(asn(other), giveReference, {
      referenceId: mine,
      knownHow: 'Satu tim banjir sejak 2025.',
      verdict: 'supports',
      reasons: advancement.slice(0, 2),
    }),
  ).rejects.toMatchObject({ fields: { 'reason:tumbuh': expect.any(String), 'reason:integritas': expect.any(String) } })
  await run(asn(other), giveReference, {
    referenceId: mine,
    knownHow: 'Satu tim banjir sejak 2025.',
    verdict: 'with-reservation',
    reasons: advancement,
  })
  expect(await own(other)).toEqual([])
})

it('The person knows who nominated her and why, and reads the second official’s words from the decision on', async () => {
  const read = () =>
    agency.database.as(asn(person), async db => ({
      own: (await listOwnNominations(db))[0],
      references: await listReferences(db, nominationId),
    }))
  const before = await read()
  expect(before.own).toMatchObject({ nominator: 'Uji supervisor', reference_by_name: 'Pejabat Lain' })
  expect(before.own.reasons).toHaveLength(4)
  expect(before.own.reference_reasons).toBeNull()
  expect(before.references).toEqual([])
  for (const who of [agency.actor('committee', people[boss].id), agency.actor('committee', people[person].id)])
    await expect(decide(who)).rejects.toMatchObject({ code: 'talent.nomination.own' })
  await expect(decide(hr(other))).rejects.toMatchObject({ code: 'talent.nomination.own-reference' })
  await decide(hr(hrOne))
  const after = await read()
  expect(after.own).toMatchObject({ state: 'declined', decided_by_name: 'Uji hr_officer' })
  expect(after.own.reference_reasons).toHaveLength(4)
  await agency.database.as(supervisor(), async db => expect(await listReferences(db, nominationId)).toEqual([]))
})

it('Her objection is answered by somebody else; granted, the nomination opens again for another decider', async () => {
  await expect(
    run(asn(peer), submitObjection, { nominationId, statement: 'Saya menyanggah usulan orang lain ini.' }),
  ).rejects.toMatchObject({ code: 'talent.nomination.not-found' })
  const { id: objectionId } = await run(asn(person), submitObjection, {
    nominationId,
    statement: 'Contoh memimpin tim banjir tertulis pada kriteria kedua.',
  })
  const answer = (i: number) =>
    run(hr(i), answerObjection, {
      objectionId,
      decision: 'granted',
      answer: 'Contoh pada kriteria kedua memang belum dibaca.',
    })
  await expect(answer(hrOne)).rejects.toMatchObject({ code: 'talent.objection.took-part' })
  await answer(hrTwo)
  const again = await agency.database.as(hr(hrTwo), db => findNomination(db, nominationId))
  expect(again).toMatchObject({ state: 'submitted', earlier: [expect.objectContaining({ decision: 'declined' })] })
  await expect(decide(hr(hrOne))).rejects.toMatchObject({ code: 'talent.nomination.decided-before' })
  await decide(hr(hrTwo), 'accepted')
})

it('Taking a nomination back ends the request to the second official', async () => {
  const { id } = await nominate(nip(4))
  expect(await own(other)).toHaveLength(1)
  await run(supervisor(), withdrawNomination, { nominationId: id })
  expect(await own(other)).toEqual([])
  expect(
    (await agency.sow('select state from talent.nomination_references where nomination_id = $1', [id])).map(
      r => r.state,
    ),
  ).toEqual(['withdrawn'])
})
