import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { type Criterion, chooseByScore } from './choice.model.ts'

/** Enters a nominee's values on the published criteria (0-100); null stays unknown. */
export const scoreNominee = useCase({
  name: 'score-nominee',
  room: 'planning',
  permission: { hr_officer: 'agency', committee: 'agency' },
  writes: ['planning.programme_people'],
  reads: ['planning.programmes', 'workforce.employees'],
  input: z.object({
    programmeId: field.id('Program'),
    employeeId: field.id('Pegawai'),
    criteria: z.record(z.string(), z.number().min(0).max(100).nullable()),
  }),
  async run({ input, db, actor, note }) {
    const person = await db.find<{ unit_id: string }>(
      sql`select unit_id from workforce.v_people where id = ${input.employeeId}`,
    )
    if (!person) throw errors.programme.notFound()
    await db.insert(
      'planning.programme_people',
      [
        {
          agency_id: actor.agencyId,
          programme_id: input.programmeId,
          employee_id: input.employeeId,
          role: 'participant',
          unit_id: person.unit_id,
          criteria: input.criteria,
        },
      ],
      'on conflict (agency_id, programme_id, employee_id, role) do update set criteria = excluded.criteria, score = null, figure = null, is_chosen = null',
    )
    note({ subjectKind: 'planning.programme', subjectId: input.programmeId, employeeId: input.employeeId })
  },
})

/** Chooses the participants by the published weights and the seats; every score keeps its explanation. */
export const chooseParticipants = useCase({
  name: 'choose-participants',
  room: 'planning',
  permission: { hr_officer: 'agency', committee: 'agency' },
  writes: ['planning.programme_people', 'planning.programmes', 'platform.notices'],
  reads: ['workforce.employees'],
  input: z.object({ programmeId: field.id('Program') }),
  async run({ input, db, actor, on, note, announce }) {
    const programme = await db.find<{
      id: string
      name: string
      seats: number | null
      weights: { criteria: Criterion[] }
    }>(sql`select id, name, seats, weights from planning.programmes where id = ${input.programmeId} for update`)
    if (!programme) throw errors.programme.notFound()
    if (!programme.seats) throw errors.programme.seatsMissing()
    const nominees = await db.rows<{
      employee_id: string
      name: string
      criteria: Record<string, number | null> | null
    }>(sql`select p.employee_id, e.name, p.criteria from planning.programme_people p
      join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id where p.programme_id = ${programme.id} and p.role = 'participant' order by p.employee_id`)
    const choices = chooseByScore(
      nominees.map(n => ({ employeeId: n.employee_id, name: n.name, criteria: n.criteria ?? {} })),
      programme.weights.criteria,
      programme.seats,
      programme.id,
      on,
    )
    await db.insert(
      'planning.programme_people',
      choices.map(c => ({
        agency_id: actor.agencyId,
        programme_id: programme.id,
        employee_id: c.nominee.employeeId,
        role: 'participant',
        criteria: c.nominee.criteria,
        score: isKnown(c.score) ? c.score.value : null,
        figure: c.score,
        is_chosen: c.isChosen,
      })),
      'on conflict (agency_id, programme_id, employee_id, role) do update set score = excluded.score, figure = excluded.figure, is_chosen = excluded.is_chosen',
    )
    await db.run(
      sql`update planning.programmes set state = 'chosen' where id = ${programme.id} and state in ('draft', 'nominating', 'chosen')`,
    )
    await notify(
      db,
      choices
        .filter(c => c.isChosen !== null)
        .map(c => ({
          employeeId: c.nominee.employeeId,
          href: `/diklat/program/${programme.id}`,
          text: c.isChosen
            ? `Anda terpilih mengikuti ${programme.name}.`
            : `Anda belum terpilih mengikuti ${programme.name}. Nilai dan bobotnya dapat Anda baca.`,
          textEn: c.isChosen
            ? `You were chosen for ${programme.name}.`
            : `You were not chosen for ${programme.name} this time. You can read the criteria and their weights.`,
        })),
    )
    const chosen = choices.filter(c => c.isChosen).length
    note({
      subjectKind: 'planning.programme',
      subjectId: programme.id,
      detail: { nominees: choices.length, chosen, incomplete: choices.filter(c => c.rank === null).length },
    })
    announce({ type: 'ParticipantsChosen', payload: { programmeId: programme.id, chosen } })
    return { chosen, incomplete: choices.filter(c => c.rank === null).map(c => c.nominee.name) }
  },
})
