import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** An officer compares the paper with its issuer: it counts from now on, or it is sent back with a reason. Never one's own. */
export const checkPaper = useCase({
  name: 'check-paper',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies'],
  writes: ['competency.evidence', 'competency.evidence_requests', 'platform.notices'],
  input: z.object({
    evidenceId: field.id('Bukti'),
    decision: z.enum(['accepted', 'rejected'], { error: 'Pilih hasil pemeriksaan.' }),
    reason: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const paper = await db.find<{
      employee_id: string
      competency_id: string
      name: string
      is_verified: boolean
      is_replaced: boolean
    }>(
      sql`select e.employee_id, e.competency_id, c.name, e.is_verified, e.is_replaced from competency.evidence e
        join competency.competencies c on c.agency_id = e.agency_id and c.id = e.competency_id
        where e.id = ${input.evidenceId} and e.source_kind = 'competency.paper' for update of e`,
    )
    if (!paper) throw errors.paper.notFound()
    if (paper.employee_id === actor.employeeId) throw errors.paper.own()
    if (paper.is_verified || paper.is_replaced) throw errors.paper.checked()
    if (input.decision === 'rejected' && (input.reason ?? '').length < 10) throw errors.paper.whyNot()
    await db.run(
      input.decision === 'accepted'
        ? sql`update competency.evidence set is_verified = true, checked_by_name = ${actor.name}, checked_on = ${on} where id = ${input.evidenceId}`
        : sql`update competency.evidence set is_replaced = true, correction_reason = ${input.reason}, checked_by_name = ${actor.name}, checked_on = ${on} where id = ${input.evidenceId}`,
    )
    if (input.decision === 'accepted')
      await db.run(
        sql`update competency.evidence_requests set state = 'answered', answered_on = ${on} where state = 'open' and employee_id = ${paper.employee_id} and competency_id = ${paper.competency_id}`,
      )
    await notify(db, [
      {
        employeeId: paper.employee_id,
        text:
          input.decision === 'accepted'
            ? `Bukti ${paper.name} Anda sudah diperiksa dan dipakai.`
            : `Bukti ${paper.name} Anda belum dapat dipakai: ${input.reason}`,
        textEn:
          input.decision === 'accepted'
            ? `Your evidence of ${paper.name} was checked and counts.`
            : `Your evidence of ${paper.name} cannot be used yet: ${input.reason}`,
        href: `/kompetensi/bukti/${input.evidenceId}`,
      },
    ])
    note({
      subjectKind: 'competency.evidence',
      subjectId: input.evidenceId,
      employeeId: paper.employee_id,
      reason: input.reason,
      detail: { decision: input.decision },
    })
    if (input.decision === 'accepted')
      announce({
        type: 'EvidenceRecorded',
        payload: { employeeId: paper.employee_id, competencyIds: [paper.competency_id] },
      })
  },
})
