import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { commentProblem, owedAnswers } from './feedback.model.ts'
import { findOwnComment, findOwnReply, findRound, listOwnAnswers, rulesOn } from './feedback.store.ts'

/** The reader's own request while it may be answered; nobody answers in another's place. */
const openReply = async (db: Db, replyId: string) => {
  const reply = await findOwnReply(db, replyId)
  const round = reply && (await findRound(db, reply.round_id))
  if (!reply || !round) throw errors.feedback.notFound()
  if (reply.state === 'declined' || reply.state === 'withdrawn') throw errors.feedback.declined()
  if (db.on > reply.due_on || round.state === 'closed' || round.state === 'cancelled')
    throw errors.feedback.late(reply.due_on)
  return { reply, round, rules: rulesOn(round.opened_on).body }
}

const comment = (what: string) =>
  z
    .string()
    .trim()
    .max(600, { error: `${what} paling panjang 600 huruf.` })
    .nullish()

// No employee in the notes: whom it is about would read there who answered.
const about = (replyId: string) => ({ subjectKind: 'talent.feedback-reply', subjectId: replyId })

/** Keeps what a rater answered so far; nobody else reads it, then or later. */
export const saveFeedback = useCase({
  name: 'save-feedback',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.feedback_answers', 'talent.feedback_comments'],
  input: z.object({
    replyId: field.id('Permintaan'),
    answers: z.array(
      z.object({
        code: z.string().max(40),
        step: z.coerce.number().int().min(1).max(5).nullish(),
        isUnable: z.boolean().default(false),
      }),
    ),
    strength: comment('Komentar'),
    practice: comment('Komentar'),
  }),
  async run({ input, db, actor, on, note }) {
    const { reply, rules } = await openReply(db, input.replyId)
    const known = new Set(rules.questions.map(q => q.code))
    await db.insert(
      'talent.feedback_answers',
      input.answers
        .filter(a => known.has(a.code) && (a.isUnable || a.step != null))
        .map(a => ({
          agency_id: actor.agencyId,
          reply_id: reply.id,
          rater_id: actor.employeeId,
          question_code: a.code,
          step: a.isUnable ? null : a.step,
          is_unable: a.isUnable,
          saved_on: on,
        })),
      'on conflict (agency_id, reply_id, question_code) do update set step = excluded.step, is_unable = excluded.is_unable, saved_on = excluded.saved_on',
    )
    await db.insert(
      'talent.feedback_comments',
      [
        {
          agency_id: actor.agencyId,
          reply_id: reply.id,
          rater_id: actor.employeeId,
          strength: input.strength || null,
          practice: input.practice || null,
          saved_on: on,
        },
      ],
      'on conflict (agency_id, reply_id) do update set strength = excluded.strength, practice = excluded.practice, saved_on = excluded.saved_on',
    )
    note(about(reply.id))
  },
})

/** Hands the answers in; they may be changed until the last day. */
export const submitFeedback = useCase({
  name: 'submit-feedback',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.feedback_replies'],
  input: z.object({ replyId: field.id('Permintaan') }),
  async run({ input, db, actor, on, note }) {
    const { reply, rules } = await openReply(db, input.replyId)
    const answers = await listOwnAnswers(db, reply.id)
    const owed = owedAnswers(rules, answers)
    if (owed.length > 0) throw errors.feedback.owed(Object.fromEntries(owed.map(o => [`step:${o.code}`, o.message])))
    const least = Math.ceil(rules.questions.length * rules.leastShareOfRater - 1e-9)
    if (answers.filter(a => a.step !== null).length < least) throw errors.feedback.tooFewAnswers(least)
    const written = await findOwnComment(db, reply.id)
    const names = [actor.name]
    const problems = (['strength', 'practice'] as const).flatMap(kind => {
      const problem = written?.[kind] ? commentProblem(written[kind], names) : null
      return problem ? [[kind, problem]] : []
    })
    if (problems.length > 0) throw errors.feedback.comment(Object.fromEntries(problems))
    await db.run(
      sql`update talent.feedback_replies set state = 'answered', answered_on = coalesce(answered_on, ${on}) where id = ${reply.id}`,
    )
    note(about(reply.id))
  },
})

/** A rater who cannot or may not judge says why; HR then asks somebody else. Nothing can be passed on to another. */
export const declineFeedback = useCase({
  name: 'decline-feedback',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.feedback_replies', 'talent.feedback_answers', 'talent.feedback_comments'],
  input: z.object({
    replyId: field.id('Permintaan'),
    code: z.string({ error: 'Pilih alasannya.' }).min(1, { error: 'Pilih alasannya.' }),
    note: z.string().trim().max(500, { error: 'Penjelasan paling panjang 500 huruf.' }).nullish(),
  }),
  async run({ input, db, note }) {
    const { reply, rules } = await openReply(db, input.replyId)
    if (!rules.declines.some(d => d.code === input.code)) throw errors.feedback.notFound()
    if (reply.rater_group === 'diri') throw errors.feedback.notKeepable()
    if (input.code === 'other' && (input.note?.length ?? 0) < 10) throw errors.feedback.noteMissing()
    // What was begun goes with it.
    await db.run(sql`delete from talent.feedback_answers where reply_id = ${reply.id}`)
    await db.run(sql`delete from talent.feedback_comments where reply_id = ${reply.id}`)
    await db.run(
      sql`update talent.feedback_replies set state = 'declined', decline_code = ${input.code}, decline_note = ${input.note || null}, answered_on = null where id = ${reply.id}`,
    )
    note(about(reply.id))
  },
})
