import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Level 3 beforehand: the behaviour that will be looked for on the job, agreed before training ends. */
export const agreeBehaviour = useCase({
  name: 'agree-behaviour',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.behaviours'],
  reads: ['planning.programmes'],
  input: z.object({
    programmeId: z.string().uuid().nullish(),
    planItemId: z.string().uuid().nullish(),
    employeeId: z.string().uuid().nullish(),
    competencyId: z.string().uuid().nullish(),
    toLevel: z.coerce.number().int().min(1).max(5).nullish(),
    statement: field.text('Perilaku yang dapat diamati', 500),
    /** The day of the agreement where it is entered afterwards from a signed paper. */
    agreedOn: field.day('Tanggal kesepakatan').nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const id = newId()
    await db.insert('delivery.behaviours', [
      {
        agency_id: actor.agencyId,
        id,
        programme_id: input.programmeId ?? null,
        plan_item_id: input.planItemId ?? null,
        employee_id: input.employeeId ?? null,
        competency_id: input.competencyId ?? null,
        to_level: input.toLevel ?? null,
        statement: input.statement,
        agreed_on: input.agreedOn ?? on,
      },
    ])
    note({ subjectKind: 'delivery.behaviour', subjectId: id, employeeId: input.employeeId ?? null })
    return { id }
  },
})

/** Asks supervisor, a peer and the person, for the days after training; each answers blind to the others. */
export const askFollowUps = useCase({
  name: 'ask-follow-ups',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency', system: 'agency' },
  writes: ['delivery.follow_ups', 'platform.notices'],
  reads: ['delivery.behaviours', 'workforce.employees'],
  input: z.object({
    behaviourIds: z.array(z.string().uuid()).min(1, { error: 'Pilih perilaku yang dinilai.' }),
    employeeIds: z.array(z.string().uuid()).min(1, { error: 'Pilih orang yang dinilai.' }),
    /** Day 0: the end of training. */
    from: field.day('Hari ke-0'),
    days: z
      .array(z.union([z.literal(0), z.literal(30), z.literal(60), z.literal(90), z.literal(180)]))
      .default([0, 30, 60, 90, 180]),
    raters: z.array(z.enum(['supervisor', 'peer', 'self'])).default(['supervisor', 'self']),
    peerId: z.string().uuid().nullish(),
  }),
  async run({ input, db, actor, newId, note }) {
    const people = await db.rows<{ id: string; name: string; supervisor_id: string | null }>(
      sql`select id, name, supervisor_id from workforce.v_people where id = any (${input.employeeIds})`,
    )
    if (input.raters.includes('peer')) {
      if (!input.peerId) throw errors.followUp.peerMissing()
      if (input.employeeIds.includes(input.peerId)) throw errors.followUp.peerIsSelf()
    }
    const raterOf = (person: { id: string; supervisor_id: string | null }, rater: string) =>
      rater === 'self' ? person.id : rater === 'supervisor' ? person.supervisor_id : (input.peerId ?? null)
    const asked = await db.insert(
      'delivery.follow_ups',
      input.behaviourIds.flatMap(behaviour_id =>
        people.flatMap(p =>
          input.days.flatMap(day_number =>
            input.raters.map(rater => ({
              agency_id: actor.agencyId,
              id: newId(),
              behaviour_id,
              employee_id: p.id,
              day_number,
              rater,
              rater_id: raterOf(p, rater),
              due_on: addDays(input.from as Day, day_number + 7),
              is_replaced: false,
            })),
          ),
        ),
      ),
      'on conflict do nothing',
    )
    if (asked > 0 && input.raters.includes('peer'))
      await notify(
        db,
        people.map(person => ({
          employeeId: input.peerId!,
          text: `Anda diminta menilai penerapan ${person.name.split(',')[0]} sebagai rekan. Pertanyaannya muncul di Jalur Saya saat waktunya tiba.`,
          textEn: `You are asked to look, as a colleague, at what ${person.name.split(',')[0]} applies on the job. The question appears on My path when it is due.`,
          href: '/pendampingan/tindak-lanjut',
        })),
      )
    note({ subjectKind: 'delivery.follow-up', detail: { asked } })
    return { asked }
  },
})
