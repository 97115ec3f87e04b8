import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import { scoreRules } from '../score/score.rules.ts'
import { boxChance, chanceOf, robustnessOf, semOfAxis } from './box-sureness.model.ts'
import { surenessRules } from './box-sureness.rules.ts'
import { boxNumberFor } from './nine-box.model.ts'
import { nineBoxRules } from './nine-box.rules.ts'

const asOf = '2026-11-24'
const { body: errors, reference } = surenessRules.on(asOf)
const { body: rules } = scoreRules.on(asOf, 'BKN-SIMATA')
const boxes = nineBoxRules.on(asOf).body
const score = fc.integer({ min: 0, max: 1000 }).map(n => n / 10)
const figure = (value: number | null, parts: number[] = []): Figure<number> => ({
  ...record<number>({ label: 'nilai', unit: 'score', asOf, value: value ?? 0 }),
  ...(value === null ? { state: 'unknown' as const, value: null } : {}),
  parts: parts.map(v => record<number>({ label: 'bagian', unit: 'score', asOf, value: v })),
})
const context = { asOf, ruleSet: reference, ref: (what: string) => `x:${what}` }

test('The box that is named is the box of the scores, whatever the numbering, and its chances add up to one', () => {
  fc.assert(
    fc.property(score, score, (x, y) => {
      const chance = boxChance({ x, y }, rules, boxes, errors)
      expect(chance.assigned).toBe(boxNumberFor({ x, y }, rules.axes, boxes))
      expect(Object.values(chance.boxProb ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    }),
  )
})

test('A part whose error nobody has given makes the chance unknown, never sure', () => {
  const { jpm: _, ...sem } = errors.sem
  const less = { ...errors, sem }
  expect(semOfAxis(rules, 'x', less)).toEqual({ sem: null, missing: ['Penilaian kompetensi (JPM)'] })
  const chance = chanceOf({ x: figure(70), y: figure(90) }, rules, boxes, less, context)
  expect(chance).toMatchObject({ isNear: false, neighbour: null, figure: { state: 'inconclusive', value: null } })
})

test('Nobody is unsure by missing data', () => {
  expect(chanceOf({ x: figure(null), y: figure(70) }, rules, boxes, errors, context)).toBeNull()
  expect(robustnessOf({ x: figure(null), y: figure(70) }, rules, errors, context)).toBeNull()
})

test('Equal marks in every part stay in their box under all weights; the same person gets the same digits again', () => {
  const of = (axis: 'x' | 'y', v: number) =>
    figure(
      v,
      rules.parts.filter(p => p.axis === axis).map(() => v),
    )
  const one = robustnessOf({ x: of('x', 70), y: of('y', 85) }, rules, errors, context)
  expect(one?.value).toBe(1)
  expect(robustnessOf({ x: of('x', 70), y: of('y', 85) }, rules, errors, context)).toEqual(one)
})
