import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type Rater = 'supervisor' | 'peer' | 'self'
export type FollowUpRow = {
  id: string
  behaviour_id: string
  employee_id: string
  name: string
  statement: string
  programme_id: string | null
  programme_name: string | null
  competency_name: string | null
  to_level: number | null
  agreed_on: Day | null
  day_number: number
  rater: Rater
  rater_id: string | null
  value: number | null
  verdict: 'ya' | 'belum' | 'tidakAdaKesempatan' | null
  note: string | null
  due_on: Day | null
  answered_on: Day | null
  correction_reason: string | null
}

const rows = sql`select f.id, f.behaviour_id, f.employee_id, coalesce(p.name, asked.name) as name, b.statement, b.programme_id, g.name as programme_name, c.name as competency_name, b.to_level, b.agreed_on,
    f.day_number, f.rater, f.rater_id, f.value, f.verdict, f.note, f.due_on, f.answered_on, f.correction_reason
  from delivery.follow_ups f
  join delivery.behaviours b on b.agency_id = f.agency_id and b.id = f.behaviour_id
  left join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
  left join delivery.v_asked_of_me asked on asked.agency_id = f.agency_id and asked.id = f.id
  left join planning.v_programmes g on g.agency_id = f.agency_id and g.id = b.programme_id
  left join competency.v_competencies c on c.agency_id = f.agency_id and c.id = b.competency_id`

/** The answer in force of the line that `id` belongs to, also when `id` was corrected since. */
export const findFollowUp = (db: Db, id: string): Promise<FollowUpRow | null> =>
  db.find(
    sql`${rows} where not f.is_replaced and (f.id = ${id} or (f.behaviour_id, f.employee_id, f.day_number, f.rater) = (select o.behaviour_id, o.employee_id, o.day_number, o.rater from delivery.follow_ups o where o.id = ${id}))`,
  )

export type FollowUpFilter = 'overdue' | 'due' | 'coming' | 'answered'

/** Checks the reader may see, soonest due first, after a key `due_on|id`. */
export const listFollowUps = (
  db: Db,
  filter: {
    state?: FollowUpFilter
    rater?: string
    /** Only what was asked of this person: her own side, and colleagues she looks at. */
    askedOf?: string
    programmeId?: string
    after?: string
    limit: number
  },
): Promise<FollowUpRow[]> =>
  db.rows(sql`${rows} where not f.is_replaced and coalesce(p.name, asked.name) is not null
    and (${filter.askedOf ?? null}::uuid is null or (f.rater = 'self' and f.employee_id = ${filter.askedOf ?? null}) or (f.rater = 'peer' and f.rater_id = ${filter.askedOf ?? null}))
    and (${filter.rater ?? null}::text is null or f.rater = ${filter.rater ?? null})
    and (${filter.programmeId ?? null}::uuid is null or b.programme_id = ${filter.programmeId ?? null})
    and (${filter.state ?? null}::text is null
      or (${filter.state ?? null} = 'answered' and f.answered_on is not null)
      or (${filter.state ?? null} = 'overdue' and f.answered_on is null and f.due_on < ${db.on})
      or (${filter.state ?? null} = 'due' and f.answered_on is null and f.due_on between ${db.on}::date - 14 and ${db.on}::date + 14)
      or (${filter.state ?? null} = 'coming' and f.answered_on is null and f.due_on > ${db.on}))
    and (${filter.after ?? null}::text is null or (coalesce(f.due_on::text, '9999') || '|' || f.id::text) > ${filter.after ?? null})
    order by coalesce(f.due_on::text, '9999') || '|' || f.id::text limit ${filter.limit}`)

export const listFollowUpStates = (db: Db): Promise<{ id: string; due_on: Day | null; answered_on: Day | null }[]> =>
  db.rows(sql`select id, due_on, answered_on from delivery.follow_ups where not is_replaced order by id`)

/** Every answer about one behaviour of one person, by day, corrected ones included. */
export const listAnswersOf = (
  db: Db,
  behaviourId: string,
  employeeId: string,
): Promise<(FollowUpRow & { is_replaced: boolean })[]> =>
  db.rows(
    sql`select r.*, f.is_replaced from (${rows}) r join delivery.follow_ups f on f.id = r.id where r.behaviour_id = ${behaviourId} and r.employee_id = ${employeeId} order by r.day_number, r.rater, f.is_replaced desc`,
  )

export type BehaviourRow = {
  id: string
  statement: string
  programme_name: string | null
  competency_name: string | null
  to_level: number | null
  agreed_on: Day | null
  asked: number
  answered: number
}

/** Behaviours agreed beforehand, with how many checks were asked and answered (as far as the reader may see). */
export const listBehaviours = (db: Db, programmeId?: string): Promise<BehaviourRow[]> =>
  db.rows(sql`select b.id, b.statement, g.name as programme_name, c.name as competency_name, b.to_level, b.agreed_on,
      count(f.id)::int as asked, count(f.answered_on)::int as answered
    from delivery.behaviours b
    left join delivery.follow_ups f on f.agency_id = b.agency_id and f.behaviour_id = b.id and not f.is_replaced
    left join planning.v_programmes g on g.agency_id = b.agency_id and g.id = b.programme_id
    left join competency.v_competencies c on c.agency_id = b.agency_id and c.id = b.competency_id
    where (${programmeId ?? null}::uuid is null or b.programme_id = ${programmeId ?? null})
    group by b.agency_id, b.id, g.name, c.name order by b.agreed_on desc nulls last, b.statement limit 100`)

export const listCompetencies = (db: Db): Promise<{ id: string; code: string; name: string }[]> =>
  db.rows(
    sql`select id, code, name from competency.v_competencies where (retired_on is null or retired_on > ${db.on}::date) order by code`,
  )
