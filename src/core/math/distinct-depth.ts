import type { ModelResult } from './result.ts'

export type DistinctDepth = ModelResult & { pairs: { position: string; person: string }[]; uncovered: string[] }

/** How many key positions can be filled at once when each ready person takes one (maximum bipartite matching). */
export function distinctDepth(positions: { position: string; ready: string[] }[]): DistinctDepth {
  const ordered = [...positions].sort((a, b) => (a.position < b.position ? -1 : 1))
  const holds = new Map<string, number>()
  const place = (index: number, seen: Set<string>): boolean => {
    for (const person of [...ordered[index]!.ready].sort()) {
      if (seen.has(person)) continue
      seen.add(person)
      const other = holds.get(person)
      if (other === undefined || place(other, seen)) {
        holds.set(person, index)
        return true
      }
    }
    return false
  }
  for (let i = 0; i < ordered.length; i++) place(i, new Set())
  const pairs = [...holds.entries()]
    .map(([person, i]) => ({ position: ordered[i]!.position, person }))
    .sort((a, b) => (a.position < b.position ? -1 : 1))
  const covered = new Set(pairs.map(p => p.position))
  return {
    status: 'ok',
    value: pairs.length,
    n: positions.length,
    missing: [],
    method: 'pencocokan bipartit terbesar',
    assumptions: ['seorang hanya dapat mengisi satu jabatan'],
    pairs,
    uncovered: ordered.map(p => p.position).filter(p => !covered.has(p)),
    limits: `${pairs.length} dari ${positions.length} jabatan kunci dapat diisi serentak oleh orang yang berbeda.`,
  }
}
