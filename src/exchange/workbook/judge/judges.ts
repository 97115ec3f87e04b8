import type { ImportRecord, RecordType } from '../records.ts'
import {
  budgetJudge,
  classDateJudge,
  indicatorJudge,
  moduleJudge,
  positionStandardJudge,
  unitJudge,
} from './agency-records.ts'
import { employeeJudge } from './employee.ts'
import type { TableJudge } from './judge.ts'
import {
  assessmentJudge,
  awardJudge,
  careerJudge,
  disciplineJudge,
  performanceJudge,
  talentJudge,
  trainingJudge,
} from './person-records.ts'
import {
  attendanceJudge,
  followUpJudge,
  labProjectJudge,
  nominationJudge,
  participantJudge,
  planItemJudge,
  satisfactionJudge,
  sessionJudge,
} from './programme-records.ts'

type Judges = { [T in RecordType]: TableJudge<Extract<ImportRecord, { type: T }>> }

const judges: Judges = {
  unit: unitJudge,
  employee: employeeJudge,
  'position-standard': positionStandardJudge,
  performance: performanceJudge,
  assessment: assessmentJudge,
  training: trainingJudge(),
  module: moduleJudge,
  'class-date': classDateJudge,
  budget: budgetJudge,
  indicator: indicatorJudge,
  talent: talentJudge,
  career: careerJudge,
  discipline: disciplineJudge,
  award: awardJudge,
  nomination: nominationJudge,
  participant: participantJudge,
  'plan-item': planItemJudge,
  attendance: attendanceJudge,
  session: sessionJudge,
  'lab-project': labProjectJudge,
  'follow-up': followUpJudge,
  satisfaction: satisfactionJudge,
}

/** The judge of a table; it receives only records it made itself. */
export const judgeOf = (type: RecordType): TableJudge => judges[type] as unknown as TableJudge

/** The order in which tables are judged: each needs what stands before it. */
export const judgingOrder: readonly RecordType[] = ['unit', 'position-standard', 'employee', 'module', 'class-date']
export const rankOfTable = (type: RecordType): number => {
  const at = judgingOrder.indexOf(type)
  return at === -1 ? judgingOrder.length : at
}
