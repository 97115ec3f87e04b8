import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ComputeInputError } from '#core/math/compute-input.ts'
import { BadInput } from './command/arguments.ts'
import { computeByName } from './command/compute.command.ts'

// biome-ignore lint/suspicious/noExplicitAny: results are read by name, as somebody at a terminal reads them
type Loose = any
const ask = (name: string, json: unknown, parameters: Record<string, unknown> = {}): Loose =>
  computeByName(name, { json, parameters })
const near = (a: number | null | undefined, b: number, tol = 1e-6) =>
  expect(Math.abs((a ?? Number.NaN) - b), `${a} against ${b}`).toBeLessThanOrEqual(tol)
const refusal = (name: string, json: unknown): string => {
  try {
    ask(name, json)
  } catch (error) {
    if (error instanceof ComputeInputError || error instanceof BadInput) return error.message
    throw error
  }
  return 'diterima'
}

describe('a talent score from parts written in the input', () => {
  const y = (u360: number | null, award: number | null) => [
    { code: 'predikat', axis: 'Y', weight: 60, value: 80, lo: 20, hi: 100 },
    { code: 'penghargaan', axis: 'Y', weight: 15, value: award, lo: 0, hi: 100, steps: [0, 25, 50, 75, 100] },
    { code: 'tim', axis: 'Y', weight: 15, value: 0, lo: 0, hi: 100 },
    { code: 'u360', axis: 'Y', weight: 10, value: u360, lo: 20, hi: 100 },
  ]
  it('the rows of the methods document', () => {
    const pupr = ask('talentScore', {
      parts: [
        { code: 'potkom', axis: 'X', weight: 65, value: 93.47, lo: 0, hi: 100 },
        { code: 'pendidikan', axis: 'X', weight: 5, value: 90, lo: 60, hi: 100 },
        { code: 'bidang', axis: 'X', weight: 5, value: 100, lo: 50, hi: 100 },
        { code: 'bangkom', axis: 'X', weight: 5, value: 100, lo: 0, hi: 100 },
        { code: 'pengalaman', axis: 'X', weight: 5, value: 200 / 3, lo: 0, hi: 100 },
        { code: 'integritas', axis: 'X', weight: 15, value: 100, lo: 0, hi: 100 },
        { code: 'predikat', axis: 'Y', weight: 100, value: 80, lo: 20, hi: 100 },
      ],
    })
    near(pupr.axis.X.value, 93.588833)
    expect([pupr.axis.Y.value, pupr.box, pupr.placement]).toEqual([80, 9, 'dipetakan'])
    near(pupr.nilaiTalenta, 86.794417)

    const all = ask('talentScore', { parts: y(80, 0) }).axis.Y
    expect([all.value, all.level, all.toNextUp]).toEqual([56, 0, 4])
    const no360 = ask('talentScore', { parts: y(null, 0) }).axis.Y
    near(no360.min, 50)
    near(no360.max, 58)
    near(no360.completeness, 0.9)
    expect(no360.decisiveMissing).toEqual([])
    const noAward = ask('talentScore', { parts: y(80, null) })
    near(noAward.axis.Y.min, 56)
    near(noAward.axis.Y.max, 71)
    expect(noAward.axis.Y.decisiveMissing).toEqual(['penghargaan'])
    near(noAward.axis.Y.decisiveAt.penghargaan[0].needs, 26.666667)
    const two = ask('talentScore', { parts: y(null, null) }).axis.Y
    near(two.min, 50)
    near(two.max, 73)
    expect(two.decisiveMissing).toEqual(['penghargaan', 'u360'])
  })
  it('a mandatory part missing waits, also where every completion gives one box, unless the rule set allows it', () => {
    const parts = (value: number | null) => [
      { code: 'a', axis: 'X', weight: 90, value: 100 },
      { code: 'b', axis: 'X', weight: 10, value },
      { code: 'c', axis: 'Y', weight: 100, value: 90 },
    ]
    const waiting = ask('talentScore', { parts: parts(null) })
    expect(waiting).toMatchObject({ box: null, placement: 'belumDapatDipetakan', isCertain: true, reachableBoxes: [9] })
    const allowed = ask('talentScore', { parts: parts(null), ruleSet: { izinkanPastiWalauBelumLengkap: true } })
    expect(allowed).toMatchObject({ box: 9, placement: 'dipetakan' })
    const expired = [{ code: 'a', axis: 'X', weight: 100, value: 90, state: 'expired' }, parts(1)[2]]
    expect(ask('talentScore', { parts: expired })).toMatchObject({
      box: null,
      missing: [{ code: 'a', state: 'expired' }],
    })
    expect(ask('talentScore', { parts: expired, ruleSet: { pakaiKedaluwarsa: true } }).box).toBe(9)
  })
  it('whatever is missing, every completion lies within the bounds and in a reachable box', () => {
    const part = fc.record({
      value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      lo: fc.integer({ min: 0, max: 40 }),
      hi: fc.integer({ min: 60, max: 100 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), drawn => {
        const parts = drawn.map((d, i) => ({
          code: `p${i}`,
          axis: i < 2 ? 'X' : 'Y',
          weight: i % 2 ? 70 : 30,
          lo: d.lo,
          hi: d.hi,
          value: d.value === null ? null : Math.min(d.hi, Math.max(d.lo, d.value)),
        }))
        const open = ask('talentScore', { parts })
        const filled = ask('talentScore', {
          parts: parts.map((p, i) => ({ ...p, value: p.value ?? p.lo + drawn[i].at * (p.hi - p.lo) })),
        })
        expect(open.reachableBoxes).toContain(filled.box)
        for (const k of ['X', 'Y']) {
          expect(filled.axis[k].value).toBeGreaterThanOrEqual(open.axis[k].min - 1e-9)
          expect(filled.axis[k].value).toBeLessThanOrEqual(open.axis[k].max + 1e-9)
        }
        const isWhole = parts.every(p => p.value !== null)
        expect(open.box === null).toBe(!isWhole)
      }),
      { numRuns: 150 },
    )
  })
  it('weights, rubrics and cuts that cannot be used are refused by name', () => {
    const one = { code: 'a', axis: 'X', weight: 90, value: 1 }
    expect(refusal('talentScore', { parts: [one] })).toMatch(/jumlah bobot 90, seharusnya 100/)
    expect(refusal('talentScore', { parts: [{ ...one, weight: 100, lo: 80, hi: 20 }] })).toMatch(
      /lo \(80\) melebihi hi/,
    )
    expect(refusal('talentScore', { parts: [{ ...one, weight: 100 }], cuts: [80, 60] })).toMatch(
      /ambang 60 tidak lebih/,
    )
    expect(refusal('talentScore', { values: { tidakAda: 3 } })).toMatch(/"tidakAda" tidak ada dalam aturan/)
    const bands = [
      { from: 0, to: 5, value: 10 },
      { from: 6, to: null, value: 100 },
    ]
    expect(ask('scoreRulesProblems', { parts: [{ ...one, weight: 100, bands }] }).problems[0]).toMatch(
      /celah antara baris 1/,
    )
  })
})

describe('near a cut, and other weights', () => {
  it('scores, errors and cuts may be given as objects', () => {
    const r = ask('boxProbability', {
      scores: { x: 71.9, y: 80 },
      errors: { semX: 3.2, semY: 4, rho: 0.3 },
      cuts: { x: [46, 72], y: [70, 85] },
    })
    near(r.P[1][1], 0.4750083)
    near(r.P[2][1], 0.4131323)
    expect(ask('boxProbability', { x: 1, y: 2, cuts: [60, 80] })).toMatchObject({
      pAssigned: null,
      P: null,
      assigned: 1,
    })
    const certain = ask('boxProbability', { x: 79, y: 81, semX: 0, semY: 3, cuts: [60, 80] })
    near(certain.P[0][2] + certain.P[2][2], 0, 1e-12)
  })
  it('ranks by code, around the legal weights', () => {
    const criteria = [{ code: 'a' }, { code: 'b' }]
    const alternatives = [
      { id: 'A', scores: { a: 90, b: 50 } },
      { id: 'B', scores: { a: 70, b: 75 } },
      { id: 'C', scores: { b: 90, a: 50 } },
    ]
    const exact = ask('smaa', { alternatives, criteria, weightSpace: 'simplex' })
    near(exact.rankAcceptability.A[0], 4 / 9)
    near(exact.rankAcceptability.B[1], 55 / 63)
    const around = ask('smaa', {
      alternatives,
      criteria,
      weightSpace: { kind: 'around', weights: [50, 50], points: 10 },
    })
    near(around.rankAcceptability.A[0], 2 / 9)
    near(around.rankAcceptability.C[1], 5 / 14)
    const drawn = ask('smaa', { alternatives, criteria, options: { draws: 10000, seed: 42, exact: false } })
    expect(drawn.rankCounts).toEqual({ A: [4406, 572, 5022], B: [1322, 8678, 0], C: [4272, 750, 4978] })
    const alike = ask('smaa', { criteria, alternatives: alternatives.map(a => ({ ...a, scores: { a: 7, b: 7 } })) })
    expect(Object.values(alike.rankAcceptability)).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ])
    const unknown = ask('smaa', { criteria, alternatives: [...alternatives, { id: 'D', scores: { a: 80 } }] })
    expect(unknown.marked).toEqual(['D'])
    near(
      unknown.rankAcceptability.D.reduce((s: number, v: number) => s + v, 0),
      1,
    )
    expect(refusal('smaa', { criteria, alternatives: [alternatives[0], alternatives[0]] })).toMatch(/dua kali/)
  })
})

describe('levels against a standard', () => {
  it('by code, and never for a competency the standard does not ask for', () => {
    const r = ask('jobPersonMatch', {
      standard: [
        { code: 'K1', level: 3 },
        { code: 'K2', level: 3 },
        { code: 'K3', level: 3 },
      ],
      levels: [
        { code: 'K3', level: 2 },
        { code: 'K1', level: 5 },
        { code: 'K2', level: 2 },
        { code: 'K9', level: 5 },
      ],
    })
    near(r.jpm, 100)
    expect([r.gaps, r.surplus]).toEqual([
      [0, 1, 1],
      [2, 0, 0],
    ])
    const index = ask('gapIndex', { levels: [5, 2, 2], standard: [3, 3, 3], mode: 'neto' })
    expect(index).toMatchObject({ ikk: 0, band: 'Tidak ada kesenjangan', hidesGap: true })
    expect(index.warning).toMatch(/tertutup kelebihan/)
    for (const [jpm, purpose, category] of [
      [68, 'pengisian', 'MMS'],
      [67.99, 'pengisian', 'KMS'],
      [80, 'pengisian', 'MS'],
      [78, 'pemetaan', 'CO'],
      [90, 'pemetaan', 'O'],
    ] as const)
      expect(ask('jobPersonMatch', { levels: [jpm / 20], standard: [5], purpose }).category).toBe(category)
    const bounds = ask('jobPersonMatch', { levels: [3, null, 2], standard: [3, 3, 3] })
    near(bounds.min, 500 / 9)
    near(bounds.max, 1000 / 9)
    expect(ask('jobPersonMatch', { levels: [], standard: [] })).toMatchObject({ status: 'tidakTerdefinisi', jpm: null })
    expect(refusal('jobPersonMatch', { levels: [3], standard: [3, 3] })).toMatch(/berisi 1 level/)
    expect(refusal('jobPersonMatch', { levels: [6], standard: [3] })).toMatch(/tidak boleh lebih dari 5/)
  })
  it('sources in the words of the regulations, kept apart', () => {
    const evidence = (ac: string) => [
      { source: 'asesmen', level: 2, date: ac },
      { source: 'atasan', level: 3, date: '2026-06-01' },
      { source: 'diri', level: 5, date: '2026-09-01' },
    ]
    const asOf = '2026-11-24'
    expect(ask('fuseCompetency', { asOf, evidence: evidence('2024-01-10') })).toMatchObject({
      officialLevel: 2,
      conflicts: [
        { source: 'supervisor', difference: 1 },
        { source: 'self', difference: 3 },
      ],
      action: 'usulkan asesmen ulang',
    })
    expect(ask('fuseCompetency', { asOf, evidence: evidence('2023-11-23') })).toMatchObject({
      officialLevel: 3,
      expired: ['assessment'],
      conflicts: [{ source: 'self', difference: 2 }],
    })
    expect(ask('fuseCompetency', { asOf, evidence: [evidence('2023-11-24')[0]] }).officialLevel).toBe(2)
    expect(ask('fuseCompetency', { asOf, evidence: [evidence(asOf)[2]] })).toMatchObject({
      officialLevel: null,
      shown: 'baru penilaian diri',
    })
    const twice = [
      { source: 'asesmen', level: 2, date: '2025-01-10' },
      { source: 'asesmen', level: 4, date: '2025-01-10' },
    ]
    expect(ask('fuseCompetency', { asOf, evidence: twice })).toMatchObject({
      officialLevel: null,
      action: 'perlu verifikasi',
    })
    const paper = [{ source: 'sertifikat', level: 4, date: '2025-01-10' }]
    expect(ask('fuseCompetency', { asOf, evidence: paper }).officialLevel).toBeNull()
    expect(ask('fuseCompetency', { asOf, evidence: [{ ...paper[0], verified: true }] }).officialLevel).toBe(4)
    expect(refusal('fuseCompetency', { asOf, evidence: [{ source: 'tetangga', level: 3, date: asOf }] })).toMatch(
      /tidak dikenal/,
    )
    expect(refusal('fuseCompetency', { asOf, evidence: [{ source: 'diri', level: 3.5, date: asOf }] })).toMatch(/bulat/)
  })
  it('an official level is always one that somebody gave, never between', () => {
    const one = fc.record({
      source: fc.constantFrom('asesmen', 'uji', 'sertifikat', 'atasan', 'rekan', 'diri', 'belajar'),
      level: fc.integer({ min: 0, max: 5 }),
      date: fc
        .integer({ min: 0, max: 1500 })
        .map(d => new Date(Date.UTC(2026, 10, 24) - d * 864e5).toISOString().slice(0, 10)),
      verified: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), evidence => {
        const r = ask('fuseCompetency', { asOf: '2026-11-24', evidence })
        if (r.officialLevel !== null) expect(evidence.map(e => e.level)).toContain(r.officialLevel)
        expect(ask('fuseCompetency', { asOf: '2026-11-24', evidence: [...evidence].reverse() }).officialLevel).toBe(
          r.officialLevel,
        )
      }),
      { numRuns: 200 },
    )
  })
  it('IP ASN in everyday words, with bounds for what is not known', () => {
    const full = {
      education: 'S2',
      group: 'struktural',
      leadershipTraining: true,
      technicalJp: 20,
      seminarCount: 1,
      predikat: 'Baik',
      discipline: 'tidak pernah',
    }
    expect(ask('ipAsn', full)).toMatchObject({ total: 90, category: 'Tinggi' })
    const low = {
      ...full,
      education: 'SLTA',
      group: 'pelaksana',
      leadershipTraining: false,
      technicalJp: 0,
      seminarCount: 0,
    }
    expect(ask('ipAsn', low)).toMatchObject({ total: 35, category: 'Sangat Rendah' })
    const open = ask('ipAsn', { ...full, technicalJp: null })
    expect([open.total, open.min, open.max]).toEqual([null, 75, 90])
    near(open.completeness, 0.85)
    expect(open.nextBest[0]).toMatchObject({ item: 'technical', points: 15 })
    expect(refusal('ipAsn', { ...full, predikat: 'Bagus' })).toMatch(/"predikat" harus salah satu dari/)
  })
})

describe('raters at the edges of their data', () => {
  const people = (n: number, f: (i: number) => number[]) => Array.from({ length: n }, (_, i) => f(i))
  it('raters who agree to the last digit agree wholly', () => {
    const r = ask('intraclassCorrelation', { matrix: people(6, i => [i, i, i]) })
    expect(r).toMatchObject({
      status: 'ok',
      value: 1,
      icc: { '1,1': 1, '2,k': 1, '3,1': 1 },
      interval: { '2,1': [1, 1] },
    })
  })
  it('a rater who is always two points harder costs absolute agreement only', () => {
    const r = ask('intraclassCorrelation', { matrix: people(8, i => [i, i + 2]) })
    near(r.icc['3,1'], 1, 1e-9)
    expect(r.icc['2,1']).toBeLessThan(1)
    expect(r.interval['2,1'][0]).toBeLessThanOrEqual(r.icc['2,1'])
    near(r.semConsistency, 0, 1e-9)
  })
  it('people who do not differ give a negative or no answer, never a good one', () => {
    const r = ask('intraclassCorrelation', { matrix: people(6, i => (i % 2 ? [1, 3] : [3, 1])) })
    expect(r.icc['1,1']).toBeLessThan(0)
    expect(r.icc['1,k']).toBeNull()
    expect(ask('intraclassCorrelation', { matrix: people(6, () => [3, 3]) })).toMatchObject({
      status: 'tidakTerdefinisi',
      value: null,
    })
    expect(ask('intraclassCorrelation', { matrix: people(4, i => [i, i]) }).status).toBe('belumDapatDisimpulkan')
    expect(ask('intraclassCorrelation', { matrix: people(6, i => [i]) }).status).toBe('belumDapatDisimpulkan')
  })
  it('moving every mark by the same amount moves no agreement, and naming people otherwise moves nothing', () => {
    const table = fc.integer({ min: 2, max: 4 }).chain(k =>
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: k, maxLength: k }), {
        minLength: 5,
        maxLength: 12,
      }),
    )
    fc.assert(
      fc.property(table, fc.integer({ min: -20, max: 20 }), (matrix, shift) => {
        const [a, b, c] = [matrix, matrix.map(r => r.map(v => v + shift)), [...matrix].reverse()].map(m =>
          ask('intraclassCorrelation', { matrix: m }),
        )
        expect(b.status).toBe(a.status)
        if (a.value === null) return
        near(b.value, a.value, 1e-8)
        near(c.value, a.value, 1e-8)
        for (const f of ['1,1', '2,1', '3,1']) {
          const range = a.interval[f]
          if (range)
            expect(range[0] <= a.icc[f] + 1e-9 && a.icc[f] <= range[1] + 1e-9, `${f} ${range} ${a.icc[f]}`).toBe(true)
        }
        const scores = (m: number[][]) =>
          m.flatMap((row, i) => row.map((score, j) => ({ person: `p${i}`, rater: `r${j}`, score })))
        const [s, t] = [
          ask('raterSeverity', { scores: scores(matrix) }),
          ask('raterSeverity', { scores: scores(matrix.map(r => r.map(v => v + shift))) }),
        ]
        for (const [rater, effect] of Object.entries(s.effects)) near(t.effects[rater], effect as number, 1e-9)
        near(
          Object.values(s.effects as Record<string, number>).reduce((x, y) => x + y, 0),
          0,
          1e-9,
        )
      }),
      { numRuns: 60 },
    )
  })
  it('one rater, one mark each, marks missing', () => {
    expect(ask('raterSeverity', { scores: [{ person: 'p', rater: 'a', score: 3 }] })).toMatchObject({
      status: 'belumDapatDisimpulkan',
      value: null,
    })
    const thin = ask('raterSeverity', {
      scores: [
        { person: 'p', rater: 'a', score: 3 },
        { person: 'p', rater: 'b', score: 5 },
        { person: 'q', rater: 'b', score: null },
      ],
    })
    expect(thin).toMatchObject({ status: 'sebagian', se: { a: null, b: null }, effects: { a: -1, b: 1 } })
    expect(thin.missing[0].count).toBe(1)
    expect(
      ask('krippendorffAlpha', { ratings: [{ unit: '1', observer: 'a', value: 2 }], metric: 'ordinal' }),
    ).toMatchObject({ alpha: null, status: 'belumDapatDisimpulkan' })
    const perfect = [1, 2, 3, 4].flatMap(v => ['a', 'b'].map(observer => ({ unit: `u${v}`, observer, value: v })))
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'])
      near(ask('krippendorffAlpha', { ratings: perfect, metric }).alpha, 1, 1e-12)
    expect(
      ask('cohenKappa', {
        table: [
          [5, 0],
          [0, 7],
        ],
      }),
    ).toMatchObject({ kappa: 1, se: 0 })
    expect(ask('dawidSkene', { labels: [{ item: '1', rater: 'a', label: 'x' }] })).toMatchObject({
      status: 'belumDapatDisimpulkan',
    })
  })
})

describe('groups and policies', () => {
  it('the reference is the group with the highest rate among those large enough; small counts are closed', () => {
    const r = ask('selectionRates', {
      groups: [
        { group: 'P', x: 12, n: 40 },
        { group: 'L', x: 48, n: 80 },
        { group: 'lain', x: 3, n: 3 },
        { group: 'tidak diketahui', x: 2, n: 30 },
      ],
    })
    expect(r.reference).toBe('L')
    near(r.groups[0].ratio, 0.5)
    expect(r.groups.map((g: Loose) => g.screen)).toEqual(['kuat', 'acuan', 'ditutup', 'ditutup'])
    expect(r.groups[3].x).toBeNull()
    const none = ask('selectionRateRatio', { x1: 8, n1: 20, x2: 0, n2: 12 })
    expect(none).toMatchObject({ value: null, corrected: true })
    near(none.interval[0], 1 / 1.511928, 1e-5)
  })
  const xy = [
    [81, 85],
    [79, 85],
    [61, 70],
    [59, 90],
    [70, 61],
  ]
  it('who moves under new cuts, into which groups, and how many stand close', () => {
    const r = ask('policyDiff', {
      population: xy.map(([x, y], i) => ({ id: `p${i + 1}`, x, y, group: i < 2 ? 'P' : 'L' })),
      ruleSetOld: { cuts: [60, 80] },
      ruleSetNew: { cutsX: [68, 77], cutsY: [70, 85] },
      semX: 2,
      semY: 1,
    })
    expect(r.moves.map((m: Loose) => `${m.from}→${m.to} ${m.cause}`)).toEqual(['7→9 cuts', '5→2 cuts', '5→3 cuts'])
    expect(r.table.flat().reduce((s: number, v: number) => s + v, 0)).toBe(5)
    expect(r.robustness.nearCut).toBe(5)
    expect(r.byGroup.group.before.groups[0]).toMatchObject({ n: 3, screen: 'ditutup' })
  })
  it('weights, rubric, cuts, validity and numbering each get their own movers', () => {
    const parts = (weights: [number, number], rubric: Record<string, number>, validMonths = 36) => [
      { code: 'jpm', axis: 'X', weight: weights[0], validMonths },
      { code: 'jp', axis: 'X', weight: weights[1] },
      { code: 'predikat', axis: 'Y', weight: 100, table: rubric },
    ]
    const word = { Baik: 80, Kurang: 40 }
    const population = [
      { id: 'a', values: { jpm: 90, jp: 20, predikat: 'Baik' }, on: { jpm: '2025-01-01' } },
      { id: 'b', values: { jpm: 70, jp: 70, predikat: 'Baik' }, on: { jpm: '2025-01-01' } },
      { id: 'c', values: { jpm: 70, jp: 70, predikat: 'Kurang' }, on: { jpm: '2024-06-01' } },
      { id: 'd', values: { jpm: null, jp: 70, predikat: 'Kurang' } },
    ]
    const diff = (next: object) =>
      ask('policyDiff', {
        asOf: '2026-11-24',
        population,
        ruleSetOld: { parts: parts([80, 20], word) },
        ruleSetNew: { parts: parts([80, 20], word), ...next },
      }).moves.map((m: Loose) => `${m.person} ${m.from}→${m.to} ${m.cause}`)
    expect(diff({ parts: parts([20, 80], word) })).toEqual(['a 7→4 weights'])
    expect(diff({ parts: parts([80, 20], { Baik: 70, Kurang: 40 }) })).toEqual(['a 7→5 rubric', 'b 7→5 rubric'])
    expect(diff({ parts: parts([80, 20], word, 24) })).toEqual(['c 3→menunggu validity'])
    expect(
      diff({
        boxOf: [
          [1, 2, 4],
          [3, 5, 9],
          [6, 8, 7],
        ],
      }),
    ).toEqual(['a 7→9 displayMapping', 'b 7→9 displayMapping'])
    expect(diff({})).toEqual([])
  })
})
