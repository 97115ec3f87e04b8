import type { TargetPost } from '../readiness/judge-candidate.model.ts'

type InScope = { id: string; tier: string | null; family: string | null; unit_id: string }

/**
 * Who stands on a post's bench without being named: people of the tiers that lead to it who are in the talent pool,
 * and, while the map does not know them yet, those of its own unit (for leading posts also of its field of work).
 * People the map places outside the pool are not candidates for a promotion.
 */
export const isInScope = (
  person: InScope,
  post: TargetPost & { unit_id: string | null },
  context: { tiers: readonly string[]; box: number | null; poolBoxes: readonly number[] },
): boolean => {
  if (person.tier === null || !context.tiers.includes(person.tier)) return false
  const isLeading = post.tier.startsWith('JPT')
  const isNear = person.unit_id === post.unit_id || (person.family !== null && person.family === post.family)
  if (context.box !== null)
    return context.poolBoxes.includes(context.box) && (isNear || isLeading || post.family === null)
  return person.unit_id === post.unit_id || (isNear && (isLeading || post.tier === 'Administrator'))
}
