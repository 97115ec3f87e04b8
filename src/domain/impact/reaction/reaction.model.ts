import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { ratio, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

export type ReactionRules = { leastAnswers: number }

/** One question after a class: answers come without names, so only mean and number are kept. */
export type ReactionItem = {
  id: string
  item: string
  mean: number | null
  answers: number
  invited: number | null
  scaleMax: number
}

export type ReactionSummary = {
  items: { item: string; scaleMax: number; answers: number; mean: Figure<number> }[]
  /** Mean over all answers of shown questions, as a share of the scale's top. */
  overall: Figure<number>
  responseShare: Figure<number>
}

/** Level 1: how it was received. A mean over fewer answers than the rule's least is withheld. */
export const reactionSummary = (
  items: readonly ReactionItem[],
  context: { rules: ReactionRules; ruleSet: RuleReference; asOf: Day; ref?: string | null },
): ReactionSummary => {
  const { asOf, rules, ruleSet } = context
  const hidden = [`Kurang dari ${rules.leastAnswers} jawaban; angka disembunyikan.`]
  const shown = items.map(i => {
    const isSmall = i.answers < rules.leastAnswers
    return {
      item: i.item,
      scaleMax: i.scaleMax,
      answers: i.answers,
      mean: record<number>({
        label: i.item,
        unit: 'score',
        digits: 2,
        asOf,
        ruleSet,
        value: isSmall ? null : i.mean,
        state: isSmall ? 'withheld' : undefined,
        sources: [{ kind: 'delivery.reaction', id: i.id, label: `${i.answers} jawaban` }],
        limits: isSmall ? hidden : [],
      }),
    }
  })
  const counted = items.filter(i => i.answers >= rules.leastAnswers && i.mean !== null)
  const points = counted.reduce((all, i) => all + Number(i.mean) * i.answers, 0)
  const top = counted.reduce((all, i) => all + i.scaleMax * i.answers, 0)
  const invited = items.reduce((most, i) => Math.max(most, i.invited ?? 0), 0)
  const answered = items.reduce((most, i) => Math.max(most, i.answers), 0)
  const sources = items.map(i => ({ kind: 'delivery.reaction', id: i.id, label: `${i.item}: ${i.answers} jawaban` }))
  const leaf = (label: string, value: number | null) => record<number>({ label, unit: 'count', asOf, value, sources })
  const isNothing = counted.length === 0
  return {
    items: shown,
    overall: isNothing
      ? record<number>({
          ref: context.ref,
          label: 'Kepuasan peserta',
          unit: 'share',
          asOf,
          ruleSet,
          value: null,
          state: items.length > 0 ? 'withheld' : 'unknown',
          limits: items.length > 0 ? hidden : [],
        })
      : ratio({
          ref: context.ref,
          label: 'Kepuasan peserta',
          unit: 'share',
          digits: 1,
          asOf,
          ruleSet,
          of: leaf('Jumlah nilai', points),
          to: leaf('Nilai tertinggi yang mungkin', top),
        }),
    responseShare: ratio({
      label: 'Yang menjawab',
      unit: 'share',
      digits: 0,
      asOf,
      of: leaf('Jawaban', answered),
      to: leaf('Diundang', invited === 0 ? null : invited),
    }),
  }
}
