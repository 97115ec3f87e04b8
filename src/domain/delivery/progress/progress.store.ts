import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type ProgrammeInProgress = {
  id: string
  name: string
  starts_on: Day
  ends_on: Day | null
  state: string
}

export const findProgrammeInProgress = (db: Db, programmeId: string): Promise<ProgrammeInProgress | null> =>
  db.find(sql`select id, name, starts_on, ends_on, state from planning.v_programmes where id = ${programmeId}`)

export type Dated = { id: string; title: string; due_on: Day }
export type ParticipantRow = {
  employee_id: string
  name: string
  unit: string
  mentor_name: string | null
  coach_name: string | null
  left_on: Day | null
  left_reason: string | null
  /** Items of the plan in force whose last day is over and that are neither done nor cancelled. */
  late_items: Dated[]
  late_follow_ups: Dated[]
  late_assignments: Dated[]
  last_meeting_on: Day | null
  meetings: { id: string; held_on: Day }[]
  results: { id: string; title: string; jp: number | null; planned: number | null }[]
}

/** Every participant with what is late today, as far as the reader may see; one query. */
export const listParticipantsInProgress = (db: Db, programmeId: string): Promise<ParticipantRow[]> =>
  db.rows(sql`select q.employee_id, p.name, p.unit_short_name as unit, q.mentor_name, q.coach_name, q.left_on, q.left_reason,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'due_on', i.ends_on) order by i.ends_on, i.id)
        from planning.v_plan_items i join planning.v_plans n on n.agency_id = i.agency_id and n.id = i.plan_id
        where i.agency_id = q.agency_id and i.employee_id = q.employee_id and n.programme_id = q.programme_id and n.state <> 'replaced'
          and i.ends_on < ${db.on} and i.state in ('planned', 'waiting', 'running')), '[]') as late_items,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.rater || ' ' || f.day_number, 'due_on', f.due_on) order by f.due_on, f.id)
        from delivery.v_follow_ups f where f.agency_id = q.agency_id and f.employee_id = q.employee_id and f.programme_id = q.programme_id and f.answered_on is null and f.due_on < ${db.on}), '[]') as late_follow_ups,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'due_on', a.due_on) order by a.due_on, a.id)
        from delivery.assignments a where a.agency_id = q.agency_id and a.employee_id = q.employee_id and a.programme_id = q.programme_id and a.finished_on is null and a.state <> 'stopped' and a.due_on < ${db.on}), '[]') as late_assignments,
      (select max(m.held_on) from delivery.meetings m where m.agency_id = q.agency_id and m.employee_id = q.employee_id and m.programme_id = q.programme_id) as last_meeting_on,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'held_on', m.held_on) order by m.held_on, m.id)
        from delivery.meetings m where m.agency_id = q.agency_id and m.employee_id = q.employee_id and m.programme_id = q.programme_id), '[]') as meetings,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'title', c.name, 'jp', e.attended_jp, 'planned', c.jp) order by c.ends_on, e.id)
        from delivery.enrolments e join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id
        where e.agency_id = q.agency_id and e.employee_id = q.employee_id and c.programme_id = q.programme_id and e.state <> 'withdrawn'), '[]') as results
    from planning.v_programme_people q join workforce.v_people p on p.agency_id = q.agency_id and p.id = q.employee_id
    where q.programme_id = ${programmeId} and q.role = 'participant' and q.is_chosen order by lower(p.name), q.employee_id`)
