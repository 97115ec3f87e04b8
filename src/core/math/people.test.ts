import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ApplicationCase, applicationBounds, applicationRate, exactMcNemar } from './application-rate.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { intraclassCorrelation } from './intraclass-correlation.ts'
import { itemAnalysis } from './item-analysis.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { learningGain } from './learning-gain.ts'
import { confusionBySharpness, levelPosterior } from './level-posterior.ts'
import { mantelHaenszel } from './mantel-haenszel.ts'
import { eValue } from './matched-comparison.ts'
import { raterSeverity } from './rater-severity.ts'
import { normalPosterior } from './shrinkage.ts'
import { poissonBinomial, vacancyForecast } from './vacancy-forecast.ts'

const near = (a: number | null | undefined, b: number, tol = 1e-6) =>
  expect(Math.abs((a ?? Number.NaN) - b), `${a} against ${b}`).toBeLessThanOrEqual(tol)

describe('learning gain', () => {
  const pre = [40, 50, 60, 70]
  const post = [70, 65, 90, 85]
  it('Hake of four people is shown as a list only', () => {
    const r = learningGain(
      pre.map((p, i) => ({ pre: p, post: post[i]! })),
      { maxScore: 100 },
    )
    near(r.hakeClass, 0.5, 1e-12)
    near(r.hakeIndividualMean, 0.5125, 1e-12)
    expect(r).toMatchObject({ status: 'belumDapatDisimpulkan', value: null, t: null })
  })
  it('one side unknown is counted, and changes no known figure', () => {
    const score = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ pre: score, post: score }), { minLength: 5, maxLength: 30 }),
        fc.array(score, { maxLength: 5 }),
        (pairs, alone) => {
          const a = learningGain(pairs, { maxScore: 100 })
          const b = learningGain([...pairs, ...alone.map(v => ({ pre: v, post: null })), { pre: null, post: 5 }], {
            maxScore: 100,
          })
          expect(b.missingPost).toBe(alone.length)
          expect([b.n, b.meanDiff, b.t, b.interval, b.dz]).toEqual([a.n, a.meanDiff, a.t, a.interval, a.dz])
          if (a.interval) expect(a.interval[0] <= a.meanDiff! + 1e-9 && a.meanDiff! <= a.interval[1] + 1e-9).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })
  it('everybody rising alike has no t', () => {
    const r = learningGain(Array.from({ length: 6 }, (_, i) => ({ pre: i, post: i + 3 })))
    expect(r).toMatchObject({ status: 'tidakTerdefinisi', value: null, t: null, dz: null, interval: [3, 3] })
  })
})

describe('application on the job', () => {
  const cases = (ya: number, x: number, y: number, no: number, silent: number): ApplicationCase[] => {
    const make = (a: 'ya' | 'belum' | null, b: 'ya' | 'belum' | null, i: number): ApplicationCase => ({
      person: `${a}${b}${i}`,
      indicatorId: 'I1',
      agreedBefore: true,
      checks: [
        { rater: 'atasan', day: 60, verdict: a },
        { rater: 'rekan', day: 60, verdict: b },
      ],
    })
    const many = (n: number, a: 'ya' | 'belum' | null, b: 'ya' | 'belum' | null) =>
      Array.from({ length: n }, (_, i) => make(a, b, i))
    return [
      ...many(ya, 'ya', 'ya'),
      ...many(x, 'ya', 'belum'),
      ...many(y, 'belum', 'ya'),
      ...many(no, 'belum', 'belum'),
      ...many(silent, 'ya', null),
    ]
  }
  it('the silent ones widen the answer to the worst case', () => {
    const r = applicationRate(cases(21, 0, 0, 7, 12), { day: 60 })
    near(r.rate, 0.75)
    near(r.wilson![0], 0.566443)
    near(r.wilson![1], 0.873235)
    near(r.responseRate, 0.7)
    near(r.manski![0], 0.525)
    near(r.manski![1], 0.825)
    near(r.manskiWilson![0], 0.374974)
    near(r.manskiWilson![1], 0.912546)
    expect(r.status).toBe('sebagian')
  })
  it('raters who differ are listed and not counted as applied', () => {
    const r = applicationRate(cases(14, 5, 2, 7, 0), { day: 60 })
    expect(r.applied).toBe(14)
    near(r.disagreement, 0.25)
    near(r.kappa, 0.473118)
    near(r.mcnemarP, 0.453125)
  })
  it('nobody at all has no rate', () => {
    expect(applicationRate([], { day: 60 })).toMatchObject({ rate: null, value: null, manski: null })
    expect(applicationBounds(0, 0, 0).rate).toBeNull()
    near(exactMcNemar(900, 900), 1, 1e-9)
    near(exactMcNemar(5, 2), 0.453125, 1e-12)
  })
})

describe('agreement', () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]
  it('kappa', () => {
    for (const [w, k, se] of [
      ['none', 0.491525, 0.051002],
      ['linear', 0.473684, 0.054432],
      ['quadratic', 0.454545, 0.066454],
    ] as const) {
      near(cohenKappa(table, w).kappa, k)
      near(cohenKappa(table, w).se, se)
    }
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ status: 'tidakTerdefinisi', value: null })
  })
  it('raters on a complete table', () => {
    const m = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const r = raterSeverity(
      m.flatMap((row, i) => row.map((score, j) => ({ person: String(i), rater: `j${j}`, score }))),
    )
    ;[2.375, -2.791667, -0.958333, 1.375].forEach((v, j) => {
      near(r.effects[j]!.effect, v)
    })
    near(intraclassCorrelation(m).forms!['2,1'].df[1], 4.78514, 1e-5)
  })
  it('raters who share no person are not compared', () => {
    const r = raterSeverity([
      { person: 'p', rater: 'a', score: 1 },
      { person: 'p', rater: 'b', score: 3 },
      { person: 'q', rater: 'c', score: 1 },
      { person: 'q', rater: 'd', score: 2 },
    ])
    expect(r.connected).toBe(false)
    near(r.effects[0]!.effect, -1)
    near(r.effects[2]!.effect, -0.5)
  })
  it('an incomplete matrix is not filled, equal marks have no agreement', () => {
    expect(
      intraclassCorrelation([
        [1, null],
        [1, 2],
        [1, 2],
        [1, 3],
        [2, 2],
      ]).value,
    ).toBeNull()
    expect(intraclassCorrelation(Array.from({ length: 6 }, () => [3, 3])).status).toBe('tidakTerdefinisi')
    expect(
      krippendorffAlpha([
        { unit: '1', observer: 'a', value: 2 },
        { unit: '1', observer: 'b', value: 2 },
      ]).status,
    ).toBe('tidakTerdefinisi')
  })
  it('levels from several sources', () => {
    const prior = [0.05, 0.15, 0.3, 0.3, 0.15, 0.05]
    const one = levelPosterior(prior, [{ source: 'AC', level: 3 }])
    ;[0.001628, 0.018656, 0.162142, 0.726669, 0.083611, 0.007294].forEach((v, k) => {
      near(one.p[k], v)
    })
    const two = levelPosterior(prior, [
      { source: 'AC', level: 3 },
      { source: 'atasan', level: 4 },
    ])
    near(two.mean, 3.13562)
    const three = levelPosterior(prior, [
      { source: 'AC', level: 3 },
      { source: 'atasan', level: 4 },
      { source: 'diri', level: 5 },
    ])
    near(three.pAtLeast[4], 0.335234)
    const fresh = levelPosterior(prior, [
      { source: 'AC', level: 3 },
      { source: 'atasan', level: 4, weight: 0.5 },
    ])
    near(fresh.p[3], 0.739863)
    near(
      confusionBySharpness(1.5)[2]!.reduce((a, b) => a + b, 0),
      1,
      1e-12,
    )
  })
  it('an item that does not vary stands apart, a wrong key is pointed at', () => {
    const r = itemAnalysis(Array.from({ length: 12 }, (_, i) => [1, i % 2, i % 2, 1 - (i % 2), i < 6 ? 1 : 0]))
    expect(r.excluded).toEqual(['item1'])
    expect(r.items[0]!.pointBiserial).toBeNull()
    expect(r.flags.some(f => f.item === 'item4' && f.reason === 'periksa kunci jawaban')).toBe(true)
  })
  it('within comparable strata the answer may turn, and is said', () => {
    const r = mantelHaenszel([
      { a: 90, b: 10, c: 850, d: 150 },
      { a: 200, b: 800, c: 15, d: 85 },
    ])
    expect(r.reversed).toBe(true)
    expect(r.limits).toContain('berbeda arah')
    expect(mantelHaenszel([{ a: 5, b: 5, c: 0, d: 0 }])).toMatchObject({ value: null, uninformative: 10 })
  })
})

describe('who stays and who leaves', () => {
  it('late entry is at risk only from its entry on', () => {
    const d = [
      [0, 2, true],
      [0, 5, true],
      [3, 6, true],
      [4, 8, false],
    ] as const
    const r = kaplanMeier(d.map(([entry, time, event]) => ({ entry, time, event })))
    expect(r.times.map(x => x.atRisk)).toEqual([2, 3, 2])
    ;[1 / 2, 1 / 3, 1 / 6].forEach((v, i) => {
      near(r.times[i]!.S, v, 1e-12)
    })
    const plain = kaplanMeier(d.map(([, time, event]) => ({ time, event })))
    ;[3 / 4, 1 / 2, 1 / 4].forEach((v, i) => {
      near(plain.times[i]!.S, v, 1e-12)
    })
  })
  it('vacancies are summed exactly, and an unknown birth date is a range', () => {
    const posts = [
      { incumbent: 'a', tmtPensiun: '2027-04-01', hazard: 0.005 },
      { incumbent: 'b', tmtPensiun: '2040-01-01', hazard: 0.005 },
      { incumbent: 'c', tmtPensiun: '2041-01-01', hazard: 0.005 },
    ]
    const r = vacancyForecast(posts, 12, '2026-11-24')
    near(r.perPosition[1]!.p, 0.058377)
    near(r.expected, 1.116754)
    near(r.atLeast[2], 0.113346)
    ;[0.035, 0.365, 0.465, 0.135].forEach((v, k) => {
      near(poissonBinomial([0.3, 0.5, 0.9])[k], v, 1e-12)
    })
    const open = vacancyForecast([...posts, { incumbent: 'd', tmtPensiun: null, hazard: 0.005 }], 12, '2026-11-24')
    expect(open).toMatchObject({ status: 'sebagian', value: null, expected: null })
    near(open.interval![0], 1.116754)
    near(open.interval![1], 2.116754)
    expect(open.perPosition.slice(0, 3)).toEqual(r.perPosition.map((x, i) => ({ ...x, id: posts[i]!.incumbent })))
  })
  it('small helpers', () => {
    near(eValue(2), 3.414214)
    const p = normalPosterior({ mean: 0.5, sd: 0.3 }, 1.1, 0.4)
    near(p.value, 0.716)
    near(p.sd, 0.24)
    near(p.interval[0], 0.245609)
    near(p.interval[1], 1.186391)
  })
})
