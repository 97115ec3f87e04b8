import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { DossierState } from './dossier.store.ts'
import { dossierStateWords } from './dossier-words.ts'

/** How many dossiers stand in a state, each with its members. */
export const dossierCount = (
  dossiers: readonly { id: string; state: DossierState }[],
  state: DossierState,
  asOf: Day,
): Figure<number> =>
  count({
    ref: `succession.dossiers:${state}`,
    label: `Berkas: ${dossierStateWords[state].toLowerCase()}`,
    unit: 'count',
    asOf,
    members: dossiers.filter(d => d.state === state).map(d => d.id),
    of: 'berkas keputusan',
    filter: dossierStateWords[state].toLowerCase(),
  })
