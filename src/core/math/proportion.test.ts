import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { bivariateNormalCdf } from './bivariate-normal.ts'
import { boxProbability, classificationConsistency, compositeSem, kelley, standardError } from './box-probability.ts'
import { betaQuantile, chiSquareQuantile, fQuantile, normalCdf, normalQuantile, tQuantile } from './distributions.ts'
import { fisherExact } from './fisher-exact.ts'
import { newcombeDifference } from './newcombe-difference.ts'
import { mulberry32, stableSeed } from './random.ts'
import { fourFifths, selectionRateRatio } from './selection-rate-ratio.ts'
import { smaa } from './smaa.ts'
import { standardisedMeanDifference } from './standardised-mean-difference.ts'
import { wilsonInterval, wilsonLimits } from './wilson-interval.ts'

const near = (a: number | null | undefined, b: number, tol: number) =>
  expect(Math.abs((a ?? Number.NaN) - b), `${a} against ${b}`).toBeLessThanOrEqual(tol)
const pair = (a: [number, number] | null | undefined, b: [number, number], tol: number) => {
  near(a?.[0], b[0], tol)
  near(a?.[1], b[1], tol)
}

describe('special functions give the known digits', () => {
  it('normal, t, F, chi-square, beta', () => {
    near(normalCdf(1.2345), 0.8914916767, 1e-7)
    near(normalCdf(-6) / 9.865876e-10, 1, 1e-6)
    near(normalQuantile(0.975), 1.959963985, 1e-8)
    near(tQuantile(0.975, 9), 2.262157163, 1e-8)
    near(tQuantile(0.975, 4), 2.776445105, 1e-8)
    near(fQuantile(0.975, 5, 18), 3.381967806, 1e-6)
    near(fQuantile(0.975, 5, 4.78514), 7.498634283, 1e-6)
    near(chiSquareQuantile(0.95, 5), 11.07049769, 1e-7)
    near(betaQuantile(0.025, 9, 11), 0.24447469, 1e-7)
    near(bivariateNormalCdf(0, 0, 0.5), 1 / 3, 1e-9)
    near(bivariateNormalCdf(0, 0, 0.99), 0.25 + Math.asin(0.99) / (2 * Math.PI), 1e-9)
  })

  it('the same seed draws the same numbers on every machine', () => {
    const first = (seed: number, n: number) => Array.from({ length: n }, mulberry32(seed))
    const seen = [...first(42, 5), ...first(12345, 3)]
    const expected = [
      0.6011037519, 0.448290559, 0.8524657935, 0.6697340414, 0.1748138989, 0.9797282678, 0.3067522645, 0.4842054215,
    ]
    expected.forEach((v, i) => {
      // One step of 2^-32: the fifth printed digit string of seed 42 is off by less than that.
      near(seen[i], v, 2 ** -32)
    })
    expect(stableSeed({ a: 1, b: 2 })).toBe(stableSeed({ b: 2, a: 1 }))
    expect(stableSeed({ a: 1 })).not.toBe(stableSeed({ a: 2 }))
  })

  it('q-values follow Benjamini and Hochberg, in the order given', () => {
    const q = benjaminiHochberg([0.2, 0.01, 0.02, 0.03])
    ;[0.2, 0.04, 0.04, 0.04].forEach((v, i) => {
      near(q[i], v, 1e-12)
    })
  })
})

describe('a share and its difference carry the published intervals', () => {
  it('Wilson', () => {
    const table: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ]
    for (const [x, n, lo, hi] of table) pair(wilsonInterval(x, n).interval, [lo, hi], 5e-5)
    expect(wilsonInterval(0, 0)).toMatchObject({ status: 'belumDapatDisimpulkan', value: null })
  })

  it('Newcombe', () => {
    const table: [number, number, number, number, number, number, number][] = [
      [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.6, 0.1705, 0.809],
      [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
      [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
      [0, 10, 0, 20, 0, -0.1611, 0.2775],
      [0, 10, 0, 10, 0, -0.2775, 0.2775],
      [10, 10, 0, 20, 1, 0.6791, 1],
      [10, 10, 0, 10, 1, 0.6075, 1],
    ]
    for (const [a, b, c, d, v, lo, hi] of table) {
      const r = newcombeDifference(a, b, c, d)
      near(r.value, v, 5e-5)
      pair(r.interval, [lo, hi], 5.1e-5)
    }
  })

  it('ratio, Fisher, four fifths', () => {
    const r = selectionRateRatio(12, 40, 48, 80)
    near(r.value, 0.5, 1e-12)
    pair(r.interval, [0.301433, 0.829372], 1e-6)
    near(fisherExact(12, 28, 48, 32).p, 0.00340922, 1e-8)
    near(fisherExact(3, 1, 1, 3).p, 0.4857143, 1e-7)
    const aspirin = selectionRateRatio(189, 11034, 104, 11037)
    near(aspirin.value, 1.817802, 1e-6)
    pair(aspirin.interval, [1.433031, 2.305884], 1e-6)
    const none = selectionRateRatio(0, 12, 8, 20)
    expect(none).toMatchObject({ value: 0, corrected: true })
    pair(none.interval, [0.005972, 1.511928], 1e-6)
    expect(selectionRateRatio(4, 4, 9, 9)).toMatchObject({ value: 1, interval: null })
    expect(fourFifths(12, 40, 48, 80)).toMatchObject({ perluDitelaah: true, kuat: true, datanyaSedikit: false })
  })

  it('standardised difference', () => {
    const r = standardisedMeanDifference(103, 5.5, 50, 100, 4.5, 50)
    near(r.d, 0.597022, 1e-6)
    near(r.varD, 0.041782, 1e-6)
    near(r.g, 0.592442, 1e-6)
    near(r.varG, 0.041143, 1e-6)
    expect(standardisedMeanDifference(1, 0, 5, 2, 0, 5)).toMatchObject({ status: 'tidakTerdefinisi', value: null })
  })

  it('an interval always holds its estimate, and swapping groups turns difference and ratio around', () => {
    const group = fc.integer({ min: 1, max: 300 }).chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(group, group, ([x1, n1], [x2, n2]) => {
        const [lo, hi] = wilsonLimits(x1, n1)
        expect(lo <= x1 / n1 + 1e-12 && hi >= x1 / n1 - 1e-12 && lo >= 0 && hi <= 1).toBe(true)
        const [a, b] = [newcombeDifference(x1, n1, x2, n2), newcombeDifference(x2, n2, x1, n1)]
        near(a.value! + b.value!, 0, 1e-12)
        near(a.interval![0] + b.interval![1], 0, 1e-12)
        expect(a.interval![0] <= a.value! + 1e-12 && a.value! <= a.interval![1] + 1e-12).toBe(true)
        const [p, q] = [selectionRateRatio(x1, n1, x2, n2), selectionRateRatio(x2, n2, x1, n1)]
        if (p.value && q.value) near(p.value * q.value, 1, 1e-9)
        const f = fisherExact(x1, n1 - x1, x2, n2 - x2).p
        expect(f > 0 && f <= 1).toBe(true)
      }),
    )
  })
})

describe('a box near a cut says how sure it is', () => {
  const cuts = { x: [60, 80] as [number, number], y: [60, 80] as [number, number] }
  it('published cells', () => {
    near(standardError(10, 0.84), 4, 1e-9)
    const table: [number, number, number, number, number, typeof cuts, number[], number[]][] = [
      [79, 81, 4, 3, 0, cuts, [0.0000004, 0.2211865, 0.3775188], [0, 0.1482545, 0.2530392]],
      [79, 81, 4, 3, 0.5, cuts, [0.000001, 0.2950919, 0.3036134], [0, 0.0743484, 0.3269453]],
      [
        71.9,
        80,
        3.2,
        4,
        0.3,
        { x: [46, 72], y: [70, 85] },
        [0.0050937, 0.4750083, 0.032363],
        [0.001116, 0.4131323, 0.0732868],
      ],
      [
        72.1,
        80,
        3.2,
        4,
        0.3,
        { x: [46, 72], y: [70, 85] },
        [0.0049843, 0.4525572, 0.0299936],
        [0.0012254, 0.4355834, 0.0756562],
      ],
    ]
    for (const [x, y, semX, semY, rho, c, one, two] of table) {
      const P = boxProbability({ x, y }, { semX, semY, rho }, c).P!
      for (let j = 0; j < 3; j++) {
        near(P[1]![j], one[j]!, 1e-6)
        near(P[2]![j], two[j]!, 1e-6)
      }
      near(
        P.flat().reduce((a, b) => a + b, 0),
        1,
        1e-9,
      )
    }
    near(
      compositeSem([
        { sem: 5, weight: 20 },
        { sem: 6, weight: 25 },
      ]),
      1.802776,
      1e-6,
    )
    near(
      compositeSem(
        [
          { sem: 5, weight: 20 },
          { sem: 6, weight: 25 },
        ],
        0.3,
      ),
      2.037155,
      1e-6,
    )
    near(kelley(78, 70, 10, 0.84).mean, 76.72, 1e-9)
    near(kelley(78, 70, 10, 0.84).sd, 3.666061, 1e-6)
    const a = classificationConsistency(0, 0, 1, 0.84)
    near(a.consistency, 0.817445, 1e-6)
    near(a.kappa, 0.63489, 1e-6)
    near(a.accuracy, 0.86901, 1e-6)
    const b = classificationConsistency(0.5, 0, 1, 0.9)
    near(b.consistency, 0.873577, 1e-6)
    near(b.kappa, 0.703708, 1e-6)
    near(b.accuracy, 0.909716, 1e-6)
  })

  it('an unknown measurement error gives no probability, and an axis without error is certain', () => {
    expect(boxProbability({ x: 79, y: 81 }, { semX: null, semY: 3 }, cuts)).toMatchObject({
      status: 'belumDapatDisimpulkan',
      value: null,
    })
    near(boxProbability({ x: 85, y: 85 }, { semX: 0, semY: 0 }, cuts).pAssigned, 1, 0)
    expect(boxProbability({ x: 85, y: 85 }, { semX: 1, semY: 1, rho: 1 }, cuts).value).toBeNull()
  })
})

describe('another choice of weights shows who holds the place', () => {
  const people = [
    { id: 'A', scores: [90, 50] },
    { id: 'B', scores: [70, 75] },
    { id: 'C', scores: [50, 90] },
  ]
  const two = [{ code: 'x' }, { code: 'y' }]
  it('two criteria exactly', () => {
    const r = smaa(people, two)
    const expected = { A: [4 / 9, 1 / 18, 1 / 2], B: [8 / 63, 55 / 63, 0], C: [3 / 7, 1 / 14, 1 / 2] }
    for (const [id, shares] of Object.entries(expected))
      shares.forEach((v, k) => {
        near(r.rankAcceptability[id]![k], v, 1e-9)
      })
    ;[3 / 7, 1 / 2, 5 / 9].forEach((v, i) => {
      near(r.breaks![i], v, 1e-9)
    })
    const b = smaa(people, two, {
      kind: 'bounds',
      bounds: [
        [0.4, 0.6],
        [0.4, 0.6],
      ],
    })
    near(b.rankAcceptability.A![0], 2 / 9, 1e-9)
    near(b.rankAcceptability.B![0], 40 / 63, 1e-9)
    near(b.rankAcceptability.C![1], 5 / 14, 1e-9)
  })
  it('the drawn counts are the same on every machine', () => {
    const r = smaa(people, two, { kind: 'simplex' }, null, { draws: 10000, seed: 42, exact: false })
    expect(r.rankCounts).toEqual({ A: [4406, 572, 5022], B: [1322, 8678, 0], C: [4272, 750, 4978] })
  })
  it('people alike in everything share the better rank', () => {
    const r = smaa(
      [
        { id: 'A', scores: [1, 1] },
        { id: 'B', scores: [1, 1] },
      ],
      two,
    )
    expect([r.rankAcceptability.A, r.rankAcceptability.B]).toEqual([
      [1, 0],
      [1, 0],
    ])
  })
  it('three criteria by drawing', () => {
    const r = smaa(
      [
        { id: 'A', scores: [80, 60, 70] },
        { id: 'B', scores: [70, 75, 65] },
        { id: 'C', scores: [60, 70, 85] },
      ],
      [{ code: 'x' }, { code: 'y' }, { code: 'z' }],
    )
    near(r.rankAcceptability.A![0], 0.307389, 0.015)
    near(r.rankAcceptability.B![0], 0.241379, 0.015)
    near(r.rankAcceptability.C![0], 0.451232, 0.015)
    near(r.rankAcceptability.B![1], 0.433908, 0.015)
  })
  it('a cut that may lie elsewhere, or a weight that may be another, moves the level by the exact share', () => {
    near(
      smaa([{ id: 'A', scores: [90, 50] }], two, { kind: 'simplex' }, { cuts: [[72, 72]] }).boxAcceptability!.A![1],
      0.45,
      1e-9,
    )
    near(
      smaa(
        [{ id: 'A', scores: [90, 50] }],
        two,
        {
          kind: 'bounds',
          bounds: [
            [0.4, 0.6],
            [0.4, 0.6],
          ],
        },
        { cuts: [[72, 72]] },
      ).boxAcceptability!.A![1],
      0.25,
      1e-9,
    )
    near(
      smaa([{ id: 'A', scores: [73, 73] }], two, { kind: 'simplex' }, { cuts: [[70, 74]] }).boxAcceptability!.A![1],
      0.75,
      1e-9,
    )
  })
  it('narrow bounds still give weights inside them', () => {
    const r = smaa(
      [
        { id: 'A', scores: [80, 60, 70, 50, 61] },
        { id: 'B', scores: [70, 75, 65, 60, 60] },
      ],
      ['a', 'b', 'c', 'd', 'e'].map(code => ({ code })),
      { kind: 'bounds', bounds: Array.from({ length: 5 }, () => [0.19, 0.21] as [number, number]) },
    )
    for (const w of r.centralWeights.A ?? r.centralWeights.B!) expect(w >= 0.19 - 1e-9 && w <= 0.21 + 1e-9).toBe(true)
  })
})
