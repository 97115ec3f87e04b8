import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findParticipant, openBatch, rulesOfBatch } from './centre.store.ts'
import { whenWords } from './centre-words.ts'

/** The person says that she comes, or asks for another day with the reason. */
export const answerInvitation = useCase({
  name: 'answer-invitation',
  room: 'competency',
  permission: { asn: 'own' },
  writes: ['competency.batch_participants'],
  input: z.discriminatedUnion(
    'answer',
    [
      z.object({ participantId: field.id('Undangan'), answer: z.literal('comes') }),
      z.object({
        participantId: field.id('Undangan'),
        answer: z.literal('other-day'),
        askedOn: field.day('Hari yang Anda usulkan').nullish(),
        reason: field.reason(),
      }),
    ],
    { error: 'Pilih jawaban Anda.' },
  ),
  async run({ input, db, actor, on, note }) {
    const participant = await findParticipant(db, input.participantId)
    if (!participant || participant.employee_id !== actor.employeeId) throw errors.participant.notFound()
    const batch = await openBatch(db, participant.batch_id)
    if (!['invited', 'confirmed', 'asks-other-day'].includes(participant.state) || batch.state !== 'planned')
      throw errors.participant.answered()
    if (input.answer === 'comes') {
      await db.run(
        sql`update competency.batch_participants set state = 'confirmed', answered_on = ${on}, asked_on = null, asked_reason = null where id = ${participant.id}`,
      )
    } else {
      const last = addDays(participant.assessed_on, -rulesOfBatch(batch).body.askOtherDayBeforeDays)
      if (on > last) throw errors.participant.tooLate(last)
      await db.run(
        sql`update competency.batch_participants set state = 'asks-other-day', answered_on = ${on}, asked_on = ${input.askedOn ?? null}, asked_reason = ${input.reason} where id = ${participant.id}`,
      )
    }
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      reason: input.answer === 'other-day' ? input.reason : null,
      detail: { answer: input.answer },
    })
    return { answer: input.answer }
  },
})

/** An officer answers the wish for another day: another day of the batch, out of this batch, or the same day with the reason. */
export const decideOtherDay = useCase({
  name: 'decide-other-day',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.batch_participants', 'platform.notices'],
  input: z.object({
    participantId: field.id('Peserta'),
    decision: z.enum(['other-day', 'later-batch', 'stays'], { error: 'Pilih jawaban untuk peserta.' }),
    assessedOn: field.day('Hari asesmen').nullish(),
    note: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, on, note }) {
    const participant = await findParticipant(db, input.participantId)
    if (!participant) throw errors.participant.notFound()
    const batch = await openBatch(db, participant.batch_id)
    if (participant.state !== 'asks-other-day') throw errors.participant.notAsking()
    const day = (input.assessedOn ?? participant.assessed_on) as Day
    if (input.decision === 'other-day' && (!input.assessedOn || day < batch.starts_on || day > batch.ends_on))
      throw errors.participant.dayOutside(batch.starts_on, batch.ends_on)
    if (input.decision !== 'other-day' && (input.note ?? '').length < 10) throw errors.participant.noNote()
    const state = input.decision === 'later-batch' ? 'withdrawn' : 'confirmed'
    const kept = input.decision === 'other-day' ? day : participant.assessed_on
    await db.run(
      sql`update competency.batch_participants set state = ${state}, assessed_on = ${kept}, answer_note = ${input.note ?? null}, answered_on = ${on} where id = ${participant.id}`,
    )
    await notify(db, [
      {
        employeeId: participant.employee_id,
        text:
          input.decision === 'other-day'
            ? `Hari asesmen Anda dipindah: ${whenWords(kept, batch.place)}.`
            : input.decision === 'later-batch'
              ? `Anda diikutkan gelombang berikutnya. ${input.note}`
              : `Hari asesmen Anda tetap: ${whenWords(kept, batch.place)}. ${input.note}`,
        textEn:
          input.decision === 'other-day'
            ? `The day of your assessment has moved: ${whenWords(kept, batch.place, 'en')}.`
            : input.decision === 'later-batch'
              ? `You will join a later batch. ${input.note}`
              : `The day of your assessment stays: ${whenWords(kept, batch.place, 'en')}. ${input.note}`,
        href: `/kompetensi/asesmen/peserta/${participant.id}`,
      },
    ])
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      reason: input.note,
      detail: { decision: input.decision, day: kept },
    })
    return { decision: input.decision }
  },
})
