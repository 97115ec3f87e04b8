import { expireAssessments } from './assessment/expire-assessments.ts'
import { recordAssessment } from './assessment/record-assessment.ts'
import { agreeLevels } from './assessment-centre/agree-levels.ts'
import { answerInvitation, decideOtherDay } from './assessment-centre/answer-invitation.ts'
import { closeBatch } from './assessment-centre/close-batch.ts'
import { correctResult } from './assessment-centre/correct-result.ts'
import { inviteParticipants, withdrawParticipant } from './assessment-centre/invite-participants.ts'
import {
  changeAssessor,
  endAssessor,
  openAssessorAccount,
  registerAssessor,
} from './assessment-centre/keep-assessor.ts'
import { changeProvider, endProvider, registerProvider } from './assessment-centre/keep-provider.ts'
import {
  assignAssessors,
  declareInterests,
  nameBatchAssessor,
  removeBatchAssessor,
} from './assessment-centre/name-assessors.ts'
import { cancelBatch, changeBatch, chooseInstruments, planBatch } from './assessment-centre/plan-batch.ts'
import { noteBehaviour, rateLevels, submitRatings, takeBackRatings } from './assessment-centre/rate-participant.ts'
import { startBatch } from './assessment-centre/start-batch.ts'
import { applyProposals, decideProposal } from './dictionary/decide-version.ts'
import { proposeCompetency, proposeRetirement, withdrawProposal } from './dictionary/propose-version.ts'
import { registerCompetencies } from './dictionary/register-competencies.ts'
import { recordEvidence } from './evidence/record-evidence.ts'
import { registerEvidence } from './evidence/register-evidence.ts'
import { registerPositionStandards } from './position-standard/register-position-standards.ts'
import { setStandard, setStandards } from './position-standard/set-standard.ts'
import { takeBackStandard } from './position-standard/take-back-standard.ts'
import { answerRequest } from './request/answer-request.ts'
import { askForEvidence } from './request/ask-for-evidence.ts'
import { checkPaper } from './request/check-paper.ts'
import { submitPaper } from './request/submit-paper.ts'
import { restoreCompetencyRecords } from './restore-competency-records.ts'

/** Everything the room does. */
export const competencyUseCases = [
  registerCompetencies,
  proposeCompetency,
  proposeRetirement,
  withdrawProposal,
  decideProposal,
  applyProposals,
  registerPositionStandards,
  setStandard,
  setStandards,
  takeBackStandard,
  recordAssessment,
  expireAssessments,
  recordEvidence,
  registerEvidence,
  askForEvidence,
  answerRequest,
  submitPaper,
  checkPaper,
  restoreCompetencyRecords,
  registerProvider,
  changeProvider,
  endProvider,
  registerAssessor,
  changeAssessor,
  endAssessor,
  openAssessorAccount,
  planBatch,
  changeBatch,
  chooseInstruments,
  cancelBatch,
  inviteParticipants,
  withdrawParticipant,
  answerInvitation,
  decideOtherDay,
  nameBatchAssessor,
  removeBatchAssessor,
  declareInterests,
  assignAssessors,
  startBatch,
  noteBehaviour,
  rateLevels,
  submitRatings,
  takeBackRatings,
  agreeLevels,
  closeBatch,
  correctResult,
]
