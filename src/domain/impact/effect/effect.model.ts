import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { model } from '#core/figure/mechanisms.ts'
import {
  type GateThresholds,
  type OutcomeDesign,
  type OutcomeGate,
  outcomeGate,
  verdictWords,
} from '#core/math/outcome-gate.ts'
import { type PanelRow, panelShape, toPanel, unitChanges, unitLimits } from '#core/math/panel.ts'
import { type PermutationTest, permutationTest } from '#core/math/permutation-test.ts'
import type { Day } from '#core/values/day.ts'

/** Which direction is good for the indicator. */
export type Direction = 'lower-better' | 'higher-better'

export type UnitEffect = {
  /** May an effect be said at all? */
  gate: Figure<OutcomeGate['verdict']>
  /** Difference in change between programme and comparison units; null state while the gate is shut. */
  effect: Figure<number>
  /** "indikasi membaik", "indikasi memburuk", "tidak terlihat perbedaan" or "belum dapat disimpulkan". */
  verdict: string
  checks: OutcomeGate['checks']
  reasons: string[]
  /** Each unit's own change, always shown. */
  changes: { unit: string; isProgramme: boolean; change: number }[]
  dropped: string[]
  test: PermutationTest | null
}

/**
 * Level 4: did the units with the programme change more than comparable units?
 * With few units the interval comes from randomisation inference. Shut gate: raw lines and reasons, no estimate.
 */
export const unitEffect = (
  rows: readonly PanelRow[],
  design: OutcomeDesign,
  indicator: { name: string; direction: Direction },
  context: { rules: GateThresholds; ruleSet: RuleReference; asOf: Day; ref?: string | null; seed?: number },
): UnitEffect => {
  const input = [...rows]
  const gate = outcomeGate(input, design, context.rules)
  const panel = toPanel(input)
  const shape = panelShape(panel)
  const { changes, dropped } = unitChanges(panel)
  const isOpen = gate.verdict === 'bolehDihitung'
  const base = { asOf: context.asOf, ruleSet: context.ruleSet, unit: 'points' as const, digits: 1 }
  const gateFigure = model<OutcomeGate['verdict']>({
    ...base,
    unit: 'text',
    label: `Gerbang pengaruh pada ${indicator.name}`,
    name: 'outcomeGate',
    input,
    parameters: { design, rules: context.rules },
    path: 'verdict',
    value: gate.verdict,
    state: 'known',
    limits: [gate.limits],
  })
  const test = isOpen ? permutationTest(changes, { seed: context.seed ?? 1 }) : null
  const label = `Selisih perubahan ${indicator.name}`
  const effect: Figure<number> =
    test === null
      ? model<number>({
          ...base,
          ref: context.ref,
          label,
          name: 'outcomeGate',
          input,
          parameters: { design, rules: context.rules },
          path: 'value',
          value: null,
          state: 'inconclusive',
          limits: [gate.limits],
          needs: gate.missing.map(m => ({ what: m.what, who: m.who })),
        })
      : fromResult<number>(test, {
          ...base,
          ref: context.ref,
          label,
          name: 'permutationTest',
          input: changes,
          parameters: { seed: context.seed ?? 1 },
          path: 'estimate',
          seed: context.seed ?? 1,
        })
  const better = indicator.direction === 'higher-better' ? 'naik' : 'turun'
  return {
    gate: gateFigure,
    effect:
      test === null
        ? effect
        : { ...effect, limits: [unitLimits(shape.n1, shape.n0, shape.before, shape.after), ...effect.limits] },
    verdict: test === null ? 'belum dapat disimpulkan' : verdictWords(test.interval ?? null, better),
    checks: gate.checks,
    reasons: gate.reasons,
    changes: changes.map(c => ({ unit: c.unit, isProgramme: c.treated, change: c.y })),
    dropped,
    test,
  }
}
