import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Supplier } from '../evidence/fuse-competency.model.ts'

export type EvidenceRequest = {
  id: string
  employee_id: string
  person: string
  unit: string
  supervisor: string | null
  competency_id: string
  code: string
  name: string
  kind: string
  asked_of: Supplier
  why: 'unknown' | 'expired' | 'contradictory'
  state: 'open' | 'answered' | 'passed-on' | 'withdrawn'
  asked_by_name: string
  asked_on: Day
  due_on: Day
  answer_note: string | null
}

const columns = sql`r.id, r.employee_id, p.name as person, p.unit_short_name as unit, b.name as supervisor, r.competency_id, r.code, r.name, r.kind, r.asked_of, r.why, r.state,
  r.asked_by_name, r.asked_on, r.due_on, r.answer_note`
const tables = sql`competency.v_evidence_requests r
  join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id
  left join workforce.v_people b on b.agency_id = p.agency_id and b.id = p.supervisor_id`

/** Open requests the reader may see, the earliest due first. */
export const listOpenRequests = (
  db: Db,
  filter: { askedOf?: Supplier; employeeId?: string; notOf?: string | null; limit?: number } = {},
): Promise<EvidenceRequest[]> =>
  db.rows<EvidenceRequest>(sql`select ${columns} from ${tables} where r.state = 'open'
    and (${filter.askedOf ?? null}::text is null or r.asked_of = ${filter.askedOf ?? null})
    and (${filter.employeeId ?? null}::uuid is null or r.employee_id = ${filter.employeeId ?? null}::uuid)
    and (${filter.notOf ?? null}::uuid is null or r.employee_id <> ${filter.notOf ?? null}::uuid)
    order by r.due_on, p.name, r.code limit ${filter.limit ?? 200}`)

/** Levels that wait for the assessment centre, by unit: how many people and levels, and the earliest due day. */
export const countForProvider = (
  db: Db,
): Promise<{ unit_id: string; unit: string; people: number; levels: number; due_on: Day }[]> =>
  db.rows(sql`select p.unit_id, p.unit_short_name as unit, count(distinct r.employee_id)::int as people, count(*)::int as levels, min(r.due_on) as due_on
    from competency.v_evidence_requests r join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id
    where r.state = 'open' and r.asked_of = 'provider' group by p.unit_id, p.unit_short_name order by count(*) desc, p.unit_short_name`)

export const findRequest = (db: Db, id: string): Promise<EvidenceRequest | null> =>
  db.find<EvidenceRequest>(sql`select ${columns} from ${tables} where r.id = ${id}`)

export type Paper = {
  id: string
  employee_id: string
  person: string
  unit: string
  code: string
  name: string
  level: number
  observed_on: Day
  valid_until: Day | null
  note: string | null
  file_id: string | null
  is_verified: boolean
  is_replaced: boolean
  correction_reason: string | null
  checked_by_name: string | null
  checked_on: Day | null
  /** What the paper claimed; null while nobody has checked it. */
  claimed_level: number | null
  check_note: string | null
}

const paperColumns = sql`e.id, e.employee_id, p.name as person, p.unit_short_name as unit, c.code, c.name, e.level, e.observed_on, e.valid_until, e.note, e.file_id, e.is_verified, e.is_replaced,
  e.correction_reason, e.checked_by_name, e.checked_on, e.claimed_level, e.check_note`
const paperTables = sql`competency.evidence e
  join competency.competencies c on c.agency_id = e.agency_id and c.id = e.competency_id
  join workforce.v_people p on p.agency_id = e.agency_id and p.id = e.employee_id`

/** Papers nobody has compared with their issuer yet, the oldest first. */
export const listPapersToCheck = (db: Db): Promise<Paper[]> =>
  db.rows<Paper>(
    sql`select ${paperColumns} from ${paperTables} where e.source_kind = 'competency.paper' and not e.is_verified and not e.is_replaced order by e.observed_on, e.id limit 100`,
  )

/** The ids of all papers that wait to be checked. */
export const papersWaiting = async (db: Db): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(
      sql`select id from competency.evidence where source_kind = 'competency.paper' and not is_verified and not is_replaced order by id`,
    )
  ).map(r => r.id)

/** Everything a person handed in, whatever became of it. */
export const listPapersOf = (db: Db, employeeId: string): Promise<Paper[]> =>
  db.rows<Paper>(
    sql`select ${paperColumns} from ${paperTables} where e.source_kind = 'competency.paper' and e.employee_id = ${employeeId} order by e.observed_on desc, e.id`,
  )

export const findPaper = (db: Db, id: string): Promise<Paper | null> =>
  db.find<Paper>(
    sql`select ${paperColumns} from ${paperTables} where e.id = ${id} and e.source_kind = 'competency.paper'`,
  )
