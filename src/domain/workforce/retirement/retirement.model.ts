import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { lookup, record } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { type Day, dayFrom, monthOf, yearOf } from '#core/values/day.ts'

export type RetirementRules = { byTitle: { startsWith: string; age: number }[]; byTier: Record<string, number> }

/**
 * The month in which the age is reached and the first day of retirement (TMT), the first of the next month.
 * By birth month only, so 29 February needs no special case.
 */
export const retirementDate = (birthOn: Day, age: number): { reachesIn: string; startsOn: Day } => {
  const year = yearOf(birthOn) + age
  const month = monthOf(birthOn)
  return {
    reachesIn: `${year}-${String(month).padStart(2, '0')}`,
    startsOn: month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1),
  }
}

/** Retirement age (BUP) of the present post: by title where the rule names it, else by tier; null if neither. */
export const retirementAgeOf = (
  post: { title: string | null; tier: string | null },
  rules: RetirementRules,
): number | null => {
  const title = post.title?.toLowerCase() ?? ''
  const named = rules.byTitle.find(t => title.startsWith(t.startsWith.toLowerCase()))
  if (named) return named.age
  return post.tier !== null && Object.hasOwn(rules.byTier, post.tier) ? rules.byTier[post.tier] : null
}

export type Retirement = {
  age: Figure<number>
  /** First day of retirement; unknown without birth date or post. */
  startsOn: Figure<string>
}

/** When a person retires from the present post. A move changes it. Only PNS have a BUP; a PPPK's contract ends by itself. */
export const retirementOf = (
  person: { id: string; employment: string; birthOn: Day | null; title: string | null; tier: string | null },
  context: { rules: RetirementRules; ruleSet: RuleReference; asOf: Day },
): Retirement => {
  const { asOf, rules } = context
  const age = retirementAgeOf(person, rules)
  const isBound = person.employment === 'PNS' || person.employment === 'CPNS'
  const key = person.tier ?? '—'
  const ageFigure = lookup<number>({
    ref: `workforce.retirement-age:${person.id}`,
    label: 'Batas usia pensiun',
    unit: 'years',
    asOf,
    ruleSet: at(context.ruleSet, 'byTier'),
    of: record<string>({
      label: 'Jenjang jabatan sekarang',
      unit: 'text',
      asOf,
      value: person.tier,
      sources: [{ kind: 'workforce.employee', id: person.id, label: person.title ?? 'Jabatan sekarang' }],
      needs: person.tier === null ? [{ what: 'jabatan', who: 'pengelola kepegawaian' }] : [],
    }),
    table: age === null ? {} : { ...rules.byTier, [key]: age },
  })
  const needs = person.birthOn === null ? [{ what: 'tanggal lahir', who: 'pengelola kepegawaian' }] : []
  const value = isBound && person.birthOn !== null && age !== null ? retirementDate(person.birthOn, age).startsOn : null
  return {
    age: isBound ? ageFigure : { ...ageFigure, state: 'not-applicable', value: null },
    startsOn: {
      ...record<string>({
        ref: `workforce.retirement:${person.id}`,
        label: 'TMT pensiun',
        unit: 'day',
        asOf,
        value,
        state: isBound ? undefined : 'not-applicable',
        ruleSet: context.ruleSet,
        sources: person.birthOn
          ? [{ kind: 'workforce.employee', id: person.id, label: `Lahir ${person.birthOn}`, on: person.birthOn }]
          : [],
        needs: isBound ? [...needs, ...ageFigure.needs] : [],
      }),
      parts: [ageFigure],
    },
  }
}
