import { type Figure, isKnown, type RuleReference, type Source } from '#core/figure/figure.ts'
import { band, cap, difference, positivePart, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addMonths, type Day } from '#core/values/day.ts'

export type Purpose = 'pengisian' | 'pemetaan'

export type AssessmentRules = {
  validMonths: number
  /** Level counts at most as high as its standard. */
  capPerCompetency: boolean
  capTotal: boolean
  categories: Record<Purpose, { cuts: number[]; values: string[]; names: string[] }>
  gapIndex: { mode: 'neto' | 'bruto'; bands: string[]; cuts: number[] }
}

/** Level reached against the standard; null is not measured. */
export type MeasuredLevel = {
  code: string
  name: string
  level: number | null
  standard: number
  source?: Source
  /** Where the standard is written, when not on the sheet of the result itself. */
  standardSource?: Source
  standardRule?: RuleReference
}

export type JobPersonMatch = {
  /** Percent; may exceed 100 unless capped. */
  jpm: Figure<number>
  /** MS, MMS, KMS or O, CO, KO. */
  category: Figure<string>
  gaps: { code: string; name: string; gap: Figure<number> }[]
  /** Share of the standard whose levels are known. */
  coverage: Figure<number>
}

type Context = {
  rules: AssessmentRules
  ruleSet: RuleReference
  asOf: Day
  ref?: string | null
  /** Who must supply a missing level. */
  supplier?: string
  capPerCompetency?: boolean
  capTotal?: boolean
}

const topLevel = 5

const leaves = (levels: readonly MeasuredLevel[], context: Context) =>
  levels.map(l => {
    const standard = record<number>({
      label: `Standar ${l.name}`,
      unit: 'level',
      asOf: context.asOf,
      value: l.standard,
      sources: l.standardSource ? [l.standardSource] : l.source ? [l.source] : [],
      ruleSet: l.standardRule ?? null,
    })
    const reached = record<number>({
      label: `Capaian ${l.name}`,
      unit: 'level',
      asOf: context.asOf,
      value: l.level,
      bounds: [0, topLevel],
      sources: l.source ? [l.source] : [],
      needs:
        l.level === null
          ? [{ what: `level ${l.name}`, who: context.supplier ?? 'penyelenggara penilaian kompetensi' }]
          : [],
    })
    return { ...l, standardFigure: standard, reached }
  })

const totals = (levels: readonly MeasuredLevel[], context: Context) => {
  const { asOf } = context
  const isCapped = context.capPerCompetency ?? context.rules.capPerCompetency
  const parts = leaves(levels, context)
  return {
    parts,
    achieved: sum({
      label: 'Jumlah level yang dicapai',
      unit: 'level',
      asOf,
      parts: parts.map(p =>
        isCapped
          ? cap({ label: `${p.name}, paling tinggi standarnya`, unit: 'level', asOf, of: p.reached, limit: p.standard })
          : p.reached,
      ),
    }),
    standard: sum({ label: 'Jumlah level standar', unit: 'level', asOf, parts: parts.map(p => p.standardFigure) }),
  }
}

/**
 * JPM = 100 · Σ reached / Σ standard, with its category for the purpose.
 * A level that was not measured leaves only bounds; the surplus of one competency is shown, not hidden.
 */
export const jobPersonMatch = (
  levels: readonly MeasuredLevel[],
  purpose: Purpose,
  context: Context,
): JobPersonMatch => {
  const { asOf, rules } = context
  const { parts, achieved, standard } = totals(levels, context)
  const base = { label: 'JPM', unit: 'percent' as const, digits: 2, asOf, ruleSet: context.ruleSet }
  const { cuts, values } = rules.categories[purpose]
  const plain = ratio({ ...base, ref: context.ref, cuts, of: achieved, to: standard, factor: 100 })
  const jpm =
    (context.capTotal ?? rules.capTotal) ? cap({ ...base, ref: context.ref, cuts, of: plain, limit: 100 }) : plain
  const known = parts.filter(p => p.level !== null)
  return {
    jpm,
    category: band<string>({
      label: purpose === 'pengisian' ? 'Kategori pengisian jabatan' : 'Kategori pemetaan',
      unit: 'text',
      of: jpm,
      cuts,
      values,
      asOf,
      ruleSet: at(context.ruleSet, `categories.${purpose}`),
    }),
    gaps: parts.map(p => ({
      code: p.code,
      name: p.name,
      gap: positivePart({
        label: `Kesenjangan ${p.name}`,
        unit: 'level',
        asOf,
        of: p.standardFigure,
        minus: p.reached,
      }),
    })),
    coverage: ratio({
      label: 'Cakupan standar yang dinilai',
      unit: 'share',
      asOf,
      of: sum({ label: 'Standar yang dinilai', unit: 'level', asOf, parts: known.map(p => p.standardFigure) }),
      to: standard,
    }),
  }
}

/** IKK, percent. Neto = 100 − JPM and can be negative; bruto counts gaps only. Warns when a surplus hides a gap. */
export const gapIndex = (
  levels: readonly MeasuredLevel[],
  context: Context & { mode?: 'neto' | 'bruto' },
): { ikk: Figure<number>; band: Figure<string>; hidesGap: boolean } => {
  const { asOf, rules } = context
  const mode = context.mode ?? rules.gapIndex.mode
  const { parts, achieved, standard } = totals(levels, { ...context, capPerCompetency: false })
  const base = {
    label: `Indeks kesenjangan (${mode})`,
    unit: 'percent' as const,
    digits: 2,
    asOf,
    ruleSet: at(context.ruleSet, 'gapIndex'),
  }
  const gross = sum({
    label: 'Jumlah kesenjangan',
    unit: 'level',
    asOf,
    parts: parts.map(p =>
      positivePart({ label: `Kesenjangan ${p.name}`, unit: 'level', asOf, of: p.standardFigure, minus: p.reached }),
    ),
  })
  const net = difference({ label: 'Standar dikurangi capaian', unit: 'level', asOf, of: standard, minus: achieved })
  const hidesGap = isKnown(net) && isKnown(gross) && net.value <= 0 && gross.value > 0
  const plain = ratio({ ...base, of: mode === 'neto' ? net : gross, to: standard, factor: 100 })
  const ikk = hidesGap ? { ...plain, limits: ['Ada kesenjangan yang tertutup kelebihan pada kompetensi lain.'] } : plain
  const [zero, ...rest] = rules.gapIndex.cuts
  return {
    ikk,
    // "Up to 0" is no gap: the first cut is exclusive, so it stands just above zero.
    band: band<string>({
      label: 'Tingkat kesenjangan',
      unit: 'text',
      of: ikk,
      cuts: [zero + 1e-6, ...rest],
      values: rules.gapIndex.bands,
      asOf,
      ruleSet: at(context.ruleSet, 'gapIndex'),
    }),
    hidesGap,
  }
}

/** The last day on which an assessment holds. */
export const validUntil = (assessedOn: Day, rules: Pick<AssessmentRules, 'validMonths'>): Day =>
  addMonths(assessedOn, rules.validMonths)

export const isExpired = (assessedOn: Day, asOf: Day, rules: Pick<AssessmentRules, 'validMonths'>): boolean =>
  asOf > validUntil(assessedOn, rules)

/** The result that counts: the newest not after the day; null when there is none. */
export const latestOn = <A extends { assessedOn: Day }>(assessments: readonly A[], asOf: Day): A | null =>
  [...assessments].filter(a => a.assessedOn <= asOf).sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0] ?? null
