import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { nominationStateWords, purposeWords } from './nomination-words.ts'

export type Nomination = {
  id: string
  employee_id: string
  name: string
  position_name: string | null
  unit_short_name: string
  nominator: string
  purpose: keyof typeof purposeWords
  rationale: string
  state: keyof typeof nominationStateWords
  decision_reason: string | null
  nominated_on: Day
  decided_on: Day | null
}

export const listNominations = (
  db: Db,
  filter: { state?: string; limit: number; page: number },
): Promise<Nomination[]> =>
  db.rows<Nomination>(sql`select n.id, n.employee_id, e.name, e.position_name, e.unit_short_name, coalesce(b.name, 'Pengelola talenta') as nominator, n.purpose, n.rationale, n.state, n.decision_reason, n.nominated_on, n.decided_on
    from talent.nominations n join workforce.v_people e on e.agency_id = n.agency_id and e.id = n.employee_id left join workforce.v_people b on b.agency_id = n.agency_id and b.id = n.nominated_by
    where (${filter.state ?? null}::text is null or n.state = ${filter.state ?? null}) order by (n.state = 'submitted') desc, n.nominated_on desc, n.id limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}`)

/** The reader's own team, for the choice of a nominee. */
export const listTeam = (db: Db): Promise<{ id: string; name: string; position_name: string | null }[]> =>
  db.rows(
    sql`select id, name, position_name from workforce.v_people where supervisor_id = ${db.actor.employeeId} and state = 'active' order by name`,
  )
