import type { Day } from '#core/values/day.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import { feedbackRules } from '../feedback/feedback.rules.ts'
import { listScoredFeedback } from '../feedback/feedback.store.ts'
import type { PersonRecords } from './evidence.model.ts'
import { scarceHeldBy } from './scarce-competency.store.ts'

export type ScopePerson = {
  id: string
  name: string
  unit_id: string
  tier: string | null
  education_level: string | null
  education_field: string | null
  is_field_matching: boolean | null
  position_since: Day | null
}

/** Who a cycle is about: active people of the tiers, families and units; an empty list means all. */
export type CycleScope = { tiers?: string[]; families?: string[]; unitIds?: string[]; source?: 'records' | 'sheet' }

export const scopeFilter = (scope: CycleScope): Query => sql`p.state = 'active'
  and (${scope.tiers?.length ? scope.tiers : null}::text[] is null or p.tier = any (${scope.tiers?.length ? scope.tiers : null}))
  and (${scope.families?.length ? scope.families : null}::text[] is null or p.family = any (${scope.families?.length ? scope.families : null}))
  and (${scope.unitIds?.length ? scope.unitIds : null}::uuid[] is null or p.unit_id = any (${scope.unitIds?.length ? scope.unitIds : null}))`

/** The people of a cycle in pages of `size`, so that memory stays flat. */
export const peopleInScope = (db: Db, scope: CycleScope, size: number): AsyncGenerator<ScopePerson[]> =>
  db.pages<ScopePerson>(
    sql`select p.id, p.name, p.unit_id, p.tier, p.education_level, p.education_field, p.is_field_matching, p.position_since from workforce.v_people p where ${scopeFilter(scope)} order by p.id`,
    size,
  )

const grouped = <T extends { employee_id: string }>(rows: T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const list = groups.get(row.employee_id)
    if (list) list.push(row)
    else groups.set(row.employee_id, [row])
  }
  return groups
}

type E = { employee_id: string }

/** Everything the score reads of these people: one question per kind of record, whatever their number. */
export const recordsOf = async (
  db: Db,
  people: readonly ScopePerson[],
  asOf: Day,
): Promise<Map<string, PersonRecords>> => {
  const ids = people.map(p => p.id)
  const list = async <T extends E>(query: Query) => grouped(await db.rows<T>(query))
  const appraisals = await list<E & PersonRecords['appraisals'][number]>(
    sql`select employee_id, id, year, rating from workforce.v_appraisals where employee_id = any (${ids}) and year >= ${Number(asOf.slice(0, 4)) - 3}`,
  )
  const awards = await list<E & PersonRecords['awards'][number]>(
    sql`select employee_id, id, level, name, awarded_on as "awardedOn" from workforce.v_awards where employee_id = any (${ids})`,
  )
  const teamRoles = await list<E & PersonRecords['teamRoles'][number]>(
    sql`select employee_id, id, role, reach, name, starts_on as "startsOn" from workforce.v_team_roles where employee_id = any (${ids})`,
  )
  const feedback = await list<E & PersonRecords['feedback'][number]>(
    sql`select employee_id, id, year, rating from talent.feedback_360 where employee_id = any (${ids})`,
  )
  const rounds = await listScoredFeedback(db, ids, asOf)
  const values = await list<
    E & { id: string; year: number; openedOn: Day; meanStep: number }
  >(sql`select distinct on (r.employee_id, r.review_id) r.employee_id, r.review_id || '~' || r.version as id, v.year, r.opened_on as "openedOn", r.mean_step as "meanStep"
    from talent.value_results r join talent.value_reviews v on v.agency_id = r.agency_id and v.id = r.review_id
    where r.employee_id = any (${ids}) and r.opened_on <= ${asOf} and r.mean_step is not null order by r.employee_id, r.review_id, r.version desc`)
  const scarce = await scarceHeldBy(db, ids, asOf)
  const trainings = await list<
    E & PersonRecords['trainings'][number]
  >(sql`select employee_id, id, name, ends_on as "endsOn", jp, (verification = 'verified' or certificate is not null) as "isVerified" from workforce.v_trainings
    where employee_id = any (${ids}) and jp is not null and verification <> 'rejected' and ends_on between ${`${asOf.slice(0, 4)}-01-01`} and ${asOf}`)
  const careers = await list<E & PersonRecords['careers'][number]>(
    sql`select employee_id, id, position_name as "positionName", unit_name as "unitName", assignment, starts_on as "startsOn" from workforce.v_careers where employee_id = any (${ids}) order by starts_on desc, id`,
  )
  const sanctions = await list<E & PersonRecords['sanctions'][number]>(
    sql`select employee_id, id, level, name, starts_on as "startsOn", ends_on as "endsOn" from workforce.v_sanctions where employee_id = any (${ids})`,
  )
  const checks = await list<
    E & { id: string; subject: 'award' | 'team-role' | 'discipline' | 'field-match'; on: Day; by: string }
  >(sql`select distinct on (employee_id, subject) employee_id, id, subject, checked_on as "on", checked_by as "by" from workforce.v_record_checks
    where employee_id = any (${ids}) and checked_on <= ${asOf} order by employee_id, subject, checked_on desc`)
  const assessments = await list<E & { id: string; assessedOn: Day; validUntil: Day; potential: number | null }>(
    sql`select employee_id, id, assessed_on as "assessedOn", valid_until as "validUntil", potential from competency.v_assessments where employee_id = any (${ids}) and assessed_on <= ${asOf}`,
  )
  const levels = new Map<string, PersonRecords['assessments'][number]['levels']>()
  for (const row of await db.rows<{
    assessment_id: string
    code: string
    name: string
    level: number | null
    standard: number | null
  }>(
    sql`select assessment_id, code, name, level, standard_level as standard from competency.v_assessment_levels where employee_id = any (${ids}) order by code`,
  )) {
    const known = levels.get(row.assessment_id)
    if (known) known.push(row)
    else levels.set(row.assessment_id, [row])
  }
  return new Map(
    people.map(p => [
      p.id,
      {
        employeeId: p.id,
        educationLevel: p.education_level,
        educationField: p.education_field,
        isFieldMatching: p.is_field_matching,
        positionSince: p.position_since,
        appraisals: appraisals.get(p.id) ?? [],
        awards: awards.get(p.id) ?? [],
        teamRoles: teamRoles.get(p.id) ?? [],
        feedback: feedback.get(p.id) ?? [],
        rounds: rounds.has(p.id) ? { rules: feedbackRules.on(asOf).body, results: rounds.get(p.id) ?? [] } : undefined,
        values: values.get(p.id) ?? [],
        scarce: scarce.get(p.id) ?? [],
        trainings: trainings.get(p.id) ?? [],
        careers: careers.get(p.id) ?? [],
        sanctions: sanctions.get(p.id) ?? [],
        checks: Object.fromEntries((checks.get(p.id) ?? []).map(c => [c.subject, { id: c.id, on: c.on, by: c.by }])),
        assessments: (assessments.get(p.id) ?? []).map(a => ({ ...a, levels: levels.get(a.id) ?? [] })),
      },
    ]),
  )
}

/** Parts of the newest talent sheet of these people (0-100 or null). */
export const sheetPartsOf = async (
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { on: Day; parts: Record<string, number | null> }>> =>
  new Map(
    (
      await db.rows<{ employee_id: string; on: Day; parts: Record<string, number | null> }>(
        sql`select distinct on (employee_id) employee_id, sheet_on as "on", parts from talent.sheet_scores where employee_id = any (${ids}) order by employee_id, sheet_on desc`,
      )
    ).map(r => [r.employee_id, { on: r.on, parts: r.parts }]),
  )
