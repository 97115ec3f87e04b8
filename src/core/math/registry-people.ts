import {
  type ApplicationCase,
  applicationBounds,
  applicationRate,
  exactMcNemar,
  type Verdict,
} from './application-rate.ts'
import type { ComputeEntry } from './compute-entry.ts'
import {
  Ask,
  cell,
  cellFlag,
  cellOrNull,
  cellText,
  pickColumn,
  type Row,
  refuse,
  requireColumns,
} from './compute-input.ts'
import { type KaplanMeier, kaplanMeier } from './kaplan-meier.ts'
import { learningGain } from './learning-gain.ts'
import { eValue, type MatchedPerson, type MatchMethod, matchedComparison } from './matched-comparison.ts'
import { jamesStein, normalPosterior, normalShrinkage } from './shrinkage.ts'
import { type ForecastPost, vacancyForecast } from './vacancy-forecast.ts'

type Parameters = Record<string, unknown>
const verdicts: readonly Verdict[] = ['ya', 'belum', 'tidakAdaKesempatan']

const gainOptions = (p: Parameters) => {
  const ask = new Ask(p)
  return { maxScore: ask.optional('maxScore'), minScore: ask.optional('minScore') }
}

function applied(cases: ApplicationCase[], p: Parameters) {
  const ask = new Ask(p)
  const raters = ask.has('raters') ? ask.texts('raters') : undefined
  if (raters && raters.length !== 2) refuse('Parameter "raters" harus berisi dua penilai.')
  return applicationRate(cases, {
    day: ask.number('day', { min: 0 }),
    raters: raters as [string, string] | undefined,
    leastResponse: ask.optional('leastResponse', { min: 0, max: 1 }),
    widestBounds: ask.optional('widestBounds', { min: 0, max: 1 }),
  })
}

const keyedSurvival = (r: KaplanMeier) => ({
  ...r,
  S: Object.fromEntries(r.times.map(x => [x.t, x.S])),
  se: Object.fromEntries(r.times.map(x => [x.t, x.se])),
})
const stay = (entry: number | null, time: number, event: boolean, at: string) => {
  if (entry !== null && entry > time) refuse(`${at}: masuk (${entry}) tidak boleh setelah akhir (${time}).`)
  return { entry, time, event }
}

const methods: readonly MatchMethod[] = ['difference', 'exact', 'entropyBalance', 'propensityWeight']

/**
 * Without a method: when the covariates do not tell the groups apart (joint likelihood-ratio p ≥ 0.01, as in an
 * experiment) the plain difference, else entropy balancing. The result names which one it is.
 */
function matched(people: MatchedPerson[], p: Parameters, exactKeys?: string[]) {
  const ask = new Ask(p)
  const common = {
    exactKeys: ask.has('exactKeys') ? ask.texts('exactKeys') : exactKeys,
    leastEss: ask.optional('leastEss', { min: 0 }),
    leastTreated: ask.optional('leastTreated', { min: 0 }),
    widestSmd: ask.optional('widestSmd', { min: 0 }),
  }
  const names = new Set(people.flatMap(x => Object.keys(x.covariates)))
  for (const k of common.exactKeys ?? []) if (!names.has(k)) refuse(`Ciri "${k}" dalam "exactKeys" tidak ada.`)
  const method = ask.optionalOneOf('method', methods)
  if (method) return matchedComparison(people, { ...common, method })
  const balanced = matchedComparison(people, { ...common, method: 'entropyBalance' })
  const alike = balanced.balanceTest === null ? names.size === 0 : balanced.balanceTest.p >= 0.01
  return alike ? matchedComparison(people, { ...common, method: 'difference' }) : balanced
}

function matchedFromCsv(rows: Row[], p: Parameters) {
  const ask = new Ask(p)
  const named = (key: string, defaults: string[]) => (ask.has(key) ? [ask.text(key)] : defaults)
  const treated = pickColumn(rows, 'dilatih', named('treatedColumn', ['treat', 'treated', 'dilatih']))
  const outcome = pickColumn(rows, 'hasil', named('outcomeColumn', ['re78', 'outcome', 'hasil']))
  const id = ['id', 'person', 'nip'].find(c => c in rows[0]!)
  const covariates = ask.has('covariates')
    ? ask.texts('covariates')
    : Object.keys(rows[0]!).filter(c => ![treated, outcome, id].includes(c))
  requireColumns(rows, covariates)
  const values = (c: string) => rows.map(r => (r[c] ?? '').trim()).filter(v => v !== '' && v !== 'NA')
  const isText = new Set(covariates.filter(c => values(c).some(v => !Number.isFinite(Number(v)))))
  const binary = covariates.filter(c => isText.has(c) || values(c).every(v => Number(v) === 0 || Number(v) === 1))
  const people = rows.map(
    (r, i): MatchedPerson => ({
      id: id ? cellText(r, id, i) : String(i + 1),
      treated: cellFlag(r, treated, i),
      outcome: cellOrNull(r, outcome, i),
      covariates: Object.fromEntries(
        covariates.map(c => [c, isText.has(c) ? (r[c] ?? '').trim() || null : cellOrNull(r, c, i)]),
      ),
    }),
  )
  return matched(people, p, binary)
}

function schools(effects: { label: string; effect: number; se: number }[], p: Parameters, prefix: string) {
  const ask = new Ask(p)
  const taus = ask.has('taus') ? ask.numbers('taus', { above: 0 }) : [5, 10]
  const fixed = taus.map(tau => {
    const r = normalShrinkage(effects, tau)
    const by = Object.fromEntries(
      r.estimates.flatMap(e => [
        [`${prefix}${e.label}`, e.value],
        [`${prefix}${e.label}Sd`, e.sd],
      ]),
    )
    return [`tau${tau}`, { mean: r.mean, ...by }] as const
  })
  return { ...normalShrinkage(effects, ask.optional('tau', { min: 0 })), ...Object.fromEntries(fixed) }
}
const batting = (groups: { label: string; hits: number; atBats: number }[]) => {
  const r = jamesStein(groups)
  return { ...r, first: r.estimates[0]?.value ?? null, last: r.estimates[r.estimates.length - 1]?.value ?? null }
}

/** Learning, application, comparison with similar people, staying in post. */
export const peopleEntries: Record<string, ComputeEntry> = {
  learningGain: {
    describe: 'Kenaikan nilai tes sebelum dan sesudah; CSV: pre, post (kosong bila tidak ikut).',
    example: `anyam compute learningGain sleep_student_1908.csv --with '{"maxScore":100}'`,
    listAs: 'pairs',
    fromJson: p =>
      learningGain(
        new Ask(p).objects('pairs', a => ({ pre: a.nullable('pre'), post: a.nullable('post') })),
        gainOptions(p),
      ),
    fromCsv: (rows, p) => {
      requireColumns(rows, ['pre', 'post'])
      return learningGain(
        rows.map((r, i) => ({ pre: cellOrNull(r, 'pre', i), post: cellOrNull(r, 'post', i) })),
        gainOptions(p),
      )
    },
  },
  applicationRate: {
    describe: 'Penerapan di tempat kerja; CSV: person, indicatorId, agreedBefore, rater, day, verdict. Parameter: day.',
    example: `anyam compute applicationRate penerapan.csv --with '{"day":60}'`,
    listAs: 'cases',
    fromJson: p =>
      applied(
        new Ask(p).objects('cases', a => ({
          person: a.text('person'),
          indicatorId: a.text('indicatorId'),
          agreedBefore: a.optionalFlag('agreedBefore') ?? null,
          checks: a.objects('checks', c => ({
            rater: c.text('rater'),
            day: c.number('day', { min: 0 }),
            verdict: c.optionalOneOf('verdict', verdicts) ?? null,
          })),
        })),
        p,
      ),
    fromCsv: (rows, p) => {
      requireColumns(rows, ['person', 'indicatorId', 'agreedBefore', 'rater', 'day', 'verdict'])
      const cases = new Map<string, ApplicationCase>()
      rows.forEach((r, i) => {
        const [person, indicatorId] = [cellText(r, 'person', i), cellText(r, 'indicatorId', i)]
        const key = `${person}\u0001${indicatorId}`
        const one = cases.get(key) ?? {
          person,
          indicatorId,
          agreedBefore: r.agreedBefore ? cellFlag(r, 'agreedBefore', i) : null,
          checks: [],
        }
        const word = (r.verdict ?? '').trim()
        const verdict =
          word === ''
            ? null
            : (verdicts.find(v => v === word) ??
              refuse(`Baris ${i + 2}, kolom "verdict": "${word}" bukan ${verdicts.join(', ')}.`))
        if ((r.rater ?? '').trim())
          one.checks.push({ rater: cellText(r, 'rater', i), day: cell(r, 'day', i, { min: 0 }), verdict })
        cases.set(key, one)
      })
      return applied([...cases.values()], p)
    },
  },
  applicationBounds: {
    describe: 'Proporsi penerapan dan batas terburuk dari jumlah: x menerapkan, n dinilai, N disepakati.',
    example: `anyam compute applicationBounds '{"x":21,"n":28,"N":40}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const [x, n, N] = [ask.count('x'), ask.count('n'), ask.count('N')]
      if (x > n || n > N) refuse('Harus x ≤ n ≤ N.')
      return { ...applicationBounds(x, n, N), responseRate: N > 0 ? n / N : null }
    },
  },
  exactMcNemar: {
    describe: 'Uji McNemar eksak atas pasangan yang berbeda pendapat.',
    example: `anyam compute exactMcNemar '{"b":5,"c":2}'`,
    fromJson: p => ({ p: exactMcNemar(new Ask(p).count('b', { max: 1000 }), new Ask(p).count('c', { max: 1000 })) }),
  },
  kaplanMeier: {
    describe: 'Proporsi yang bertahan menurut waktu; CSV: time (atau weeks), event, dan entry bila ada.',
    example: 'anyam compute kaplanMeier freireich_6mp.csv',
    listAs: 'durations',
    fromJson: p =>
      keyedSurvival(
        kaplanMeier(
          new Ask(p).objects('durations', a =>
            stay(a.nullable('entry', { min: 0 }), a.number('time', { min: 0 }), a.flag('event'), a.path),
          ),
          new Ask(p).optional('leastAtRisk', { min: 0 }),
        ),
      ),
    fromCsv: (rows, p) => {
      const time = pickColumn(rows, 'waktu', ['time', 'weeks', 'months', 'waktu'])
      requireColumns(rows, ['event'])
      return keyedSurvival(
        kaplanMeier(
          rows.map((r, i) =>
            stay(
              'entry' in r ? cellOrNull(r, 'entry', i, { min: 0 }) : null,
              cell(r, time, i, { min: 0 }),
              cellFlag(r, 'event', i),
              `Baris ${i + 2}`,
            ),
          ),
          new Ask(p).optional('leastAtRisk', { min: 0 }),
        ),
      )
    },
  },
  vacancyForecast: {
    describe: 'Jabatan yang akan lowong; CSV: incumbent, tmtPensiun, hazard. Parameter: horizonMonths, asOf.',
    example: `anyam compute vacancyForecast jabatan.csv --with '{"horizonMonths":12,"asOf":"2026-11-24"}'`,
    listAs: 'positions',
    fromJson: p => {
      const ask = new Ask(p)
      const posts = ask.objects(
        'positions',
        (a, i): ForecastPost => ({
          id: a.optionalText('id') ?? `posisi ${i + 1}`,
          // Absent is a filled post whose holder's name was not given; null says that it is empty.
          incumbent: a.source.incumbent === null ? null : (a.optionalText('incumbent') ?? `pemegang ${i + 1}`),
          tmtPensiun: a.nullableDay('tmtPensiun'),
          hazard: a.nullable('hazard', { min: 0, max: 1 }),
          unit: a.optionalText('unit'),
          skill: a.optionalText('skill'),
        }),
      )
      return vacancyForecast(posts, ask.number('horizonMonths', { min: 0, integer: true }), ask.day('asOf'))
    },
    fromCsv: (rows, p) => {
      requireColumns(rows, ['incumbent', 'tmtPensiun', 'hazard'])
      const ask = new Ask(p)
      const posts = rows.map(
        (r, i): ForecastPost => ({
          id: r.id?.trim() || r.position?.trim() || `posisi ${i + 1}`,
          incumbent: r.incumbent?.trim() || null,
          tmtPensiun: r.tmtPensiun?.trim()
            ? new Ask({ tmtPensiun: r.tmtPensiun.trim() }, `baris ${i + 2}`).day('tmtPensiun')
            : null,
          hazard: cellOrNull(r, 'hazard', i, { min: 0, max: 1 }),
          unit: r.unit?.trim() || undefined,
          skill: r.skill?.trim() || undefined,
        }),
      )
      return vacancyForecast(posts, ask.number('horizonMonths', { min: 0, integer: true }), ask.day('asOf'))
    },
  },
  matchedComparison: {
    describe:
      'Yang dilatih dibandingkan dengan orang serupa; CSV: treat, ciri-ciri, hasil (re78 atau outcome). Tanpa "method", cara dipilih dari seimbang tidaknya ciri.',
    example: `anyam compute matchedComparison nsw_cps3.csv --with '{"method":"entropyBalance"}'`,
    listAs: 'people',
    fromJson: p =>
      matched(
        new Ask(p).objects('people', (a, i) => {
          const covariates = a.optionalObject('covariates')
          return {
            id: a.optionalText('id') ?? String(i + 1),
            treated: a.flag('treated'),
            outcome: a.nullable('outcome'),
            exactKeys: a.has('exactKeys') ? a.texts('exactKeys') : undefined,
            covariates: Object.fromEntries(
              Object.entries(covariates?.source ?? {}).map(([k, v]) => [
                k,
                typeof v === 'string' ? v : (covariates?.nullable(k) ?? null),
              ]),
            ),
          }
        }),
        p,
      ),
    fromCsv: matchedFromCsv,
  },
  eValue: {
    describe: 'Nilai E: seberapa kuat sebab yang tidak tercatat harus bekerja untuk menghapus rasio risiko ini.',
    example: `anyam compute eValue '{"riskRatio":2}'`,
    fromJson: p => ({ value: eValue(new Ask(p).number('riskRatio', { above: 0 })) }),
  },
  shrinkage: {
    describe: 'Penyusutan ke rata-rata: CSV hits, at_bats (James-Stein) atau effect, se (Normal-Normal).',
    example: 'anyam compute shrinkage eight_schools.csv',
    listAs: 'groups',
    fromJson: p => {
      const ask = new Ask(p)
      const groups = ask.list('groups')
      const first = groups[0]
      if (first !== null && typeof first === 'object' && 'hits' in first)
        return batting(
          ask.objects('groups', (a, i) => {
            const [hits, atBats] = [a.count('hits'), a.count('atBats', { min: 1 })]
            if (hits > atBats) refuse(`Parameter "${a.path}.hits" melebihi "atBats".`)
            return { label: a.optionalText('label') ?? String(i + 1), hits, atBats }
          }),
        )
      return schools(
        ask.objects('groups', (a, i) => ({
          label: a.optionalText('label') ?? String(i + 1),
          effect: a.number('effect'),
          se: a.number('se', { above: 0 }),
        })),
        p,
        '',
      )
    },
    fromCsv: (rows, p) => {
      if (rows.length && 'hits' in rows[0]!) {
        requireColumns(rows, ['hits', 'at_bats'])
        return batting(
          rows.map((r, i) => {
            const [hits, atBats] = [
              cell(r, 'hits', i, { min: 0, integer: true }),
              cell(r, 'at_bats', i, { min: 1, integer: true }),
            ]
            if (hits > atBats) refuse(`Baris ${i + 2}: hits melebihi at_bats.`)
            return { label: r.player ?? String(i + 1), hits, atBats }
          }),
        )
      }
      requireColumns(rows, ['effect', 'se'])
      const name = Object.keys(rows[0]!).find(c => c !== 'effect' && c !== 'se')
      return schools(
        rows.map((r, i) => ({
          label: name ? cellText(r, name, i) : String(i + 1),
          effect: cell(r, 'effect', i),
          se: cell(r, 'se', i, { above: 0 }),
        })),
        p,
        name ?? '',
      )
    },
  },
  normalPosterior: {
    describe: 'Perkiraan Normal-Normal satu kelompok.',
    example: `anyam compute normalPosterior '{"mean":0.5,"sd":0.3,"y":1.1,"se":0.4}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return normalPosterior(
        { mean: ask.number('mean'), sd: ask.number('sd', { above: 0 }) },
        ask.number('y'),
        ask.number('se', { above: 0 }),
      )
    },
  },
}
