import { type Day, yearOf } from '#core/values/day.ts'
import {
  competencyGaps,
  type FactAssessment,
  type FactStandard,
  type GapFact,
  type JpmFact,
  jobPersonMatches,
} from '#domain/competency/competency.facts.ts'
import { type EligibilityFact, eligibilities, type FactCareer } from '#domain/succession/succession.facts.ts'
import { type FactTalent, type NineBoxFact, nineBoxes } from '#domain/talent/talent.facts.ts'
import {
  type FactAppraisal,
  type FactPerson,
  type FactSanction,
  type FactTraining,
  type IndexFact,
  type JpFact,
  jpOfYear,
  professionalityIndices,
  type RetirementFact,
  retiringWithinYear,
  statusCounts,
} from '#domain/workforce/workforce.facts.ts'

/** Plain records of all kinds, wherever they come from (the database, or files just read). Unknown is null. */
export type FactsInput = {
  people: readonly FactPerson[]
  appraisals: readonly FactAppraisal[]
  assessments: readonly FactAssessment[]
  standards: readonly FactStandard[]
  trainings: readonly FactTraining[]
  /** NIPs named by training rows that were refused, one for each row. */
  refusedTrainings: readonly string[]
  talents: readonly FactTalent[]
  /** Null: no position history has come in. */
  careers: readonly FactCareer[] | null
  /** Null: no sanction list has come in, so nobody is known to be clean. */
  sanctions: readonly FactSanction[] | null
  /** Targets to judge eligibility for; the field of work of the post where its requirements ask for it. */
  targets?: readonly { target: string; family: string | null }[]
}

export type Facts = {
  jpm: JpmFact[]
  gaps: GapFact[]
  nine_box: NineBoxFact[]
  ip_asn: IndexFact[]
  eligibility: EligibilityFact[]
  retire_within_12_months: RetirementFact[]
  status_counts_accepted: Record<string, number>
} & { /** `jp_2026`: the year of the day. */ [jpOfYear: `jp_${number}`]: JpFact[] }

/** The tiers in general; the JPT Pratama post in question heads public works. */
export const usualTargets: readonly { target: string; family: string | null }[] = [
  { target: 'JPT Pratama', family: 'Infrastruktur' },
  { target: 'Administrator', family: null },
  { target: 'Pengawas', family: null },
]

/** Key facts of an agency on a day, for `anyam facts --as-of`: every person, in the order given. */
export const factsOf = (input: FactsInput, asOf: Day): { facts: Facts } => {
  const jp: `jp_${number}` = `jp_${yearOf(asOf)}`
  return {
    facts: {
      jpm: jobPersonMatches(input.people, input.assessments, asOf),
      gaps: competencyGaps(input, asOf),
      nine_box: nineBoxes(input.talents, asOf),
      [jp]: jpOfYear(input.people, input.trainings, input.refusedTrainings, asOf),
      ip_asn: professionalityIndices(input, asOf),
      eligibility: eligibilities(input, input.targets ?? usualTargets, asOf),
      retire_within_12_months: retiringWithinYear(input.people, asOf),
      status_counts_accepted: statusCounts(input.people),
    } as Facts,
  }
}
