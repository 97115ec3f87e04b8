import { expireAssessments } from '#domain/competency/assessment/expire-assessments.ts'
import { solveScenario } from '#domain/planning/scenario/solve-scenario.ts'
import { applyImportWork, judgeImportWork } from '#exchange/import/queue-import.ts'
import { type Listener, type Nightly, nightly } from '#platform/jobs/listener.ts'
import type { WorkHandler } from '#platform/jobs/work.ts'

/** Who listens to what: one line each. */
export const listeners: readonly Listener[] = []

/** What time itself does each night at 01.30 of the agency's zone: one line each. */
export const timetable: readonly Nightly[] = [nightly(expireAssessments, () => ({}))]

/** Who does which long work. */
export const workHandlers: Record<string, WorkHandler> = {
  'solve-scenario': solveScenario,
  'judge-import': judgeImportWork,
  'apply-import': applyImportWork,
}
