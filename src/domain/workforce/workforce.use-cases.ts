import { setScope } from '#platform/access/set-scope.ts'
import { recordAppraisal } from './appraisal/record-appraisal.ts'
import { registerAppraisals } from './appraisal/register-appraisals.ts'
import { registerAwards } from './award/register-awards.ts'
import { registerTeamRoles } from './award/register-team-roles.ts'
import { registerCareers } from './career/register-careers.ts'
import { declareDisability } from './disability/declare-disability.ts'
import { registerDisability } from './disability/register-disability.ts'
import { linkSupervisors } from './employee/link-supervisors.ts'
import { registerEmployees } from './employee/register-employees.ts'
import { verifyFieldMatch } from './employee/verify-field-match.ts'
import { recordIndicatorValue } from './indicator/record-indicator-value.ts'
import { registerIndicator } from './indicator/register-indicator.ts'
import { registerIndicatorValues } from './indicator/register-indicator-values.ts'
import { classifyPositions } from './position/classify-positions.ts'
import { markKeyPosition } from './position/mark-key-position.ts'
import { registerPositions } from './position/register-positions.ts'
import { recordCheck } from './record-check/record-check.ts'
import { registerChecks } from './record-check/register-checks.ts'
import { restoreWorkforceRecords } from './restore-workforce-records.ts'
import { registerSanctions } from './sanction/register-sanctions.ts'
import { correctTraining } from './training/correct-training.ts'
import { recordTraining } from './training/record-training.ts'
import { registerTrainings } from './training/register-trainings.ts'
import { withdrawTraining } from './training/withdraw-training.ts'
import { registerUnits } from './unit/register-units.ts'
import { recordUnitEvent } from './unit-event/record-unit-event.ts'

/** Everything the room does. */
export const workforceUseCases = [
  setScope,
  registerUnits,
  registerPositions,
  classifyPositions,
  markKeyPosition,
  registerEmployees,
  declareDisability,
  registerDisability,
  linkSupervisors,
  verifyFieldMatch,
  registerCareers,
  registerAppraisals,
  recordAppraisal,
  registerTrainings,
  recordTraining,
  correctTraining,
  withdrawTraining,
  registerAwards,
  registerTeamRoles,
  registerSanctions,
  recordCheck,
  registerChecks,
  registerIndicator,
  registerIndicatorValues,
  recordIndicatorValue,
  recordUnitEvent,
  restoreWorkforceRecords,
]
