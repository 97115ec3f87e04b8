import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { coverageFigure, keepForecasts, listKeptForecasts } from './kept-forecast.ts'
import { registerBudgetLines } from './register-budget-lines.ts'

let agency: PlanningAgency
const hr = (on?: string) => ({ ...agency.actor('hr_officer'), ...(on ? { on: on as '2025-01-01' } : {}) })
const line = { activity: 'Pelatihan teknis', source: 'APBD', mode: 'restrictive' as const, amount: 200 }
beforeAll(async () => {
  agency = await aPlanningAgency()
  await execute(agency.database, hr('2025-01-10'), registerBudgetLines, {
    lines: [2022, 2023, 2024].map((year, i) => ({ ...line, year, committed: 100, realised: 80 + 5 * i })),
  })
  await execute(agency.database, hr('2025-06-10'), registerBudgetLines, {
    lines: [{ ...line, year: 2025, committed: 100, realised: 20 }],
  })
})
afterAll(() => agency.close())

const kept = (on: string) => agency.database.as(hr(on), db => listKeptForecasts(db))

it('A forecast is kept once a month and stays as it was said, whatever is reported later', async () => {
  expect(await execute(agency.database, hr('2025-06-10'), keepForecasts, {})).toEqual({ kept: 1 })
  expect(await execute(agency.database, hr('2025-06-20'), keepForecasts, {})).toEqual({ kept: 0 })
  const [said] = await kept('2025-06-20')
  expect(said.value).toBe(20 + 80 * 0.85)
  await execute(agency.database, hr('2025-07-01'), registerBudgetLines, {
    lines: [{ ...line, year: 2025, committed: 100, realised: 60 }],
  })
  expect((await kept('2025-07-01'))[0]).toEqual(said)
  expect(await execute(agency.database, hr('2025-07-01'), keepForecasts, {})).toEqual({ kept: 1 })
})

it('How good forecasts were is said only of years that are over and reported', async () => {
  expect(coverageFigure(await kept('2025-12-31'), '2025-12-31').state).toBe('not-applicable')
  await execute(agency.database, hr('2026-01-10'), registerBudgetLines, {
    lines: [{ ...line, year: 2025, committed: 100, realised: 88 }],
  })
  expect(coverageFigure(await kept('2026-01-10'), '2026-01-10').value).toBe(100)
  await execute(agency.database, hr('2026-01-11'), registerBudgetLines, {
    lines: [{ ...line, year: 2025, committed: 100, realised: 10 }],
  })
  expect(coverageFigure(await kept('2026-01-11'), '2026-01-11').value).toBe(0)
})
