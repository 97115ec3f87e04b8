import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import { type Day, daysBetween } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { inviteFeedbackRaters } from './agree-raters.ts'
import { feedbackFigures, feedbackMessage, feedbackResult, type GroupCode, type Reply } from './feedback.model.ts'
import { findRound, rulesOn } from './feedback.store.ts'
import { roundStateWords } from './feedback-words.ts'

type ReplyState = { id: string; about_id: string; rater_group: GroupCode; state: string }

/**
 * Computes everybody of a round who has no result yet, in one pass, and keeps means of groups alone.
 * The one place that reads answers of all raters; what it writes holds none of them.
 */
export const computeFeedback = useCase({
  name: 'compute-feedback',
  room: 'talent',
  permission: {},
  calledBy: ['close-feedback-round', 'tend-feedback-rounds'],
  reads: ['talent.feedback_replies', 'talent.feedback_answers', 'talent.feedback_comments'],
  writes: [
    'talent.feedback_rounds',
    'talent.feedback_subjects',
    'talent.feedback_results',
    'talent.feedback_remarks',
    'platform.notices',
  ],
  input: z.object({ roundId: field.id('Putaran') }),
  async run({ input, db, actor, on, newId, note, announce }) {
    await db.run(sql`select from talent.feedback_rounds where id = ${input.roundId} for update`)
    const round = await findRound(db, input.roundId)
    if (!round) throw errors.feedback.notFound()
    if (round.state === 'closed' || round.state === 'cancelled')
      throw errors.feedback.notOpen(roundStateWords[round.state])
    const { body, reference } = rulesOn(round.opened_on)
    const subjects = await db.rows<{ employee_id: string; version: number }>(
      sql`select s.employee_id, (select coalesce(max(t.version), 0)::int from talent.feedback_results t where t.agency_id = s.agency_id and t.round_id = s.round_id and t.employee_id = s.employee_id) as version
        from talent.feedback_subjects s where s.round_id = ${round.id} and s.state in ('proposed', 'confirmed') order by s.employee_id`,
    )
    const replies = await db.rows<ReplyState>(
      sql`select id, about_id, rater_group, state from talent.feedback_replies where round_id = ${round.id} and state in ('asked', 'answered') order by id`,
    )
    const answers = await db.rows<{ reply_id: string; code: string; step: number | null }>(
      sql`select w.reply_id, w.question_code as code, w.step from talent.feedback_answers w join talent.feedback_replies a on a.agency_id = w.agency_id and a.id = w.reply_id
        where a.round_id = ${round.id} and a.state = 'answered' order by w.reply_id, w.question_code`,
    )
    const comments = await db.rows<{ reply_id: string; strength: string | null; practice: string | null }>(
      sql`select c.reply_id, c.strength, c.practice from talent.feedback_comments c join talent.feedback_replies a on a.agency_id = c.agency_id and a.id = c.reply_id
        where a.round_id = ${round.id} and a.state = 'answered' and a.rater_group <> 'diri' order by c.reply_id`,
    )
    const names = new Map(
      (
        await db.rows<{ about_id: string; about_name: string }>(
          sql`select distinct about_id, about_name from talent.feedback_replies where round_id = ${round.id}`,
        )
      ).map(r => [r.about_id, r.about_name]),
    )
    const answersOf = Map.groupBy(answers, a => a.reply_id)
    const repliesOf = Map.groupBy(replies, r => r.about_id)
    const commentOf = new Map(comments.map(c => [c.reply_id, c]))
    const results: Record<string, unknown>[] = []
    const remarks: Record<string, unknown>[] = []
    const known: string[] = []
    for (const subject of subjects) {
      const all = repliesOf.get(subject.employee_id) ?? []
      const answered = all.filter(r => r.state === 'answered')
      const given: Reply[] = answered.map(r => ({ group: r.rater_group, answers: answersOf.get(r.id) ?? [] }))
      const result = feedbackResult(body, given)
      const id = newId()
      const figures = feedbackFigures(body, result, {
        year: round.year,
        asOf: on,
        source: { kind: 'talent.feedback-result', id, label: round.name },
        ruleSet: reference,
      })
      const message = feedbackMessage(body, result)
      const others = answered.filter(r => r.rater_group !== 'diri')
      results.push({
        agency_id: actor.agencyId,
        id,
        round_id: round.id,
        employee_id: subject.employee_id,
        version: subject.version + 1,
        year: round.year,
        rating: isKnown(figures.rating) ? figures.rating.value : null,
        blocks: result.blocks,
        counts: result.counts.map(c => ({ ...c, asked: all.filter(r => r.rater_group === c.group).length })),
        left_out: result.leftOut,
        spread: result.spread,
        agreement: result.agreement,
        missing: result.missing,
        strength: message?.strength ?? null,
        practice: message?.practice ?? null,
        rule_version: reference.version,
        opened_on: round.opened_on,
        closed_on: on,
      })
      if (!result.isKnown) continue
      known.push(subject.employee_id)
      // Ids are drawn anew and give the order: nothing of the rater, the group or the day goes along.
      for (const reply of others)
        for (const kind of ['strength', 'practice'] as const) {
          const text = commentOf.get(reply.id)?.[kind]
          if (text)
            remarks.push({
              agency_id: actor.agencyId,
              id: newId(),
              round_id: round.id,
              about_id: subject.employee_id,
              about_name: names.get(subject.employee_id) ?? '',
              kind,
              text,
            })
        }
    }
    await db.insert('talent.feedback_results', results)
    await db.insert(
      'talent.feedback_remarks',
      remarks.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    )
    await db.run(
      sql`update talent.feedback_subjects set state = case when employee_id = any (${known}::uuid[]) then 'known' else 'few' end where round_id = ${round.id} and state in ('proposed', 'confirmed')`,
    )
    await db.run(sql`update talent.feedback_rounds set state = 'closed', closed_on = ${on} where id = ${round.id}`)
    await notify(
      db,
      subjects.map(({ employee_id }) =>
        known.includes(employee_id)
          ? {
              employeeId: employee_id,
              text: `Umpan balik 360° Anda tahun ${round.year} dapat dibaca.`,
              textEn: `You can read your 360° feedback of ${round.year}.`,
              href: '/jalur/umpan-balik',
            }
          : {
              employeeId: employee_id,
              text: `Umpan balik 360° Anda tahun ${round.year} belum cukup penilai, sehingga belum ada hasilnya.`,
              textEn: `Your 360° feedback of ${round.year} has too few raters, so there is no result yet.`,
              href: '/jalur/umpan-balik',
            },
      ),
    )
    const done = { known: known.length, few: subjects.length - known.length }
    note({ subjectKind: 'talent.feedback-round', subjectId: round.id, detail: done })
    announce({ type: 'FeedbackClosed', payload: { roundId: round.id, year: round.year, ...done } })
    return done
  },
})

/** HR closes a round: results come about together, and no answer is taken after it. */
export const closeFeedbackRound = useCase({
  name: 'close-feedback-round',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: [],
  input: z.object({ roundId: field.id('Putaran') }),
  async run({ input, note, call }) {
    note({ subjectKind: 'talent.feedback-round', subjectId: input.roundId })
    return call(computeFeedback, input)
  },
})

/** Each night: unconfirmed raters go out on their day, raters are reminded, and what is past its last day is closed. */
export const tendFeedbackRounds = useCase({
  name: 'tend-feedback-rounds',
  room: 'talent',
  permission: { system: 'agency' },
  reads: ['talent.feedback_replies'],
  writes: ['talent.feedback_rounds', 'talent.feedback_raters', 'platform.notices'],
  input: z.object({}),
  async run({ db, on, note, call }) {
    const rounds = await db.rows<{ id: string; state: string; opened_on: Day; propose_until: Day; closes_on: Day }>(
      sql`select id, state, opened_on, propose_until, closes_on from talent.feedback_rounds where state in ('proposing', 'answering') order by id`,
    )
    let [sent, told, closed] = [0, 0, 0]
    for (const round of rounds) {
      const { body } = rulesOn(round.opened_on)
      if (round.closes_on < on) {
        await call(computeFeedback, { roundId: round.id })
        closed++
        continue
      }
      if (round.propose_until < on && body.confirmsByItself) {
        const left = await db.rows<{ employee_id: string }>(
          sql`select employee_id from talent.feedback_subjects where round_id = ${round.id} and state = 'proposed' order by employee_id`,
        )
        await db.run(
          sql`update talent.feedback_raters set standing = 'refused', answer_reason = 'Tidak diputus sampai batasnya.' where round_id = ${round.id} and standing = 'wanted'`,
        )
        for (const { employee_id } of left)
          sent += (
            await call(inviteFeedbackRaters, {
              roundId: round.id,
              employeeId: employee_id,
              confirmedBy: 'Jadwal putaran',
            })
          ).asked
      }
      if (body.remindBeforeDays.includes(daysBetween(on, round.closes_on))) {
        const waiting = await db.rows<{ id: string; n: number }>(
          sql`select rater_id as id, count(*)::int as n from talent.feedback_replies where round_id = ${round.id} and state = 'asked' group by rater_id order by rater_id`,
        )
        told += await notify(
          db,
          waiting.map(w => ({
            employeeId: w.id,
            text: `Pengingat: ${w.n} umpan balik 360° menunggu jawaban Anda. Batas ${formatDay(round.closes_on)}.`,
            textEn: `Reminder: ${w.n} 360° feedback requests wait for you. Due ${formatDay(round.closes_on, 'long', 'en')}.`,
            href: '/umpan-balik',
          })),
        )
      }
      if (round.state === 'proposing' && body.remindBeforeDays.includes(daysBetween(on, round.propose_until))) {
        const heads = await db.rows<{ id: string; n: number }>(
          sql`select r.rater_id as id, count(*)::int as n from talent.feedback_subjects s join talent.feedback_raters r on r.agency_id = s.agency_id and r.round_id = s.round_id and r.employee_id = s.employee_id
            where s.round_id = ${round.id} and s.state = 'proposed' and r.rater_group = 'atasan' and r.standing = 'drafted' group by r.rater_id order by r.rater_id`,
        )
        told += await notify(
          db,
          heads.map(h => ({
            employeeId: h.id,
            text: `Pengingat: penilai umpan balik 360° untuk ${h.n} orang menunggu konfirmasi Anda.`,
            textEn: `Reminder: the raters of 360° feedback for ${h.n} people wait for your confirmation.`,
            href: '/umpan-balik/tim',
          })),
        )
      }
    }
    note({ subjectKind: 'talent.feedback-round', detail: { sent, told, closed } })
    return { sent, told, closed }
  },
})

/** Somebody of HR lets a comment through, or keeps it back with a reason; who wrote it is not known here either. */
export const checkRemark = useCase({
  name: 'check-feedback-remark',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.feedback_remarks'],
  input: z.object({
    remarkId: field.id('Komentar'),
    state: z.enum(['shown', 'withheld'], { error: 'Pilih tindakannya.' }),
    reason: z.string().trim().max(300).nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const remark = await db.find<{ about_id: string; state: string }>(
      sql`select about_id, state from talent.feedback_remarks where id = ${input.remarkId}`,
    )
    if (!remark) throw errors.feedback.notFound()
    if (remark.about_id === actor.employeeId) throw errors.feedback.ownRemark()
    if (remark.state !== 'waiting') throw errors.feedback.remarkDone()
    await db.run(
      sql`update talent.feedback_remarks set state = ${input.state}, checked_by_name = ${actor.name}, checked_on = ${on}, reason = ${input.reason || null} where id = ${input.remarkId}`,
    )
    note({
      subjectKind: 'talent.feedback-remark',
      subjectId: input.remarkId,
      employeeId: remark.about_id,
      reason: input.reason ?? null,
    })
  },
})
