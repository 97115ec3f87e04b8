import { type Db, sql } from '#platform/database/database.ts'

/** What this room holds of a person, for her own copy. */
export const talentMyData = async (db: Db, employeeId: string) => [
  {
    title: 'Hasil siklus talenta',
    rows: await db.rows(
      sql`select c.name as siklus, s.placement, s.box, s.x, s.y, s.rule_code, s.rule_version from talent.scores s join talent.cycles c on c.agency_id = s.agency_id and c.id = s.cycle_id where s.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pemindahan kotak',
    rows: await db.rows(
      sql`select from_box, to_box, reason_code, note, state, moved_at from talent.moves where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Usulan',
    rows: await db.rows(
      sql`select purpose, nominated_by_name, rationale, state, reference_by_name, reference_reasons, decision_reason, decided_by_name, nominated_on, decided_on from talent.nominations where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Rekomendasi kedua yang Anda tulis',
    rows: await db.rows(
      sql`select about_name, purpose, state, known_how, reasons, verdict, decline_reason, asked_on, answered_on from talent.nomination_references where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Umpan balik 360°',
    rows: await db.rows(sql`select year, rating, raters from talent.feedback_360 where employee_id = ${employeeId}`),
  },
  {
    title: 'Putaran umpan balik 360° tentang Anda',
    rows: await db.rows(
      sql`select r.name as putaran, s.year, s.state, s.exclude_reason, s.confirmed_by_name, s.confirmed_on from talent.feedback_subjects s join talent.feedback_rounds r on r.agency_id = s.agency_id and r.id = s.round_id where s.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Penilai yang disusun untuk Anda',
    rows: await db.rows(
      sql`select rater_name, rater_group, origin, standing, reason, answer_reason from talent.feedback_raters where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Hasil umpan balik 360° tentang Anda',
    rows: await db.rows(
      sql`select year, version, rating, blocks, counts, left_out, missing, strength, practice, closed_on from talent.feedback_results where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Komentar umpan balik yang diteruskan kepada Anda',
    rows: await db.rows(
      sql`select kind, text from talent.feedback_remarks where about_id = ${employeeId} and state = 'shown' order by id`,
    ),
  },
  {
    title: 'Permintaan umpan balik kepada Anda',
    rows: await db.rows(
      sql`select about_name, rater_group, state, due_on, decline_code, decline_note, answered_on from talent.feedback_replies where rater_id = ${employeeId}`,
    ),
  },
  {
    title: 'Jawaban umpan balik yang Anda tulis',
    rows: await db.rows(
      sql`select a.about_name, w.question_code, w.step, w.is_unable, w.saved_on from talent.feedback_answers w join talent.feedback_replies a on a.agency_id = w.agency_id and a.id = w.reply_id where w.rater_id = ${employeeId}`,
    ),
  },
  {
    title: 'Komentar umpan balik yang Anda tulis',
    rows: await db.rows(
      sql`select a.about_name, c.strength, c.practice, c.saved_on from talent.feedback_comments c join talent.feedback_replies a on a.agency_id = c.agency_id and a.id = c.reply_id where c.rater_id = ${employeeId}`,
    ),
  },
  {
    title: 'Lembar talenta',
    rows: await db.rows(
      sql`select sheet_on, parts, written_box from talent.sheet_scores where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Jabatan sasaran',
    rows: await db.rows(
      sql`select p.name as jabatan, a.note, a.stated_on, a.withdrawn_on from talent.aspirations a join workforce.v_positions p on p.agency_id = a.agency_id and p.id = a.target_position_id where a.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pesan pengembangan',
    rows: await db.rows(
      sql`select strength, practice from talent.development_messages where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Sanggahan',
    rows: await db.rows(
      sql`select statement, state, submitted_on, due_on, answer, answered_on from talent.objections where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Berkas sanggahan',
    rows: await db.rows(
      sql`select name, size_bytes, added_on from talent.objection_files where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Yang tersentuh sanggahan Anda',
    rows: await db.rows(
      sql`select kind, label, owner_name, state, outcome, settled_on from talent.objection_effects where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Peninjauan sesudah sanggahan yang menjadi tugas Anda',
    rows: await db.rows(
      sql`select kind, label, state, outcome, due_on, settled_on from talent.objection_effects where owner_id = ${employeeId}`,
    ),
  },
  {
    title: 'Hasil yang dibekukan',
    rows: await db.rows(
      sql`select n.stage, n.version, r.box, r.decided_box, r.x, r.y, r.placement, n.frozen_at from talent.snapshot_results r join talent.snapshots n on n.agency_id = r.agency_id and n.id = r.snapshot_id where r.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Tugas dalam siklus talenta',
    rows: await db.rows(sql`select stage, due_on, task from talent.cycle_steps where owner_id = ${employeeId}`),
  },
  {
    title: 'Kursi dalam komite talenta',
    rows: await db.rows(
      sql`select k.name as komite, m.seat from talent.committee_members m join talent.committees k on k.agency_id = m.agency_id and k.id = m.committee_id where m.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Kehadiran dalam sidang komite',
    rows: await db.rows(
      sql`select seat, state, absence_reason, declared_at, signed_at from talent.session_members where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pernyataan benturan kepentingan',
    rows: await db.rows(
      sql`select kind, note, declared_at from talent.session_interests where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Suara dalam sidang komite',
    rows: await db.rows(
      sql`select b.round, b.cast_at, v.choice, v.reason_code from talent.session_ballots b left join talent.session_votes v on v.agency_id = b.agency_id and v.item_id = b.item_id and v.round = b.round and v.employee_id = b.employee_id where b.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pendapat berbeda dalam sidang komite',
    rows: await db.rows(sql`select text, stated_at from talent.session_dissents where employee_id = ${employeeId}`),
  },
  {
    title: 'Keputusan sidang tentang Anda',
    rows: await db.rows(
      sql`select title, state, decision, reason_code, note, decided_at from talent.session_items where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pratinjau aturan yang belum berlaku',
    rows: await db.rows(sql`select from_box, to_box, cause from talent.policy_moves where employee_id = ${employeeId}`),
  },
  {
    title: 'Wawancara tentang Anda',
    rows: await db.rows(
      sql`select purpose, held_on, starts_at, place, state, strength, practice from talent.interviews where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Kesepakatan hasil wawancara',
    rows: await db.rows(
      sql`select c.version, x.competency as kompetensi, x.level, x.reason, c.reason as alasan_koreksi, c.recorded_on from talent.interview_consensus c cross join lateral jsonb_to_recordset(c.levels) as x(competency text, level integer, reason text) where c.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Keberatan Anda terhadap pewawancara',
    rows: await db.rows(
      sql`select interviewer_name, reason, state, raised_on, answer, answered_on from talent.interview_challenges where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Tugas Anda sebagai pewawancara',
    rows: await db.rows(
      sql`select i.held_on, s.state, s.declared_on, s.submitted_on, s.left_reason from talent.interview_seats s join talent.interviews i on i.agency_id = s.agency_id and i.id = s.interview_id where s.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Nilai wawancara yang Anda tulis',
    rows: await db.rows(
      sql`select level, example, saved_on from talent.interview_ratings where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Penilaian nilai BerAKHLAK tentang Anda',
    rows: await db.rows(
      sql`select year, state, due_on, opened_on, strength, practice from talent.value_reviews where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Permintaan menilai nilai BerAKHLAK',
    rows: await db.rows(
      sql`select about_name, relation, state, due_on, answered_on from talent.value_raters where rater_id = ${employeeId}`,
    ),
  },
  {
    title: 'Nilai BerAKHLAK yang Anda tulis',
    rows: await db.rows(
      sql`select value_code, step, example, example_on, saved_on from talent.value_ratings where rater_id = ${employeeId}`,
    ),
  },
  {
    title: 'Keinginan karier',
    rows: await db.rows(
      sql`select moves, places, moves_from, guidance, retirement, retires_on, note, stated_on, withdrawn_on from talent.career_wishes where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Rencana karier',
    rows: await db.rows(
      sql`select version, state, goal, steps, change_reason, written_on, seen_by_name, seen_on, seen_note from talent.career_plans where employee_id = ${employeeId}`,
    ),
  },
]
