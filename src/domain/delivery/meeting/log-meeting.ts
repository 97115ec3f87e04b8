import { z } from 'zod'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Coaching or mentoring held: the guide or the person writes it down; it counts once the other side confirms. */
export const logMeeting = useCase({
  name: 'log-meeting',
  room: 'delivery',
  permission: { asn: 'own', facilitator: 'agency', supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.meetings'],
  input: z.object({
    kind: z.enum(['coaching', 'mentoring'], { error: 'Pilih coaching atau mentoring.' }),
    employeeId: field.id('Peserta'),
    programmeId: z.string().uuid().nullish(),
    guideId: z.string().uuid().nullish(),
    guideName: field.text('Nama coach atau mentor', 200),
    heldOn: field.day('Tanggal pertemuan'),
    minutes: field.whole('Lama pertemuan (menit)', 5, 600).nullish(),
    topic: field.text('Pokok bahasan', 1000),
    agreement: z.string().max(2000).nullish(),
    /** What the guide saw of one competency: level and example, or neither. */
    seen: z
      .object({
        competencyId: field.id('Kompetensi'),
        level: field.whole('Level yang terlihat', 1, 5),
        example: field.text('Contoh yang terlihat', 1000),
      })
      .nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (input.heldOn > on) throw errors.meeting.future()
    if (input.seen && input.employeeId === actor.employeeId) throw errors.meeting.ownLevel()
    const id = newId()
    await db.insert('delivery.meetings', [
      {
        agency_id: actor.agencyId,
        id,
        kind: input.kind,
        programme_id: input.programmeId ?? null,
        employee_id: input.employeeId,
        guide_id: input.guideId ?? null,
        guide_name: input.guideName,
        held_on: input.heldOn,
        minutes: input.minutes ?? null,
        topic: input.topic,
        agreement: input.agreement ?? null,
        is_confirmed: false,
        logged_by: actor.employeeId,
        competency_id: input.seen?.competencyId ?? null,
        seen_level: input.seen?.level ?? null,
        seen_example: input.seen?.example ?? null,
      },
    ])
    note({ subjectKind: 'delivery.meeting', subjectId: id, employeeId: input.employeeId })
    return { id }
  },
})
