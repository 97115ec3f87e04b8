import type { Figure, Need, RuleReference, Source } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { band, cap, lookup, maximum, mean, minimum, record, sum, validity } from '#core/figure/mechanisms.ts'
import { cutsOf } from '#core/rule-set/rubric.ts'
import { formatDay } from '#core/text/format.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import type { PartRule, Rubric, SimpleRubric } from './score-rules.model.ts'

/** One record that speaks for a part: its value in the rubric's words, or a number. */
export type EvidenceRecord = {
  value: string | number | null
  source: Source
  /** How the value came about, where the room itself computed it; its state stands for the record's. */
  figure?: Figure
}

/**
 * What is held about a part: a figure computed elsewhere (JPM, the 360), or records.
 * `records: null` is "nobody has looked"; an empty list counts as "none" only with the day somebody verified it.
 */
export type Evidence =
  | { figure: Figure<number> }
  | { records: EvidenceRecord[] | null; verifiedOn?: Day | null; verification?: Source }

type Context = { asOf: Day; ruleSet: RuleReference; useExpired: boolean }

/** The least and most a rubric can give. */
export const rangeOfRubric = (rubric: Rubric): [number, number] => {
  if (rubric.kind === 'score') return [rubric.min, rubric.max]
  if (rubric.kind === 'mean') {
    const ranges = rubric.of.map(p => rangeOfRubric(p.rubric))
    const average = (end: 0 | 1) => ranges.reduce((total, r) => total + r[end], 0) / ranges.length
    return [average(0), average(1)]
  }
  const values = rubric.kind === 'lookup' ? Object.values(rubric.table) : rubric.bands.map(b => b.value)
  return [Math.min(...values), Math.max(...values)]
}

/** The steps a rubric can give, ascending; null when it gives any number in its range. */
export const stepsOfRubric = (rubric: SimpleRubric): number[] | null =>
  rubric.kind === 'score'
    ? null
    : [...new Set(rubric.kind === 'lookup' ? Object.values(rubric.table) : rubric.bands.map(b => b.value))].sort(
        (a, b) => a - b,
      )

type Naming = { label: string; supplier: string; windowMonths?: number; validMonths?: number }

const unknown = (naming: Naming, context: Context, range: [number, number], what = naming.label): Figure<number> =>
  record<number>({
    label: naming.label,
    asOf: context.asOf,
    ruleSet: context.ruleSet,
    value: null,
    bounds: range,
    needs: [{ what, who: naming.supplier }],
  })

const newest = (a: EvidenceRecord, b: EvidenceRecord) => ((a.source.on ?? '') < (b.source.on ?? '') ? 1 : -1)

/** Leaf of one record, expired after its own last day or after the rule's months. */
const leafOf = (entry: EvidenceRecord, naming: Naming, context: Context, unit: Figure['unit']): Figure => {
  const needs: Need[] = entry.value === null ? [{ what: naming.label, who: naming.supplier }] : []
  const leaf =
    entry.figure ??
    record({
      label: entry.source.label,
      unit,
      asOf: context.asOf,
      value: entry.value,
      sources: [entry.source],
      needs,
    })
  const { on, validUntil } = entry.source
  const until = validUntil ?? (naming.validMonths && on ? addMonths(on, naming.validMonths) : null)
  if (until === null || entry.value === null) return leaf
  if (context.useExpired && context.asOf > until)
    return { ...leaf, limits: [`Kedaluwarsa sejak ${formatDay(until)}, masih dipakai menurut aturan.`] }
  return validity({
    label: `${naming.label}, berlaku sampai ${formatDay(until)}`,
    unit,
    of: leaf,
    until,
    asOf: context.asOf,
    needs: context.asOf > until ? [{ what: `${naming.label} yang masih berlaku`, who: naming.supplier }] : [],
  })
}

const fromSimple = (
  rubric: SimpleRubric,
  evidence: Evidence | undefined,
  naming: Naming,
  context: Context,
): Figure<number> => {
  const range = rangeOfRubric(rubric)
  const base = { label: naming.label, asOf: context.asOf, ruleSet: context.ruleSet }
  if (!evidence) return unknown(naming, context, range)
  if ('figure' in evidence) {
    const { figure } = evidence
    // A total above the scale counts as the most the scale gives (JPM over 100).
    if (isKnown(figure) && figure.value > range[1]) return cap({ ...base, of: figure, limit: range[1] })
    return isKnown(figure) ? figure : { ...figure, bounds: range }
  }
  if (evidence.records === null) return unknown(naming, context, range)
  const from = naming.windowMonths ? addMonths(context.asOf, -naming.windowMonths) : null
  const inTime = evidence.records.filter(
    r => (r.source.on ?? context.asOf) <= context.asOf && (from === null || !r.source.on || r.source.on >= from),
  )
  const sorted = [...inTime].sort(newest)
  if (rubric.kind === 'score') {
    if (sorted.length === 0) return unknown(naming, context, range)
    const leaf = leafOf(sorted[0], naming, context, 'score') as Figure<number>
    return isKnown(leaf) && leaf.value > range[1]
      ? cap({ ...base, of: leaf, limit: range[1] })
      : isKnown(leaf)
        ? leaf
        : { ...leaf, bounds: range }
  }
  if (rubric.kind === 'band') {
    const { cuts, values } = cutsOf(rubric.bands)
    const grade = (of: Figure) => band<number>({ ...base, of, cuts, values })
    if (rubric.choose === 'sum') {
      const parts = sorted.map(r => leafOf(r, naming, context, rubric.unit))
      return grade(sum({ label: `Jumlah ${naming.label.toLowerCase()}`, unit: rubric.unit, asOf: context.asOf, parts }))
    }
    if (sorted.length === 0) return unknown(naming, context, range)
    const graded = sorted.map(r => grade(leafOf(r, naming, context, rubric.unit)))
    return rubric.choose === 'latest'
      ? graded[0]
      : (rubric.choose === 'best' ? maximum : minimum)({ ...base, parts: graded })
  }
  const grade = (of: Figure) => lookup<number>({ ...base, of, table: rubric.table })
  const isVerified = evidence.verifiedOn != null && evidence.verifiedOn <= context.asOf
  if (sorted.length === 0) {
    // "No record" is not "checked, clean" (domain 11.4).
    if (rubric.none === undefined || !isVerified)
      return unknown(
        naming,
        context,
        range,
        rubric.none === undefined ? naming.label : `verifikasi ${naming.label.toLowerCase()}`,
      )
    return grade(
      record<string>({
        label: `Diperiksa ${evidence.verifiedOn ? formatDay(evidence.verifiedOn) : ''}: ${rubric.none.toLowerCase()}`,
        unit: 'text',
        asOf: context.asOf,
        value: rubric.none,
        sources: evidence.verification ? [evidence.verification] : [],
      }),
    )
  }
  const graded = sorted.map(r => grade(leafOf(r, naming, context, 'text')))
  if (rubric.choose === 'latest') return graded[0]
  const pick = (rubric.choose === 'best' ? maximum : minimum)({ ...base, parts: graded })
  // Sanctions on record without a dated check: what else there may be is not known.
  return rubric.choose === 'worst' && !isVerified && isKnown(pick)
    ? { ...unknown(naming, context, [range[0], pick.value], `verifikasi ${naming.label.toLowerCase()}`), parts: [pick] }
    : pick
}

/** The figure of one part by its rubric: unknown stays unknown, with what the rubric can still give as bounds. */
export const partFigure = (
  rule: PartRule,
  inputs: Record<string, Evidence | undefined>,
  context: Context,
): Figure<number> => {
  const evidence = inputs[rule.code]
  const { rubric } = rule
  if (rubric.kind !== 'mean') return fromSimple(rubric, evidence, rule, context)
  // A sheet gives the whole part at once.
  if (evidence && 'figure' in evidence)
    return fromSimple(
      { kind: 'score', min: rangeOfRubric(rubric)[0], max: rangeOfRubric(rubric)[1] },
      evidence,
      rule,
      context,
    )
  return mean({
    label: rule.label,
    asOf: context.asOf,
    ruleSet: context.ruleSet,
    parts: rubric.of.map(p =>
      fromSimple(p.rubric, inputs[`${rule.code}.${p.code}`], { label: p.label, supplier: rule.supplier }, context),
    ),
  })
}
