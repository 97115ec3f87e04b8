import { expireAssessments } from '#domain/competency/assessment/expire-assessments.ts'
import { applyProposals } from '#domain/competency/dictionary/decide-version.ts'
import { cancelClass } from '#domain/delivery/class/cancel-class.ts'
import { evaluateProgramme } from '#domain/impact/evaluation/evaluate-programme.ts'
import { priceMoreMoney } from '#domain/planning/budget/ask-more-money.ts'
import { keepForecasts } from '#domain/planning/budget/kept-forecast.ts'
import { closeGaps } from '#domain/planning/need/close-gaps.ts'
import { learnModuleEffects } from '#domain/planning/need/learn-module-effects.ts'
import { fillCollectionWork } from '#domain/planning/need-collection/fill-collection.ts'
import { remindCollections } from '#domain/planning/need-collection/run-collection.ts'
import { traceObjectionPlans } from '#domain/planning/plan/trace-objection-plans.ts'
import { proposePlanChanges } from '#domain/planning/plan-change/propose-plan-changes.ts'
import { solveScenario } from '#domain/planning/scenario/solve-scenario.ts'
import { computeBenches } from '#domain/succession/bench/compute-benches.ts'
import { traceObjectionSuccession } from '#domain/succession/bench/trace-objection-succession.ts'
import { readinessAfter } from '#domain/succession/readiness/readiness-after.ts'
import { remindSteps } from '#domain/talent/cycle-board/prepare-cycle.ts'
import { tendFeedbackRounds } from '#domain/talent/feedback/close-round.ts'
import { remindInterviewers } from '#domain/talent/interview/schedule-interview.ts'
import { previewPolicyWork } from '#domain/talent/policy/queue-policy-preview.ts'
import { remindRaters } from '#domain/talent/values/ask-values.ts'
import { applyImportWork, judgeImportWork } from '#exchange/import/queue-import.ts'
import { sql } from '#platform/database/database.ts'
import { type Listener, listen, type Nightly, nightly } from '#platform/jobs/listener.ts'
import type { WorkHandler } from '#platform/jobs/work.ts'
import { execute } from '#platform/use-case.ts'
import type { Answers } from '#platform/web/answers.ts'

/** Who listens to what: one line each. */
export const listeners: readonly Listener[] = [
  listen('CyclePlaced', computeBenches, () => ({}), 'succession'),
  listen('KeyPositionsChanged', computeBenches, () => ({}), 'succession'),
  // What happens proposes changes of the plans it touches; a person decides each.
  listen('SessionCancelled', proposePlanChanges, p => ({ happening: { what: 'class-cancelled', ...p } }), 'planning'),
  listen('SessionCancelled', cancelClass, p => p, 'delivery'),
  listen('ClassCancelled', proposePlanChanges, p => ({ happening: { what: 'items-cancelled', ...p } }), 'planning'),
  listen('SessionMoved', proposePlanChanges, p => ({ happening: { what: 'class-moved', ...p } }), 'planning'),
  listen('BudgetCut', proposePlanChanges, p => ({ happening: { what: 'budget-cut', ...p } }), 'planning'),
  listen(
    'PriorityDeclared',
    proposePlanChanges,
    p => ({ happening: { what: 'priority-competency', ...p } }),
    'planning',
  ),
  listen('PeopleMoved', proposePlanChanges, p => ({ happening: { what: 'post-changed', ...p } }), 'planning'),
  listen(
    'EnrolmentCompleted',
    proposePlanChanges,
    p => (p.result === 'failed' && p.planItemId ? { happening: { what: 'module-failed', ...p } } : null),
    'planning',
  ),
  listen(
    'FollowUpAnswered',
    proposePlanChanges,
    p => (p.verdict === 'belum' ? { happening: { what: 'check-failed', ...p } } : null),
    'planning',
  ),
  listen(
    'ProgrammeEvaluated',
    proposePlanChanges,
    ({ programmeId, worse, applied, day }) => ({
      happening: {
        what: 'programme-evaluated',
        programmeId,
        worse: worse ?? [],
        applied: applied ?? null,
        day: day ?? null,
      },
    }),
    'planning',
  ),
  listen('ObjectionGranted', traceObjectionPlans, payload => payload, 'planning'),
  listen('ObjectionGranted', traceObjectionSuccession, payload => payload, 'succession'),
]

/** Programmes that still gather results are judged again with what the day brought. */
const evaluateRunning: Nightly = {
  name: 'evaluate-programmes',
  module: 'impact',
  async run(database, actor) {
    const programmes = await database.as(
      actor,
      db =>
        db.rows<{ id: string }>(
          sql`select id from planning.v_programmes where state in ('running', 'follow-up') order by id`,
        ),
      { readOnly: true },
    )
    for (const { id } of programmes)
      await execute(database, actor, evaluateProgramme, { programmeId: id }, { requestKey: `night:${actor.on}:${id}` })
  },
}

/** What time itself does each night at 01.30 of the agency's zone: one line each. */
export const timetable: readonly Nightly[] = [
  nightly(expireAssessments, () => ({})),
  nightly(applyProposals, () => ({})),
  nightly(remindSteps, () => ({}), 'talent'),
  nightly(remindInterviewers, () => ({}), 'talent'),
  nightly(remindRaters, () => ({}), 'talent'),
  nightly(tendFeedbackRounds, () => ({}), 'talent'),
  nightly(learnModuleEffects, () => ({}), 'planning'),
  nightly(keepForecasts, () => ({}), 'planning'),
  nightly(remindCollections, () => ({}), 'planning'),
  nightly(computeBenches, () => ({}), 'succession'),
  evaluateRunning,
]

/** Who does which long work. */
export const workHandlers: Record<string, WorkHandler> = {
  'solve-scenario': solveScenario,
  'price-more-money': priceMoreMoney,
  'fill-collection': fillCollectionWork,
  'judge-import': judgeImportWork,
  'apply-import': applyImportWork,
  'preview-policy': previewPolicyWork,
}

/** What a screen of an earlier room may ask of a later one; a room that is switched off does not answer. */
export const answersOf = (modules: ReadonlySet<string>): Answers => ({
  ...(modules.has('planning') ? { closeGaps } : {}),
  ...(modules.has('succession') ? { readinessAfter } : {}),
})
