import { type Db, sql } from '#platform/database/database.ts'

/** Everything this room holds of a person, for "Hak saya". A dossier about her opens when it is decided. */
export const successionMyData = async (
  db: Db,
  employeeId: string,
): Promise<{ title: string; rows: Record<string, unknown>[] }[]> => [
  {
    title: 'Calon penerus',
    rows: await db.rows(
      sql`select p.name as jabatan, c.reason, c.added_by, c.added_on, c.withdrawn_on from succession.candidates c
        join workforce.v_positions p on p.agency_id = c.agency_id and p.id = c.position_id where c.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Kesiapan untuk jabatan kunci',
    rows: await db.rows(
      sql`select p.name as jabatan, r.as_of, r.eligible, r.horizon, r.score, r.score_low, r.score_high, r.ready_on from succession.readiness r
        join workforce.v_positions p on p.agency_id = r.agency_id and p.id = r.position_id where r.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Berkas keputusan',
    rows: await db.rows(
      sql`select d.number, p.name as jabatan, d.decision, d.decision_reason, d.decided_on, d.explanation_for_person, d.content_hash from succession.dossiers d
        join workforce.v_positions p on p.agency_id = d.agency_id and p.id = d.position_id where d.employee_id = ${employeeId} and d.state = 'decided'`,
    ),
  },
]
