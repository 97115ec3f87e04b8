import { stateAspiration } from './aspiration/state-aspiration.ts'
import { moveCycle, openCycle } from './cycle/open-cycle.ts'
import { placeCycle } from './cycle/place-cycle.ts'
import { registerFeedback } from './feedback/register-feedback.ts'
import { decideMove, movePerson } from './nine-box/move-person.ts'
import { decideNomination } from './nomination/decide-nomination.ts'
import { withdrawNomination } from './nomination/withdraw-nomination.ts'
import { nominateEmployee } from './nomination/nominate-employee.ts'
import { answerObjection } from './objection/answer-objection.ts'
import { submitObjection } from './objection/submit-objection.ts'

/** Everything this room can do. */
export const talentUseCases = [
  openCycle,
  moveCycle,
  placeCycle,
  movePerson,
  decideMove,
  nominateEmployee,
  withdrawNomination,
  decideNomination,
  stateAspiration,
  registerFeedback,
  submitObjection,
  answerObjection,
]
