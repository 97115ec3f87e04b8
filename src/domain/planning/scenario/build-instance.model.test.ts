import fc from 'fast-check'
import { expect, it } from 'vitest'
import { priorityRules } from '../need/priority.rules.ts'
import { parseInstance } from '../selection/instance.model.ts'
import { inGroup } from '../selection/instance-index.model.ts'
import { solvePlan } from '../selection/solve.ts'
import { buildInstance, openSessions, type ScenarioInput, type ScenarioPerson } from './build-instance.model.ts'

const holding = priorityRules.on('2026-11-24')
const input = (more: Partial<ScenarioInput> = {}): ScenarioInput => ({
  asOf: '2026-11-24',
  priority: { rules: holding.body, ruleSet: holding.reference },
  title: 'Uji',
  settings: {
    year: 2027,
    lineId: null,
    budgetChangePercent: 0,
    maxDaysAway: 15,
    maxModules: 3,
    jpFloor: 20,
    jpReward: 10,
    maxShareAway: 0.2,
    minimumPerUnit: 0,
    minimumShareWomen: 0,
    seatsDefault: 30,
    locks: [],
  },
  people: [],
  modules: [
    {
      id: 'm',
      name: 'Modul',
      jp: 20,
      isGeneral: false,
      effects: [{ competencyId: 'c', from: 1, to: 3 }],
      prerequisites: [],
      costPerHead: 1_000_000,
      fixedCost: 0,
      days: 2,
    },
  ],
  sessions: [
    {
      id: 's',
      moduleId: 'm',
      mode: 'tatap_muka',
      startsOn: '2027-03-01',
      endsOn: '2027-03-02',
      seats: 10,
      seatsMinimum: 1,
      trainersNeeded: 0,
    },
  ],
  trainers: [],
  lines: [{ id: 'l', unitId: null, source: 'APBD', available: 5_000_000, mode: 'restrictive' }],
  units: [{ id: 'u', name: 'Dinas', headcount: 10 }],
  ...more,
})
const person = (id: string, current: number | null, required = 3): ScenarioPerson => ({
  id,
  name: id,
  unitId: 'u',
  sex: 'P',
  locationClass: null,
  box: null,
  isSuccessionTarget: false,
  isCriticalPost: false,
  lacksMandatoryLeadership: false,
  jpHeld: 0,
  completedModuleIds: [],
  needs: [{ competencyId: 'c', code: 'C', name: 'Kompetensi', current, required, importance: 'mutlak' }],
})
type Built = {
  employees: { id: string; needs: { values: number[]; current: number; required: number }[] }[]
  budgetLines: { amount: number }[]
  sessions: { id: string }[]
}
const instanceOf = (i: ScenarioInput) => buildInstance(i).instance as unknown as Built

it('Whatever the levels, an unknown one is listed for assessment and never becomes a gap', () => {
  const level = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), level), { selector: t => t[0], maxLength: 30 }), list => {
      const built = buildInstance(input({ people: list.map(([id, current]) => person(id, current)) }))
      const { employees } = built.instance as unknown as Built
      const unknown = list.filter(([, c]) => c === null).map(([id]) => id)
      expect(built.toAssess.map(t => t.employeeId).sort()).toEqual([...unknown].sort())
      for (const [id, current] of list) {
        const needs = employees.find(e => e.id === id)!.needs
        const isGap = current !== null && current < 3
        expect(needs).toHaveLength(isGap ? 1 : 0)
        if (isGap) expect(needs[0].values).toHaveLength(3 - current)
      }
    }),
  )
})

it('The order in which people come makes no difference to the instance', () => {
  const people = ['c', 'a', 'b'].map((id, i) => person(id, i))
  expect(instanceOf(input({ people }))).toEqual(instanceOf(input({ people: [...people].reverse() })))
})

it('What is built can be read by the optimiser', () => {
  expect(parseInstance(buildInstance(input({ people: [person('a', 1)] })).instance)).toMatchObject({ ok: true })
})

it('A class whose price is not known is left out by name; a free one is not', () => {
  const [module] = input().modules
  const of = (costPerHead: number | null) => buildInstance(input({ modules: [{ ...module, costPerHead }] }))
  expect(of(null).leftOut).toEqual([{ sessionId: 's', reason: 'cost-unknown' }])
  expect(of(0).leftOut).toEqual([])
})

it('A budget change moves every line by its percentage, and never below nothing', () => {
  const amount = (percent: number) =>
    instanceOf(input({ settings: { ...input().settings, budgetChangePercent: percent } })).budgetLines[0].amount
  expect([amount(0), amount(-10), amount(25), amount(-100)]).toEqual([5_000_000, 4_500_000, 6_250_000, 0])
})

it('A class that has begun, or is of another year, is not offered', () => {
  const [s] = input().sessions
  const on = (startsOn: string) => ({ ...s, startsOn }) as typeof s
  expect(openSessions([on('2026-11-24'), on('2026-12-01'), on('2027-01-04')], 2026, '2026-11-24')).toEqual([
    on('2026-12-01'),
  ])
})

it('Two activities of one unit and one source of money are two lines', () => {
  const [line] = input().lines
  const built = buildInstance(input({ people: [person('a', 1)], lines: [line, { ...line, id: 'l2' }] }))
  expect(parseInstance(built.instance)).toMatchObject({ ok: true })
})

it('An unknown sex or place stays unknown, and no floor or fare is told from it', () => {
  const settings = { ...input().settings, minimumShareWomen: 0.3 }
  const people = [
    { ...person('a', 1), sex: null },
    { ...person('b', 1), sex: 'L' as const, locationClass: 'luar' },
  ]
  const built = buildInstance(input({ settings, people }))
  const parsed = parseInstance(built.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
  expect(parsed.instance.employees).toMatchObject([
    { id: 'a', sex: null, locationClass: null },
    { id: 'b', sex: 'L', locationClass: 'luar' },
  ])
  expect(built.sexUnknown).toEqual(['a'])
  const [women] = parsed.instance.fairness
  for (const group of ['P', 'L']) expect(inGroup(parsed.instance.employees[0], { ...women, group })).toBe(false)
  const [session] = (built.instance as { sessions: object[] }).sessions
  const withFare = { ...built.instance, sessions: [{ ...session, travelCost: { luar: 500_000 } }] }
  expect(parseInstance(withFare)).toMatchObject({ ok: false, reasons: [expect.stringMatching(/^employees\[a\]/)] })
})

it('A prerequisite without a class this year still lets those in who hold it, and nobody else', async () => {
  const [module] = input().modules
  const people = [{ ...person('a', 1), completedModuleIds: ['dasar'] }, person('b', 1)]
  for (const known of [[{ ...module, id: 'dasar', name: 'Dasar', effects: [] }], []]) {
    const modules = [{ ...module, prerequisites: [['dasar']] }, ...known]
    const outcome = await solvePlan(buildInstance(input({ people, modules })).instance)
    if (!outcome.ok) throw new Error(outcome.reasons.join(' '))
    expect(outcome.solution.assignments).toEqual([{ employee: 'a', session: 's' }])
    expect(outcome.solution.why.out).toMatchObject([{ employee: 'b', code: 'PREREQUISITE' }])
  }
})

it('A budget line of a unit nobody in the scenario works in does not stop it', () => {
  const units = [...input().units, { id: 'v', name: 'Dinas lain', headcount: 40 }]
  const lines = [...input().lines, { ...input().lines[0], id: 'l2', unitId: 'v' }]
  const built = buildInstance(input({ people: [person('a', 1)], units, lines }))
  expect(parseInstance(built.instance)).toMatchObject({ ok: true })
})

it('A class with cost items is planned with what it costs whoever comes and what each participant costs', () => {
  const [session] = input().sessions
  const built = (cost: object) => buildInstance(input({ sessions: [{ ...session, cost } as typeof session] }))
  const [planned] = (built({ perHead: 250_000, fixed: 3_000_000 }).instance as { sessions: object[] }).sessions
  expect(planned).toMatchObject({ costPerHead: 250_000, fixedCost: 3_000_000, fixedLine: 'l' })
  expect(built({ perHead: 250_000, fixed: 3_000_000 }).itemised).toEqual(['s'])
  expect(built({ perHead: null, fixed: 0 }).leftOut).toEqual([{ sessionId: 's', reason: 'cost-unknown' }])
})
