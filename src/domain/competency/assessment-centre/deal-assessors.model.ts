/** Who assesses whom. */
export type Deal = { participantId: string; assessorIds: string[] }

/**
 * Deals participants to assessors so that the loads stay as even as the conflicts allow: whoever has the fewest possible
 * assessors is served first, each by those with the least to do. Too few left shows as a shorter list.
 */
export const dealAssessors = (
  participants: readonly string[],
  assessors: readonly string[],
  isForbidden: (assessor: string, participant: string) => boolean,
  each: number,
): Deal[] => {
  const load = new Map(assessors.map(a => [a, 0]))
  const possible = new Map(participants.map(p => [p, assessors.filter(a => !isForbidden(a, p))]))
  const dealt = new Map<string, string[]>()
  const order = [...participants].sort(
    (a, b) =>
      (possible.get(a)?.length ?? 0) - (possible.get(b)?.length ?? 0) ||
      participants.indexOf(a) - participants.indexOf(b),
  )
  for (const p of order) {
    const chosen = [...(possible.get(p) ?? [])]
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || assessors.indexOf(a) - assessors.indexOf(b))
      .slice(0, each)
    for (const a of chosen) load.set(a, (load.get(a) ?? 0) + 1)
    dealt.set(p, chosen)
  }
  return participants.map(p => ({ participantId: p, assessorIds: dealt.get(p) ?? [] }))
}
