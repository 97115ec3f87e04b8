import { type Figure, isKnown, type RuleReference, type Source } from '#core/figure/figure.ts'
import { record, validity } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addMonths, type Day, wholeMonthsBetween } from '#core/values/day.ts'

export type EvidenceSource =
  | 'assessment'
  | 'test'
  | 'certificate'
  | 'interview'
  | 'supervisor'
  | 'application'
  | 'peer'
  | 'coach'
  | 'self'
  | 'learning'

/** What one source says of one competency on one day. `validUntil` as printed on the paper, where it is. */
export type CompetencyEvidence = {
  source: EvidenceSource
  level: number
  on: Day
  validUntil?: Day | null
  isVerified?: boolean
  record: Source
}

export type EvidencePolicy = {
  sources: {
    source: EvidenceSource
    name: string
    /** 1 is the strongest. */
    precedence: number
    validMonths: number
    canBeOfficial: boolean
    mustBeVerified: boolean
    /** 0-100, how far the source is trusted; told, never a weight. */
    confidence: number
    /** Who stands for it, by role. */
    verifier: string
  }[]
  /** The highest first: from this confidence on it is called so. */
  confidenceWords: { from: number; word: string }[]
  conflict: { levels: number; newerLevels: number; newerMonths: number; newerPrecedence: number }
  /** Who supplies a level that is not known, by kind of competency, and within how many days. */
  ask: { supplier: Record<'managerial' | 'sociocultural' | 'technical', Supplier>; days: number }
}

export type Supplier = 'supervisor' | 'person' | 'provider'

export type FusedEvidence = CompetencyEvidence & {
  name: string
  precedence: number
  /** 0-100 by the rule set, with its word; sorts nothing and weighs nothing. */
  confidence: { value: number; word: string }
  verifier: string
  until: Day
  isExpired: boolean
  /** 0-1, halves every half validity; for sorting only. */
  freshness: number
}

export type FusedCompetency = {
  /** The level that counts; never an average. */
  official: Figure<number>
  officialSource: EvidenceSource | null
  /** The evidence the official level rests on. */
  leading: FusedEvidence | null
  state: 'official' | 'none' | 'selfOnly' | 'contradictory' | 'expired'
  others: FusedEvidence[]
  expired: FusedEvidence[]
  conflicts: { evidence: FusedEvidence; difference: number }[]
  action: 'usulkan asesmen ulang' | 'perlu verifikasi' | 'perlu asesmen' | null
}

/** The word a confidence is called by. */
export const confidenceWord = (confidence: number, policy: Pick<EvidencePolicy, 'confidenceWords'>): string =>
  [...policy.confidenceWords].sort((a, b) => b.from - a.from).find(w => confidence >= w.from)?.word ?? ''

const months = (a: Day, b: Day) => wholeMonthsBetween(a, b)

/**
 * Which level a person officially has: valid evidence of the best precedence, and within it the newest.
 * Nothing is averaged; what differs is listed, and training evidence never overwrites an assessment.
 */
export const fuseCompetency = (
  competency: { code: string; name: string },
  evidence: readonly CompetencyEvidence[],
  context: { policy: EvidencePolicy; ruleSet: RuleReference; asOf: Day; ref?: string | null },
): FusedCompetency => {
  const { policy, asOf } = context
  const all: FusedEvidence[] = evidence
    .filter(e => e.on <= asOf)
    .flatMap(e => {
      const rule = policy.sources.find(s => s.source === e.source)
      if (!rule) return []
      const until = e.validUntil ?? addMonths(e.on, rule.validMonths)
      const age = months(e.on, asOf)
      return [
        {
          ...e,
          name: rule.name,
          precedence: rule.precedence,
          confidence: { value: rule.confidence, word: confidenceWord(rule.confidence, policy) },
          verifier: rule.verifier,
          until,
          isExpired: asOf > until,
          freshness: 2 ** (-age / (rule.validMonths / 2)),
        },
      ]
    })
  const ruleOf = (e: FusedEvidence) => policy.sources.find(s => s.source === e.source)
  const mayLead = (e: FusedEvidence) => {
    const rule = ruleOf(e)
    return rule?.canBeOfficial === true && (!rule.mustBeVerified || e.isVerified === true)
  }
  const valid = all.filter(e => !e.isExpired)
  const expired = all.filter(e => e.isExpired).sort((a, b) => a.precedence - b.precedence || (a.on < b.on ? 1 : -1))
  const leaders = valid
    .filter(mayLead)
    .sort((a, b) => a.precedence - b.precedence || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  const first = leaders[0]
  const isContradictory =
    first !== undefined &&
    leaders.some(e => e.precedence === first.precedence && e.on === first.on && e.level !== first.level)
  const label = `Level ${competency.name}`
  const base = { label, unit: 'level' as const, asOf, ruleSet: at(context.ruleSet, 'sources') }
  const open = (needs: Figure['needs'], sources: Source[] = []): Figure<number> =>
    record<number>({ ...base, ref: context.ref, value: null, bounds: [0, 5], needs, sources })

  if (first === undefined || isContradictory) {
    const newestExpired = expired.filter(mayLead)[0]
    const official: Figure<number> = isContradictory
      ? open(
          [
            {
              what: `dua hasil ${competency.name} yang berbeda pada hari yang sama perlu diverifikasi`,
              who: 'pengelola talenta',
            },
          ],
          leaders.map(e => e.record),
        )
      : newestExpired
        ? validity({
            ...base,
            ref: context.ref,
            of: record<number>({ ...base, value: newestExpired.level, sources: [newestExpired.record] }),
            until: newestExpired.until,
            needs: [{ what: `asesmen ulang ${competency.name}`, who: 'penyelenggara penilaian kompetensi' }],
          })
        : open([{ what: `asesmen ${competency.name}`, who: 'penyelenggara penilaian kompetensi' }])
    const state = isContradictory
      ? 'contradictory'
      : newestExpired
        ? 'expired'
        : valid.some(e => e.source === 'self')
          ? 'selfOnly'
          : 'none'
    return {
      official: official.state === 'expired' ? { ...official, bounds: [0, 5] } : official,
      officialSource: null,
      leading: null,
      state,
      others: valid,
      expired,
      conflicts: [],
      action: isContradictory ? 'perlu verifikasi' : 'perlu asesmen',
    }
  }
  const others = valid.filter(e => e !== first)
  const conflicts = others
    .map(e => ({ evidence: e, difference: e.level - first.level }))
    .filter(({ evidence: e, difference }) => {
      const size = Math.abs(difference)
      return (
        size >= policy.conflict.levels ||
        (size >= policy.conflict.newerLevels &&
          e.precedence <= policy.conflict.newerPrecedence &&
          months(first.on, e.on) >= policy.conflict.newerMonths)
      )
    })
    .sort((a, b) => a.evidence.precedence - b.evidence.precedence)
  return {
    official: validity({
      ...base,
      ref: context.ref,
      of: record<number>({ ...base, value: first.level, sources: [first.record] }),
      until: first.until,
      limits: [
        `Sumber: ${first.name.toLowerCase()}, keyakinan ${first.confidence.value} dari 100 (${first.confidence.word}).`,
        `Pemeriksa menurut aturan: ${first.verifier}.`,
        'Keyakinan tidak dipakai untuk merata-ratakan sumber.',
      ],
    }),
    officialSource: first.source,
    leading: first,
    state: 'official',
    others,
    expired,
    conflicts,
    action: conflicts.length > 0 ? 'usulkan asesmen ulang' : null,
  }
}

/** Does the official level reach what is asked? Null while it is not known. */
export const reaches = (fused: FusedCompetency, level: number): boolean | null =>
  isKnown(fused.official) ? fused.official.value >= level : null
