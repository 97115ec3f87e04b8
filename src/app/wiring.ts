import { solveScenario } from '#domain/planning/scenario/solve-scenario.ts'
import type { Listener, Nightly } from '#platform/jobs/listener.ts'
import type { WorkHandler } from '#platform/jobs/work.ts'

/** Who listens to what: one line each. */
export const listeners: readonly Listener[] = []

/** What time itself does each night at 01.30 of the agency's zone: one line each. */
export const timetable: readonly Nightly[] = []

/** Who does which long work. */
export const workHandlers: Record<string, WorkHandler> = { 'solve-scenario': solveScenario }
