import type { Day } from '#core/values/day.ts'
import { dictionaryRules } from '#domain/competency/dictionary/dictionary.rules.ts'
import { evidenceRules } from '#domain/competency/evidence/evidence.rules.ts'
import {
  type CompetencyEvidence,
  type EvidenceSource,
  type FusedCompetency,
  fuseCompetency,
} from '#domain/competency/evidence/fuse-competency.model.ts'
import {
  defaultRequirements,
  type Requirement,
  requirementOf,
  type StandardRow,
} from '#domain/competency/position-standard/position-standard.model.ts'
import { standardRules } from '#domain/competency/position-standard/position-standard.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { LiftingItem } from './readiness.model.ts'

export type Standard = { requirements: Requirement[]; isDefault: boolean }

/** What posts ask for, by title; a post without a standard takes the flat level of its tier, and says so. */
export const standardsOf = async (
  db: Db,
  posts: readonly { name: string; tier: string }[],
  asOf: Day,
): Promise<Map<string, Standard>> => {
  const titles = [...new Set(posts.map(p => p.name.toLowerCase()))]
  const rows = await db.rows<StandardRow & { title: string }>(
    sql`select distinct on (lower(position_name), code) lower(position_name) as title, standard_id, position_name as post, valid_from, code, name, level, importance from competency.v_standards
      where lower(position_name) = any (${titles}) and valid_from <= ${asOf} and (valid_until is null or valid_until >= ${asOf})
      order by lower(position_name), code, valid_from desc`,
  )
  const own = Map.groupBy(rows, r => r.title)
  const { body: rules, reference } = standardRules.on(asOf)
  const national = dictionaryRules.on(asOf).body.competencies
  return new Map(
    posts.map(p => {
      const found = own.get(p.name.toLowerCase())
      return [
        p.name,
        found
          ? {
              requirements: found.map(requirementOf),
              isDefault: false,
            }
          : { requirements: defaultRequirements(p.tier, national, rules, reference), isDefault: true },
      ]
    }),
  )
}

/** Evidence of people by person and competency code, every source kept apart. */
export const evidenceOf = async (
  db: Db,
  ids: readonly string[],
  asOf: Day,
): Promise<Map<string, Map<string, CompetencyEvidence[]>>> => {
  const rows = await db.rows<{
    employee_id: string
    code: string
    source: EvidenceSource
    level: number
    on: Day
    valid_until: Day | null
    verified: boolean
    kind: string
    id: string
    label: string | null
  }>(sql`
    select employee_id, code, 'assessment' as source, level, assessed_on as "on", valid_until, true as verified, 'competency.assessment' as kind, assessment_id::text as id,
      'Penilaian kompetensi' || coalesce(', ' || provider, '') as label
    from competency.v_assessment_levels where employee_id = any (${ids}) and level is not null and assessed_on <= ${asOf}
    union all
    select employee_id, code, source, level, observed_on, valid_until, is_verified, 'competency.evidence', id::text, note
    from competency.v_evidence where employee_id = any (${ids}) and observed_on <= ${asOf}`)
  const people = new Map<string, Map<string, CompetencyEvidence[]>>()
  for (const r of rows) {
    const person = people.get(r.employee_id) ?? new Map<string, CompetencyEvidence[]>()
    people.set(r.employee_id, person)
    const list = person.get(r.code) ?? []
    person.set(r.code, list)
    list.push({
      source: r.source,
      level: r.level,
      on: r.on,
      validUntil: r.valid_until,
      isVerified: r.verified,
      record: { kind: r.kind, id: r.id, label: r.label ?? r.source, on: r.on, validUntil: r.valid_until },
    })
  }
  return people
}

/** The official level of each required competency of one person; the sources it rests on stay beside it. */
export const officialLevels = (
  requirements: readonly Requirement[],
  held: ReadonlyMap<string, CompetencyEvidence[]> | undefined,
  asOf: Day,
  refOf: (code: string) => string,
): Map<string, FusedCompetency> => {
  const { body: policy, reference: ruleSet } = evidenceRules.on(asOf)
  return new Map(
    requirements.map(r => [
      r.code,
      fuseCompetency({ code: r.code, name: r.name }, held?.get(r.code) ?? [], {
        policy,
        ruleSet,
        asOf,
        ref: refOf(r.code),
      }),
    ]),
  )
}

/** Items of agreed plans that lift a competency by a day, by person. */
export const liftingItemsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, LiftingItem[]>> => {
  const rows = await db.rows<LiftingItem & { employee_id: string }>(
    sql`select i.employee_id, c.code, i.to_level as "toLevel", i.ends_on as "endsOn", i.title
      from planning.v_plan_items i
      join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
      join competency.v_competencies c on c.agency_id = i.agency_id and c.id = i.competency_id
      where i.employee_id = any (${ids}) and p.state in ('agreed', 'running') and i.state in ('planned', 'waiting', 'running')
        and i.to_level is not null and i.ends_on is not null order by i.ends_on, i.id`,
  )
  return Map.groupBy(rows, r => r.employee_id)
}
