import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type SessionRecord = {
  id: string
  code: string
  module_id: string
  name: string
  starts_on: Day
  ends_on: Day
  place: string | null
  seats: number | null
  state: string
  cancelled_on: Day | null
  cancelled_by_name: string | null
  cancelled_reason: string | null
}
export const findSession = (db: Db, id: string): Promise<SessionRecord | null> =>
  db.find<SessionRecord>(sql`select s.id, s.code, s.module_id, m.name, s.starts_on, s.ends_on, s.place, s.seats, s.state, s.cancelled_on, s.cancelled_by_name, s.cancelled_reason
    from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id where s.id = ${id}`)

type Counting = {
  item_id: string
  employee_id: string
  plan_id: string
  name: string
  unit: string
  state: string
  cost: number | null
  line_id: string | null
  line: string | null
}
/** Whose plan in force counts on a class, and what each item charges to which line. */
export const listCounting = (db: Db, sessionId: string): Promise<Counting[]> =>
  db.rows<Counting>(sql`select i.id as item_id, i.employee_id, i.plan_id, e.name, e.unit_short_name as unit, i.state, i.cost, i.budget_line_id as line_id, l.activity as line
    from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id join workforce.v_people e on e.agency_id = i.agency_id and e.id = i.employee_id
    left join planning.budget_lines l on l.agency_id = i.agency_id and l.id = i.budget_line_id
    where i.session_id = ${sessionId} and p.state in ('agreed', 'running') and i.state in ('planned', 'waiting', 'running') order by lower(e.name), i.id`)

/** What a cancelled class sets free: people, seats, and the money of each line. */
export const releaseFigures = (sessionId: string, rows: readonly Counting[], asOf: Day) => {
  const ref = (what: string) => `planning.session-release:${sessionId}:${what}`
  const people = [...new Set(rows.map(r => r.employee_id))]
  const lines = Map.groupBy(
    rows.filter(r => (r.cost ?? 0) > 0),
    r => r.line_id,
  )
  return {
    people: count({
      ref: ref('people'),
      label: 'Orang yang merencanakan kelas ini',
      unit: 'people',
      asOf,
      members: people,
      of: 'orang',
      filter: 'rencananya memuat kelas ini',
    }),
    lines: [...lines].map(([lineId, list]) => ({
      id: lineId,
      name: list[0].line ?? 'Tanpa baris anggaran',
      amount: sum({
        ref: ref(lineId ?? 'none'),
        label: `Dilepas pada ${list[0].line ?? 'rencana tanpa baris'}`,
        unit: 'rupiah',
        asOf,
        parts: list.map(r =>
          record<number>({
            label: r.name,
            unit: 'rupiah',
            asOf,
            value: r.cost,
            sources: [{ kind: 'planning.plan-item', id: r.item_id, label: r.name }],
          }),
        ),
      }),
    })),
  }
}

export const findReleaseFigure = async (db: Db, sessionId: string, what: string): Promise<Figure | null> => {
  const figures = releaseFigures(sessionId, await listCounting(db, sessionId), db.on)
  return what === 'people' ? figures.people : (figures.lines.find(l => (l.id ?? 'none') === what)?.amount ?? null)
}
