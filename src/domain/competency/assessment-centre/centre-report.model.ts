import type { Figure, RuleReference } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type AssessmentRules, jobPersonMatch, type Purpose } from '../assessment/assessment.model.ts'
import { type CentreRules, leadershipScore, potentialScore } from './assessment-centre.model.ts'

export type ReportLevel = { code: string; name: string; level: number | null; standard: number | null }
export type ReportAspect = { code: string; name: string; level: number | null }

/** The frozen content of a report: what every later reading of it is computed from. */
export type ReportContent = {
  agency: string
  person: { name: string; nip: string; position: string | null; unit: string }
  batch: { name: string; use: string; provider: string; place: string; complexity: string; contact: string }
  purpose: Purpose
  standard: string | null
  assessedOn: Day
  validUntil: Day
  levels: ReportLevel[]
  aspects: ReportAspect[]
  leadership: ReportAspect[]
  summary: string
  advice: string
  assessors: string[]
  agreedBy: string
  assessmentId: string
  madeOn: Day
}

type Rules = {
  assessment: { body: AssessmentRules; reference: RuleReference }
  centre: { body: CentreRules; reference: RuleReference }
}

/** The figures of a report, again from its content: JPM with its category, potential, leadership potential. */
export const reportFigures = (
  content: ReportContent,
  rules: Rules,
  address: string,
): {
  jpm: Figure<number>
  category: Figure<string>
  potential: Figure<number>
  leadership: Figure<number>
  gaps: { code: string; gap: Figure<number> }[]
} => {
  const source = {
    kind: 'competency.assessment',
    id: content.assessmentId,
    label: content.batch.provider,
    on: content.assessedOn,
    validUntil: content.validUntil,
  }
  const match = jobPersonMatch(
    content.levels.flatMap(l => (l.standard === null ? [] : [{ ...l, standard: l.standard, source }])),
    content.purpose,
    {
      rules: rules.assessment.body,
      ruleSet: rules.assessment.reference,
      asOf: content.madeOn,
      ref: `competency.centre-jpm:${address}`,
    },
  )
  const context = { rules: rules.centre.body, ruleSet: rules.centre.reference, asOf: content.madeOn, source }
  const levelsOf = (list: readonly ReportAspect[]) => new Map(list.map(a => [a.code, a.level]))
  return {
    jpm: match.jpm,
    category: { ...match.category, ref: `competency.centre-category:${address}` },
    potential: potentialScore(levelsOf(content.aspects), { ...context, ref: `competency.centre-potential:${address}` }),
    leadership: leadershipScore(levelsOf(content.leadership), {
      ...context,
      ref: `competency.centre-leadership:${address}`,
    }),
    gaps: match.gaps,
  }
}
