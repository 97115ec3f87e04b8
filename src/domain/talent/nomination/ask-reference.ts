import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import type { Purpose } from './nomination.model.ts'
import { unfitReferee } from './nomination.model.ts'
import { nominationRulesOn } from './nomination.store.ts'

type Person = { id: string; name: string; supervisor_id: string | null; position_name: string | null }

/** Asks a second official who knows the work; an earlier request that was not answered ends. */
export const askReference = useCase({
  name: 'ask-reference',
  room: 'talent',
  permission: {},
  calledBy: ['nominate-employee', 'change-referee'],
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['talent.nominations', 'talent.nomination_references', 'platform.notices'],
  input: z.object({ nominationId: field.id('Usulan'), refereeNip: z.string() }),
  async run({ input, db, actor, on, newId, note }) {
    const nomination = await db.one<{ employee_id: string; nominated_by: string; purpose: Purpose }>(
      sql`select employee_id, nominated_by, purpose from talent.nominations where id = ${input.nominationId}`,
    )
    if (!/^\d{18}$/.test(input.refereeNip)) throw errors.nomination.refereeUnknown(input.refereeNip)
    const columns = sql`select id, name, supervisor_id, position_name from workforce.v_people`
    const referee = await db.find<Person>(sql`${columns} where nip = ${input.refereeNip} and state = 'active'`)
    if (!referee) throw errors.nomination.refereeUnknown(input.refereeNip)
    const unfit = unfitReferee(
      { id: referee.id, supervisorId: referee.supervisor_id },
      { id: nomination.employee_id },
      nomination.nominated_by,
    )
    if (unfit) throw errors.nomination.refereeUnfit(referee.name, unfit)
    const before = await db.rows<{ id: string; employee_id: string; state: string }>(
      sql`select id, employee_id, state from talent.nomination_references where nomination_id = ${input.nominationId}`,
    )
    if (before.some(r => r.employee_id === referee.id)) throw errors.nomination.refereeAsked(referee.name)
    const asked = before.filter(r => r.state === 'asked')
    await db.run(
      sql`update talent.nomination_references set state = 'withdrawn' where nomination_id = ${input.nominationId} and state = 'asked'`,
    )
    const about = await db.one<Person>(sql`${columns} where id = ${nomination.employee_id}`)
    const id = newId()
    const dueOn = addDays(on, (await nominationRulesOn(db, on)).body.referenceDays)
    await db.insert('talent.nomination_references', [
      {
        agency_id: actor.agencyId,
        id,
        nomination_id: input.nominationId,
        employee_id: referee.id,
        about_id: about.id,
        about_name: about.name,
        about_position: about.position_name,
        purpose: nomination.purpose,
        state: 'asked',
        asked_by_name: actor.name,
        asked_on: on,
        due_on: dueOn,
      },
    ])
    await db.run(
      sql`update talent.nominations set reference_state = 'asked', reference_by_name = ${referee.name} where id = ${input.nominationId}`,
    )
    await notify(db, [
      {
        employeeId: referee.id,
        text: `Anda diminta menulis rekomendasi kedua tentang ${about.name}, sampai ${formatDay(dueOn)}. Anda boleh menolak.`,
        textEn: `You are asked for a second reference about ${about.name}, by ${formatDay(dueOn, 'long', 'en')}. You may decline.`,
        href: `/rekomendasi/${id}`,
      },
      ...asked.map(r => ({
        employeeId: r.employee_id,
        text: `Permintaan rekomendasi tentang ${about.name} tidak perlu dijawab lagi.`,
        textEn: `The request for a reference about ${about.name} needs no answer any more.`,
      })),
    ])
    note({ subjectKind: 'talent.nomination', subjectId: input.nominationId, employeeId: about.id })
    return { id }
  },
})

/** Whoever nominated, or HR, names another second official while the nomination is open and nobody has written. */
export const changeReferee = useCase({
  name: 'change-referee',
  room: 'talent',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: ['talent.nominations'],
  input: z.object({
    nominationId: field.id('Usulan'),
    refereeNip: field.text('NIP pejabat lain', 20),
    reason: field.reason(),
  }),
  async run({ input, db, actor, note, call }) {
    const found = await db.find<{ employee_id: string; nominated_by: string; state: string; reference_state: string }>(
      sql`select employee_id, nominated_by, state, reference_state from talent.nominations where id = ${input.nominationId} for update`,
    )
    if (found?.state !== 'submitted') throw errors.nomination.notOpen()
    if (found.nominated_by !== actor.employeeId && actor.role !== 'hr_officer') throw errors.nomination.notYours()
    if (found.reference_state !== 'asked' && found.reference_state !== 'declined')
      throw errors.nomination.referenceGiven()
    note({
      subjectKind: 'talent.nomination',
      subjectId: input.nominationId,
      employeeId: found.employee_id,
      reason: input.reason,
    })
    return call(askReference, { nominationId: input.nominationId, refereeNip: input.refereeNip })
  },
})
