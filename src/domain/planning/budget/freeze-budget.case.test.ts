import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform/access/actor.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { findBudgetLine } from './budget.store.ts'
import { forecastFigure, listCompletion, threeYears } from './budget-outlook.ts'
import { proposalDocument } from './budget-proposal.document.ts'
import { gatherProposal } from './budget-proposal.ts'
import { changeBudgetLine } from './change-budget-line.ts'
import { decideBudget, freezeBudget, reopenBudget } from './freeze-budget.ts'
import { registerBudgetLines } from './register-budget-lines.ts'
import { transferBudget } from './transfer-budget.ts'

let agency: PlanningAgency
const hr = () => agency.actor('hr_officer')
const act = <I, R>(actor: Actor, uc: UseCase<I, R>, input: unknown) => execute(agency.database, actor, uc, input)
const line = { activity: 'Pelatihan teknis', source: 'APBD', year: 2027, amount: 8_000_000, mode: 'restrictive' }
beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())

it('A frozen year keeps its ceilings; what is committed and spent is still reported', async () => {
  const officer = hr()
  await act(officer, freezeBudget, { year: 2027 })
  const change = (more: object) =>
    act(hr(), changeBudgetLine, { lineId: agency.line.id, ...line, reason: 'Laporan bulan November.', ...more })
  await expect(change({ amount: 9_000_000 })).rejects.toMatchObject({ code: 'planning.budget.frozen' })
  await change({ committed: 5_000_000, realised: 3_000_000 })
  await expect(act(hr(), changeBudgetLine, { ...line, activity: 'Baru' })).rejects.toMatchObject({
    code: 'planning.budget.frozen',
  })
  await expect(act(hr(), registerBudgetLines, { lines: [{ ...line, amount: 1 }] })).rejects.toMatchObject({
    code: 'planning.budget.frozen',
  })
  await act(hr(), registerBudgetLines, { lines: [{ ...line, committed: 6_000_000, realised: 3_000_000 }] })
  await expect(act(officer, decideBudget, { year: 2027, decision: 'approve' })).rejects.toMatchObject({
    code: 'planning.budget.second-person',
  })
})

it('A second person approves; opened again with a reason, it may be changed and frozen as the next version', async () => {
  await act(agency.actor('leader'), decideBudget, { year: 2027, decision: 'approve' })
  await expect(act(hr(), freezeBudget, { year: 2027 })).rejects.toMatchObject({
    code: 'planning.budget.already-frozen',
  })
  await expect(act(hr(), reopenBudget, { year: 2027, reason: 'x' })).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  })
  await act(hr(), reopenBudget, { year: 2027, reason: 'Perubahan APBD memindahkan pagu.' })
  const { id } = await act(hr(), changeBudgetLine, { ...line, activity: 'Coaching', amount: 1_000_000 })
  await act(hr(), transferBudget, {
    fromId: agency.line.id,
    toId: id,
    amount: 1_000_000,
    reason: 'Coaching diperluas.',
  })
  expect(await act(hr(), freezeBudget, { year: 2027 })).toMatchObject({ version: 2 })
  await expect(
    act(hr(), transferBudget, { fromId: agency.line.id, toId: id, amount: 1, reason: 'Sekali lagi digeser.' }),
  ).rejects.toMatchObject({ code: 'planning.budget.frozen' })
  await expect(act(agency.actor('leader'), decideBudget, { year: 2027, decision: 'return' })).rejects.toMatchObject({
    code: 'planning.budget.reason-missing',
  })
})

it('A line without earlier years has only bounds; with them, a forecast with its interval', async () => {
  const ask = () =>
    agency.database.as(hr(), async db =>
      forecastFigure((await findBudgetLine(db, agency.line.id))!, await listCompletion(db, 2027), db.on),
    )
  expect(await ask()).toMatchObject({ state: 'partial', bounds: [3_000_000, 6_000_000] })
  await act(hr(), registerBudgetLines, {
    lines: [2024, 2025, 2026].map((year, i) => ({ ...line, year, committed: 100, realised: 80 + 5 * i })),
  })
  const known = await ask()
  expect(known.value).toBeCloseTo(3_000_000 + 3_000_000 * 0.85)
  expect(known.interval?.level).toBe(0.95)
})

it('A year without lines has no ceiling yet, which is not zero; a proposal without needs says so', async () => {
  const years = await agency.database.as(hr(), db => threeYears(db, 2027))
  expect(years.map(y => y.ceiling.value)).toEqual([8_000_000 + 1_000_000, null, null])
  const proposal = await agency.database.as(hr(), db => gatherProposal(db, 2027))
  expect(proposal.documents).toEqual([])
  const paper = proposalDocument(proposal, { agency: 'Uji', on: agency.actor('hr_officer').on, by: 'Uji' })
  expect(JSON.stringify(paper)).toContain('Belum ada RPK atau HCDP untuk tahun ini')
})
