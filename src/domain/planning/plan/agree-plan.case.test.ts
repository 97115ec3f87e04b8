import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { agreePlan, proposePlan } from './agree-plan.ts'
import { changePlanItem } from './change-plan-item.ts'
import { draftPlan } from './draft-plan.ts'

let agency: PlanningAgency
beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())

const item = {
  title: 'Pengelolaan kontrak',
  method: 'Pelatihan teknis',
  shareClass: 10 as const,
  startsOn: '2027-03-01',
  endsOn: '2027-03-03',
  jp: 24,
}
const measured = { ...item, indicator: 'Adendum selesai sebelum masa berlaku habis', target: '2 paket' }
const draft = (employeeId: string, items: unknown[], reason = 'Rencana tahunan') =>
  execute(agency.database, agency.actor('asn', employeeId), draftPlan, { employeeId, reason, items })
const stateOf = async (planId: string) =>
  (await agency.ask<{ state: string }>(sql`select state from planning.plans where id = ${planId}`))[0].state

it('A plan is in force only when every item has an indicator and both have signed; then its checks stand 30, 60 and 90 days after', async () => {
  const [ani] = agency.people
  const asAni = agency.actor('asn', ani.id)
  const asBoss = agency.actor('supervisor', agency.boss.id)
  const { id } = await draft(ani.id, [item])
  await execute(agency.database, asAni, proposePlan, { planId: id })
  await expect(execute(agency.database, asAni, agreePlan, { planId: id, as: 'employee' })).rejects.toMatchObject({
    code: 'planning.plan.indicator-missing',
    message: expect.stringContaining('Pengelolaan kontrak'),
  })
  const [{ id: itemId }] = await agency.ask<{ id: string }>(
    sql`select id from planning.plan_items where plan_id = ${id}`,
  )
  await execute(agency.database, asAni, changePlanItem, { planId: id, itemId, item: measured })
  expect(await execute(agency.database, asAni, agreePlan, { planId: id, as: 'employee' })).toEqual({ inForce: false })
  expect(await execute(agency.database, asBoss, agreePlan, { planId: id, as: 'supervisor' })).toEqual({ inForce: true })
  expect(await stateOf(id)).toBe('agreed')
  expect(
    await agency.ask(
      sql`select day_number, due_on from planning.plan_checks where item_id = ${itemId} order by day_number`,
    ),
  ).toEqual([
    { day_number: 30, due_on: '2027-04-02' },
    { day_number: 60, due_on: '2027-05-02' },
    { day_number: 90, due_on: '2027-06-01' },
  ])
})

it('A new version leaves the earlier one in force until both agree, and then replaces it', async () => {
  const [ani] = agency.people
  const [old] = await agency.ask<{ id: string }>(
    sql`select id from planning.plans where employee_id = ${ani.id} and state = 'agreed'`,
  )
  const { id } = await draft(ani.id, [{ ...measured, startsOn: '2027-04-05', endsOn: '2027-04-07' }], 'Kelas digeser')
  expect(await stateOf(old.id)).toBe('agreed')
  await execute(agency.database, agency.actor('asn', ani.id), agreePlan, { planId: id, as: 'employee' })
  expect(await stateOf(old.id)).toBe('agreed')
  await execute(agency.database, agency.actor('supervisor', agency.boss.id), agreePlan, {
    planId: id,
    as: 'supervisor',
  })
  expect(await stateOf(old.id)).toBe('replaced')
})

it('An agreed plan is not changed', async () => {
  const [plan] = await agency.ask<{ id: string }>(
    sql`select id from planning.plans where employee_id = ${agency.people[0].id} and state = 'agreed'`,
  )
  await expect(
    execute(agency.database, agency.actor('asn', agency.people[0].id), changePlanItem, {
      planId: plan.id,
      item: measured,
    }),
  ).rejects.toMatchObject({ code: 'planning.plan.already-agreed' })
})

it('A colleague can neither write, read nor sign the plan of another', async () => {
  const [, budi, citra] = agency.people
  const { id } = await draft(budi.id, [measured])
  const stranger = agency.actor('asn', citra.id)
  await expect(
    execute(agency.database, stranger, draftPlan, { employeeId: budi.id, reason: 'Coba', items: [] }),
  ).rejects.toThrow()
  await expect(
    execute(agency.database, stranger, changePlanItem, { planId: id, item: measured }),
  ).rejects.toMatchObject({ code: 'planning.plan.not-found' })
  await expect(execute(agency.database, stranger, agreePlan, { planId: id, as: 'supervisor' })).rejects.toMatchObject({
    code: 'planning.plan.not-found',
  })
  expect(await agency.database.as(stranger, db => db.rows(sql`select id from planning.plans`))).toEqual([])
})

it('Nobody signs her own plan as the supervisor', async () => {
  const [, budi] = agency.people
  const [plan] = await agency.ask<{ id: string }>(
    sql`select id from planning.plans where employee_id = ${budi.id} and state = 'draft'`,
  )
  await expect(
    execute(agency.database, agency.actor('asn', budi.id), agreePlan, { planId: plan.id, as: 'supervisor' }),
  ).rejects.toMatchObject({ code: 'planning.plan.not-yours' })
})

it('A supervisor signs only for the own team', async () => {
  const citra = agency.people[2]
  const { id } = await draft(citra.id, [measured])
  await expect(
    execute(agency.database, agency.actor('supervisor', agency.boss.id), agreePlan, { planId: id, as: 'supervisor' }),
  ).rejects.toMatchObject({ code: 'planning.plan.not-found' })
})
