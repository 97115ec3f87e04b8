import { assign } from './assignment.ts'
import { inWords, type ModelResult } from './result.ts'

export type Matching = ModelResult & { pairs: { row: number; column: number }[]; total: number; unmatched: number[] }

/** Least total cost of pairing rows with columns that may take several (null cost: forbidden). Rows without a column are named. */
export function optimalMatching(
  costs: (number | null)[][],
  capacities?: number[],
  forbidden: [number, number][] = [],
): Matching {
  const banned = new Set(forbidden.map(([r, c]) => `${r},${c}`))
  const columnCount = costs[0]?.length ?? 0
  const copies = Array.from({ length: columnCount }, (_, c) => new Array<number>(capacities?.[c] ?? 1).fill(c)).flat()
  // One private dummy per row: staying unmatched is possible, and dearer than any set of real pairs.
  const worst = 1 + costs.flat().reduce<number>((s, v) => s + Math.abs(v ?? 0), 0)
  const wide = costs.map((row, r) => [
    ...copies.map(c => (row[c] === null || banned.has(`${r},${c}`) ? Number.POSITIVE_INFINITY : row[c]!)),
    ...costs.map((_, d) => (d === r ? worst : Number.POSITIVE_INFINITY)),
  ])
  const { columns } = assign(wide)
  const pairs: { row: number; column: number }[] = []
  const unmatched: number[] = []
  columns.forEach((j, row) => {
    if (j === null || j >= copies.length) unmatched.push(row)
    else pairs.push({ row, column: copies[j]! })
  })
  const total = pairs.reduce((s, p) => s + costs[p.row]![p.column]!, 0)
  return {
    status: costs.length === 0 ? 'belumDapatDisimpulkan' : unmatched.length ? 'sebagian' : 'ok',
    value: costs.length === 0 ? null : total,
    interval: null,
    n: costs.length,
    missing: [],
    method: 'penugasan berbiaya terkecil (Hungaria)',
    assumptions: [],
    pairs,
    total,
    unmatched,
    limits: `${pairs.length} dari ${costs.length} berpasangan; biaya keseluruhan ${inWords(total)}.`,
  }
}

export type StableMatching = ModelResult & { pairs: { a: string; b: string }[]; unmatched: string[] }

/** Stable matching (Gale-Shapley), side A proposing; B may take several. Names not listed are not acceptable. */
export function stableMatching(
  prefsA: Record<string, string[]>,
  prefsB: Record<string, string[]>,
  capacities: Record<string, number> = {},
): StableMatching {
  const held = new Map<string, string[]>()
  const next = new Map<string, number>()
  const waiting = Object.keys(prefsA).sort().reverse()
  const rankIn = (b: string, a: string) => (prefsB[b] ?? []).indexOf(a)
  const unmatched: string[] = []
  while (waiting.length) {
    const a = waiting.pop()!
    const i = next.get(a) ?? 0
    const b = prefsA[a]![i]
    if (b === undefined) {
      unmatched.push(a)
      continue
    }
    next.set(a, i + 1)
    if (rankIn(b, a) < 0) {
      waiting.push(a)
      continue
    }
    const seats = [...(held.get(b) ?? []), a].sort((x, y) => rankIn(b, x) - rankIn(b, y))
    const room = capacities[b] ?? 1
    for (const out of seats.slice(room)) waiting.push(out)
    held.set(b, seats.slice(0, room))
  }
  const pairs = [...held.entries()]
    .flatMap(([b, list]) => list.map(a => ({ a, b })))
    .sort((x, y) => (x.a < y.a ? -1 : 1))
  return {
    status: unmatched.length ? 'sebagian' : 'ok',
    value: pairs.length,
    interval: null,
    n: Object.keys(prefsA).length,
    missing: [],
    method: 'pencocokan stabil (Gale-Shapley)',
    assumptions: ['kedua pihak menyatakan pilihan yang sebenarnya'],
    pairs,
    unmatched: unmatched.sort(),
    limits: `${pairs.length} pasangan; tidak ada dua orang yang sama-sama lebih suka bertukar.`,
  }
}
