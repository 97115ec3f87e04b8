import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { count, ratio, record } from '#core/figure/mechanisms.ts'
import type { GateThresholds } from '#core/math/outcome-gate.ts'
import type { Day } from '#core/values/day.ts'
import {
  type AgreedBehaviour,
  applicationFigure,
  type FollowUpRules,
  latestAnsweredDay,
  verdictOf,
} from '#domain/delivery/follow-up/application.model.ts'
import { type Spending, totalCost } from '../cost/cost.model.ts'
import { type IndicatorEffect, type IndicatorInput, indicatorEffect } from '../effect/indicator-effect.model.ts'
import type { PeriodRules } from '../effect/indicator-panel.model.ts'
import { learningSummary } from '../learning/learning.model.ts'
import { type ReactionItem, type ReactionRules, reactionSummary } from '../reaction/reaction.model.ts'

type Held<T> = { body: T; reference: RuleReference }

export type EvaluationRules = {
  gate: Held<GateThresholds>
  periods: Held<PeriodRules>
  reaction: Held<ReactionRules>
  followUp: Held<FollowUpRules>
}

/** What is known of a programme. People are numbers here: an evaluation is of a programme, never of persons. */
export type EvaluationInput = {
  programme: {
    id: string
    name: string
    startsOn: Day
    endsOn: Day | null
    effectFrom: Day | null
    fullEffectFrom: Day | null
  }
  people: { person: string; hasLeft: boolean; hasFinished: boolean; hasEvidence: boolean }[]
  reactions: ReactionItem[]
  /** Asked of those around a lab package, before and after it. */
  stakeholders: ReactionItem[]
  tests: { pre: number | null; post: number | null }[]
  behaviours: AgreedBehaviour[]
  spending: Spending[]
  indicators: IndicatorInput[]
}

export type Evaluation = {
  programme: EvaluationInput['programme']
  asOf: Day
  people: Figure<number>
  cost: Figure<number>
  reaction: {
    answered: Figure<number>
    responseShare: Figure<number>
    /** On the scale of the questions. */
    mean: Figure<number>
    scaleMax: number | null
    items: { item: string; answers: number; mean: Figure<number> }[]
  }
  learning: {
    asked: Figure<number>
    both: Figure<number>
    gain: Figure<number>
    up: Figure<number>
    down: Figure<number>
    /** Every pair, lowest first, for the drawing. */
    pairs: [number, number][]
  }
  application: {
    day: number | null
    agreed: Figure<number>
    answered: Figure<number>
    rate: Figure<number>
    disagreed: Figure<number>
    noOpportunity: Figure<number>
    byDay: { day: number; rate: Figure<number> }[]
    /** Mean of 1-4 by rater and day. */
    ratings: { rater: string; day: number; mean: Figure<number> }[]
  }
  /** Satisfaction of those around the lab packages; null where nobody was asked. */
  stakeholders: { before: Figure<number>; after: Figure<number>; scaleMax: number } | null
  indicators: IndicatorEffect[]
  chain: { label: string; figure: Figure<number> }[]
}

const small = (least: number) => [`Kurang dari ${least} jawaban; angka disembunyikan.`]

/** Points over answers, hidden while too few answered. */
const meanOf = (
  values: readonly { value: number; weight: number }[],
  least: number,
  base: { ref: string; label: string; asOf: Day; ruleSet: RuleReference; sources: Source[] },
): Figure<number> => {
  const answers = values.reduce((n, v) => n + v.weight, 0)
  if (answers < least)
    return record<number>({
      ...base,
      unit: 'ratio',
      value: null,
      state: answers > 0 ? 'withheld' : 'unknown',
      limits: answers > 0 ? small(least) : [],
    })
  const leaf = (label: string, value: number) =>
    record<number>({ label, unit: 'ratio', asOf: base.asOf, value, sources: base.sources })
  return ratio({
    ...base,
    unit: 'ratio',
    digits: 2,
    of: leaf(
      'Jumlah nilai',
      values.reduce((s, v) => s + v.value * v.weight, 0),
    ),
    to: leaf('Jumlah penilaian', answers),
  })
}

/** The four levels of a programme as of a day, response first, each figure with its own explanation. */
export const evaluate = (input: EvaluationInput, context: { rules: EvaluationRules; asOf: Day }): Evaluation => {
  const { rules, asOf } = context
  const { programme } = input
  /** Answers are kept without anybody's name; they stand with the programme they were given on. */
  const gathered: Source[] = [
    { kind: 'planning.programme', id: programme.id, label: `Jawaban yang terkumpul pada ${programme.name}`, on: asOf },
  ]
  const ref = (kind: string, ...more: (string | number)[]) => [`impact.${kind}:${programme.id}`, ...more].join(':')
  const counted = (kind: string, label: string, members: readonly string[], of = 'orang') =>
    count({
      ref: ref(kind),
      label,
      unit: of === 'orang' ? 'people' : 'count',
      asOf,
      members,
      of,
      filter: `${label.toLowerCase()}, ${programme.name}`,
    })

  const reaction = reactionSummary(input.reactions, {
    rules: rules.reaction.body,
    ruleSet: rules.reaction.reference,
    asOf,
    ref: ref('reaction-share'),
  })
  const scales = [...new Set(input.reactions.map(r => r.scaleMax))]
  const shown = input.reactions.filter(r => r.mean !== null && r.answers >= rules.reaction.body.leastAnswers)

  const stakeholderMean = (when: 'sebelum' | 'sesudah') =>
    meanOf(
      input.stakeholders
        .filter(r => r.mean !== null && r.item.includes(` ${when}`))
        .map(r => ({ value: Number(r.mean), weight: r.answers })),
      rules.reaction.body.leastAnswers,
      {
        ref: ref('stakeholder', when),
        label: `Kepuasan pemangku kepentingan, ${when}`,
        asOf,
        ruleSet: rules.reaction.reference,
        sources: gathered,
      },
    )

  const cases = input.tests.map((t, i) => ({ ...t, key: `tes-${i + 1}` }))
  const both = cases.filter(t => t.pre !== null && t.post !== null)
  const gain = learningSummary(input.tests, { asOf, ref: ref('learning') }).gain

  const follow = rules.followUp.body
  const [first, second] = follow.raters
  const day = latestAnsweredDay(input.behaviours, follow)
  const agreed = input.behaviours.filter(b => b.agreedOn !== null && b.agreedOn <= b.trainingEndedOn)
  const keyOf = (b: AgreedBehaviour) => `${b.employeeId} · ${b.behaviourId}`
  const said = (b: AgreedBehaviour, rater: string, on: number | null) => {
    const answer = b.answers.find(a => a.rater === rater && a.day === on)
    return answer ? verdictOf(answer, follow) : null
  }
  const doubly = agreed.filter(b => said(b, first, day) !== null && said(b, second, day) !== null)
  const rateOn = (on: number) =>
    applicationFigure(input.behaviours, on, {
      rules: follow,
      ruleSet: rules.followUp.reference,
      asOf,
      ref: ref('application', on),
      programme: programme.name,
    })
  const days = [...new Set(input.behaviours.flatMap(b => b.answers.map(a => a.day)))].sort((a, b) => a - b)
  const byDay = days
    .filter(d => d > 0)
    .map(d => ({ day: d, rate: rateOn(d).rate }))
    .filter(d => d.rate.state !== 'unknown')
  const ratings = ['supervisor', 'peer', 'self'].flatMap(rater =>
    days.flatMap(d => {
      const values = input.behaviours.flatMap(b =>
        b.answers.flatMap(a => (a.rater === rater && a.day === d && a.value !== null ? [a.value] : [])),
      )
      return values.length === 0
        ? []
        : [
            {
              rater,
              day: d,
              mean: meanOf(
                values.map(value => ({ value, weight: 1 })),
                follow.leastRaters,
                {
                  ref: ref('rating', rater, d),
                  label: `Nilai perilaku hari ${d}`,
                  asOf,
                  ruleSet: rules.followUp.reference,
                  sources: gathered,
                },
              ),
            },
          ]
    }),
  )
  const none = record<number>({
    ref: ref('application', 0),
    label: 'Penerapan',
    unit: 'share',
    asOf,
    value: null,
    needs: [{ what: 'penilaian penerapan', who: 'atasan dan rekan' }],
  })
  const applied = new Set(
    doubly.filter(b => said(b, first, day) === 'ya' && said(b, second, day) === 'ya').map(b => b.employeeId),
  )
  const people = input.people.map(p => p.person)
  const finished = input.people.filter(p => p.hasFinished).map(p => p.person)

  return {
    programme,
    asOf,
    people: counted('people', 'Peserta terpilih', people),
    cost: totalCost(input.spending, { asOf, ref: ref('cost') }),
    reaction: {
      answered: record<number>({
        ref: ref('reaction-answers'),
        label: 'Jawaban yang masuk',
        unit: 'count',
        asOf,
        value: input.reactions.length > 0 ? input.reactions.reduce((n, r) => n + r.answers, 0) : null,
        sources: input.reactions.map(r => ({
          kind: 'delivery.reaction',
          id: r.id,
          label: `${r.item}: ${r.answers} jawaban`,
        })),
      }),
      responseShare: { ...reaction.responseShare, ref: ref('reaction-response') },
      mean:
        scales.length > 1
          ? reaction.overall
          : meanOf(
              shown.map(r => ({ value: Number(r.mean), weight: r.answers })),
              rules.reaction.body.leastAnswers,
              {
                ref: ref('reaction'),
                label: 'Rata-rata kepuasan',
                asOf,
                ruleSet: rules.reaction.reference,
                sources: gathered,
              },
            ),
      scaleMax: scales.length === 1 ? scales[0] : null,
      items: reaction.items.map((i, n) => ({
        item: i.item,
        answers: i.answers,
        mean: { ...i.mean, ref: ref('reaction-item', n + 1) },
      })),
    },
    learning: {
      asked: counted(
        'learning-asked',
        'Hasil kelas',
        cases.map(t => t.key),
        'hasil',
      ),
      both: counted(
        'learning-both',
        'Ikut tes sebelum dan sesudah',
        both.map(t => t.key),
        'hasil',
      ),
      gain,
      up: counted(
        'learning-up',
        'Nilai naik',
        both.filter(t => Number(t.post) > Number(t.pre)).map(t => t.key),
        'hasil',
      ),
      down: counted(
        'learning-down',
        'Nilai turun',
        both.filter(t => Number(t.post) < Number(t.pre)).map(t => t.key),
        'hasil',
      ),
      pairs: both.map(t => [Number(t.pre), Number(t.post)] as [number, number]).sort((a, b) => a[0] - b[0]),
    },
    application: {
      day,
      agreed: counted('application-agreed', 'Perilaku disepakati', agreed.map(keyOf), 'perilaku'),
      answered: counted('application-answered', 'Dinilai dua pihak', doubly.map(keyOf), 'perilaku'),
      rate: day === null ? none : rateOn(day).rate,
      disagreed: counted(
        'application-disagreed',
        'Dua pihak belum sepakat',
        day === null ? [] : rateOn(day).detail.disagreed.map(d => `${d.person} · ${d.indicatorId}`),
        'perilaku',
      ),
      noOpportunity: counted(
        'application-no-opportunity',
        'Belum ada kesempatan',
        doubly.filter(b => [first, second].some(r => said(b, r, day) === 'tidakAdaKesempatan')).map(keyOf),
        'perilaku',
      ),
      byDay,
      ratings,
    },
    stakeholders:
      input.stakeholders.length === 0
        ? null
        : {
            before: stakeholderMean('sebelum'),
            after: stakeholderMean('sesudah'),
            scaleMax: input.stakeholders[0].scaleMax,
          },
    indicators: input.indicators.map(i =>
      indicatorEffect(i, {
        programmeId: programme.id,
        startsOn: programme.startsOn,
        effect: { from: programme.effectFrom, full: programme.fullEffectFrom },
        gateRules: rules.gate.body,
        gateRuleSet: rules.gate.reference,
        periodRules: rules.periods.body,
        periodRuleSet: rules.periods.reference,
        asOf,
      }),
    ),
    chain: [
      { label: 'peserta terpilih', figure: counted('chain-chosen', 'Peserta terpilih', people) },
      {
        label: 'menyelesaikan semua kelasnya',
        figure: counted('chain-finished', 'Menyelesaikan semua kelas', finished),
      },
      {
        label: 'menerapkan satu perilaku atau lebih, menurut dua penilai',
        figure: counted('chain-applied', 'Menerapkan menurut dua penilai', [...applied].sort()),
      },
      {
        label: 'membawa bukti kompetensi baru ke profilnya',
        figure: counted(
          'chain-evidence',
          'Bukti kompetensi baru',
          input.people.filter(p => p.hasEvidence).map(p => p.person),
        ),
      },
    ],
  }
}
