import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findBatch, findParticipant, listAgreed } from './centre.store.ts'
import type { ReportContent } from './centre-report.model.ts'
import { hashOf, listReports } from './centre-report.store.ts'
import { recordResult, reportContent } from './close-batch.ts'

/** Corrects an agreed level after the batch was closed: a new version of the report with its reason; the old one stays. */
export const correctResult = useCase({
  name: 'correct-result',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies', 'competency.assessments', 'workforce.employees'],
  writes: [
    'competency.agreed_levels',
    'competency.batch_participants',
    'competency.assessment_reports',
    'platform.notices',
  ],
  input: z.object({
    participantId: field.id('Peserta'),
    levels: z.array(z.object({ code: z.string().min(1), level: z.number().int().min(0).max(5) })),
    reason: field.reason(),
    /** The paper the correction rests on: minutes or a letter of the lead assessor. */
    basis: field.text('Dasar koreksi', 300),
  }),
  async run({ input, db, actor, on, newId, note, call }) {
    const participant = await findParticipant(db, input.participantId)
    if (!participant) throw errors.participant.notFound()
    if (participant.employee_id === actor.employeeId) throw errors.report.own()
    const batch = await findBatch(db, participant.batch_id)
    const [last] = await listReports(db, participant.id)
    if (batch?.state !== 'closed' || !last) throw errors.report.notYet()
    const before = await listAgreed(db, participant.id)
    const known = new Map(before.map(a => [a.code, a.level]))
    const changed = input.levels.filter(l => known.has(l.code) && known.get(l.code) !== l.level)
    if (changed.length === 0) throw errors.report.unchanged()
    for (const c of changed)
      await db.run(
        sql`update competency.agreed_levels set level = ${c.level}, reason = ${`Koreksi: ${input.reason} (${input.basis})`}, agreed_on = ${on}, agreed_by_name = ${actor.name}
          where participant_id = ${participant.id} and code = ${c.code}`,
      )
    const made = await reportContent(
      db,
      batch,
      participant,
      await listAgreed(db, participant.id),
      last.content.assessors,
    )
    const assessmentId = await recordResult(call, db, batch, participant, made)
    const content: ReportContent = { ...made, assessmentId }
    const version = last.version + 1
    await db.insert('competency.assessment_reports', [
      {
        agency_id: actor.agencyId,
        id: newId(),
        participant_id: participant.id,
        employee_id: participant.employee_id,
        version,
        content,
        content_hash: hashOf(content),
        reason: `${input.reason} Dasar: ${input.basis}`,
        made_on: on,
        made_by_name: actor.name,
      },
    ])
    await notify(db, [
      {
        employeeId: participant.employee_id,
        text: `Laporan asesmen Anda dikoreksi: ${input.reason}`,
        textEn: `The report of your assessment was corrected: ${input.reason}`,
        href: `/kompetensi/asesmen/laporan/${participant.id}`,
      },
    ])
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      reason: input.reason,
      detail: { version, levels: changed.map(c => c.code), basis: input.basis },
    })
    return { version }
  },
})
