import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { changeBudgetLine } from './change-budget-line.ts'
import { transferBudget } from './transfer-budget.ts'

let agency: PlanningAgency
let other: string
const hr = () => agency.actor('hr_officer')
const line = { activity: 'Coaching', source: 'APBD', year: 2027, amount: 3_000_000, mode: 'restrictive' }
const change = (more: object) => execute(agency.database, hr(), changeBudgetLine, { ...line, ...more })
const transfer = (more: object) =>
  execute(agency.database, hr(), transferBudget, {
    fromId: agency.line.id,
    toId: other,
    amount: 1_000_000,
    reason: 'Coaching diperluas ke kecamatan.',
    ...more,
  })
const amounts = () =>
  agency.ask<{ amount: number }>(sql`select amount from planning.budget_lines where year = 2027 order by activity`)

beforeAll(async () => {
  agency = await aPlanningAgency()
  other = (await change({})).id
})
afterAll(() => agency.close())

it('A transfer moves money between two lines, keeps the sum, and the trail holds both sides with the reason', async () => {
  await transfer({})
  expect((await amounts()).map(a => a.amount)).toEqual([4_000_000, 7_000_000])
  const [entry] = await agency.sow(
    "select reason, detail from platform.audit_entries where agency_id = $1 and action = 'transfer-budget'",
    [agency.id],
  )
  expect(entry).toMatchObject({
    reason: 'Coaching diperluas ke kecamatan.',
    detail: { from: { before: 8_000_000, after: 7_000_000 }, into: { before: 3_000_000, after: 4_000_000 } },
  })
})

it('What is committed does not move', async () => {
  await change({ lineId: other, amount: 4_000_000, committed: 3_500_000, reason: 'Kontrak coaching ditandatangani.' })
  await expect(transfer({ fromId: other, toId: agency.line.id })).rejects.toMatchObject({
    code: 'planning.budget.not-enough',
    message: expect.stringContaining('Rp500.000'),
  })
})

it('A transfer to itself, to another year, or without a reason is refused', async () => {
  await expect(transfer({ toId: agency.line.id })).rejects.toMatchObject({ code: 'planning.budget.same-line' })
  const { id } = await change({ year: 2028 })
  await expect(transfer({ toId: id })).rejects.toMatchObject({ code: 'planning.budget.other-year' })
  await expect(transfer({ reason: 'x' })).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
})

it('A change of a line says why; a twin and a commitment above the line are refused', async () => {
  await expect(change({ lineId: other })).rejects.toMatchObject({ code: 'planning.budget.reason-missing' })
  await expect(change({})).rejects.toMatchObject({ code: 'planning.budget.twin' })
  await expect(change({ activity: 'Baru', committed: 4_000_000 })).rejects.toMatchObject({
    fields: { committed: expect.any(String) },
  })
})

it('A realisation nobody reported stays unknown', async () => {
  const [row] = await agency.ask<{ realised: number | null }>(
    sql`select realised from planning.budget_lines where id = ${other}`,
  )
  expect(row.realised).toBeNull()
})
