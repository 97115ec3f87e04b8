import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { checkSolution } from '../selection/feasibility-checker.model.ts'
import { parseInstance } from '../selection/instance.model.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { adoptScenario } from './adopt-scenario.ts'
import { composeScenario } from './compose-scenario.ts'
import { lockSeat } from './lock-seat.ts'
import { findScenario, type Scenario } from './scenario.store.ts'
import { solveScenario } from './solve-scenario.ts'

let agency: PlanningAgency
let scenario: Scenario
const hr = () => agency.actor('hr_officer')

const solve = (scenarioId: string, workId: string) =>
  solveScenario({
    database: agency.database,
    actor: { ...agency.actor('system'), accountId: null, name: 'Sistem' },
    workId,
    input: { scenarioId },
    progress: async () => {},
    isStopping: () => false,
  })

beforeAll(async () => {
  agency = await aPlanningAgency()
  const { id, workId } = await execute(agency.database, hr(), composeScenario, { name: 'Rencana 2027', year: 2027 })
  await solve(id, workId)
  scenario = (await agency.database.as(hr(), db => findScenario(db, id)))!
})
afterAll(() => agency.close())

it('A person kept out with a reason gets no seat after the next search, and is let in again when the demand is let go', async () => {
  const { id, workId } = await execute(agency.database, hr(), composeScenario, {
    name: 'Dengan permintaan',
    year: 2027,
  })
  await solve(id, workId)
  const read = async () => (await agency.database.as(hr(), db => findScenario(db, id)))!
  const seated = (s: Scenario) => (s.solution as unknown as PlannerSolution).assignments.map(a => a.employee)
  const employeeId = agency.people[0].id
  const moduleId = (await agency.ask<{ id: string }>(sql`select id from planning.modules where code = 'KONTRAK'`))[0].id
  const demand = async (kind: 'must' | 'never' | 'free') => {
    const input = { scenarioId: id, employeeId, moduleId, demand: kind, reason: 'Sedang cuti pada tanggal kelas itu.' }
    const asked = await execute(agency.database, hr(), lockSeat, input)
    expect(await read()).toMatchObject({ state: 'waiting', solution: null })
    await solve(id, asked.workId)
    return read()
  }
  const without = await demand('never')
  expect(seated(without)).toEqual([agency.people[1].id])
  expect(without.settings.rules.locks).toEqual([
    { kind: 'never', employee: employeeId, module: moduleId, reason: 'Sedang cuti pada tanggal kelas itu.' },
  ])
  expect(seated(await demand('must'))).toContain(employeeId)
  const free = await demand('free')
  expect(seated(free).sort()).toEqual([agency.people[0].id, agency.people[1].id].sort())
  expect(free.settings.rules.locks).toEqual([])
  await expect(
    execute(agency.database, hr(), lockSeat, {
      scenarioId: id,
      employeeId: agency.boss.id,
      moduleId,
      demand: 'must',
      reason: 'Bukan orang dalam skenario ini.',
    }),
  ).rejects.toMatchObject({ code: 'planning.scenario.not-inside' })
})

it('What is stored passes the checker that shares nothing with the search, and its bound holds', () => {
  const parsed = parseInstance(scenario.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
  const solution = scenario.solution as unknown as PlannerSolution
  expect(solution.status).toBe('optimal')
  expect(checkSolution(parsed.instance, { ...solution, objective: solution.objective! }).violations).toEqual([])
  // Two people lack two levels each and Rp8 million pays both.
  expect(solution.assignments.map(a => a.employee).sort()).toEqual([agency.people[0].id, agency.people[1].id].sort())
  expect(solution.lines).toEqual([expect.objectContaining({ line: agency.line.id, used: 8_000_000 })])
})

it('The line that pays says exactly what Rp10 million more would buy', () => {
  const solution = scenario.solution as unknown as PlannerSolution
  expect(solution.marginal).toEqual([expect.objectContaining({ line: agency.line.id, exact: true, gain: 0 })])
})

it('An unknown level is no gap: the person is listed for assessment and gets no seat', () => {
  const remarks = (scenario.settings as unknown as { remarks: { toAssess: { employeeId: string }[] } }).remarks
  const unknown = agency.people[2]
  expect(remarks.toAssess.map(t => t.employeeId)).toEqual([unknown.id])
  const instance = scenario.instance as unknown as { employees: { id: string; needs: unknown[] }[] }
  expect(instance.employees.find(e => e.id === unknown.id)?.needs).toEqual([])
})

it('A plan adopted becomes a proposal to each person, who is told; a scenario is adopted once', async () => {
  const input = { scenarioId: scenario.id, approver: 'Kepala BKPSDM' }
  expect(await execute(agency.database, hr(), adoptScenario, input)).toEqual({ people: 2, seats: 2 })
  expect(
    await agency.ask(
      sql`select p.state, i.title, i.cost, i.from_level, i.to_level from planning.plans p join planning.plan_items i on i.plan_id = p.id order by p.employee_id`,
    ),
  ).toEqual(
    [1, 2].map(() => ({
      state: 'proposed',
      title: 'Pengelolaan Kontrak Konstruksi',
      cost: 4_000_000,
      from_level: 1,
      to_level: 3,
    })),
  )
  expect(await agency.sow('select employee_id from platform.notices where agency_id = $1', [agency.id])).toHaveLength(2)
  await expect(execute(agency.database, hr(), adoptScenario, input)).rejects.toMatchObject({
    code: 'planning.scenario.adopted',
  })
})

it('A frozen scenario takes no further demand', async () => {
  const { employee, session } = (scenario.solution as unknown as PlannerSolution).assignments[0]
  const [{ id: moduleId }] = await agency.ask<{ id: string }>(
    sql`select module_id as id from planning.sessions where id = ${session}`,
  )
  const input = {
    scenarioId: scenario.id,
    employeeId: employee,
    moduleId,
    demand: 'never',
    reason: 'Terlambat diminta.',
  }
  await expect(execute(agency.database, hr(), lockSeat, input)).rejects.toMatchObject({
    code: 'planning.scenario.adopted',
  })
})

it('What has its answer keeps it, whoever asks the worker again', async () => {
  const again = await solve(scenario.id, scenario.id)
  expect(again).toEqual({ status: 'kept' })
  expect(await agency.ask(sql`select state from planning.scenarios where id = ${scenario.id}`)).toEqual([
    { state: 'adopted' },
  ])
})

it('A programme whose participants get no seat is said so and freezes nothing; who left it is not asked about', async () => {
  const [programme] = await agency.rows('planning.programmes', [
    { code: 'P-1', name: 'Program', purpose: 'Uji', starts_on: '2026-01-05', ends_on: '2027-12-17', state: 'running' },
  ])
  await agency.sow(
    "insert into planning.programme_people (agency_id, programme_id, employee_id, is_chosen, left_on) values ($1, $2, $3, true, '2026-07-15'), ($1, $2, $4, true, null)",
    [agency.id, programme.id, agency.people[0].id, agency.people[2].id],
  )
  const { id, workId } = await execute(agency.database, hr(), composeScenario, {
    name: 'Peserta program',
    year: 2027,
    programmeId: programme.id,
  })
  await solve(id, workId)
  const { instance, solution } = (await agency.database.as(hr(), db => findScenario(db, id)))!
  expect((instance as { employees: { id: string }[] }).employees.map(e => e.id)).toEqual([agency.people[2].id])
  expect(solution).toMatchObject({ status: 'optimal', assignments: [] })
  await expect(
    execute(agency.database, hr(), adoptScenario, { scenarioId: id, approver: 'Kepala' }),
  ).rejects.toMatchObject({ code: 'planning.scenario.no-seat' })
  expect(await agency.ask(sql`select state, adopted_by from planning.scenarios where id = ${id}`)).toEqual([
    { state: 'solved', adopted_by: null },
  ])
})

it('A scenario for a year without budget is refused, and one nobody solved cannot be adopted', async () => {
  await expect(
    execute(agency.database, hr(), composeScenario, { name: 'Tanpa pagu', year: 2030 }),
  ).rejects.toMatchObject({ code: 'planning.scenario.no-budget' })
  const { id } = await execute(agency.database, hr(), composeScenario, { name: 'Belum dihitung', year: 2027 })
  await expect(
    execute(agency.database, hr(), adoptScenario, { scenarioId: id, approver: 'Kepala' }),
  ).rejects.toMatchObject({ code: 'planning.scenario.not-solved' })
  await expect(
    execute(agency.database, hr(), adoptScenario, { scenarioId: randomUUID(), approver: 'Kepala' }),
  ).rejects.toMatchObject({ code: 'planning.scenario.not-found' })
})
