import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import type { Purpose, Reason } from './nomination.model.ts'
import { waitsFor } from './nomination.model.ts'
import { nominationRules } from './nomination.rules.ts'
import type { nominationStateWords, referenceStateWords, verdictWords } from './nomination-words.ts'

export type Nomination = {
  id: string
  employee_id: string
  name: string
  position_name: string | null
  unit_short_name: string
  nominated_by: string
  nominator: string
  cycle_id: string | null
  programme_id: string | null
  purpose: Purpose
  rationale: string
  reasons: Reason[]
  state: keyof typeof nominationStateWords
  reference_state: 'none' | 'asked' | 'given' | 'declined'
  reference_by_name: string | null
  reference_reasons: Reason[] | null
  decision_reason: string | null
  decided_by: string | null
  decided_by_name: string | null
  nominated_on: Day
  decided_on: Day | null
  earlier: { decision: 'accepted' | 'declined'; reason: string; by: string; on: Day; why: string }[]
}

const columns = sql`n.id, n.employee_id, e.name, e.position_name, e.unit_short_name, n.nominated_by, coalesce(n.nominated_by_name, b.name, 'Pengelola talenta') as nominator,
  n.cycle_id, n.programme_id, n.purpose, n.rationale, n.reasons, n.state, n.reference_state, n.reference_by_name, n.reference_reasons, n.decision_reason, n.decided_by, n.decided_by_name, n.nominated_on, n.decided_on, n.earlier`
const tables = sql`talent.nominations n join workforce.v_people e on e.agency_id = n.agency_id and e.id = n.employee_id left join workforce.v_people b on b.agency_id = n.agency_id and b.id = n.nominated_by`

export type NominationFilter = {
  state?: string | null
  purpose?: string | null
  search?: string
  isWaitingForReference?: boolean
}

const where = (f: NominationFilter) => sql`(${f.state ?? null}::text is null or n.state = ${f.state ?? null})
  and (${f.purpose ?? null}::text is null or n.purpose = ${f.purpose ?? null})
  and (not ${f.isWaitingForReference ?? false} or (n.state = 'submitted' and n.reference_state in ('asked', 'declined')))
  and (${f.search ?? ''} = '' or lower(e.name || ' ' || e.nip) like '%' || lower(${f.search ?? ''}) || '%')`

/** A page of nominations, those still open first. */
export const listNominations = (
  db: Db,
  filter: NominationFilter & { limit: number; page: number },
): Promise<Nomination[]> =>
  db.rows<Nomination>(
    sql`select ${columns} from ${tables} where ${where(filter)} order by (n.state = 'submitted') desc, n.nominated_on desc, n.id limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}`,
  )

export const countNominations = async (db: Db, filter: NominationFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from ${tables} where ${where(filter)}`)).n

export const findNomination = (db: Db, id: string): Promise<Nomination | null> =>
  db.find<Nomination>(sql`select ${columns} from ${tables} where n.id::text = ${id}`)

/** Nominations of the reader, and by the reader. */
export const listOwnNominations = (db: Db): Promise<Nomination[]> =>
  db.rows<Nomination>(
    sql`select ${columns} from ${tables} where n.employee_id = ${db.actor.employeeId}::uuid or n.nominated_by = ${db.actor.employeeId}::uuid order by n.nominated_on desc, n.id limit 60`,
  )

export type Reference = {
  id: string
  nomination_id: string
  employee_id: string
  name: string | null
  position_name: string | null
  about_id: string
  about_name: string
  about_position: string | null
  purpose: Purpose
  state: keyof typeof referenceStateWords
  known_how: string | null
  reasons: Reason[]
  verdict: keyof typeof verdictWords | null
  decline_reason: string | null
  asked_by_name: string
  asked_on: Day
  due_on: Day
  answered_on: Day | null
}

const reference = sql`select r.id, r.nomination_id, r.employee_id, p.name, p.position_name, r.about_id, r.about_name, r.about_position, r.purpose, r.state, r.known_how, r.reasons, r.verdict, r.decline_reason, r.asked_by_name, r.asked_on, r.due_on, r.answered_on
  from talent.nomination_references r left join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id`

/** References of a nomination the reader may read: all for deciders, one's own for the second official, none for the person. */
export const listReferences = (db: Db, nominationId: string): Promise<Reference[]> =>
  db.rows<Reference>(sql`${reference} where r.nomination_id::text = ${nominationId} order by r.asked_on desc, r.id`)

export const findOwnReference = (db: Db, id: string): Promise<Reference | null> =>
  db.find<Reference>(sql`${reference} where r.id::text = ${id} and r.employee_id = ${db.actor.employeeId}::uuid`)

/** Criteria and terms that hold for this agency on a day. */
export const nominationRulesOn = (db: Db, on: Day) => holdingFor(db, nominationRules, on)

/** What one nomination waits for before it may be decided. */
export const waitOf = async (db: Db, n: Pick<Nomination, 'purpose' | 'reference_state' | 'nominated_on'>) =>
  waitsFor((await nominationRulesOn(db, n.nominated_on)).body.purposes[n.purpose].secondReference, n.reference_state)

/** The reader's own team, for the choice of a nominee. */
export const listTeam = (db: Db): Promise<{ id: string; name: string; position_name: string | null }[]> =>
  db.rows(
    sql`select id, name, position_name from workforce.v_people where supervisor_id = ${db.actor.employeeId} and state = 'active' order by name`,
  )

/** The cycle that runs, which a nomination for a post belongs to. */
export const findRunningCycle = (db: Db): Promise<{ id: string; name: string } | null> =>
  db.find(sql`select id, name from talent.cycles where state <> 'TUTUP' order by as_of desc, name limit 1`)
