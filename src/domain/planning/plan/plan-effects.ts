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

/** JP already counted this year, without this plan's items still open; null when the reader may not know. */
export const readJpHeld = async (db: Db, employeeId: string, year: number): Promise<number> =>
  (
    await db.one<{ jp: number }>(
      sql`select coalesce(sum(jp), 0)::float as jp from workforce.v_trainings where employee_id = ${employeeId} and verification <> 'rejected' and nullif(certificate, '') is not null and ends_on between ${`${year}-01-01`} and least(${`${year}-12-31`}::date, ${db.on}::date)`,
    )
  ).jp
