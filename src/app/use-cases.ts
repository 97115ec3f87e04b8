import { platformUseCases } from '#platform/platform.use-cases.ts'
import type { UseCase } from '#platform/use-case.ts'

/** Every use case of the product: the list behind rights, generic tests, CLI and docs. */
export const useCases = [...platformUseCases] as unknown as readonly UseCase<never, unknown>[]
