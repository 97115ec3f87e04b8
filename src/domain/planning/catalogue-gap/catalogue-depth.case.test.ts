import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { agreementState, listAgreements } from '../agreement/agreement.store.ts'
import { endAgreement, recordAgreement } from '../agreement/record-agreement.ts'
import { findCostedSession, readSessionCost } from '../cost/session-cost.store.ts'
import { setSessionCosts } from '../cost/set-session-costs.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { listCatalogueGaps } from './catalogue-gap.store.ts'

let agency: PlanningAgency
beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())
const hr = () => agency.actor('hr_officer')

it('An agreement warns before its end, keeps its record when it is ended early, and its number stands once', async () => {
  const a = {
    provider: 'BPSDM',
    number: '1/2025',
    subject: 'Kiriman peserta',
    startsOn: '2025-01-01',
    endsOn: '2027-02-01',
  }
  const { id } = await execute(agency.database, hr(), recordAgreement, a)
  const [found] = await agency.database.as(hr(), db => listAgreements(db))
  expect(agreementState(found, '2026-06-01')).toBe('running')
  expect(agreementState(found, '2026-11-24')).toBe('ending')
  expect(agreementState(found, '2027-03-01')).toBe('over')
  await expect(execute(agency.database, hr(), recordAgreement, a)).rejects.toMatchObject({
    fields: { number: expect.any(String) },
  })
  await execute(agency.database, hr(), endAgreement, { agreementId: id, reason: 'Penyelenggara berganti nama' })
  const [ended] = await agency.database.as(hr(), db => listAgreements(db))
  expect(agreementState(ended, '2026-06-01')).toBe('ended')
})

it('A class opens to its items; another rate needs its reason, and an item without a rate leaves the sum unknown', async () => {
  const [{ id }] = await agency.ask<{ id: string }>(sql`select id from planning.sessions where code = 'KONTRAK-1'`)
  const cost = () => agency.database.as(hr(), async db => readSessionCost(db, (await findCostedSession(db, id))!))
  const set = (items: object[], rateReason?: string) =>
    execute(agency.database, hr(), setSessionCosts, { sessionId: id, items, rateReason })
  expect((await cost()).total.value).toBeNull()
  await expect(set([{ code: 'konsumsi', quantity: 60, rate: 90_000 }])).rejects.toMatchObject({
    fields: { rateReason: expect.any(String) },
  })
  await set(
    [
      { code: 'konsumsi', quantity: 60, rate: 90_000 },
      { code: 'bahan', quantity: 20 },
    ],
    'Standar harga daerah 2027',
  )
  expect(await cost()).toMatchObject({ total: { value: 7_400_000 }, perPerson: { value: 370_000 } })
  await set([
    { code: 'bahan', quantity: 20 },
    { code: 'kontribusi', quantity: 20 },
  ])
  expect((await cost()).total).toMatchObject({ value: null, state: 'partial' })
})

it('Whoever falls short and finds no module from where she stands is counted as a gap of the catalogue', async () => {
  const gaps = () => agency.database.as(hr(), db => listCatalogueGaps(db))
  expect(await gaps()).toMatchObject([{ code: 'T.1', short: { length: 2 }, unserved: [] }])
  await agency.sow('update planning.module_effects set from_level = 2 where agency_id = $1 and from_level = 1', [
    agency.id,
  ])
  const [gap] = await gaps()
  expect([...gap.unserved].sort()).toEqual([agency.people[0].id, agency.people[1].id].sort())
})
