import type { Figure } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { count, ratio, record } from '#core/figure/mechanisms.ts'
import { krippendorffAlpha } from '#core/math/krippendorff-alpha.ts'
import { raterSeverity } from '#core/math/rater-severity.ts'
import type { Day } from '#core/values/day.ts'

export type InterviewRules = {
  leastInterviewers: number
  mostInterviewers: number
  allowsSuperior: boolean
  allowsSubordinate: boolean
  ratingDays: number
  leastExampleLetters: number
  talkFrom: number
  reasonFrom: number
  leastForSeverity: number
  remindBeforeDays: number[]
  remindEveryDaysWhenLate: number
  interests: { code: string; label: string }[]
}

/** A rule set that contradicts itself is refused with these sentences. */
export const interviewRulesProblems = (rules: InterviewRules): string[] => [
  ...(rules.leastInterviewers < 2 ? ['Pewawancara sedikitnya dua.'] : []),
  ...(rules.mostInterviewers < rules.leastInterviewers
    ? ['Pewawancara paling banyak kurang dari paling sedikit.']
    : []),
  ...(new Set(rules.interests.map(i => i.code)).size < rules.interests.length ? ['Kode kepentingan ganda.'] : []),
]

/** A question as it stood when the interview was scheduled. */
export type SheetQuestion = {
  id: string
  competencyId: string
  code: string
  competency: string
  text: string
  probe: string | null
  anchors: { level: number; text: string }[]
}

/** A competency that is asked about, as the candidate is told. */
export type Subject = { id: string; code: string; name: string }

export type Rating = { questionId: string; level: number | null; example: string | null }

/** What one interviewer gave, with the name, once all were opened. */
export type OpenedRating = {
  interviewerId: string
  interviewer: string
  questionId: string
  level: number
  example: string
}

export type Conflict = 'self' | 'superior' | 'subordinate' | 'declared' | 'not-active'

/** Why somebody may not interview this candidate; null when nothing stands against it. */
export const conflictOf = (
  candidate: { id: string; supervisorId: string | null },
  interviewer: { id: string; supervisorId: string | null; isActive: boolean; hasInterest: boolean },
  rules: Pick<InterviewRules, 'allowsSuperior' | 'allowsSubordinate'>,
): Conflict | null =>
  interviewer.id === candidate.id
    ? 'self'
    : !interviewer.isActive
      ? 'not-active'
      : !rules.allowsSuperior && candidate.supervisorId === interviewer.id
        ? 'superior'
        : !rules.allowsSubordinate && interviewer.supervisorId === candidate.id
          ? 'subordinate'
          : interviewer.hasInterest
            ? 'declared'
            : null

/** What an interviewer still owes: each question a level and an example long enough to be read later. */
export const owedOf = (
  questions: readonly Pick<SheetQuestion, 'id'>[],
  ratings: readonly Rating[],
  rules: Pick<InterviewRules, 'leastExampleLetters'>,
): { questionId: string; level: boolean; example: boolean }[] =>
  questions
    .map(q => {
      const mine = ratings.find(r => r.questionId === q.id)
      return {
        questionId: q.id,
        level: mine?.level == null,
        example: (mine?.example?.trim().length ?? 0) < rules.leastExampleLetters,
      }
    })
    .filter(o => o.level || o.example)

/** May the ratings be opened? Only when every interviewer still seated has handed in, and they are enough. */
export const mayOpen = (
  seats: readonly { state: 'invited' | 'declared' | 'submitted' | 'left' }[],
  rules: Pick<InterviewRules, 'leastInterviewers'>,
): boolean => {
  const sitting = seats.filter(s => s.state !== 'left')
  return sitting.length >= rules.leastInterviewers && sitting.every(s => s.state === 'submitted')
}

/** How far apart the levels given for one competency are, and whether a consensus departs from any of them. */
export const differenceOf = (
  levels: readonly number[],
  consensus: number | null,
  rules: Pick<InterviewRules, 'talkFrom' | 'reasonFrom'>,
): { spread: number; mustTalk: boolean; needsReason: boolean } => {
  const spread = levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels)
  return {
    spread,
    mustTalk: spread >= rules.talkFrom,
    needsReason: consensus !== null && levels.some(level => Math.abs(level - consensus) >= rules.reasonFrom),
  }
}

/** Per competency: every level with who gave it; a common level only where all gave the same. Nothing is averaged. */
export const byCompetency = (questions: readonly SheetQuestion[], ratings: readonly OpenedRating[]) =>
  [...new Map(questions.map(q => [q.competencyId, q])).values()].map(({ competencyId, code, competency }) => {
    const asked = questions.filter(q => q.competencyId === competencyId)
    const given = ratings.filter(r => asked.some(q => q.id === r.questionId))
    const levels = given.map(r => r.level)
    return {
      competencyId,
      code,
      competency,
      questions: asked.map(q => q.id),
      ratings: given,
      levels,
      common: levels.length > 0 && levels.every(level => level === levels[0]) ? levels[0] : null,
    }
  })

/** An agreed level as a figure: a leaf whose source is the version of the consensus. */
export const consensusFigure = (
  interviewId: string,
  consensus: { version: number; recorded_on: Day },
  level: { competencyId: string; competency: string; level: number },
): Figure<number> =>
  record<number>({
    ref: `talent.interview-level:${interviewId}:${level.competencyId}`,
    label: `Level ${level.competency} menurut kesepakatan pewawancara`,
    unit: 'level',
    asOf: consensus.recorded_on,
    value: level.level,
    sources: [
      {
        kind: 'talent.interview-consensus',
        id: `${interviewId}~${consensus.version}`,
        label: `Kesepakatan wawancara, versi ${consensus.version}`,
        on: consensus.recorded_on,
      },
    ],
  })

type AgreementBase = { asOf: Day; ref: (what: string) => string }

/** Do the interviewers of one interview, or of a batch, agree? Levels are ordered words, so the ordinal alpha. */
export const agreementOf = (
  ratings: readonly { interviewId: string; questionId: string; interviewerId: string; level: number }[],
  { asOf, ref }: AgreementBase,
): { alpha: Figure<number>; near: Figure<number>; word: string | null } => {
  const input = ratings.map(r => ({
    unit: `${r.interviewId}:${r.questionId}`,
    observer: r.interviewerId,
    value: r.level,
  }))
  const result = krippendorffAlpha(input, 'ordinal')
  const answers = [...new Set(input.map(r => r.unit))]
    .map(unit => ({ unit, levels: input.filter(r => r.unit === unit).map(r => r.value) }))
    .filter(a => a.levels.length >= 2)
  const near = answers.filter(a => Math.max(...a.levels) - Math.min(...a.levels) <= 1)
  return {
    // Too few answers carry no word, only the number with its interval.
    word: answers.length >= 5 ? result.word : null,
    alpha: fromResult<number>(result, {
      ref: ref('alpha'),
      label: 'Kesepakatan penilai (alfa Krippendorff)',
      unit: 'ratio',
      digits: 2,
      asOf,
      name: 'krippendorffAlpha',
      input,
      parameters: { metric: 'ordinal' },
      path: 'alpha',
      seed: 1,
    }),
    near: ratio({
      ref: ref('near'),
      label: 'Yang dinilai berselisih paling banyak satu tingkat',
      unit: 'share',
      asOf,
      of: count({
        label: 'Dengan selisih paling banyak satu tingkat',
        unit: 'count',
        asOf,
        members: near.map(a => a.unit),
        of: 'butir',
        filter: 'selisih paling banyak satu tingkat',
      }),
      to: count({
        label: 'Yang dinilai sedikitnya dua penilai',
        unit: 'count',
        asOf,
        members: answers.map(a => a.unit),
        of: 'butir',
        filter: 'dinilai sedikitnya dua penilai',
      }),
    }),
  }
}

export type InterviewerSeverity = {
  interviewerId: string
  /** Interviews this one rated in the batch. */
  interviews: Figure<number>
  /** Levels above (lenient) or below (strict) the others for the same people, with its interval. */
  effect: Figure<number>
  commonestShare: number
  group: number
  isFlagged: boolean
}

/**
 * Strict or lenient over a batch: one mark per candidate and interviewer, the mean of the levels given, because answers of
 * one sitting are not independent. Interviewers with too few interviews are named, not measured.
 */
export const severityOf = (
  ratings: readonly { interviewId: string; interviewerId: string; level: number }[],
  rules: Pick<InterviewRules, 'leastForSeverity'>,
  { asOf, ref }: AgreementBase,
): { interviewers: InterviewerSeverity[]; limits: string; isConnected: boolean } => {
  const marks = [...new Set(ratings.map(r => `${r.interviewId} ${r.interviewerId}`))].map(key => {
    const [person, rater] = key.split(' ')
    const levels = ratings.filter(r => r.interviewId === person && r.interviewerId === rater).map(r => r.level)
    return { person, rater, score: levels.reduce((a, b) => a + b, 0) / levels.length }
  })
  const result = raterSeverity(marks)
  const raters = [...new Set(marks.map(m => m.rater))].sort()
  return {
    limits: result.limits,
    isConnected: result.connected,
    interviewers: raters.map(rater => {
      const effect = result.effects.find(e => e.rater === rater)
      const rated = marks.filter(m => m.rater === rater).map(m => m.person)
      const interviews = rated.length
      const base = { ref: ref(rater), label: 'Beda rata-rata dari pewawancara lain untuk orang yang sama', asOf }
      const isEnough = interviews >= rules.leastForSeverity && effect?.interval != null
      return {
        interviewerId: rater,
        interviews: count({
          ref: ref(`${rater}:n`),
          label: 'Wawancara yang dinilai',
          unit: 'count',
          asOf,
          members: rated,
          of: 'wawancara',
          filter: 'dinilai pewawancara ini, sudah terbuka',
        }),
        commonestShare: effect?.commonestShare ?? 0,
        group: effect?.component ?? 0,
        isFlagged: isEnough && result.flags.some(f => f.rater === rater),
        effect:
          isEnough && effect
            ? fromResult<number>(
                { ...result, status: 'ok', value: effect.effect, interval: effect.interval },
                {
                  ...base,
                  unit: 'level',
                  digits: 2,
                  name: 'raterSeverity',
                  input: marks,
                  parameters: { rater },
                  path: 'effect',
                },
              )
            : record<number>({
                ...base,
                unit: 'level',
                value: null,
                state: 'inconclusive',
                limits: [
                  `Baru ${interviews} wawancara; sedikitnya ${rules.leastForSeverity} diperlukan bersama pewawancara lain.`,
                ],
              }),
      }
    }),
  }
}
