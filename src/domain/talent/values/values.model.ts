import type { Figure, Source } from '#core/figure/figure.ts'
import { mean, record } from '#core/figure/mechanisms.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import type { PartRule } from '../score/score-rules.model.ts'

export type ValueRule = { code: string; label: string; meaning: string; anchors: string[] }

export type ValuesRules = {
  leastRaters: number
  leastForPerson: number
  leastExampleLetters: number
  exampleWithinMonths: number
  answerDays: number
  remindBeforeDays: number[]
  remindEveryDaysWhenLate: number
  steps: string[]
  values: ValueRule[]
  part: PartRule
}

/** A rule set that contradicts itself is refused with these sentences. */
export const valuesRulesProblems = (rules: ValuesRules): string[] => [
  ...(rules.leastRaters < 2 ? ['Penilai sedikitnya dua.'] : []),
  ...(rules.leastForPerson < rules.leastRaters
    ? ['Yang diperlihatkan kepada pegawai memerlukan sedikitnya penilai sebanyak hasilnya.']
    : []),
  ...(rules.part.weight !== 0 ? ['Bobot bawaan kesesuaian nilai harus 0.'] : []),
  ...rules.values.filter(v => v.anchors.length !== rules.steps.length).map(v => `${v.label}: jangkar tidak lengkap.`),
]

export type ValueRating = { code: string; step: number | null; example: string | null; exampleOn: Day | null }

/** A mark as it was opened: the rater by letter and relation, never by name. */
export type OpenedMark = {
  rater: string
  relation: 'supervisor' | 'colleague'
  code: string
  step: number
  example: string
  exampleOn: Day
}

/** What a rater still owes, by field and in words: a step, an example, and the day it happened. */
export const owedValues = (
  rules: ValuesRules,
  ratings: readonly ValueRating[],
  on: Day,
): { code: string; field: 'step' | 'example' | 'exampleOn'; message: string }[] =>
  rules.values.flatMap(value => {
    const mine = ratings.find(r => r.code === value.code)
    const earliest = addMonths(on, -rules.exampleWithinMonths)
    const day = mine?.exampleOn ?? null
    return [
      ...(mine?.step == null
        ? [{ code: value.code, field: 'step' as const, message: `${value.label}: pilih satu tingkat.` }]
        : []),
      ...((mine?.example?.trim().length ?? 0) < rules.leastExampleLetters
        ? [
            {
              code: value.code,
              field: 'example' as const,
              message: `${value.label}: tulis contoh nyata, sedikitnya ${rules.leastExampleLetters} huruf.`,
            },
          ]
        : []),
      ...(day === null
        ? [{ code: value.code, field: 'exampleOn' as const, message: `${value.label}: isi tanggal kejadiannya.` }]
        : day > on || day < earliest
          ? [
              {
                code: value.code,
                field: 'exampleOn' as const,
                message: `${value.label}: contoh harus dari ${rules.exampleWithinMonths} bulan terakhir.`,
              },
            ]
          : []),
    ]
  })

/** May the marks be opened? Enough have answered, and nobody who was asked is still to answer. */
export const mayOpenValues = (
  raters: readonly { state: 'proposed' | 'asked' | 'answered' | 'declined' | 'withdrawn' }[],
  rules: Pick<ValuesRules, 'leastRaters'>,
): boolean =>
  raters.filter(r => r.state === 'answered').length >= rules.leastRaters && !raters.some(r => r.state === 'asked')

/** The mean of the steps per value and over all, each from the raters' marks. Shown beside the box; it enters no score by itself. */
export const valueFigures = (
  rules: Pick<ValuesRules, 'values'>,
  marks: readonly OpenedMark[],
  { asOf, source, ref }: { asOf: Day; source: Source; ref: (what: string) => string },
): { overall: Figure<number>; byValue: { code: string; label: string; figure: Figure<number>; steps: number[] }[] } => {
  const byValue = rules.values.map(value => {
    const given = marks.filter(m => m.code === value.code)
    return {
      code: value.code,
      label: value.label,
      steps: given.map(m => m.step),
      figure: mean({
        ref: ref(value.code),
        label: value.label,
        unit: 'score',
        digits: 1,
        asOf,
        parts: given.map(m =>
          record<number>({ label: `Penilai ${m.rater}`, unit: 'score', asOf, value: m.step, sources: [source] }),
        ),
      }),
    }
  })
  return {
    byValue,
    overall: mean({
      ref: ref('mean'),
      label: 'Kesesuaian nilai BerAKHLAK (1 sampai 4)',
      unit: 'score',
      digits: 2,
      asOf,
      parts: byValue.map(v => v.figure),
      limits: ['Di luar nilai talenta, kecuali aturan talenta memberinya bobot.'],
    }),
  }
}

/** The mean as it is kept for the score: over values, each the mean over raters; null while a value has no mark. */
export const meanStepOf = (rules: Pick<ValuesRules, 'values'>, marks: readonly OpenedMark[]): number | null => {
  const means = rules.values.map(v => {
    const steps = marks.filter(m => m.code === v.code).map(m => m.step)
    return steps.length === 0 ? null : steps.reduce((a, b) => a + b, 0) / steps.length
  })
  return means.some(m => m === null) ? null : means.reduce<number>((a, b) => a + (b ?? 0), 0) / means.length
}

/** What the person reads, always: the value seen most and the one to practise, without numbers or raters. */
export const valueMessage = (
  rules: Pick<ValuesRules, 'values'>,
  marks: readonly OpenedMark[],
): { strength: string; practice: string } | null => {
  const ranked = rules.values
    .map((v, i) => {
      const steps = marks.filter(m => m.code === v.code).map(m => m.step)
      return { v, i, mean: steps.length === 0 ? 0 : steps.reduce((a, b) => a + b, 0) / steps.length }
    })
    .sort((a, b) => b.mean - a.mean || a.i - b.i)
  const [most, least] = [ranked[0], ranked[ranked.length - 1]]
  if (!most || most.mean === 0) return null
  return {
    strength: `${most.v.label} paling terlihat dalam pekerjaan Anda.`,
    practice: `Latih ${least.v.label}: ${least.v.meaning}`,
  }
}
