import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { takesPart } from './assessment-centre.model.ts'
import { findParticipant, listParticipants, openBatch, rulesOfBatch } from './centre.store.ts'
import { whenWords } from './centre-words.ts'
import { reasonsOf } from './invitation-calendar.store.ts'

type Person = { id: string; nip: string; name: string; position_name: string | null; unit_name: string }

/** Invites people to a batch: chosen from the calendar, or by NIP. Each is told day, place and her rights. */
export const inviteParticipants = useCase({
  name: 'invite-participants',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['competency.batch_participants', 'platform.notices'],
  input: z.object({
    batchId: field.id('Gelombang'),
    employeeIds: z.array(field.id('Pegawai')).default([]),
    /** Free text: NIPs between spaces, commas or lines. */
    nips: z
      .string()
      .max(20000)
      .nullish()
      .transform(text => [...new Set((text ?? '').split(/[\s,;]+/).filter(Boolean))]),
    assessedOn: field.day('Hari asesmen').nullish(),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'planned') throw errors.batch.running()
    const day = (input.assessedOn ?? batch.starts_on) as Day
    if (day < batch.starts_on || day > batch.ends_on)
      throw errors.participant.dayOutside(batch.starts_on, batch.ends_on)
    const people = await db.rows<Person>(
      sql`select id, nip, name, position_name, unit_name from workforce.v_people where state = 'active' and (id = any (${input.employeeIds}) or nip = any (${input.nips})) order by name, id`,
    )
    const found = new Set(people.map(p => p.nip))
    const strange = input.nips.filter(nip => !found.has(nip))
    if (strange.length > 0) throw errors.participant.unknownNips(strange)
    if (people.length === 0) throw errors.participant.nobody()
    const ids = people.map(p => p.id)
    const busy = await db.rows<{ name: string }>(
      sql`select p.name from competency.batch_participants p join competency.assessment_batches b on b.agency_id = p.agency_id and b.id = p.batch_id
        where p.employee_id = any (${ids}) and b.state in ('planned', 'running') and p.state not in ('withdrawn', 'absent') order by p.name`,
    )
    if (busy.length > 0) throw errors.participant.elsewhere(busy.map(b => b.name))
    const before = await listParticipants(db, batch.id)
    const free = batch.seats - before.filter(takesPart).length
    if (people.length > free) throw errors.batch.full(free, people.length)
    const why = await reasonsOf(db, ids, Math.max(...rulesOfBatch(batch).body.inviteWithinMonths))
    // Somebody who withdrew earlier comes back under the same row.
    const known = new Map(before.map(p => [p.employee_id, p.id]))
    const rows = people.map(p => ({
      agency_id: actor.agencyId,
      id: known.get(p.id) ?? newId(),
      batch_id: batch.id,
      employee_id: p.id,
      name: p.name,
      nip: p.nip,
      position_name: p.position_name,
      unit_name: p.unit_name,
      why: why.get(p.id) ?? 'added',
      state: 'invited',
      assessed_on: day,
      invited_on: on,
      invited_by_name: actor.name,
    }))
    await db.insert(
      'competency.batch_participants',
      rows,
      `on conflict (agency_id, id) do update set state = 'invited', assessed_on = excluded.assessed_on, invited_on = excluded.invited_on, invited_by_name = excluded.invited_by_name,
        position_name = excluded.position_name, unit_name = excluded.unit_name, why = excluded.why, answered_on = null, asked_on = null, asked_reason = null, answer_note = null`,
    )
    await notify(
      db,
      rows.map(r => ({
        employeeId: r.employee_id,
        text: `Anda diundang ke asesmen: ${whenWords(day, batch.place)}. Lihat apa yang dinilai dan hak Anda.`,
        textEn: `You are invited to an assessment: ${whenWords(day, batch.place, 'en')}. See what is assessed and your rights.`,
        href: `/kompetensi/asesmen/peserta/${r.id}`,
      })),
    )
    note({ subjectKind: 'competency.batch', subjectId: batch.id, detail: { invited: rows.length } })
    announce({ type: 'ParticipantsInvited', payload: { batchId: batch.id, people: ids } })
    return { invited: rows.length, participantIds: rows.map(r => r.id) }
  },
})

/** Takes somebody out of a batch before it is over, or records that she did not come. */
export const withdrawParticipant = useCase({
  name: 'withdraw-participant',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.batch_participants', 'competency.batch_assignments', 'platform.notices'],
  input: z.object({
    participantId: field.id('Peserta'),
    how: z.enum(['withdrawn', 'absent'], { error: 'Pilih tidak ikut atau tidak hadir.' }),
    reason: field.reason(),
  }),
  async run({ input, db, on, note }) {
    const participant = await findParticipant(db, input.participantId)
    if (!participant) throw errors.participant.notFound()
    const batch = await openBatch(db, participant.batch_id)
    if (!takesPart(participant) || participant.state === 'reported' || participant.state === 'agreed')
      throw errors.participant.over()
    await db.run(
      sql`update competency.batch_participants set state = ${input.how}, answer_note = ${input.reason}, answered_on = ${on} where id = ${participant.id}`,
    )
    await notify(db, [
      {
        employeeId: participant.employee_id,
        text:
          input.how === 'absent'
            ? `Anda dicatat tidak hadir pada ${batch.name}, ${formatDay(participant.assessed_on)}.`
            : `Anda tidak ikut ${batch.name}: ${input.reason}`,
        textEn:
          input.how === 'absent'
            ? `You were recorded as absent from ${batch.name}, ${formatDay(participant.assessed_on, 'long', 'en')}.`
            : `You do not take part in ${batch.name}: ${input.reason}`,
        href: `/kompetensi/asesmen/peserta/${participant.id}`,
      },
    ])
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      reason: input.reason,
      detail: { how: input.how },
    })
  },
})
