import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareScenarios } from './compare.model.ts'
import { checkSolution } from './feasibility-checker.model.ts'
import { greedyPlan } from './greedy.model.ts'
import { parseInstance } from './instance.model.ts'
import { anInstance } from './selection.builder.ts'
import type { PlannerSolution } from './solution.model.ts'
import { solvePlan } from './solve.ts'
import { solveInWorker } from './solve-in-worker.ts'

// biome-ignore lint/suspicious/noExplicitAny: a golden file, read as it is.
type Loose = any
const golden = (name: string): Loose => JSON.parse(readFileSync(`fixtures/planner/${name}.json`, 'utf8'))
const solved = async (json: unknown, options = {}): Promise<PlannerSolution> => {
  const outcome = await solvePlan(json, options)
  if (!outcome.ok) throw new Error(outcome.reasons.join('\n'))
  return outcome.solution
}
const parsed = (json: unknown) => {
  const p = parseInstance(json)
  if (!p.ok) throw new Error(p.reasons.join('\n'))
  return p.instance
}

const names = [
  'g1-tiny',
  'g2-class-minimum',
  'g3-fairness',
  'g4-time',
  'g5-prerequisite',
  'g6-infeasible',
  'g7-replan',
  'g8-infrastructure-15',
]

describe('The published instances', () => {
  test.each(names)('%s ends as three solvers proved', async name => {
    const { instance, expected, solution } = golden(name)
    const found = await solved(instance, { marginalLines: (expected.marginal ?? []).map((m: Loose) => m.line) })
    expect(found.status).toBe(expected.status)
    if (expected.status === 'infeasible') {
      expect(found.assignments).toEqual([])
      expect(found.objective).toBeNull()
      expect(found.conflict).toEqual(expected.conflict)
      expect(found.conflictIrreducible).toBe(expected.irreducible)
      return
    }
    expect(found.objective).toBe(expected.objective)
    expect(found.bound).toBe(expected.bound)
    expect(found.gap).toBe(0)
    if (expected.compare === 'unique') expect(found.assignments).toEqual(solution.assignments)
    for (const reason of expected.outReasons ?? [])
      expect(found.why.out).toContainEqual(expect.objectContaining(reason))
    for (const m of expected.marginal ?? [])
      expect(found.marginal).toContainEqual(
        expect.objectContaining({ ...m, exact: true, gainLow: m.gain, gainHigh: m.gain }),
      )
    if (expected.fairnessCost !== undefined) expect(found.fairnessCostTotal).toBe(expected.fairnessCost)
    expect(checkSolution(parsed(instance), found).violations).toEqual([])
  })

  test('the second Rp10 million on the line of g1 buys nothing', async () => {
    const { instance } = golden('g1-tiny')
    instance.budgetLines[0].amount = 20_000_000
    const found = await solved(instance)
    expect(found.objective).toBe(180)
    expect(found.marginal[0]).toMatchObject({ gain: 0, exact: true })
  })
})

describe('Reasons', () => {
  test('a level that another module of the plan closes is told as a duplicate', async () => {
    const found = await solved(golden('g5-prerequisite').instance)
    expect(found.why.out).toContainEqual(expect.objectContaining({ employee: 'P3', module: 'K-12', code: 'DUPLICATE' }))
  })

  test('a gap that no module lifts is named, and a module without a class too', async () => {
    const { instance } = golden('g1-tiny')
    instance.employees[0].needs.push({ competency: 'MK9', current: 2, required: 3, values: [10] })
    instance.modules.push({ id: 'C', title: 'C', jp: 10, effects: [{ competency: 'MK1', from: 1, to: 2 }] })
    const found = await solved(instance)
    expect(found.why.out).toContainEqual(
      expect.objectContaining({ employee: 'P1', module: null, competency: 'MK9', code: 'NO_MODULE' }),
    )
    expect(found.why.out).toContainEqual(expect.objectContaining({ employee: 'P1', module: 'C', code: 'NO_SESSION' }))
  })

  test('a closed class without a free trainer names the class and its days', async () => {
    const { instance } = golden('g2-class-minimum')
    instance.sessions[0].seatsMin = 2
    instance.budgetLines[0].amount = 70_000_000
    const found = await solved(instance)
    const out = found.why.out.find(o => o.code === 'TRAINER')
    expect(out).toMatchObject({ start: expect.stringMatching(/^2027-03/), end: expect.stringMatching(/^2027-03/) })
  })

  test('everything that binds is listed, and what would have to change', async () => {
    const found = await solved(golden('g3-fairness').instance)
    const out = found.why.out.find(o => o.employee === 'P3')!
    expect(out.binding.map(b => b.constraint)).toEqual(['SEATS', 'BUDGET', 'FAIRNESS'])
    expect(out.wouldNeed).toContainEqual({ change: 'money', id: 'B1', by: 2_000_000 })
  })

  test('each seat says what it closes, what it costs whom, and passes the price test', async () => {
    const found = await solved(golden('g1-tiny').instance)
    expect(found.why.in[0]).toMatchObject({
      employee: 'P2',
      closes: [{ competency: 'MK2', level: 2, points: 60 }],
      cost: [{ line: 'B1', amount: 5_000_000 }],
    })
    for (const seat of found.why.in) expect(seat.price).toBeGreaterThanOrEqual(0)
  })
})

describe('No plan', () => {
  test('a lock on a seat that is not on offer names the rule that forbids it', async () => {
    const { instance } = golden('g1-tiny')
    instance.locks = [
      { kind: 'must', employee: 'P1', session: 'SA' },
      { kind: 'never', employee: 'P1', module: 'A' },
    ]
    const found = await solved(instance)
    expect(found.status).toBe('infeasible')
    expect(found.conflict).toEqual([
      { code: 'LOCK_MUST', employee: 'P1', session: 'SA' },
      { code: 'LOCK_NEVER', employee: 'P1', session: 'SA' },
    ])
  })

  test('two locks that clash are named by themselves, however large the year', async () => {
    const year = anInstance({ people: 1000, seed: 1 })
    const away = year.sessions.filter(s => s.mode === 'tatap_muka')
    const [one, other] = away.flatMap(a =>
      away.filter(b => a.module < b.module && a.periods[0]!.start === b.periods[0]!.start).map(b => [a, b] as const),
    )[0]!
    const employee = year.employees[3]!.id
    year.locks = [one, other].map(s => ({ kind: 'must', employee, session: s.id, module: null }))
    const found = await solved(year, { mode: 'interactive', seconds: 1 })
    expect(found.assignments).toEqual([])
    expect(found.status).toBe('infeasible')
    expect(found.conflict!.length).toBeLessThanOrEqual(3)
    expect(found.conflict).toEqual(
      expect.arrayContaining([
        { code: 'LOCK_MUST', employee, session: one.id },
        { code: 'LOCK_MUST', employee, session: other.id },
      ]),
    )
  })

  test('a floor that money cannot reach names floor and line', async () => {
    const { instance } = golden('g3-fairness')
    instance.fairness = [{ id: 'SEMUA', kind: 'minPeople', dimension: 'sex', group: 'P', min: 3 }]
    instance.budgetLines[0].amount = 5_000_000
    const found = await solved(instance)
    expect(found.conflict?.map(c => c.code)).toEqual(['FAIRNESS', 'BUDGET'])
  })

  test('a floor stated as a share asks for no more people than can be reached, and says so', async () => {
    const { instance } = golden('g3-fairness')
    instance.sessions[0].eligibleUnits = ['UA']
    instance.fairness = [{ id: 'UB', kind: 'minPeople', dimension: 'unit', group: 'UB', minShare: 1 }]
    const found = await solved(instance)
    expect(found.status).toBe('optimal')
    expect(found.floors).toEqual([{ id: 'UB', required: 0, reached: 0, reachable: 0 }])
  })
})

describe('A year with nothing to decide', () => {
  test.each(['employees', 'sessions'])('without %s the plan is empty, proven, and says so', async list => {
    const { instance } = golden('g1-tiny')
    instance[list] = []
    expect(await solved(instance)).toMatchObject({ status: 'optimal', objective: 0, bound: 0, assignments: [] })
  })

  test('a floor that nobody can meet is a conflict of its own', async () => {
    const { instance } = golden('g1-tiny')
    instance.employees = []
    instance.fairness = [{ id: 'F', kind: 'minPeople', dimension: 'unit', group: 'U1', min: 1 }]
    const found = await solved(instance)
    expect(found.conflict).toEqual([{ code: 'FAIRNESS', id: 'F', min: 1, reachable: 0 }])
  })
})

describe('Money', () => {
  test('is counted to the rupiah', async () => {
    const { instance } = golden('g1-tiny')
    for (const s of instance.sessions) s.costPerHead = 5_000_001
    instance.budgetLines[0].amount = 10_000_001
    expect((await solved(instance)).objective).toBe(70)
    instance.budgetLines[0].amount = 10_000_002
    expect((await solved(instance)).objective).toBe(130)
  })
})

describe('Re-planning', () => {
  test('what stays, comes and goes is told with its cause', async () => {
    const { instance } = golden('g7-replan')
    instance.stability.baseline.push({ employee: 'P9', session: 'SA' }, { employee: 'P1', session: 'LAMA' })
    const found = await solved(instance)
    expect(found.objective).toBe(72)
    expect(found.changes).toEqual([
      { employee: 'P1', session: 'LAMA', kind: 'dropped', cause: { code: 'session-gone', id: 'LAMA' } },
      { employee: 'P1', session: 'SA', kind: 'kept', cause: null },
      { employee: 'P2', session: 'SB', kind: 'kept', cause: null },
      { employee: 'P3', session: 'SB', kind: 'dropped', cause: { code: 'BUDGET', id: 'B1' } },
      { employee: 'P9', session: 'SA', kind: 'dropped', cause: { code: 'employee-gone', id: 'P9' } },
    ])
  })
})

describe('Two scenarios', () => {
  test('show who is in one and not in the other, and why', async () => {
    const { instance } = golden('g1-tiny')
    const richer = structuredClone(instance)
    richer.budgetLines[0].amount = 20_000_000
    const [a, b] = [await solved(instance), await solved(richer)]
    const side = compareScenarios(
      { instance: parsed(instance), solution: a },
      { instance: parsed(richer), solution: b },
    )
    expect(side).toMatchObject({
      difference: 70,
      isRankingProven: true,
      onlyInA: [],
      onlyInB: [{ employee: 'P1', session: 'SA', cause: 'BUDGET' }],
    })
  })

  test('are not ranked when their gaps are wider than their difference', async () => {
    const { instance } = golden('g1-tiny')
    const a = await solved(instance)
    const loose = { ...a, objective: 109, bound: 112 }
    const side = compareScenarios(
      { instance: parsed(instance), solution: a },
      { instance: parsed(instance), solution: loose },
    )
    expect(side.isRankingProven).toBe(false)
  })
})

describe('The solver on its own thread', () => {
  test('gives the same plan and tells how far it is', async () => {
    const instance = anInstance({ people: 60, seed: 5 })
    const stages: string[] = []
    const found = await solveInWorker(instance, {}, p => stages.push(p.stage))
    expect(found).toEqual(await solved(instance))
    expect(stages).toContain('search')
  })

  test('when asked to stop, hands over its best plan, checked, with a bound if it has one', async () => {
    const instance = anInstance({ people: 400, seed: 2 })
    const control = new AbortController()
    const running = solveInWorker(instance, { mode: 'interactive', seconds: 60 }, () => control.abort(), control.signal)
    const found = await running
    expect(found.stoppedBy).toBe('interrupt')
    expect(checkSolution(parsed(instance), found).violations).toEqual([])
    expect(found.assignments.length).toBeGreaterThan(0)
  })
})

describe('The plan by points per rupiah', () => {
  test.each([1, 2, 3])('keeps every rule and is never better than the proven plan (benih %i)', async seed => {
    const instance = anInstance({ people: 30, seed })
    const simple = greedyPlan(instance)!
    expect(checkSolution(instance, simple).violations).toEqual([])
    expect(simple.objective).toBeLessThanOrEqual((await solved(instance)).objective!)
  })
})

describe('A plan for hundreds of people', () => {
  test('is found class by class, keeps every rule and states how far from the best it can be', async () => {
    const instance = anInstance({ people: 320, seed: 3 })
    const found = await solved(instance, { relativeGap: 0.03 })
    expect(['dive', 'compact-mip']).toContain(found.method)
    expect(checkSolution(parsed(instance), found).violations).toEqual([])
    expect(found.gap!).toBeLessThanOrEqual(0.03)
    expect(found.objective!).toBeGreaterThan(greedyPlan(parsed(instance))!.objective)
  })
})
