import { grantRole, invitePerson, revokeRole } from './access/change-roles.ts'
import { setScope } from './access/set-scope.ts'
import { openAccounts, setUpAgency } from './access/set-up-agency.ts'
import { switchModule } from './access/switch-module.ts'
import { readNotices } from './message/read-notices.ts'
import { answerDataRequest, askAboutData } from './privacy/data-request.ts'
import { keepRuleVersion } from './rules/keep-rule-version.ts'
import { postponeWaiting } from './waiting/postpone.ts'

/** What the ground floor lets an agency do. */
export const platformUseCases = [
  setUpAgency,
  openAccounts,
  grantRole,
  revokeRole,
  invitePerson,
  switchModule,
  setScope,
  askAboutData,
  answerDataRequest,
  readNotices,
  postponeWaiting,
  keepRuleVersion,
]
