import { type Db, sql } from '#platform/database/database.ts'

/** What this room holds of a person, for her own copy. */
export const deliveryMyData = async (db: Db, employeeId: string) => [
  {
    title: 'Kelas yang diikuti',
    rows: await db.rows(
      sql`select c.name as kelas, c.starts_on, c.ends_on, e.state, e.attended_jp, e.score_before, e.score_after, e.completed_on, e.correction_reason from delivery.enrolments e join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id where e.employee_id = ${employeeId} order by c.ends_on`,
    ),
  },
  {
    title: 'Kelas yang sudah diberi kesan',
    rows: await db.rows(
      sql`select c.name as kelas, g.given_on from delivery.reaction_givers g join delivery.enrolments e on e.agency_id = g.agency_id and e.id = g.enrolment_id join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id where g.employee_id = ${employeeId} order by g.given_on, c.name`,
    ),
  },
  {
    title: 'Coaching dan mentoring',
    rows: await db.rows(
      sql`select kind, guide_name, held_on, minutes, topic, agreement, is_confirmed, correction_reason from delivery.meetings where employee_id = ${employeeId} order by held_on`,
    ),
  },
  {
    title: 'Penugasan',
    rows: await db.rows(
      sql`select title, value, starts_on, due_on, finished_on, result, progress, state, confirmed_on, correction_reason from delivery.assignments where employee_id = ${employeeId} order by due_on`,
    ),
  },
  {
    title: 'Perilaku yang disepakati',
    rows: await db.rows(
      sql`select distinct b.statement, b.agreed_on, b.to_level from delivery.behaviours b where b.employee_id = ${employeeId} or exists (select 1 from delivery.follow_ups f where f.agency_id = b.agency_id and f.behaviour_id = b.id and f.employee_id = ${employeeId})`,
    ),
  },
  {
    title: 'Pemeriksaan penerapan',
    rows: await db.rows(
      sql`select b.statement, f.day_number, f.rater, f.value, f.verdict, f.note, f.due_on, f.answered_on, f.is_replaced, f.correction_reason from delivery.follow_ups f join delivery.behaviours b on b.agency_id = f.agency_id and b.id = f.behaviour_id where f.employee_id = ${employeeId} order by f.day_number, f.rater`,
    ),
  },
]
