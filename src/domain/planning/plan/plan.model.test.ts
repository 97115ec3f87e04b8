import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examplesOf, failedExamples } from '#platform/rules/load-rules.ts'
import { classCostPerHead } from '../cost/class-cost.model.ts'
import { stepPointsOf } from '../need/priority.model.ts'
import { priorityRules } from '../need/priority.rules.ts'
import { planningCompute } from '../planning.compute.ts'
import { learningMix, type PlannedItem, planChecks, planCost } from './plan.model.ts'
import { planRules } from './plan.rules.ts'

const asOf = '2026-11-24'
const context = { rules: planRules.on(asOf).body, ruleSet: planRules.on(asOf).reference, asOf }
const priority = { rules: priorityRules.on(asOf).body, ruleSet: priorityRules.on(asOf).reference, asOf }
const item = (changes: Partial<PlannedItem> = {}): PlannedItem => ({
  id: '1',
  title: 'Penugasan',
  shareClass: 70,
  jp: 14,
  cost: 0,
  startsOn: '2026-09-01',
  endsOn: '2026-09-20',
  state: 'planned',
  ...changes,
})

test('The worked examples in the rule files hold', () => {
  expect(failedExamples(examplesOf('planning'), planningCompute)).toEqual([])
})

test('A person whose level nobody assessed gets no points, but an assessment', () => {
  const person = { box: 9, isSuccessionTarget: true, isCriticalPost: true, lacksMandatoryLeadership: true }
  expect(
    stepPointsOf(
      { code: 'M.1', name: 'Integritas', current: null, required: 4, importance: 'mutlak' },
      person,
      priority,
    ),
  ).toEqual([])
})

test('A later step never weighs more than the first, and more importance never weighs less', () => {
  const person = fc.record({
    box: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    isSuccessionTarget: fc.boolean(),
    isCriticalPost: fc.boolean(),
    lacksMandatoryLeadership: fc.boolean(),
  })
  fc.assert(
    fc.property(person, fc.integer({ min: 0, max: 4 }), (p, current) => {
      const points = (importance: 'mutlak' | 'perlu') =>
        stepPointsOf({ code: 'M.1', name: 'x', current, required: 5, importance }, p, priority).map(s => s.points)
      const [strong, weak] = [points('mutlak'), points('perlu')]
      expect(strong).toHaveLength(5 - current)
      for (const later of strong.slice(1)) expect(later).toBeLessThanOrEqual(strong[0])
      for (const [i, value] of strong.entries()) expect(value).toBeGreaterThanOrEqual(weak[i])
    }),
  )
})

test('After 30, 60 and 90 days the plan says what should be done and is not', () => {
  const items = [
    item({ state: 'done' }),
    item({ id: '2', title: 'Coaching', endsOn: '2026-10-20' }),
    item({ id: '3', endsOn: null }),
  ]
  expect(planChecks('2026-09-01', items, context).map(c => [c.dueOn, c.isDue, c.done.value, c.late])).toEqual([
    ['2026-10-01', true, 100, []],
    ['2026-10-31', true, 50, ['Coaching']],
    ['2026-11-30', false, 50, ['Coaching']],
  ])
})

test('A plan of classes only is told that it is off 70/20/10; unknown JP leaves the mix open', () => {
  expect(learningMix([item({ shareClass: 10, jp: 30 })], context).map(m => [m.share.value, m.isOff])).toEqual([
    [0, true],
    [0, false],
    [100, true],
  ])
  expect(learningMix([item({ jp: null })], context)[0]).toMatchObject({ isOff: false, share: { value: null } })
})

test('A cost not known is not free', () => {
  expect(planCost([item({ cost: 0 }), item({ cost: 1_500_000 })], { asOf }).value).toBe(1_500_000)
  expect(planCost([item({ cost: 1_500_000 }), item({ cost: null, title: 'PKA' })], { asOf })).toMatchObject({
    value: null,
    state: 'partial',
    needs: [{ what: 'biaya PKA' }],
  })
})

test('The fixed cost of a class is shared by those who come', () => {
  const inputs = {
    people: 20,
    teachingHours: 10,
    days: 2,
    nights: 1,
    trainerPerHour: 900_000,
    committee: 1_000_000,
    venue: 0,
    documentation: 0,
    mealsPerDay: 100_000,
    lodgingPerNight: 400_000,
    stationery: 50_000,
    travel: 0,
  }
  expect(classCostPerHead(inputs, { asOf }).value).toBe(500_000 + 200_000 + 400_000 + 50_000)
  expect(classCostPerHead({ ...inputs, travel: null }, { asOf }).value).toBeNull()
})
