import type { ComputeEntry } from '#core/math/compute-entry.ts'
import { competencyCompute } from '#domain/competency/competency.compute.ts'
import { planningCompute } from '#domain/planning/planning.compute.ts'
import { successionCompute } from '#domain/succession/succession.compute.ts'
import { talentCompute } from '#domain/talent/talent.compute.ts'
import { workforceCompute } from '#domain/workforce/workforce.compute.ts'

/** Rules of the rooms that can be called with plain JSON, by name. */
export const roomComputes: Record<string, ComputeEntry> = {
  ...workforceCompute,
  ...competencyCompute,
  ...talentCompute,
  ...planningCompute,
  ...successionCompute,
}
