import { isKnown } from '#core/figure/figure.ts'
import { Ask, refuse } from '#core/math/compute-input.ts'
import type { Day } from '#core/values/day.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { expectationOf, ratingFigure } from './appraisal/appraisal.model.ts'
import { appraisalRules } from './appraisal/appraisal.rules.ts'
import { educationWord, ipAsn } from './professionality-index/professionality-index.model.ts'
import { indexRules } from './professionality-index/professionality-index.rules.ts'
import { retirementDate } from './retirement/retirement.model.ts'
import { jpOf } from './training/jp-conversion.model.ts'
import { jpConversionRules } from './training/training.rules.ts'

const today = (parameters: Record<string, unknown>) => String(parameters.asOf ?? '2026-11-24') as Day
const nullable = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const workforceCompute = asComputeEntries({
  ipAsn: {
    describe: 'Indeks Profesionalitas ASN dengan empat dimensi, rentang, kategori, dan tambahan poin terbaik.',
    example: {
      asOf: '2026-11-24',
      education: 'S2',
      group: 'struktural',
      leadershipTraining: true,
      technicalJp: 20,
      seminarCount: 1,
      predikat: 'Baik',
      discipline: 'tidak pernah',
    },
    fromJson: p => {
      const ask = new Ask(p)
      const asOf = (ask.nullableDay('asOf') ?? '2026-11-24') as Day
      const holding = indexRules.on(asOf)
      const { qualification, performance, discipline } = holding.body
      // A word the table does not hold is refused: it would otherwise read as "not known".
      const word = (name: string, table: Record<string, number>, read: (v: string) => string | null) => {
        const written = ask.optionalText(name)
        if (written === undefined) return null
        const found = Object.hasOwn(table, written) ? written : read(written)
        return found !== null && Object.hasOwn(table, found)
          ? found
          : refuse(`Parameter "${name}" harus salah satu dari ${Object.keys(table).join(', ')}; tertulis "${written}".`)
      }
      const alike = (table: Record<string, number>) => (v: string) =>
        Object.keys(table).find(k => k.toLowerCase() === v.toLowerCase()) ?? null
      const result = ipAsn(
        {
          education: word('education', qualification, educationWord),
          group: ask.oneOf('group', ['struktural', 'jf', 'pelaksana'] as const),
          leadershipTraining: ask.optionalFlag('leadershipTraining') ?? null,
          technicalJp: ask.nullable('technicalJp', { min: 0 }),
          seminarCount: ask.nullable('seminarCount', { min: 0 }),
          rating: word('predikat', performance, alike(performance)),
          discipline: word('discipline', discipline, v =>
            /^(tidak|tanpa|bersih)/i.test(v) ? 'tidak pernah' : alike(discipline)(v),
          ),
        },
        { rules: holding.body, ruleSet: holding.reference, asOf },
      )
      const { total } = result
      return {
        status: isKnown(total) ? 'ok' : 'sebagian',
        total: isKnown(total) ? total.value : null,
        parts: Object.fromEntries(Object.entries(result.parts).map(([k, f]) => [k, isKnown(f) ? f.value : null])),
        min: isKnown(total) ? total.value : (total.bounds?.[0] ?? null),
        max: isKnown(total) ? total.value : (total.bounds?.[1] ?? null),
        category: isKnown(result.category) ? result.category.value : null,
        completeness: result.completeness,
        nextBest: result.nextBest,
        missing: total.needs,
        ruleVersion: holding.reference,
      }
    },
  },
  retirementDate: {
    describe: 'Bulan tercapainya batas usia pensiun dan TMT pensiun.',
    example: { birthDate: '1968-02-29', bup: 58 },
    fromJson: p => {
      const { reachesIn, startsOn } = retirementDate(String(p.birthDate) as Day, Number(p.bup))
      return { reaches: reachesIn, tmtPensiun: startsOn }
    },
  },
  predikatKinerja: {
    describe: 'Predikat kinerja dari hasil kerja dan perilaku kerja (1 di atas, 2 sesuai, 3 di bawah ekspektasi).',
    example: { hasil: 1, perilaku: 3 },
    fromJson: p => {
      const holding = appraisalRules.on(today(p))
      const figure = ratingFigure(
        { year: 0, workResult: expectationOf(Number(p.hasil)), behaviour: expectationOf(Number(p.perilaku)) },
        { rules: holding.body, ruleSet: holding.reference, asOf: today(p) },
      )
      return { predikat: figure.value }
    },
  },
  jpOf: {
    describe: 'JP satu kegiatan menurut bentuknya.',
    example: { form: 'E-Learning', days: 5, jp: 20 },
    fromJson: p => ({
      jp: jpOf(
        {
          form: String(p.form),
          jp: nullable(p.jp),
          days: nullable(p.days),
          times: nullable(p.times),
          semesters: nullable(p.semesters),
          months: nullable(p.months),
          isInternational: p.isInternational === true,
        },
        jpConversionRules.on(today(p)).body,
      ),
    }),
  },
})
