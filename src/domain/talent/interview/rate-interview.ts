import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mayOpen, owedOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { findInterview, findSheet, type Interview, listRatingsOf, listSeats, type Seat } from './interview.store.ts'
import { interviewStateWords } from './interview-words.ts'

/** The interview as its interviewer finds it, while ratings are gathered. */
const seated = async (db: Db, interviewId: string): Promise<{ interview: Interview; seat: Seat }> => {
  const interview = await findInterview(db, interviewId)
  const seat = (await listSeats(db, interviewId)).find(s => s.employee_id === db.actor.employeeId)
  if (!interview || !seat || seat.state === 'left') throw errors.interview.notSeated()
  if (interview.employee_id === db.actor.employeeId) throw errors.interview.candidateIsYou()
  if (interview.state !== 'planned') throw errors.interview.notOpen(interviewStateWords[interview.state])
  return { interview, seat }
}

/** Before anything else an interviewer says whether there is kin or an interest; with one she does not sit. */
export const declareForInterview = useCase({
  name: 'declare-for-interview',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.interview_seats'],
  input: z.object({
    interviewId: field.id('Wawancara'),
    statement: z.enum(['none', 'some'], { error: 'Nyatakan ada atau tidak ada kepentingan.' }),
    kind: z.string().max(40).nullish(),
  }),
  async run({ input, db, on, note }) {
    const { interview, seat } = await seated(db, input.interviewId)
    if (seat.state === 'submitted') throw errors.interview.alreadySent()
    const { body } = await holdingFor(db, interviewRules, on)
    const kind = body.interests.find(i => i.code === input.kind)
    if (input.statement === 'some' && !kind) throw errors.session.unknownInterest()
    await db.run(
      input.statement === 'none'
        ? sql`update talent.interview_seats set state = 'declared', declared_on = ${on} where interview_id = ${interview.id} and employee_id = ${db.actor.employeeId}`
        : sql`update talent.interview_seats set state = 'left', declared_on = ${on}, is_lead = false, left_reason = ${`Menyatakan kepentingan: ${kind?.label.toLowerCase()}`} where interview_id = ${interview.id} and employee_id = ${db.actor.employeeId}`,
    )
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: interview.employee_id,
      detail: { statement: input.statement, kind: kind?.code ?? null },
    })
    return { sits: input.statement === 'none' }
  },
})

const piece = z.object({
  questionId: z.string().uuid(),
  level: z.coerce.number().int().min(0).max(5).nullish(),
  example: z.string().trim().max(2000, { error: 'Contoh paling panjang 2000 huruf.' }).nullish(),
})

const mine = ['talent.interview_seats', 'talent.interview_ratings']

const keep = async (
  db: Db,
  interviewId: string,
  ratings: readonly z.infer<typeof piece>[],
  known: ReadonlySet<string>,
) => {
  await db.insert(
    'talent.interview_ratings',
    ratings
      .filter(r => known.has(r.questionId))
      .map(r => ({
        agency_id: db.actor.agencyId,
        interview_id: interviewId,
        employee_id: db.actor.employeeId,
        question_id: r.questionId,
        level: r.level ?? null,
        example: r.example || null,
        saved_on: db.on,
      })),
    'on conflict (agency_id, interview_id, employee_id, question_id) do update set level = excluded.level, example = excluded.example, saved_on = excluded.saved_on',
  )
}

/** The seat, ready to rate: declared, on the day or after, not handed in. */
const rating = async (db: Db, interviewId: string) => {
  const { interview, seat } = await seated(db, interviewId)
  if (seat.state === 'submitted') throw errors.interview.alreadySent()
  if (seat.state === 'invited') throw errors.interview.notDeclared()
  if (db.on < interview.held_on) throw errors.interview.notYet(interview.held_on)
  return { interview, questions: await findSheet(db, interviewId) }
}

/** Keeps what is filled in so far; nobody else reads it. */
export const saveRatings = useCase({
  name: 'save-interview-ratings',
  room: 'talent',
  permission: { asn: 'own' },
  writes: mine,
  input: z.object({ interviewId: field.id('Wawancara'), ratings: z.array(piece) }),
  async run({ input, db, note }) {
    const { interview, questions } = await rating(db, input.interviewId)
    await keep(db, interview.id, input.ratings, new Set(questions.map(q => q.id)))
    // Not what was rated: a blind rating stands in no trail.
    note({ subjectKind: 'talent.interview', subjectId: interview.id, employeeId: interview.employee_id })
  },
})

/**
 * Hands the ratings in, once, blind. Every question has a level and an example from the answer.
 * The last one handed in opens them all together.
 */
export const submitRatings = useCase({
  name: 'submit-interview-ratings',
  room: 'talent',
  permission: { asn: 'own' },
  writes: mine,
  input: z.object({ interviewId: field.id('Wawancara') }),
  async run({ input, db, on, note, call }) {
    const { interview, questions } = await rating(db, input.interviewId)
    const { body } = await holdingFor(db, interviewRules, on)
    const owed = owedOf(questions, await listRatingsOf(db, interview.id, db.actor.employeeId), body)
    if (owed.length > 0)
      throw errors.interview.owed(
        Object.fromEntries(
          owed.flatMap(o => {
            const at = questions.findIndex(q => q.id === o.questionId) + 1
            return [
              ...(o.level ? [[`level:${o.questionId}`, `Pertanyaan ${at}: pilih level jawabannya.`]] : []),
              ...(o.example
                ? [
                    [
                      `example:${o.questionId}`,
                      `Pertanyaan ${at}: tulis contoh dari jawaban, sedikitnya ${body.leastExampleLetters} huruf.`,
                    ],
                  ]
                : []),
            ]
          }),
        ),
      )
    await db.run(
      sql`update talent.interview_seats set state = 'submitted', submitted_on = ${on} where interview_id = ${interview.id} and employee_id = ${db.actor.employeeId}`,
    )
    note({ subjectKind: 'talent.interview', subjectId: interview.id, employeeId: interview.employee_id })
    return call(openRatings, { interviewId: interview.id })
  },
})

/** Opens all ratings of an interview together, when every interviewer has handed in; before that it does nothing. */
export const openRatings = useCase({
  name: 'open-interview-ratings',
  room: 'talent',
  permission: {},
  calledBy: ['submit-interview-ratings'],
  reads: ['talent.interview_ratings', 'talent.interview_sheets', 'talent.interview_seats'],
  writes: ['talent.interviews', 'talent.interview_reveals', 'platform.notices'],
  input: z.object({ interviewId: field.id('Wawancara') }),
  async run({ input, db, actor, on, note, announce }) {
    // Two who hand in at once come one after the other; the second one opens.
    await db.run(sql`update talent.interviews set state = state where id = ${input.interviewId}`)
    const interview = await findInterview(db, input.interviewId)
    if (interview?.state !== 'planned') return { opened: false }
    const seats = await listSeats(db, interview.id)
    const { body } = await holdingFor(db, interviewRules, on)
    note({ subjectKind: 'talent.interview', subjectId: interview.id, employeeId: interview.employee_id })
    if (!mayOpen(seats, body)) return { opened: false }
    const sitting = seats.filter(s => s.state === 'submitted')
    const ratings = await db.rows<{ interviewerId: string; questionId: string; level: number; example: string }>(
      sql`select employee_id as "interviewerId", question_id as "questionId", level, example from talent.interview_ratings where interview_id = ${interview.id} and employee_id = any (${sitting.map(s => s.employee_id)}::uuid[])`,
    )
    const order = (await findSheet(db, interview.id)).map(q => q.id)
    await db.insert('talent.interview_reveals', [
      {
        agency_id: actor.agencyId,
        interview_id: interview.id,
        ratings: order.flatMap(questionId =>
          sitting.flatMap(s =>
            ratings
              .filter(r => r.questionId === questionId && r.interviewerId === s.employee_id)
              .map(r => ({ ...r, interviewer: s.name })),
          ),
        ),
        opened_on: on,
      },
    ])
    await db.run(sql`update talent.interviews set state = 'opened', opened_on = ${on} where id = ${interview.id}`)
    await notify(
      db,
      sitting.map(s => ({
        employeeId: s.employee_id,
        text: `Nilai wawancara ${interview.candidate_name} sudah terbuka. ${s.is_lead ? 'Catat kesepakatannya bersama pewawancara lain.' : 'Bicarakan bedanya dengan pewawancara lain.'}`,
        textEn: `The ratings of ${interview.candidate_name} are open. ${s.is_lead ? 'Record the consensus with the others.' : 'Talk the differences over with the others.'}`,
        href: `/wawancara/${interview.id}`,
      })),
    )
    announce({ type: 'RatingsOpened', payload: { interviewId: interview.id } })
    return { opened: true }
  },
})
