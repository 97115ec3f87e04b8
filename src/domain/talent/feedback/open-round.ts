import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { type Candidate, draftRaters } from './feedback.model.ts'
import {
  findCandidateByNip,
  findRound,
  listKin,
  listNearPeople,
  listScopePeople,
  rulesOn,
  unitsBelow,
} from './feedback.store.ts'
import { roundStateWords } from './feedback-words.ts'

/** People of one round; larger scopes are several rounds. */
const mostPeople = 5000

/** HR opens a round for units and tiers: raters are drafted from the tree and the supervisors, nobody is asked yet. */
export const openFeedbackRound = useCase({
  name: 'open-feedback-round',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.feedback_rounds', 'talent.feedback_subjects', 'talent.feedback_raters', 'platform.notices'],
  input: z.object({
    name: field.text('Nama putaran', 120),
    year: field.whole('Tahun kinerja', 2020, 2100),
    cycleId: z.string().uuid().nullish(),
    unitIds: z.array(z.string().uuid()).default([]),
    tiers: z.array(z.string().max(60)).default([]),
    /** Only the direct team of one supervisor: to try a round before a whole unit has one. */
    supervisorNip: z
      .string()
      .trim()
      .regex(/^\d{18}$/, { error: 'NIP atasan harus 18 angka, tanpa spasi.' })
      .nullish(),
    proposeUntil: field.day('Batas mengubah penilai').nullish(),
    closesOn: field.day('Batas menjawab').nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const { body, reference } = rulesOn(on)
    const proposeUntil = (input.proposeUntil ?? addDays(on, body.proposeDays)) as Day
    const closesOn = (input.closesOn ?? addDays(proposeUntil, body.answerDays)) as Day
    if (proposeUntil < on) throw errors.feedback.dates('proposeUntil', 'Pilih hari ini atau sesudahnya.')
    if (closesOn <= proposeUntil)
      throw errors.feedback.dates('closesOn', 'Pilih tanggal sesudah batas mengubah penilai.')
    if (await db.find(sql`select 1 from talent.feedback_rounds where name = ${input.name}`))
      throw errors.feedback.nameTaken(input.name)
    const head = input.supervisorNip ? await findCandidateByNip(db, input.supervisorNip) : null
    if (input.supervisorNip && !head) throw errors.feedback.headUnknown(input.supervisorNip)
    const people = await listScopePeople(db, await unitsBelow(db, input.unitIds), input.tiers, head?.id ?? null)
    if (people.length === 0) throw errors.feedback.nobody()
    if (people.length > mostPeople) throw errors.feedback.tooMany(people.length, mostPeople)
    const busy = new Set(
      (
        await db.rows<{ id: string }>(
          sql`select employee_id as id from talent.feedback_subjects where year = ${input.year} and state in ('proposed', 'confirmed', 'known')`,
        )
      ).map(r => r.id),
    )
    const near = await listNearPeople(
      db,
      people.map(p => p.id),
    )
    const byId = new Map<string, Candidate>(near.map(p => [p.id, p]))
    const byUnit = Map.groupBy(near, p => p.unitId)
    const bySupervisor = Map.groupBy(near, p => p.supervisorId)
    const kin = await listKin(
      db,
      body.declines.filter(d => d.isLasting).map(d => d.code),
    )
    const load = new Map<string, number>()
    const id = newId()
    const subjects = people.map(p => ({
      person: p,
      reason: busy.has(p.id)
        ? `Sudah ada dalam putaran lain untuk ${input.year}.`
        : p.hasSupervisor
          ? null
          : 'Atasan langsungnya belum tercatat.',
    }))
    await db.insert('talent.feedback_rounds', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        year: input.year,
        cycle_id: input.cycleId ?? null,
        unit_ids: input.unitIds,
        tiers: input.tiers,
        state: 'proposing',
        opened_on: on,
        opened_by_name: actor.name,
        propose_until: proposeUntil,
        closes_on: closesOn,
        rule_version: reference.version,
      },
    ])
    await db.insert(
      'talent.feedback_subjects',
      subjects.map(({ person, reason }) => ({
        agency_id: actor.agencyId,
        round_id: id,
        employee_id: person.id,
        unit_id: person.unitId,
        year: input.year,
        state: reason ? 'excluded' : 'proposed',
        exclude_reason: reason,
      })),
    )
    const included = subjects.filter(s => s.reason === null).map(s => s.person)
    const raters = included.flatMap(person => {
      const around = new Map<string, Candidate>()
      for (const c of [
        ...(byUnit.get(person.unitId) ?? []),
        ...(bySupervisor.get(person.supervisorId ?? '') ?? []),
        ...(bySupervisor.get(person.id) ?? []),
        ...[byId.get(person.supervisorId ?? '')].filter(c => c !== undefined),
      ])
        around.set(c.id, c)
      return draftRaters(body, person, [...around.values()], kin.get(person.id) ?? new Set(), load).map(r => ({
        agency_id: actor.agencyId,
        id: newId(),
        round_id: id,
        employee_id: person.id,
        rater_id: r.raterId,
        rater_name: r.raterName,
        rater_group: r.group,
      }))
    })
    await db.insert('talent.feedback_raters', raters)
    await notify(db, [
      ...included.map(p => ({
        employeeId: p.id,
        text: `Umpan balik 360° ${input.year} dibuka. Tinjau penilai Anda sampai ${formatDay(proposeUntil)}.`,
        textEn: `360° feedback ${input.year} is open. Review your raters until ${formatDay(proposeUntil, 'long', 'en')}.`,
        href: '/jalur/umpan-balik',
      })),
      ...[...Map.groupBy(included, p => p.supervisorId ?? '')].map(([supervisorId, team]) => ({
        employeeId: supervisorId,
        text: `Konfirmasi penilai umpan balik 360° untuk ${team.length} orang sampai ${formatDay(proposeUntil)}.`,
        textEn: `Confirm the raters of 360° feedback for ${team.length} people until ${formatDay(proposeUntil, 'long', 'en')}.`,
        href: '/umpan-balik/tim',
      })),
    ])
    note({
      subjectKind: 'talent.feedback-round',
      subjectId: id,
      detail: { people: included.length, excluded: subjects.length - included.length, raters: raters.length },
    })
    return { id, people: included.length, excluded: subjects.length - included.length }
  },
})

/** Moves the last day, or calls the round off; a closed round opens again only for those who have no result yet. */
export const changeFeedbackRound = useCase({
  name: 'change-feedback-round',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.feedback_rounds', 'talent.feedback_subjects', 'talent.feedback_replies', 'platform.notices'],
  input: z.discriminatedUnion('act', [
    z.object({
      act: z.literal('extend'),
      roundId: field.id('Putaran'),
      closesOn: field.day('Batas baru'),
      reason: field.reason(),
    }),
    z.object({ act: z.literal('cancel'), roundId: field.id('Putaran'), reason: field.reason() }),
  ]),
  async run({ input, db, on, note }) {
    await db.run(sql`select from talent.feedback_rounds where id = ${input.roundId} for update`)
    const round = await findRound(db, input.roundId)
    if (!round) throw errors.feedback.notFound()
    note({
      subjectKind: 'talent.feedback-round',
      subjectId: round.id,
      reason: input.reason,
      detail: { act: input.act },
    })
    if (round.state === 'cancelled') throw errors.feedback.notOpen(roundStateWords[round.state])
    if (input.act === 'cancel') {
      if (round.state === 'closed') throw errors.feedback.notOpen(roundStateWords[round.state])
      await db.run(
        sql`update talent.feedback_rounds set state = 'cancelled', change_reason = ${input.reason} where id = ${round.id}`,
      )
      await db.run(
        sql`update talent.feedback_subjects set state = 'cancelled' where round_id = ${round.id} and state in ('proposed', 'confirmed', 'few')`,
      )
      await db.run(
        sql`update talent.feedback_replies set state = 'withdrawn' where round_id = ${round.id} and state = 'asked'`,
      )
      return { people: 0 }
    }
    if (input.closesOn <= round.propose_until || input.closesOn < on)
      throw errors.feedback.dates('closesOn', 'Pilih hari ini atau sesudahnya.')
    let people = 0
    if (round.state === 'closed') {
      people =
        await db.run(sql`update talent.feedback_subjects s set state = 'confirmed' where s.round_id = ${round.id} and s.state = 'few'
          and not exists (select from talent.feedback_subjects o where o.agency_id = s.agency_id and o.employee_id = s.employee_id and o.year = s.year and o.round_id <> s.round_id and o.state in ('proposed', 'confirmed', 'known'))`)
      if (people === 0) throw errors.feedback.nothingToReopen()
    }
    await db.run(sql`update talent.feedback_rounds set closes_on = ${input.closesOn}, change_reason = ${input.reason}, closed_on = null,
      state = case when state = 'closed' then 'answering' else state end where id = ${round.id}`)
    await db.run(sql`update talent.feedback_replies a set due_on = ${input.closesOn} where a.round_id = ${round.id} and a.state in ('asked', 'answered')
      and exists (select from talent.feedback_subjects s where s.agency_id = a.agency_id and s.round_id = a.round_id and s.employee_id = a.about_id and s.state = 'confirmed')`)
    const waiting = await db.rows<{ id: string; n: number }>(
      sql`select a.rater_id as id, count(*)::int as n from talent.feedback_replies a join talent.feedback_subjects s on s.agency_id = a.agency_id and s.round_id = a.round_id and s.employee_id = a.about_id
        where a.round_id = ${round.id} and a.state = 'asked' and s.state = 'confirmed' group by a.rater_id`,
    )
    await notify(
      db,
      waiting.map(w => ({
        employeeId: w.id,
        text: `Batas umpan balik 360° diundur sampai ${formatDay(input.closesOn as Day)}. Menunggu Anda: ${w.n}.`,
        textEn: `The last day of 360° feedback is now ${formatDay(input.closesOn as Day, 'long', 'en')}. Waiting for you: ${w.n}.`,
        href: '/umpan-balik',
      })),
    )
    return { people }
  },
})
