import { type Db, sql } from '#platform/database/database.ts'

/** What this room holds of a person, for her own copy. */
export const planningMyData = async (db: Db, employeeId: string) => [
  {
    title: 'Rencana pengembangan',
    rows: await db.rows(
      sql`select year, version, state, reason, agreed_by_employee_on, agreed_by_supervisor_on, created_on from planning.plans where employee_id = ${employeeId} order by version`,
    ),
  },
  {
    title: 'Kebutuhan yang dikonfirmasi atasan',
    rows: await db.rows(
      sql`select c.name as kompetensi, n.level_required, n.level_held, n.decision, n.decided_on from planning.need_confirmations n join competency.v_competencies c on c.agency_id = n.agency_id and c.id = n.competency_id where n.employee_id = ${employeeId} order by n.decided_on, c.name`,
    ),
  },
  {
    title: 'Kegiatan rencana',
    rows: await db.rows(
      sql`select title, method, starts_on, ends_on, jp, cost, indicator, baseline, target, state, done_on from planning.plan_items where employee_id = ${employeeId} order by starts_on`,
    ),
  },
  {
    title: 'Pemeriksaan penerapan dalam rencana',
    rows: await db.rows(
      sql`select day_number, due_on, done_on from planning.plan_checks where employee_id = ${employeeId} order by due_on`,
    ),
  },
  {
    title: 'Keikutsertaan dalam program',
    rows: await db.rows(
      sql`select g.name as program, p.role, p.criteria, p.score, p.is_chosen, p.mentor_name, p.coach_name, p.left_on, p.left_reason from planning.programme_people p join planning.programmes g on g.agency_id = p.agency_id and g.id = p.programme_id where p.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Tugas sebagai fasilitator',
    rows: await db.rows(
      sql`select f.name, f.max_days, (select string_agg(m.name, ', ' order by m.name) from planning.facilitator_modules x join planning.modules m on m.agency_id = x.agency_id and m.id = x.module_id where x.agency_id = f.agency_id and x.facilitator_id = f.id) as modules from planning.facilitators f where f.employee_id = ${employeeId}`,
    ),
  },
]
