import { z } from 'zod'
import { formatDay, formatList } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { remindsOn } from '../cycle-board/cycle-board.model.ts'
import { errors } from '../errors.ts'
import { asSheet, findGuide, listGuideQuestions, listSubjects } from '../interview-guide/guide.store.ts'
import { conflictOf, type InterviewRules } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { type Interview, listSeats, takeInterview } from './interview.store.ts'
import { conflictWords, interviewStateWords } from './interview-words.ts'

type Person = { id: string; nip: string; name: string; supervisor_id: string | null; state: string }

const nip = (what: string) =>
  z
    .string({ error: `${what} wajib diisi.` })
    .trim()
    .regex(/^\d{18}$/, { error: `${what} harus 18 angka, tanpa spasi.` })

const time = z
  .string({ error: 'Jam wajib diisi.' })
  .trim()
  .regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, { error: 'Tulis jam seperti 09:00.' })
  .transform(text => text.replace('.', ':'))

const findPeople = (db: Db, nips: readonly string[]) =>
  db.rows<Person>(
    sql`select id, nip, name, supervisor_id, state from workforce.v_people where nip = any (${[...nips]}::text[])`,
  )

/** Interests members of a committee have declared in this person earlier: kin does not end with a session. */
const interestedIn = async (db: Db, candidateId: string): Promise<Set<string>> =>
  new Set(
    (
      await db.rows<{ employee_id: string }>(
        sql`select employee_id from talent.session_interests where about_id = ${candidateId} and kind in ('spouse', 'child-parent', 'sibling', 'other-kin')`,
      )
    ).map(r => r.employee_id),
  )

const requireFit = async (
  db: Db,
  candidate: { id: string; supervisor_id: string | null },
  interviewers: readonly Person[],
  rules: InterviewRules,
) => {
  const interested = await interestedIn(db, candidate.id)
  const sentences = interviewers.flatMap(p => {
    const why = conflictOf(
      { id: candidate.id, supervisorId: candidate.supervisor_id },
      { id: p.id, supervisorId: p.supervisor_id, isActive: p.state === 'active', hasInterest: interested.has(p.id) },
      rules,
    )
    return why ? [`${p.name} ${conflictWords[why]}.`] : []
  })
  if (sentences.length > 0) throw errors.interview.conflicts(sentences)
}

/** Nobody sits in two interviews at one time. */
const requireFree = async (
  db: Db,
  people: readonly { id: string; name: string }[],
  on: string,
  at: string,
  except: string | null,
) => {
  const taken = await db.find<{
    employee_id: string
    candidate_name: string
  }>(sql`select s.employee_id, i.candidate_name from talent.interview_seats s
    join talent.interviews i on i.agency_id = s.agency_id and i.id = s.interview_id
    where s.employee_id = any (${people.map(p => p.id)}::uuid[]) and s.state <> 'left' and i.state = 'planned' and i.held_on = ${on} and i.starts_at = ${at}
      and i.id is distinct from ${except}::uuid limit 1`)
  if (taken)
    throw errors.interview.doubleBooked(
      people.find(p => p.id === taken.employee_id)?.name ?? 'Seorang pewawancara',
      `${formatDay(on as Day)} pukul ${at}`,
    )
}

const invitation = (
  interview: { id: string; candidate_name: string; held_on: string; starts_at: string; place: string },
  employeeId: string,
) => ({
  employeeId,
  text: `Anda diminta mewawancarai ${interview.candidate_name} pada ${formatDay(interview.held_on as Day)} pukul ${interview.starts_at}, ${interview.place}.`,
  textEn: `You are asked to interview ${interview.candidate_name} on ${formatDay(interview.held_on as Day, 'long', 'en')} at ${interview.starts_at}, ${interview.place}.`,
  href: `/wawancara/${interview.id}`,
})

const tellCandidate = (
  interview: { id: string; employee_id: string; held_on: string; starts_at: string; place: string },
  names: readonly string[],
) => ({
  employeeId: interview.employee_id,
  text: `Anda diwawancarai pada ${formatDay(interview.held_on as Day)} pukul ${interview.starts_at}, ${interview.place}, oleh ${formatList(names)}.`,
  textEn: `You are interviewed on ${formatDay(interview.held_on as Day, 'long', 'en')} at ${interview.starts_at}, ${interview.place}, by ${formatList(names, 'en')}.`,
  href: '/jalur/wawancara',
})

/**
 * Sets up an interview by a guide that is ready: the candidate, the day, and two or more interviewers without a conflict.
 * The questions are frozen as they stand; everybody concerned is told.
 */
export const scheduleInterview = useCase({
  name: 'schedule-interview',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  reads: ['talent.session_interests'],
  writes: ['talent.interviews', 'talent.interview_sheets', 'talent.interview_seats', 'platform.notices'],
  input: z.object({
    guideId: field.id('Panduan'),
    candidateNip: nip('NIP calon'),
    cycleId: z.string().uuid().nullish(),
    nominationId: z.string().uuid().nullish(),
    targetPositionId: z.string().uuid().nullish(),
    heldOn: field.day('Tanggal wawancara'),
    startsAt: time,
    place: field.text('Tempat', 160),
    /** NIPs, one a line; the first one leads. */
    interviewers: z.string({ error: 'Pewawancara wajib diisi.' }).trim().min(1, { error: 'Pewawancara wajib diisi.' }),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const guide = await findGuide(db, input.guideId)
    if (!guide) throw errors.interview.guideUnknown()
    if (guide.state !== 'ready') throw errors.interview.guideNotReady(guide.name)
    if (input.heldOn < on) throw errors.interview.inThePast()
    const { body: rules, reference } = await holdingFor(db, interviewRules, on)
    const nips = [...new Set(input.interviewers.split(/[\s,;]+/).filter(Boolean))]
    if (nips.length < rules.leastInterviewers) throw errors.interview.tooFew(rules.leastInterviewers)
    if (nips.length > rules.mostInterviewers) throw errors.interview.tooMany(rules.mostInterviewers)
    const [candidate] = await findPeople(db, [input.candidateNip])
    if (candidate?.state !== 'active') throw errors.interview.candidateUnknown(input.candidateNip)
    if (candidate.id === actor.employeeId) throw errors.interview.candidateIsYou()
    const found = await findPeople(db, nips)
    const missing = nips.filter(n => !found.some(p => p.nip === n))
    if (missing.length > 0) throw errors.interview.interviewersUnknown(missing)
    const interviewers = nips.flatMap(n => found.filter(p => p.nip === n))
    await requireFit(db, candidate, interviewers, rules)
    await requireFree(db, [...interviewers, candidate], input.heldOn, input.startsAt, null)
    const questions = await listGuideQuestions(db, guide)
    const subjects = (await listSubjects(db, guide.competency_ids)).map(({ id, code, name }) => ({ id, code, name }))
    const id = newId()
    const interview = {
      agency_id: actor.agencyId,
      id,
      employee_id: candidate.id,
      candidate_name: candidate.name,
      guide_id: guide.id,
      cycle_id: input.cycleId ?? null,
      nomination_id: input.nominationId ?? null,
      target_position_id: input.targetPositionId ?? null,
      purpose: guide.purpose,
      held_on: input.heldOn,
      starts_at: input.startsAt,
      place: input.place,
      due_on: addDays(input.heldOn as Day, rules.ratingDays),
      subjects,
      state: 'planned',
      rule_version: reference.version,
      scheduled_by_name: actor.name,
      scheduled_on: on,
    }
    await db.insert('talent.interviews', [interview])
    await db.insert('talent.interview_sheets', [
      { agency_id: actor.agencyId, interview_id: id, questions: asSheet(questions) },
    ])
    await db.insert(
      'talent.interview_seats',
      interviewers.map((p, i) => ({
        agency_id: actor.agencyId,
        interview_id: id,
        employee_id: p.id,
        candidate_id: candidate.id,
        name: p.name,
        is_lead: i === 0,
        state: 'invited',
      })),
    )
    await notify(db, [
      ...interviewers.map(p => invitation(interview, p.id)),
      tellCandidate(
        interview,
        interviewers.map(p => p.name),
      ),
    ])
    note({ subjectKind: 'talent.interview', subjectId: id, employeeId: candidate.id })
    announce({ type: 'InterviewScheduled', payload: { interviewId: id, employeeId: candidate.id } })
    return { id }
  },
})

const planned = async (db: Db, id: string): Promise<Interview> => {
  const interview = await takeInterview(db, id)
  if (!interview) throw errors.interview.notFound()
  if (interview.employee_id === db.actor.employeeId) throw errors.interview.candidateIsYou()
  if (interview.state !== 'planned') throw errors.interview.notOpen(interviewStateWords[interview.state])
  return interview
}

/** Another day, hour or place, with the reason; everybody concerned is told. */
export const moveInterview = useCase({
  name: 'move-interview',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interviews', 'platform.notices'],
  input: z.object({
    interviewId: field.id('Wawancara'),
    heldOn: field.day('Tanggal wawancara'),
    startsAt: time,
    place: field.text('Tempat', 160),
    reason: field.reason(),
  }),
  async run({ input, db, on, note }) {
    const interview = await planned(db, input.interviewId)
    if (input.heldOn < on) throw errors.interview.inThePast()
    const seats = (await listSeats(db, interview.id)).filter(s => s.state !== 'left')
    await requireFree(
      db,
      [
        ...seats.map(s => ({ id: s.employee_id, name: s.name })),
        { id: interview.employee_id, name: interview.candidate_name },
      ],
      input.heldOn,
      input.startsAt,
      interview.id,
    )
    const { body } = await holdingFor(db, interviewRules, on)
    await db.run(
      sql`update talent.interviews set held_on = ${input.heldOn}, starts_at = ${input.startsAt}, place = ${input.place}, due_on = ${addDays(input.heldOn as Day, body.ratingDays)} where id = ${interview.id}`,
    )
    const text = `Wawancara ${interview.candidate_name} dipindah ke ${formatDay(input.heldOn as Day)} pukul ${input.startsAt}, ${input.place}. Alasan: ${input.reason}`
    const textEn = `The interview of ${interview.candidate_name} moves to ${formatDay(input.heldOn as Day, 'long', 'en')} at ${input.startsAt}, ${input.place}. Reason: ${input.reason}`
    await notify(db, [
      ...seats.map(s => ({ employeeId: s.employee_id, text, textEn, href: `/wawancara/${interview.id}` })),
      { employeeId: interview.employee_id, text, textEn, href: '/jalur/wawancara' },
    ])
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: interview.employee_id,
      reason: input.reason,
      detail: { from: interview.held_on, to: input.heldOn },
    })
  },
})

/** Calls an interview off before ratings are opened; what was rated blind stays unread. */
export const cancelInterview = useCase({
  name: 'cancel-interview',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interviews', 'platform.notices'],
  input: z.object({ interviewId: field.id('Wawancara'), reason: field.reason() }),
  async run({ input, db, note }) {
    const interview = await planned(db, input.interviewId)
    const seats = (await listSeats(db, interview.id)).filter(s => s.state !== 'left')
    await db.run(
      sql`update talent.interviews set state = 'cancelled', cancel_reason = ${input.reason} where id = ${interview.id}`,
    )
    await notify(
      db,
      [...seats.map(s => s.employee_id), interview.employee_id].map(employeeId => ({
        employeeId,
        text: `Wawancara ${interview.candidate_name} pada ${formatDay(interview.held_on)} dibatalkan. Alasan: ${input.reason}`,
        textEn: `The interview of ${interview.candidate_name} on ${formatDay(interview.held_on, 'long', 'en')} is called off. Reason: ${input.reason}`,
        href: employeeId === interview.employee_id ? '/jalur/wawancara' : '/',
      })),
    )
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: interview.employee_id,
      reason: input.reason,
    })
  },
})

/** Takes an interviewer out with a reason and, where given, seats another one without a conflict. */
export const replaceInterviewer = useCase({
  name: 'replace-interviewer',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  calledBy: ['answer-challenge'],
  reads: ['talent.session_interests', 'workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['talent.interviews', 'talent.interview_seats', 'platform.notices'],
  input: z.object({
    interviewId: field.id('Wawancara'),
    /** Who leaves; null only adds somebody. */
    leavesId: z.string().uuid().nullish(),
    interviewerNip: nip('NIP pewawancara').nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const interview = await planned(db, input.interviewId)
    const seats = await listSeats(db, interview.id)
    const leaves = input.leavesId ? seats.find(s => s.employee_id === input.leavesId && s.state !== 'left') : null
    if (input.leavesId && !leaves) throw errors.interview.notSeated()
    const { body: rules } = await holdingFor(db, interviewRules, on)
    const sitting = seats.filter(s => s.state !== 'left' && s !== leaves)
    if (leaves)
      await db.run(
        sql`update talent.interview_seats set state = 'left', left_reason = ${input.reason}, is_lead = false where interview_id = ${interview.id} and employee_id = ${leaves.employee_id}`,
      )
    let enters: Person | undefined
    if (input.interviewerNip) {
      ;[enters] = await findPeople(db, [input.interviewerNip])
      if (!enters) throw errors.interview.interviewersUnknown([input.interviewerNip])
      if (seats.some(s => s.employee_id === enters?.id)) throw errors.interview.seatTaken()
      if (sitting.length + 1 > rules.mostInterviewers) throw errors.interview.tooMany(rules.mostInterviewers)
      const candidate = await db.one<{ id: string; supervisor_id: string | null }>(
        sql`select id, supervisor_id from workforce.v_people where id = ${interview.employee_id}`,
      )
      await requireFit(db, candidate, [enters], rules)
      await requireFree(db, [enters], interview.held_on, interview.starts_at, interview.id)
      await db.insert('talent.interview_seats', [
        {
          agency_id: actor.agencyId,
          interview_id: interview.id,
          employee_id: enters.id,
          candidate_id: interview.employee_id,
          name: enters.name,
          is_lead: false,
          state: 'invited',
        },
      ])
    }
    const now = [...sitting.map(s => ({ id: s.employee_id, name: s.name })), ...(enters ? [enters] : [])]
    // The lead's chair is never empty while somebody sits.
    if (now.length > 0 && !sitting.some(s => s.is_lead))
      await db.run(
        sql`update talent.interview_seats set is_lead = true where interview_id = ${interview.id} and employee_id = ${now[0].id}`,
      )
    await notify(db, [
      ...(enters ? [invitation(interview, enters.id)] : []),
      ...(leaves
        ? [
            {
              employeeId: leaves.employee_id,
              text: `Anda tidak lagi mewawancarai ${interview.candidate_name}. Alasan: ${input.reason}`,
              textEn: `You no longer interview ${interview.candidate_name}. Reason: ${input.reason}`,
              href: '/',
            },
          ]
        : []),
      ...(now.length > 0
        ? [
            tellCandidate(
              interview,
              now.map(p => p.name),
            ),
          ]
        : []),
    ])
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: interview.employee_id,
      reason: input.reason,
      detail: { left: leaves?.name ?? null, entered: enters?.name ?? null },
    })
  },
})

/** Each night: whoever still owes ratings is reminded on the days of the rule set. */
export const remindInterviewers = useCase({
  name: 'remind-interviewers',
  room: 'talent',
  permission: { system: 'agency' },
  reads: ['talent.interviews', 'talent.interview_seats'],
  writes: ['platform.notices'],
  input: z.object({}),
  async run({ db, on, note }) {
    const { body } = await holdingFor(db, interviewRules, on)
    const open = await db.rows<{
      id: string
      candidate_name: string
      due_on: Day
      employee_id: string
    }>(sql`select i.id, i.candidate_name, i.due_on, s.employee_id
      from talent.interviews i join talent.interview_seats s on s.agency_id = i.agency_id and s.interview_id = i.id
      where i.state = 'planned' and i.held_on <= ${on} and s.state in ('invited', 'declared') order by i.due_on, i.id, s.employee_id`)
    const told = await notify(
      db,
      open
        .filter(o => remindsOn(o.due_on, on, body))
        .map(o => ({
          employeeId: o.employee_id,
          text: `${o.due_on < on ? 'Lewat batas' : 'Pengingat'}: kirim nilai wawancara ${o.candidate_name}. Batas ${formatDay(o.due_on)}.`,
          textEn: `${o.due_on < on ? 'Overdue' : 'Reminder'}: send your ratings of ${o.candidate_name}. Due ${formatDay(o.due_on, 'long', 'en')}.`,
          href: `/wawancara/${o.id}`,
        })),
    )
    note({ subjectKind: 'talent.interview', detail: { told } })
    return { told }
  },
})
