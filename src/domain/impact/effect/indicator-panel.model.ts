import type { PanelRow } from '#core/math/panel.ts'
import { addMonths, type Day, wholeMonthsBetween } from '#core/values/day.ts'

export type PeriodRules = {
  /** Shortest and longest period before, in months. */
  leastMonths: number
  mostMonths: number
  /** Share of a period's months with a value from which its mean counts. */
  leastShare: number
}

/** A unit's indicator in one month (first day). A month without a row is unknown. */
export type MonthValue = { unitId: string; month: Day; value: number }

export type ComparedUnit = { id: string; name: string; isProgramme: boolean }

/** When the indicator may have changed (first month) and when wholly; null: not said on the programme. */
export type EffectMonths = { from: Day | null; full: Day | null }

export type IndicatorPanel = {
  /** One row per unit and period: the mean of its months; null when too few of them have a value. */
  rows: PanelRow[]
  /** Months of each period, oldest first; the last one is after, when there is one. */
  periods: { first: Day; last: Day; isAfter: boolean }[]
  monthsBefore: number
  monthsAfter: number
}

export type MonthLine = {
  months: Day[]
  /** Mean over the units of a side that have the month; null when none has. */
  programme: (number | null)[]
  comparison: (number | null)[]
  /** Units behind each point. */
  programmeUnits: number[]
  comparisonUnits: number[]
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/**
 * Months into equally long periods. After: every month of full effect. Before: as long as that (within the rule's
 * limits), counted back from the month before the effect; months that fill no whole period, and those in which the
 * effect grows, are left out.
 */
export const indicatorPeriods = (
  months: readonly Day[],
  effect: EffectMonths,
  rules: PeriodRules,
): IndicatorPanel['periods'] => {
  const sorted = [...new Set(months)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || effect.from === null) return []
  const full = effect.full ?? effect.from
  const after = last >= full ? wholeMonthsBetween(full, last) + 1 : 0
  const length = Math.min(rules.mostMonths, Math.max(rules.leastMonths, after))
  const before: IndicatorPanel['periods'] = []
  for (let end = addMonths(effect.from, -1); ; end = addMonths(end, -length)) {
    const start = addMonths(end, 1 - length)
    if (start < first) break
    before.unshift({ first: start, last: end, isAfter: false })
  }
  return after === 0 ? before : [...before, { first: full, last, isAfter: true }]
}

/** What the comparison of units reads: each unit's mean in each period. */
export const indicatorPanel = (
  values: readonly MonthValue[],
  units: readonly ComparedUnit[],
  effect: EffectMonths,
  rules: PeriodRules,
): IndicatorPanel => {
  const ids = new Set(units.map(u => u.id))
  const own = values.filter(v => ids.has(v.unitId))
  const periods = indicatorPeriods(
    own.map(v => v.month),
    effect,
    rules,
  )
  const start = periods.filter(p => !p.isAfter).length
  const rows = units.flatMap(unit =>
    periods.map((p, period) => {
      const inside = own.filter(v => v.unitId === unit.id && v.month >= p.first && v.month <= p.last).map(v => v.value)
      const wanted = wholeMonthsBetween(p.first, p.last) + 1
      return {
        unit: unit.name,
        period,
        value: inside.length > 0 && inside.length / wanted >= rules.leastShare - 1e-9 ? mean(inside) : null,
        firstTreated: unit.isProgramme ? start : null,
      }
    }),
  )
  const monthsOf = (isAfter: boolean) =>
    periods.filter(p => p.isAfter === isAfter).reduce((n, p) => n + wholeMonthsBetween(p.first, p.last) + 1, 0)
  return { rows, periods, monthsBefore: monthsOf(false), monthsAfter: monthsOf(true) }
}

/** The raw lines that are always shown: the mean of each side, month by month. */
export const monthLine = (values: readonly MonthValue[], units: readonly ComparedUnit[]): MonthLine => {
  const side = new Map(units.map(u => [u.id, u.isProgramme]))
  const own = values.filter(v => side.has(v.unitId))
  const sorted = [...new Set(own.map(v => v.month))].sort()
  const months: Day[] = []
  for (let m = sorted[0]; m !== undefined && m <= sorted[sorted.length - 1]; m = addMonths(m, 1)) months.push(m)
  const of = (isProgramme: boolean) =>
    months.map(m => own.filter(v => v.month === m && side.get(v.unitId) === isProgramme).map(v => v.value))
  const [programme, comparison] = [of(true), of(false)]
  return {
    months,
    programme: programme.map(v => (v.length > 0 ? mean(v) : null)),
    comparison: comparison.map(v => (v.length > 0 ? mean(v) : null)),
    programmeUnits: programme.map(v => v.length),
    comparisonUnits: comparison.map(v => v.length),
  }
}
