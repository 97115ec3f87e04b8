import type { Figure, FigureUnit, RuleReference } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { mean, record } from '#core/figure/mechanisms.ts'
import { minimumDetectableEffect } from '#core/math/minimum-detectable-effect.ts'
import type { GateThresholds } from '#core/math/outcome-gate.ts'
import { permutationTest } from '#core/math/permutation-test.ts'
import type { Day } from '#core/values/day.ts'
import { type Direction, unitEffect } from './effect.model.ts'
import {
  type ComparedUnit,
  type EffectMonths,
  indicatorPanel,
  type MonthLine,
  type MonthValue,
  monthLine,
  type PeriodRules,
} from './indicator-panel.model.ts'

export type IndicatorTarget = { value: number; baseline: number | null; agreedOn: Day; agreedBy: string }

/** A unit left out of the comparison, and why. */
export type ExcludedUnit = { unit: string; reason: string }

export type IndicatorInput = {
  id: string
  code: string
  name: string
  /** As registered: "%", "hari", "jumlah". */
  unitOfMeasure: string
  direction: Direction
  target: IndicatorTarget | null
  values: MonthValue[]
  units: ComparedUnit[]
  excluded: ExcludedUnit[]
  /** Other events in programme units at the same time. */
  shocks: string[]
}

/** Level 4 for one indicator of a programme's units. */
export type IndicatorEffect = {
  id: string
  code: string
  name: string
  unitOfMeasure: string
  direction: Direction
  target: (IndicatorTarget & { isAgreedBefore: boolean }) | null
  /** Means of the units of each side, before and after. */
  before: Figure<number>
  after: Figure<number>
  comparisonBefore: Figure<number>
  comparisonAfter: Figure<number>
  gate: Figure
  /** What may be concluded: a value only when the gate is open. */
  effect: Figure<number>
  /** The difference of changes as it stands in the data, with its interval, whatever may be concluded from it. */
  difference: Figure<number>
  /** The smallest difference that so few units can show. */
  detectable: Figure<number>
  /** "indikasi membaik", "indikasi memburuk", "tidak terlihat perbedaan", "belum dapat disimpulkan". */
  verdict: string
  isConclusive: boolean
  /** By chance? (science 16.4: the p itself stays one click away.) */
  chance: string | null
  checks: { check: string; passed: boolean; detail: string }[]
  reasons: string[]
  changes: { unit: string; isProgramme: boolean; change: number }[]
  dropped: string[]
  excluded: ExcludedUnit[]
  programmeUnits: number
  comparisonUnits: number
  monthsBefore: number
  monthsAfter: number
  line: MonthLine
}

/** How a change of the indicator is printed. A share changes by points. */
const changeUnit = (measure: string): FigureUnit =>
  /%|persen/i.test(measure) ? 'points' : /hari/i.test(measure) ? 'days' : 'ratio'
const levelUnit = (measure: string): FigureUnit =>
  /%|persen/i.test(measure) ? 'percent' : /hari/i.test(measure) ? 'days' : 'ratio'

const chanceWords = (p: number | null): string | null =>
  p === null
    ? null
    : p < 0.01
      ? 'sulit dijelaskan oleh kebetulan'
      : p < 0.1
        ? 'mungkin bukan kebetulan'
        : 'dapat terjadi karena kebetulan'

/** Spread of the units' changes around the mean of their own side. */
const spreadOf = (changes: readonly { y: number; treated: boolean }[]): number => {
  const centred = [true, false].flatMap(side => {
    const y = changes.filter(c => c.treated === side).map(c => c.y)
    const m = y.reduce((a, b) => a + b, 0) / Math.max(1, y.length)
    return y.map(v => v - m)
  })
  return Math.sqrt(centred.reduce((s, v) => s + v * v, 0) / Math.max(1, changes.length - 2))
}

/**
 * One indicator: units with the programme against comparable units, before against full effect.
 * Every unit counts once, with its own change (mean of its months after minus mean of its months before), so that a unit
 * with many months or many packages does not speak for the others.
 */
export const indicatorEffect = (
  input: IndicatorInput,
  context: {
    programmeId: string
    startsOn: Day
    effect: EffectMonths
    gateRules: GateThresholds
    gateRuleSet: RuleReference
    periodRules: PeriodRules
    periodRuleSet: RuleReference
    asOf: Day
  },
): IndicatorEffect => {
  const { asOf, programmeId } = context
  const panel = indicatorPanel(input.values, input.units, context.effect, context.periodRules)
  const key = `${programmeId}:${input.id}`
  const afterPeriod = panel.periods.findIndex(p => p.isAfter)
  const level = (kind: string, label: string, isProgramme: boolean, isAfter: boolean) => {
    const names = input.units.filter(u => u.isProgramme === isProgramme).map(u => u.name)
    const parts = names.map(name => {
      const cells = panel.rows.filter(
        r => r.unit === name && (isAfter ? r.period === afterPeriod : r.period !== afterPeriod) && r.value !== null,
      )
      const value = cells.length > 0 ? cells.reduce((s, c) => s + Number(c.value), 0) / cells.length : null
      return record<number>({
        label: name,
        unit: levelUnit(input.unitOfMeasure),
        digits: 1,
        asOf,
        value,
        sources:
          value === null
            ? []
            : [{ kind: 'workforce.indicator', id: input.id, label: `Nilai bulanan ${input.name}, ${name}` }],
        needs: value === null ? [{ what: `nilai ${input.name} ${name}`, who: 'pengelola data unit' }] : [],
      })
    })
    return mean({
      ref: `impact.${kind}:${key}`,
      label,
      unit: levelUnit(input.unitOfMeasure),
      digits: 1,
      asOf,
      ruleSet: context.periodRuleSet,
      parts: parts.filter(p => p.value !== null),
    })
  }
  const before = level('before', `${input.name}, unit program, sebelum`, true, false)
  const baseline = input.target?.baseline ?? before.value
  const isAgreedBefore = input.target !== null && input.target.agreedOn < context.startsOn
  const result = unitEffect(
    panel.rows,
    {
      kind: 'did',
      agreedBefore: input.target === null ? false : isAgreedBefore,
      targetChange: input.target === null || baseline === null ? null : input.target.value - baseline,
      shocks: input.shocks,
    },
    { name: input.name, direction: input.direction },
    { rules: context.gateRules, ruleSet: context.gateRuleSet, asOf, ref: `impact.effect:${key}` },
  )
  const changes = result.changes.map(c => ({ unit: c.unit, y: c.change, treated: c.isProgramme }))
  const test = permutationTest(changes, { seed: 1 })
  const unit = changeUnit(input.unitOfMeasure)
  const detectableInput = {
    sdChange: spreadOf(changes),
    nTreated: changes.filter(c => c.treated).length,
    nComparison: changes.filter(c => !c.treated).length,
  }
  const interval = result.test?.interval ?? null
  return {
    id: input.id,
    code: input.code,
    name: input.name,
    unitOfMeasure: input.unitOfMeasure,
    direction: input.direction,
    target: input.target === null ? null : { ...input.target, isAgreedBefore },
    before,
    after: level('after', `${input.name}, unit program, sesudah`, true, true),
    comparisonBefore: level('comparison-before', `${input.name}, unit pembanding, sebelum`, false, false),
    comparisonAfter: level('comparison-after', `${input.name}, unit pembanding, sesudah`, false, true),
    gate: { ...result.gate, ref: `impact.gate:${key}` },
    effect: { ...result.effect, unit },
    difference: fromResult<number>(test, {
      ref: `impact.difference:${key}`,
      label: `Selisih perubahan ${input.name} menurut data`,
      unit,
      digits: 1,
      asOf,
      name: 'permutationTest',
      input: changes,
      parameters: { seed: 1 },
      path: 'estimate',
      seed: 1,
      ruleSet: context.periodRuleSet,
    }),
    detectable: fromResult<number>(minimumDetectableEffect(detectableInput), {
      ref: `impact.detectable:${key}`,
      label: `Perubahan terkecil ${input.name} yang dapat terlihat`,
      unit,
      digits: 1,
      asOf,
      name: 'minimumDetectableEffect',
      input: detectableInput,
      path: 'mde',
      ruleSet: context.gateRuleSet,
    }),
    verdict: result.verdict,
    isConclusive: interval !== null && (interval[0] > 0 || interval[1] < 0),
    chance: chanceWords(test.p),
    checks: result.checks,
    reasons: result.reasons,
    changes: result.changes,
    dropped: result.dropped,
    excluded: input.excluded,
    programmeUnits: detectableInput.nTreated,
    comparisonUnits: detectableInput.nComparison,
    monthsBefore: panel.monthsBefore,
    monthsAfter: panel.monthsAfter,
    line: monthLine(input.values, input.units),
  }
}
