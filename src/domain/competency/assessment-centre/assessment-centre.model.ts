import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { parameter, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { krippendorffAlpha } from '#core/math/krippendorff-alpha.ts'
import { type RaterSeverity, raterSeverity } from '#core/math/rater-severity.ts'
import { at } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import type { Purpose } from '../assessment/assessment.model.ts'

export type MeasureKind = 'competency' | 'potential' | 'leadership'
export type Named = { code: string; name: string }

export type CentreRules = {
  /** What a batch is held for, and which categories of JPM follow from it. */
  uses: (Named & { purpose: Purpose })[]
  instruments: (Named & { about: string; usual: MeasureKind[] })[]
  scale: { least: number; most: number }
  aspects: Named[]
  leadership: Named[]
  leastAssessors: number
  /** Levels this far apart need a reason, whatever is agreed on. */
  wideDifference: number
  leastNoteLength: number
  inviteWithinMonths: number[]
  askOtherDayBeforeDays: number
  interests: { code: string; label: string }[]
}

/** Reasons why a way of working cannot be used, each naming the line. */
export const centreRulesProblems = (rules: CentreRules): string[] => {
  const doubled = (list: readonly { code: string }[], what: string) =>
    list
      .filter((x, i) => list.findIndex(y => y.code === x.code) !== i)
      .map(x => `${what}: kode ${x.code} ditulis dua kali.`)
  return [
    ...doubled(rules.uses, 'Tujuan'),
    ...doubled(rules.instruments, 'Instrumen'),
    ...doubled([...rules.aspects, ...rules.leadership], 'Aspek'),
    ...doubled(rules.interests, 'Kepentingan'),
    ...(rules.scale.least < rules.scale.most ? [] : ['Skala: angka terendah harus di bawah angka tertinggi.']),
  ]
}

/** One thing that is measured: a competency of the dictionary, an aspect of potential, or of leadership. */
export type Measure = Named & { kind: MeasureKind }

/** An instrument of a batch with the codes it measures. */
export type MatrixLine = { instrument: string; codes: string[] }

/** The measures a batch's matrix names, in the order of the list. */
export const measuredOf = (matrix: readonly MatrixLine[], all: readonly Measure[]): Measure[] => {
  const named = new Set(matrix.flatMap(line => line.codes))
  return all.filter(m => named.has(m.code))
}

/** Instruments in which a measure is observed. */
export const instrumentsOf = (matrix: readonly MatrixLine[], code: string): string[] =>
  matrix.filter(line => line.codes.includes(code)).map(line => line.instrument)

export type Conflict = 'self' | 'superior' | 'subordinate' | 'declared'

/** Why an assessor may not assess a participant; null: nothing known stands against it. */
export const conflictOf = (
  assessor: { employeeId: string | null; supervisorId: string | null },
  participant: { employeeId: string; supervisorId: string | null },
  hasDeclared: boolean,
): Conflict | null => {
  if (assessor.employeeId !== null) {
    if (assessor.employeeId === participant.employeeId) return 'self'
    if (participant.supervisorId === assessor.employeeId) return 'superior'
    if (assessor.supervisorId === participant.employeeId) return 'subordinate'
  }
  return hasDeclared ? 'declared' : null
}

/** Does an accreditation hold through the last day of a batch? One that was never given does not. */
export const isAccredited = (until: Day | null, lastDay: Day): boolean => until !== null && until >= lastDay

/** How levels of several assessors stand to what was agreed on. */
export const needsReason = (
  levels: readonly (number | null)[],
  agreed: number | null,
  rules: Pick<CentreRules, 'wideDifference'>,
): boolean => {
  const known = levels.filter(l => l !== null)
  if (known.length === 0) return agreed !== null
  if (agreed === null || !known.includes(agreed)) return true
  return Math.max(...known) - Math.min(...known) >= rules.wideDifference
}

/** Levels between the highest and the lowest; null when fewer than two are known. */
export const spreadOf = (levels: readonly (number | null)[]): number | null => {
  const known = levels.filter(l => l !== null)
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known)
}

/** What an assessor has not written yet: the measures without a level's note, and those without an answer. */
export const unfinished = (
  measures: readonly Measure[],
  ratings: readonly { code: string; level: number | null }[],
  notes: readonly { code: string }[],
): { withoutAnswer: Measure[]; withoutNote: Measure[] } => {
  const answered = new Map(ratings.map(r => [r.code, r.level]))
  const noted = new Set(notes.map(n => n.code))
  return {
    withoutAnswer: measures.filter(m => !answered.has(m.code)),
    withoutNote: measures.filter(m => (answered.get(m.code) ?? null) !== null && !noted.has(m.code)),
  }
}

/** Reported when everybody agreed on a level: strengths stand at or above the standard, the rest is to be developed. */
export const strengthsAndGaps = <L extends { level: number | null; standard: number }>(
  levels: readonly L[],
): { strengths: L[]; toDevelop: L[] } => {
  const by = (l: L) => (l.level ?? 0) - l.standard
  const known = levels.filter(l => l.level !== null)
  return {
    strengths: known.filter(l => by(l) >= 0).sort((a, b) => by(b) - by(a)),
    toDevelop: known.filter(l => by(l) < 0).sort((a, b) => by(a) - by(b)),
  }
}

type Context = {
  rules: CentreRules
  ruleSet: RuleReference
  asOf: Day
  ref?: string | null
  source?: Source
  supplier?: string
}

const hundred = (
  label: string,
  path: 'aspects' | 'leadership',
  levels: ReadonlyMap<string, number | null>,
  context: Context,
): Figure<number> => {
  const { rules, asOf } = context
  const named = rules[path]
  const parts = named.map(a => {
    const level = levels.get(a.code) ?? null
    return record<number>({
      label: a.name,
      unit: 'points',
      asOf,
      value: level,
      bounds: [rules.scale.least, rules.scale.most],
      sources: context.source ? [context.source] : [],
      needs: level === null ? [{ what: a.name, who: context.supplier ?? 'penyelenggara penilaian kompetensi' }] : [],
    })
  })
  return ratio({
    ref: context.ref,
    label,
    unit: 'score',
    digits: 1,
    asOf,
    ruleSet: at(context.ruleSet, path),
    factor: 100,
    of: sum({ label: `Jumlah ${named.length} aspek`, unit: 'points', asOf, parts }),
    to: parameter<number>({
      label: `Paling banyak ${named.length} × ${rules.scale.most}`,
      unit: 'points',
      asOf,
      value: named.length * rules.scale.most,
      ruleSet: at(context.ruleSet, path),
    }),
  })
}

/** Potential, 0–100: the eight aspects against the most they can be. One aspect unknown leaves only bounds. */
export const potentialScore = (levels: ReadonlyMap<string, number | null>, context: Context): Figure<number> =>
  hundred('Potensi (delapan aspek)', 'aspects', levels, context)

/** Leadership potential, 0–100, told beside potential and never part of it. */
export const leadershipScore = (levels: ReadonlyMap<string, number | null>, context: Context): Figure<number> =>
  hundred('Potensi kepemimpinan', 'leadership', levels, context)

/** A level as one assessor gave it, of one person's measure. */
export type CentreRating = { person: string; code: string; assessor: string; level: number | null }

/** Do the assessors agree? Each person's measure is a unit, levels are ordered. */
export const agreementOf = (
  ratings: readonly CentreRating[],
  context: { asOf: Day; ref: string; label: string; sources?: Source[] },
): { figure: Figure<number>; word: string | null } => {
  const input = ratings.map(r => ({ unit: `${r.person}|${r.code}`, observer: r.assessor, value: r.level }))
  const result = krippendorffAlpha(input, 'ordinal', { draws: 200, seed: 1 })
  return {
    word: result.word,
    figure: fromResult<number>(result, {
      ...context,
      unit: 'ratio',
      digits: 2,
      name: 'krippendorffAlpha',
      input,
      parameters: { metric: 'ordinal', draws: 200, seed: 1 },
      path: 'alpha',
      seed: 1,
    }),
  }
}

/** Is one of the assessors stricter for the same people? In levels; each person's measure counts as one case. */
export const severityOf = (
  ratings: readonly CentreRating[],
  context: { asOf: Day; refOf: (assessor: string) => string; nameOf: (assessor: string) => string },
): { figures: { assessor: string; name: string; figure: Figure<number> }[]; flags: string[]; limits: string } => {
  const input = ratings.map(r => ({ person: `${r.person}|${r.code}`, rater: r.assessor, score: r.level }))
  const result: RaterSeverity = raterSeverity(input)
  return {
    limits: result.limits,
    flags: result.flags.map(f => f.sentence.replaceAll(f.rater, context.nameOf(f.rater))),
    figures: result.effects.map(e => ({
      assessor: e.rater,
      name: context.nameOf(e.rater),
      figure: fromResult<number>(
        {
          ...result,
          status: result.status === 'sebagian' ? 'ok' : result.status,
          value: e.effect,
          interval: e.interval,
          n: e.n,
        },
        {
          ref: context.refOf(e.rater),
          label: `Selisih ${context.nameOf(e.rater)} dari asesor lain untuk orang yang sama`,
          unit: 'level',
          digits: 2,
          asOf: context.asOf,
          name: 'raterSeverity',
          input,
          parameters: { rater: e.rater },
          path: 'effect',
        },
      ),
    })),
  }
}

/** Who takes part: neither withdrawn nor absent. */
export const takesPart = (p: { state: string }): boolean => p.state !== 'withdrawn' && p.state !== 'absent'

/** Why somebody should be invited. */
export const dueReasons = ['expired', 'expiring', 'never', 'requested'] as const
export type DueReason = (typeof dueReasons)[number]
