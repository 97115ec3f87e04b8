import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { bandIndex, count } from '#core/figure/mechanisms.ts'
import { distinctDepth } from '#core/math/distinct-depth.ts'
import type { Day } from '#core/values/day.ts'
import type { Horizon, ReadinessRules } from '../readiness/readiness.model.ts'

export type BenchState = 'kosong' | 'tipis' | 'cukup' | 'belumLengkap'

export type Bench = {
  positionId: string
  readyNow: Figure<number>
  within2y: Figure<number>
  later: Figure<number>
  unknown: Figure<number>
  state: BenchState
}

export type BenchCandidate = { employeeId: string; horizon: Horizon }

export const benchRef = (positionId: string, horizon: Horizon): string => `succession.bench:${positionId}:${horizon}`

/** Who could fill a post, by when. A post whose candidates lack data is "belum lengkap", not empty. */
export const benchStrength = (
  positionId: string,
  candidates: readonly BenchCandidate[],
  context: { rules: Pick<ReadinessRules, 'bench'>; ruleSet: RuleReference; asOf: Day },
): Bench => {
  const { asOf, ruleSet, rules } = context
  const of = (horizon: Horizon, label: string) =>
    count({
      ref: benchRef(positionId, horizon),
      label,
      asOf,
      ruleSet,
      members: [...new Set(candidates.filter(c => c.horizon === horizon).map(c => c.employeeId))],
      of: 'calon',
      filter: label.toLowerCase(),
    })
  const readyNow = of('siapSekarang', 'Siap sekarang')
  const unknown = of('belumDiketahui', 'Belum diketahui')
  const ready = Number(readyNow.value)
  return {
    positionId,
    readyNow,
    within2y: of('1-2Tahun', 'Siap dalam 1–2 tahun'),
    later: of('>2Tahun', 'Lebih dari 2 tahun atau belum terencana'),
    unknown,
    state:
      ready >= rules.bench.enough
        ? 'cukup'
        : ready >= rules.bench.thin
          ? 'tipis'
          : Number(unknown.value) > 0
            ? 'belumLengkap'
            : 'kosong',
  }
}

/**
 * How many key posts could be filled at once when nobody may take two.
 * A person who is ready for three posts fills one.
 */
export const distinctReadiness = (
  benches: readonly { positionId: string; readyIds: readonly string[] }[],
  context: { asOf: Day; ref?: string | null },
): Figure<number> => {
  const input = benches.map(b => ({ position: b.positionId, ready: [...b.readyIds] }))
  return fromResult<number>(distinctDepth(input), {
    ref: context.ref,
    label: 'Jabatan kunci yang dapat diisi serentak',
    unit: 'count',
    asOf: context.asOf,
    name: 'distinctDepth',
    input,
    path: 'value',
  })
}

export type PositionRisk = {
  positionId: string
  /** 1-5; unknown counts as 5, marked. */
  likelihood: number
  isLikelihoodUnknown: boolean
  /** 1-5 set by people; null: nobody set it yet. */
  impact: number | null
  readyNow: number
}

/** Class 1-5 of the chance that a post falls vacant within 24 months; null is treated as the worst and marked. */
export const likelihoodClass = (
  probability: number | null,
  rules: Pick<ReadinessRules, 'likelihoodCuts'>,
): { likelihood: number; isLikelihoodUnknown: boolean } => ({
  likelihood: probability === null ? rules.likelihoodCuts.length + 1 : bandIndex(probability, rules.likelihoodCuts) + 1,
  isLikelihoodUnknown: probability === null,
})

/** Most pressing first: likelihood × impact, then the fewest ready people. A post without an impact sorts as the worst impact. */
export const byRisk = (a: PositionRisk, b: PositionRisk): number =>
  b.likelihood * (b.impact ?? 5) - a.likelihood * (a.impact ?? 5) || a.readyNow - b.readyNow

/** Chance that a post falls vacant within so many months: 1 when its holder retires by then, else by monthly attrition. */
export const vacancyProbability = (
  holder: { retiresOn: Day | null; monthlyHazard: number } | null,
  until: Day,
  months: number,
): number | null =>
  holder === null
    ? 1
    : holder.retiresOn === null
      ? null
      : holder.retiresOn <= until
        ? 1
        : 1 - (1 - holder.monthlyHazard) ** months
