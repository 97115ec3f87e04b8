/** Which cases the agency's committee keeps for itself whatever the unit. */
export type CommitteeScope = { agencyTiers: string[] }

export type Case = {
  tier: string | null
  /** The unit of the post and every unit above it, nearest first. */
  units: readonly string[]
}

export type StandingCommittee = {
  id: string
  /** Null: of the whole agency. */
  unitId: string | null
}

/**
 * The committee of a perangkat daerah a case belongs to; null where it is the agency's: its own tiers, an unknown tier,
 * and every unit that has no committee. The nearest unit's comes first.
 */
export const unitCommitteeFor = (
  matter: Case,
  committees: readonly StandingCommittee[],
  scope: CommitteeScope,
): string | null => {
  if (matter.tier === null || scope.agencyTiers.includes(matter.tier)) return null
  for (const unit of matter.units) {
    const own = committees.find(c => c.unitId === unit)
    if (own) return own.id
  }
  return null
}

/** Does a committee decide this case? */
export const decides = (
  committee: StandingCommittee,
  matter: Case,
  committees: readonly StandingCommittee[],
  scope: CommitteeScope,
): boolean => {
  const own = unitCommitteeFor(matter, committees, scope)
  return committee.unitId === null ? own === null : own === committee.id
}
