import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { did2x2, unitDifference } from './did-2x2.ts'
import { minimumDetectableEffect } from './minimum-detectable-effect.ts'
import { outcomeGate, verdictWords } from './outcome-gate.ts'
import type { PanelRow, UnitChange } from './panel.ts'
import { permutationTest } from './permutation-test.ts'
import { runCompute } from './run-compute.ts'
import { simplexFit } from './simplex-least-squares.ts'

const near = (a: unknown, b: number, tol = 1e-6) =>
  expect(Math.abs((a as number) - b), `${a} against ${b}`).toBeLessThanOrEqual(tol)
const csv = (name: string) => readFileSync(`fixtures/golden/${name}`, 'utf8')
type Loose = Record<string, never>
const at = (v: unknown, path: string): unknown => path.split('.').reduce<unknown>((x, k) => (x as Loose)[k], v)
const units: UnitChange[] = [13, 10, 5.5, 1.5, 2.5, 1, 2.5, 5.5, -1.5, 3].map((y, i) => ({
  unit: `U${i}`,
  y,
  treated: i < 3,
}))

describe('did units with the programme change more', () => {
  it('Card and Krueger from rounded means', () => {
    const r = did2x2({
      meanTreatedPre: 20.44,
      meanTreatedPost: 21.03,
      meanCompPre: 23.33,
      meanCompPost: 21.17,
      seChangeTreated: 0.54,
      seChangeComp: 1.25,
    })
    near(r.delta, 2.75, 1e-9)
    near(r.se, 1.36, 0.005)
  })
  it('Welch and pooled disagree where units are few', () => {
    const r = unitDifference(units)
    near(r.welch!.t, 3.197352)
    near(r.pooled!.t, 4.079216)
    near(r.pooled!.p, 0.003538)
    near(r.pooled!.interval[0], 3.229157)
    near(r.pooled!.interval[1], 11.627986)
  })
  it('two-way effects with all three counts of parameters', () => {
    const r = runCompute('twoWayFixedEffects', { csv: csv('units_10.csv') })
    near(at(r, 'cr0'), 1.929264)
    near(at(r, 'intervalDummy.0'), 1.420048)
    near(at(r, 'intervalDummy.1'), 13.437095)
  })
  it('staggered start: standard errors of each cohort and period, and the other control group', () => {
    const r = runCompute('groupTimeEffects', { csv: csv('mpdta.csv') })
    ;[0.023251, 0.030985, 0.036436, 0.034359].forEach((v, i) => {
      near(at(r, 'se') && (at(r, 'se') as Record<string, number>)[`2004,${2004 + i}`], v)
    })
    near(at(r, 'calendar.se'), 0.015972)
    near(at(r, 'notYetTreated.group.overall'), -0.030462)
    near(at(r, 'notYetTreated.group.se'), 0.012575)
    near(at(r, 'notYetTreated.calendar.overall'), -0.044267)
    near((at(r, 'notYetTreated.att') as Record<string, number>)['2006,2006'], 0.004661)
  })
  it('synthetic control: the years, the rank and its p', () => {
    const r = runCompute('syntheticControl', { csv: csv('prop99.csv') })
    near(at(r, 'gap.1989'), -8.4405, 0.05)
    near(at(r, 'gap.2000'), -26.5966, 0.05)
    near(at(r, 'ratio'), 12.44, 0.01)
    near(at(r, 'placebo.p'), 3 / 39)
  })
  it('synthetic difference: unit weights and rank', () => {
    const r = runCompute('syntheticDid', { csv: csv('prop99.csv') })
    for (const [k, v] of Object.entries({
      Nevada: 0.124,
      'New Hampshire': 0.105,
      Connecticut: 0.078,
      Delaware: 0.07,
      Colorado: 0.057,
    }))
      near((at(r, 'unitWeights') as Record<string, number>)[k], v, 0.002)
    expect(at(r, 'placeboRank')).toBe(2)
  })
  it('logit coefficients, ranges and balance of the survey comparison', () => {
    const r = runCompute('matchedComparison', { csv: csv('nsw_cps3.csv') })
    const b = at(r, 'propensity.coefficients') as Record<string, number>
    near(b.const, -4.728649)
    near(b.age, 0.015777)
    near(b['race=black'], 3.065368)
    near(b.re74, -7.1777e-5, 1e-8)
    near(at(r, 'propensity.treated.1'), 0.853153)
    near(at(r, 'propensity.controls.0'), 0.00908)
    near(at(r, 'seHc0'), 824.39, 0.01)
    expect(at(r, 'exactMatched')).toBe(185)
    const balance = at(r, 'balance') as { covariate: string; smdBefore: number; smdAfter: number }[]
    near(balance.find(x => x.covariate === 'age')!.smdBefore, -0.3094, 5e-5)
    for (const x of balance) near(x.smdAfter, 0, 1e-6)
  })
  it('the smallest visible effect', () => {
    const r = minimumDetectableEffect({ sdChange: 3, nTreated: 3, nComparison: 7 })
    near(r.se, 2.070197)
    near(r.multiplier, 3.194894)
    near(r.mde, 6.614058)
    near(minimumDetectableEffect({ sdChange: 3, nTreated: 10, nComparison: 40 }).mde, 3.033285)
    near(r.largeSampleMultiplier, 2.801585)
  })
  it('the lady tasting tea', () => {
    const r = permutationTest(
      Array.from({ length: 8 }, (_, i) => ({ unit: String(i), y: i < 4 ? 1 : 0, treated: i < 4 })),
    )
    near(r.pOneSided, 1 / 70, 1e-12)
    expect(r.nAssignments).toBe(70)
  })
  it('a permutation p lies in (0, 1], the interval holds the estimate, and scaling scales both', () => {
    const change = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 3, maxLength: 5 }),
        fc.array(change, { minLength: 3, maxLength: 6 }),
        fc.constantFrom(2, 10),
        (a, b, scale) => {
          const list = [
            ...a.map((y, i) => ({ unit: `t${i}`, y, treated: true })),
            ...b.map((y, i) => ({ unit: `c${i}`, y, treated: false })),
          ]
          const r = permutationTest(list)
          expect(r.p! > 0 && r.p! <= 1).toBe(true)
          const s = permutationTest(list.map(x => ({ ...x, y: x.y * scale })).reverse())
          near(s.estimate, r.estimate! * scale, 1e-9)
          near(s.p, r.p!, 1e-12)
          if (r.interval) {
            expect(r.interval[0] <= r.estimate! && r.estimate! <= r.interval[1]).toBe(true)
            near(s.interval![0], r.interval[0] * scale, 1e-3)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
  it('many units are sampled, the same each time', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      unit: `u${i}`,
      y: Math.sin(i) + (i < 15 ? 1 : 0),
      treated: i < 15,
    }))
    const r = permutationTest(many, { draws: 500, seed: 7 })
    expect(r.exact).toBe(false)
    expect(permutationTest(many, { draws: 500, seed: 7 })).toEqual(r)
  })
  it('weights on the simplex beat every vertex and every random mixture', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 8 }),
        fc.array(value, { minLength: 4, maxLength: 4 }),
        (columns, b) => {
          const loss = (w: number[]) =>
            b.reduce((s, v, t) => s + (v - w.reduce((q, x, j) => q + x * columns[j]![t]!, 0)) ** 2, 0)
          const { w } = simplexFit(columns, b)
          near(
            w.reduce((x, y) => x + y, 0),
            1,
            1e-9,
          )
          expect(Math.min(...w)).toBeGreaterThanOrEqual(0)
          for (let j = 0; j < columns.length; j++)
            expect(loss(w)).toBeLessThanOrEqual(loss(columns.map((_, k) => (k === j ? 1 : 0))) + 1e-6)
          expect(loss(w)).toBeLessThanOrEqual(loss(columns.map(() => 1 / columns.length)) + 1e-6)
        },
      ),
    )
  })
})

describe('the gate before an effect is said', () => {
  const rows: PanelRow[] = units.flatMap((u, i) =>
    [1, 2, 3].map(period => ({
      unit: u.unit,
      period,
      value: 50 + (i % 3) + (period === 3 ? u.y : 0),
      firstTreated: u.treated ? 3 : null,
    })),
  )
  it('opens when everything was agreed and seen, and closes with the reason', () => {
    const design = { kind: 'did' as const, agreedBefore: true, targetChange: 8, shocks: [] }
    expect(outcomeGate(rows, design)).toMatchObject({ verdict: 'bolehDihitung', reasons: [] })
    const closed = outcomeGate(
      rows.filter(r => Number(r.unit.slice(1)) < 5),
      { ...design, targetChange: 1, shocks: ['kepala unit baru'] },
    )
    expect(closed.value).toBeNull()
    expect(closed.reasons.join(' ')).toContain('kepala unit baru')
    expect(closed.reasons.join(' ')).toContain('terlalu sedikit')
  })
  it('words never claim proof', () => {
    expect(verdictWords([1, 3], 'naik')).toBe('indikasi membaik')
    expect(verdictWords([1, 3], 'turun')).toBe('indikasi memburuk')
    expect(verdictWords([-1, 3], 'turun')).toBe('tidak terlihat perbedaan')
  })
})
