import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandIndex } from '../figure/mechanisms.ts'
import { addDays, type Day } from '../values/day.ts'
import { type Band, bandProblems, cutsOf, weightProblems } from './rubric.ts'
import { datesProblems, differences, type RuleSet, type RuleVersion, versionOn } from './rule-set.ts'

const aVersion = (version: string, validFrom: Day, validUntil: Day | null): RuleVersion<number> => ({
  version,
  validFrom,
  validUntil,
  legalBasis: 'PermenPANRB 3/2020',
  lastConfirmed: '2026-11-24',
  certainty: 'source',
  note: null,
  body: 1,
  examples: [],
})
const set: RuleSet<number> = {
  subject: 'talent/score',
  code: 'A',
  title: 'Contoh',
  versions: [aVersion('1', '2020-01-01', '2024-12-31'), aVersion('2', '2025-01-01', null)],
}

test('A decision of last year is judged by the rule of last year', () => {
  expect(versionOn(set, '2024-12-31')?.reference.version).toBe('1')
  expect(versionOn(set, '2025-01-01')?.reference.version).toBe('2')
  expect(versionOn(set, '2019-12-31')).toBeNull()
})

test('Two versions that hold on one day are refused by name', () => {
  expect(datesProblems(set)).toEqual([])
  expect(
    datesProblems({ ...set, versions: [aVersion('1', '2020-01-01', null), aVersion('2', '2025-01-01', null)] }),
  ).toEqual(['A: versi 1 dan 2 berlaku pada hari yang sama.'])
})

test('What differs between two versions is named value by value, and a moved line is no difference', () => {
  const a = {
    parts: [
      { code: 'x', weight: 10 },
      { code: 'y', weight: 90 },
    ],
  }
  const b = {
    parts: [
      { code: 'y', weight: 85 },
      { code: 'x', weight: 10 },
    ],
  }
  expect(differences(a, b)).toEqual([{ path: 'parts.y.weight', before: 90, after: 85 }])
})

test('Rubrics with gaps or overlaps are refused, naming the lines', () => {
  const overlap: Band[] = [
    { from: 0, to: 6, value: 50 },
    { from: 4, to: null, value: 75 },
  ]
  expect(bandProblems(overlap, 'Bangkom')[0]).toContain('baris 1 (0–6) bertumpang dengan baris 2 (4–∞)')
  expect(
    bandProblems(
      [
        { from: 0, to: 1, value: 0 },
        { from: 2, to: null, value: 1 },
      ],
      'Bangkom',
    )[0],
  ).toContain('celah')
  expect(
    weightProblems(
      [
        { label: 'SKP', weight: 60 },
        { label: '360', weight: 30 },
      ],
      'Kinerja',
    )[0],
  ).toContain('SKP 60; 360 30')
})

test('Every value falls into exactly one band of an accepted rubric', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      (cuts, value) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b)]
        const bands = sorted.map((from, i) => ({ from, to: sorted[i + 1] ?? null, value: i }))
        expect(bandProblems(bands, 'r')).toEqual([])
        const holding = bands.filter(b => value >= b.from && (b.to === null || value < b.to))
        expect(holding).toHaveLength(1)
        const { cuts: c, values } = cutsOf(bands)
        const near = c.some(cut => Math.abs(cut - value) < 1e-8)
        if (!near) expect(values[bandIndex(value, c)]).toBe(holding[0].value)
      },
    ),
  )
})

test('A person waits for the first day of a rule, not the day before', () => {
  expect(versionOn(set, addDays('2025-01-01', -1))?.reference.version).toBe('1')
})
