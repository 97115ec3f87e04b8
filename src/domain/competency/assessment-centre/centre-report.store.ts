import { createHash } from 'node:crypto'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { assessmentRules } from '../assessment/assessment.rules.ts'
import { centreRules } from './assessment-centre.rules.ts'
import { type ReportContent, reportFigures } from './centre-report.model.ts'

export type Report = {
  id: string
  participant_id: string
  employee_id: string
  version: number
  content: ReportContent
  content_hash: string
  reason: string | null
  made_on: Day
  made_by_name: string
}

const columns = sql`r.id, r.participant_id, r.employee_id, r.version, r.content, r.content_hash, r.reason, r.made_on, r.made_by_name`

/** Versions of a participant's report, the newest first. */
export const listReports = (db: Db, participantId: string): Promise<Report[]> =>
  db.rows<Report>(
    sql`select ${columns} from competency.assessment_reports r where r.participant_id = ${participantId} order by r.version desc`,
  )

/** Every report about a person, the newest first. */
export const listReportsOf = (db: Db, employeeId: string): Promise<Report[]> =>
  db.rows<Report>(
    sql`select ${columns} from competency.assessment_reports r where r.employee_id = ${employeeId} order by r.made_on desc, r.version desc`,
  )

/** Fingerprint of a report's content, whatever the order of its keys in the database. */
export const hashOf = (content: ReportContent): string => {
  const ordered = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(ordered)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, v]) => [k, ordered(v)]),
          )
        : value
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex')
}

/** The figures of a report by the rules that held on the day it was made. */
export const figuresOf = (report: Pick<Report, 'participant_id' | 'version' | 'content'>) =>
  reportFigures(
    report.content,
    { assessment: assessmentRules.on(report.content.madeOn), centre: centreRules.on(report.content.madeOn) },
    `${report.participant_id}:${report.version}`,
  )
