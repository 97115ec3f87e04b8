import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { record } from '#core/figure/mechanisms.ts'
import { gateThresholds } from '#core/math/outcome-gate.ts'
import type { PanelRow } from '#core/math/panel.ts'
import { runCompute } from '#core/math/run-compute.ts'
import { costPer, totalCost } from '../cost/cost.model.ts'
import { learningSummary } from '../learning/learning.model.ts'
import { reactionSummary } from '../reaction/reaction.model.ts'
import { reactionRules } from '../reaction/reaction.rules.ts'
import { unitEffect } from './effect.model.ts'
import { outcomeRules } from './outcome.rules.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = outcomeRules.on(asOf)
const context = { rules, ruleSet, asOf }
const [header, ...lines] = readFileSync('fixtures/golden/units_10.csv', 'utf8').trim().split(/\r?\n/)
const columns = header.split(',')
const cells = lines.map(line => Object.fromEntries(line.split(',').map((v, i) => [columns[i], v])))
const programmeUnits = new Set(cells.filter(c => c.treated === '1').map(c => c.unit))
const panel: PanelRow[] = cells.map(c => ({
  unit: c.unit,
  period: Number(c.period),
  value: Number(c.value),
  firstTreated: programmeUnits.has(c.unit) ? 3 : null,
}))
const design = { kind: 'did' as const, agreedBefore: true, targetChange: 8, shocks: [] }
const indicator = { name: 'keterlambatan', direction: 'higher-better' as const }

test('The thresholds in the rule file are those of the methods document', () => {
  expect(rules).toEqual(gateThresholds)
})

test('Units changed more than comparable ones: the published estimate and interval, in careful words', () => {
  const result = unitEffect(panel, design, indicator, context)
  expect(result.reasons).toEqual([])
  expect(result.effect.value).toBeCloseTo(7.428571, 6)
  expect(result.test?.p).toBeCloseTo(2 / 120, 9)
  expect(result.effect.interval?.low).toBeCloseTo(3.5, 1)
  expect(result.verdict).toBe('indikasi membaik')
  expect(unitEffect(panel, design, { ...indicator, direction: 'lower-better' }, context).verdict).toBe(
    'indikasi memburuk',
  )
})

test('Without an agreement beforehand nothing is concluded, and the reason is said', () => {
  const result = unitEffect(panel, { ...design, agreedBefore: false }, indicator, context)
  expect([result.effect.state, result.effect.value, result.verdict]).toEqual([
    'inconclusive',
    null,
    'belum dapat disimpulkan',
  ])
  expect(result.reasons[0]).toContain('belum disepakati sebelum pelatihan')
  expect(result.changes).toHaveLength(10)
})

test('A flood in a programme unit in the same months shuts the gate', () => {
  expect(unitEffect(panel, { ...design, shocks: ['banjir'] }, indicator, context).verdict).toBe(
    'belum dapat disimpulkan',
  )
})

test('The mean of fewer than five answers is withheld', () => {
  const item = (answers: number) => ({
    id: String(answers),
    item: 'Materi',
    mean: 4,
    answers,
    invited: 10,
    scaleMax: 5,
  })
  const holding = reactionRules.on(asOf)
  const result = reactionSummary([item(4), item(8)], { rules: holding.body, ruleSet: holding.reference, asOf })
  expect(result.items.map(i => [i.mean.state, i.mean.value])).toEqual([
    ['withheld', null],
    ['known', 4],
  ])
  expect([result.overall.value, result.responseShare.value]).toEqual([0.8, 0.8])
})

test('A test that only some took is a gain of those who took both, and too few give none', () => {
  const pairs = [40, 50, 60, 70, 65].map((pre, i) => ({ pre, post: pre + 10 + i }))
  expect(learningSummary([...pairs, { pre: null, post: 90 }], { asOf }).gain).toMatchObject({
    value: 12,
    state: 'known',
  })
  expect(learningSummary(pairs.slice(1), { asOf }).gain.state).toBe('inconclusive')
})

test('Money not reported is not free: the cost per person waits for it', () => {
  const source = { kind: 'planning.budget-line', id: '1', label: 'Pagu' }
  const people = record<number>({ label: 'Lulus', unit: 'people', asOf, value: 10 })
  const cost = totalCost(
    [
      { label: 'Narasumber', rupiah: 5_000_000, source },
      { label: 'Sewa', rupiah: null, source },
    ],
    { asOf },
  )
  expect([cost.state, cost.value, costPer(cost, people, { label: 'Biaya per lulusan', asOf }).value]).toEqual([
    'partial',
    null,
    null,
  ])
  expect(
    costPer(totalCost([{ label: 'Narasumber', rupiah: 5_000_000, source }], { asOf }), people, {
      label: 'Biaya per lulusan',
      asOf,
    }).value,
  ).toBe(500_000)
})

test('Every statistical figure can be run again from what is stored with it', () => {
  const open = unitEffect(panel, design, indicator, context)
  const shut = unitEffect(panel, { ...design, agreedBefore: false }, indicator, context)
  const gain = learningSummary(
    [40, 50, 60, 70, 65].map(pre => ({ pre, post: pre + 12 })),
    { asOf },
  ).gain
  for (const figure of [open.effect, open.gate, shut.effect, shut.gate, gain]) {
    const m = figure.mechanism
    if (m.kind !== 'model') throw new Error(`${figure.label} is no model`)
    const again = runCompute(m.name, { json: m.input, parameters: m.parameters }) as Record<string, unknown>
    expect(again[m.path] ?? null, figure.label).toEqual(figure.value)
  }
})
