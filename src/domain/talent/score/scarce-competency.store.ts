import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { evidenceRules } from '#domain/competency/evidence/evidence.rules.ts'
import { type CompetencyEvidence, fuseCompetency } from '#domain/competency/evidence/fuse-competency.model.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { PersonRecords } from './evidence.model.ts'

type Held = NonNullable<PersonRecords['scarce']>[number]

/**
 * What these people officially hold of the scarce technical competencies: those asked for by the standard of a post
 * that was marked as needing scarce expertise. A level nobody knows is left out, never counted as none.
 */
export const scarceHeldBy = async (db: Db, ids: readonly string[], asOf: Day): Promise<Map<string, Held[]>> => {
  const scarce = await db.rows<{ id: string; code: string; name: string; level: number }>(
    sql`select s.competency_id as id, s.code, s.name, min(s.level)::int as level from competency.v_standards s
      where s.kind = 'technical' and s.valid_from <= ${asOf} and (s.valid_until is null or s.valid_until >= ${asOf})
        and lower(s.position_name) in (select lower(p.name) from workforce.v_positions p where p.is_scarce) group by s.competency_id, s.code, s.name order by s.code`,
  )
  const held = new Map<string, Held[]>()
  if (scarce.length === 0) return held
  const competencyIds = scarce.map(c => c.id)
  const rows = await db.rows<{
    employee_id: string
    competency_id: string
    source: CompetencyEvidence['source']
    level: number
    on: Day
    valid_until: Day | null
    verified: boolean
    kind: string
    id: string
  }>(sql`
    select employee_id, competency_id, 'assessment' as source, level, assessed_on as "on", valid_until, true as verified, 'competency.assessment' as kind, assessment_id::text as id
    from competency.v_assessment_levels where employee_id = any (${ids}) and competency_id = any (${competencyIds}) and level is not null
    union all
    select employee_id, competency_id, source, level, observed_on, valid_until, is_verified, 'competency.evidence', id::text
    from competency.v_evidence where employee_id = any (${ids}) and competency_id = any (${competencyIds})`)
  const { body: policy, reference: ruleSet } = evidenceRules.on(asOf)
  for (const [employeeId, own] of Map.groupBy(rows, r => r.employee_id)) {
    const known = scarce.flatMap((c): Held[] => {
      const { official, leading } = fuseCompetency(
        c,
        own
          .filter(r => r.competency_id === c.id)
          .map(r => ({
            source: r.source,
            level: r.level,
            on: r.on,
            validUntil: r.valid_until,
            isVerified: r.verified,
            record: { kind: r.kind, id: r.id, label: c.name, on: r.on },
          })),
        { policy, ruleSet, asOf },
      )
      return isKnown(official) && leading
        ? [
            {
              name: c.name,
              level: official.value,
              isReached: official.value >= c.level,
              kind: leading.record.kind,
              id: leading.record.id,
              on: leading.on,
            },
          ]
        : []
    })
    if (known.length > 0) held.set(employeeId, known)
  }
  return held
}
