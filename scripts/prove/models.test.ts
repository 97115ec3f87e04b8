import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runCompute } from '../../src/core/math/run-compute.ts'
import { knownModels, runAgain } from './models.ts'

const first = (name: string, path: string, json: unknown, parameters: unknown) =>
  (runCompute(name, { json, parameters }) as Record<string, unknown>)[path] ?? null

const close = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)) : a === b

const number = fc.integer({ min: -400, max: 400 }).map(n => n / 4)
const changes = fc
  .array(fc.record({ y: number, treated: fc.boolean() }), { minLength: 4, maxLength: 12 })
  .map(list => list.map((c, i) => ({ unit: `u${i}`, ...c })))
const benches = fc
  .array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), { minLength: 1, maxLength: 7 })
  .map(list => list.map((ready, i) => ({ position: `p${i}`, ready })))
const pairs = fc.array(
  fc.record({
    pre: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    post: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 3, maxLength: 15 },
)
const verdict = fc.constantFrom('ya', 'belum', 'tidakAdaKesempatan', null)
const cases = fc
  .array(fc.tuple(fc.constantFrom(true, true, true, false, null), verdict, verdict), { minLength: 1, maxLength: 20 })
  .map(list =>
    list.map(([agreedBefore, a, b], i) => ({
      person: `o${i}`,
      indicatorId: 'i',
      agreedBefore,
      checks: [
        { rater: 'atasan', day: 90, verdict: a },
        { rater: 'diri', day: 90, verdict: b },
      ],
    })),
  )

it('Both ways of computing each statistical figure of the screens come to the same number', () => {
  const agree = (name: string, path: string, input: unknown, parameters: unknown = {}) =>
    expect(
      close(runAgain(name, path, input, parameters), first(name, path, input, parameters)),
      `${name} ${path} of ${JSON.stringify(input)}: ${runAgain(name, path, input, parameters)}, ${first(name, path, input, parameters)}`,
    ).toBe(true)
  fc.assert(fc.property(changes, list => void agree('permutationTest', 'estimate', list, { seed: 1, maxExact: 1000 })))
  fc.assert(fc.property(benches, list => void agree('distinctDepth', 'value', list)))
  fc.assert(fc.property(pairs, list => void agree('learningGain', 'value', list, { maxScore: 100 })))
  fc.assert(
    fc.property(cases, list => void agree('applicationRate', 'value', list, { day: 90, raters: ['atasan', 'diri'] })),
  )
  for (const [nTreated, nComparison] of [
    [2, 4],
    [3, 9],
    [1, 2],
    [30, 40],
  ])
    agree('minimumDetectableEffect', 'mde', { sdChange: 4.2, nTreated, nComparison })
})

const rated = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      fc.integer({ min: 0, max: 5 }),
    ),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map(rows =>
    rows.flatMap((row, i) =>
      row.map((value, j) => ({
        unit: `u${i}`,
        person: `u${i}`,
        observer: `o${j}`,
        rater: `o${j}`,
        value,
        score: value,
      })),
    ),
  )

const near = fc.record({
  x: fc.integer({ min: 0, max: 400 }).map(n => n / 4),
  y: fc.integer({ min: 0, max: 400 }).map(n => n / 4),
  semX: fc.constantFrom(0, 1.5, 4),
  semY: fc.constantFrom(0, 2, 5.5),
})

it('The chance of a box, of its neighbour, and what other weights leave come to the same number by both ways', () => {
  fc.assert(
    fc.property(near, one => {
      const input = { ...one, rho: 0, cutsX: [60, 80], cutsY: [46, 72] }
      const by = runCompute('boxProbability', { json: input, parameters: {} }) as {
        pAssigned: number
        neighbour: { p: number } | null
      }
      expect(runAgain('boxProbability', 'pAssigned', input, {})).toBeCloseTo(by.pAssigned, 6)
      expect(runAgain('boxProbability', 'neighbour.p', input, {})).toBeCloseTo(by.neighbour?.p ?? 0, 1)
    }),
    { numRuns: 40 },
  )
  for (const [weights, scores] of [
    [
      [20, 10, 10, 25, 10, 10, 15],
      [80, 70, 60, 75, 90, 100, 40],
    ],
    [
      [60, 40],
      [85, 74],
    ],
  ]) {
    const options = { draws: 200, seed: 7, exact: false }
    const input = {
      alternatives: [{ id: 'orang', scores }],
      criteria: weights.map((_, i) => `c${i}`),
      weightSpace: { kind: 'around', points: 5, weights },
      thresholdSpace: {
        cuts: [
          [60, 60],
          [80, 80],
        ],
      },
    }
    const { boxAcceptability } = runCompute('smaa', { json: input, parameters: { options } }) as {
      boxAcceptability: Record<string, number[]>
    }
    for (const level of [0, 1, 2])
      expect(runAgain('smaa', 'boxAcceptability', input, { options, level })).toBe(boxAcceptability.orang[level])
  }
})

const cell = fc.integer({ min: 0, max: 12 })

it('A difference within comparable people comes to the same number by both ways', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ a: cell, b: cell, c: cell, d: cell }), { minLength: 1, maxLength: 6 }), strata => {
      const { riskDifference } = runCompute('mantelHaenszel', { json: { strata }, parameters: {} }) as {
        riskDifference: number | null
      }
      const again = runAgain('mantelHaenszel', 'riskDifference', { strata }, {})
      if (riskDifference === null) expect(again).toBeNull()
      else expect(again).toBeCloseTo(riskDifference, 9)
    }),
  )
})

it('Agreement and severity of assessors come to the same number by both ways', () => {
  fc.assert(
    fc.property(rated, list => {
      const parameters = { metric: 'ordinal', draws: 20, seed: 1 }
      expect(
        close(
          runAgain('krippendorffAlpha', 'alpha', list, parameters),
          first('krippendorffAlpha', 'alpha', list, parameters),
        ),
      ).toBe(true)
      const { effects } = runCompute('raterSeverity', { json: list, parameters: {} }) as {
        effects: Record<string, number>
      }
      for (const [rater, effect] of Object.entries(effects))
        expect(runAgain('raterSeverity', 'effect', list, { rater })).toBeCloseTo(effect, 6)
    }),
    { numRuns: 60 },
  )
})

const panel = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 3, max: 6 }),
    fc.infiniteStream(number),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([treated, comparison, values, lift]) => {
    const rows = []
    for (let u = 0; u < treated + comparison; u++)
      for (let period = 1; period <= 5; period++)
        rows.push({
          unit: `u${u}`,
          period,
          value: 50 + (values.next().value as number) / 50 + (u < treated && period > 3 ? lift : 0),
          firstTreated: u < treated ? 4 : null,
        })
    return rows
  })

it('The gate before an effect opens and shuts alike by both ways, the test of parallel lines included', () => {
  const rules = {
    didBefore: 2,
    didAfter: 1,
    preTrendBefore: 3,
    treated: 2,
    comparison: 4,
    assignments: 20,
    missingShare: 0.1,
    preTrendP: 0.1,
    preTrendShare: 0.5,
  }
  const seen = new Set<unknown>()
  fc.assert(
    fc.property(panel, rows => {
      const parameters = { design: { kind: 'did', agreedBefore: true, targetChange: 10, shocks: [] }, rules }
      const again = runAgain('outcomeGate', 'verdict', rows, parameters)
      seen.add(again)
      expect(again).toBe(first('outcomeGate', 'verdict', rows, parameters))
    }),
    { seed: 7, numRuns: 150 },
  )
  expect(seen.size).toBe(2)
})

it('A model that nobody wrote a second time is said, not skipped', () => {
  expect(knownModels).toContain('outcomeGate verdict')
  expect(() => runAgain('smaa', 'value', {}, {})).toThrow('no second way')
})

it('What recomputes the figures takes nothing from the product but the shape of their JSON', () => {
  for (const file of [
    'recompute.ts',
    'models.ts',
    'printed.ts',
    'judge.ts',
    'read-screen.ts',
    'html.ts',
    'plain-numbers.ts',
  ]) {
    const imports = readFileSync(join(import.meta.dirname, file), 'utf8').match(/^import .*$/gm) ?? []
    expect(
      imports.filter(line => line.includes('/src/') && !line.startsWith('import type ')),
      file,
    ).toEqual([])
  }
  expect(readdirSync(import.meta.dirname)).toContain('models.ts')
})
