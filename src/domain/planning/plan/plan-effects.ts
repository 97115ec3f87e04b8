import { type Db, sql } from '#platform/database/database.ts'
import { listNeeds, type Need } from '../need/need.store.ts'
import type { Plan, PlanItem } from './plan.store.ts'

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

/** An item lifts a level only from where the person stands: it must begin at or below it. */
export const effectsOf = (needs: readonly Need[], items: readonly PlanItem[]): PlanEffect[] =>
  needs.map(n => {
    const own = items
      .filter(i => i.competency_id === n.competencyId && i.state !== 'cancelled' && i.state !== 'failed')
      .sort((a, b) => (a.from_level ?? 0) - (b.from_level ?? 0))
    const after =
      n.current === null
        ? null
        : own.reduce(
            (level, i) =>
              i.state !== 'done' && i.to_level !== null && (i.from_level ?? 0) <= level
                ? Math.max(level, i.to_level)
                : level,
            n.current,
          )
    return { code: n.code, name: n.name, required: n.required, now: n.current, after, items: own.map(i => i.title) }
  })

/** Effects of a plan on the gaps to the person's present post. */
export const readEffects = async (db: Db, plan: Plan, items: readonly PlanItem[]): Promise<PlanEffect[]> => {
  const person = { id: plan.employee_id, position_name: plan.position_name }
  return effectsOf((await listNeeds(db, [person], db.on)).get(plan.employee_id) ?? [], items)
}

/** JP already counted this year, without this plan's items still open; null when the reader may not know. */
export const readJpHeld = async (db: Db, employeeId: string, year: number): Promise<number> =>
  (
    await db.one<{ jp: number }>(
      sql`select coalesce(sum(jp), 0)::float as jp from workforce.v_trainings where employee_id = ${employeeId} and verification <> 'rejected' and certificate is not null and ends_on between ${`${year}-01-01`} and ${`${year}-12-31`}`,
    )
  ).jp
