import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sharesFor } from './budget-outlook.ts'
import { amountsToAsk, buyMore } from './buy-more.model.ts'

const earlier = (activity: string, source: string, share: number) => ({ activity, source, year: 2025, share })

it('A line is judged by lines called alike when there are three of them, else by its source, else by all', () => {
  const all = [earlier('A', 'PAD', 0.9), earlier('A', 'PAD', 0.8), earlier('A', 'PAD', 0.7), earlier('B', 'DAU', 0.5)]
  expect(sharesFor({ activity: 'A', source: 'DAU' }, all)).toEqual([0.9, 0.8, 0.7])
  expect(sharesFor({ activity: 'C', source: 'PAD' }, all)).toEqual([0.9, 0.8, 0.7])
  expect(sharesFor({ activity: 'C', source: 'DAU' }, all)).toHaveLength(4)
})
it('More money pays the most urgent need that still fits, and never more than it is', () => {
  const needs = [
    { id: 'a', employeeId: 'x', cost: 30 },
    { id: 'b', employeeId: 'y', cost: 50 },
    { id: 'c', employeeId: 'x', cost: 10 },
  ]
  expect(buyMore(needs, [40])[0]).toEqual({ amount: 40, needIds: ['a', 'c'], employeeIds: ['x'] })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 })), fc.integer({ min: 0, max: 500 }), (costs, amount) => {
      const list = costs.map((cost, i) => ({ id: String(i), employeeId: String(i % 3), cost }))
      const [{ needIds }] = buyMore(list, [amount])
      expect(needIds.reduce((sum, id) => sum + list[Number(id)].cost, 0)).toBeLessThanOrEqual(amount)
      expect(buyMore(list, [costs.reduce((a, b) => a + b, 0)])[0].needIds).toHaveLength(list.length)
    }),
  )
})
it('Nothing open asks for nothing', () => {
  expect(amountsToAsk(0)).toEqual([])
  expect(amountsToAsk(95_000_000)).toEqual([30_000_000, 50_000_000, 100_000_000])
})
