import type { ModelResult } from '../math/result.ts'
import type { Day } from '../values/day.ts'
import type { Figure, FigureState, FigureUnit, FigureValue, RuleReference, Source } from './figure.ts'
import { model } from './mechanisms.ts'

const states: Record<ModelResult['status'], FigureState> = {
  ok: 'known',
  sebagian: 'partial',
  belumDapatDisimpulkan: 'inconclusive',
  tidakTerdefinisi: 'inconclusive',
}

/**
 * A statistical result as a figure: the stored input and the function's name let anybody rerun it.
 * The bounds of a partial result come from its interval.
 */
export const fromResult = <V extends FigureValue = number>(
  result: ModelResult<V>,
  base: {
    ref?: string | null
    label: string
    unit: FigureUnit
    digits?: number
    asOf: Day
    name: string
    input: unknown
    parameters?: unknown
    path: string
    seed?: number
    sources?: Source[]
    ruleSet?: RuleReference | null
  },
): Figure<V> => ({
  ...model<V>({
    ...base,
    value: result.value,
    state: states[result.status],
    interval:
      result.interval && result.status === 'ok'
        ? { low: result.interval[0], high: result.interval[1], method: result.method, level: 0.95 }
        : null,
    bounds: result.interval && result.status === 'sebagian' ? result.interval : null,
    needs: result.missing.map(m => ({ what: m.count ? `${m.what} (${m.count})` : m.what, who: m.who })),
  }),
  limits: [result.limits],
})
