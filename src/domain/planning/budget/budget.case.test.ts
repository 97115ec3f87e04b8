import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { budgetFigures } from './budget.store.ts'
import { registerBudgetLines } from './register-budget-lines.ts'

let agency: PlanningAgency
const hr = () => agency.actor('hr_officer')
const figures = (year: number) => agency.database.as(hr(), db => budgetFigures(db, year))
beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())

it('A line nobody reported is left out by name, and the sum says at least; it is never zero', async () => {
  await execute(agency.database, hr(), registerBudgetLines, {
    lines: [
      { activity: 'Kepemimpinan', source: 'APBD', year: 2026, amount: 100, realised: 40 },
      { activity: 'Teknis', source: 'APBD', year: 2026, amount: 100 },
    ],
  })
  const { realised, amount, lines } = await figures(2026)
  expect(amount.value).toBe(200)
  expect(realised.value).toBe(40)
  expect(realised.limits.join(' ')).toContain('1 baris belum melaporkan')
  expect(realised.needs.map(n => n.what).join(' ')).toContain('Teknis')
  expect(lines.find(l => l.activity === 'Teknis')?.realised).toBeNull()
})

it('When no line reported, the realisation is unknown', async () => {
  const { realised, absorption } = await figures(2027)
  expect(realised.value).toBeNull()
  expect(absorption.value).toBeNull()
})

it('The same lines brought twice are the same lines', async () => {
  const lines = [{ activity: 'Kepemimpinan', source: 'APBD', year: 2026, amount: 100, realised: 40 }]
  await execute(agency.database, hr(), registerBudgetLines, { lines })
  expect((await figures(2026)).lines).toHaveLength(2)
})
