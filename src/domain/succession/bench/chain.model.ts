import type { Day } from '#core/values/day.ts'
import type { Horizon } from '../readiness/readiness.model.ts'

export const horizonOrder: readonly Horizon[] = [
  'siapSekarang',
  '1-2Tahun',
  '>2Tahun',
  'belumDiketahui',
  'tidakMemenuhi',
]

/** Somebody on a bench, as the chain sees her. */
export type Successor = {
  employeeId: string
  name: string
  horizon: Horizon
  readyOn: Day | null
  score: number | null
  /** The post she holds now. */
  holdsId: string | null
  holdsName: string | null
}

export type ChainLink = {
  positionId: string | null
  positionName: string
  successor: Successor | null
  /** Why the chain ends here; null while it goes on. */
  end: 'empty-bench' | 'not-key' | 'no-post' | null
}

const best = (a: Successor, b: Successor): number =>
  horizonOrder.indexOf(a.horizon) - horizonOrder.indexOf(b.horizon) ||
  (b.score ?? -1) - (a.score ?? -1) ||
  (a.employeeId < b.employeeId ? -1 : 1)

/**
 * Who replaces the replacer: from a post to its best successor, to the post she leaves, until the first bench with nobody
 * who is or will be ready. A simulation over today's benches; nobody moves twice.
 */
export const chainFrom = (
  start: { id: string; name: string },
  benches: ReadonlyMap<string, readonly Successor[]>,
  limit = 6,
): ChainLink[] => {
  const links: ChainLink[] = []
  const moved = new Set<string>()
  const seen = new Set<string>()
  let post: { id: string | null; name: string } | null = start
  while (post && links.length < limit) {
    const bench: readonly Successor[] | undefined = post.id === null ? undefined : benches.get(post.id)
    if (!bench || (post.id !== null && seen.has(post.id))) {
      links.push({ positionId: post.id, positionName: post.name, successor: null, end: 'not-key' })
      break
    }
    if (post.id !== null) seen.add(post.id)
    const successor: Successor | null =
      [...bench]
        .filter(s => (s.horizon === 'siapSekarang' || s.horizon === '1-2Tahun') && !moved.has(s.employeeId))
        .sort(best)[0] ?? null
    links.push({
      positionId: post.id,
      positionName: post.name,
      successor,
      end: successor === null ? 'empty-bench' : successor.holdsName === null ? 'no-post' : null,
    })
    if (successor) moved.add(successor.employeeId)
    post = successor?.holdsName ? { id: successor.holdsId, name: successor.holdsName } : null
  }
  return links
}
