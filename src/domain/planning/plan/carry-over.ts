import { formatDay } from '#core/text/format.ts'
import type { CarriedItem } from '../plan-change/plan-step.model.ts'
import type { PlanItem } from './plan.store.ts'

/** An item as it goes into the next version. */
export const carryItem = (i: PlanItem): CarriedItem => ({
  moduleId: i.module_id,
  sessionId: i.session_id,
  title: i.title,
  method: i.method,
  shareClass: i.share_class,
  startsOn: i.starts_on,
  endsOn: i.ends_on,
  jp: i.jp,
  cost: i.cost,
  budgetLineId: i.budget_line_id,
  competencyId: i.competency_id,
  fromLevel: i.from_level,
  toLevel: i.to_level,
  reason: i.reason,
  indicator: i.indicator,
  baseline: i.baseline,
  target: i.target,
  evidenceAsked: i.evidence_asked,
  checkedBy: i.checked_by,
})

/** The items of an agreed plan as the start of its next version: what is done stays in the old one. */
export const carryOver = (items: readonly PlanItem[]): CarriedItem[] =>
  items.filter(i => i.state !== 'done' && i.state !== 'cancelled').map(carryItem)

export type VersionDifference = { verb: string; item: PlanItem; why: string | null }

/** What a version adds, moves and takes out against the one before. */
export const differencesOf = (before: readonly PlanItem[], now: readonly PlanItem[]): VersionDifference[] => {
  const key = (i: PlanItem) => i.module_id ?? i.title
  const old = new Map(before.map(i => [key(i), i]))
  const fresh = new Map(now.map(i => [key(i), i]))
  return [
    ...now.filter(i => !old.has(key(i))).map(i => ({ verb: 'Ditambah', item: i, why: i.reason })),
    ...now.flatMap(i => {
      const b = old.get(key(i))
      return b && (b.starts_on !== i.starts_on || b.ends_on !== i.ends_on)
        ? [
            {
              verb: 'Digeser',
              item: i,
              why: `dari ${b.starts_on ? formatDay(b.starts_on, 'short') : 'belum ada tanggal'}`,
            },
          ]
        : []
    }),
    ...before.filter(i => !fresh.has(key(i)) && i.state !== 'done').map(i => ({ verb: 'Dihapus', item: i, why: null })),
  ]
}
