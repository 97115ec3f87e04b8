import { afterAll, beforeAll, expect, it } from 'vitest'
import { planningUseCases } from '#domain/planning/planning.use-cases.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { deliveryUseCases } from '../delivery.use-cases.ts'
import { giveReaction } from './give-reaction.ts'
import { listTallies, reactionFigure } from './reaction-figures.ts'

let agency: TestAgency
let classId: string
let people: { id: string }[]
let enrolments: { id: string; employee_id: string }[]
const ask = <T extends object>(query: ReturnType<typeof sql>) =>
  agency.database.as(agency.actor('hr_officer'), db => db.rows<T>(query))

beforeAll(async () => {
  agency = await anAgency([...planningUseCases, ...deliveryUseCases])
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  people = (await agency.rows(
    'workforce.employees',
    [1, 2, 3, 4, 5].map(n => ({
      nip: `19900101201501100${n}`,
      name: `Peserta ${n}`,
      employment: 'PNS',
      unit_id: unit.id,
      state: 'active',
    })),
  )) as { id: string }[]
  const [module] = await agency.rows('planning.modules', [
    { code: 'A', name: 'Kontrak', method: 'Pelatihan', share_class: 10, jp: 8 },
  ])
  const [session] = await agency.rows('planning.sessions', [
    { code: 'A-1', module_id: module.id, mode: 'tatap_muka', starts_on: '2026-11-02', ends_on: '2026-11-03' },
  ])
  const [trainer] = await agency.rows('planning.facilitators', [{ name: 'Pengajar', max_days: 10 }])
  await agency.rows('planning.facilitator_bookings', [
    { facilitator_id: trainer.id, session_id: session.id, jp: 8, booked_by_name: 'Uji', booked_on: '2026-10-01' },
  ])
  const [held] = await agency.rows('delivery.classes', [
    {
      session_id: session.id,
      module_id: module.id,
      name: 'Kontrak, November',
      starts_on: '2026-11-02',
      ends_on: '2026-11-03',
      jp: 8,
      state: 'open',
    },
  ])
  classId = String(held.id)
  enrolments = (await agency.rows(
    'delivery.enrolments',
    people.map(p => ({ class_id: held.id, employee_id: p.id, state: 'passed' })),
  )) as { id: string; employee_id: string }[]
})
afterAll(() => agency.close())

const give = (n: number, facilitator: number, as = n) =>
  execute(agency.database, agency.actor('asn', people[as].id), giveReaction, {
    enrolmentId: enrolments[n].id,
    material: 4,
    facilitator,
    use: 5,
  })
const mean = () =>
  agency.database.as(agency.actor('hr_officer'), async db =>
    reactionFigure(classId, 'facilitator', await listTallies(db, classId), db.on),
  )

it('A participant answers once and for herself; what she answered stands beside nobody’s name', async () => {
  await expect(give(0, 5, 1)).rejects.toMatchObject({ code: 'delivery.class.not-enrolled' })
  await give(0, 5)
  await expect(give(0, 1)).rejects.toMatchObject({ code: 'delivery.reaction.given' })
  const columns = await ask<{ name: string }>(
    sql`select column_name as name from information_schema.columns where table_schema = 'delivery' and table_name = 'reaction_tallies'`,
  )
  expect(columns.map(c => c.name)).not.toContain('employee_id')
  expect(await ask(sql`select * from delivery.reaction_givers`)).toEqual([])
})

it('The mean opens when five have answered, and whoever taught gets the same one', async () => {
  for (const [n, value] of [4, 4, 3].entries()) await give(n + 1, value)
  expect(await mean()).toMatchObject({ state: 'unknown', value: null })
  await give(4, 4)
  expect((await mean()).value).toBe(4)
  expect(await ask(sql`select answers, mean::float as mean, total from planning.facilitator_feedback`)).toEqual([
    { answers: 5, mean: 4, total: 20 },
  ])
})
