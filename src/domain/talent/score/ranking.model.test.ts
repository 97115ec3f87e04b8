import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelOf } from '../nine-box/nine-box.model.ts'
import { cutsByUnit, outOfReach, rankCuts, rankPercent } from './ranking.model.ts'

test('Of ten people the two lowest and the two highest stand apart at 20 and 80 percent', () => {
  const scores = [31, 42, 50, 55, 56, 60, 61, 70, 88, 93]
  const cuts = rankCuts(scores, [20, 80])
  expect(scores.map(s => levelOf(s, cuts))).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 2, 2])
})

test('People who all stand alike stand in the middle, and nobody is called high or low by chance', () => {
  const cuts = rankCuts([80, 80, 80, 80], [20, 80])
  expect(cuts).toEqual([80, outOfReach])
  expect(levelOf(80, cuts)).toBe(1)
})

test('The level by cut points is the level by rank, for everybody and whatever the ties', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: 0, max: 20 }).map(n => n * 5),
        { minLength: 2, maxLength: 40 },
      ),
      fc.integer({ min: 1, max: 49 }),
      fc.integer({ min: 50, max: 99 }),
      (scores, low, high) => {
        const cuts = rankCuts(scores, [low, high])
        for (const s of scores) {
          const percent = rankPercent(s, scores)
          expect(levelOf(s, cuts)).toBe([low, high].filter(p => percent >= p - 1e-9).length)
        }
      },
    ),
  )
})

test('A unit with too few people is ranked in the agency, and an agency with too few keeps the fixed cut points', () => {
  const ranking = { within: 'unit' as const, percents: [20, 80], leastPeople: 5 }
  const scores = new Map([
    ['large', [50, 60, 70, 80, 90]],
    ['small', [10, 20]],
  ])
  const cuts = cutsByUnit(scores, ranking, [60, 80])
  expect(cuts.of('large')).toMatchObject({ reach: 'unit', people: 5 })
  expect(cuts.of('small')).toMatchObject({ reach: 'agency', people: 7 })
  expect(cutsByUnit(new Map([['small', [10, 20]]]), ranking, [60, 80]).of('small')).toEqual({
    reach: 'fixed',
    people: 2,
    cuts: [60, 80],
  })
})
