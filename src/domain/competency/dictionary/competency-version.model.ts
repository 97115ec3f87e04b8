import type { Day } from '#core/values/day.ts'

export type Level = { level: number; description: string; indicators: string[] }

/** What a version says of a competency. */
export type Wording = {
  name: string
  domain: string | null
  builder: string | null
  definition: string
  levels: Level[]
}

export type WordingDifference = { what: string; before: string | null; after: string | null }

const shown = (level: Level | undefined) =>
  level ? [level.description, ...level.indicators.map(i => `- ${i}`)].join('\n') : null

/** What differs between two wordings, in the order of the form; empty when nothing does. */
export const wordingDifferences = (before: Wording | null, after: Wording): WordingDifference[] => {
  const lines: [string, string | null, string | null][] = [
    ['Nama', before?.name ?? null, after.name],
    ['Urusan', before?.domain ?? null, after.domain],
    ['Instansi pembina', before?.builder ?? null, after.builder],
    ['Definisi', before?.definition ?? null, after.definition],
    ...[1, 2, 3, 4, 5].map((n): [string, string | null, string | null] => [
      `Level ${n}`,
      shown(before?.levels.find(l => l.level === n)),
      shown(after.levels.find(l => l.level === n)),
    ]),
  ]
  return lines.flatMap(([what, a, b]) => ((a ?? '') === (b ?? '') ? [] : [{ what, before: a, after: b }]))
}

/** Levels that cannot be told apart or that nobody could recognise at work; the number of each. */
export const weakLevels = (levels: readonly Level[]): { empty: number[]; same: number[] } => ({
  empty: [1, 2, 3, 4, 5].filter(n => {
    const level = levels.find(l => l.level === n)
    return !level || level.description.trim() === '' || level.indicators.length === 0
  }),
  same: levels
    .filter(l =>
      levels.some(o => o.level < l.level && o.description.trim().toLowerCase() === l.description.trim().toLowerCase()),
    )
    .map(l => l.level),
})

export type DatedVersion = { id: string; change: 'new' | 'change' | 'retire'; valid_from: Day; state: string }

/** The version whose words hold on a day: the newest approved one that has begun and is no retirement. */
export const holdingVersion = <V extends DatedVersion>(versions: readonly V[], on: Day): V | null =>
  versions
    .filter(v => v.state === 'approved' && v.change !== 'retire' && v.valid_from <= on)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0] ?? null
