import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { recordTraining } from '#domain/workforce/training/record-training.ts'
import { withdrawTraining } from '#domain/workforce/training/withdraw-training.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { meetingRules } from './meeting.rules.ts'

type Seen = {
  id: string
  employee_id: string
  guide_id: string | null
  competency_id: string | null
  seen_level: number | null
  seen_example: string | null
}

const evidenceOf = (m: Pick<Seen, 'id' | 'employee_id'>) => ({
  employeeId: m.employee_id,
  sourceKind: 'delivery.meeting',
  sourceId: m.id,
})

/** What the guide saw, as evidence of its own source; nothing when no level was written down. */
const pieceOf = (m: Seen, observedOn: Day) =>
  m.competency_id === null || m.seen_level === null
    ? []
    : [
        {
          competencyId: m.competency_id,
          source: 'coach' as const,
          level: m.seen_level,
          observedOn,
          isVerified: true,
          raterId: m.guide_id,
          note: m.seen_example,
        },
      ]

/** The other side confirms that the meeting took place; it counts in the JP ledger within the monthly limit. */
export const confirmMeeting = useCase({
  name: 'confirm-meeting',
  room: 'delivery',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency', facilitator: 'agency' },
  writes: ['delivery.meetings'],
  input: z.object({ meetingId: field.id('Pertemuan') }),
  async run({ input, db, actor, on, call, note }) {
    const rules = meetingRules.on(on).body
    const m = await db.find<
      Seen & { kind: string; guide_name: string; held_on: Day; is_confirmed: boolean; logged_by: string | null }
    >(
      sql`select id, kind, employee_id, guide_id, guide_name, held_on, is_confirmed, logged_by, competency_id, seen_level, seen_example from delivery.meetings where id = ${input.meetingId} for update`,
    )
    if (!m) throw errors.meeting.notFound()
    if (m.is_confirmed) throw errors.meeting.confirmed()
    if (m.logged_by !== null && m.logged_by === actor.employeeId) throw errors.meeting.own()
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
    await call(recordEvidence, { ...evidenceOf(m), pieces: pieceOf(m, m.held_on) })
    note({
      subjectKind: 'delivery.meeting',
      subjectId: m.id,
      employeeId: m.employee_id,
      detail: { counted: counted < rules.perMonth },
    })
    return { counts: counted < rules.perMonth }
  },
})

/** Corrects a meeting's record with a reason; a meeting that did not take place loses its JP and what was seen in it. */
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
    /** The level that was seen after all; absent: as it stands. */
    seenLevel: field.whole('Level yang terlihat', 1, 5).nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, on, call, note }) {
    if (input.heldOn > on) throw errors.meeting.future()
    const m = await db.find<Seen & { is_confirmed: boolean }>(
      sql`select id, employee_id, guide_id, competency_id, seen_level, seen_example, is_confirmed from delivery.meetings where id = ${input.meetingId} for update`,
    )
    if (!m) throw errors.meeting.notFound()
    const seen = m.seen_level === null ? null : (input.seenLevel ?? m.seen_level)
    await db.run(
      sql`update delivery.meetings set held_on = ${input.heldOn}, topic = ${input.topic}, is_confirmed = is_confirmed and ${input.tookPlace}, seen_level = ${seen}, correction_reason = ${input.reason} where id = ${m.id}`,
    )
    if (m.is_confirmed && m.competency_id !== null)
      await call(recordEvidence, {
        ...evidenceOf(m),
        reason: input.reason,
        pieces: input.tookPlace ? pieceOf({ ...m, seen_level: seen }, input.heldOn) : [],
      })
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
