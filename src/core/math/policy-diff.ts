import type { ModelResult } from './result.ts'

/** A move of one person, and to which changed part of the rule set it is put down. */
export type PolicyMove = {
  person: string
  from: string
  to: string
  cause: string
  shapley: Record<string, number> | null
}
export type PolicyDiff = ModelResult & {
  moves: PolicyMove[]
  /** `matrix[from][to]`: number of people. */
  matrix: Record<string, Record<string, number>>
  byCause: Record<string, number>
}

/** A rule set as named components; the order of `order` is the order of substitution. */
export type Components = Record<string, unknown>

/** Every mixture of two rule sets that telling the cause of a move looks at: one component after another, and all subsets of up to five. */
export const mixturesOf = (
  oldRules: Components,
  newRules: Components,
  order: readonly string[],
): { changed: string[]; steps: Components[]; subsets: Components[] | null } => {
  const changed = order.filter(c => JSON.stringify(oldRules[c]) !== JSON.stringify(newRules[c]))
  const mixed = (take: Set<string>): Components =>
    Object.fromEntries(
      [...new Set([...Object.keys(oldRules), ...Object.keys(newRules)])].map(c => [
        c,
        take.has(c) || !order.includes(c) ? newRules[c] : oldRules[c],
      ]),
    )
  const k = changed.length
  return {
    changed,
    steps: changed.map((_, i) => mixed(new Set(changed.slice(0, i + 1)))),
    subsets:
      k >= 1 && k <= 5
        ? Array.from({ length: 2 ** k }, (_, bits) => mixed(new Set(changed.filter((_, i) => bits & (1 << i)))))
        : null,
  }
}

/**
 * Who would move under the new rule set, and why: the changed components are put in one after another in the given
 * order and each step's new movers are attributed to it; because order matters, Shapley shares too when five or fewer changed.
 */
export function policyDiff<P extends { id: string }>(
  population: P[],
  oldRules: Components,
  newRules: Components,
  order: string[],
  place: (person: P, rules: Components) => string,
): PolicyDiff {
  const { changed, steps, subsets } = mixturesOf(oldRules, newRules, order)
  const k = changed.length
  const factorial = (m: number): number => (m <= 1 ? 1 : m * factorial(m - 1))
  const moves: PolicyMove[] = []
  const matrix: Record<string, Record<string, number>> = {}
  const byCause: Record<string, number> = {}
  for (const person of [...population].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const from = place(person, oldRules)
    const to = place(person, newRules)
    matrix[from] ??= {}
    matrix[from][to] = (matrix[from][to] ?? 0) + 1
    if (from === to) continue
    const at = steps.findIndex(rules => place(person, rules) !== from)
    const cause = changed[at] ?? 'lain'
    byCause[cause] = (byCause[cause] ?? 0) + 1
    let shapley: Record<string, number> | null = null
    if (subsets) {
      const moved = subsets.map(rules => (place(person, rules) === from ? 0 : 1))
      shapley = Object.fromEntries(
        changed.map((c, i) => {
          let v = 0
          for (let bits = 0; bits < 2 ** k; bits++) {
            if (bits & (1 << i)) continue
            const size = changed.filter((_, j) => bits & (1 << j)).length
            v += ((factorial(size) * factorial(k - size - 1)) / factorial(k)) * (moved[bits | (1 << i)]! - moved[bits]!)
          }
          return [c, v]
        }),
      )
    }
    moves.push({ person: person.id, from, to, cause, shapley })
  }
  return {
    status: population.length ? 'ok' : 'belumDapatDisimpulkan',
    value: population.length ? moves.length : null,
    interval: null,
    n: population.length,
    missing: [],
    method: 'hitung ulang dengan kedua aturan; sebab menurut penggantian berurutan',
    assumptions: ['data orang tidak berubah'],
    moves,
    matrix,
    byCause,
    limits: `${moves.length} dari ${population.length} orang berpindah bila aturan ini berlaku.`,
  }
}
