import type { Figure } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type SessionCostRow, sessionCost } from './session-cost.model.ts'
import { sessionCostRules } from './session-cost.rules.ts'

export type CostedSession = {
  id: string
  code: string
  module_id: string
  name: string
  starts_on: Day
  ends_on: Day
  seats: number | null
  jp: number | null
  days: number
  cost_per_head: number | null
  fixed_cost: number
  state: string
}

export const findCostedSession = (db: Db, id: string): Promise<CostedSession | null> =>
  db.find<CostedSession>(sql`select s.id, s.code, s.module_id, m.name, s.starts_on, s.ends_on, coalesce(s.seats, m.seats) as seats, m.jp, coalesce(m.days, s.ends_on - s.starts_on + 1) as days, m.cost_per_head, m.fixed_cost, s.state
    from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id where s.id = ${id}`)

/** What a class costs by the rates of its first day. */
export const readSessionCost = async (db: Db, session: CostedSession) => {
  const rows = await db.rows<SessionCostRow>(
    sql`select code, quantity::float as quantity, rate, rate_reason from planning.session_costs where session_id = ${session.id} order by code`,
  )
  const holding = sessionCostRules.on(session.starts_on)
  return {
    rows,
    holding,
    ...sessionCost(rows, {
      sessionId: session.id,
      people: session.seats,
      rules: holding.body,
      ruleSet: holding.reference,
      asOf: db.on,
    }),
  }
}

export const findSessionCostFigure = async (db: Db, id: string, what: string): Promise<Figure | null> => {
  const session = await findCostedSession(db, id)
  if (!session) return null
  const cost = await readSessionCost(db, session)
  return what === 'total'
    ? cost.total
    : what === 'person'
      ? cost.perPerson
      : (cost.items.find(i => i.code === what)?.amount ?? null)
}
