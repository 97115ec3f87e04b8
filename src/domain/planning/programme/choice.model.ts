import { type Figure, isKnown } from '#core/figure/figure.ts'
import { record, weightedSum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** A criterion of the choice, its published weight (points of 100) and where its value comes from. */
export type Criterion = { code: string; label: string; weight: number }
export type Nominee = { employeeId: string; name: string; criteria: Record<string, number | null> }

/** Score of a nominee by the published weights (0-100); a missing criterion leaves only bounds. */
export const choiceScore = (
  nominee: Nominee,
  criteria: readonly Criterion[],
  programmeId: string,
  asOf: Day,
): Figure<number> =>
  weightedSum({
    ref: `planning.choice:${programmeId}:${nominee.employeeId}`,
    label: `Nilai seleksi ${nominee.name}`,
    digits: 2,
    asOf,
    ruleSet: { code: 'seleksi-program', version: programmeId, path: 'bobot yang diumumkan' },
    parts: criteria.map(c => ({
      weight: c.weight,
      figure: record<number>({
        label: c.label,
        asOf,
        value: nominee.criteria[c.code] ?? null,
        bounds: [0, 100],
        sources: [
          {
            kind: 'planning.programme-criterion',
            id: `${programmeId}/${nominee.employeeId}/${c.code}`,
            label: `${c.label} (0–100)`,
          },
        ],
        needs: nominee.criteria[c.code] == null ? [{ what: c.label, who: 'pengusul' }] : [],
      }),
    })),
  })

export type Choice = { nominee: Nominee; score: Figure<number>; rank: number | null; isChosen: boolean | null }

/**
 * Orders nominees by score and fills the seats. Who lacks a criterion is not ranked and not chosen, and is listed:
 * unknown is no zero. Ties go by name, then id.
 */
export const chooseByScore = (
  nominees: readonly Nominee[],
  criteria: readonly Criterion[],
  seats: number,
  programmeId: string,
  asOf: Day,
): Choice[] => {
  const scored = nominees.map(nominee => ({ nominee, score: choiceScore(nominee, criteria, programmeId, asOf) }))
  const ranked = scored
    .filter(s => isKnown(s.score))
    .sort(
      (a, b) =>
        Number(b.score.value) - Number(a.score.value) ||
        a.nominee.name.localeCompare(b.nominee.name, 'id') ||
        a.nominee.employeeId.localeCompare(b.nominee.employeeId),
    )
  const rankOf = new Map(ranked.map((s, i) => [s.nominee.employeeId, i + 1]))
  return scored.map(s => {
    const rank = rankOf.get(s.nominee.employeeId) ?? null
    return { ...s, rank, isChosen: rank === null ? null : rank <= seats }
  })
}
