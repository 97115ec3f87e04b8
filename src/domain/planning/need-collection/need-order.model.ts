import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { difference, parameter, product, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { type Day, daysBetween } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'

export type CompetencyKind = 'managerial' | 'sociocultural' | 'technical'

export type CollectionRules = {
  windowDays: number
  remindDaysBefore: number[]
  remindEveryAfter: number
  /** Gaps asked about for one person; leadership, deferred and measurement rows come on top. */
  rowsPerPerson: number
  delegationDays: number
  /** Years of an HCDP. */
  years: number
  priority: {
    perLevel: number
    importance: Record<Importance, number>
    successionBoxes: number[]
    succession: number
    performanceBoxes: number[]
    performance: number
    jpTarget: number
    belowJp: number
    leadership: number
    deferralsThatRaise: number
    deferredAgain: number
  }
  /** Leadership training a tier must hold, as the catalogue names it. */
  leadership: Record<string, string>
  /** Way of learning of the catalogue to form of PerLAN 10/2018; `byKind` where the competency decides. */
  forms: Record<string, string>
  formByKind: Record<CompetencyKind, string>
}

/** What puts a need before another (domain 5.5). */
export type OrderedNeed = {
  subject: string
  /** Null where the need is no gap in levels. */
  held: number | null
  required: number | null
  importance: Importance | null
  /** Verified JP of the year; null: nobody knows. */
  jp: number | null
  lacksLeadership: boolean
  deferrals: number
}

/** `needId`: the row whose record the levels stand in. */
type Context = { rules: CollectionRules['priority']; ruleSet: RuleReference; asOf: Day; needId: string | null }

const partsOf = (need: OrderedNeed, { rules, ruleSet, asOf, needId }: Context): Figure<number>[] => {
  const given = (label: string, path: string, value: number) =>
    parameter<number>({ label, unit: 'points', asOf, ruleSet: at(ruleSet, `priority.${path}`), value })
  const level = (label: string, value: number) =>
    record<number>({
      label,
      unit: 'level',
      asOf,
      value,
      sources: needId === null ? [] : [{ kind: 'planning.collected-need', id: needId, label: need.subject }],
    })
  const isGap = need.held !== null && need.required !== null && need.required > need.held
  return [
    ...(isGap
      ? [
          product({
            label: 'Besar kesenjangan',
            unit: 'points',
            digits: 0,
            asOf,
            ruleSet,
            parts: [
              difference({
                label: `Level yang kurang pada ${need.subject}`,
                unit: 'level',
                digits: 0,
                asOf,
                of: level('Level yang diperlukan', need.required as number),
                minus: level('Level yang dimiliki', need.held as number),
              }),
              given('Poin tiap level', 'perLevel', rules.perLevel),
            ],
          }),
        ]
      : []),
    ...(need.importance
      ? [
          given(
            `Tingkat penting: ${need.importance}`,
            `importance.${need.importance}`,
            rules.importance[need.importance],
          ),
        ]
      : []),
    ...(need.jp !== null && need.jp < rules.jpTarget
      ? [given('JP tahun ini belum mencapai kewajiban', 'belowJp', rules.belowJp)]
      : []),
    ...(need.lacksLeadership
      ? [given('Pelatihan kepemimpinan wajib belum diikuti', 'leadership', rules.leadership)]
      : []),
    ...(need.deferrals >= rules.deferralsThatRaise
      ? [given('Sudah berulang kali ditunda', 'deferredAgain', rules.deferredAgain)]
      : []),
  ]
}

/** The order as the team may know it: gap, importance, JP, mandatory training, waiting. */
export const openOrder = (need: OrderedNeed, context: Context, ref: string | null = null): Figure<number> =>
  sum({
    ref,
    label: 'Urutan kebutuhan',
    unit: 'points',
    digits: 0,
    asOf: context.asOf,
    ruleSet: context.ruleSet,
    parts: partsOf(need, context),
  })

/** The whole order: what the talent map adds is for those alone who may read it. A person who is not placed gets nothing added. */
export const wholeOrder = (
  need: OrderedNeed,
  box: number | null,
  context: Context,
  ref: string | null = null,
): Figure<number> => {
  const { rules, ruleSet, asOf } = context
  const extra =
    box === null
      ? []
      : rules.successionBoxes.includes(box)
        ? [{ label: 'Kelompok rencana suksesi', path: 'succession' as const }]
        : rules.performanceBoxes.includes(box)
          ? [{ label: 'Kinerja perlu dikuatkan menurut peta talenta', path: 'performance' as const }]
          : []
  return sum({
    ref,
    label: 'Urutan kebutuhan, lengkap',
    unit: 'points',
    digits: 0,
    asOf,
    ruleSet,
    parts: [
      ...partsOf(need, context),
      ...extra.map(e =>
        parameter<number>({
          label: e.label,
          unit: 'points',
          asOf,
          ruleSet: at(ruleSet, `priority.${e.path}`),
          value: rules[e.path],
        }),
      ),
    ],
  })
}

/** The form of PerLAN 10/2018 for a way of learning; null where the rule names none. */
export const formOf = (method: string, kind: CompetencyKind | null, rules: CollectionRules): string | null => {
  const form = rules.forms[method.toLowerCase()]
  if (form === undefined) return null
  return form === 'byKind' ? (kind ? rules.formByKind[kind] : null) : form
}

/** Does a reminder go out today? On the days before the end, then at a steady pace until it is closed. */
export const remindsToday = (
  closesOn: Day,
  on: Day,
  rules: Pick<CollectionRules, 'remindDaysBefore' | 'remindEveryAfter'>,
): boolean => {
  const left = daysBetween(on, closesOn)
  return left >= 0 ? rules.remindDaysBefore.includes(left) : -left % rules.remindEveryAfter === 0
}
