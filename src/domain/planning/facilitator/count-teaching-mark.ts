import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** One more participant's mark for whoever taught a class. The first one takes the place of a sum that was typed in. */
export const countTeachingMark = useCase({
  name: 'count-teaching-mark',
  room: 'planning',
  permission: { asn: 'own' },
  calledBy: ['give-reaction'],
  writes: ['planning.facilitator_feedback'],
  reads: ['planning.facilitator_bookings'],
  input: z.object({ sessionId: field.id('Kelas'), mark: field.whole('Nilai', 1, 5) }),
  async run({ input, db, actor, on, note }) {
    const counted = await db.run(
      sql`insert into planning.facilitator_feedback as k (agency_id, facilitator_id, session_id, answers, mean, total, recorded_by_name, recorded_on)
        select ${actor.agencyId}::uuid, b.facilitator_id, b.session_id, 1, ${input.mark}::numeric, ${input.mark}::int, 'Peserta', ${on}::date
        from planning.facilitator_bookings b where b.session_id = ${input.sessionId} and b.withdrawn_on is null and b.answer is distinct from 'declined'
        on conflict (agency_id, facilitator_id, session_id) do update set
          answers = case when k.total is null then 1 else k.answers + 1 end,
          total = coalesce(k.total, 0) + excluded.total,
          mean = round((coalesce(k.total, 0) + excluded.total)::numeric / case when k.total is null then 1 else k.answers + 1 end, 2),
          recorded_by_name = excluded.recorded_by_name, recorded_on = excluded.recorded_on`,
    )
    note({ subjectKind: 'planning.session', subjectId: input.sessionId, detail: { facilitators: counted } })
  },
})
