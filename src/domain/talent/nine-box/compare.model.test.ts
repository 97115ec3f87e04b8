import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrowOf, directionOf } from './compare.model.ts'
import { nineBoxRules } from './nine-box.rules.ts'

const rules = nineBoxRules.on('2026-11-24').body
const box = fc.integer({ min: 1, max: 9 })

test('Whoever rose in one cycle fell when the cycles change places, and nobody moved who stands in the same box', () => {
  const opposite = { up: 'down', down: 'up', across: 'across', same: 'same', in: 'out', out: 'in', off: 'off' }
  fc.assert(
    fc.property(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 9 }), (a, b) => {
      expect(directionOf(b, a, rules)).toBe(opposite[directionOf(a, b, rules)])
    }),
  )
  fc.assert(fc.property(box, b => directionOf(b, b, rules) === 'same'))
})

test('A box with a higher number is no rise when one axis fell', () => {
  // Box 4 is high performance with low potential, box 5 the middle of both.
  expect(directionOf(4, 5, rules)).toBe('across')
  expect(arrowOf(4, 5, rules)).toBe('↘')
  expect(directionOf(1, 9, rules)).toBe('up')
  expect(arrowOf(1, 9, rules)).toBe('↗')
})

test('A person who waits, or is out of scope, did not fall: she is not on the map', () => {
  expect(directionOf(9, 0, rules)).toBe('out')
  expect(directionOf(0, 1, rules)).toBe('in')
  expect(directionOf(0, -1, rules)).toBe('off')
})
