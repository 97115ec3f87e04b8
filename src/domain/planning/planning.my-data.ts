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
    title: 'Usul perubahan rencana',
    rows: await db.rows(
      sql`select cause, happened, happened_on, steps, due_on, state, decided_by_name, decided_on, decided_reason from planning.plan_changes where employee_id = ${employeeId} order by proposed_on, id`,
    ),
  },
  {
    title: 'Kebutuhan yang dikonfirmasi atasan',
    rows: await db.rows(
      sql`select c.name as kompetensi, n.level_required, n.level_held, n.decision, n.decided_on from planning.need_confirmations n join competency.v_competencies c on c.agency_id = n.agency_id and c.id = n.competency_id where n.employee_id = ${employeeId} order by n.decided_on, c.name`,
    ),
  },
  {
    title: 'Kebutuhan dalam pengumpulan tahunan',
    rows: await db.rows(
      sql`select c.name as pengumpulan, n.subject, n.title, n.origin, n.level_held, n.level_required, n.why, n.jp, n.cost, n.priority, n.state, n.entered_by_name, n.decided_by_name, n.decided_on, n.decision_reason, n.verified_by_name, n.verified_reason from planning.collected_needs n join planning.need_collections c on c.agency_id = n.agency_id and c.id = n.collection_id where n.employee_id = ${employeeId} order by c.year, n.title`,
    ),
  },
  {
    title: 'Urutan kebutuhan',
    rows: await db.rows(
      sql`select n.title, p.value from planning.need_priorities p join planning.collected_needs n on n.agency_id = p.agency_id and n.id = p.need_id where p.employee_id = ${employeeId} order by n.title`,
    ),
  },
  {
    title: 'Pengisian kebutuhan yang dititipkan',
    rows: await db.rows(
      sql`select supervisor_name, valid_from, valid_until, withdrawn_on from planning.need_delegations where delegate_id = ${employeeId} order by valid_from`,
    ),
  },
  {
    title: 'Kebutuhan yang ditunda ke tahun berikutnya',
    rows: await db.rows(
      sql`select c.name as kompetensi, d.from_year, d.reason, d.deferred_on from planning.need_deferrals d join competency.v_competencies c on c.agency_id = d.agency_id and c.id = d.competency_id where d.employee_id = ${employeeId} order by d.from_year, c.name`,
    ),
  },
  {
    title: 'Kebutuhan dalam HCDP dan RPK',
    rows: await db.rows(
      sql`select d.kind, d.version, r.year, r.subject, r.title, r.form, r.jp, r.cost, r.placement from planning.need_document_rows r left join planning.need_documents d on d.agency_id = r.agency_id and d.id = r.document_id where r.employee_id = ${employeeId} order by r.year, r.title`,
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
    title: 'Kelas yang diajarkan dan penilaian peserta',
    rows: await db.rows(
      sql`select s.code, m.name, s.starts_on, b.jp, b.reason, b.answer, b.answered_on, b.answer_reason, b.paid_on, b.withdrawn_on, k.answers, k.mean, k.remark from planning.facilitator_bookings b
        join planning.facilitators f on f.agency_id = b.agency_id and f.id = b.facilitator_id join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id
        join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
        left join planning.facilitator_feedback k on k.agency_id = b.agency_id and k.facilitator_id = b.facilitator_id and k.session_id = b.session_id
        where f.employee_id = ${employeeId} order by s.starts_on`,
    ),
  },
  {
    title: 'Hari tidak dapat mengajar',
    rows: await db.rows(
      sql`select a.starts_on, a.ends_on, a.reason from planning.facilitator_absences a join planning.facilitators f on f.agency_id = a.agency_id and f.id = a.facilitator_id where f.employee_id = ${employeeId} order by a.starts_on`,
    ),
  },
  {
    title: 'Kompetensi mengajar',
    rows: await db.rows(
      sql`select c.name as kompetensi, l.level, l.evidence, l.observed_on, l.valid_until from planning.facilitator_levels l join planning.facilitators f on f.agency_id = l.agency_id and f.id = l.facilitator_id
        join competency.v_competencies c on c.agency_id = l.agency_id and c.id = l.competency_id where f.employee_id = ${employeeId} order by l.observed_on, c.name`,
    ),
  },
  {
    title: 'Penyiapan menjadi pengajar',
    rows: await db.rows(
      sql`select m.name as modul, t.starts_on, t.ends_on, t.outcome, t.outcome_on, t.outcome_reason from planning.trainer_candidates t join planning.modules m on m.agency_id = t.agency_id and m.id = t.module_id where t.employee_id = ${employeeId} order by t.starts_on`,
    ),
  },
  {
    title: 'Tugas sebagai fasilitator',
    rows: await db.rows(
      sql`select f.name, f.max_days, (select string_agg(m.name, ', ' order by m.name) from planning.facilitator_modules x join planning.modules m on m.agency_id = x.agency_id and m.id = x.module_id where x.agency_id = f.agency_id and x.facilitator_id = f.id) as modules from planning.facilitators f where f.employee_id = ${employeeId}`,
    ),
  },
]
