import type { Day } from '../values/day.ts'

/**
 * A figure that knows itself: what it is, how sure, from what, by which rule, on which day.
 * Every rule returns one, every store keeps one, `<Figure>` prints one, and "Dari mana angka ini?" opens the same object.
 */
export type FigureState =
  | 'known'
  /** Some parts are missing: only bounds can be said. */
  | 'partial'
  | 'unknown'
  | 'expired'
  | 'not-applicable'
  /** Too little data for a conclusion: "belum dapat disimpulkan". */
  | 'inconclusive'
  /** Hidden from this reader (small numbers, rights). */
  | 'withheld'

export type FigureUnit =
  | 'score'
  | 'percent'
  | 'share'
  | 'points'
  | 'people'
  | 'count'
  | 'level'
  | 'jp'
  | 'rupiah'
  | 'months'
  | 'years'
  | 'days'
  | 'day'
  | 'ratio'
  | 'box'
  | 'text'
  | 'yes-no'

/** A value said of a person or an agency; `boolean` only with unit `yes-no`. */
export type FigureValue = number | string | boolean

/** A record that stands at the end of a chain: the leaf an auditor can open. */
export type Source = {
  /** Kind of record, e.g. `workforce.appraisal`; `app` knows its page. */
  kind: string
  id: string
  /** In the reader's words: "SKP 2025, Baik". */
  label: string
  on?: Day | null
  validUntil?: Day | null
}

/** What is missing, and who must supply it. */
export type Need = { what: string; who: string }

export type RuleReference = { code: string; version: string; path?: string; legalBasis?: string }

/**
 * How the value follows from the parts. A closed list, so that other code can recompute any figure:
 * - `record`: a leaf; the value is what a source says.
 * - `parameter`: a leaf; the value is what the rule set says.
 * - `weighted-sum`: Σ weight·value / 100 over parts (`weights` in part order, points of 100).
 * - `sum`, `minimum`, `maximum`, `mean`: over known parts.
 * - `difference`: parts[0] − parts[1]; `positive-part`: max(0, parts[0] − parts[1]).
 * - `ratio`: `factor` (default 1) · parts[0] / parts[1].
 * - `product`: over parts.
 * - `lookup`: `table[String(parts[0].value)]`.
 * - `band`: the `values[i]` whose half-open interval of `cuts` holds parts[0]: number of cuts ≤ value (+1e-9).
 * - `cap`: min(parts[0], `limit`).
 * - `count`: number of `members`.
 * - `condition`: parts compared by `operator`; value is yes/no; three-valued.
 * - `all-of`, `any-of`, `at-least`: three-valued logic over yes/no parts (`minimum` for at-least).
 * - `validity`: parts[0] if `asOf` ≤ `until`, else expired.
 * - `matrix`: `table[row][column]` by parts[0], parts[1].
 * - `model`: what no mechanism can say; `model.name` of core/math or the optimiser, `model.input`, `model.seed`: recomputed by rerun.
 */
export type Mechanism =
  | { kind: 'record' }
  | { kind: 'parameter' }
  | { kind: 'weighted-sum'; weights: number[] }
  | { kind: 'sum' }
  | { kind: 'minimum' }
  | { kind: 'maximum' }
  | { kind: 'mean' }
  | { kind: 'product' }
  | { kind: 'difference' }
  | { kind: 'positive-part' }
  | { kind: 'ratio'; factor?: number }
  | { kind: 'lookup'; table: Record<string, FigureValue> }
  | { kind: 'band'; cuts: number[]; values: FigureValue[] }
  | { kind: 'cap'; limit: number }
  | { kind: 'count'; members: string[]; of: string; filter: string }
  | {
      kind: 'condition'
      operator: 'at-least' | 'at-most' | 'equals' | 'one-of' | 'none-of'
      against: FigureValue | FigureValue[]
    }
  | { kind: 'all-of' }
  | { kind: 'any-of' }
  | { kind: 'at-least'; minimum: number }
  | { kind: 'validity'; until: Day | null }
  | { kind: 'matrix'; table: Record<string, Record<string, FigureValue>> }
  | { kind: 'model'; name: string; input: unknown; parameters?: unknown; path: string; seed?: number }

export type Figure<V extends FigureValue = FigureValue> = {
  /** Address of the figure, `kind:key[:key…]`, e.g. `talent.x:CYCLE:EMPLOYEE`; null for a part that has no page of its own. */
  ref: string | null
  label: string
  state: FigureState
  value: V | null
  unit: FigureUnit
  /** Decimals when printed. */
  digits?: number
  /** Cut-offs the printed value must never seem to reach. */
  cuts?: number[]
  /** Bounds when partial: what the value can still be. */
  bounds?: [number, number] | null
  /** Statistical interval, named by its method. */
  interval?: { low: number; high: number; method: string; level: number } | null
  mechanism: Mechanism
  parts: Figure[]
  sources: Source[]
  ruleSet: RuleReference | null
  asOf: Day
  needs: Need[]
  /** Sentences that must stand beside the number. */
  limits: string[]
}

/** Is there a value one may compute with? Expired counts as unknown in arithmetic (science 0). */
export const isKnown = <V extends FigureValue>(figure: Figure<V>): figure is Figure<V> & { value: V } =>
  figure.state === 'known' && figure.value !== null
