import type { Figure } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Horizon } from '../readiness/readiness.model.ts'
import type { VacancyReason } from '../vacancy/vacancy.model.ts'
import { vacancyMonths, vacancyWords } from '../vacancy/vacancy.model.ts'
import { benchRef } from './bench.model.ts'
import type { RiskStep } from './risk.model.ts'

/** Numbers of a bench for a page that prints them; who is counted waits behind their addresses. */
export const benchNumbers = (bench: {
  position_id: string
  as_of: Day
  ready_now: number
  within_two_years: number
  later: number
}): Record<'now' | 'soon' | 'later', Figure<number>> => {
  const of = (horizon: Horizon, value: number) =>
    record<number>({
      ref: benchRef(bench.position_id, horizon),
      label: horizonWords[horizon],
      unit: 'people',
      asOf: bench.as_of,
      value,
    })
  return {
    now: of('siapSekarang', bench.ready_now),
    soon: of('1-2Tahun', bench.within_two_years),
    later: of('>2Tahun', bench.later),
  }
}

/** The number that `stateWords` says: months of the vacancy, or candidates whose data are incomplete. */
export const stateFigure = (
  bench: {
    position_id: string
    vacancy_reason: VacancyReason
    vacant_on: Day | null
    state: string
    unknown: number
    as_of: Day
  },
  asOf: Day,
): Figure<number> | null =>
  bench.vacancy_reason === null
    ? bench.state === 'belumLengkap'
      ? unknownFigure(bench)
      : null
    : vacancyFigure(bench.position_id, bench.vacant_on, asOf)

/** Candidates of a bench of whom too little is known. */
export const unknownFigure = (bench: { position_id: string; unknown: number; as_of: Day }): Figure<number> =>
  record<number>({
    ref: benchRef(bench.position_id, 'belumDiketahui'),
    label: horizonWords.belumDiketahui,
    unit: 'people',
    asOf: bench.as_of,
    value: bench.unknown,
  })

/** Months since a post is vacant, or until its holder retires. */
export const vacancyFigure = (positionId: string, on: Day | null, asOf: Day): Figure<number> =>
  record<number>({
    ref: `succession.vacancy:${positionId}`,
    label: on !== null && on > asOf ? 'Bulan penuh sampai jabatan kosong' : 'Bulan penuh jabatan kosong',
    unit: 'months',
    digits: 0,
    asOf,
    value: vacancyMonths(on, asOf),
    sources: [{ kind: 'succession.bench', id: positionId, label: 'Bangku jabatan ini', on }],
  })

export const riskWords: Record<RiskStep, string> = {
  veryHigh: 'Sangat tinggi',
  high: 'Tinggi',
  unknown: 'Belum diketahui',
  middle: 'Sedang',
  low: 'Rendah',
}

export const horizonWords: Record<Horizon, string> = {
  siapSekarang: 'Siap sekarang',
  '1-2Tahun': 'Siap dalam 1–2 tahun',
  '>2Tahun': 'Lebih dari 2 tahun atau belum terencana',
  belumDiketahui: 'Belum diketahui',
  tidakMemenuhi: 'Tidak memenuhi',
}

/** What a state of the vacancy is drawn as. */
export const vacancyMark = (reason: VacancyReason, state: string): 'risk' | 'border' | 'unknown' | 'known' =>
  reason === 'vacant' || reason === 'acting'
    ? 'risk'
    : reason === 'retiring'
      ? 'border'
      : reason === 'retirement-unknown' || state === 'belumLengkap'
        ? 'unknown'
        : 'known'

/** How a post stands, in words; a bench whose candidates lack data says so where the post itself is quiet. */
export const stateWords = (
  bench: { vacancy_reason: VacancyReason; vacant_on: Day | null; state: string; unknown: number },
  asOf: Day,
): string =>
  bench.vacancy_reason === null && bench.state === 'belumLengkap'
    ? `Data ${bench.unknown} calon belum lengkap`
    : vacancyWords({ reason: bench.vacancy_reason, on: bench.vacant_on }, asOf)

export const riskTone: Record<RiskStep, 'risk' | 'unknown' | 'expired' | 'plain'> = {
  veryHigh: 'risk',
  high: 'risk',
  unknown: 'unknown',
  middle: 'plain',
  low: 'plain',
}

export const horizonMark: Record<Horizon, 'known' | 'border' | 'unknown' | 'no' | 'expired'> = {
  siapSekarang: 'known',
  '1-2Tahun': 'expired',
  '>2Tahun': 'border',
  belumDiketahui: 'unknown',
  tidakMemenuhi: 'no',
}
