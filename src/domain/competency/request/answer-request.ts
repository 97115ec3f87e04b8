import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { recordEvidence } from '../evidence/record-evidence.ts'

/**
 * The supervisor rates one level with an example from work, or says that she cannot judge it: then the assessment centre
 * is asked instead. Nobody rates herself.
 */
export const answerRequest = useCase({
  name: 'answer-request',
  room: 'competency',
  permission: { supervisor: 'team' },
  writes: ['competency.evidence_requests'],
  input: z.discriminatedUnion('answer', [
    z.object({
      answer: z.literal('rated'),
      requestId: field.id('Permintaan'),
      level: z.coerce.number({ error: 'Pilih level yang terlihat dalam pekerjaan.' }).int().min(0).max(5),
      example: z
        .string({ error: 'Tuliskan contoh kerjanya.' })
        .trim()
        .min(20, { error: 'Tuliskan satu contoh kerja nyata, sekurang-kurangnya 20 huruf.' })
        .max(2000),
    }),
    z.object({
      answer: z.literal('cannot'),
      requestId: field.id('Permintaan'),
      reason: z
        .string({ error: 'Sebutkan alasannya.' })
        .trim()
        .min(10, { error: 'Sebutkan alasannya dengan satu kalimat.' })
        .max(500),
    }),
  ]),
  async run({ input, db, actor, on, note, call }) {
    const request = await db.find<{ employee_id: string; competency_id: string; state: string; asked_of: string }>(
      sql`select employee_id, competency_id, state, asked_of from competency.evidence_requests where id = ${input.requestId} for update`,
    )
    if (!request) throw errors.request.notFound()
    if (request.employee_id === actor.employeeId) throw errors.request.ownLevel()
    if (request.state !== 'open' || request.asked_of !== 'supervisor') throw errors.request.answered()
    if (input.answer === 'cannot') {
      await db.run(
        sql`update competency.evidence_requests set asked_of = 'provider', answer_note = ${input.reason} where id = ${input.requestId}`,
      )
      note({
        subjectKind: 'competency.evidence-request',
        subjectId: input.requestId,
        employeeId: request.employee_id,
        reason: input.reason,
        detail: { answer: 'cannot' },
      })
      return { answer: 'cannot' as const }
    }
    await call(recordEvidence, {
      employeeId: request.employee_id,
      sourceKind: 'competency.evidence-request',
      sourceId: input.requestId,
      pieces: [
        {
          competencyId: request.competency_id,
          source: 'supervisor',
          level: input.level,
          observedOn: on,
          isVerified: false,
          raterId: actor.employeeId,
          note: input.example,
        },
      ],
    })
    await db.run(
      sql`update competency.evidence_requests set state = 'answered', answered_on = ${on} where id = ${input.requestId}`,
    )
    note({
      subjectKind: 'competency.evidence-request',
      subjectId: input.requestId,
      employeeId: request.employee_id,
      detail: { answer: 'rated', level: input.level },
    })
    return { answer: 'rated' as const }
  },
})
