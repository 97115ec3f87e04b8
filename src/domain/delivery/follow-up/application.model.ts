import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import {
  type ApplicationCase,
  type ApplicationRate,
  applicationRate,
  type Verdict,
} from '#core/math/application-rate.ts'
import { addDays, type Day } from '#core/values/day.ts'

export type FollowUpRules = {
  /** Days after the training ended on which raters are asked. */
  days: number[]
  remindDaysBefore: number[]
  /** The two whose answers count: superior first. */
  raters: [string, string]
  /** A value (1-4) from which a rater says yes. */
  yesFrom: number
  leastResponse: number
  widestBounds: number
  /** Fewer answers than this are not shown as a share. */
  leastRaters: number
}

/** One rater's answer on one day; no value and no verdict: asked and not answered. */
export type FollowUpAnswer = { rater: string; day: number; value: number | null; verdict: Verdict | null }

/** What an answer says of applying it: the verdict, else the value against the rule; null when not answered. */
export const verdictOf = (answer: FollowUpAnswer, rules: Pick<FollowUpRules, 'yesFrom'>): Verdict | null =>
  answer.verdict ?? (answer.value === null ? null : answer.value >= rules.yesFrom ? 'ya' : 'belum')

/** An indicator agreed with one participant and the answers so far. */
export type AgreedBehaviour = {
  behaviourId: string
  employeeId: string
  agreedOn: Day | null
  trainingEndedOn: Day
  answers: FollowUpAnswer[]
}

const caseOf = (behaviour: AgreedBehaviour, rules: FollowUpRules): ApplicationCase => ({
  person: behaviour.employeeId,
  indicatorId: behaviour.behaviourId,
  agreedBefore: behaviour.agreedOn === null ? null : behaviour.agreedOn <= behaviour.trainingEndedOn,
  checks: behaviour.answers.map(a => ({ rater: a.rater, day: a.day, verdict: verdictOf(a, rules) })),
})

export type Application = {
  /** Share of agreed behaviours that both raters see applied; bounds while too few answered. */
  rate: Figure<number>
  detail: ApplicationRate
}

/** Level 3 on a follow-up day: how many apply it, and how far the silent ones could change that. Hidden below the least number. */
export const applicationFigure = (
  behaviours: readonly AgreedBehaviour[],
  day: number,
  context: { rules: FollowUpRules; ruleSet: RuleReference; asOf: Day; ref?: string | null; programme: string },
): Application => {
  const { rules } = context
  const cases = behaviours.map(b => caseOf(b, rules))
  const parameters = {
    day,
    raters: rules.raters,
    leastResponse: rules.leastResponse,
    widestBounds: rules.widestBounds,
  }
  const detail = applicationRate(cases, parameters)
  const rate = fromResult<number>(detail, {
    ref: context.ref,
    label: `Penerapan setelah ${day} hari, ${context.programme}`,
    unit: 'share',
    digits: 1,
    asOf: context.asOf,
    name: 'applicationRate',
    input: cases,
    parameters,
    path: 'value',
    ruleSet: context.ruleSet,
  })
  const isSmall = detail.responded > 0 && detail.responded < rules.leastRaters
  return {
    detail,
    rate: isSmall
      ? {
          ...rate,
          state: 'withheld',
          value: null,
          interval: null,
          bounds: null,
          limits: [`Kurang dari ${rules.leastRaters} penilaian; angka disembunyikan.`],
        }
      : rate,
  }
}

/** The follow-up days of a training with their dates and whether the day has come. */
export const followUpDates = (
  trainingEndedOn: Day,
  rules: Pick<FollowUpRules, 'days'>,
  asOf: Day,
): { day: number; dueOn: Day; isDue: boolean }[] =>
  rules.days.map(day => {
    const dueOn = addDays(trainingEndedOn, day)
    return { day, dueOn, isDue: dueOn <= asOf }
  })

/** The newest day on which anybody answered: the follow-up a screen shows first; null when none. */
export const latestAnsweredDay = (behaviours: readonly AgreedBehaviour[], rules: FollowUpRules): number | null =>
  behaviours
    .flatMap(b => b.answers.filter(a => verdictOf(a, rules) !== null).map(a => a.day))
    .sort((a, b) => b - a)[0] ?? null

/** Is there a number to compare? */
export const isConclusive = (application: Application): boolean => isKnown(application.rate)
