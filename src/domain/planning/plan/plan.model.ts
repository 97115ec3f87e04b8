import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { ratio, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addDays, type Day } from '#core/values/day.ts'

export type ShareClass = 70 | 20 | 10

export type PlanRules = {
  checkDays: number[]
  mix: Record<string, number>
  mixTolerancePoints: number
  mixWeight: 'jp' | 'items'
}

export type PlannedItem = {
  id: string
  title: string
  shareClass: ShareClass
  /** JP and rupiah; null is not known yet, 0 rupiah is free. */
  jp: number | null
  cost: number | null
  startsOn: Day | null
  endsOn: Day | null
  state: string
}

export type PlanCheck = {
  dayNumber: number
  dueOn: Day
  isDue: boolean
  /** Done by the check, in percent of the items that should be. */
  done: Figure<number>
  late: string[]
}

const isDone = (item: PlannedItem) => item.state === 'done'
const isOpen = (item: PlannedItem) => item.state !== 'cancelled' && item.state !== 'replaced'

/** The 30/60/90-day checks of an agreed plan: when they fall and which items should be done by then and are not. */
export const planChecks = (
  agreedOn: Day,
  items: readonly PlannedItem[],
  context: { rules: PlanRules; ruleSet: RuleReference; asOf: Day },
): PlanCheck[] =>
  context.rules.checkDays.map(dayNumber => {
    const dueOn = addDays(agreedOn, dayNumber)
    const expected = items.filter(i => isOpen(i) && i.endsOn !== null && i.endsOn <= dueOn)
    const count = (label: string, value: number) => record<number>({ label, unit: 'count', asOf: context.asOf, value })
    return {
      dayNumber,
      dueOn,
      isDue: dueOn <= context.asOf,
      done: ratio({
        label: `Terlaksana pada hari ke-${dayNumber}`,
        unit: 'percent',
        digits: 0,
        asOf: context.asOf,
        ruleSet: at(context.ruleSet, 'checkDays'),
        factor: 100,
        of: count('Selesai', expected.filter(isDone).length),
        to: count('Seharusnya selesai', expected.length),
      }),
      late: expected.filter(i => !isDone(i)).map(i => i.title),
    }
  })

export type MixShare = { shareClass: ShareClass; share: Figure<number>; target: number; isOff: boolean }

/** How a plan divides over on the job, with others and formal, against 70/20/10: a hint, never a ban. */
export const learningMix = (
  items: readonly PlannedItem[],
  context: { rules: PlanRules; ruleSet: RuleReference; asOf: Day },
): MixShare[] => {
  const { rules, asOf } = context
  const open = items.filter(isOpen)
  const weigh = (list: readonly PlannedItem[], label: string) =>
    sum({
      label,
      unit: rules.mixWeight === 'jp' ? 'jp' : 'count',
      asOf,
      parts: list.map(i =>
        record<number>({
          label: i.title,
          unit: rules.mixWeight === 'jp' ? 'jp' : 'count',
          asOf,
          value: rules.mixWeight === 'jp' ? i.jp : 1,
          sources: [{ kind: 'planning.plan-item', id: i.id, label: i.title }],
          needs: rules.mixWeight === 'jp' && i.jp === null ? [{ what: `JP ${i.title}`, who: 'penyusun rencana' }] : [],
        }),
      ),
    })
  return ([70, 20, 10] as const).map(shareClass => {
    const target = rules.mix[String(shareClass)]
    const share = ratio({
      label: shareClass === 70 ? 'Di tempat kerja' : shareClass === 20 ? 'Bersama orang lain' : 'Pelatihan formal',
      unit: 'percent',
      digits: 0,
      asOf,
      ruleSet: at(context.ruleSet, `mix.${shareClass}`),
      factor: 100,
      of: weigh(
        open.filter(i => i.shareClass === shareClass),
        'Bagian ini',
      ),
      to: weigh(open, 'Seluruh rencana'),
    })
    return {
      shareClass,
      share,
      target,
      isOff: isKnown(share) && Math.abs(share.value - target) > rules.mixTolerancePoints,
    }
  })
}

/** What a plan costs; bounds cannot be said, so a sum not known keeps the total partial and names the item. */
export const planCost = (items: readonly PlannedItem[], context: { asOf: Day; ref?: string | null }): Figure<number> =>
  sum({
    ref: context.ref,
    label: 'Biaya rencana',
    unit: 'rupiah',
    asOf: context.asOf,
    parts: items.filter(isOpen).map(i =>
      record<number>({
        label: i.title,
        unit: 'rupiah',
        asOf: context.asOf,
        value: i.cost,
        sources: [{ kind: 'planning.plan-item', id: i.id, label: i.title }],
        needs: i.cost === null ? [{ what: `biaya ${i.title}`, who: 'pengelola bangkom' }] : [],
      }),
    ),
  })

/** JP a plan would bring; items whose JP is not known keep it partial. */
export const planJp = (items: readonly PlannedItem[], context: { asOf: Day; ref?: string | null }): Figure<number> =>
  sum({
    ref: context.ref,
    label: 'JP rencana',
    unit: 'jp',
    asOf: context.asOf,
    parts: items.filter(isOpen).map(i =>
      record<number>({
        label: i.title,
        unit: 'jp',
        asOf: context.asOf,
        value: i.jp,
        sources: [{ kind: 'planning.plan-item', id: i.id, label: i.title }],
      }),
    ),
  })
