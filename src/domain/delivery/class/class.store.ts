import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type ClassRow = {
  id: string
  name: string
  module_name: string
  programme_id: string | null
  programme_name: string | null
  session_code: string | null
  place: string | null
  starts_on: Day
  ends_on: Day
  jp: number | null
  seats: number | null
  state: string
  enrolled: number
  /** Results that are still missing although the class is over. */
  unmarked: number
}

const columns = sql`c.id, c.name, m.name as module_name, c.programme_id, p.name as programme_name, s.code as session_code, s.place, c.starts_on, c.ends_on, c.jp, s.seats, c.state,
  (select count(*)::int from delivery.enrolments e where e.agency_id = c.agency_id and e.class_id = c.id and e.state <> 'withdrawn') as enrolled,
  (select count(*)::int from delivery.enrolments e where e.agency_id = c.agency_id and e.class_id = c.id and e.state in ('enrolled', 'attending')) as unmarked`
const tables = sql`delivery.classes c join planning.v_modules m on m.agency_id = c.agency_id and m.id = c.module_id
  left join planning.v_programmes p on p.agency_id = c.agency_id and p.id = c.programme_id
  left join planning.v_sessions s on s.agency_id = c.agency_id and s.id = c.session_id`

export const findClass = (
  db: Db,
  classId: string,
): Promise<(ClassRow & { module_id: string; cancelled_on: Day | null; cancelled_reason: string | null }) | null> =>
  db.find(
    sql`select ${columns}, c.module_id, c.cancelled_on, c.cancelled_reason from ${tables} where c.id = ${classId}`,
  )

/** Classes, newest first, after a key `ends_on|id`. */
export const listClasses = (
  db: Db,
  filter: { state?: 'open' | 'late' | 'done'; programmeId?: string; after?: string; limit: number },
): Promise<ClassRow[]> =>
  db.rows(sql`select * from (select ${columns} from ${tables}) c
    where (${filter.programmeId ?? null}::uuid is null or c.programme_id = ${filter.programmeId ?? null})
      and (${filter.state ?? null}::text is null
        or (${filter.state ?? null} = 'late' and c.ends_on < ${db.on} and c.unmarked > 0)
        or (${filter.state ?? null} = 'open' and c.ends_on >= ${db.on})
        or (${filter.state ?? null} = 'done' and c.ends_on < ${db.on} and c.unmarked = 0))
      and (${filter.after ?? null}::text is null or (c.ends_on::text || '|' || c.id::text) < ${filter.after ?? null})
    order by c.ends_on::text || '|' || c.id::text desc limit ${filter.limit}`)

export type SessionRow = {
  id: string
  module_id: string
  code: string
  module_name: string
  starts_on: Day
  ends_on: Day
  place: string | null
  seats: number | null
  jp: number | null
  /** People whose plan in force holds this module and who sit in no class of it yet. */
  waiting: number
}

/** Sessions of the catalogue that no class was opened from, soonest first. */
export const listSessionsWithoutClass = (db: Db, limit = 50): Promise<SessionRow[]> =>
  db.rows(sql`select s.id, s.module_id, s.code, s.module_name, s.starts_on, s.ends_on, s.place, s.seats, s.jp,
      (select count(distinct i.employee_id)::int from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where i.agency_id = s.agency_id and i.module_id = s.module_id and p.state in ('agreed', 'running') and i.state in ('planned', 'waiting')) as waiting
    from planning.v_sessions s
    where s.state in ('planned', 'open') and s.ends_on >= ${db.on} and not exists (select 1 from delivery.classes c where c.agency_id = s.agency_id and c.session_id = s.id)
    order by s.starts_on, s.code limit ${limit}`)

export const findSession = (db: Db, sessionId: string): Promise<SessionRow | null> =>
  db.find(
    sql`select id, module_id, code, module_name, starts_on, ends_on, place, seats, jp, 0 as waiting from planning.v_sessions where id = ${sessionId}`,
  )

export type EnrolmentRow = {
  id: string
  class_id: string
  employee_id: string
  name: string
  unit: string
  state: 'enrolled' | 'attending' | 'passed' | 'failed' | 'withdrawn'
  attended_jp: number | null
  score_before: number | null
  score_after: number | null
  completed_on: Day | null
  correction_reason: string | null
  certificate: string | null
  has_plan_item: boolean
}

const enrolments = (
  condition: ReturnType<typeof sql>,
) => sql`select e.id, e.class_id, e.employee_id, p.name, p.unit_short_name as unit, e.state, e.attended_jp, e.score_before, e.score_after, e.completed_on, e.correction_reason,
    e.plan_item_id is not null as has_plan_item,
    (select t.certificate from workforce.v_trainings t where t.agency_id = e.agency_id and t.source_kind = 'delivery.enrolment' and t.source_id = e.id::text order by t.id limit 1) as certificate
  from delivery.enrolments e join workforce.v_people p on p.agency_id = e.agency_id and p.id = e.employee_id where ${condition} order by lower(p.name), e.id`

export const listEnrolments = (db: Db, classId: string): Promise<EnrolmentRow[]> =>
  db.rows(enrolments(sql`e.class_id = ${classId}`))
export const findEnrolment = (db: Db, id: string): Promise<EnrolmentRow | null> =>
  db.find(enrolments(sql`e.id = ${id}`))

/** Whom to put into a class: those whose plan holds its module, its programme's participants, or by name. */
export const listPeopleForClass = (
  db: Db,
  found: { id: string; module_id: string; programme_id: string | null },
  source: 'rencana' | 'program' | 'cari',
  search: string | undefined,
): Promise<{ id: string; name: string; unit: string }[]> =>
  db.rows(sql`select p.id, p.name, p.unit_short_name as unit from workforce.v_people p
    where p.state = 'active' and not exists (select 1 from delivery.enrolments e where e.agency_id = p.agency_id and e.class_id = ${found.id} and e.employee_id = p.id)
      and (${source} <> 'cari' or (${search ?? null}::text is not null and (lower(p.name) like '%' || lower(${search ?? null}) || '%' or p.nip like ${search ?? null} || '%')))
      and (${source} <> 'rencana' or exists (select 1 from planning.v_plan_items i join planning.v_plans n on n.agency_id = i.agency_id and n.id = i.plan_id
        where i.agency_id = p.agency_id and i.employee_id = p.id and i.module_id = ${found.module_id} and n.state in ('agreed', 'running') and i.state in ('planned', 'waiting')))
      and (${source} <> 'program' or exists (select 1 from planning.v_programme_people q where q.agency_id = p.agency_id and q.employee_id = p.id and q.programme_id = ${found.programme_id} and q.role = 'participant' and q.is_chosen and q.left_on is null))
    order by lower(p.name), p.id limit 50`)

/** Has the reader said what she thought of the class? Only her own word is hers to see. */
export const hasReacted = async (db: Db, enrolmentId: string): Promise<boolean> =>
  (await db.find(sql`select 1 from delivery.reaction_givers where enrolment_id = ${enrolmentId}`)) !== null
