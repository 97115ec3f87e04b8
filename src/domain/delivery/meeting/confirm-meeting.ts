import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordTraining } from '#domain/workforce/training/record-training.ts'
import { withdrawTraining } from '#domain/workforce/training/withdraw-training.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { meetingRules } from './meeting.rules.ts'

/** The other side confirms that the meeting took place; it counts in the JP ledger within the monthly limit. */
export const confirmMeeting = useCase({
  name: 'confirm-meeting',
  room: 'delivery',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency', facilitator: 'agency' },
  writes: ['delivery.meetings'],
  input: z.object({ meetingId: field.id('Pertemuan') }),
  async run({ input, db, actor, on, call, note }) {
    const rules = meetingRules.on(on).body
    const m = await db.find<{
      id: string
      kind: string
      employee_id: string
      guide_name: string
      held_on: Day
      is_confirmed: boolean
    }>(
      sql`select id, kind, employee_id, guide_name, held_on, is_confirmed from delivery.meetings where id = ${input.meetingId} for update`,
    )
    if (!m) throw errors.meeting.notFound()
    if (m.is_confirmed) throw errors.meeting.confirmed()
    await db.run(
      sql`update delivery.meetings set is_confirmed = true, confirmed_on = ${on}, confirmed_by = ${actor.employeeId} where id = ${m.id}`,
    )
    const { counted } = await db.one<{ counted: number }>(
      sql`select count(*)::int as counted from delivery.meetings where employee_id = ${m.employee_id} and kind = ${m.kind} and is_confirmed and id <> ${m.id} and date_trunc('month', held_on) = date_trunc('month', ${m.held_on}::date)`,
    )
    if (counted < rules.perMonth)
      await call(recordTraining, {
        employeeId: m.employee_id,
        name: `${m.kind === 'coaching' ? 'Coaching' : 'Mentoring'} dengan ${m.guide_name}`,
        form: m.kind === 'coaching' ? 'Coaching' : 'Mentoring',
        certificate: `Catatan pertemuan ${m.held_on}`,
        startsOn: m.held_on,
        endsOn: m.held_on,
        jp: rules.jp,
        isVerified: true,
        sourceKind: 'delivery.meeting',
        sourceId: m.id,
      })
    note({
      subjectKind: 'delivery.meeting',
      subjectId: m.id,
      employeeId: m.employee_id,
      detail: { counted: counted < rules.perMonth },
    })
    return { counts: counted < rules.perMonth }
  },
})

/** Corrects a meeting's record with a reason; a meeting that did not take place loses its JP. */
export const correctMeeting = useCase({
  name: 'correct-meeting',
  room: 'delivery',
  permission: { hr_officer: 'agency', facilitator: 'agency' },
  writes: ['delivery.meetings'],
  input: z.object({
    meetingId: field.id('Pertemuan'),
    heldOn: field.day('Tanggal pertemuan'),
    topic: field.text('Pokok bahasan', 1000),
    tookPlace: z.boolean(),
    reason: field.reason(),
  }),
  async run({ input, db, on, call, note }) {
    if (input.heldOn > on) throw errors.meeting.future()
    const m = await db.find<{ id: string; employee_id: string }>(
      sql`select id, employee_id from delivery.meetings where id = ${input.meetingId} for update`,
    )
    if (!m) throw errors.meeting.notFound()
    await db.run(
      sql`update delivery.meetings set held_on = ${input.heldOn}, topic = ${input.topic}, is_confirmed = is_confirmed and ${input.tookPlace}, correction_reason = ${input.reason} where id = ${m.id}`,
    )
    if (!input.tookPlace)
      await call(withdrawTraining, {
        employeeId: m.employee_id,
        sourceKind: 'delivery.meeting',
        sourceId: m.id,
        reason: input.reason,
      })
    note({ subjectKind: 'delivery.meeting', subjectId: m.id, employeeId: m.employee_id, reason: input.reason })
  },
})
