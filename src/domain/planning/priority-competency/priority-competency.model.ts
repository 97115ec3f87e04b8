import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { band, count, parameter, product, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'

export type PriorityCompetencyRules = {
  goal: number
  shortage: number
  leaving: number
  leavingMonths: number
  /** A longer look ahead, without points: whom to prepare for now. */
  laterMonths: number
  thinHolders: number
  thin: number
}

/** What is known of one competency in the agency; people as ids. */
export type CompetencyStanding = {
  code: string
  name: string
  /** Lowest level that a post asks for; null when no post asks. */
  level: number | null
  /** Their posts ask for it: who reaches it, who falls short, and of whom nobody knows. */
  met: readonly string[]
  short: readonly string[]
  unknown: readonly string[]
  /** Everybody known to reach `level`, also those whose post does not ask for it. */
  holders: readonly string[]
  /** Holders who retire within the window. */
  leaving: readonly string[]
  goals: readonly { id: string; name: string; basis: string; weight: number; link: number }[]
}

type Context = { rules: PriorityCompetencyRules; ruleSet: RuleReference; asOf: Day }

export const standingRef = (what: string, code: string): string => `planning.priority-competency:${what}:${code}`

export type StandingCount =
  | 'asked'
  | 'met'
  | 'short'
  | 'unknown'
  | 'holders'
  | 'leaving'
  | 'later'
  | 'learners'
  | 'others'

const countWords: Record<StandingCount, string> = {
  asked: 'jabatannya meminta kompetensi ini',
  met: 'sudah mencapai level yang diminta',
  short: 'belum mencapai level yang diminta',
  unknown: 'levelnya belum diketahui',
  holders: 'diketahui mencapai level yang diminta',
  leaving: 'pemegang yang segera pensiun',
  later: 'pemegang yang pensiun sesudahnya',
  learners: 'sedang belajar menurut rencana yang berlaku',
  others: 'jabatannya tidak meminta, tetapi levelnya cukup atau kurang satu',
}

export const isStandingCount = (word: string): word is StandingCount => Object.hasOwn(countWords, word)

/** How many people stand so. */
export const standingCount = (
  competency: { code: string; name: string },
  what: StandingCount,
  members: readonly string[],
  asOf: Day,
): Figure<number> =>
  count({
    ref: standingRef(what, competency.code),
    label: `${competency.name}: ${countWords[what]}`,
    asOf,
    members,
    of: 'pegawai aktif',
    filter: countWords[what],
  })

/**
 * Points by which competencies are ranked: what goals rest on it, how many of those who must hold it fall short, how
 * many holders leave soon, and whether few hold it at all. Levels nobody knows make it a range, never a zero.
 */
export const priorityPoints = (standing: CompetencyStanding, { rules, ruleSet, asOf }: Context): Figure<number> => {
  const points = (label: string, path: keyof PriorityCompetencyRules) =>
    parameter<number>({ label, unit: 'points', asOf, ruleSet: at(ruleSet, path), value: rules[path] })
  const of = (what: StandingCount, members: readonly string[]) => standingCount(standing, what, members, asOf)
  const parts: Figure<number>[] = []
  if (standing.goals.length > 0)
    parts.push(
      product({
        label: 'Sasaran strategis yang bertumpu padanya',
        unit: 'points',
        asOf,
        parts: [
          points('Poin tiap satuan bobot sasaran', 'goal'),
          sum({
            label: 'Bobot sasaran',
            unit: 'score',
            asOf,
            parts: standing.goals.map(g => {
              const source = { kind: 'planning.goal', id: g.id, label: `${g.name} (${g.basis})` }
              return product({
                label: g.name,
                unit: 'score',
                asOf,
                parts: [
                  record<number>({ label: 'Bobot sasaran', unit: 'score', asOf, value: g.weight, sources: [source] }),
                  record<number>({ label: 'Bobot kaitan', unit: 'score', asOf, value: g.link, sources: [source] }),
                ],
              })
            }),
          }),
        ],
      }),
    )
  const asked = [...standing.met, ...standing.short, ...standing.unknown]
  if (asked.length > 0)
    parts.push(
      product({
        label: 'Kekurangan pada jabatan yang memintanya',
        unit: 'points',
        asOf,
        parts: [
          points('Poin bila semua kurang', 'shortage'),
          ratio({
            label: 'Bagian yang kurang',
            unit: 'ratio',
            digits: 2,
            asOf,
            of: sum({
              label: 'Orang yang kurang',
              unit: 'people',
              asOf,
              parts: [
                of('short', standing.short),
                ...(standing.unknown.length > 0
                  ? [
                      record<number>({
                        label: 'Di antara yang belum diketahui levelnya',
                        unit: 'people',
                        asOf,
                        value: null,
                        bounds: [0, standing.unknown.length],
                        needs: [
                          {
                            what: `level ${standing.name} ${standing.unknown.length} orang`,
                            who: 'atasan atau penilaian kompetensi',
                          },
                        ],
                      }),
                    ]
                  : []),
              ],
            }),
            to: of('asked', asked),
          }),
        ],
      }),
    )
  const holders = of('holders', standing.holders)
  if (standing.holders.length > 0)
    parts.push(
      product({
        label: 'Pemegang yang segera pensiun',
        unit: 'points',
        asOf,
        parts: [
          points('Poin bila semua pemegang pensiun', 'leaving'),
          ratio({
            label: `Bagian yang pensiun dalam ${rules.leavingMonths} bulan`,
            unit: 'ratio',
            digits: 2,
            asOf,
            ruleSet: at(ruleSet, 'leavingMonths'),
            of: of('leaving', standing.leaving),
            to: holders,
          }),
        ],
      }),
    )
  if (asked.length > 0)
    parts.push(
      band<number>({
        label: 'Pemegang yang diketahui terlalu sedikit',
        unit: 'points',
        asOf,
        ruleSet: at(ruleSet, 'thin'),
        of: holders,
        cuts: [rules.thinHolders],
        values: [rules.thin, 0],
      }),
    )
  return sum({
    ref: standingRef('points', standing.code),
    label: `Poin prioritas ${standing.name}`,
    unit: 'points',
    digits: 1,
    asOf,
    ruleSet,
    parts,
  })
}

/** Least and most points: both the value when it is known. */
export const rangeOfPoints = (figure: Figure<number>): [number, number] =>
  figure.value === null ? (figure.bounds ?? [0, 0]) : [Number(figure.value), Number(figure.value)]

/** Most certain points first; among equals the one that could have more. */
export const inPriorityOrder = <T extends { points: Figure<number>; name: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => {
    const [x, y] = [rangeOfPoints(a.points), rangeOfPoints(b.points)]
    return y[0] - x[0] || y[1] - x[1] || a.name.localeCompare(b.name, 'id')
  })
