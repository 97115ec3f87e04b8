import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examplesOf, failedExamples } from '#platform/rules/load-rules.ts'
import { benchStrength, byRisk, distinctReadiness, likelihoodClass } from '../bench/bench.model.ts'
import { readinessRules } from '../readiness/readiness.rules.ts'
import { successionCompute } from '../succession.compute.ts'
import { someFacts } from './eligibility.builder.ts'
import { evaluateEligibility, treeFor, withPoolGate } from './eligibility.model.ts'
import { eligibilityRules } from './eligibility.rules.ts'
import type { RequirementNode } from './requirement.model.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = eligibilityRules.on(asOf)
const context = { rules, ruleSet, asOf }
const tree = (target: string) => treeFor(target, rules) as RequirementNode
const pratama = (changes = {}) => evaluateEligibility(tree('JPT Pratama'), someFacts(changes), context)

test('The worked examples in the rule files hold', () => {
  expect(failedExamples(examplesOf('succession'), successionCompute)).toEqual([])
})

test('Either road to JPT Pratama is enough: 24 months as Administrator or as JF Ahli Madya', () => {
  expect(pratama().verdict).toBe('ya')
  expect(pratama({ monthsByTier: { Administrator: 0, 'JF Ahli Madya': 24 } }).verdict).toBe('ya')
  const neither = pratama({ monthsByTier: { Administrator: 10, 'JF Ahli Madya': 5 } })
  expect([neither.verdict, neither.failing, neither.alternatives]).toEqual([
    'tidak',
    ['Administrator >= 24 bulan'],
    [['JF Ahli Madya >= 24 bulan']],
  ])
})

test('Sanctions that nobody looked up leave the answer open; a running one has the day it ends', () => {
  expect(pratama({ sanctions: null })).toMatchObject({
    verdict: 'belumDiketahui',
    unknown: ['tidak sedang hukdis sedang/berat'],
  })
  const running = pratama({ sanctions: [{ level: 'berat', from: '2026-07-14', until: '2027-07-14' }] })
  expect([running.verdict, running.fixes[0].earliestDate]).toEqual(['tidak', '2027-07-15'])
  expect(pratama({ sanctions: [{ level: 'ringan', from: '2026-01-01', until: '2027-01-01' }] }).verdict).toBe('ya')
})

test('At 56 a person may still be appointed until the day before turning 57; by the strict reading until the 56th birthday', () => {
  expect(pratama({ birthOn: '1969-11-25' }).verdict).toBe('ya')
  expect(pratama({ birthOn: '1969-11-24' }).verdict).toBe('tidak')
  const strict = (birthOn: string) =>
    evaluateEligibility(tree('JPT Pratama'), someFacts({ birthOn }), {
      ...context,
      rules: { ...rules, strictAge: true },
    }).verdict
  expect([strict('1970-11-24'), strict('1970-11-23')]).toEqual(['ya', 'tidak'])
})

test('A missing training is named with what to attend, and a promotion asks for a box of the pool', () => {
  const result = evaluateEligibility(
    tree('Direktur Pengadaan Jasa Konstruksi'),
    someFacts({ education: 'S2', rank: 'IV/b' }),
    context,
  )
  expect(result.failing).toEqual(['PKA atau PIM III', 'pelatihan teknis PBJ, hukum kontrak, atau manajemen konstruksi'])
  expect(result.fixes[0]).toMatchObject({ test: 'training', action: 'Mengikuti Kepemimpinan Administrator.' })
  const gated = (box: number | null) =>
    evaluateEligibility(withPoolGate(tree('JPT Pratama'), rules), someFacts({ box }), context).verdict
  expect([gated(7), gated(5), gated(null)]).toEqual(['ya', 'tidak', 'belumDiketahui'])
})

test('Unknown answers follow the three-valued tables, also in "at least two"', () => {
  const leaf = (value: boolean | null): RequirementNode => ({
    kind: 'leaf',
    test: 'employment',
    oneOf: [value === null ? '?' : value ? 'PNS' : 'X'],
    label: `syarat ${value}`,
  })
  const judge = (root: RequirementNode, employment: string | null = 'PNS') =>
    evaluateEligibility(root, someFacts({ employment }), context).verdict
  const unknown: RequirementNode = { kind: 'leaf', test: 'box', oneOf: [9], label: 'kotak 9' }
  const run = (root: RequirementNode) => evaluateEligibility(root, someFacts({ box: null }), context).verdict
  const [t, f, u] = [leaf(true), leaf(false), unknown]
  expect(run({ kind: 'all', of: [t, u] })).toBe('belumDiketahui')
  expect(run({ kind: 'all', of: [f, u] })).toBe('tidak')
  expect(run({ kind: 'any', of: [t, u] })).toBe('ya')
  expect(run({ kind: 'any', of: [f, u] })).toBe('belumDiketahui')
  expect(run({ kind: 'not', of: u })).toBe('belumDiketahui')
  expect(judge({ kind: 'not', of: f })).toBe('ya')
  expect(run({ kind: 'at-least', minimum: 2, of: [t, u, f] })).toBe('belumDiketahui')
  expect(run({ kind: 'at-least', minimum: 2, of: [t, t, u] })).toBe('ya')
  expect(run({ kind: 'at-least', minimum: 2, of: [u, f, f] })).toBe('tidak')
})

test('Learning what was unknown never turns a sure answer round', () => {
  const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
  const months = option(fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(
      months,
      months,
      months,
      option(fc.constantFrom('D-III', 'S1/D-IV', 'S2')),
      fc.integer({ min: 0, max: 60 }),
      (a, b, c, education, filling) => {
        const facts = { monthsByTier: { Administrator: a, 'JF Ahli Madya': b }, familyMonths: c, education }
        const before = pratama(facts).verdict
        const after = pratama({
          monthsByTier: { Administrator: a ?? filling, 'JF Ahli Madya': b ?? filling },
          familyMonths: c ?? filling,
          education: education ?? 'S2',
        }).verdict
        expect(after).not.toBe('belumDiketahui')
        if (before !== 'belumDiketahui') expect(after).toBe(before)
      },
    ),
  )
})

const bench = (list: string[]) =>
  benchStrength(
    'P1',
    list.map((horizon, i) => ({ employeeId: String(i), horizon: horizon as 'siapSekarang' })),
    { rules: readinessRules.on(asOf).body, ruleSet, asOf },
  )

test('A bench whose candidates lack data is incomplete, not empty', () => {
  expect(
    [
      bench([]),
      bench(['belumDiketahui']),
      bench(['siapSekarang', 'belumDiketahui']),
      bench(['siapSekarang', 'siapSekarang']),
    ].map(b => b.state),
  ).toEqual(['kosong', 'belumLengkap', 'tipis', 'cukup'])
})

test('One person who is ready for two posts fills one', () => {
  expect(
    distinctReadiness(
      [
        { positionId: 'P1', readyIds: ['a', 'b'] },
        { positionId: 'P2', readyIds: ['a'] },
        { positionId: 'P3', readyIds: ['a'] },
      ],
      { asOf },
    ).value,
  ).toBe(2)
})

test('A post of which the vacancy is unknown stands with the most likely ones, marked', () => {
  const r = readinessRules.on(asOf).body
  expect([0.05, 0.1, 0.3, 0.6, 0.95, null].map(p => likelihoodClass(p, r).likelihood)).toEqual([1, 2, 3, 4, 5, 5])
  const risk = (positionId: string, likelihood: number, impact: number, readyNow: number) => ({
    positionId,
    likelihood,
    impact,
    readyNow,
    isLikelihoodUnknown: false,
  })
  expect([risk('a', 2, 5, 0), risk('b', 5, 5, 2), risk('c', 5, 5, 0)].sort(byRisk).map(r2 => r2.positionId)).toEqual([
    'c',
    'b',
    'a',
  ])
})
