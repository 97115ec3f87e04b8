import type { Figure } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import { jpLedgers } from '#domain/workforce/workforce.figures.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { levelAfter, type OutcomeItem, type OutcomeNeed } from './outcome.model.ts'

/** What the plan does to one competency of the present post: level now, after its items, and what the post asks. */
export type PlanEffect = {
  code: string
  name: string
  required: number
  /** Null: not assessed or expired, so nothing is promised. */
  now: number | null
  /** Expected level when every item succeeds; null while the present level is unknown. */
  after: number | null
  items: string[]
}

/** Where each required competency stands and where the items lead, with which of them. */
export const effectsOf = (needs: readonly OutcomeNeed[], items: readonly OutcomeItem[]): PlanEffect[] =>
  needs.map(n => ({
    code: n.code,
    name: n.name,
    required: n.required,
    now: n.current,
    after: levelAfter(n, items),
    items: items.filter(i => i.lifts.some(l => l.code === n.code)).map(i => i.title),
  }))

/** JP already counted in a year, with the trainings behind it; the items of a plan that are still open are not among them. */
export const readJpHeld = async (db: Db, employeeId: string, year: number): Promise<Figure<number>> => {
  const person = await db.find<{ id: string; employment: string }>(
    sql`select id, employment from workforce.v_people where id = ${employeeId}`,
  )
  const ledger = person ? (await jpLedgers(db, [person], year)).get(employeeId) : undefined
  return (
    ledger?.counted ??
    record<number>({
      label: `JP ${year}`,
      unit: 'jp',
      asOf: db.on,
      value: null,
      needs: [{ what: `JP ${year}`, who: 'pengelola bangkom' }],
    })
  )
}
