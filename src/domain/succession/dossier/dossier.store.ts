import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { DossierContent } from './dossier-content.model.ts'

export type DossierState = 'draft' | 'submitted' | 'decided' | 'returned'

export type DossierLine = {
  id: string
  number: string
  position_id: string
  position_name: string
  unit_name: string | null
  employee_id: string
  employee_name: string
  state: DossierState
  decision: 'approved' | 'rejected' | null
  prepared_by: string
  prepared_on: Day | null
  submitted_on: Day | null
  decided_on: Day | null
  decided_by: string | null
  content_hash: string | null
}

export type Dossier = DossierLine & {
  recommendation: string
  considerations: string | null
  dissent: string | null
  decision_reason: string | null
  returned_reason: string | null
  explanation_for_person: string | null
  content: DossierContent | null
  /** Everybody who wrote or submitted it; none of them decides it. */
  preparer_ids: string[]
}

const line = sql`d.id, d.number, d.position_id, p.name as position_name, p.unit_name, d.employee_id, coalesce(d.content->'person'->>'name', e.name, 'Pegawai') as employee_name,
  d.state, d.decision, d.prepared_by, d.prepared_on, d.submitted_on, d.decided_on, d.decided_by, d.content_hash`
const from = sql`from succession.dossiers d
  join workforce.v_positions p on p.agency_id = d.agency_id and p.id = d.position_id
  left join workforce.v_people e on e.agency_id = d.agency_id and e.id = d.employee_id`

/** Newest first, a page at a time by number; drafts only for those who prepare or watch them. */
export const listDossiers = (
  db: Db,
  filter: { states?: readonly DossierState[] | null; employeeId?: string | null },
  page: { before: string | null; size: number },
): Promise<DossierLine[]> =>
  db.rows<DossierLine>(sql`select ${line} ${from}
    where (${filter.states ?? null}::text[] is null or d.state = any (${filter.states ?? null}))
      and (${filter.employeeId ?? null}::uuid is null or d.employee_id = ${filter.employeeId ?? null})
      and (${page.before}::text is null or d.number < ${page.before}) order by d.number desc limit ${page.size}`)

export const countDossiers = (db: Db): Promise<{ id: string; state: DossierState }[]> =>
  db.rows(sql`select id, state from succession.dossiers order by number`)

export const findDossier = (db: Db, id: string): Promise<Dossier | null> =>
  db.find<Dossier>(
    sql`select ${line}, d.recommendation, d.considerations, d.dissent, d.decision_reason, d.returned_reason, d.explanation_for_person, d.content, d.preparer_ids ${from} where d.id = ${id}`,
  )

/** Fingerprints of dossiers that have one, for the check of a code. */
export const listFingerprints = (db: Db): Promise<{ id: string; content_hash: string }[]> =>
  db.rows(sql`select id, content_hash from succession.dossiers where content_hash is not null`)

/** Who opened this dossier's person lately through it; only those who may read the trail get rows. */
export const listDossierLooks = (db: Db, id: string): Promise<{ at: string; role: string; actor_name: string }[]> =>
  db.rows(
    sql`select at::text as at, role, actor_name from platform.v_audit_entries where subject_kind = 'succession.dossier' and subject_id = ${id} and kind = 'look' order by seq desc limit 8`,
  )
