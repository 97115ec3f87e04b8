import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from './assignment.ts'
import { costEffectiveness, fiellerInterval, returnOnInvestment, simulateRoi } from './cost-effectiveness.ts'
import { distinctDepth } from './distinct-depth.ts'
import { dominoChain } from './domino-chain.ts'
import { facilitatorLoad } from './facilitator-load.ts'
import { brierScore } from './forecast-honesty.ts'
import { chanceWords, formatUncertain } from './format-uncertain.ts'
import { manpowerForecast } from './manpower-forecast.ts'
import { optimalMatching, stableMatching } from './matching.ts'
import { coverage, positionRisk } from './position-risk.ts'
import { betaPosterior, defaultEffectPrior, learnEffects, recommendModules } from './recommend-modules.ts'

const near = (a: number | null | undefined, b: number, tol = 1e-6) =>
  expect(Math.abs((a ?? Number.NaN) - b), `${a} against ${b}`).toBeLessThanOrEqual(tol)

describe('cost and forecast', () => {
  it('Fieller, and no ratio when the effect cannot be told from zero', () => {
    const r = fiellerInterval({ a: 100, b: 20, va: 25, vb: 4, cab: 2, t: 1.959964 })
    near(r.interval![0], 4.140067)
    near(r.interval![1], 6.219476)
    near(r.g, 0.038415)
    const big = fiellerInterval({ a: 1250000, b: 0.42, va: 90000 ** 2, vb: 0.11 ** 2 })
    near(big.value, 2976190.48, 0.01)
    near(big.interval![0], 1909709.81, 0.02)
    near(big.interval![1], 6172289.49, 0.05)
    near(big.g, 0.263501)
    expect(fiellerInterval({ a: 1250000, b: 0.15, va: 90000 ** 2, vb: 0.11 ** 2 })).toMatchObject({
      status: 'belumDapatDisimpulkan',
      value: null,
      bounded: false,
    })
  })
  it('unit costs, and no money value without a source', () => {
    const costs = [{ name: 'semua', amount: 480e6 }]
    const r = costEffectiveness({
      costs,
      participants: 24,
      jp: 40,
      effects: { gapLevelsClosed: 30, newlyReady: 6, benefit: 1e9 },
    })
    expect([r.perParticipant, r.perJp, r.perGapLevelClosed, r.perReady, r.roi]).toEqual([20e6, 500e3, 16e6, 80e6, null])
    expect(costEffectiveness({ costs: [...costs, { name: 'sewa', amount: null }], participants: 24 })).toMatchObject({
      status: 'sebagian',
      atLeast: true,
    })
    near(returnOnInvestment(581000, 229000).roi, 153.71179)
    near(returnOnInvestment(321600, 38233).bcr, 8.411582)
    const s = simulateRoi({
      benefits: [{ name: 'b', min: 10, mode: 20, max: 40 }],
      costs: [{ name: 'c', mean: 12, sd: 2 }],
      draws: 2000,
    })
    expect(s.pPositive! > 0.9 && s.tornado[0]!.name === 'b').toBe(true)
  })
  it('stocks per grade', () => {
    const r = manpowerForecast(
      [200, 60, 20],
      [
        [0.8, 0.1, 0],
        [0, 0.85, 0.07],
        [0, 0, 0.88],
      ],
      [[20, 0, 0]],
      3,
    )
    ;[
      [180, 71, 21.8],
      [164, 78.35, 24.154],
      [151.2, 82.9975, 26.74002],
    ].forEach((row, t) => {
      row.forEach((v, k) => {
        near(r.stocks[t + 1]![k], v)
      })
    })
    ;[100, 66.666667, 38.888889].forEach((v, k) => {
      near(r.steadyState![k], v)
    })
    near(r.sd[1]![1], 5.064583)
  })
  it('Brier', () => {
    near(
      brierScore([
        { p: 0.9, outcome: 1 },
        { p: 0.2, outcome: 0 },
        { p: 0.7, outcome: 0 },
        { p: 0.4, outcome: 1 },
        { p: 0.4, outcome: null },
      ]).value,
      0.225,
      1e-12,
    )
  })
})

describe('who goes where', () => {
  it('assignment', () => {
    expect(
      optimalMatching([
        [400, 150, 400],
        [400, 450, 600],
        [300, 225, 300],
      ]),
    ).toMatchObject({
      total: 850,
      pairs: [
        { row: 0, column: 1 },
        { row: 1, column: 0 },
        { row: 2, column: 2 },
      ],
    })
    expect(
      optimalMatching([
        [8, 4, 7],
        [5, 2, 3],
        [9, 4, 8],
      ]).total,
    ).toBe(15)
    expect(
      optimalMatching([
        [90, 75, 75, 80],
        [35, 85, 55, 65],
        [125, 95, 90, 105],
        [45, 110, 95, 115],
      ]).total,
    ).toBe(275)
    const c = optimalMatching(
      [
        [0.2, 0.5, 0.9],
        [0.3, 0.1, 0.8],
        [0.4, 0.2, 0.6],
        [0.1, 0.6, 0.7],
        [0.5, 0.3, 0.9],
      ],
      [2, 2, 1],
    )
    near(c.total, 1.3, 1e-12)
    expect(c.pairs.map(p => p.column)).toEqual([0, 1, 2, 0, 1])
    expect(
      optimalMatching([
        [1, null],
        [2, null],
      ]),
    ).toMatchObject({ status: 'sebagian', unmatched: [1] })
  })
  it('no other order costs less', () => {
    const orders = (n: number): number[][] =>
      n === 0
        ? [[]]
        : orders(n - 1).flatMap(o => Array.from({ length: n }, (_, i) => [...o.slice(0, i), n - 1, ...o.slice(i)]))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain(n =>
          fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: n, maxLength: n }), {
            minLength: n,
            maxLength: n,
          }),
        ),
        cost => {
          const best = Math.min(...orders(cost.length).map(o => o.reduce((s, j, i) => s + cost[i]![j]!, 0)))
          expect(assign(cost).total).toBe(best)
        },
      ),
    )
  })
  it('stable marriage of Gale and Shapley', () => {
    const men = { α: ['A', 'B', 'C'], β: ['B', 'C', 'A'], γ: ['C', 'A', 'B'] }
    const women = { A: ['β', 'γ', 'α'], B: ['γ', 'α', 'β'], C: ['α', 'β', 'γ'] }
    expect(stableMatching(men, women).pairs.map(p => p.a + p.b)).toEqual(['αA', 'βB', 'γC'])
    expect(
      stableMatching(women, men)
        .pairs.map(p => p.b + p.a)
        .sort(),
    ).toEqual(['αC', 'βA', 'γB'])
  })
  it('a chain closes behind the one who moves, or names the empty end', () => {
    const base = {
      vacancies: ['P1'],
      positions: [
        { id: 'P1', vacantCost: 30 },
        { id: 'P2', vacantCost: 20 },
        { id: 'P3', vacantCost: 10 },
      ],
      moveCosts: [
        ['a', 'P1', 0.2],
        ['b', 'P1', 0.6],
        ['b', 'P2', 0.3],
        ['c', 'P3', 0.1],
      ].map(([person, position, cost]) => ({ person: String(person), position: String(position), cost: Number(cost) })),
      fixedMoveCost: 0,
    }
    const people = [
      { id: 'a', holds: 'P2' },
      { id: 'b', holds: 'P3' },
      { id: 'c', holds: null },
    ]
    const full = dominoChain({ ...base, people })
    expect(full.assignment).toEqual({ P1: 'a', P2: 'b', P3: 'c' })
    near(full.totalCost, 0.6, 1e-12)
    const short = dominoChain({ ...base, people: people.slice(0, 2) })
    near(short.totalCost, 10.5, 1e-12)
    expect(short.firstEmpty).toEqual(['P3'])
    expect(short.chain.map(s => s.person)).toEqual(['a', 'b', null])
    expect(full.alternatives[0]).toMatchObject({ person: 'b' })
  })
  it('one person covers one post at a time', () => {
    expect(
      distinctDepth([
        { position: 'P1', ready: ['a', 'b'] },
        { position: 'P2', ready: ['a'] },
        { position: 'P3', ready: ['a'] },
      ]),
    ).toMatchObject({ value: 2, uncovered: ['P3'] })
  })
  it('a scarce competence names the day it rests on one person', () => {
    const holders = [
      { person: 'a', level: 3, tmtPensiun: '2027-04-01' },
      { person: 'b', level: 4, tmtPensiun: '2030-01-01' },
      { person: 'c', level: 3, expired: true, tmtPensiun: null },
    ]
    expect(coverage(holders, 3, 2, ['2026-11-24', '2028-11-24'])).toMatchObject({
      value: 2,
      reassess: 1,
      spof: true,
      spofFrom: '2027-04-01',
    })
    expect(
      positionRisk([
        { position: 'a', p: 0.95, impact: 3, readyNow: 0 },
        { position: 'b', p: null, impact: 4, readyNow: 0 },
      ]).positions.map(p => [p.position, p.score, p.mark]),
    ).toEqual([
      ['b', 20, '?'],
      ['a', 15, ''],
    ])
  })
})

describe('recommendation and load', () => {
  const recommend = (levelCap: number) =>
    recommendModules(
      [{ competency: 'K', level: 2, standard: 4 }],
      [{ id: 'M', competencies: [{ competency: 'K', levelCap, p: [0.3, 0.5, 0.2] }], cost: null, jp: null }],
    )
  it('a module closes no more than it can reach', () => {
    near(recommend(3).value, 0.7, 1e-12)
    near(recommend(5).value, 0.9, 1e-12)
    expect(recommendModules([{ competency: 'K', level: null, standard: 4 }], [])).toMatchObject({
      assessFirst: ['K'],
      value: null,
    })
  })
  it('few results are drawn towards the others', () => {
    const b = betaPosterior(defaultEffectPrior, 3, 10)
    near(b.value, 0.45)
    near(b.interval[0], 0.244475)
    near(b.interval[1], 0.665002)
    const r = learnEffects([12, 8, 18, 3, 9].map((x, i) => ({ id: String(i + 1), x, n: [20, 20, 24, 10, 10][i]! })))
    near(r.mu, 0.595238)
    near(r.rho, 0.147375)
    near(r.M, 5.785429, 2e-6)
    ;[0.598932, 0.443805, 0.71994, 0.408206, 0.788303].forEach((v, i) => {
      near(r.modules[i]!.posterior, v)
    })
    near(r.modules[3]!.interval[0], 0.187798)
    near(r.modules[3]!.interval[1], 0.650631)
  })
  it('two sessions touch without a clash until travel lies between', () => {
    const at = (travelMin: number) => [
      { start: '2026-11-24T08:00', end: '2026-11-24T12:00', travelMin },
      { start: '2026-11-24T12:00', end: '2026-11-24T14:00', travelMin },
    ]
    expect(facilitatorLoad(at(0), { hoursPerMonth: null }).conflicts).toEqual([])
    expect(facilitatorLoad(at(30), { hoursPerMonth: null }).conflicts).toHaveLength(1)
    const days = [1, 2, 3, 4].map(d => ({
      start: `2026-11-0${d}T08:00`,
      end: `2026-11-0${d}T14:00`,
      travelMin: 30,
      prepFactor: 0.5,
    }))
    near(facilitatorLoad(days, { hoursPerMonth: 60 }).value, 40 / 60, 1e-12)
  })
})

describe('a number for a reader', () => {
  it('rounds to what is known, and toward the class', () => {
    expect(formatUncertain({ value: 7.428571, interval: [3.229, 11.628], kind: 'number' }).short).toBe(
      '7 (3 sampai 12)',
    )
    expect(formatUncertain({ value: 71.96, interval: [70.66, 73.26], kind: 'score' }).short).toBe(
      '72,0 (70,7 sampai 73,3)',
    )
    expect(formatUncertain({ value: 5 / 8, interval: [0.305742, 0.863156], kind: 'share', n: 8 }).short).toBe(
      '5 dari 8 (kira-kira 3 sampai 9 dari 10)',
    )
    expect(formatUncertain({ value: 0.75, interval: [0.566443, 0.873235], kind: 'share', n: 28 }).short).toBe(
      '75% (57% sampai 87%)',
    )
    expect(formatUncertain({ value: 71.996, kind: 'score', cuts: [72] }).short).toBe('71,99 (di bawah ambang 72)')
    expect(formatUncertain({ value: 2976190, interval: [1909710, 6172289], kind: 'money' }).short).toBe(
      'Rp3,0 juta (Rp1,9 juta sampai Rp6,2 juta)',
    )
    expect(formatUncertain({ value: 1234500, kind: 'money' }).short).toBe('Rp1.234.500')
    expect(formatUncertain({ value: 3.5, interval: [-2.2, 9.1], kind: 'difference' }).short).toBe(
      'Belum terlihat perbedaan (−2 sampai +9)',
    )
    expect(formatUncertain({ value: null, kind: 'number' }).short).toBe('belum dapat disimpulkan')
    expect([0.2, 0.05, 0.001].map(p => chanceWords(p))).toEqual([
      'dapat terjadi karena kebetulan',
      'mungkin bukan kebetulan',
      'sulit dijelaskan oleh kebetulan',
    ])
  })
})
