import type { Figure } from '../../src/core/figure/figure.ts'
import { runCompute } from '../../src/core/math/run-compute.ts'

/**
 * Recomputes a figure from the leaves of its explanation. It shares no code with the mechanisms that made it:
 * it reads the published JSON as an auditor would, and does the sums again.
 */
export type Answer = number | string | boolean | null

const at = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((o, k) => (o as Record<string, unknown> | null | undefined)?.[k], object)

/** Three-valued AND/OR, written out. */
const conjunction = (values: Answer[]): Answer => {
  let open = false
  for (const v of values) {
    if (v === false) return false
    if (v === null) open = true
  }
  return open ? null : true
}

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
      return missing ? null : n.reduce((a, b) => a * b, 1)
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
    case 'model': {
      const result = runCompute(m.name, { json: m.input, parameters: m.parameters })
      const value = at(result, m.path)
      return value === undefined || value === null ? null : (value as Answer)
    }
  }
}

/** Do the shown value and the recomputed one agree? Numbers to 1e-6, relative for large ones. */
export const agrees = (shown: Answer, again: Answer): boolean => {
  if (typeof shown === 'number' && typeof again === 'number')
    return Math.abs(shown - again) <= 1e-6 * Math.max(1, Math.abs(again))
  return shown === again
}
