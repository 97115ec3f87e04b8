import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'

/** Nightly: tells once of every result that no longer holds, so that the person and the next assessment are planned. */
export const expireAssessments = useCase({
  name: 'expire-assessments',
  room: 'competency',
  permission: { system: 'agency' },
  reads: ['competency.assessments'],
  writes: ['competency.assessments'],
  input: z.object({}),
  example: {},
  async run({ db, on, note, announce }) {
    const ended = await db.rows<{
      id: string
      employee_id: string
    }>(sql`update competency.assessments set expiry_told_on = ${on}
      where valid_until < ${on} and expiry_told_on is null returning id, employee_id`)
    for (const a of ended)
      announce({ type: 'AssessmentExpired', payload: { assessmentId: a.id, employeeId: a.employee_id } })
    note({ subjectKind: 'competency.assessment', detail: { expired: ended.length } })
    return { expired: ended.length }
  },
})
