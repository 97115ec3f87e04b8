import type { TargetPost } from '../readiness/judge-candidate.model.ts'

type InScope = { id: string; tier: string | null; family: string | null; unit_id: string }

/** Tiers whose holders stand near a post by their work: waiting for data, they are known of by name in their unit. */
const structural: readonly string[] = ['Administrator', 'Pengawas']

/**
 * Who stands on a post's bench without being named: people of the tiers that lead to it who are in the talent pool and work
 * in its field or unit; and, while the map does not know them yet, the structural officials of its own unit.
 * People the map places outside the pool are not candidates for a promotion.
 */
export const isInScope = (
  person: InScope,
  post: TargetPost & { unit_id: string | null },
  context: { tiers: readonly string[]; box: number | null; poolBoxes: readonly number[] },
): boolean => {
  if (person.tier === null || !context.tiers.includes(person.tier)) return false
  const isOfUnit = person.unit_id === post.unit_id
  if (context.box === null) return isOfUnit && structural.includes(person.tier)
  const isOfField = post.family === null || person.family === post.family
  return context.poolBoxes.includes(context.box) && (isOfUnit || isOfField)
}
