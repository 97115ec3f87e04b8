import { mean } from './moments.ts'
import type { UnitChange } from './panel.ts'
import { mulberry32 } from './random.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type PermutationTest = ModelResult & {
  estimate: number | null
  p: number | null
  /** In the direction of the estimate. */
  pOneSided: number | null
  nAssignments: number
  exact: boolean
}

type Options = { maxExact?: number; draws?: number; seed?: number; alpha?: number }

/** C(n, k), as a floating number. */
export function choose(n: number, k: number): number {
  let c = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) c = (c * (n - Math.min(k, n - k) + i)) / i
  return Math.round(c)
}

/** Every way to pick k of the members, one after another. */
function* combinations(members: number[], k: number): Generator<number[]> {
  if (k === 0) yield []
  else
    for (let i = 0; i + k <= members.length; i++)
      for (const rest of combinations(members.slice(i + 1), k - 1)) yield [members[i]!, ...rest]
}

/** Every assignment over strata: a pick in each. */
function* assignments(strata: { members: number[]; k: number }[]): Generator<number[]> {
  if (!strata.length) yield []
  else
    for (const rest of assignments(strata.slice(1)))
      for (const pick of combinations(strata[0]!.members, strata[0]!.k)) yield [...pick, ...rest]
}

/**
 * Randomisation inference: the share of assignments of the programme to units (within strata, if given) whose
 * difference of mean changes is at least as large. All of them when few, else a seeded sample. The interval holds
 * every effect τ that the test does not reject.
 */
export function permutationTest(changes: UnitChange[], options: Options = {}): PermutationTest {
  const { maxExact = 20000, draws = 10000, seed = 1, alpha = 0.05 } = options
  const ordered = [...changes].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  const N = ordered.length
  const treatedAt = ordered.map((c, i) => (c.treated ? i : -1)).filter(i => i >= 0)
  const n1 = treatedAt.length
  const n0 = N - n1
  const base = {
    n: N,
    missing: [],
    method: 'uji acak (permutasi); selang dari pembalikan uji',
    assumptions: ['program dapat saja jatuh pada unit mana pun', 'pengaruh sama bagi setiap unit'],
  }
  if (n1 === 0 || n0 === 0)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      estimate: null,
      p: null,
      pOneSided: null,
      nAssignments: 0,
      exact: true,
      limits: 'Diperlukan unit program dan unit pembanding.',
    }
  const names = [...new Set(ordered.map(c => c.stratum ?? ''))].sort()
  const strata = names.map(name => {
    const members = ordered.map((c, i) => ((c.stratum ?? '') === name ? i : -1)).filter(i => i >= 0)
    return { members, k: members.filter(i => ordered[i]!.treated).length }
  })
  const total = strata.reduce((c, s) => c * choose(s.members.length, s.k), 1)
  const exact = total <= maxExact
  const y = ordered.map(c => c.y)
  const all = y.reduce((a, b) => a + b, 0)
  // Under an effect τ taken out of the treated, every statistic is a line in τ: base − slope·τ.
  const bases: number[] = []
  const slopes: number[] = []
  const add = (pick: number[]) => {
    let s = 0
    let k = 0
    for (const i of pick) {
      s += y[i]!
      if (ordered[i]!.treated) k++
    }
    bases.push(s / n1 - (all - s) / n0)
    slopes.push(k / n1 - (n1 - k) / n0)
  }
  if (exact) for (const pick of assignments(strata)) add(pick)
  else {
    const uniform = mulberry32(seed)
    for (let d = 0; d < draws; d++) {
      const pick: number[] = []
      for (const s of strata) {
        const pool = [...s.members]
        for (let k = 0; k < s.k; k++) {
          const j = k + Math.floor(uniform() * (pool.length - k))
          ;[pool[k], pool[j]] = [pool[j]!, pool[k]!]
          pick.push(pool[k]!)
        }
      }
      add(pick)
    }
  }
  const estimate = mean(treatedAt.map(i => y[i]!)) - (all - n1 * mean(treatedAt.map(i => y[i]!))) / n0
  const share = (hits: number) => (exact ? hits / bases.length : (1 + hits) / (1 + draws))
  const pAt = (tau: number) => {
    const seen = Math.abs(estimate - tau) - 1e-9
    let hits = 0
    for (let a = 0; a < bases.length; a++) if (Math.abs(bases[a]! - slopes[a]! * tau) >= seen) hits++
    return share(hits)
  }
  let oneSided = 0
  for (const b of bases) if (estimate >= 0 ? b >= estimate - 1e-9 : b <= estimate + 1e-9) oneSided++
  const limit = (direction: 1 | -1): number | null => {
    let step = Math.max(1e-6, Math.abs(estimate), ...y.map(v => Math.abs(v - all / N)))
    const widest = step * 1e6
    while (pAt(estimate + direction * step) > alpha) {
      step *= 2
      if (step > widest) return null
    }
    let inside = 0
    for (let i = 0; i < 60; i++) {
      const middle = (inside + step) / 2
      if (pAt(estimate + direction * middle) > alpha) inside = middle
      else step = middle
    }
    return estimate + direction * inside
  }
  const low = limit(-1)
  const high = limit(1)
  const interval: Interval | null = low === null || high === null ? null : [low, high]
  const p = pAt(0)
  return {
    ...base,
    status: 'ok',
    value: estimate,
    interval,
    estimate,
    p,
    pOneSided: share(oneSided),
    nAssignments: exact ? bases.length : draws,
    exact,
    limits: `${n1} unit program dan ${n0} unit pembanding; ${exact ? 'semua' : 'contoh acak'} ${bases.length} susunan diperiksa; ${
      interval ? `selang ${rangeInWords(interval)}` : 'susunan terlalu sedikit untuk selang 95%'
    }.`,
  }
}
