import type { Day } from '#core/values/day.ts'
import type { CompetencyEvidence } from './fuse-competency.model.ts'

/** An assessment centre's level 3 of 14 May 2025, unless told otherwise. */
export const someEvidence = (changes: Partial<CompetencyEvidence> = {}): CompetencyEvidence => {
  const on: Day = changes.on ?? '2025-05-14'
  const source = changes.source ?? 'assessment'
  return {
    source,
    level: 3,
    on,
    isVerified: true,
    record: { kind: 'competency.evidence', id: `${source}-${on}`, label: `${source}, ${on}`, on },
    ...changes,
  }
}
