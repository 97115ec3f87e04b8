import type { Figure } from '../../src/core/figure/figure.ts'
import { runAgain } from './models.ts'

/**
 * Recomputes a figure from the leaves of its explanation. It shares no code with the mechanisms that made it (the import
 * above is a type and gone when it runs): it reads the published JSON as an auditor would, and does the sums again.
 */
export type Answer = number | string | boolean | null
type Range = [number, number] | null

/** Three-valued AND, written out. */
const conjunction = (values: Answer[]): Answer => {
  let open = false
  for (const v of values) {
    if (v === false) return false
    if (v === null) open = true
  }
  return open ? null : true
}

const isLeaf = (figure: Figure) => figure.mechanism.kind === 'record' || figure.mechanism.kind === 'parameter'

export const recompute = (figure: Figure): Answer => {
  const m = figure.mechanism
  if (figure.state === 'withheld' || figure.state === 'not-applicable') return null
  if (m.kind === 'record' || m.kind === 'parameter')
    return figure.state === 'known' || figure.state === 'expired' ? figure.value : null
  const parts = figure.parts.map(p => (p.state === 'expired' && m.kind !== 'validity' ? null : recompute(p)))
  const n = parts.map(Number)
  const missing = parts.some(p => p === null)
  switch (m.kind) {
    case 'weighted-sum': {
      if (missing) return null
      let total = 0
      for (let i = 0; i < n.length; i++) total += n[i] * m.weights[i]
      return total / 100
    }
    case 'sum':
      return missing ? null : n.reduce((a, b) => a + b, 0)
    case 'product':
      return missing || n.length === 0 ? null : n.reduce((a, b) => a * b, 1)
    case 'mean':
      return missing || n.length === 0 ? null : n.reduce((a, b) => a + b, 0) / n.length
    case 'minimum':
      return missing || n.length === 0 ? null : n.reduce((a, b) => Math.min(b, a))
    case 'maximum':
      return missing || n.length === 0 ? null : n.reduce((a, b) => Math.max(b, a))
    case 'difference':
      return missing ? null : n[0] - n[1]
    case 'positive-part':
      return missing ? null : n[0] > n[1] ? n[0] - n[1] : 0
    case 'ratio':
      return missing || n[1] === 0 ? null : ((m.factor ?? 1) * n[0]) / n[1]
    case 'lookup':
      return missing ? null : (m.table[String(parts[0])] ?? null)
    case 'band': {
      if (missing) return null
      let i = 0
      while (i < m.cuts.length && n[0] + 1e-9 >= m.cuts[i]) i++
      return m.values[i] ?? null
    }
    case 'cap':
      return missing ? null : Math.min(n[0], m.limit)
    case 'count':
      return new Set(m.members).size
    case 'matrix':
      return missing ? null : (m.table[String(parts[0])]?.[String(parts[1])] ?? null)
    case 'validity':
      return parts[0]
    case 'condition': {
      if (missing) return null
      const list = Array.isArray(m.against) ? m.against : [m.against]
      if (m.operator === 'at-least') return n[0] + 1e-9 >= Number(list[0])
      if (m.operator === 'at-most') return n[0] - 1e-9 <= Number(list[0])
      return m.operator === 'none-of' ? list.every(x => x !== parts[0]) : list.some(x => x === parts[0])
    }
    case 'all-of':
      return conjunction(parts)
    case 'any-of': {
      const turned = conjunction(parts.map(p => (p === null ? null : p === false)))
      return turned === null ? null : !turned
    }
    case 'at-least': {
      const yes = parts.filter(p => p === true).length
      const open = parts.filter(p => p === null).length
      return yes >= m.minimum ? true : yes + open < m.minimum ? false : null
    }
    case 'model':
      return runAgain(m.name, m.path, m.input, m.parameters)
  }
}

/** What a figure can still be, again from its leaves; null where nothing can be said. Undefined: this kind claims no bounds. */
export const range = (figure: Figure): Range | undefined => {
  const m = figure.mechanism
  const value = figure.state === 'expired' ? null : recompute(figure)
  if (typeof value === 'number') return [value, value]
  if (isLeaf(figure)) return figure.bounds ?? null
  const parts = figure.parts.map(p => range(p) ?? null)
  const all = parts.every(p => p !== null) ? (parts as [number, number][]) : null
  const low = all?.map(p => p[0]) ?? []
  const high = all?.map(p => p[1]) ?? []
  const both = (of: (list: number[]) => number): Range => (all && all.length > 0 ? [of(low), of(high)] : null)
  const ends = (values: Answer[]): Range => {
    const numbers = values.filter(v => typeof v === 'number')
    return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)]
  }
  switch (m.kind) {
    case 'weighted-sum':
      return both(list => list.reduce((s, v, i) => s + v * m.weights[i], 0) / 100)
    case 'sum':
      return both(list => list.reduce((a, b) => a + b, 0))
    case 'product':
      return both(list => list.reduce((a, b) => a * b, 1))
    case 'mean':
      return both(list => list.reduce((a, b) => a + b, 0) / list.length)
    case 'minimum':
      return both(list => Math.min(...list))
    case 'maximum':
      return both(list => Math.max(...list))
    case 'difference':
      return all && [low[0] - high[1], high[0] - low[1]]
    case 'positive-part':
      return all && [Math.max(low[0] - high[1], 0), Math.max(high[0] - low[1], 0)]
    case 'ratio':
      return all && low[1] > 0 ? [((m.factor ?? 1) * low[0]) / high[1], ((m.factor ?? 1) * high[0]) / low[1]] : null
    case 'cap':
      return both(list => Math.min(list[0], m.limit))
    case 'lookup':
      return ends(Object.values(m.table))
    case 'band': {
      const step = (v: number) => m.cuts.filter(cut => cut <= v + 1e-9).length
      return ends(all ? m.values.slice(step(low[0]), step(high[0]) + 1) : m.values)
    }
    case 'validity':
      // Run out: the old value says nothing of today; what it can be is what the leaf itself claims.
      return figure.state === 'expired' ? (figure.bounds ?? null) : parts[0]
    default:
      return undefined
  }
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))

/** Do the shown value and the recomputed one agree? Numbers to 1e-6, relative for large ones. */
export const agrees = (shown: Answer, again: Answer): boolean =>
  typeof shown === 'number' && typeof again === 'number' ? near(shown, again) : shown === again

export const boundsAgree = (shown: [number, number], again: Range | undefined): boolean =>
  again === undefined || (again !== null && near(shown[0], again[0]) && near(shown[1], again[1]))

/** Leaves at the end of the chain that claim a value and name neither a record nor a rule. */
export const leavesWithoutSource = (figure: Figure, inherited = false): Figure[] => {
  const has = inherited || figure.sources.length > 0 || figure.ruleSet !== null
  if (figure.mechanism.kind === 'count' || figure.mechanism.kind === 'model') return []
  if (isLeaf(figure)) return figure.value !== null && figure.state === 'known' && !has ? [figure] : []
  return figure.parts.flatMap(p => leavesWithoutSource(p, figure.sources.length > 0))
}
