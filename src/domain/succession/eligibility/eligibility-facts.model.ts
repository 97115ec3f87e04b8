import { type Figure, isKnown, type Source } from '#core/figure/figure.ts'
import { record, sum } from '#core/figure/mechanisms.ts'
import { ageOn, type Day } from '#core/values/day.ts'
import { type CareerRow, monthsInFamily, monthsInTiers } from '#domain/workforce/career/career.model.ts'

/** What is known of a person for a requirement; null is unknown everywhere. */
export type EligibilityFacts = {
  employment: string | null
  /** In the rule's words: S1/D-IV. */
  education: string | null
  /** Golongan: IV/b. */
  rank: string | null
  birthOn: Day | null
  /** Completed years, where only these are known. */
  age?: number | null
  /** Present tier: whose months grow by themselves. */
  tier: string | null
  /** Position history; null: not known. */
  careers: readonly CareerRow[] | null
  /** Months already counted, instead of a history. A tier that is not named is unknown. */
  monthsByTier?: Record<string, number | null>
  familyMonths?: number | null
  trainings: readonly { name: string; certificate: string | null; id?: string }[] | null
  ratings: Record<number, string | null> | null
  sanctions: readonly { level: string; from: Day; until: Day | null; id?: string }[] | null
  box: number | null
  sources?: Partial<Record<'employment' | 'education' | 'rank' | 'age' | 'rating' | 'sanction' | 'box', Source[]>>
}

const staff = 'pengelola kepegawaian'

/** A leaf figure that asks for what is missing. */
export const factLeaf = <V extends string | number | boolean>(
  label: string,
  value: V | null,
  unit: Figure['unit'],
  asOf: Day,
  sources: Source[] = [],
  who = staff,
): Figure<V> =>
  record<V>({ label, unit, asOf, value, sources, needs: value === null ? [{ what: label.toLowerCase(), who }] : [] })

/** Completed years on a day, or, when `strict`, 1 more from the day after the birthday on which the limit is reached. */
export const ageFigure = (facts: EligibilityFacts, asOf: Day): Figure<number> =>
  factLeaf(
    'Usia',
    facts.birthOn !== null ? ageOn(facts.birthOn, asOf) : (facts.age ?? null),
    'years',
    asOf,
    facts.sources?.age,
  )

export const tierMonthsFigure = (facts: EligibilityFacts, tiers: readonly string[], asOf: Day): Figure<number> => {
  const counted = facts.monthsByTier
  if (!counted) return monthsInTiers(facts.careers, tiers, asOf)
  const label = `Masa kerja sebagai ${tiers.join(' atau ')}`
  return sum({
    label,
    unit: 'months',
    asOf,
    parts: tiers.map(tier => factLeaf(`Masa kerja ${tier}`, counted[tier] ?? null, 'months', asOf)),
  })
}

export const familyMonthsFigure = (facts: EligibilityFacts, family: string | null, asOf: Day): Figure<number> =>
  facts.familyMonths !== undefined
    ? factLeaf('Pengalaman bidang terkait', facts.familyMonths, 'months', asOf)
    : family === null
      ? factLeaf<number>('Rumpun jabatan target', null, 'months', asOf)
      : monthsInFamily(facts.careers, family, asOf)

/** A number that stands for an ordered word (education, rank, rating); unknown words stay unknown. */
export const orderOf = (value: string | null, order: readonly string[]): number | null => {
  const index = value === null ? -1 : order.indexOf(value)
  return index < 0 ? null : index
}

export const knownNumber = (figure: Figure<number>): number | null => (isKnown(figure) ? figure.value : null)
