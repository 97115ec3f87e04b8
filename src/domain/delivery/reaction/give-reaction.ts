import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { countTeachingMark } from '#domain/planning/facilitator/count-teaching-mark.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { reactionItems } from './reaction-words.ts'

const mark = (what: string) => field.whole(what, 1, 5)

/**
 * A participant says what she thought of a class that is over, once. Only how often each mark was given is kept; the mark for the
 * teaching goes on to whoever taught.
 */
export const giveReaction = useCase({
  name: 'give-reaction',
  room: 'delivery',
  permission: { asn: 'own' },
  writes: ['delivery.reaction_tallies', 'delivery.reaction_givers'],
  reads: ['delivery.enrolments', 'delivery.classes'],
  input: z.object({
    enrolmentId: field.id('Peserta'),
    material: mark('Materi'),
    facilitator: mark('Pengajar'),
    use: mark('Penerapan'),
  }),
  async run({ input, db, actor, on, call, note }) {
    const enrolment = await db.find<{ class_id: string; session_id: string | null; ends_on: Day }>(
      sql`select e.class_id, c.session_id, c.ends_on from delivery.enrolments e join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id
        where e.id = ${input.enrolmentId} and e.employee_id = ${actor.employeeId} and e.state <> 'withdrawn' and c.state <> 'cancelled'`,
    )
    if (!enrolment) throw errors.class.notEnrolled()
    if (enrolment.ends_on > on) throw errors.reaction.tooEarly()
    const first = await db.insert(
      'delivery.reaction_givers',
      [{ agency_id: actor.agencyId, enrolment_id: input.enrolmentId, employee_id: actor.employeeId, given_on: on }],
      'on conflict do nothing',
    )
    if (first === 0) throw errors.reaction.given()
    await db.insert(
      'delivery.reaction_tallies',
      reactionItems.map(item => ({
        agency_id: actor.agencyId,
        class_id: enrolment.class_id,
        item,
        mark: input[item],
        answers: 1,
      })),
      'on conflict (agency_id, class_id, item, mark) do update set answers = reaction_tallies.answers + 1',
    )
    if (enrolment.session_id)
      await call(countTeachingMark, { sessionId: enrolment.session_id, mark: input.facilitator })
    // What was answered is not told to the audit trail, which names who acted.
    note({ subjectKind: 'delivery.class', subjectId: enrolment.class_id, employeeId: actor.employeeId })
  },
})
