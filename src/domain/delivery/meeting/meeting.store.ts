import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type MeetingRow = {
  id: string
  kind: 'coaching' | 'mentoring'
  programme_name: string | null
  employee_id: string
  name: string
  guide_id: string | null
  guide_name: string
  held_on: Day
  minutes: number | null
  topic: string
  agreement: string | null
  is_confirmed: boolean
  correction_reason: string | null
  logged_by: string | null
  competency_id: string | null
  competency_name: string | null
  seen_level: number | null
  seen_example: string | null
}

const rows = sql`select m.id, m.kind, g.name as programme_name, m.employee_id, p.name, m.guide_id, m.guide_name, m.held_on, m.minutes, m.topic, m.agreement, m.is_confirmed, m.correction_reason,
    m.logged_by, m.competency_id, c.name as competency_name, m.seen_level, m.seen_example
  from delivery.meetings m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
  left join planning.v_programmes g on g.agency_id = m.agency_id and g.id = m.programme_id
  left join competency.v_competencies c on c.agency_id = m.agency_id and c.id = m.competency_id`

export const findMeeting = (db: Db, id: string): Promise<MeetingRow | null> => db.find(sql`${rows} where m.id = ${id}`)

/** Meetings the reader may see, newest first, after a key `held_on|id`. */
export const listMeetings = (
  db: Db,
  filter: {
    kind?: string
    programmeId?: string
    employeeId?: string
    isWaiting?: boolean
    after?: string
    limit: number
  },
): Promise<MeetingRow[]> =>
  db.rows(sql`${rows} where (${filter.kind ?? null}::text is null or m.kind = ${filter.kind ?? null})
    and (${filter.programmeId ?? null}::uuid is null or m.programme_id = ${filter.programmeId ?? null})
    and (${filter.employeeId ?? null}::uuid is null or m.employee_id = ${filter.employeeId ?? null})
    and (not ${filter.isWaiting ?? false} or not m.is_confirmed)
    and (${filter.after ?? null}::text is null or (m.held_on::text || '|' || m.id::text) < ${filter.after ?? null})
    order by m.held_on::text || '|' || m.id::text desc limit ${filter.limit}`)

/** Ids for the counts at the top. */
export const listMeetingIds = (db: Db): Promise<{ id: string; is_confirmed: boolean }[]> =>
  db.rows(sql`select id, is_confirmed from delivery.meetings order by id`)
