import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { unfitRater } from './feedback.model.ts'
import {
  findCandidate,
  findCandidateByNip,
  findRound,
  findSubject,
  listKin,
  listRaterRows,
  rulesOn,
} from './feedback.store.ts'
import { groupWords, roundStateWords } from './feedback-words.ts'

const nip = z
  .string({ error: 'NIP penilai wajib diisi.' })
  .trim()
  .regex(/^\d{18}$/, { error: 'NIP penilai harus 18 angka, tanpa spasi.' })
const group = z.enum(['rekan', 'bawahan'], { error: 'Pilih kelompoknya.' })
const ids = { roundId: field.id('Putaran'), employeeId: field.id('Pegawai') }

const openSubject = async (db: Db, roundId: string, employeeId: string) => {
  const round = await findRound(db, roundId)
  const subject = await findSubject(db, roundId, employeeId)
  if (!round || !subject || subject.state === 'excluded') throw errors.feedback.notFound()
  if (round.state === 'closed' || round.state === 'cancelled')
    throw errors.feedback.notOpen(roundStateWords[round.state])
  return { round, subject }
}

/** Adds a rater after every check: relation, twice, kin, the most a group holds, the replaced one of the same group. */
export const keepFeedbackRater = useCase({
  name: 'keep-feedback-rater',
  room: 'talent',
  permission: {},
  calledBy: ['ask-feedback-rater', 'confirm-feedback-raters', 'change-feedback-raters'],
  reads: [
    'talent.feedback_rounds',
    'talent.feedback_subjects',
    'talent.feedback_replies',
    'talent.session_interests',
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
  ],
  writes: ['talent.feedback_raters'],
  input: z.object({
    ...ids,
    nip,
    group,
    origin: z.enum(['person', 'supervisor', 'officer']),
    replacesId: z.string().uuid().nullish(),
    reason: z.string().nullish(),
  }),
  async run({ input, db, actor, newId, note }) {
    const { round } = await openSubject(db, input.roundId, input.employeeId)
    const { body } = rulesOn(round.opened_on)
    const person = await findCandidate(db, input.employeeId)
    const rater = await findCandidateByNip(db, input.nip)
    if (!person) throw errors.feedback.notFound()
    if (!rater) throw errors.feedback.raterUnknown(input.nip)
    const raters = await listRaterRows(db, input.roundId, input.employeeId)
    const standing = raters.filter(r => r.standing !== 'refused' && r.standing !== 'removed')
    const kin = await listKin(
      db,
      body.declines.filter(d => d.isLasting).map(d => d.code),
    )
    const why = unfitRater(person, rater, input.group, {
      chosen: standing.map(r => r.rater_id),
      kin: kin.get(person.id) ?? new Set(),
    })
    if (why) throw errors.feedback.raterUnfit(why)
    const replaced = input.replacesId ? standing.find(r => r.id === input.replacesId) : null
    if (input.replacesId && !replaced) throw errors.feedback.raterDone()
    if (replaced && replaced.rater_group !== input.group)
      throw errors.feedback.otherGroup(groupWords[replaced.rater_group])
    const most = body.groups.find(g => g.code === input.group)?.mostRaters ?? 0
    if (!replaced && standing.filter(r => r.rater_group === input.group).length >= most)
      throw errors.feedback.groupFull(groupWords[input.group], most)
    const id = newId()
    await db.insert('talent.feedback_raters', [
      {
        agency_id: actor.agencyId,
        id,
        round_id: input.roundId,
        employee_id: person.id,
        rater_id: rater.id,
        rater_name: rater.name,
        rater_group: input.group,
        origin: input.origin,
        standing: input.origin === 'person' ? 'wanted' : 'drafted',
        replaces_id: input.replacesId ?? null,
        reason: input.reason ?? null,
      },
    ])
    note({ subjectKind: 'talent.feedback-round', subjectId: input.roundId, employeeId: person.id })
    return { id }
  },
})

/** The person asks for a rater more, or for another in somebody's place; her supervisor decides. */
export const askFeedbackRater = useCase({
  name: 'ask-feedback-rater',
  room: 'talent',
  permission: { asn: 'own' },
  writes: [],
  input: z.object({
    roundId: field.id('Putaran'),
    nip,
    group,
    replacesId: z.string().uuid().nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note, call }) {
    const employeeId = actor.employeeId ?? ''
    const { round, subject } = await openSubject(db, input.roundId, employeeId)
    if (subject.state !== 'proposed' || on > round.propose_until) throw errors.feedback.confirmedAlready()
    const { body } = rulesOn(round.opened_on)
    const asked = (await listRaterRows(db, round.id, employeeId)).filter(r => r.origin === 'person')
    if (asked.length >= body.changesByPerson) throw errors.feedback.changesSpent(body.changesByPerson)
    await call(keepFeedbackRater, { ...input, employeeId, origin: 'person' as const })
    note({ subjectKind: 'talent.feedback-round', subjectId: round.id, employeeId })
  },
})

/** Asks everybody who stands as a rater of a person and was not asked yet. */
export const inviteFeedbackRaters = useCase({
  name: 'invite-feedback-raters',
  room: 'talent',
  permission: {},
  calledBy: ['confirm-feedback-raters', 'change-feedback-raters', 'tend-feedback-rounds'],
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: [
    'talent.feedback_rounds',
    'talent.feedback_subjects',
    'talent.feedback_raters',
    'talent.feedback_replies',
    'platform.notices',
  ],
  input: z.object({ ...ids, confirmedBy: z.string() }),
  async run({ input, db, actor, on, note }) {
    const { round } = await openSubject(db, input.roundId, input.employeeId)
    const person = await findCandidate(db, input.employeeId)
    if (!person) throw errors.feedback.notFound()
    await db.run(
      sql`update talent.feedback_raters set standing = 'confirmed' where round_id = ${round.id} and employee_id = ${person.id} and standing = 'drafted'`,
    )
    await db.run(sql`update talent.feedback_subjects set state = 'confirmed', confirmed_by_name = coalesce(confirmed_by_name, ${input.confirmedBy}), confirmed_on = coalesce(confirmed_on, ${on})
      where round_id = ${round.id} and employee_id = ${person.id} and state = 'proposed'`)
    const fresh = await db.rows<{ id: string; rater_id: string; rater_group: string }>(
      sql`select r.id, r.rater_id, r.rater_group from talent.feedback_raters r where r.round_id = ${round.id} and r.employee_id = ${person.id} and r.standing = 'confirmed'
        and not exists (select from talent.feedback_replies a where a.agency_id = r.agency_id and a.id = r.id) order by r.id`,
    )
    await db.insert(
      'talent.feedback_replies',
      fresh.map(r => ({
        agency_id: actor.agencyId,
        id: r.id,
        round_id: round.id,
        rater_id: r.rater_id,
        about_id: person.id,
        about_name: person.name,
        about_unit_id: person.unitId,
        rater_group: r.rater_group,
        state: 'asked',
        due_on: round.closes_on,
      })),
    )
    await notify(
      db,
      fresh.map(r => ({
        employeeId: r.rater_id,
        text:
          r.rater_group === 'diri'
            ? `Umpan balik 360° dimulai. Nilai diri Anda sendiri sampai ${formatDay(round.closes_on)}.`
            : `Anda diminta memberi umpan balik 360° untuk ${person.name} sampai ${formatDay(round.closes_on)}.`,
        textEn:
          r.rater_group === 'diri'
            ? `360° feedback begins. Rate yourself until ${formatDay(round.closes_on, 'long', 'en')}.`
            : `You are asked for 360° feedback on ${person.name} until ${formatDay(round.closes_on, 'long', 'en')}.`,
        href: `/umpan-balik/${r.id}`,
      })),
    )
    await db.run(sql`update talent.feedback_rounds r set state = 'answering' where r.id = ${round.id} and r.state = 'proposing'
      and not exists (select from talent.feedback_subjects s where s.agency_id = r.agency_id and s.round_id = r.id and s.state = 'proposed')`)
    note({ subjectKind: 'talent.feedback-round', subjectId: round.id, employeeId: person.id })
    return { asked: fresh.length }
  },
})

/** The supervisor decides what the person asked for, adds or takes out a colleague, and confirms: only then is anybody asked. */
export const confirmFeedbackRaters = useCase({
  name: 'confirm-feedback-raters',
  room: 'talent',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['talent.feedback_raters'],
  input: z.discriminatedUnion('act', [
    z.object({ act: z.literal('add'), ...ids, nip, group }),
    z.object({ act: z.literal('remove'), ...ids, raterRowId: field.id('Penilai'), reason: field.reason() }),
    z.object({
      act: z.literal('confirm'),
      ...ids,
      /** Wishes of the person that are granted; the others are refused with the reason. */
      granted: z.array(z.string().uuid()).default([]),
      refusal: z.string().trim().max(500).nullish(),
    }),
  ]),
  async run({ input, db, actor, note, call }) {
    const { subject } = await openSubject(db, input.roundId, input.employeeId)
    if (input.employeeId === actor.employeeId) throw errors.feedback.ownSubject()
    if (subject.state !== 'proposed') throw errors.feedback.confirmedAlready()
    note({
      subjectKind: 'talent.feedback-round',
      subjectId: input.roundId,
      employeeId: input.employeeId,
      detail: { act: input.act },
    })
    const raters = await listRaterRows(db, input.roundId, input.employeeId)
    if (input.act === 'add') {
      const { act: _, ...rest } = input
      await call(keepFeedbackRater, {
        ...rest,
        origin: actor.role === 'hr_officer' ? ('officer' as const) : ('supervisor' as const),
      })
      return { asked: 0 }
    }
    if (input.act === 'remove') {
      const row = raters.find(r => r.id === input.raterRowId)
      if (row?.standing !== 'drafted') throw errors.feedback.raterDone()
      if (row.rater_group === 'atasan' || row.rater_group === 'diri') throw errors.feedback.notKeepable()
      await db.run(
        sql`update talent.feedback_raters set standing = 'removed', answer_reason = ${input.reason} where id = ${row.id}`,
      )
      note({ reason: input.reason })
      return { asked: 0 }
    }
    for (const wish of raters.filter(r => r.standing === 'wanted')) {
      const isGranted = input.granted.includes(wish.id)
      await db.run(
        sql`update talent.feedback_raters set standing = ${isGranted ? 'drafted' : 'refused'}, answer_reason = ${isGranted ? null : input.refusal || 'Tidak disetujui atasan.'} where id = ${wish.id}`,
      )
      if (isGranted && wish.replaces_id)
        await db.run(
          sql`update talent.feedback_raters set standing = 'removed', answer_reason = 'Diganti atas permintaan yang dinilai.' where id = ${wish.replaces_id} and standing = 'drafted'`,
        )
    }
    return call(inviteFeedbackRaters, {
      roundId: input.roundId,
      employeeId: input.employeeId,
      confirmedBy: actor.name,
    })
  },
})

/** While answers are gathered HR asks somebody else in place of who declined, or takes a request back. */
export const changeFeedbackRaters = useCase({
  name: 'change-feedback-raters',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.feedback_raters', 'talent.feedback_replies'],
  input: z.discriminatedUnion('act', [
    z.object({ act: z.literal('add'), ...ids, nip, group }),
    z.object({ act: z.literal('remove'), ...ids, raterRowId: field.id('Penilai'), reason: field.reason() }),
  ]),
  async run({ input, db, actor, note, call }) {
    const { subject } = await openSubject(db, input.roundId, input.employeeId)
    if (input.employeeId === actor.employeeId) throw errors.feedback.ownSubject()
    if (subject.state !== 'confirmed') throw errors.feedback.raterDone()
    note({
      subjectKind: 'talent.feedback-round',
      subjectId: input.roundId,
      employeeId: input.employeeId,
      reason: input.act === 'remove' ? input.reason : null,
      detail: { act: input.act },
    })
    if (input.act === 'add') {
      const { act: _, ...rest } = input
      await call(keepFeedbackRater, { ...rest, origin: 'officer' as const })
      return call(inviteFeedbackRaters, {
        roundId: input.roundId,
        employeeId: input.employeeId,
        confirmedBy: actor.name,
      })
    }
    const row = (await listRaterRows(db, input.roundId, input.employeeId)).find(r => r.id === input.raterRowId)
    if (row?.standing !== 'confirmed') throw errors.feedback.raterDone()
    if (row.rater_group === 'diri') throw errors.feedback.notKeepable()
    const taken = await db.run(
      sql`update talent.feedback_replies set state = 'withdrawn' where id = ${row.id} and state in ('asked', 'declined')`,
    )
    if (taken === 0) throw errors.feedback.raterDone()
    await db.run(
      sql`update talent.feedback_raters set standing = 'removed', answer_reason = ${input.reason} where id = ${row.id}`,
    )
    return { asked: 0 }
  },
})
