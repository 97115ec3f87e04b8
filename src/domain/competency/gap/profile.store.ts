import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { dictionaryRules } from '../dictionary/dictionary.rules.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { type CompetencyEvidence, type FusedCompetency, fuseCompetency } from '../evidence/fuse-competency.model.ts'
import {
  defaultRequirements,
  type Requirement,
  requirementOf,
  type StandardRow,
} from '../position-standard/position-standard.model.ts'
import { standardRules } from '../position-standard/position-standard.rules.ts'
import { competencyGap, type GapProfile } from './gap.model.ts'

/** What every source says of each competency of people, read in two questions for one person or for thousands. */
export const evidenceOf = async (
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, Map<string, { name: string; evidence: CompetencyEvidence[] }>>> => {
  type Row = {
    employee_id: string
    code: string
    name: string
    source: CompetencyEvidence['source']
    level: number
    observed_on: Day
    valid_until: Day | null
    is_verified: boolean
    record_id: string
    label: string | null
    record_kind: string
  }
  const rows = await db.rows<Row>(sql`
    select l.employee_id, l.code, l.name, 'assessment' as source, l.level, l.assessed_on as observed_on, l.valid_until, true as is_verified,
      l.assessment_id::text as record_id, coalesce(l.provider, 'Penilaian kompetensi') as label, 'competency.assessment' as record_kind
    from competency.v_assessment_levels l
    join (select distinct on (employee_id) employee_id, id from competency.v_assessments where assessed_on <= ${db.on}::date order by employee_id, assessed_on desc) latest
      on latest.id = l.assessment_id
    where l.employee_id = any (${employeeIds}) and l.level is not null
    union all
    select e.employee_id, e.code, e.name, e.source, e.level, e.observed_on, e.valid_until, e.is_verified, e.id::text, e.note, 'competency.evidence'
    from competency.v_evidence e where e.employee_id = any (${employeeIds})`)
  const people = new Map<string, Map<string, { name: string; evidence: CompetencyEvidence[] }>>()
  for (const r of rows) {
    const person = people.get(r.employee_id) ?? new Map<string, { name: string; evidence: CompetencyEvidence[] }>()
    people.set(r.employee_id, person)
    const known = person.get(r.code) ?? { name: r.name, evidence: [] }
    person.set(r.code, known)
    known.evidence.push({
      source: r.source,
      level: r.level,
      on: r.observed_on,
      validUntil: r.valid_until,
      isVerified: r.is_verified,
      record: {
        kind: r.record_kind,
        id: r.record_id,
        label: r.label ?? r.name,
        on: r.observed_on,
        validUntil: r.valid_until,
      },
    })
  }
  return people
}

/** Requirements of posts by title; a post without a standard takes the flat level of its tier. */
export const requirementsOf = async (
  db: Db,
  posts: readonly { name: string; tier: string | null }[],
): Promise<Map<string, { requirements: Requirement[]; isDefault: boolean }>> => {
  const titles = [...new Set(posts.map(p => p.name.toLowerCase()))]
  const rows = await db.rows<StandardRow & { title: string }>(
    sql`select lower(s.position_name) as title, s.standard_id, s.position_name as post, s.valid_from, s.code, s.name, s.level, s.importance from competency.v_standards s
      where lower(s.position_name) = any (${titles}) and s.valid_from <= ${db.on}::date and (s.valid_until is null or s.valid_until >= ${db.on}::date)
      order by s.kind, s.code`,
  )
  const byTitle = Map.groupBy(rows, r => r.title)
  const { body: rules, reference } = standardRules.on(db.on)
  const nine = dictionaryRules.on(db.on).body.competencies
  return new Map(
    posts.map(p => {
      const own = byTitle.get(p.name.toLowerCase())
      return [
        p.name,
        own
          ? {
              requirements: own.map(requirementOf),
              isDefault: false,
            }
          : { requirements: defaultRequirements(p.tier, nine, rules, reference), isDefault: true },
      ]
    }),
  )
}

export type PersonGap = {
  employeeId: string
  profile: GapProfile
  fused: Map<string, FusedCompetency>
  isDefault: boolean
}

/** Gaps of people to the posts given with them: the same function in bulk as for one. */
export const gapsOf = async (
  db: Db,
  people: readonly { id: string; post: { id: string | null; name: string; tier: string | null } }[],
  /** What the posts would ask for instead, by title: a standard before it holds. */
  instead?: ReadonlyMap<string, { requirements: Requirement[]; isDefault: boolean }>,
): Promise<Map<string, PersonGap>> => {
  const evidence = await evidenceOf(
    db,
    people.map(p => p.id),
  )
  const requirements =
    instead ??
    (await requirementsOf(
      db,
      people.map(p => p.post),
    ))
  const { body: policy, reference: ruleSet } = evidenceRules.on(db.on)
  return new Map(
    people.map(p => {
      const { requirements: standard, isDefault } = requirements.get(p.post.name) ?? {
        requirements: [],
        isDefault: true,
      }
      const held = evidence.get(p.id)
      const fused = new Map(
        standard.flatMap(q => {
          const known = held?.get(q.code)
          return known
            ? [
                [
                  q.code,
                  fuseCompetency({ code: q.code, name: q.name }, known.evidence, {
                    policy,
                    ruleSet,
                    asOf: db.on,
                    ref: `competency.level:${p.id}:${q.code}`,
                  }),
                ] as const,
              ]
            : []
        }),
      )
      const suffix = p.post.id ? `:${p.post.id}` : ''
      const profile = competencyGap(fused, standard, { asOf: db.on, ref: `competency.gap-total:${p.id}${suffix}` })
      return [
        p.id,
        {
          employeeId: p.id,
          fused,
          isDefault,
          profile: {
            ...profile,
            gaps: profile.gaps.map(g => ({
              ...g,
              level: { ...g.level, ref: g.level.ref ?? `competency.level:${p.id}:${g.code}` },
              gap: { ...g.gap, ref: `competency.gap:${p.id}:${g.code}${suffix}` },
            })),
          },
        },
      ]
    }),
  )
}
