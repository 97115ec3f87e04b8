import { expect, test } from 'vitest'
import { dimensionScore, ruleScore } from './data-quality.model.ts'

const context = { asOf: '2026-11-24', ruleSet: { code: 'MUTU-DATA', version: '2026-1' }, ref: null }

test('A dimension is the share of looked-at records without a defect, over all its rules', () => {
  const score = dimensionScore(
    'Kelengkapan',
    [
      { code: 'a', title: 'A', examined: 10, defects: ['1', '2'] },
      { code: 'b', title: 'B', examined: 30, defects: [] },
    ],
    context,
  )
  expect(score.value).toBe(95)
})

test('Mending a defect raises the score, and where nothing was looked at there is no score', () => {
  const before = ruleScore({ code: 'a', title: 'A' }, 4, ['1'], context)
  const after = ruleScore({ code: 'a', title: 'A' }, 4, [], context)
  expect([before.value, after.value]).toEqual([75, 100])
  expect(ruleScore({ code: 'a', title: 'A' }, 0, [], context).state).toBe('not-applicable')
})
