import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { examplesOf, failedExamples } from '#platform/rules/load-rules.ts'
import { workforceCompute } from '../workforce.compute.ts'
import { educationWord, type IndexInputs, ipAsn, trainingForIndex } from './professionality-index.model.ts'
import { indexRules } from './professionality-index.rules.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = indexRules.on(asOf)
const index = (inputs: IndexInputs) => ipAsn(inputs, { rules, ruleSet, asOf })

test('The worked examples in the rule files hold', () => {
  expect(failedExamples(examplesOf('workforce'), workforceCompute)).toEqual([])
})

test('A person is told which training would add most', () => {
  const result = index({
    education: 'S1/D-IV',
    group: 'pelaksana',
    leadershipTraining: null,
    technicalJp: 0,
    seminarCount: 0,
    rating: 'Baik',
    discipline: 'tidak pernah',
  })
  expect(result.total.value).toBe(45)
  expect(result.nextBest.map(n => [n.item, n.points])).toEqual([
    ['technical', 22.5],
    ['seminar', 17.5],
  ])
})

test('Leadership training counts only when it matches the post held, and only with a certificate', () => {
  const training = (name: string, certificate: string | null) => ({
    id: name,
    name,
    form: 'Pelatihan Struktural Kepemimpinan',
    certificate,
    startsOn: null,
    endsOn: '2020-01-01',
    jp: 900,
  })
  const of = (name: string, certificate: string | null) =>
    trainingForIndex([training(name, certificate)], { tier: 'Administrator', title: 'Kepala Bidang' }, rules, asOf)
      .leadershipTraining
  expect(of('Pelatihan Kepemimpinan Administrator', '1')).toBe(true)
  expect(of('Pelatihan Kepemimpinan Pengawas', '1')).toBe(false)
  expect(of('Pelatihan Kepemimpinan Administrator', null)).toBe(false)
})

test('Education is read however it is written, and never guessed', () => {
  expect(['S-1', 'D-IV', 'S2', 'SLTA', 'D-III', 'SD', '', null].map(educationWord)).toEqual([
    'S1/D-IV',
    'S1/D-IV',
    'S2',
    'SLTA/D-I/D-II',
    'D-III',
    'Di bawah SLTA',
    null,
    null,
  ])
})

test('The index stays within 0-100 and within its bounds whatever is filled in', () => {
  const option = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null })
  const inputs = fc.record({
    education: option(...Object.keys(rules.qualification)),
    group: fc.constantFrom('struktural', 'jf', 'pelaksana') as fc.Arbitrary<IndexInputs['group']>,
    leadershipTraining: option(true, false),
    technicalJp: option(0, 10, 20, 40),
    seminarCount: option(0, 1, 2),
    rating: option(...Object.keys(rules.performance)),
    discipline: option(...Object.keys(rules.discipline)),
  })
  fc.assert(
    fc.property(inputs, given => {
      const open = index(given)
      const whole = index({
        ...given,
        education: given.education ?? 'S2',
        leadershipTraining: given.leadershipTraining ?? true,
        technicalJp: given.technicalJp ?? 5,
        seminarCount: given.seminarCount ?? 1,
        rating: given.rating ?? 'Kurang',
        discipline: given.discipline ?? 'berat',
      })
      const value = Number(whole.total.value)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(100)
      const [low, high] = isKnown(open.total) ? [open.total.value, open.total.value] : (open.total.bounds ?? [0, 0])
      expect(value).toBeGreaterThanOrEqual(low - 1e-9)
      expect(value).toBeLessThanOrEqual(high + 1e-9)
    }),
  )
})
