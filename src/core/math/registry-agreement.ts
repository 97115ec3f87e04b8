import { cohenKappa } from './cohen-kappa.ts'
import type { ComputeEntry } from './compute-entry.ts'
import { Ask, cell, cellOrNull, cellText, pickColumn, type Row, refuse, requireColumns } from './compute-input.ts'
import { type DawidSkene, dawidSkene, type Label } from './dawid-skene.ts'
import { iccForms, intraclassCorrelation } from './intraclass-correlation.ts'
import { itemAnalysis } from './item-analysis.ts'
import { type AlphaMetric, krippendorffAlpha, type Rating } from './krippendorff-alpha.ts'
import { levelPosterior } from './level-posterior.ts'
import { type RaterSeverity, raterSeverity } from './rater-severity.ts'

const metrics: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio']

/** Every column but the first (a name) as numbers. */
function numberTable(
  rows: Row[],
  nullable: boolean,
  bounds?: { min?: number },
): { names: string[]; values: (number | null)[][] } {
  if (rows.length === 0) refuse('Berkas CSV tidak berisi baris data.')
  const names = Object.keys(rows[0]!).slice(1)
  if (names.length === 0) refuse('CSV memerlukan kolom nama dan paling sedikit satu kolom angka.')
  return {
    names,
    values: rows.map((r, i) => names.map(c => (nullable ? cellOrNull(r, c, i, bounds) : cell(r, c, i, bounds)))),
  }
}

/** One metric, or all four with `alpha` and `interval` by metric. */
function alphas(ratings: Rating[], p: Record<string, unknown>) {
  const ask = new Ask(p)
  const options = {
    draws: ask.optional('draws', { min: 1, max: 100000, integer: true }),
    seed: ask.optional('seed', { integer: true }),
  }
  const metric = ask.optionalOneOf('metric', metrics)
  if (metric) return krippendorffAlpha(ratings, metric, options)
  const each = metrics.map(m => [m, krippendorffAlpha(ratings, m, options)] as const)
  return {
    ...each[2]![1],
    method: 'alfa Krippendorff (semua metrik); selang bootstrap unit',
    alpha: Object.fromEntries(each.map(([m, r]) => [m, r.alpha])),
    interval: Object.fromEntries(each.map(([m, r]) => [m, r.interval])),
    word: Object.fromEntries(each.map(([m, r]) => [m, r.word])),
  }
}

/** The same result also keyed by rater and person, as the golden file reads it. */
const keyedSeverity = (r: RaterSeverity) => ({
  ...r,
  effects: Object.fromEntries(r.effects.map(e => [e.rater, e.effect])),
  se: Object.fromEntries(r.effects.map(e => [e.rater, e.se])),
  adjusted: Object.fromEntries(r.adjustedPersonMeans.map(a => [a.person, a.adjusted])),
  raters: r.effects,
})
const keyedSkene = (r: DawidSkene) => ({
  ...r,
  logLikelihood: r.logLik,
  raterConfusion: r.confusion,
  itemPosterior: r.posterior,
})
const skeneOptions = (p: Record<string, unknown>) => {
  const ask = new Ask(p)
  return {
    classes: ask.has('classes') ? ask.texts('classes') : undefined,
    tol: ask.optional('tol', { above: 0 }),
    maxIter: ask.optional('maxIter', { min: 1, integer: true }),
    seed: ask.optional('seed', { integer: true }),
    starts: ask.optional('starts', { min: 0, max: 100, integer: true }),
    start: ask.optionalOneOf('start', ['majority', 'best'] as const),
  }
}
const known = (labels: Label[], classes?: string[]) => {
  const strange = classes && labels.find(l => l.label !== null && !classes.includes(l.label))
  if (strange) refuse(`Label "${strange.label}" tidak ada dalam "classes".`)
  return labels
}
const iccOptions = (p: Record<string, unknown>) => {
  const ask = new Ask(p)
  return { level: ask.optional('level', { above: 0, below: 1 }), form: ask.optionalOneOf('form', iccForms) }
}

/** Do raters agree, is one harsh, is the test any good. */
export const agreementEntries: Record<string, ComputeEntry> = {
  intraclassCorrelation: {
    describe: 'Korelasi antarpenilai (ICC) atas tabel lengkap: baris orang, kolom penilai.',
    example: 'anyam compute intraclassCorrelation shrout_fleiss_1979.csv',
    listAs: 'matrix',
    fromJson: p => intraclassCorrelation(new Ask(p).nullableMatrix('matrix'), iccOptions(p)),
    fromCsv: (rows, p) => intraclassCorrelation(numberTable(rows, true).values, iccOptions(p)),
  },
  krippendorffAlpha: {
    describe: 'Alfa Krippendorff; CSV: unit, observer, value. Tanpa "metric" keempat metrik dihitung.',
    example: 'anyam compute krippendorffAlpha krippendorff_4coders.csv',
    listAs: 'ratings',
    fromJson: p =>
      alphas(
        new Ask(p).objects('ratings', a => ({
          unit: a.text('unit'),
          observer: a.text('observer'),
          value: a.nullable('value'),
        })),
        p,
      ),
    fromCsv: (rows, p) => {
      requireColumns(rows, ['unit', 'observer', 'value'])
      return alphas(
        rows.map((r, i) => ({
          unit: cellText(r, 'unit', i),
          observer: cellText(r, 'observer', i),
          value: cellOrNull(r, 'value', i),
        })),
        p,
      )
    },
  },
  cohenKappa: {
    describe: 'Kappa dua penilai atas tabel persegi; bobot none, linear, atau quadratic.',
    example: `anyam compute cohenKappa '{"table":[[88,14,18],[10,40,10],[2,6,12]],"weights":"linear"}'`,
    listAs: 'table',
    fromJson: p => {
      const ask = new Ask(p)
      const table = ask.matrix('table', { min: 0 })
      if (table.length < 2 || table.some(r => r.length !== table.length))
        refuse('Parameter "table" harus persegi, paling sedikit 2×2.')
      return cohenKappa(table, ask.optionalOneOf('weights', ['none', 'linear', 'quadratic'] as const))
    },
    fromCsv: (rows, p) => {
      const { values } = numberTable(rows, false, { min: 0 })
      const table = values as number[][]
      if (table.length < 2 || table.some(r => r.length !== table.length))
        refuse('CSV harus memuat tabel persegi: satu kolom nama, lalu satu kolom tiap kelas.')
      return cohenKappa(table, new Ask(p).optionalOneOf('weights', ['none', 'linear', 'quadratic'] as const))
    },
  },
  raterSeverity: {
    describe: 'Ketat atau longgarnya penilai; CSV: person, rater, score.',
    example: 'anyam compute raterSeverity severity_incomplete.csv',
    listAs: 'scores',
    fromJson: p =>
      keyedSeverity(
        raterSeverity(
          new Ask(p).objects('scores', a => ({
            person: a.text('person'),
            rater: a.text('rater'),
            score: a.nullable('score'),
          })),
          { flagShare: new Ask(p).optional('flagShare', { min: 0 }) },
        ),
      ),
    fromCsv: (rows, p) => {
      requireColumns(rows, ['person', 'rater', 'score'])
      const scores = rows.map((r, i) => ({
        person: cellText(r, 'person', i),
        rater: cellText(r, 'rater', i),
        score: cellOrNull(r, 'score', i),
      }))
      return keyedSeverity(raterSeverity(scores, { flagShare: new Ask(p).optional('flagShare', { min: 0 }) }))
    },
  },
  levelPosterior: {
    describe: 'Gambaran tingkat kompetensi dari beberapa sumber yang masing-masing dapat keliru.',
    example: `anyam compute levelPosterior '{"prior":[0.05,0.15,0.3,0.3,0.15,0.05],"reports":[{"source":"AC","level":3}]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const prior = ask.numbers('prior', { min: 0 })
      const levels = prior.length - 1
      if (levels < 1 || prior.every(v => v === 0)) refuse('Parameter "prior" harus memuat peluang tiap tingkat.')
      const confusion = ask.optionalObject('confusion')
      const weights = ask.optionalObject('weights')
      const tables = confusion
        ? Object.fromEntries(Object.keys(confusion.source).map(k => [k, confusion.matrix(k, { min: 0 })]))
        : {}
      for (const [k, m] of Object.entries(tables))
        if (m.length !== prior.length || m.some(r => r.length !== prior.length))
          refuse(`Parameter "confusion.${k}" harus ${prior.length}×${prior.length}.`)
      return levelPosterior(
        prior,
        ask.objects('reports', a => ({
          source: a.text('source'),
          level: a.number('level', { min: 0, max: levels, integer: true }),
          weight: a.optional('weight', { min: 0, max: 1 }),
        })),
        tables,
        weights
          ? Object.fromEntries(Object.keys(weights.source).map(k => [k, weights.number(k, { min: 0, max: 1 })]))
          : {},
      )
    },
  },
  dawidSkene: {
    describe: 'Kelas sebenarnya dan tingkat kekeliruan penilai; CSV: item, rater, label.',
    example: 'anyam compute dawidSkene dawid_skene_anaesthetist.csv',
    listAs: 'labels',
    fromJson: p => {
      const options = skeneOptions(p)
      const labels = new Ask(p).objects('labels', a => ({
        item: a.text('item'),
        rater: a.text('rater'),
        label: a.optionalText('label') ?? null,
      }))
      return keyedSkene(dawidSkene(known(labels, options.classes), options))
    },
    fromCsv: (rows, p) => {
      requireColumns(rows, ['item', 'rater', 'label'])
      const options = skeneOptions(p)
      const labels = rows.map((r, i) => ({
        item: cellText(r, 'item', i),
        rater: cellText(r, 'rater', i),
        label: (r.label ?? '').trim() || null,
      }))
      return keyedSkene(dawidSkene(known(labels, options.classes), options))
    },
  },
  itemAnalysis: {
    describe: 'Analisis butir tes; CSV: satu kolom peserta, lalu satu kolom tiap butir (1, 0, atau kosong).',
    example: 'anyam compute itemAnalysis items_8x10.csv',
    listAs: 'responses',
    fromJson: p => byItem(itemAnalysis(new Ask(p).nullableMatrix('responses', { min: 0 }), itemOptions(p))),
    fromCsv: (rows, p) => {
      if (rows.length) pickColumn(rows, 'peserta', Object.keys(rows[0]!).slice(0, 1))
      const { names, values } = numberTable(rows, true, { min: 0 })
      return byItem(itemAnalysis(values, { ...itemOptions(p), names }))
    },
  },
}
const itemOptions = (p: Record<string, unknown>) => {
  const ask = new Ask(p)
  return { maxPoints: ask.has('maxPoints') ? ask.numbers('maxPoints', { above: 0 }) : undefined }
}
const byItem = (r: ReturnType<typeof itemAnalysis>) => ({
  ...r,
  difficulty: r.items.map(i => i.difficulty),
  pointBiserial: r.items.map(i => i.pointBiserial),
  correctedItemTotal: r.items.map(i => i.correctedItemTotal),
})
