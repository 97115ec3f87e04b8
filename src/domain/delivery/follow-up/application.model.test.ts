import { expect, test } from 'vitest'
import { type AgreedBehaviour, applicationFigure, followUpDates } from './application.model.ts'
import { followUpRules } from './follow-up.rules.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = followUpRules.on(asOf)
const context = { rules, ruleSet, asOf, programme: 'Program A' }

const behaviour = (
  i: number,
  verdicts: ['ya' | 'belum' | null, 'ya' | 'belum' | null],
  agreedOn = '2026-01-10',
): AgreedBehaviour => ({
  behaviourId: 'b',
  employeeId: String(i),
  agreedOn,
  trainingEndedOn: '2026-02-01',
  answers: verdicts.map((verdict, k) => ({ rater: rules.raters[k], day: 90, value: null, verdict })),
})
const many = (n: number, verdicts: ['ya' | 'belum' | null, 'ya' | 'belum' | null], from = 0) =>
  Array.from({ length: n }, (_, i) => behaviour(from + i, verdicts))

test('With 28 of 40 answered the bounds are the headline (published figures)', () => {
  const { rate, detail } = applicationFigure(
    [...many(21, ['ya', 'ya']), ...many(7, ['belum', 'belum'], 21), ...many(12, [null, null], 28)],
    90,
    context,
  )
  expect([rate.state, rate.value]).toEqual(['partial', null])
  expect(rate.bounds?.[0]).toBeCloseTo(0.525, 9)
  expect(rate.bounds?.[1]).toBeCloseTo(0.825, 9)
  expect(detail.rate).toBe(0.75)
})

test('What was agreed only after the training does not count, and one rater is not enough', () => {
  const late = Array.from({ length: 10 }, (_, i) => behaviour(i, ['ya', 'ya'], '2026-03-01'))
  expect(applicationFigure(late, 90, context).detail.agreed).toBe(0)
  expect(applicationFigure(many(10, ['ya', null]), 90, context).rate.state).toBe('inconclusive')
})

test('Fewer than five answers are not shown', () => {
  expect(applicationFigure(many(4, ['ya', 'ya']), 90, context).rate).toMatchObject({ state: 'withheld', value: null })
})

test('A value of 3 or 4 of a rater is a yes, 1 or 2 not yet', () => {
  const rated = (value: number) =>
    many(6, [null, null]).map(b => ({ ...b, answers: b.answers.map(a => ({ ...a, value })) }))
  expect(applicationFigure(rated(3), 90, context).rate.value).toBe(1)
  expect(applicationFigure(rated(2), 90, context).rate.value).toBe(0)
})

test('Follow-up falls 30, 60, 90 and 180 days after the end', () => {
  expect(followUpDates('2026-09-01', rules, asOf).map(d => [d.dueOn, d.isDue])).toEqual([
    ['2026-10-01', true],
    ['2026-10-31', true],
    ['2026-11-30', false],
    ['2027-02-28', false],
  ])
})
