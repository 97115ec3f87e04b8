import type { Day } from '../values/day.ts'
import {
  type Figure,
  type FigureUnit,
  type FigureValue,
  isKnown,
  type Mechanism,
  type Need,
  type RuleReference,
  type Source,
} from './figure.ts'

type Base = {
  ref?: string | null
  label: string
  unit?: FigureUnit
  digits?: number
  cuts?: number[]
  asOf: Day
  sources?: Source[]
  ruleSet?: RuleReference | null
  needs?: Need[]
  limits?: string[]
}

const make = <V extends FigureValue>(
  base: Base,
  mechanism: Mechanism,
  parts: Figure[],
  rest: Partial<Figure<V>>,
): Figure<V> => ({
  ref: base.ref ?? null,
  label: base.label,
  state: 'known',
  value: null,
  unit: base.unit ?? 'score',
  digits: base.digits,
  cuts: base.cuts,
  mechanism,
  parts,
  sources: base.sources ?? [],
  ruleSet: base.ruleSet ?? null,
  asOf: base.asOf,
  needs: [...(base.needs ?? []), ...parts.flatMap(p => p.needs)],
  limits: base.limits ?? [],
  ...rest,
})

const numeric = (f: Figure): number => Number(f.value)
/** What a number can still be: its value when known, else its bounds, else null. */
const rangeOf = (f: Figure): [number, number] | null => (isKnown(f) ? [numeric(f), numeric(f)] : (f.bounds ?? null))

/** The state of a figure whose parts are not all known. */
const incomplete = (parts: Figure[]): 'partial' | 'unknown' | 'withheld' =>
  parts.some(p => p.state === 'withheld')
    ? 'withheld'
    : parts.some(isKnown) || parts.some(p => p.bounds)
      ? 'partial'
      : 'unknown'

/** A leaf: what a source says. `value` null means unknown: say in `needs` who must supply it. */
export const record = <V extends FigureValue>(
  base: Base & { value: V | null; state?: Figure['state']; bounds?: [number, number] | null },
): Figure<V> =>
  make<V>(base, { kind: 'record' }, [], {
    value: base.value,
    state: base.state ?? (base.value === null ? 'unknown' : 'known'),
    bounds: base.bounds ?? null,
  })

/** A leaf: what the rule set says. */
export const parameter = <V extends FigureValue>(base: Base & { value: V }): Figure<V> =>
  make<V>(base, { kind: 'parameter' }, [], { value: base.value })

/** A figure as a long list prints it: value and address. What it was computed from is read when it is opened. */
export const listed = <V extends FigureValue>(figure: Figure<V>): Figure<V> => ({
  ...figure,
  parts: [],
  sources: [],
  mechanism: { kind: 'record' },
})

/** Σ weight·value / 100. Any part unknown: bounds from the parts' own bounds, no value (science 1). */
export const weightedSum = (base: Base & { parts: { figure: Figure; weight: number }[] }): Figure<number> => {
  const parts = base.parts.map(p => p.figure)
  const weights = base.parts.map(p => p.weight)
  const mechanism: Mechanism = { kind: 'weighted-sum', weights }
  const total = (values: number[]) => values.reduce((sum, v, i) => sum + (v * weights[i]) / 100, 0)
  if (parts.every(isKnown)) return make<number>(base, mechanism, parts, { value: total(parts.map(numeric)) })
  const ranges = parts.map(rangeOf)
  const bounded = ranges.every(r => r !== null)
  return make<number>(base, mechanism, parts, {
    state: bounded ? 'partial' : incomplete(parts),
    bounds: bounded ? [total(ranges.map(r => r![0])), total(ranges.map(r => r![1]))] : null,
  })
}

const fold =
  (kind: 'sum' | 'minimum' | 'maximum' | 'mean' | 'product', apply: (values: number[]) => number) =>
  (base: Base & { parts: Figure[] }): Figure<number> => {
    const { parts } = base
    if (parts.length === 0)
      return make<number>(base, { kind }, parts, kind === 'sum' ? { value: 0 } : { state: 'unknown' })
    if (parts.every(isKnown)) return make<number>(base, { kind }, parts, { value: apply(parts.map(numeric)) })
    const ranges = parts.map(rangeOf)
    const bounded = ranges.every(r => r !== null)
    return make<number>(base, { kind }, parts, {
      state: incomplete(parts),
      bounds: bounded ? [apply(ranges.map(r => r![0])), apply(ranges.map(r => r![1]))] : null,
    })
  }

export const sum = fold('sum', v => v.reduce((a, b) => a + b, 0))
export const mean = fold('mean', v => v.reduce((a, b) => a + b, 0) / v.length)
export const minimum = fold('minimum', v => Math.min(...v))
export const maximum = fold('maximum', v => Math.max(...v))
/** Product of non-negative parts. */
export const product = fold('product', v => v.reduce((a, b) => a * b, 1))

const pair = (
  base: Base,
  mechanism: Mechanism,
  a: Figure,
  b: Figure,
  apply: (x: number, y: number) => number | null,
  corners: (x: [number, number], y: [number, number]) => [number, number] | null,
): Figure<number> => {
  const parts = [a, b]
  if (isKnown(a) && isKnown(b)) {
    const value = apply(numeric(a), numeric(b))
    return make<number>(base, mechanism, parts, value === null ? { state: 'not-applicable' } : { value })
  }
  const [x, y] = [rangeOf(a), rangeOf(b)]
  return make<number>(base, mechanism, parts, { state: incomplete(parts), bounds: x && y ? corners(x, y) : null })
}

/** a − b. */
export const difference = (base: Base & { of: Figure; minus: Figure }): Figure<number> =>
  pair(
    base,
    { kind: 'difference' },
    base.of,
    base.minus,
    (x, y) => x - y,
    (x, y) => [x[0] - y[1], x[1] - y[0]],
  )

/** max(0, a − b): a gap. */
export const positivePart = (base: Base & { of: Figure; minus: Figure }): Figure<number> =>
  pair(
    base,
    { kind: 'positive-part' },
    base.of,
    base.minus,
    (x, y) => Math.max(0, x - y),
    (x, y) => [Math.max(0, x[0] - y[1]), Math.max(0, x[1] - y[0])],
  )

/** factor · a / b; not applicable when b is 0. */
export const ratio = (base: Base & { of: Figure; to: Figure; factor?: number }): Figure<number> => {
  const factor = base.factor ?? 1
  return pair(
    base,
    { kind: 'ratio', factor },
    base.of,
    base.to,
    (x, y) => (y === 0 ? null : (factor * x) / y),
    (x, y) => (y[0] > 0 ? [(factor * x[0]) / y[1], (factor * x[1]) / y[0]] : null),
  )
}

/** A table of the rule set; a value that the table lacks is unknown. `unknownRange`: the least and most the table can give. */
export const lookup = <V extends FigureValue>(base: Base & { of: Figure; table: Record<string, V> }): Figure<V> => {
  const mechanism: Mechanism = { kind: 'lookup', table: base.table }
  const numbers = Object.values(base.table).filter(v => typeof v === 'number') as number[]
  const bounds: [number, number] | null = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : null
  if (isKnown(base.of) && Object.hasOwn(base.table, String(base.of.value)))
    return make<V>(base, mechanism, [base.of], { value: base.table[String(base.of.value)] })
  return make<V>(base, mechanism, [base.of], { state: base.of.state === 'known' ? 'unknown' : base.of.state, bounds })
}

/** Number of cuts at or below a value, with the tolerance of science 0. */
export const bandIndex = (value: number, cuts: readonly number[]): number =>
  cuts.filter(cut => value >= cut - 1e-9).length

/** The band that holds a number: `values[number of cuts ≤ value]`. */
export const band = <V extends FigureValue>(base: Base & { of: Figure; cuts: number[]; values: V[] }): Figure<V> => {
  const mechanism: Mechanism = { kind: 'band', cuts: base.cuts, values: base.values }
  if (isKnown(base.of))
    return make<V>(base, mechanism, [base.of], { value: base.values[bandIndex(numeric(base.of), base.cuts)] })
  const range = rangeOf(base.of)
  const reachable = range
    ? base.values.slice(bandIndex(range[0], base.cuts), bandIndex(range[1], base.cuts) + 1)
    : base.values
  const numbers = reachable.filter(v => typeof v === 'number') as number[]
  return make<V>(base, mechanism, [base.of], {
    state: base.of.state === 'known' ? 'unknown' : base.of.state,
    bounds: numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : null,
  })
}

export const cap = (base: Base & { of: Figure; limit: number }): Figure<number> => {
  const mechanism: Mechanism = { kind: 'cap', limit: base.limit }
  if (isKnown(base.of))
    return make<number>(base, mechanism, [base.of], { value: Math.min(numeric(base.of), base.limit) })
  const range = rangeOf(base.of)
  return make<number>(base, mechanism, [base.of], {
    state: base.of.state,
    bounds: range ? [Math.min(range[0], base.limit), Math.min(range[1], base.limit)] : null,
  })
}

/** How many: `members` are the ids that were counted, `of` and `filter` say in words what. */
export const count = (base: Base & { members: readonly string[]; of: string; filter: string }): Figure<number> =>
  make<number>(
    { unit: 'people', ...base },
    { kind: 'count', members: [...base.members], of: base.of, filter: base.filter },
    [],
    { value: base.members.length },
  )

/** Table of two inputs, e.g. the 3×3 of performance. */
export const matrix = <V extends FigureValue>(
  base: Base & { row: Figure; column: Figure; table: Record<string, Record<string, V>> },
): Figure<V> => {
  const mechanism: Mechanism = { kind: 'matrix', table: base.table }
  const parts = [base.row, base.column]
  const value = parts.every(isKnown) ? base.table[String(base.row.value)]?.[String(base.column.value)] : undefined
  return value === undefined
    ? make<V>(base, mechanism, parts, { state: incomplete(parts) === 'withheld' ? 'withheld' : 'unknown' })
    : make<V>(base, mechanism, parts, { value })
}

/** A value that holds until a day; afterwards it is expired and still shown. */
export const validity = <V extends FigureValue>(base: Base & { of: Figure<V>; until: Day | null }): Figure<V> => {
  const mechanism: Mechanism = { kind: 'validity', until: base.until }
  if (!isKnown(base.of)) return make<V>(base, mechanism, [base.of], { state: base.of.state, bounds: base.of.bounds })
  const expired = base.until !== null && base.asOf > base.until
  return make<V>(base, mechanism, [base.of], { value: base.of.value, state: expired ? 'expired' : 'known' })
}

/** A requirement compared with a fact; unknown fact, unknown answer. */
export const condition = (
  base: Base & {
    of: Figure
    operator: Extract<Mechanism, { kind: 'condition' }>['operator']
    against: FigureValue | FigureValue[]
  },
): Figure<boolean> => {
  const { of, operator, against } = base
  const mechanism: Mechanism = { kind: 'condition', operator, against }
  const filled: Base = { ...base, unit: 'yes-no' }
  if (!isKnown(of))
    return make<boolean>(filled, mechanism, [of], { state: of.state === 'known' ? 'unknown' : of.state })
  const list = Array.isArray(against) ? against : [against]
  const value =
    operator === 'at-least'
      ? Number(of.value) >= Number(against) - 1e-9
      : operator === 'at-most'
        ? Number(of.value) <= Number(against) + 1e-9
        : operator === 'none-of'
          ? !list.includes(of.value)
          : list.includes(of.value)
  return make<boolean>(filled, mechanism, [of], { value })
}

type Truth = boolean | null
const truthOf = (f: Figure): Truth => (isKnown(f) ? f.value === true : null)
const logic = (base: Base, mechanism: Mechanism, parts: Figure[], value: Truth): Figure<boolean> =>
  make<boolean>({ ...base, unit: 'yes-no' }, mechanism, parts, value === null ? { state: 'unknown' } : { value })

/** Strong Kleene: false if any is false, unknown if any is unknown. */
export const allOf = (base: Base & { parts: Figure[] }): Figure<boolean> => {
  const truths = base.parts.map(truthOf)
  return logic(
    base,
    { kind: 'all-of' },
    base.parts,
    truths.includes(false) ? false : truths.includes(null) ? null : true,
  )
}

export const anyOf = (base: Base & { parts: Figure[] }): Figure<boolean> => {
  const truths = base.parts.map(truthOf)
  return logic(
    base,
    { kind: 'any-of' },
    base.parts,
    truths.includes(true) ? true : truths.includes(null) ? null : false,
  )
}

export const atLeast = (base: Base & { parts: Figure[]; minimum: number }): Figure<boolean> => {
  const truths = base.parts.map(truthOf)
  const [yes, open] = [truths.filter(t => t === true).length, truths.filter(t => t === null).length]
  return logic(
    base,
    { kind: 'at-least', minimum: base.minimum },
    base.parts,
    yes >= base.minimum ? true : yes + open < base.minimum ? false : null,
  )
}

/** What no mechanism can say: a statistical model or a solver's plan, recomputed by rerunning `name` on `input`. */
export const model = <V extends FigureValue>(
  base: Base & {
    name: string
    input: unknown
    parameters?: unknown
    path: string
    seed?: number
    value: V | null
    state: Figure['state']
    interval?: Figure['interval']
    bounds?: [number, number] | null
    parts?: Figure[]
  },
): Figure<V> =>
  make<V>(
    base,
    {
      kind: 'model',
      name: base.name,
      input: base.input,
      parameters: base.parameters,
      path: base.path,
      seed: base.seed,
    },
    base.parts ?? [],
    {
      value: base.value,
      state: base.state,
      interval: base.interval ?? null,
      bounds: base.bounds ?? null,
    },
  )
