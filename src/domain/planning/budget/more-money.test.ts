import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addedBy, amountsBeside, distanceOf, type MoneyStep } from './more-money.model.ts'

const step = (people: string[], more: Partial<MoneyStep> = {}): MoneyStep => ({
  amount: 0,
  people,
  levels: people.map(p => `${p}/c/2`),
  objective: 10,
  bound: 10,
  status: 'optimal',
  ...more,
})

it('More money is told by who comes in beside those who were in already', () => {
  expect(addedBy(step(['a', 'b']), step(['b', 'c', 'd'])).people).toEqual(['c', 'd'])
  expect(addedBy(step(['a']), step(['a'])).levels).toEqual([])
})

it('How far an answer may be from the best follows from its bound; without a bound nothing is said', () => {
  expect(distanceOf(step([], { objective: 98, bound: 100 }))).toBeCloseTo(2)
  expect(distanceOf(step([], { bound: null }))).toBeNull()
})

it('Amounts asked about rise, are whole tens of millions and never nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000_000 }), available => {
      const amounts = amountsBeside(available)
      expect(amounts.length).toBeGreaterThan(0)
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
      for (const a of amounts) expect([a > 0, a % 10_000_000]).toEqual([true, 0])
    }),
  )
})
