import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { objectionStateWords } from './objection-words.ts'

export type Objection = {
  id: string
  cycle_id: string | null
  nomination_id: string | null
  /** The cycle's name, or which nomination it is about. */
  about: string
  employee_id: string
  name: string
  unit_short_name: string
  statement: string
  state: keyof typeof objectionStateWords
  submitted_on: Day
  due_on: Day
  answer: string | null
  answered_on: Day | null
}

/** Objections the reader may see: those still open first, nearest deadline first. */
export const listObjections = (db: Db, filter: { employeeId?: string } = {}): Promise<Objection[]> =>
  db.rows<Objection>(sql`select o.id, o.cycle_id, o.nomination_id, case when n.id is null then c.name else 'Usulan ' || case n.purpose when 'advancement' then 'kenaikan jabatan' when 'lateral' then 'perpindahan setara' else 'program' end end as about, o.employee_id, e.name, e.unit_short_name, o.statement, o.state, o.submitted_on, o.due_on, o.answer, o.answered_on
    from talent.objections o left join talent.nominations n on n.agency_id = o.agency_id and n.id = o.nomination_id left join talent.cycles c on c.agency_id = o.agency_id and c.id = o.cycle_id join workforce.v_people e on e.agency_id = o.agency_id and e.id = o.employee_id
    where (${filter.employeeId ?? null}::uuid is null or o.employee_id = ${filter.employeeId ?? null}) order by (o.state = 'submitted') desc, o.due_on, o.id limit 200`)
