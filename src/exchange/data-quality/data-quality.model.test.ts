import { expect, test } from 'vitest'
import { dimensionScore, ruleScore } from './data-quality.model.ts'

const context = { asOf: '2026-11-24', ruleSet: { code: 'MUTU-DATA', version: '2026-1' }, ref: null }

const at = (rule: string, ...records: number[]) => records.map((n, i) => ({ rule, unit_id: `unit-${i}`, records: n }))

test('A dimension is the share of looked-at records without a defect, over all its rules', () => {
  const score = dimensionScore(
    'Kelengkapan',
    [
      { code: 'a', title: 'A', examined: at('a', 4, 6), defects: ['1', '2'] },
      { code: 'b', title: 'B', examined: at('b', 30), defects: [] },
    ],
    context,
  )
  expect(score.value).toBe(95)
  // Each unit's share of the records is a leaf that opens.
  expect(score.parts[1].parts[0].parts.map(leaf => leaf.sources[0].id)).toEqual(['unit-0', 'unit-1'])
})

test('Mending a defect raises the score, and where nothing was looked at there is no score', () => {
  const before = ruleScore({ code: 'a', title: 'A' }, at('a', 4), ['1'], context)
  const after = ruleScore({ code: 'a', title: 'A' }, at('a', 4), [], context)
  expect([before.value, after.value]).toEqual([75, 100])
  expect(ruleScore({ code: 'a', title: 'A' }, [], [], context).state).toBe('not-applicable')
})
