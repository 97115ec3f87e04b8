import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { gapIndex, jobPersonMatch, type MeasuredLevel, type Purpose } from './assessment/assessment.model.ts'
import { assessmentRules } from './assessment/assessment.rules.ts'
import { evidenceRules } from './evidence/evidence.rules.ts'
import { type EvidenceSource, fuseCompetency } from './evidence/fuse-competency.model.ts'

const numberOr = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const dayOf = (parameters: Record<string, unknown>) => String(parameters.asOf ?? '2026-11-24') as Day
const optional = (value: unknown): boolean | undefined => (value === undefined ? undefined : value === true)

const measured = (parameters: Record<string, unknown>): MeasuredLevel[] => {
  const levels = parameters.levels as (number | null)[]
  const codes = (parameters.codes ?? []) as string[]
  return (parameters.standard as number[]).map((standard, i) => ({
    code: codes[i] ?? `K${i + 1}`,
    name: codes[i] ?? `Kompetensi ${i + 1}`,
    level: numberOr(levels[i]),
    standard,
  }))
}

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const competencyCompute = asComputeEntries({
  jobPersonMatch: {
    describe: 'JPM, kategori, kesenjangan, dan cakupan dari level yang dicapai dan standar.',
    example: {
      asOf: '2026-11-24',
      levels: [3, 3, 2],
      standard: [3, 3, 3],
      purpose: 'pengisian',
      capPerCompetency: false,
    },
    fromJson: parameters => {
      const asOf = dayOf(parameters)
      const holding = assessmentRules.on(asOf)
      const result = jobPersonMatch(measured(parameters), (parameters.purpose ?? 'pemetaan') as Purpose, {
        rules: holding.body,
        ruleSet: holding.reference,
        asOf,
        capPerCompetency: optional(parameters.capPerCompetency),
        capTotal: optional(parameters.capTotal),
      })
      const { jpm } = result
      return {
        status: isKnown(jpm) ? 'ok' : 'sebagian',
        jpm: isKnown(jpm) ? jpm.value : null,
        category: isKnown(result.category) ? result.category.value : null,
        gaps: result.gaps.map(g => (isKnown(g.gap) ? g.gap.value : null)),
        coverage: result.coverage.value,
        min: isKnown(jpm) ? jpm.value : (jpm.bounds?.[0] ?? null),
        max: isKnown(jpm) ? jpm.value : (jpm.bounds?.[1] ?? null),
        missing: jpm.needs,
        ruleVersion: holding.reference,
      }
    },
  },
  gapIndex: {
    describe: 'Indeks kesenjangan kompetensi (IKK) neto atau bruto, dan tingkatnya.',
    example: { asOf: '2026-11-24', levels: [5, 2, 2], standard: [3, 3, 3], mode: 'neto' },
    fromJson: parameters => {
      const asOf = dayOf(parameters)
      const holding = assessmentRules.on(asOf)
      const result = gapIndex(measured(parameters), {
        rules: holding.body,
        ruleSet: holding.reference,
        asOf,
        mode: parameters.mode as 'neto' | 'bruto' | undefined,
      })
      return {
        status: isKnown(result.ikk) ? 'ok' : 'sebagian',
        ikk: isKnown(result.ikk) ? result.ikk.value : null,
        band: isKnown(result.band) ? result.band.value : null,
        limits: result.ikk.limits,
        ruleVersion: holding.reference,
      }
    },
  },
  fuseCompetency: {
    describe: 'Level resmi dari beberapa sumber tanpa rata-rata, beserta yang kedaluwarsa dan yang berbeda.',
    example: { asOf: '2026-11-24', evidence: [{ source: 'assessment', level: 2, date: '2024-01-10' }] },
    fromJson: parameters => {
      const asOf = dayOf(parameters)
      const holding = evidenceRules.on(asOf)
      const evidence = parameters.evidence as Record<string, unknown>[]
      const result = fuseCompetency(
        { code: String(parameters.code ?? 'K'), name: String(parameters.name ?? 'kompetensi') },
        evidence.map((e, i) => ({
          source: e.source as EvidenceSource,
          level: Number(e.level),
          on: String(e.date) as Day,
          validUntil: (e.validUntil ?? null) as Day | null,
          isVerified: e.verified === true,
          record: {
            kind: 'competency.evidence',
            id: String(i + 1),
            label: `${e.source} ${e.date}`,
            on: String(e.date) as Day,
          },
        })),
        { policy: holding.body, ruleSet: holding.reference, asOf },
      )
      const { official } = result
      return {
        status: isKnown(official) ? 'ok' : 'sebagian',
        officialLevel: isKnown(official) ? official.value : null,
        officialSource: result.officialSource,
        state: result.state,
        others: result.others.map(o => ({ source: o.source, level: o.level, until: o.until, freshness: o.freshness })),
        expired: result.expired.map(e => e.source),
        conflicts: result.conflicts.map(c => ({ source: c.evidence.source, difference: c.difference })),
        action: result.action,
        ruleVersion: holding.reference,
      }
    },
  },
})
