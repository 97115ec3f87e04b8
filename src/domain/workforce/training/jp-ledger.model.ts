import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { difference, maximum, parameter, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { type Day, yearOf } from '#core/values/day.ts'

/** One learning record. `jp` null: not written. `endsOn` null: end unknown, counts in no year. */
export type TrainingRecord = {
  id: string
  name: string
  form: string | null
  certificate: string | null
  startsOn: Day | null
  endsOn: Day | null
  jp: number | null
  verification?: 'recorded' | 'verified' | 'rejected'
}

export type JpRules = {
  targetByEmployment: Record<string, number>
  targetIsCeiling: string[]
  needsCertificate: boolean
  minutesPerJp: number
}

export type NotCounted = 'withoutCertificate' | 'withoutJp' | 'withoutEnd' | 'rejected'

export type JpLedger = {
  /** JP that count in the year. */
  counted: Figure<number>
  target: number | null
  /** For PPPK the target is the most the agency pays, not a duty. */
  isCeiling: boolean
  /** Target less counted, at least 0. */
  missing: Figure<number>
  notCounted: { training: TrainingRecord; reason: NotCounted }[]
}

/** Why a record does not count; null when it does. */
export const reasonAgainst = (training: TrainingRecord, rules: JpRules): NotCounted | null =>
  training.verification === 'rejected'
    ? 'rejected'
    : training.endsOn === null
      ? 'withoutEnd'
      : rules.needsCertificate && !training.certificate
        ? 'withoutCertificate'
        : training.jp === null
          ? 'withoutJp'
          : null

const sourceOf = (t: TrainingRecord): Source => ({ kind: 'workforce.training', id: t.id, label: t.name, on: t.endsOn })

/** The JP of a year up to a day: in the year of the end date, only with a certificate; the rest is listed with its reason. */
export const jpLedger = (
  trainings: readonly TrainingRecord[],
  person: { id: string; employment: string },
  year: number,
  context: { rules: JpRules; ruleSet: RuleReference; asOf: Day },
): JpLedger => {
  const { asOf, rules } = context
  const inYear = trainings.filter(t =>
    t.endsOn === null
      ? t.startsOn !== null && yearOf(t.startsOn) === year
      : yearOf(t.endsOn) === year && t.endsOn <= asOf,
  )
  const judged = inYear.map(training => ({ training, reason: reasonAgainst(training, rules) }))
  const counted = sum({
    ref: `workforce.jp:${person.id}:${year}`,
    label: `JP ${year}`,
    unit: 'jp',
    asOf,
    ruleSet: at(context.ruleSet, 'needsCertificate'),
    parts: judged
      .filter(j => j.reason === null)
      .map(({ training }) =>
        record<number>({ label: training.name, unit: 'jp', asOf, value: training.jp, sources: [sourceOf(training)] }),
      ),
  })
  const target = rules.targetByEmployment[person.employment] ?? null
  const rule = at(context.ruleSet, `targetByEmployment.${person.employment}`)
  const zero = parameter<number>({ label: 'Tidak kurang dari nol', unit: 'jp', asOf, ruleSet: rule, value: 0 })
  return {
    counted,
    target,
    isCeiling: rules.targetIsCeiling.includes(person.employment),
    missing: maximum({
      ref: `workforce.jp-missing:${person.id}:${year}`,
      label: `Kekurangan JP ${year}`,
      unit: 'jp',
      asOf,
      ruleSet: rule,
      parts: [
        zero,
        difference({
          label: 'Target dikurangi JP',
          unit: 'jp',
          asOf,
          of: record<number>({ label: `Target ${person.employment}`, unit: 'jp', asOf, ruleSet: rule, value: target }),
          minus: counted,
        }),
      ],
    }),
    notCounted: judged.flatMap(j => (j.reason === null ? [] : [{ training: j.training, reason: j.reason }])),
  }
}

/** Has the yearly target been reached? Null without a target. */
export const reachesTarget = (ledger: JpLedger): boolean | null =>
  ledger.target !== null && isKnown(ledger.counted) ? ledger.counted.value >= ledger.target : null
