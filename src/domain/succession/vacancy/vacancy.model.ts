import { addMonths, type Day, wholeMonthsBetween } from '#core/values/day.ts'
import { likelihoodClass, vacancyProbability } from '../bench/bench.model.ts'
import type { ReadinessRules } from '../readiness/readiness.model.ts'

/** Why a post is or falls vacant. `acting`: vacant, somebody stands in. */
export type VacancyReason = 'vacant' | 'acting' | 'retiring' | 'retirement-unknown' | null

export type Vacancy = {
  reason: VacancyReason
  /** Since when it is vacant, or the first day of the holder's retirement; null when not known. */
  on: Day | null
  /** Chance 0-1 that it falls vacant within the horizon; null: not known. Other causes than retirement are not counted. */
  probability: number | null
  likelihood: number
  isLikelihoodUnknown: boolean
}

/** When a post falls vacant and why, from its holder, a stand-in, and the day of retirement. */
export const vacancyOf = (
  post: {
    holder: { retiresOn: Day | null; isBound: boolean } | null
    actingSince: Day | null
    vacantSince: Day | null
  },
  context: { rules: Pick<ReadinessRules, 'soonMonths' | 'likelihoodCuts'>; asOf: Day },
): Vacancy => {
  const { rules, asOf } = context
  const until = addMonths(asOf, rules.soonMonths)
  const holder = post.holder
  // A PPPK has no retirement age: the contract ends by itself, and its end is not recorded here.
  const probability =
    holder !== null && !holder.isBound
      ? null
      : vacancyProbability(
          holder === null ? null : { retiresOn: holder.retiresOn, monthlyHazard: 0 },
          until,
          rules.soonMonths,
        )
  const risk = { probability, ...likelihoodClass(probability, rules) }
  if (holder === null)
    return { reason: post.actingSince ? 'acting' : 'vacant', on: post.vacantSince ?? post.actingSince, ...risk }
  if (holder.retiresOn === null) return { reason: 'retirement-unknown', on: null, ...risk }
  return { reason: holder.retiresOn <= until ? 'retiring' : null, on: holder.retiresOn, ...risk }
}

/** Whole months a post is vacant, or until its holder retires; null where no day is known. */
export const vacancyMonths = (on: Day | null, asOf: Day): number | null =>
  on === null ? null : on <= asOf ? wholeMonthsBetween(on, asOf) : wholeMonthsBetween(asOf, on)

/** How a post stands, in words: "Lowong 3 bulan, dijabat Plt", "Pensiun 8 bulan lagi". */
export const vacancyWords = (vacancy: { reason: VacancyReason; on: Day | null }, asOf: Day): string => {
  const { reason, on } = vacancy
  const months = vacancyMonths(on, asOf)
  switch (reason) {
    case 'vacant':
      return months ? `Lowong ${months} bulan` : 'Lowong'
    case 'acting':
      return months ? `Lowong ${months} bulan, dijabat Plt` : 'Lowong, dijabat Plt'
    case 'retiring':
      return on !== null && on <= asOf
        ? 'Melewati TMT pensiun'
        : months === 0
          ? 'Pensiun bulan ini'
          : `Pensiun ${months} bulan lagi`
    case 'retirement-unknown':
      return 'Tanggal pensiun belum diketahui'
    default:
      return 'Terisi'
  }
}
