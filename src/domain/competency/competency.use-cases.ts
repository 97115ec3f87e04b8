import { expireAssessments } from './assessment/expire-assessments.ts'
import { recordAssessment } from './assessment/record-assessment.ts'
import { registerCompetencies } from './dictionary/register-competencies.ts'
import { recordEvidence } from './evidence/record-evidence.ts'
import { registerEvidence } from './evidence/register-evidence.ts'
import { registerPositionStandards } from './position-standard/register-position-standards.ts'
import { answerRequest } from './request/answer-request.ts'
import { askForEvidence } from './request/ask-for-evidence.ts'
import { checkPaper } from './request/check-paper.ts'
import { submitPaper } from './request/submit-paper.ts'
import { restoreCompetencyRecords } from './restore-competency-records.ts'

/** Everything the room does. */
export const competencyUseCases = [
  registerCompetencies,
  registerPositionStandards,
  recordAssessment,
  expireAssessments,
  recordEvidence,
  registerEvidence,
  askForEvidence,
  answerRequest,
  submitPaper,
  checkPaper,
  restoreCompetencyRecords,
]
