import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { agreePlan, proposePlan } from './agree-plan.ts'
import { draftWholePlan } from './draft-whole-plan.ts'

let agency: PlanningAgency
beforeAll(async () => {
  agency = await aPlanningAgency()
  await agency.sow(
    "insert into planning.budget_lines (agency_id, id, activity, source, year, amount) values ($1, gen_random_uuid(), 'Pelatihan teknis', 'APBD', 2026, 9000000)",
    [agency.id],
  )
})
afterAll(() => agency.close())
const ani = () => agency.actor('asn', agency.people[0].id)
const press = () => execute(agency.database, ani(), draftWholePlan, { employeeId: agency.people[0].id })

it('One press drafts a whole plan: the gap with its paying line, the template for the rest, each item with its reason', async () => {
  const { id } = await press()
  const items = await agency.ask<{
    title: string
    reason: string
    share_class: number
    budget_line_id: string | null
    indicator: string
  }>(
    sql`select title, reason, share_class, budget_line_id, indicator from planning.plan_items where plan_id = ${id} order by share_class, title`,
  )
  expect(items[0]).toMatchObject({
    title: 'Pengelolaan Kontrak Konstruksi',
    reason: 'Menutup Kontrak konstruksi. Dibebankan pada Pelatihan teknis.',
  })
  expect(items[0].budget_line_id).not.toBeNull()
  expect(new Set(items.map(i => i.share_class))).toEqual(new Set([10, 20, 70]))
  expect(items.every(i => i.reason && i.indicator)).toBe(true)
})

it('A plan in force stays in force while a new whole draft waits beside it', async () => {
  const { id } = await press()
  await execute(agency.database, ani(), proposePlan, { planId: id })
  await execute(agency.database, ani(), agreePlan, { planId: id, as: 'employee' })
  await execute(agency.database, agency.actor('supervisor', agency.boss.id), agreePlan, {
    planId: id,
    as: 'supervisor',
  })
  await press()
  const states = await agency.ask<{ state: string }>(
    sql`select state from planning.plans where employee_id = ${agency.people[0].id} order by version`,
  )
  expect(states.map(s => s.state)).toEqual(['replaced', 'agreed', 'draft'])
})

it('Nobody drafts for somebody outside the team', async () => {
  await expect(
    execute(agency.database, agency.actor('supervisor', agency.boss.id), draftWholePlan, {
      employeeId: agency.people[3].id,
    }),
  ).rejects.toMatchObject({ status: 403 })
})
