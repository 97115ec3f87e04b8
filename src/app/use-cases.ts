import { competencyUseCases } from '#domain/competency/competency.use-cases.ts'
import { deliveryUseCases } from '#domain/delivery/delivery.use-cases.ts'
import { registerProgrammeRecords } from '#domain/delivery/programme-record/register-programme-records.ts'
import { restoreDeliveryRecords } from '#domain/delivery/restore-delivery-records.ts'
import { impactUseCases } from '#domain/impact/impact.use-cases.ts'
import { planningUseCases } from '#domain/planning/planning.use-cases.ts'
import { registerProgramme } from '#domain/planning/programme/register-programme.ts'
import { restorePlanningRecords } from '#domain/planning/restore-planning-records.ts'
import { successionUseCases } from '#domain/succession/succession.use-cases.ts'
import { restoreTalentRecords } from '#domain/talent/restore-talent-records.ts'
import { registerSheetScores } from '#domain/talent/sheet/register-sheet-scores.ts'
import { talentUseCases } from '#domain/talent/talent.use-cases.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { exchangeUseCases } from '#exchange/exchange.use-cases.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import type { UseCase } from '#platform/use-case.ts'

/**
 * Every use case of the product: the list behind rights, generic tests, CLI and docs.
 * A room may name one of the ground floor that it calls; it counts once.
 */
const all = new Set<unknown>([
  ...platformUseCases,
  ...workforceUseCases,
  ...competencyUseCases,
  ...talentUseCases,
  restoreTalentRecords,
  registerSheetScores,
  ...planningUseCases,
  restorePlanningRecords,
  registerProgramme,
  ...deliveryUseCases,
  restoreDeliveryRecords,
  registerProgrammeRecords,
  ...impactUseCases,
  ...successionUseCases,
  ...exchangeUseCases,
])

export const useCases = [...all] as readonly UseCase<never, unknown>[]
