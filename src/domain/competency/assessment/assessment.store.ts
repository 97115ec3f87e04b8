import { type Db, sql } from '#platform/database/database.ts'
import type { MeasuredLevel } from './assessment.model.ts'

export type Assessment = {
  id: string
  employee_id: string
  assessed_on: string
  valid_until: string
  provider: string | null
  method: string
  purpose: 'pemetaan' | 'pengisian'
  position_name: string | null
  potential: number | null
  written_jpm: number | null
  levels: { competency_id: string; code: string; name: string; level: number | null; standard_level: number | null }[]
}

/** Results of people, newest first, with their levels in the order of the dictionary. */
export const listAssessments = (db: Db, employeeIds: readonly string[]): Promise<Assessment[]> =>
  db.rows<Assessment>(sql`select a.id, a.employee_id, a.assessed_on, a.valid_until, a.provider, a.method, a.purpose, a.position_name, a.potential, a.written_jpm,
      coalesce(jsonb_agg(jsonb_build_object('competency_id', l.competency_id, 'code', l.code, 'name', l.name, 'level', l.level, 'standard_level', l.standard_level) order by l.code) filter (where l.code is not null), '[]') as levels
    from competency.assessments a left join competency.v_assessment_levels l on l.agency_id = a.agency_id and l.assessment_id = a.id
    where a.employee_id = any (${employeeIds})
    group by a.id, a.employee_id, a.assessed_on, a.valid_until, a.provider, a.method, a.purpose, a.position_name, a.potential, a.written_jpm order by a.assessed_on desc`)

/** The levels a JPM is computed from; a competency without a standard is left out of the sheet's own comparison. */
export const measuredLevels = (a: Assessment): MeasuredLevel[] =>
  a.levels
    .filter(l => l.standard_level !== null)
    .map(l => ({
      code: l.code,
      name: l.name,
      level: l.level,
      standard: l.standard_level as number,
      source: {
        kind: 'competency.assessment',
        id: a.id,
        label: a.provider ?? 'Penilaian kompetensi',
        on: a.assessed_on,
        validUntil: a.valid_until,
      },
    }))

export type EvidenceRow = {
  id: string
  code: string
  name: string
  source: string
  level: number
  observed_on: string
  valid_until: string | null
  is_verified: boolean
  note: string | null
  is_replaced: boolean
  correction_reason: string | null
  /** Handed in by the person: it has a page of its own. */
  is_paper: boolean
}

/** Everything ever recorded as evidence of a person, the replaced rows included. */
export const listEvidence = (db: Db, employeeId: string): Promise<EvidenceRow[]> =>
  db.rows<EvidenceRow>(sql`select e.id, c.code, c.name, e.source, e.level, e.observed_on, e.valid_until, e.is_verified, e.note, e.is_replaced, e.correction_reason, coalesce(e.source_kind = 'competency.paper', false) as is_paper
    from competency.evidence e join competency.competencies c on c.agency_id = e.agency_id and c.id = e.competency_id where e.employee_id = ${employeeId} order by e.observed_on desc, c.code`)
