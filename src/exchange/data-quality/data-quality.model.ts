import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { count, difference, ratio, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** One record that fails one rule; the link leads to where it is mended. */
export type Defect = {
  rule: string
  unit_id: string
  record_kind: string
  record_id: string
  employee_id: string | null
  /** The record in the reader's words. */
  label: string
}

/** How many records of a unit a rule looked at. */
export type Examined = { rule: string; unit_id: string; records: number }

/** The records a rule looked at: one leaf per unit, which opens the unit they belong to. */
const lookedAt = (rule: { title: string }, examined: readonly Examined[], asOf: Day): Figure<number> => {
  const leaves = examined.map(e =>
    record<number>({
      label: `Catatan diperiksa: ${rule.title}`,
      unit: 'count',
      asOf,
      value: e.records,
      sources: [{ kind: 'workforce.unit', id: e.unit_id, label: 'Catatan unit' }],
    }),
  )
  return leaves.length === 1
    ? leaves[0]
    : sum({ label: `Catatan diperiksa: ${rule.title}`, unit: 'count', asOf, parts: leaves })
}

type Context = { asOf: Day; ruleSet: RuleReference; ref: string | null }

/** Share of records without the defect, percent; not applicable where nothing was looked at. */
export const ruleScore = (
  rule: { code: string; title: string },
  examined: readonly Examined[],
  defects: readonly string[],
  context: Context,
): Figure<number> => {
  const { asOf, ruleSet } = context
  const looked = lookedAt(rule, examined, asOf)
  return ratio({
    ref: context.ref,
    label: `Tanpa cacat: ${rule.title}`,
    unit: 'percent',
    digits: 1,
    asOf,
    ruleSet: { ...ruleSet, path: `rules.${rule.code}` },
    factor: 100,
    of: goodRecords(rule, looked, defects, asOf),
    to: looked,
  })
}

const goodRecords = (
  rule: { code: string; title: string },
  looked: Figure<number>,
  defects: readonly string[],
  asOf: Day,
): Figure<number> =>
  difference({
    label: `Catatan tanpa cacat: ${rule.title}`,
    unit: 'count',
    asOf,
    of: looked,
    minus: count({ label: rule.title, unit: 'count', asOf, members: defects, of: 'catatan', filter: rule.title }),
  })

/** 100 × Σ records without defect / Σ records looked at, over the rules of a dimension. */
export const dimensionScore = (
  label: string,
  rules: readonly { code: string; title: string; examined: readonly Examined[]; defects: readonly string[] }[],
  context: Context,
): Figure<number> => {
  const { asOf, ruleSet } = context
  const parts = rules
    .filter(r => r.examined.length > 0)
    .map(r => {
      const looked = lookedAt(r, r.examined, asOf)
      return { looked, good: goodRecords(r, looked, r.defects, asOf) }
    })
  return ratio({
    ref: context.ref,
    label,
    unit: 'percent',
    digits: 1,
    asOf,
    ruleSet,
    factor: 100,
    of: sum({ label: 'Catatan tanpa cacat', unit: 'count', asOf, parts: parts.map(p => p.good) }),
    to: sum({ label: 'Catatan diperiksa', unit: 'count', asOf, parts: parts.map(p => p.looked) }),
  })
}
