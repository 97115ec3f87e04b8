import { type Figure, isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { evidenceRules } from '#domain/competency/evidence/evidence.rules.ts'
import {
  type CompetencyEvidence,
  type EvidenceSource,
  fuseCompetency,
} from '#domain/competency/evidence/fuse-competency.model.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type Need = {
  competencyId: string
  code: string
  name: string
  current: number | null
  required: number
  importance: Importance
  /** The standard that asks for it. */
  standardId: string
}

/** What every source says, by `employee|competency`; of these people, or of everybody when null. */
const evidenceByCompetency = async (
  db: Db,
  ids: readonly string[] | null,
): Promise<Map<string, CompetencyEvidence[]>> => {
  type EvidenceRow = {
    employee_id: string
    competency_id: string
    source: EvidenceSource
    level: number
    on: Day
    valid_until: Day | null
    verified: boolean
    kind: string
    id: string
  }
  const evidence = new Map<string, CompetencyEvidence[]>()
  const rows = await db.rows<EvidenceRow>(sql`
    select employee_id, competency_id, 'assessment' as source, level, assessed_on as "on", valid_until, true as verified, 'competency.assessment' as kind, assessment_id::text as id from competency.v_assessment_levels where (${ids}::uuid[] is null or employee_id = any (${ids})) and level is not null
    union all
    select employee_id, competency_id, source, level, observed_on, valid_until, is_verified, 'competency.evidence', id::text from competency.v_evidence where (${ids}::uuid[] is null or employee_id = any (${ids}))`)
  for (const r of rows) {
    const key = `${r.employee_id}|${r.competency_id}`
    const piece: CompetencyEvidence = {
      source: r.source,
      level: r.level,
      on: r.on,
      validUntil: r.valid_until,
      isVerified: r.verified,
      record: { kind: r.kind, id: r.id, label: r.source, on: r.on },
    }
    const list = evidence.get(key)
    if (list) list.push(piece)
    else evidence.set(key, [piece])
  }
  return evidence
}

/** The official level of one competency for each of these people, also where it is expired or not known. */
export const officialFiguresOf = async (
  db: Db,
  ids: readonly string[],
  competency: { id: string; code: string; name: string },
  asOf: Day,
): Promise<Map<string, Figure<number>>> => {
  const policy = evidenceRules.on(asOf)
  const evidence = await evidenceByCompetency(db, ids)
  return new Map(
    ids.map(id => [
      id,
      fuseCompetency(competency, evidence.get(`${id}|${competency.id}`) ?? [], {
        policy: policy.body,
        ruleSet: policy.reference,
        asOf,
        ref: `competency.level:${id}:${competency.code}`,
      }).official,
    ]),
  )
}

/** The official level of each of these competencies for one person, with where it comes from. */
export const levelFiguresOf = async (
  db: Db,
  employeeId: string,
  competencies: readonly { competencyId: string; code: string; name: string }[],
  asOf: Day,
): Promise<Map<string, Figure<number>>> => {
  const policy = evidenceRules.on(asOf)
  const evidence = await evidenceByCompetency(db, [employeeId])
  return new Map(
    competencies.map(c => [
      c.code,
      fuseCompetency({ code: c.code, name: c.name }, evidence.get(`${employeeId}|${c.competencyId}`) ?? [], {
        policy: policy.body,
        ruleSet: policy.reference,
        asOf,
        ref: `competency.level:${employeeId}:${c.code}`,
      }).official,
    ]),
  )
}

/** Official levels that are known, of these people or of everybody when null; what is unknown or expired is left out. */
export const officialLevelsOf = async (
  db: Db,
  ids: readonly string[] | null,
  asOf: Day,
): Promise<{ employeeId: string; competencyId: string; level: number }[]> => {
  const policy = evidenceRules.on(asOf)
  return [...(await evidenceByCompetency(db, ids))].flatMap(([key, evidence]) => {
    const [employeeId, competencyId] = key.split('|')
    const { official } = fuseCompetency({ code: competencyId, name: '' }, evidence, {
      policy: policy.body,
      ruleSet: policy.reference,
      asOf,
    })
    return isKnown(official) ? [{ employeeId, competencyId, level: official.value }] : []
  })
}

/**
 * What each of these people lacks for the present post: official level (null: unknown or expired) against the standard.
 * Three questions whatever the number of people; the rules judge, SQL only gathers.
 */
export const listNeeds = async (
  db: Db,
  people: readonly { id: string; position_name: string | null }[],
  asOf: Day,
): Promise<Map<string, Need[]>> => {
  const ids = people.map(p => p.id)
  const titles = [...new Set(people.map(p => p.position_name).filter(t => t !== null))]
  const standards = new Map<
    string,
    { competency_id: string; standard_id: string; code: string; name: string; level: number; importance: string }[]
  >()
  for (const r of await db.rows<{
    position_name: string
    competency_id: string
    standard_id: string
    code: string
    name: string
    level: number
    importance: string
  }>(sql`select distinct on (position_name, code) position_name, competency_id, standard_id, code, name, level, importance from competency.v_standards
    where position_name = any (${titles}) and valid_from <= ${asOf} and (valid_until is null or valid_until >= ${asOf}) order by position_name, code, valid_from desc`)) {
    const list = standards.get(r.position_name)
    if (list) list.push(r)
    else standards.set(r.position_name, [r])
  }
  const evidence = await evidenceByCompetency(db, ids)
  const policy = evidenceRules.on(asOf)
  return new Map(
    people.map(p => [
      p.id,
      (standards.get(p.position_name ?? '') ?? []).map(s => {
        const { official } = fuseCompetency(
          { code: s.code, name: s.name },
          evidence.get(`${p.id}|${s.competency_id}`) ?? [],
          { policy: policy.body, ruleSet: policy.reference, asOf },
        )
        return {
          competencyId: s.competency_id,
          code: s.code,
          name: s.name,
          current: isKnown(official) ? official.value : null,
          required: s.level,
          importance: s.importance as Importance,
          standardId: s.standard_id,
        }
      }),
    ]),
  )
}
