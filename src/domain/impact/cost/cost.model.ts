import type { Figure, Source } from '#core/figure/figure.ts'
import { ratio, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** Money spent on one thing, whole rupiah; null: not reported yet, never free. */
export type Spending = { label: string; rupiah: number | null; source: Source }

/** What a programme cost; partial while a sum is not reported. */
export const totalCost = (
  spending: readonly Spending[],
  context: { asOf: Day; ref?: string | null },
): Figure<number> => {
  const { asOf } = context
  const total = sum({
    ref: context.ref,
    label: 'Biaya program',
    unit: 'rupiah',
    asOf,
    parts: spending.map(s =>
      record<number>({
        label: s.label,
        unit: 'rupiah',
        asOf,
        value: s.rupiah,
        sources: [s.source],
        needs: s.rupiah === null ? [{ what: `realisasi ${s.label}`, who: 'pengelola anggaran' }] : [],
      }),
    ),
  })
  return spending.length === 0
    ? { ...total, state: 'unknown', value: null, needs: [{ what: 'biaya program', who: 'pengelola anggaran' }] }
    : total
}

/** Rupiah for each one of something reached (person finished, level closed, person who applies it); not applicable at 0. */
export const costPer = (
  cost: Figure<number>,
  reached: Figure<number>,
  context: { label: string; asOf: Day; ref?: string | null },
): Figure<number> =>
  ratio({
    ref: context.ref,
    label: context.label,
    unit: 'rupiah',
    digits: 0,
    asOf: context.asOf,
    of: cost,
    to: reached,
  })
