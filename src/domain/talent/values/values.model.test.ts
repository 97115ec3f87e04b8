import { describe, expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { someTalentInputs } from '../score/score.builder.ts'
import { talentScore } from '../score/score.model.ts'
import { scoreRules } from '../score/score.rules.ts'
import type { ScoreRules } from '../score/score-rules.model.ts'
import {
  mayOpenValues,
  meanStepOf,
  type OpenedMark,
  owedValues,
  valueFigures,
  valueMessage,
  valuesRulesProblems,
} from './values.model.ts'
import { valuesRules } from './values.rules.ts'

const asOf = '2026-11-24'
const { body } = valuesRules.on(asOf)
const marks = (steps: Record<string, number[]>): OpenedMark[] =>
  Object.entries(steps).flatMap(([code, list]) =>
    list.map((step, i) => ({
      rater: 'ABCDEF'[i],
      relation: i === 0 ? ('supervisor' as const) : ('colleague' as const),
      code,
      step,
      example: 'Menjawab keluhan pada hari yang sama.',
      exampleOn: '2026-05-01',
    })),
  )
const all = (steps: number[]) => marks(Object.fromEntries(body.values.map(v => [v.code, steps])))

describe('The score', () => {
  const nilai = (value: number) => ({
    nilai: {
      records: [{ value, source: { kind: 'talent.value-result', id: 'r~1', label: 'Nilai 2026', on: '2026-10-20' } }],
    },
  })
  const scored = (rules: ScoreRules, inputs: Parameters<typeof talentScore>[0]) => {
    const score = talentScore(inputs, {
      rules,
      ruleSet: { code: 'UJI', version: '1' },
      boxes: rules.boxes ?? nineBoxRules.on(asOf).body,
      asOf,
    })
    return {
      x: score.axes.x.value.value,
      y: score.axes.y.value.value,
      box: score.box.value,
      placement: score.placement,
    }
  }

  test('No shipped rule set gives the values weight, and the part offered carries 0', () => {
    expect(body.part.weight).toBe(0)
    expect(valuesRulesProblems({ ...body, part: { ...body.part, weight: 5 } })).not.toEqual([])
    for (const set of scoreRules.sets())
      for (const version of set.versions) expect(version.body.parts.map(p => p.code)).not.toContain(body.part.code)
  })

  test('Under every shipped rule set a person scores the same whatever her values say, also when nobody rated them', () => {
    for (const set of scoreRules.sets())
      for (const { body: rules } of set.versions) {
        const without = scored(rules, someTalentInputs())
        for (const step of [1, 2.5, 4]) expect(scored(rules, someTalentInputs(nilai(step)))).toEqual(without)
        expect(scored(rules, someTalentInputs({ nilai: { records: null } }))).toEqual(without)
      }
  })

  test('An agency’s own version that gives it weight reads it, and without a rating the axis is not known', () => {
    const base = scoreRules.on(asOf, 'BKN-SIMATA').body
    const rules: ScoreRules = {
      ...base,
      parts: [
        ...base.parts.map(p => (p.code === 'predikat' ? { ...p, weight: p.weight - 10 } : p)),
        { ...body.part, weight: 10 },
      ],
    }
    const [low, high] = [1, 4].map(step => scored(rules, someTalentInputs(nilai(step))).y)
    expect(Number(high) - Number(low)).toBeCloseTo((10 * (100 - 25)) / 100, 9)
    expect(scored(rules, someTalentInputs()).y).toBeNull()
  })
})

test('A step without a dated example of its own is still owed, and an old or future day is refused', () => {
  const whole = body.values.map(v => ({
    code: v.code,
    step: 3,
    example: 'Menjawab keluhan warga pada hari yang sama.',
    exampleOn: '2026-05-01',
  }))
  expect(owedValues(body, whole, asOf)).toEqual([])
  const fields = (change: object) =>
    owedValues(body, [{ ...whole[0], ...change }, ...whole.slice(1)], asOf).map(o => o.field)
  expect(fields({ step: null })).toEqual(['step'])
  expect(fields({ example: 'baik' })).toEqual(['example'])
  for (const exampleOn of [null, '2027-01-01', '2023-01-01']) expect(fields({ exampleOn })).toEqual(['exampleOn'])
})

test('Marks open only when at least two have answered and nobody who was asked is left', () => {
  const open = (...states: Parameters<typeof mayOpenValues>[0][number]['state'][]) =>
    mayOpenValues(
      states.map(state => ({ state })),
      body,
    )
  expect(open('answered', 'answered')).toBe(true)
  expect(open('answered', 'asked')).toBe(false)
  expect(open('answered', 'declined')).toBe(false)
  expect(open('answered', 'answered', 'declined', 'proposed')).toBe(true)
})

test('The mean of steps is the mean over values of the mean over raters, and unknown while a value has no mark', () => {
  const figures = valueFigures(body, all([2, 4]), {
    asOf,
    source: { kind: 'talent.value-result', id: 'r~1', label: 'Nilai' },
    ref: what => `talent.values:r:${what}`,
  })
  expect(isKnown(figures.overall) && figures.overall.value).toBe(3)
  expect(meanStepOf(body, all([2, 4]))).toBe(3)
  expect(meanStepOf(body, marks({ loyal: [3, 3] }))).toBeNull()
})

test('The message names what is seen most and what to practise, never a number, a rater or an example', () => {
  const message = valueMessage(body, [...all([3, 3]), ...marks({ adaptif: [1, 1], loyal: [4, 4] })])
  expect(message?.strength).toContain('Loyal')
  expect(message?.practice).toContain('Adaptif')
  expect(`${message?.strength}${message?.practice}`).not.toMatch(/\d|Penilai|keluhan/)
  expect(valueMessage(body, [])).toBeNull()
})
