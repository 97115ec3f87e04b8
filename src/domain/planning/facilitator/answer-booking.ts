import { z } from 'zod'
import { type Day, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listTeaching } from './facilitator.store.ts'

/**
 * Whoever is to teach a class takes it or refuses it with a reason, until it begins. A refused class asks for trainers again and
 * stands among the officer's tasks.
 */
export const answerBooking = useCase({
  name: 'answer-booking',
  room: 'planning',
  permission: { asn: 'own' },
  writes: ['planning.facilitator_bookings'],
  reads: [
    'planning.facilitators',
    'planning.facilitator_absences',
    'planning.sessions',
    'planning.modules',
    'planning.scenarios',
  ],
  input: z.object({
    bookingId: field.id('Penugasan'),
    answer: z.enum(['accepted', 'declined'], { error: 'Pilih terima atau tolak.' }),
    reason: z.string().trim().max(1000).nullish(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const booking = await db.find<{
      id: string
      facilitator_id: string
      session_id: string
      starts_on: Day
      ends_on: Day
      code: string
    }>(sql`select b.id, b.facilitator_id, b.session_id, s.starts_on, s.ends_on, s.code from planning.facilitator_bookings b
        join planning.facilitators f on f.agency_id = b.agency_id and f.id = b.facilitator_id
        join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id
        where b.id = ${input.bookingId} and b.withdrawn_on is null and f.employee_id = ${actor.employeeId}`)
    if (!booking) throw errors.facilitator.bookingNotFound()
    if (booking.starts_on <= on) throw errors.facilitator.begun(booking.starts_on)
    if (input.answer === 'declined' && (input.reason ?? '').length < 10) throw errors.facilitator.declineReason()
    // What she marked or took since she refused may stand in the way now.
    if (input.answer === 'accepted') {
      const away = await db.find<{ starts_on: Day; ends_on: Day }>(
        sql`select starts_on, ends_on from planning.facilitator_absences where facilitator_id = ${booking.facilitator_id} and starts_on <= ${booking.ends_on} and ends_on >= ${booking.starts_on} order by starts_on limit 1`,
      )
      if (away) throw errors.facilitator.awayThen(away.starts_on, away.ends_on)
      const clash = (await listTeaching(db, yearOf(booking.starts_on))).find(
        t =>
          t.facilitator === booking.facilitator_id &&
          t.session_id !== booking.session_id &&
          t.starts_on <= booking.ends_on &&
          t.ends_on >= booking.starts_on,
      )
      if (clash) throw errors.facilitator.booked(clash.name, clash.starts_on, 'reason')
    }
    await db.run(
      sql`update planning.facilitator_bookings set answer = ${input.answer}, answered_on = ${on}, answer_reason = ${input.reason || null} where id = ${booking.id}`,
    )
    note({
      subjectKind: 'planning.facilitator',
      subjectId: booking.facilitator_id,
      employeeId: actor.employeeId,
      reason: input.reason ?? null,
      detail: { booking: booking.id, session: booking.code, answer: input.answer },
    })
    announce({ type: 'BookingAnswered', payload: { bookingId: booking.id, answer: input.answer } })
    return { answer: input.answer }
  },
})

/** The day on which an honorarium was paid; without a day the note is taken back, with the reason. */
export const recordHonorarium = useCase({
  name: 'record-honorarium',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_bookings'],
  reads: ['planning.sessions'],
  input: z
    .object({
      bookingId: field.id('Kelas'),
      paidOn: field.day('Tanggal dibayar').nullish(),
      reason: z.string().trim().max(1000).nullish(),
    })
    .refine(p => p.paidOn != null || (p.reason ?? '').length >= 10, {
      path: ['paidOn'],
      error: 'Isi tanggal dibayar. Untuk membatalkan catatan, tuliskan alasannya.',
    }),
  async run({ input, db, on, note }) {
    const booking = await db.find<{ facilitator_id: string; ends_on: Day }>(
      sql`select b.facilitator_id, s.ends_on from planning.facilitator_bookings b join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id
        where b.id = ${input.bookingId} and b.withdrawn_on is null and b.answer is distinct from 'declined' and s.state <> 'cancelled'`,
    )
    if (!booking) throw errors.facilitator.bookingNotFound()
    if (input.paidOn && (input.paidOn < booking.ends_on || input.paidOn > on))
      throw errors.facilitator.paidDay(booking.ends_on)
    await db.run(
      sql`update planning.facilitator_bookings set paid_on = ${input.paidOn ?? null} where id = ${input.bookingId}`,
    )
    note({
      subjectKind: 'planning.facilitator',
      subjectId: booking.facilitator_id,
      reason: input.reason ?? null,
      detail: { booking: input.bookingId, paidOn: input.paidOn ?? null },
    })
  },
})
