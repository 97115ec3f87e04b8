import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listFacilitators, listTeaching } from './facilitator.store.ts'
import { listLeaving } from './trainer-succession.store.ts'

/**
 * Gives a class to a facilitator. A day on which she is away or teaches another class is refused; more days than agreed, or a class
 * after she has left, needs a reason.
 */
export const bookFacilitator = useCase({
  name: 'book-facilitator',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_bookings', 'platform.notices'],
  reads: [
    'planning.facilitators',
    'planning.facilitator_modules',
    'planning.facilitator_absences',
    'planning.sessions',
    'planning.modules',
    'planning.scenarios',
  ],
  input: z.object({
    facilitatorId: field.id('Fasilitator'),
    sessionId: field.id('Kelas'),
    jp: z.coerce
      .number({ error: 'JP harus berupa angka.' })
      .positive({ error: 'JP harus lebih dari 0.' })
      .max(1000)
      .nullish(),
    reason: z.string().trim().max(1000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const [facilitator] = await listFacilitators(db, input.facilitatorId)
    if (!facilitator) throw errors.facilitator.notFound()
    const session = await db.find<{
      id: string
      code: string
      name: string
      module_id: string
      starts_on: Day
      ends_on: Day
      jp: number | null
      days: number
      state: string
    }>(
      sql`select s.id, s.code, m.name, s.module_id, s.starts_on, s.ends_on, m.jp, coalesce(m.days, s.ends_on - s.starts_on + 1) as days, s.state
        from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id where s.id = ${input.sessionId}`,
    )
    if (!session || !['planned', 'open'].includes(session.state)) throw errors.session.notFound()
    if (!facilitator.modules.some(m => m.id === session.module_id)) throw errors.facilitator.cannotTeach(session.name)
    const meets = (from: Day, until: Day) => from <= session.ends_on && until >= session.starts_on
    const away = facilitator.absences.find(a => meets(a.starts_on, a.ends_on))
    if (away) throw errors.facilitator.away(away.starts_on, away.ends_on)
    const year = yearOf(session.starts_on)
    const teaching = (await listTeaching(db, year)).filter(t => t.facilitator === facilitator.id)
    const clash = teaching.find(t => meets(t.starts_on, t.ends_on))
    if (clash) throw errors.facilitator.teaches(clash.name, clash.starts_on)
    const days = teaching.reduce((sum, t) => sum + t.days, 0) + session.days
    const leaving = (await listLeaving(db)).find(l => l.id === facilitator.id)
    const leaves = leaving?.leavesOn != null && leaving.leavesOn <= session.ends_on
    if ((days > facilitator.max_days || leaves) && (input.reason ?? '').length < 10)
      throw leaves
        ? errors.facilitator.leaves(leaving!.leavesOn!)
        : errors.facilitator.overLimit(days, facilitator.max_days)
    const jp = input.jp ?? session.jp
    if (jp === null) throw errors.facilitator.jpMissing()
    const id = newId()
    await db.insert('planning.facilitator_bookings', [
      {
        agency_id: actor.agencyId,
        id,
        facilitator_id: facilitator.id,
        session_id: session.id,
        jp,
        reason: input.reason || null,
        booked_by_name: actor.name,
        booked_on: on,
      },
    ])
    if (facilitator.employee_id)
      await notify(db, [
        {
          employeeId: facilitator.employee_id,
          href: '/diklat/mengajar',
          text: `Anda dijadwalkan mengajar ${session.name}, mulai ${formatDay(session.starts_on)}.`,
          textEn: `You are booked to teach ${session.name}, from ${formatDay(session.starts_on, 'long', 'en')}.`,
        },
      ])
    note({
      subjectKind: 'planning.facilitator',
      subjectId: facilitator.id,
      employeeId: facilitator.employee_id,
      reason: input.reason ?? null,
      detail: { booking: id, session: session.code },
    })
    return { id }
  },
})

/** A class is taken from a facilitator again, with the reason. */
export const withdrawBooking = useCase({
  name: 'withdraw-booking',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_bookings'],
  input: z.object({ bookingId: field.id('Penugasan'), reason: field.reason() }),
  async run({ input, db, on, note }) {
    const done = await db.find<{ facilitator_id: string }>(
      sql`update planning.facilitator_bookings set withdrawn_on = ${on}, withdrawn_reason = ${input.reason} where id = ${input.bookingId} and withdrawn_on is null returning facilitator_id`,
    )
    if (!done) throw errors.facilitator.bookingNotFound()
    note({ subjectKind: 'planning.facilitator', subjectId: done.facilitator_id, reason: input.reason })
  },
})
