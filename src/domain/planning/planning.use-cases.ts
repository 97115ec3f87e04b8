import { endAgreement, recordAgreement } from './agreement/record-agreement.ts'
import { askMoreMoney, keepMoneyAnswer } from './budget/ask-more-money.ts'
import { changeBudgetLine } from './budget/change-budget-line.ts'
import { decideBudget, freezeBudget, reopenBudget } from './budget/freeze-budget.ts'
import { keepForecasts } from './budget/kept-forecast.ts'
import { registerBudgetLines } from './budget/register-budget-lines.ts'
import { transferBudget } from './budget/transfer-budget.ts'
import { changeModule } from './catalogue/change-module.ts'
import { cancelSession, changeSession } from './catalogue/change-session.ts'
import { registerCatalogue } from './catalogue/register-catalogue.ts'
import { setSessionCosts } from './cost/set-session-costs.ts'
import { answerBooking, recordHonorarium } from './facilitator/answer-booking.ts'
import { bookFacilitator, withdrawBooking } from './facilitator/book-facilitator.ts'
import { countTeachingMark } from './facilitator/count-teaching-mark.ts'
import { recordAbsence, removeAbsence } from './facilitator/record-absence.ts'
import { recordFacilitatorFeedback, recordFacilitatorLevel } from './facilitator/record-facilitator-quality.ts'
import { registerFacilitator } from './facilitator/register-facilitator.ts'
import { endTrainerTraining, trainTrainer } from './facilitator/train-trainer.ts'
import { registerGoal } from './goal/register-goal.ts'
import { confirmNeeds } from './need/confirm-needs.ts'
import { learnModuleEffects } from './need/learn-module-effects.ts'
import { addNeed, proposeNeed, withdrawProposal } from './need-collection/add-need.ts'
import { answerNeeds } from './need-collection/answer-needs.ts'
import { changeNeed } from './need-collection/change-need.ts'
import { compileDocument, decideDocument } from './need-collection/compile-document.ts'
import { delegateEntry, withdrawDelegation } from './need-collection/delegate-entry.ts'
import { fillCollection } from './need-collection/fill-collection.ts'
import { openCollection } from './need-collection/open-collection.ts'
import { closeCollection, deferNeeds, remindCollection, remindCollections } from './need-collection/run-collection.ts'
import { mergeNeeds, verifyNeeds } from './need-collection/verify-needs.ts'
import { agreePlan, proposePlan } from './plan/agree-plan.ts'
import { changePlanItem, removePlanItem } from './plan/change-plan-item.ts'
import { draftPlan } from './plan/draft-plan.ts'
import { draftWholePlan } from './plan/draft-whole-plan.ts'
import { recordCompletion } from './plan/record-completion.ts'
import { takeBackAgreement } from './plan/take-back-agreement.ts'
import { traceObjectionPlans } from './plan/trace-objection-plans.ts'
import { acceptPlanChange, declinePlanChange, reopenPlanChange } from './plan-change/decide-plan-change.ts'
import { proposePlanChanges } from './plan-change/propose-plan-changes.ts'
import { declarePriority, linkGoalCompetency, withdrawPriority } from './priority-competency/declare-priority.ts'
import { agreeTarget } from './programme/agree-target.ts'
import { chooseParticipants, scoreNominee } from './programme/choose-participants.ts'
import { openProgramme } from './programme/open-programme.ts'
import { assignGuides, leaveProgramme, moveProgramme } from './programme/run-programme.ts'
import { adoptScenario } from './scenario/adopt-scenario.ts'
import { composeScenario } from './scenario/compose-scenario.ts'
import { lockSeat } from './scenario/lock-seat.ts'
import { keepSolution } from './scenario/solve-scenario.ts'
import { varyScenario } from './scenario/vary-scenario.ts'

/** Everything this room can do. */
export const planningUseCases = [
  traceObjectionPlans,
  registerCatalogue,
  changeModule,
  changeSession,
  cancelSession,
  setSessionCosts,
  recordAgreement,
  endAgreement,
  registerBudgetLines,
  changeBudgetLine,
  transferBudget,
  freezeBudget,
  keepForecasts,
  askMoreMoney,
  keepMoneyAnswer,
  decideBudget,
  reopenBudget,
  registerGoal,
  linkGoalCompetency,
  declarePriority,
  withdrawPriority,
  registerFacilitator,
  recordAbsence,
  removeAbsence,
  bookFacilitator,
  answerBooking,
  recordHonorarium,
  countTeachingMark,
  withdrawBooking,
  recordFacilitatorLevel,
  recordFacilitatorFeedback,
  trainTrainer,
  endTrainerTraining,
  learnModuleEffects,
  openCollection,
  fillCollection,
  answerNeeds,
  changeNeed,
  addNeed,
  proposeNeed,
  withdrawProposal,
  delegateEntry,
  withdrawDelegation,
  verifyNeeds,
  mergeNeeds,
  remindCollection,
  remindCollections,
  closeCollection,
  deferNeeds,
  compileDocument,
  decideDocument,
  draftPlan,
  draftWholePlan,
  changePlanItem,
  removePlanItem,
  proposePlan,
  agreePlan,
  takeBackAgreement,
  proposePlanChanges,
  acceptPlanChange,
  declinePlanChange,
  reopenPlanChange,
  confirmNeeds,
  recordCompletion,
  openProgramme,
  agreeTarget,
  scoreNominee,
  chooseParticipants,
  assignGuides,
  leaveProgramme,
  moveProgramme,
  composeScenario,
  varyScenario,
  lockSeat,
  keepSolution,
  adoptScenario,
]
