import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CheckRule, checkSolution, type PlanToCheck } from './feasibility-checker.model.ts'
import { type PlannerInstance, parseInstance } from './instance.model.ts'

const golden = (name: string) => {
  const file = JSON.parse(readFileSync(`fixtures/planner/${name}.json`, 'utf8'))
  const parsed = parseInstance(file.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join('\n'))
  return { instance: parsed.instance, plan: file.solution as PlanToCheck, expected: file.expected }
}
type Draft = { instance: PlannerInstance; plan: { -readonly [K in keyof PlanToCheck]: PlanToCheck[K] } }
const copy = (name: string): Draft => structuredClone(golden(name))
const session = (d: Draft, id: string) => d.instance.sessions.find(s => s.id === id)!
const person = (d: Draft, id: string) => d.instance.employees.find(e => e.id === id)!
const put = (d: Draft, employee: string, s: string) => {
  d.plan.assignments = [...d.plan.assignments, { employee, session: s }]
  if (!d.plan.openSessions.some(o => o.session === s))
    d.plan.openSessions = [...d.plan.openSessions, { session: s, trainers: [] }]
}
const free = { objective: null, parts: null, bound: null }
const trained = (d: Draft, s: string, trainers: string[]) => {
  d.plan.openSessions = d.plan.openSessions.map(o => (o.session === s ? { ...o, trainers } : o))
}

/** One way to break each rule, from a plan that keeps them all. */
const breaks: Record<CheckRule, [string, (d: Draft) => void]> = {
  'unknown-id': ['g1-tiny', d => put(d, 'P9', 'SB')],
  'duplicate-pair': ['g1-tiny', d => put(d, 'P2', 'SB')],
  'duplicate-session': [
    'g1-tiny',
    d => {
      d.plan.openSessions = [...d.plan.openSessions, { session: 'SB', trainers: [] }]
    },
  ],
  'one-session-per-module': ['g5-prerequisite', d => put(d, 'P1', 'S13b')],
  'max-modules': [
    'g5-prerequisite',
    d => {
      person(d, 'P1').maxModules = 1
    },
  ],
  'days-away': [
    'g4-time',
    d => {
      person(d, 'P1').maxDaysAway = 2
    },
  ],
  'time-overlap': ['g4-time', d => put(d, 'P2', 'SC2')],
  'unit-not-eligible': [
    'g1-tiny',
    d => {
      session(d, 'SB').eligibleUnits = []
    },
  ],
  'completed-before': [
    'g1-tiny',
    d => {
      person(d, 'P2').completed = ['B']
    },
  ],
  'closes-nothing': ['g1-tiny', d => put(d, 'P2', 'SA')],
  'entry-level': ['g5-prerequisite', d => put(d, 'P2', 'S34')],
  prerequisite: ['g5-prerequisite', d => put(d, 'P2', 'S34')],
  'session-not-open': [
    'g1-tiny',
    d => {
      d.plan.openSessions = []
    },
  ],
  'seats-min': [
    'g2-class-minimum',
    d => {
      session(d, 'SB').seatsMin = 4
    },
  ],
  'seats-max': [
    'g2-class-minimum',
    d => {
      session(d, 'SB').seatsMax = 2
    },
  ],
  'trainer-number': ['g2-class-minimum', d => trained(d, 'SB', [])],
  'trainer-capability': [
    'g2-class-minimum',
    d => {
      d.instance.trainers[0]!.modules = ['A']
    },
  ],
  'trainer-unavailable': [
    'g2-class-minimum',
    d => {
      d.instance.trainers[0]!.unavailable = [{ start: '2027-03-04', end: '2027-03-10' }]
    },
  ],
  'trainer-double-booked': [
    'g8-infrastructure-15',
    d => {
      session(d, 'S-MPK1-B').periods = [{ start: '2027-03-04', end: '2027-03-08' }]
    },
  ],
  'trainer-load': [
    'g8-infrastructure-15',
    d => {
      d.instance.trainers[0]!.maxDays = 7
    },
  ],
  'no-payer': [
    'g1-tiny',
    d => {
      session(d, 'SB').perHeadPayer = 'unit:APBN'
    },
  ],
  'line-restrictive': [
    'g1-tiny',
    d => {
      d.instance.budgetLines[0]!.amount -= 1
    },
  ],
  'line-overrun': [
    'g5-prerequisite',
    d => {
      d.instance.budgetLines[0]!.amount -= 2_000_001
    },
  ],
  coverage: ['g4-time', d => put(d, 'P2', 'SB2')],
  'floor-people': [
    'g3-fairness',
    d => {
      d.instance.fairness.find(f => f.id === 'F-UB')!.min = 2
    },
  ],
  'floor-seat-share': [
    'g3-fairness',
    d => {
      d.instance.fairness.find(f => f.id === 'F-P')!.minShare = 0.7
    },
  ],
  'lock-must': [
    'g1-tiny',
    d => {
      d.instance.locks = [{ kind: 'must', employee: 'P1', session: 'SA', module: null }]
    },
  ],
  'lock-never': [
    'g1-tiny',
    d => {
      d.instance.locks = [{ kind: 'never', employee: 'P2', session: null, module: 'B' }]
    },
  ],
  objective: [
    'g1-tiny',
    d => {
      d.plan.objective = 111
    },
  ],
  'objective-parts': [
    'g1-tiny',
    d => {
      d.plan.parts = { gap: 100, jp: 10, overrun: 0, stability: 0 }
    },
  ],
  bound: [
    'g1-tiny',
    d => {
      d.plan.bound = 109
    },
  ],
}

describe('The checker of a plan', () => {
  test.each([
    'g1-tiny',
    'g2-class-minimum',
    'g3-fairness',
    'g4-time',
    'g5-prerequisite',
    'g7-replan',
    'g8-infrastructure-15',
  ])('the published plan of %s keeps every rule and is worth what is published', name => {
    const { instance, plan, expected } = golden(name)
    const check = checkSolution(instance, plan)
    expect(check.violations).toEqual([])
    expect(check.objective).toBe(expected.objective)
  })

  test.each(Object.entries(breaks))('a plan that breaks "%s" is refused by that name', (rule, [name, spoil]) => {
    const draft = copy(name)
    if (!['objective', 'bound'].includes(rule)) draft.plan = { ...draft.plan, ...free }
    expect(checkSolution(draft.instance, draft.plan).violations).toEqual([])
    spoil(draft)
    expect(checkSolution(draft.instance, draft.plan).violations.map(v => v.rule)).toContain(rule)
  })

  test('an indicative line over its amount costs points and is no violation within its limit', () => {
    const draft = copy('g5-prerequisite')
    draft.instance.budgetLines[0]!.amount -= 1_500_000
    const check = checkSolution(draft.instance, { ...draft.plan, ...free })
    expect(check.violations).toEqual([])
    expect(check.parts.overrun).toBe(-7.5)
  })

  test('a unit is looked at on every day of a class, also in the middle of another', () => {
    const draft = copy('g4-time')
    session(draft, 'SB2').periods = [{ start: '2027-02-22', end: '2027-03-02' }]
    const check = checkSolution(draft.instance, { ...draft.plan, ...free })
    expect(check.violations.map(v => `${v.rule} ${v.at}`)).toEqual(['coverage U1 2027-03-01', 'coverage U1 2027-03-02'])
  })
})
