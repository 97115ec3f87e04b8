import { type Figure, isKnown } from '#core/figure/figure.ts'
import { addDays, type Day } from '#core/values/day.ts'
import type { CompetencyGap } from '../gap/gap.model.ts'
import type { Importance } from './position-standard.model.ts'

/** How a version of a standard stands on a day. */
export type VersionStanding = 'holding' | 'coming' | 'replaced' | 'withdrawn'

export type VersionDates = { id: string; valid_from: Day; valid_until: Day | null; withdrawn_on: Day | null }

/** Last day of each version: the day before the next of the same title that was not taken back, or its own end. */
export const lastDays = (versions: readonly VersionDates[]): Map<string, Day | null> => {
  const alive = versions.filter(v => v.withdrawn_on === null).sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  return new Map(
    alive.map((v, i) => {
      const next = alive[i + 1]
      const before = next ? addDays(next.valid_from, -1) : null
      return [
        v.id,
        before === null ? v.valid_until : v.valid_until === null || before < v.valid_until ? before : v.valid_until,
      ]
    }),
  )
}

/** Where each version stands on a day; of a title's versions at most one holds. */
export const standings = (versions: readonly VersionDates[], on: Day): Map<string, VersionStanding> => {
  const last = lastDays(versions)
  return new Map(
    versions.map(v => {
      const until = last.get(v.id) ?? null
      return [
        v.id,
        v.withdrawn_on !== null
          ? 'withdrawn'
          : v.valid_from > on
            ? 'coming'
            : until !== null && until < on
              ? 'replaced'
              : 'holding',
      ]
    }),
  )
}

/** Why a version may not be taken back; null when it may. Once its first day has passed, gaps rest on it. */
export const whyKept = (
  version: Pick<VersionDates, 'valid_from' | 'withdrawn_on'> & {
    batches: number
    hasLater: boolean
    isImported: boolean
  },
  on: Day,
): 'withdrawn' | 'imported' | 'in-force' | 'in-use' | 'later' | null =>
  version.withdrawn_on !== null
    ? 'withdrawn'
    : version.isImported
      ? 'imported'
      : version.batches > 0
        ? 'in-use'
        : version.hasLater
          ? 'later'
          : version.valid_from < on
            ? 'in-force'
            : null

export type Asked = { code: string; name: string; level: number; importance: Importance }

export type AskedDifference = { code: string; name: string; before: Asked | null; after: Asked | null }

/** What a version changes against the one before it. */
export const askedDifferences = (before: readonly Asked[], after: readonly Asked[]): AskedDifference[] => {
  const names = new Map([...before, ...after].map(q => [q.code, q.name]))
  return [...names].flatMap(([code, name]) => {
    const was = before.find(q => q.code === code) ?? null
    const is = after.find(q => q.code === code) ?? null
    return was?.level === is?.level && was?.importance === is?.importance
      ? []
      : [{ code, name, before: was, after: is }]
  })
}

/** A post's title with what makes it like another. */
export type TitleFacts = {
  tier: string | null
  family: string | null
  kind: string | null
  unitKinds: readonly string[]
}

/** Why another title is like this one, in the order of weight; empty when nothing speaks for it. */
export const likeness = (own: TitleFacts, other: TitleFacts): ('tier' | 'family' | 'unit-kind' | 'kind')[] => [
  ...(own.tier !== null && own.tier === other.tier ? (['tier'] as const) : []),
  ...(own.family !== null && own.family === other.family ? (['family'] as const) : []),
  ...(own.unitKinds.some(k => other.unitKinds.includes(k)) ? (['unit-kind'] as const) : []),
  ...(own.kind !== null && own.kind === other.kind ? (['kind'] as const) : []),
]

const weights = { tier: 4, family: 3, 'unit-kind': 2, kind: 1 } as const

/** The more reasons, the nearer; family and unit are worth nothing to a post of another tier. */
export const nearness = (reasons: readonly (keyof typeof weights)[]): number =>
  reasons.includes('tier') || reasons.includes('family') ? reasons.reduce((sum, r) => sum + weights[r], 0) : 0

/** Codes of the competencies in which a change of standard leaves one person with more, with less, or with a new unknown. */
export type GapChange = { more: string[]; less: string[]; unknown: string[] }

const missing = (gap: Figure<number>): number | null => (isKnown(gap) ? gap.value : null)

/** What nobody has measured is neither more nor less: it is to be assessed. */
export const gapChange = (before: readonly CompetencyGap[], after: readonly CompetencyGap[]): GapChange => {
  const change: GapChange = { more: [], less: [], unknown: [] }
  for (const code of new Set([...before, ...after].map(g => g.code))) {
    const was = before.find(g => g.code === code)
    const is = after.find(g => g.code === code)
    const [a, b] = [was ? missing(was.gap) : 0, is ? missing(is.gap) : 0]
    if (b === null) {
      if (was === undefined) change.unknown.push(code)
    } else if (b > (a ?? 0)) change.more.push(code)
    else if (a !== null && b < a) change.less.push(code)
  }
  return change
}
