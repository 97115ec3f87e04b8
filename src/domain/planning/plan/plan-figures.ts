import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { learningMix, type PlannedItem, planCost, planJp } from './plan.model.ts'
import { planRules } from './plan.rules.ts'
import { listItems, type PlanItem } from './plan.store.ts'

const planned = (i: PlanItem): PlannedItem => ({
  id: i.id,
  title: i.title,
  shareClass: i.share_class,
  jp: i.jp,
  cost: i.cost,
  startsOn: i.starts_on,
  endsOn: i.ends_on,
  state: i.state,
})

/** What a plan adds up to: JP, cost, its 70/20/10 mix and how far it is. Each opens to the items. */
export const planFigures = (planId: string, items: readonly PlanItem[], asOf: Day) => {
  const all = items.map(planned)
  const holding = planRules.on(asOf)
  const context = { rules: holding.body, ruleSet: holding.reference, asOf }
  const counted = (what: string, label: string, members: readonly PlanItem[], filter: string): Figure<number> =>
    count({
      ref: `planning.plan-${what}:${planId}`,
      label,
      unit: 'count',
      asOf,
      members: members.map(i => i.id),
      of: 'kegiatan',
      filter,
    })
  return {
    jp: planJp(all, { asOf, ref: `planning.plan-jp:${planId}` }),
    cost: planCost(all, { asOf, ref: `planning.plan-cost:${planId}` }),
    mix: learningMix(all, context).map(m => ({
      ...m,
      share: { ...m.share, ref: `planning.plan-mix:${planId}:${m.shareClass}` },
    })),
    items: counted('items', 'Kegiatan rencana', items, 'dalam rencana ini'),
    done: counted(
      'done',
      'Kegiatan selesai',
      items.filter(i => i.state === 'done'),
      'selesai',
    ),
    overdue: counted(
      'overdue',
      'Kegiatan lewat waktu',
      items.filter(i => (i.state === 'planned' || i.state === 'running') && i.ends_on !== null && i.ends_on < asOf),
      'belum selesai dan sudah lewat waktunya',
    ),
  }
}

const listLabels = { items: 'Kegiatan rencana', done: 'Kegiatan selesai', overdue: 'Kegiatan lewat waktu' } as const

/** The counts a list of plans prints; the items wait behind their addresses. */
export const countsOnList = (
  plan: { id: string } & Record<keyof typeof listLabels, number>,
  asOf: Day,
): Record<keyof typeof listLabels, Figure<number>> => {
  const of = (what: keyof typeof listLabels) =>
    record<number>({
      ref: `planning.plan-${what}:${plan.id}`,
      label: listLabels[what],
      unit: 'count',
      asOf,
      value: plan[what],
    })
  return { items: of('items'), done: of('done'), overdue: of('overdue') }
}

export const readPlanFigures = async (db: Db, planId: string) =>
  (await db.find(sql`select 1 from planning.plans where id = ${planId}`))
    ? planFigures(planId, await listItems(db, [planId]), db.on)
    : null
