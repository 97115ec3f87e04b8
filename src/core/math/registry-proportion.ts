import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { bivariateNormalCdf } from './bivariate-normal.ts'
import { boxProbability, classificationConsistency, compositeSem, kelley, standardError } from './box-probability.ts'
import type { ComputeEntry } from './compute-entry.ts'
import { Ask, cell, cellText, pickColumn, refuse, requireColumns } from './compute-input.ts'
import { betaQuantile, chiSquareQuantile, fQuantile, normalCdf, normalQuantile, tQuantile } from './distributions.ts'
import { fisherExact } from './fisher-exact.ts'
import { mantelHaenszel, type Stratum } from './mantel-haenszel.ts'
import { newcombeDifference } from './newcombe-difference.ts'
import { mulberry32, stableSeed } from './random.ts'
import { fourFifths, selectionRateRatio } from './selection-rate-ratio.ts'
import { selectionRates } from './selection-rates.ts'
import { type SmaaScore, smaa, type WeightSpace } from './smaa.ts'
import { standardisedMeanDifference } from './standardised-mean-difference.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** x of n, with x not above n. */
function counts(ask: Ask, x: string, n: string): [number, number] {
  const total = ask.count(n)
  const hit = ask.count(x)
  if (hit > total) refuse(`Parameter "${x}" (${hit}) tidak boleh lebih dari "${n}" (${total}).`)
  return [hit, total]
}
const twoGroups = (p: Record<string, unknown>): [number, number, number, number] => {
  const ask = new Ask(p)
  return [...counts(ask, 'x1', 'n1'), ...counts(ask, 'x2', 'n2')]
}

const rateOptions = (ask: Ask) => ({
  minReference: ask.optional('minReference', { min: 1, integer: true }),
  minCount: ask.optional('minCount', { min: 1, integer: true }),
  minDenominator: ask.optional('minDenominator', { min: 1, integer: true }),
  threshold: ask.optional('threshold', { above: 0, max: 1 }),
})

/** One person's score on one criterion, as `smaa` takes it. */
function smaaScore(v: unknown, at: string): SmaaScore {
  if (v === null || (typeof v === 'number' && Number.isFinite(v))) return v
  const ask = new Ask(v, at)
  if (ask.has('min')) {
    const [min, max] = [ask.number('min'), ask.number('max')]
    return min <= max ? { min, max } : refuse(`Parameter "${at}": min melebihi max.`)
  }
  return { mean: ask.number('mean'), sd: ask.number('sd', { min: 0 }) }
}

function readSmaa(p: Record<string, unknown>) {
  const ask = new Ask(p)
  const criteria = ask.list('criteria').map((c, i) => {
    if (typeof c === 'string') return { code: c }
    const one = new Ask(c, `criteria[${i}]`)
    return { code: one.text('code'), lo: one.optional('lo'), hi: one.optional('hi') }
  })
  if (criteria.length < 2) refuse('Parameter "criteria" perlu paling sedikit dua kriteria.')
  const alternatives = ask.objects('alternatives', one => {
    const given = one.raw('scores')
    // A list in the order of the criteria, or an object by their codes; a code left out is not known.
    const scores = Array.isArray(given) ? given : criteria.map(c => one.object('scores').source[c.code] ?? null)
    return { id: one.text('id'), scores: scores.map((v, k) => smaaScore(v, `${one.path}.scores[${k}]`)) }
  })
  for (const a of alternatives)
    if (a.scores.length !== criteria.length)
      refuse(`Nilai "${a.id}" berjumlah ${a.scores.length}, padahal kriterianya ${criteria.length}.`)
  let space: WeightSpace = { kind: 'simplex' }
  const given =
    typeof ask.source.weightSpace === 'string'
      ? new Ask({ kind: ask.source.weightSpace }, 'weightSpace')
      : ask.optionalObject('weightSpace')
  if (given) {
    const kind = given.oneOf('kind', ['simplex', 'bounds', 'ranking', 'around'] as const)
    if (kind === 'bounds' || kind === 'around') {
      const room = (given.optional('points', { min: 0, max: 100 }) ?? 5) / 100
      const bounds =
        kind === 'around'
          ? given
              .numbers('weights', { min: 0, max: 100 })
              .map(w => [Math.max(0, w / 100 - room), Math.min(1, w / 100 + room)] as [number, number])
          : given.list('bounds').map((b, i) => new Ask({ b }, `weightSpace.bounds[${i}]`).pair('b', { min: 0, max: 1 }))
      if (bounds.length !== criteria.length) refuse('Parameter "weightSpace.bounds" harus sebanyak kriterianya.')
      if (
        bounds.reduce((s, b) => s + b[0], 0) > 1 + 1e-9 ||
        bounds.reduce((s, b) => s + b[1], 0) < 1 - 1e-9 ||
        bounds.some(b => b[0] > b[1])
      )
        refuse('Parameter "weightSpace.bounds" tidak memuat susunan bobot yang berjumlah 1.')
      space = { kind: 'bounds', bounds }
    } else space = { kind }
  }
  const options = ask.optionalObject('options') ?? ask
  const thresholds = ask.optionalObject('thresholdSpace')
  const ids = new Set(alternatives.map(a => a.id))
  if (ids.size !== alternatives.length) refuse('Parameter "alternatives" memuat nama yang sama dua kali.')
  return smaa(
    alternatives,
    criteria,
    space,
    thresholds
      ? {
          cuts: thresholds
            .list('cuts')
            .map(c => (typeof c === 'number' ? [c, c] : new Ask({ c }, 'thresholdSpace.cuts').pair('c'))),
        }
      : null,
    {
      draws: options.optional('draws', { min: 1, max: 1e6, integer: true }),
      seed: options.optional('seed', { integer: true }),
      exact: options.optionalFlag('exact'),
    },
  )
}

/** Shares, differences, ratios, and what stands near a cut. */
export const proportionEntries: Record<string, ComputeEntry> = {
  specialFunctions: {
    describe: 'Fungsi khusus: normal, t, F, khi-kuadrat, beta, normal dua peubah, undian, benih.',
    example: `anyam compute specialFunctions '{"normalQuantile":0.975,"t":{"p":0.975,"df":9}}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const sub = (name: string) => ask.optionalObject(name)
      const [t, f, c, b, bvn] = [sub('t'), sub('f'), sub('chiSquare'), sub('beta'), sub('bivariateNormal')]
      const unit = { above: 0, below: 1 }
      const m = ask.optional('mulberry32', { integer: true })
      const draw = m === undefined ? null : mulberry32(m)
      return {
        normalCdf: ask.has('normalCdf') ? normalCdf(ask.number('normalCdf')) : undefined,
        normalQuantile: ask.has('normalQuantile') ? normalQuantile(ask.number('normalQuantile', unit)) : undefined,
        t: t && tQuantile(t.number('p', unit), t.number('df', { above: 0 })),
        f: f && fQuantile(f.number('p', unit), f.number('d1', { above: 0 }), f.number('d2', { above: 0 })),
        chiSquare: c && chiSquareQuantile(c.number('p', unit), c.number('df', { above: 0 })),
        beta: b && betaQuantile(b.number('p', unit), b.number('a', { above: 0 }), b.number('b', { above: 0 })),
        bivariateNormal:
          bvn && bivariateNormalCdf(bvn.number('x'), bvn.number('y'), bvn.number('rho', { above: -1, below: 1 })),
        mulberry32: draw ? Array.from({ length: 5 }, draw) : undefined,
        seed: ask.has('seedOf') ? stableSeed(ask.raw('seedOf')) : undefined,
      }
    },
  },
  mulberry32: {
    describe: 'Undian acak yang sama di setiap komputer: angka pertama dari satu benih.',
    example: `anyam compute mulberry32 '{"seed":42,"count":5}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const draw = mulberry32(ask.number('seed', { integer: true }))
      return {
        values: Array.from({ length: ask.optional('count', { min: 1, max: 100000, integer: true }) ?? 5 }, draw),
      }
    },
  },
  benjaminiHochberg: {
    describe: 'Nilai q Benjamini-Hochberg dari daftar nilai p.',
    example: `anyam compute benjaminiHochberg '{"p":[0.01,0.02,0.03,0.2]}'`,
    listAs: 'p',
    fromJson: p => ({ q: benjaminiHochberg(new Ask(p).numbers('p', { min: 0, max: 1 })) }),
  },
  boxProbability: {
    describe: 'Peluang kotak talenta benar bila instrumen memiliki galat ukur.',
    example: `anyam compute boxProbability '{"x":79,"y":81,"semX":4,"semY":3,"rho":0,"cutsX":[60,80],"cutsY":[60,80]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      // Flat, or as three objects: scores {x, y}, errors {semX, semY, rho}, cuts {x, y}.
      const from = (names: string[]) => names.map(n => ask.optionalObject(n)).find(o => o !== undefined) ?? ask
      const [scores, errors] = [from(['scores', 'observed']), from(['errors', 'sem'])]
      const cuts = (axis: 'X' | 'Y') => {
        const given = ask.source.cuts
        const [a, b] = ask.has(`cuts${axis}`)
          ? ask.pair(`cuts${axis}`)
          : Array.isArray(given) || given === undefined
            ? ask.pair('cuts')
            : ask.object('cuts').pair(ask.object('cuts').has(axis) ? axis : axis.toLowerCase())
        return a < b ? ([a, b] as [number, number]) : refuse(`Ambang "cuts${axis}" harus menaik.`)
      }
      const prior = ask.optionalObject('prior')
      return boxProbability(
        { x: scores.number('x'), y: scores.number('y') },
        {
          semX: errors.nullable('semX', { min: 0 }),
          semY: errors.nullable('semY', { min: 0 }),
          rho: errors.optional('rho', { min: -1, max: 1 }),
        },
        { x: cuts('X'), y: cuts('Y') },
        {
          nearBelow: ask.optional('nearBelow', { min: 0, max: 1 }),
          prior: prior && {
            meanX: prior.number('meanX'),
            meanY: prior.number('meanY'),
            reliabilityX: prior.number('reliabilityX', { min: 0, max: 1 }),
            reliabilityY: prior.number('reliabilityY', { min: 0, max: 1 }),
          },
        },
      )
    },
  },
  classificationConsistency: {
    describe: 'Kesamaan penggolongan dua tes setara pada satu ambang.',
    example: `anyam compute classificationConsistency '{"cut":75,"mean":70,"sd":10,"reliability":0.9}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return classificationConsistency(
        ask.number('cut'),
        ask.number('mean'),
        ask.number('sd', { above: 0 }),
        ask.number('reliability', { min: 0, below: 1 }),
      )
    },
  },
  compositeSem: {
    describe: 'Galat ukur sumbu gabungan dari bagian-bagiannya.',
    example: `anyam compute compositeSem '{"parts":[{"sem":5,"weight":20},{"sem":6,"weight":25}],"rho":0.3}'`,
    listAs: 'parts',
    fromJson: p => {
      const ask = new Ask(p)
      const parts = ask.objects('parts', a => ({
        sem: a.number('sem', { min: 0 }),
        weight: a.number('weight', { min: 0 }),
      }))
      return { value: compositeSem(parts, ask.optional('rho', { min: -1, max: 1 })) }
    },
  },
  standardError: {
    describe: 'Galat ukur dari simpangan dan keandalan.',
    example: `anyam compute standardError '{"sd":10,"reliability":0.84}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return { value: standardError(ask.number('sd', { min: 0 }), ask.number('reliability', { min: 0, max: 1 })) }
    },
  },
  kelley: {
    describe: 'Nilai sejati menurut regresi Kelley.',
    example: `anyam compute kelley '{"x":78,"mean":70,"sd":10,"reliability":0.84}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return kelley(
        ask.number('x'),
        ask.number('mean'),
        ask.number('sd', { min: 0 }),
        ask.number('reliability', { min: 0, max: 1 }),
      )
    },
  },
  smaa: {
    describe: 'Ketahanan urutan terhadap bobot dan ambang lain yang masih wajar.',
    example: `anyam compute smaa '{"alternatives":[{"id":"A","scores":[90,50]},{"id":"B","scores":[70,75]}],"criteria":["x","y"],"weightSpace":{"kind":"simplex"}}'`,
    fromJson: readSmaa,
  },
  wilsonInterval: {
    describe: 'Proporsi dengan selang Wilson.',
    example: `anyam compute wilsonInterval '{"x":81,"n":263}'`,
    fromJson: p => wilsonInterval(...counts(new Ask(p), 'x', 'n')),
  },
  newcombeDifference: {
    describe: 'Selisih dua proporsi, Newcombe metode 10.',
    example: `anyam compute newcombeDifference '{"x1":56,"n1":70,"x2":48,"n2":80}'`,
    fromJson: p => newcombeDifference(...twoGroups(p)),
  },
  selectionRateRatio: {
    describe: 'Rasio dua tingkat seleksi; kelompok 2 menjadi acuan.',
    example: `anyam compute selectionRateRatio '{"x1":12,"n1":40,"x2":48,"n2":80}'`,
    fromJson: p => selectionRateRatio(...twoGroups(p)),
  },
  selectionRates: {
    describe: 'Tingkat seleksi beberapa kelompok terhadap kelompok tertinggi; CSV: group, selected, n.',
    example: `anyam compute selectionRates '{"groups":[{"group":"A","x":48,"n":80},{"group":"B","x":12,"n":40}]}'`,
    listAs: 'groups',
    fromJson: p => {
      const ask = new Ask(p)
      return selectionRates(
        ask.objects('groups', a => {
          const [x, n] = counts(a, 'x', 'n')
          return { group: a.text('group'), x, n }
        }),
        rateOptions(ask),
      )
    },
    fromCsv: (rows, p) => {
      const [group, x, n] = [
        pickColumn(rows, 'kelompok', ['group', 'kelompok', 'gender']),
        pickColumn(rows, 'terpilih', ['selected', 'x', 'terpilih']),
        pickColumn(rows, 'jumlah', ['n', 'total', 'jumlah']),
      ]
      const whole = { min: 0, integer: true }
      return selectionRates(
        rows.map((r, i) => {
          const [hit, all] = [cell(r, x, i, whole), cell(r, n, i, whole)]
          if (hit > all) refuse(`Baris ${i + 2}: "${x}" (${hit}) tidak boleh lebih dari "${n}" (${all}).`)
          return { group: cellText(r, group, i), x: hit, n: all }
        }),
        rateOptions(new Ask(p)),
      )
    },
  },
  fourFifths: {
    describe: 'Saringan empat per lima.',
    example: `anyam compute fourFifths '{"x1":12,"n1":40,"x2":48,"n2":80}'`,
    fromJson: p => fourFifths(...twoGroups(p), new Ask(p).optional('threshold', { above: 0, max: 1 })),
  },
  fisherExact: {
    describe: 'Uji eksak Fisher dua sisi atas tabel 2×2.',
    example: `anyam compute fisherExact '{"a":3,"b":1,"c":1,"d":3}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return fisherExact(ask.count('a'), ask.count('b'), ask.count('c'), ask.count('d'))
    },
  },
  standardisedMeanDifference: {
    describe: 'Selisih rata-rata dalam simpangan gabungan (d, g).',
    example: `anyam compute standardisedMeanDifference '{"m1":103,"s1":5.5,"n1":50,"m2":100,"s2":4.5,"n2":50}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const s = { min: 0 }
      return standardisedMeanDifference(
        ask.number('m1'),
        ask.number('s1', s),
        ask.count('n1'),
        ask.number('m2'),
        ask.number('s2', s),
        ask.count('n2'),
      )
    },
  },
  mantelHaenszel: {
    describe:
      'Perbandingan dua kelompok di dalam kelompok sebanding. CSV: kolom kelompok sebanding, kelompok, terpilih, tidak terpilih.',
    example: 'anyam compute mantelHaenszel ucb_admissions.csv',
    listAs: 'strata',
    fromJson: p =>
      mantelHaenszel(
        new Ask(p).objects('strata', a => ({
          name: a.optionalText('name'),
          a: a.count('a'),
          b: a.count('b'),
          c: a.count('c'),
          d: a.count('d'),
        })),
      ),
    fromCsv: (rows, p) => {
      if (rows.length > 0 && ['a', 'b', 'c', 'd'].every(c => c in rows[0]!))
        return mantelHaenszel(
          rows.map((r, i) => {
            const n = (c: string) => cell(r, c, i, { min: 0, integer: true })
            return { a: n('a'), b: n('b'), c: n('c'), d: n('d') }
          }),
        )
      const stratum = pickColumn(rows, 'kelompok sebanding', ['department', 'stratum', 'strata', 'kelompokSebanding'])
      const group = pickColumn(rows, 'kelompok', ['gender', 'group', 'kelompok'])
      const yes = pickColumn(rows, 'terpilih', ['admitted', 'selected', 'terpilih'])
      const no = pickColumn(rows, 'tidak terpilih', ['rejected', 'notSelected', 'tidakTerpilih'])
      requireColumns(rows, [stratum, group, yes, no])
      const groups = [...new Set(rows.map((r, i) => cellText(r, group, i)))]
      if (groups.length !== 2) refuse(`Kolom "${group}" harus memuat tepat dua kelompok; ada ${groups.length}.`)
      const first = new Ask(p).optionalText('group1') ?? groups[0]!
      if (!groups.includes(first)) refuse(`Kelompok "${first}" tidak ada dalam kolom "${group}".`)
      const strata = new Map<string, Required<Stratum>>()
      rows.forEach((r, i) => {
        const name = cellText(r, stratum, i)
        const s = strata.get(name) ?? { name, a: 0, b: 0, c: 0, d: 0 }
        const [x, y] = [cell(r, yes, i, { min: 0, integer: true }), cell(r, no, i, { min: 0, integer: true })]
        if (r[group]!.trim() === first) {
          s.a += x
          s.b += y
        } else {
          s.c += x
          s.d += y
        }
        strata.set(name, s)
      })
      return mantelHaenszel([...strata.values()])
    },
  },
}
