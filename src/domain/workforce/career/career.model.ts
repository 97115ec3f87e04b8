import type { Figure, Source } from '#core/figure/figure.ts'
import { record, sum } from '#core/figure/mechanisms.ts'
import { addDays, type Day, wholeMonthsBetween } from '#core/values/day.ts'

/** One row of a person's position history. `until` is the last day in the post; null: still in it. */
export type CareerRow = {
  id?: string
  position: string
  tier: string | null
  family: string | null
  /** Definitif, Plt, Plh, Pj. Only Definitif counts as experience. */
  assignment: string
  from: Day
  until: Day | null
}

type Span = { from: Day; end: Day; rows: CareerRow[] }

/** Rows as spans up to a day, overlaps and joints merged so that no month counts twice. `end` is the day after the last. */
export const spansOf = (rows: readonly CareerRow[], asOf: Day): Span[] => {
  const sorted = rows
    .filter(r => r.from <= asOf)
    .map(r => ({ from: r.from, end: r.until === null || r.until >= asOf ? asOf : addDays(r.until, 1), rows: [r] }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged[merged.length - 1]
    if (last && span.from <= last.end) {
      if (span.end > last.end) last.end = span.end
      last.rows.push(...span.rows)
    } else merged.push({ ...span, rows: [...span.rows] })
  }
  return merged
}

const sourceOf = (row: CareerRow): Source => ({
  kind: 'workforce.career',
  id: row.id ?? `${row.position}/${row.from}`,
  label: row.position,
  on: row.from,
  validUntil: row.until,
})

/** Completed months in rows of Definitif that a test accepts (a tier, a field of work), each month once. */
export const experienceMonths = (
  rows: readonly CareerRow[] | null,
  accepts: (row: CareerRow) => boolean,
  context: { asOf: Day; label: string },
): Figure<number> => {
  const { asOf, label } = context
  if (rows === null)
    return record<number>({
      label,
      unit: 'months',
      asOf,
      value: null,
      needs: [{ what: 'riwayat jabatan', who: 'pengelola kepegawaian' }],
    })
  return sum({
    label,
    unit: 'months',
    asOf,
    parts: spansOf(
      rows.filter(r => r.assignment === 'Definitif' && accepts(r)),
      asOf,
    ).map(span =>
      record<number>({
        label: span.rows.map(r => r.position).join(', '),
        unit: 'months',
        asOf,
        value: wholeMonthsBetween(span.from, span.end),
        sources: span.rows.map(sourceOf),
      }),
    ),
  })
}

/** Months in any of the tiers. */
export const monthsInTiers = (rows: readonly CareerRow[] | null, tiers: readonly string[], asOf: Day): Figure<number> =>
  experienceMonths(rows, r => r.tier !== null && tiers.includes(r.tier), {
    asOf,
    label: `Masa kerja sebagai ${tiers.join(' atau ')}`,
  })

/** Months in a field of work (rumpun), whatever the tier. */
export const monthsInFamily = (rows: readonly CareerRow[] | null, family: string, asOf: Day): Figure<number> =>
  experienceMonths(rows, r => r.family === family, { asOf, label: `Pengalaman bidang ${family}` })

/** Completed years in the present post, for the rubric of experience; null without history or post. */
export const yearsInPost = (since: Day | null, asOf: Day): number | null =>
  since === null || since > asOf ? null : wholeMonthsBetween(since, asOf) / 12
