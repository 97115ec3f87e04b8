import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
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
    /** What the paper proves, where it is less than it claims. */
    level: z.coerce
      .number({ error: 'Pilih level yang diakui.' })
      .int()
      .min(1, { error: 'Pilih level 1 sampai 5.' })
      .max(5, { error: 'Pilih level 1 sampai 5.' })
      .nullish(),
    /** Its last day, where the issuer says another one. */
    validUntil: field.day('Berlaku sampai').nullish(),
    reason: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const paper = await db.find<{
      employee_id: string
      competency_id: string
      name: string
      level: number
      observed_on: Day
      valid_until: Day | null
      is_verified: boolean
      is_replaced: boolean
    }>(
      sql`select e.employee_id, e.competency_id, c.name, e.level, e.observed_on, e.valid_until, e.is_verified, e.is_replaced from competency.evidence e
        join competency.competencies c on c.agency_id = e.agency_id and c.id = e.competency_id
        where e.id = ${input.evidenceId} and e.source_kind = 'competency.paper' for update of e`,
    )
    if (!paper) throw errors.paper.notFound()
    if (paper.employee_id === actor.employeeId) throw errors.paper.own()
    if (paper.is_verified || paper.is_replaced) throw errors.paper.checked()
    if (input.decision === 'rejected' && (input.reason ?? '').length < 10) throw errors.paper.whyNot()
    const level = input.level ?? paper.level
    const validUntil = input.validUntil ?? paper.valid_until
    if (input.decision === 'accepted') {
      if (level > paper.level) throw errors.paper.aboveClaim(paper.level)
      if (validUntil && validUntil <= paper.observed_on) throw errors.paper.endsEarly()
      const isOther = level !== paper.level || validUntil !== paper.valid_until
      if (isOther && (input.reason ?? '').length < 10) throw errors.paper.whyOther()
    }
    await db.run(
      input.decision === 'accepted'
        ? sql`update competency.evidence set is_verified = true, level = ${level}, claimed_level = ${paper.level}, valid_until = ${validUntil}, check_note = ${input.reason ?? null}, checked_by_name = ${actor.name}, checked_on = ${on} where id = ${input.evidenceId}`
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
            ? level === paper.level
              ? `Bukti ${paper.name} Anda sudah diperiksa dan dipakai.`
              : `Bukti ${paper.name} Anda dipakai pada level ${level}: ${input.reason}`
            : `Bukti ${paper.name} Anda belum dapat dipakai: ${input.reason}`,
        textEn:
          input.decision === 'accepted'
            ? level === paper.level
              ? `Your evidence of ${paper.name} was checked and counts.`
              : `Your evidence of ${paper.name} counts at level ${level}: ${input.reason}`
            : `Your evidence of ${paper.name} cannot be used yet: ${input.reason}`,
        href: `/kompetensi/bukti/${input.evidenceId}`,
      },
    ])
    note({
      subjectKind: 'competency.evidence',
      subjectId: input.evidenceId,
      employeeId: paper.employee_id,
      reason: input.reason,
      detail: { decision: input.decision, claimed: paper.level, level, validUntil },
    })
    if (input.decision === 'accepted')
      announce({
        type: 'EvidenceRecorded',
        payload: { employeeId: paper.employee_id, competencyIds: [paper.competency_id] },
      })
  },
})
