import { type Db, sql } from '#platform/database/database.ts'
import type { TrainingRecord } from '../training/jp-ledger.model.ts'

/** The riwayat of people: read for one or for many by the same question. */

export type TrainingRow = TrainingRecord & {
  employeeId: string
  provider: string | null
  verification: 'recorded' | 'verified' | 'rejected'
  sourceKind: string
  correctionReason: string | null
}

export const listTrainings = (db: Db, employeeIds: readonly string[]): Promise<TrainingRow[]> =>
  db.rows<TrainingRow>(sql`select employee_id as "employeeId", id, name, form, provider, certificate, starts_on as "startsOn", ends_on as "endsOn", jp,
      verification, source_kind as "sourceKind", correction_reason as "correctionReason"
    from workforce.trainings where employee_id = any (${employeeIds}) order by ends_on desc nulls last, name, id`)

export const findTraining = (db: Db, trainingId: string): Promise<TrainingRow | null> =>
  db.find<TrainingRow>(sql`select employee_id as "employeeId", id, name, form, provider, certificate, starts_on as "startsOn", ends_on as "endsOn", jp,
      verification, source_kind as "sourceKind", correction_reason as "correctionReason" from workforce.trainings where id = ${trainingId}`)

export type AppraisalRow = {
  employeeId: string
  id: string
  year: number
  work_result: string | null
  behaviour: string | null
  rating: string
  is_rating_derived: boolean
}
export const listAppraisals = (db: Db, employeeIds: readonly string[]): Promise<AppraisalRow[]> =>
  db.rows<AppraisalRow>(
    sql`select employee_id as "employeeId", id, year, work_result, behaviour, rating, is_rating_derived from workforce.appraisals where employee_id = any (${employeeIds}) order by year desc`,
  )

export type CareerEntry = {
  id: string
  position_name: string
  unit_name: string | null
  tier: string | null
  family: string | null
  assignment: string
  starts_on: string
  ends_on: string | null
  decree_number: string | null
}
export const listCareers = (db: Db, employeeId: string): Promise<CareerEntry[]> =>
  db.rows<CareerEntry>(
    sql`select id, position_name, unit_name, tier, family, assignment, starts_on, ends_on, decree_number from workforce.careers where employee_id = ${employeeId} order by starts_on desc, id`,
  )

export type AwardEntry = { id: string; name: string; level: string; awarded_on: string; decree_number: string | null }
export const listAwards = (db: Db, employeeId: string): Promise<AwardEntry[]> =>
  db.rows<AwardEntry>(
    sql`select id, name, level, awarded_on, decree_number from workforce.awards where employee_id = ${employeeId} order by awarded_on desc, id`,
  )

export type TeamRoleEntry = {
  id: string
  name: string
  role: string
  reach: string
  starts_on: string
  ends_on: string | null
}
export const listTeamRoles = (db: Db, employeeId: string): Promise<TeamRoleEntry[]> =>
  db.rows<TeamRoleEntry>(
    sql`select id, name, role, reach, starts_on, ends_on from workforce.team_roles where employee_id = ${employeeId} order by starts_on desc, id`,
  )

export type SanctionRow = {
  employeeId: string
  id: string
  level: string
  name: string
  starts_on: string
  ends_on: string | null
  decree_number: string | null
}
/** Sensitive: row-level security gives them to those with their own permission only. */
export const listSanctions = (db: Db, employeeIds: readonly string[]): Promise<SanctionRow[]> =>
  db.rows<SanctionRow>(
    sql`select employee_id as "employeeId", id, level, name, starts_on, ends_on, decree_number from workforce.sanctions where employee_id = any (${employeeIds}) order by starts_on desc, id`,
  )

export type CheckRow = { employeeId: string; id: string; subject: string; checked_on: string; checked_by: string }
export const listChecks = (db: Db, employeeIds: readonly string[]): Promise<CheckRow[]> =>
  db.rows<CheckRow>(
    sql`select employee_id as "employeeId", id, subject, checked_on, checked_by from workforce.record_checks where employee_id = any (${employeeIds}) order by checked_on desc`,
  )
