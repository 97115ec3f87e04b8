import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yearEndForecast } from './year-end-forecast.ts'

it('Worked by hand: 60 spent of 100 committed, earlier years finished 80, 90 and 85 percent', () => {
  const { value, interval, outstanding } = yearEndForecast({ realised: 60, committed: 100, shares: [0.8, 0.9, 0.85] })
  expect(outstanding).toBe(40)
  expect(value).toBeCloseTo(94, 10)
  // t(0.975, 2) = 4.302653; sd 0.05; half = 4.302653 · 0.05 · √(4/3) = 0.248413
  expect(interval![0]).toBeCloseTo(60 + 40 * 0.601587, 4)
  expect(interval![1]).toBe(100)
})
it('With fewer than three earlier lines only the bounds are said', () => {
  expect(yearEndForecast({ realised: 60, committed: 100, shares: [0.9, 1] })).toMatchObject({
    status: 'sebagian',
    value: null,
    interval: [60, 100],
  })
})
it('What nobody reported is not zero: then nothing is forecast', () => {
  expect(yearEndForecast({ realised: null, committed: 100, shares: [0.8, 0.9, 0.85] })).toMatchObject({
    status: 'belumDapatDisimpulkan',
    value: null,
  })
})
it('The forecast lies in its interval, and the interval between what is spent and what is committed', () => {
  const money = fc.integer({ min: 0, max: 1e9 })
  fc.assert(
    fc.property(
      money,
      money,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 }),
      (realised, committed, shares) => {
        const { value, interval } = yearEndForecast({ realised, committed, shares })
        expect(interval![0]).toBeGreaterThanOrEqual(realised)
        expect(interval![1]).toBeLessThanOrEqual(Math.max(realised, committed) + 1e-6)
        expect(value!).toBeGreaterThanOrEqual(interval![0] - 1e-6)
        expect(value!).toBeLessThanOrEqual(interval![1] + 1e-6)
      },
    ),
  )
})
