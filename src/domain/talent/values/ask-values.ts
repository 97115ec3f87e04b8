import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { remindsOn } from '../cycle-board/cycle-board.model.ts'
import { errors } from '../errors.ts'
import { openValues } from './open-values.ts'
import { findReview, listRaters, type Review, rulesOn } from './values.store.ts'
import { reviewStateWords } from './values-words.ts'

type Person = { id: string; nip: string; name: string; supervisor_id: string | null; state: string }

const nip = (what: string) =>
  z
    .string({ error: `${what} wajib diisi.` })
    .trim()
    .regex(/^\d{18}$/, { error: `${what} harus 18 angka, tanpa spasi.` })

const findPeople = (db: Db, nips: readonly string[]) =>
  db.rows<Person>(
    sql`select id, nip, name, supervisor_id, state from workforce.v_people where nip = any (${[...nips]}::text[]) and state = 'active'`,
  )

const invitation = (reviewId: string, about: string, dueOn: Day, employeeId: string) => ({
  employeeId,
  text: `Anda diminta menilai nilai BerAKHLAK ${about}. Batas ${formatDay(dueOn)}. Nama Anda tidak diperlihatkan kepadanya.`,
  textEn: `You are asked to rate the BerAKHLAK values of ${about}. Due ${formatDay(dueOn, 'long', 'en')}. Your name is not shown to that person.`,
  href: `/nilai/${reviewId}`,
})

const asRater = (
  db: Db,
  review: Pick<Review, 'id' | 'due_on'>,
  about: { id: string; name: string },
  rater: { id: string; name: string },
  relation: 'supervisor' | 'colleague',
) => ({
  agency_id: db.actor.agencyId,
  review_id: review.id,
  rater_id: rater.id,
  rater_name: rater.name,
  about_id: about.id,
  about_name: about.name,
  relation,
  state: 'asked',
  due_on: review.due_on,
})

/** Colleagues by number, none of them the person, her supervisor or one of her direct subordinates. */
const colleaguesOf = async (db: Db, person: Person, nips: readonly string[]): Promise<Person[]> => {
  const found = await findPeople(db, nips)
  const missing = nips.filter(n => !found.some(p => p.nip === n))
  if (missing.length > 0) throw errors.values.ratersUnknown(missing)
  const unfit = found.filter(p => p.id === person.id || p.id === person.supervisor_id || p.supervisor_id === person.id)
  if (unfit.length > 0) throw errors.values.raterUnfit(unfit.map(p => p.name))
  return found
}

/** HR asks for a person's values: her supervisor and at least one colleague, all told in confidence. */
export const askValues = useCase({
  name: 'ask-values',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.value_reviews', 'talent.value_raters', 'platform.notices'],
  input: z.object({
    personNip: nip('NIP pegawai'),
    year: field.whole('Tahun', 2020, 2100),
    cycleId: z.string().uuid().nullish(),
    /** NIPs of colleagues, one a line. */
    colleagues: z
      .string({ error: 'Rekan penilai wajib diisi.' })
      .trim()
      .min(1, { error: 'Rekan penilai wajib diisi.' }),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const { body, reference } = rulesOn(on)
    const [person] = await findPeople(db, [input.personNip])
    if (!person) throw errors.values.personUnknown(input.personNip)
    if (person.id === actor.employeeId) throw errors.values.ownReview()
    if (
      await db.find(
        sql`select 1 from talent.value_reviews where employee_id = ${person.id} and year = ${input.year} and state <> 'cancelled'`,
      )
    )
      throw errors.values.alreadyAsked(person.name, input.year)
    const colleagues = await colleaguesOf(db, person, [...new Set(input.colleagues.split(/[\s,;]+/).filter(Boolean))])
    const supervisor = person.supervisor_id
      ? await db.find<{ id: string; name: string }>(
          sql`select id, name from workforce.v_people where id = ${person.supervisor_id} and state = 'active'`,
        )
      : null
    if (!supervisor) throw errors.values.noSupervisor(person.name)
    if (colleagues.length + 1 < body.leastRaters) throw errors.values.tooFew(body.leastRaters)
    const id = newId()
    const dueOn = addDays(on, body.answerDays)
    await db.insert('talent.value_reviews', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: person.id,
        cycle_id: input.cycleId ?? null,
        year: input.year,
        state: 'gathering',
        due_on: dueOn,
        asked_by_name: actor.name,
        asked_on: on,
        rule_version: reference.version,
      },
    ])
    const review = { id, due_on: dueOn }
    await db.insert('talent.value_raters', [
      asRater(db, review, person, supervisor, 'supervisor'),
      ...colleagues.map(c => asRater(db, review, person, c, 'colleague')),
    ])
    await notify(db, [
      ...[supervisor, ...colleagues].map(r => invitation(id, person.name, dueOn, r.id)),
      {
        employeeId: person.id,
        text: `Nilai BerAKHLAK Anda tahun ${input.year} sedang dinilai oleh atasan dan rekan. Anda dapat mengusulkan satu rekan.`,
        textEn: `Your BerAKHLAK values of ${input.year} are being rated by your supervisor and colleagues. You may propose a colleague.`,
        href: '/jalur/nilai',
      },
    ])
    note({ subjectKind: 'talent.value-review', subjectId: id, employeeId: person.id })
    return { id }
  },
})

const gathering = async (db: Db, reviewId: string): Promise<Review> => {
  const review = await findReview(db, reviewId)
  if (!review) throw errors.values.notFound()
  if (review.state !== 'gathering') throw errors.values.notOpen(reviewStateWords[review.state])
  return review
}

/** The person proposes a colleague; HR's consent decides, and she never learns who was asked in the end. */
export const proposeRater = useCase({
  name: 'propose-rater',
  room: 'talent',
  permission: { asn: 'own' },
  writes: [],
  input: z.object({ reviewId: field.id('Penilaian'), colleagueNip: nip('NIP rekan') }),
  async run({ input, db, actor, note, call }) {
    const review = await gathering(db, input.reviewId)
    if (review.employee_id !== actor.employeeId) throw errors.values.notFound()
    await call(keepProposedRater, input)
    note({ subjectKind: 'talent.value-review', subjectId: review.id, employeeId: actor.employeeId })
  },
})

export const keepProposedRater = useCase({
  name: 'keep-proposed-rater',
  room: 'talent',
  permission: {},
  calledBy: ['propose-rater'],
  reads: ['talent.value_reviews', 'workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['talent.value_raters'],
  input: z.object({ reviewId: field.id('Penilaian'), colleagueNip: nip('NIP rekan') }),
  async run({ input, db, note }) {
    const review = await gathering(db, input.reviewId)
    const person = await db.one<Person>(
      sql`select id, nip, name, supervisor_id, state from workforce.v_people where id = ${review.employee_id}`,
    )
    const [colleague] = await colleaguesOf(db, person, [input.colleagueNip])
    const raters = await listRaters(db, review.id)
    if (raters.some(r => r.proposed_by_person)) throw errors.values.alreadyProposed()
    // Whether she was asked already stays unsaid.
    if (!raters.some(r => r.rater_id === colleague.id))
      await db.insert('talent.value_raters', [
        { ...asRater(db, review, person, colleague, 'colleague'), state: 'proposed', proposed_by_person: true },
      ])
    note({ subjectKind: 'talent.value-review', subjectId: review.id, employeeId: review.employee_id })
  },
})

/** HR decides a proposed rater, adds one, or takes one out who has not answered; then the marks may open. */
export const changeRaters = useCase({
  name: 'change-raters',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.value_reviews', 'talent.value_raters', 'platform.notices'],
  input: z.discriminatedUnion('act', [
    z.object({ act: z.literal('add'), reviewId: field.id('Penilaian'), colleagueNip: nip('NIP rekan') }),
    z.object({ act: z.literal('accept'), reviewId: field.id('Penilaian'), raterId: field.id('Penilai') }),
    z.object({
      act: z.literal('withdraw'),
      reviewId: field.id('Penilaian'),
      raterId: field.id('Penilai'),
      reason: field.reason(),
    }),
  ]),
  async run({ input, db, actor, note, call }) {
    const review = await gathering(db, input.reviewId)
    if (review.employee_id === actor.employeeId) throw errors.values.ownReview()
    const raters = await listRaters(db, review.id)
    note({
      subjectKind: 'talent.value-review',
      subjectId: review.id,
      employeeId: review.employee_id,
      reason: input.act === 'withdraw' ? input.reason : null,
      detail: { act: input.act },
    })
    if (input.act === 'add') {
      const person = await db.one<Person>(
        sql`select id, nip, name, supervisor_id, state from workforce.v_people where id = ${review.employee_id}`,
      )
      const [colleague] = await colleaguesOf(db, person, [input.colleagueNip])
      if (raters.some(r => r.rater_id === colleague.id)) throw errors.values.raterAlready()
      await db.insert('talent.value_raters', [asRater(db, review, person, colleague, 'colleague')])
      await notify(db, [invitation(review.id, person.name, review.due_on, colleague.id)])
      return { opened: false }
    }
    const rater = raters.find(r => r.rater_id === input.raterId)
    if (!rater || rater.state === 'answered' || rater.state === 'withdrawn') throw errors.values.raterDone()
    if (input.act === 'accept' && rater.state !== 'proposed') throw errors.values.raterDone()
    await db.run(
      sql`update talent.value_raters set state = ${input.act === 'accept' ? 'asked' : 'withdrawn'}, decline_reason = ${input.act === 'withdraw' ? input.reason : null} where review_id = ${review.id} and rater_id = ${rater.rater_id}`,
    )
    if (input.act === 'accept') {
      await notify(db, [invitation(review.id, rater.about_name, review.due_on, rater.rater_id)])
      return { opened: false }
    }
    return call(openValues, { reviewId: review.id })
  },
})

/** Calls a review off, or opens it again so that raters may correct; the reason stays with it. */
export const changeReview = useCase({
  name: 'change-value-review',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.value_reviews', 'talent.value_raters', 'platform.notices'],
  input: z.object({
    reviewId: field.id('Penilaian'),
    act: z.enum(['cancel', 'reopen'], { error: 'Pilih tindakannya.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const review = await findReview(db, input.reviewId)
    if (!review) throw errors.values.notFound()
    if (review.employee_id === actor.employeeId) throw errors.values.ownReview()
    if (review.state !== (input.act === 'cancel' ? 'gathering' : 'opened'))
      throw errors.values.notOpen(reviewStateWords[review.state])
    const dueOn = addDays(on, rulesOn(on).body.answerDays)
    if (input.act === 'cancel')
      await db.run(
        sql`update talent.value_reviews set state = 'cancelled', cancel_reason = ${input.reason} where id = ${review.id}`,
      )
    else {
      // The reason waits here until the corrected marks open as a new version with it.
      await db.run(
        sql`update talent.value_reviews set state = 'gathering', cancel_reason = ${input.reason}, due_on = ${dueOn} where id = ${review.id}`,
      )
      await db.run(
        sql`update talent.value_raters set state = 'asked', answered_on = null, due_on = ${dueOn} where review_id = ${review.id} and state = 'answered'`,
      )
      await notify(
        db,
        (await listRaters(db, review.id))
          .filter(r => r.state === 'asked')
          .map(r => ({
            employeeId: r.rater_id,
            text: `Penilaian nilai BerAKHLAK ${r.about_name} dibuka lagi. Alasan: ${input.reason}`,
            textEn: `The rating of values of ${r.about_name} is open again. Reason: ${input.reason}`,
            href: `/nilai/${review.id}`,
          })),
      )
    }
    note({
      subjectKind: 'talent.value-review',
      subjectId: review.id,
      employeeId: review.employee_id,
      reason: input.reason,
      detail: { act: input.act },
    })
  },
})

/** Each night: whoever has not answered is reminded on the days of the rule set. */
export const remindRaters = useCase({
  name: 'remind-raters',
  room: 'talent',
  permission: { system: 'agency' },
  reads: ['talent.value_raters', 'talent.value_reviews'],
  writes: ['platform.notices'],
  input: z.object({}),
  async run({ db, on, note }) {
    const { body } = rulesOn(on)
    const open = await db.rows<{ review_id: string; rater_id: string; about_name: string; due_on: Day }>(
      sql`select r.review_id, r.rater_id, r.about_name, r.due_on from talent.value_raters r join talent.value_reviews v on v.agency_id = r.agency_id and v.id = r.review_id
        where r.state = 'asked' and v.state = 'gathering' order by r.due_on, r.review_id, r.rater_id`,
    )
    const told = await notify(
      db,
      open
        .filter(o => remindsOn(o.due_on, on, body))
        .map(o => ({
          employeeId: o.rater_id,
          text: `${o.due_on < on ? 'Lewat batas' : 'Pengingat'}: nilai BerAKHLAK ${o.about_name}. Batas ${formatDay(o.due_on)}.`,
          textEn: `${o.due_on < on ? 'Overdue' : 'Reminder'}: rate the values of ${o.about_name}. Due ${formatDay(o.due_on, 'long', 'en')}.`,
          href: `/nilai/${o.review_id}`,
        })),
    )
    note({ subjectKind: 'talent.value-review', detail: { told } })
    return { told }
  },
})
