import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listItems, type PlanItem } from './plan.store.ts'

/** What a plan adds up to: JP, cost and how far it is. Each sum opens to the items. */
export const planFigures = (planId: string, items: readonly PlanItem[], asOf: Day) => {
  const leaf = (i: PlanItem, value: number | null, unit: 'jp' | 'rupiah'): Figure<number> =>
    record<number>({
      label: i.title,
      unit,
      asOf,
      value,
      sources: [{ kind: 'planning.plan-item', id: i.id, label: i.title, on: i.ends_on }],
      needs: value === null ? [{ what: `${unit === 'jp' ? 'JP' : 'biaya'} ${i.title}`, who: 'pengelola bangkom' }] : [],
    })
  const known = (unit: 'jp' | 'cost') => items.filter(i => i[unit] !== null)
  const open = items.filter(i => i.cost === null).length
  const cost = sum({
    ref: `planning.plan-cost:${planId}`,
    label: 'Biaya rencana',
    unit: 'rupiah',
    asOf,
    parts: known('cost').map(i => leaf(i, i.cost, 'rupiah')),
  })
  return {
    jp: sum({
      ref: `planning.plan-jp:${planId}`,
      label: 'JP rencana',
      unit: 'jp',
      asOf,
      parts: known('jp').map(i => leaf(i, i.jp, 'jp')),
    }),
    cost: open === 0 ? cost : { ...cost, limits: [`Sekurang-kurangnya: biaya ${open} kegiatan belum diketahui.`] },
    items: count({
      ref: `planning.plan-items:${planId}`,
      label: 'Kegiatan rencana',
      unit: 'count',
      asOf,
      members: items.map(i => i.id),
      of: 'kegiatan',
      filter: 'dalam rencana ini',
    }),
    done: count({
      ref: `planning.plan-done:${planId}`,
      label: 'Kegiatan selesai',
      unit: 'count',
      asOf,
      members: items.filter(i => i.state === 'done').map(i => i.id),
      of: 'kegiatan',
      filter: 'selesai',
    }),
  }
}

export const readPlanFigures = async (db: Db, planId: string) =>
  (await db.find(sql`select 1 from planning.plans where id = ${planId}`))
    ? planFigures(planId, await listItems(db, [planId]), db.on)
    : null
