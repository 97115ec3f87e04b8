import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingVersion, type Level } from './competency-version.model.ts'
import { competencyOf } from './dictionary.model.ts'
import { dictionaryRules } from './dictionary.rules.ts'

export type CompetencyVersion = {
  id: string
  competency_id: string
  change: 'new' | 'change' | 'retire'
  code: string
  name: string
  domain: string | null
  definition: string
  builder: string | null
  levels: Level[]
  successor_id: string | null
  successor: string | null
  valid_from: Day
  basis: string
  reason: string
  state: 'submitted' | 'approved' | 'refused' | 'withdrawn'
  author_account_id: string | null
  author_employee_id: string | null
  author_name: string
  submitted_on: Day
  decided_by_name: string | null
  decided_on: Day | null
  decision_reason: string | null
  applied_on: Day | null
}

const version = sql`select v.*, s.name as successor from competency.competency_versions v
  left join competency.competencies s on s.agency_id = v.agency_id and s.id = v.successor_id`

/** All proposals of a competency, the newest first. */
export const listCompetencyVersions = (db: Db, competencyId: string): Promise<CompetencyVersion[]> =>
  db.rows<CompetencyVersion>(
    sql`${version} where v.competency_id = ${competencyId} order by v.valid_from desc, v.submitted_on desc`,
  )

export const findCompetencyVersion = (db: Db, id: string): Promise<CompetencyVersion | null> =>
  db.find<CompetencyVersion>(sql`${version} where v.id = ${id}`)

/** What waits for a second person, the oldest first. */
export const listOpenVersions = (db: Db): Promise<CompetencyVersion[]> =>
  db.rows<CompetencyVersion>(sql`${version} where v.state = 'submitted' order by v.submitted_on, v.name`)

/** What was approved for a day that has come and is not in the dictionary yet. */
export const listDueVersions = (db: Db, on: Day): Promise<CompetencyVersion[]> =>
  db.rows<CompetencyVersion>(
    sql`${version} where v.state = 'approved' and v.applied_on is null and v.valid_from <= ${on}::date order by v.valid_from`,
  )

/** What the five levels look like: the national dictionary's, or the agency's version that holds. Empty where nobody wrote it. */
export const levelsOf = async (
  db: Db,
  competency: { id: string; code: string; kind: string },
): Promise<{ levels: Level[]; versionId: string | null }> => {
  if (competency.kind !== 'technical')
    return { levels: competencyOf(dictionaryRules.on(db.on).body, competency.code)?.levels ?? [], versionId: null }
  const holding = holdingVersion(await listCompetencyVersions(db, competency.id), db.on)
  return { levels: holding?.levels ?? [], versionId: holding?.id ?? null }
}

/** Puts an approved version into the dictionary; the competency keeps its id. */
export const applyVersion = async (db: Db, v: CompetencyVersion, on: Day): Promise<void> => {
  if (v.change === 'new')
    await db.insert('competency.competencies', [
      {
        agency_id: db.actor.agencyId,
        id: v.competency_id,
        code: v.code,
        name: v.name,
        kind: 'technical',
        domain: v.domain,
        definition: v.definition,
        version: v.valid_from.slice(0, 4),
        builder: v.builder,
      },
    ])
  else if (v.change === 'change')
    await db.run(
      sql`update competency.competencies set name = ${v.name}, domain = ${v.domain}, definition = ${v.definition}, builder = ${v.builder} where id = ${v.competency_id}`,
    )
  else
    await db.run(
      sql`update competency.competencies set retired_on = ${v.valid_from}, successor_id = ${v.successor_id}, retired_reason = ${v.reason} where id = ${v.competency_id}`,
    )
  await db.run(sql`update competency.competency_versions set applied_on = ${on} where id = ${v.id}`)
}
