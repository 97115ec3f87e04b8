import { count } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { ProgrammeLine } from './evaluation.store.ts'

/** How many programmes there are and how many were evaluated. */
export const programmeCounts = (programmes: readonly ProgrammeLine[], asOf: Day) => {
  const of = (ref: string, label: string, filter: string, members: string[]) =>
    count({ ref, label, unit: 'count', asOf, members, of: 'program', filter })
  return {
    all: of(
      'impact.programmes',
      'Program',
      'semua',
      programmes.map(p => p.id),
    ),
    evaluated: of(
      'impact.programmes-evaluated',
      'Program yang sudah dievaluasi',
      'sudah dievaluasi',
      programmes.filter(p => p.as_of !== null).map(p => p.id),
    ),
  }
}
