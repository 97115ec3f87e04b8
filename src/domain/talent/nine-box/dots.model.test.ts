import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestDots, placeInLevel } from './dots.model.ts'

test('A score on a cut-off stands at the lower edge of the upper level, and no dot leaves its cell', () => {
  expect(placeInLevel(60, [60, 80])).toBe(0.02)
  expect(placeInLevel(70, [60, 80])).toBe(0.5)
  expect(placeInLevel(79.99, [60, 80])).toBe(0.98)
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), score => {
      const at = placeInLevel(score, [60, 80])
      return at >= 0.02 && at <= 0.98
    }),
  )
})

test('Whoever is picked up is the person nearest to the pointer, the same one each time where several stand on one point', () => {
  const people = [
    { id: 'b', x: 0.5, y: 0.5 },
    { id: 'c', x: 0.9, y: 0.9 },
    { id: 'a', x: 0.5, y: 0.5 },
  ]
  expect(nearestDots(people, { x: 0.52, y: 0.5 }, 2).map(p => p.id)).toEqual(['a', 'b'])
  expect(nearestDots([...people].reverse(), { x: 0.52, y: 0.5 }, 2).map(p => p.id)).toEqual(['a', 'b'])
  expect(nearestDots(people, { x: 1, y: 1 }, 5)[0].id).toBe('c')
})
