import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { cap, parameter, product, ratio, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import {
  type Importance,
  type StandardOrigin,
  standardFigure,
} from '#domain/competency/position-standard/position-standard.model.ts'
import type { Verdict } from '../eligibility/eligibility.model.ts'
import type { Fix } from '../eligibility/requirement.model.ts'

export type Horizon = 'siapSekarang' | '1-2Tahun' | '>2Tahun' | 'tidakMemenuhi' | 'belumDiketahui'

export type ReadinessRules = {
  /** Score from which a person counts as ready, 0-100. */
  threshold: number
  assessmentLagMonths: number
  soonMonths: number
  importance: Record<Importance, number>
  bench: { thin: number; enough: number }
  likelihoodCuts: number[]
}

/** One competency the post asks for and the person's official level. */
export type ReadinessCompetency = {
  code: string
  name: string
  standard: number
  importance: Importance
  level: Figure<number>
  /** Where the standard is written. */
  origin?: StandardOrigin
}

/** A plan item that lifts a competency to a level by a day. */
export type LiftingItem = { code: string; toLevel: number; endsOn: Day; title?: string }

export type Blocker = {
  kind: 'requirement' | 'competency' | 'unknown'
  label: string
  /** Day on which it is gone; null: nothing planned. */
  on: Day | null
  isPermanent: boolean
  action: string
}

export type Readiness = {
  eligible: Verdict
  score: Figure<number>
  horizon: Horizon
  /** When all blockers are gone, if the plan is carried out; null: not planned. */
  readyOn: Day | null
  blockers: Blocker[]
  limits: string[]
}

type Input = {
  eligibility: {
    verdict: Verdict
    fixes: readonly Pick<Fix, 'leaf' | 'earliestDate' | 'isPermanent' | 'isUnknown' | 'action'>[]
  }
  competencies: readonly ReadinessCompetency[]
  plan: readonly LiftingItem[]
  /** First day of retirement, when known. */
  retiresOn?: Day | null
  /** Last day on which the age limit of the post still lets the person in. */
  ageLimitUntil?: Day | null
}

/** 100 · Σ weight · min(level, standard) / Σ weight · standard; an unknown level leaves bounds from 0 to its standard. */
export const readinessScore = (
  competencies: readonly ReadinessCompetency[],
  context: { rules: ReadinessRules; ruleSet: RuleReference; asOf: Day; ref?: string | null },
): Figure<number> => {
  const { asOf, rules } = context
  const weigh = (c: ReadinessCompetency, of: Figure<number>, what: string) =>
    product({
      label: `${what} ${c.name} × tingkat penting`,
      unit: 'points',
      asOf,
      parts: [
        parameter<number>({
          label: `Bobot ${c.importance}`,
          unit: 'points',
          asOf,
          ruleSet: at(context.ruleSet, `importance.${c.importance}`),
          value: rules.importance[c.importance],
        }),
        of,
      ],
    })
  const base = { unit: 'points' as const, asOf }
  return ratio({
    ref: context.ref,
    label: 'Skor kesiapan',
    unit: 'score',
    digits: 2,
    cuts: [rules.threshold],
    asOf,
    ruleSet: context.ruleSet,
    factor: 100,
    of: sum({
      ...base,
      label: 'Capaian berbobot',
      parts: competencies.map(c =>
        weigh(
          c,
          cap({
            label: `${c.name}, paling tinggi standarnya`,
            unit: 'level',
            asOf,
            of: isKnown(c.level) ? c.level : { ...c.level, bounds: c.level.bounds ?? [0, c.standard] },
            limit: c.standard,
          }),
          'Capaian',
        ),
      ),
    }),
    to: sum({
      ...base,
      label: 'Standar berbobot',
      parts: competencies.map(c =>
        weigh(c, standardFigure({ name: c.name, level: c.standard, origin: c.origin }, asOf), 'Standar'),
      ),
    }),
  })
}

const latest = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null

/** The day on which planned learning brings a competency to its standard, step by step, and it has been assessed. */
const closedOn = (c: ReadinessCompetency, plan: readonly LiftingItem[], lag: number): Day | null => {
  const first = plan
    .filter(i => i.code === c.code && i.toLevel >= c.standard)
    .map(i => i.endsOn)
    .sort()[0]
  if (first === undefined) return null
  // Lower steps that the plan sets later must be done too.
  const steps = plan.filter(i => i.code === c.code && i.toLevel < c.standard).map(i => i.endsOn)
  const day = latest([first, ...steps])
  return day === null ? null : addMonths(day, lag)
}

/**
 * How ready a person is for a post, and when: requirements are gates, competencies the score, the plan gives the dates.
 * Not a decision to appoint: the limits sentence says so.
 */
export const readiness = (
  input: Input,
  context: { rules: ReadinessRules; ruleSet: RuleReference; asOf: Day; ref?: string | null },
): Readiness => {
  const { rules, asOf } = context
  const score = readinessScore(input.competencies, context)
  const [low, high] = isKnown(score) ? [score.value, score.value] : (score.bounds ?? [0, 100])
  const isSurelyReady = low >= rules.threshold - 1e-9
  const isSurelyShort = high < rules.threshold - 1e-9
  const gaps = input.competencies.filter(c => isKnown(c.level) && c.level.value < c.standard)
  const blockers: Blocker[] = [
    // A requirement that is met by another branch of an "or" has no fix in the list.
    ...input.eligibility.fixes.map(f => ({
      kind: f.isUnknown ? ('unknown' as const) : ('requirement' as const),
      label: f.leaf,
      on: f.earliestDate,
      isPermanent: f.isPermanent,
      action: f.action,
    })),
    // A Mutlak gap blocks by itself; the others as long as they keep the score under the threshold. Perlu never does alone.
    ...gaps
      .filter(c => c.importance === 'mutlak' || (!isSurelyReady && c.importance !== 'perlu'))
      .map(c => ({
        kind: 'competency' as const,
        label: `${c.name}: level ${c.level.value} dari ${c.standard}`,
        on: closedOn(c, input.plan, rules.assessmentLagMonths),
        isPermanent: false,
        action: `Menaikkan ${c.name} ke level ${c.standard}.`,
      })),
  ]
  const openLevels = input.competencies.filter(c => !isKnown(c.level))
  const mattersMost = openLevels.filter(c => c.importance === 'mutlak' || !isSurelyReady)
  // An unknown level that cannot change the answer (already short for other reasons) is not what the person waits for.
  const unknownLevels = isSurelyShort ? openLevels.filter(c => c.importance === 'mutlak') : mattersMost
  for (const c of unknownLevels)
    blockers.push({
      kind: 'unknown',
      label: `${c.name}: belum diketahui`,
      on: null,
      isPermanent: false,
      action: `Asesmen ${c.name}.`,
    })

  const relevant = blockers.filter(b => b.kind !== 'unknown')
  const dates = relevant.map(b => b.on)
  const readyOn = relevant.length === 0 ? asOf : dates.includes(null) ? null : latest(dates as Day[])
  const end = [input.retiresOn, input.ageLimitUntil].filter(d => d != null).sort()[0] ?? null
  const isTooLate = readyOn !== null && end !== null && readyOn >= end
  const isOpen = input.eligibility.verdict === 'belumDiketahui' || unknownLevels.length > 0
  const horizon: Horizon =
    relevant.some(b => b.isPermanent) || isTooLate
      ? 'tidakMemenuhi'
      : isOpen
        ? 'belumDiketahui'
        : readyOn === null
          ? '>2Tahun'
          : readyOn <= asOf
            ? 'siapSekarang'
            : readyOn <= addMonths(asOf, rules.soonMonths)
              ? '1-2Tahun'
              : '>2Tahun'
  return {
    eligible: input.eligibility.verdict,
    score,
    horizon,
    readyOn: horizon === 'tidakMemenuhi' || horizon === 'belumDiketahui' ? null : readyOn,
    blockers,
    limits: [
      `Kesiapan menurut syarat dan kompetensi yang tercatat per ${asOf}; bukan keputusan pengangkatan.`,
      ...(readyOn !== null && readyOn > asOf ? ['Tanggal siap berlaku bila rencana terlaksana.'] : []),
      ...(readyOn === null && horizon === '>2Tahun' ? ['Lebih dari 2 tahun atau belum terencana.'] : []),
    ],
  }
}
