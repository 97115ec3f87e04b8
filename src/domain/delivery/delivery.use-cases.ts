import { confirmAssignment, correctAssignment } from './assignment/confirm-assignment.ts'
import { giveAssignment, reportAssignment } from './assignment/give-assignment.ts'
import { cancelClass } from './class/cancel-class.ts'
import { completeEnrolment, correctEnrolment } from './class/complete-enrolment.ts'
import { enrolPeople, openClass } from './class/open-class.ts'
import { answerFollowUp, correctFollowUp } from './follow-up/answer-follow-up.ts'
import { agreeBehaviour, askFollowUps } from './follow-up/ask-follow-ups.ts'
import { confirmMeeting, correctMeeting } from './meeting/confirm-meeting.ts'
import { logMeeting } from './meeting/log-meeting.ts'
import { giveReaction } from './reaction/give-reaction.ts'
import { recordReactions } from './reaction/record-reactions.ts'
import { takeBackAnswer, takeBackAssignment, takeBackBehaviour, takeBackMeeting } from './take-back/take-back.ts'

/** Everything this room can do. */
export const deliveryUseCases = [
  openClass,
  enrolPeople,
  cancelClass,
  completeEnrolment,
  correctEnrolment,
  logMeeting,
  confirmMeeting,
  correctMeeting,
  giveAssignment,
  reportAssignment,
  confirmAssignment,
  correctAssignment,
  agreeBehaviour,
  askFollowUps,
  answerFollowUp,
  correctFollowUp,
  recordReactions,
  giveReaction,
  takeBackAnswer,
  takeBackMeeting,
  takeBackAssignment,
  takeBackBehaviour,
]
