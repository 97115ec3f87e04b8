import { stateAspiration, stateWishes, withdrawAspiration, withdrawWishes } from './aspiration/state-aspiration.ts'
import { answerCareerPlan, withdrawCareerPlan, writeCareerPlan } from './career-plan/write-career-plan.ts'
import { attendSession, markAbsent } from './committee/attend-session.ts'
import { castVote } from './committee/cast-vote.ts'
import { addAgendaItem, conveneSession } from './committee/convene-session.ts'
import { formCommittee } from './committee/form-committee.ts'
import { answerCorrection, closeSession, recordDissent, signMinutes, writeMinutes } from './committee/keep-minutes.ts'
import { decideItem, openItem, openSession, revealVotes, voteAgain } from './committee/lead-session.ts'
import { moveCycle, openCycle } from './cycle/open-cycle.ts'
import { placeCycle } from './cycle/place-cycle.ts'
import { checkReadiness, planStep, recordCycleEvidence, remindSteps } from './cycle-board/prepare-cycle.ts'
import { publishFairness } from './fairness/publish-fairness.ts'
import {
  askFeedbackRater,
  changeFeedbackRaters,
  confirmFeedbackRaters,
  inviteFeedbackRaters,
  keepFeedbackRater,
} from './feedback/agree-raters.ts'
import { declineFeedback, saveFeedback, submitFeedback } from './feedback/answer-feedback.ts'
import { checkRemark, closeFeedbackRound, computeFeedback, tendFeedbackRounds } from './feedback/close-round.ts'
import { changeFeedbackRound, openFeedbackRound } from './feedback/open-round.ts'
import { registerFeedback } from './feedback/register-feedback.ts'
import { answerChallenge, challengeInterviewer } from './interview/challenge-interviewer.ts'
import { declareForInterview, openRatings, saveRatings, submitRatings } from './interview/rate-interview.ts'
import { keepConsensus, recordConsensus } from './interview/record-consensus.ts'
import {
  cancelInterview,
  moveInterview,
  remindInterviewers,
  replaceInterviewer,
  scheduleInterview,
} from './interview/schedule-interview.ts'
import { changeGuide, draftGuide } from './interview-guide/keep-guide.ts'
import { retireQuestion, writeQuestion } from './interview-guide/write-question.ts'
import { movePerson } from './nine-box/move-person.ts'
import { askReference, changeReferee } from './nomination/ask-reference.ts'
import { decideNomination } from './nomination/decide-nomination.ts'
import { declineReference, giveReference, keepReference } from './nomination/give-reference.ts'
import { nominateEmployee } from './nomination/nominate-employee.ts'
import { reopenNomination } from './nomination/reopen-nomination.ts'
import { endReferences, withdrawNomination } from './nomination/withdraw-nomination.ts'
import { answerObjection } from './objection/answer-objection.ts'
import { recordObjectionEffects, settleObjectionEffect } from './objection/objection-effects.ts'
import { submitObjection } from './objection/submit-objection.ts'
import { decidePolicy } from './policy/decide-policy.ts'
import { changePolicy, describePolicy, draftPolicy, submitPolicy, withdrawPolicy } from './policy/draft-policy.ts'
import { previewPolicy } from './policy/preview-policy.ts'
import { queuePolicyPreview } from './policy/queue-policy-preview.ts'

import {
  askValues,
  changeRaters,
  changeReview,
  keepProposedRater,
  proposeRater,
  remindRaters,
} from './values/ask-values.ts'
import { openValues } from './values/open-values.ts'
import { declineValues, rateValues, saveValues } from './values/rate-values.ts'

/** Everything this room can do. */
export const talentUseCases = [
  openCycle,
  moveCycle,
  placeCycle,
  checkReadiness,
  planStep,
  remindSteps,
  recordCycleEvidence,
  movePerson,
  formCommittee,
  conveneSession,
  addAgendaItem,
  attendSession,
  markAbsent,
  openSession,
  openItem,
  castVote,
  revealVotes,
  voteAgain,
  decideItem,
  writeMinutes,
  answerCorrection,
  recordDissent,
  closeSession,
  signMinutes,
  nominateEmployee,
  withdrawNomination,
  decideNomination,
  askReference,
  changeReferee,
  giveReference,
  declineReference,
  keepReference,
  endReferences,
  reopenNomination,
  stateAspiration,
  withdrawAspiration,
  stateWishes,
  withdrawWishes,
  writeCareerPlan,
  withdrawCareerPlan,
  answerCareerPlan,
  registerFeedback,
  openFeedbackRound,
  changeFeedbackRound,
  keepFeedbackRater,
  askFeedbackRater,
  inviteFeedbackRaters,
  confirmFeedbackRaters,
  changeFeedbackRaters,
  saveFeedback,
  submitFeedback,
  declineFeedback,
  computeFeedback,
  closeFeedbackRound,
  tendFeedbackRounds,
  checkRemark,
  writeQuestion,
  retireQuestion,
  draftGuide,
  changeGuide,
  scheduleInterview,
  moveInterview,
  cancelInterview,
  replaceInterviewer,
  remindInterviewers,
  declareForInterview,
  saveRatings,
  submitRatings,
  openRatings,
  recordConsensus,
  keepConsensus,
  challengeInterviewer,
  answerChallenge,
  askValues,
  proposeRater,
  keepProposedRater,
  changeRaters,
  changeReview,
  remindRaters,
  saveValues,
  rateValues,
  declineValues,
  openValues,
  submitObjection,
  answerObjection,
  publishFairness,
  recordObjectionEffects,
  settleObjectionEffect,
  draftPolicy,
  describePolicy,
  changePolicy,
  previewPolicy,
  queuePolicyPreview,
  submitPolicy,
  withdrawPolicy,
  decidePolicy,
]
