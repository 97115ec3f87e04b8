import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** How many competencies a standard asks for, or how many standards ask for a competency. */
export type Counted = 'standard-size' | 'asked-by'
const words: Record<Counted, { label: string; of: string; filter: string }> = {
  'standard-size': { label: 'Kompetensi dalam standar ini', of: 'kompetensi', filter: 'diminta standar jabatan ini' },
  'asked-by': { label: 'Standar yang meminta kompetensi ini', of: 'standar', filter: 'meminta kompetensi ini' },
}

const base = (what: Counted, id: string, asOf: Day) => ({
  ref: `competency.${what}:${id}`,
  label: words[what].label,
  unit: 'count' as const,
  asOf,
})

/** The number a list prints; what is counted waits behind its address. */
export const countOnList = (what: Counted, id: string, value: number, asOf: Day): Figure<number> =>
  record<number>({ ...base(what, id, asOf), value })

/** The same count with its members. */
export const countedMembers = (what: Counted, id: string, members: string[], asOf: Day): Figure<number> =>
  count({ ...base(what, id, asOf), ...words[what], members })
