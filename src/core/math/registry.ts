import type { ComputeEntry } from './compute-entry.ts'
import { agreementEntries } from './registry-agreement.ts'
import { costEntries } from './registry-cost.ts'
import { decisionEntries } from './registry-decision.ts'
import { peopleEntries } from './registry-people.ts'
import { proportionEntries } from './registry-proportion.ts'
import { unitEntries } from './registry-unit.ts'

export { ComputeInputError } from './compute-input.ts'

/** Every model of `core/math` by its name in the science document: what `anyam compute` can call. */
export const computeRegistry: Record<string, ComputeEntry> = {
  ...proportionEntries,
  ...agreementEntries,
  ...peopleEntries,
  ...unitEntries,
  ...costEntries,
  ...decisionEntries,
}
