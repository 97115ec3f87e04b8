import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findInterview, listSeats, takeInterview } from './interview.store.ts'
import { interviewStateWords } from './interview-words.ts'
import { replaceInterviewer } from './schedule-interview.ts'

/** The candidate objects to one interviewer, before the day ends on which the interview is held. */
export const challengeInterviewer = useCase({
  name: 'challenge-interviewer',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.interview_challenges'],
  input: z.object({
    interviewId: field.id('Wawancara'),
    interviewerId: field.id('Pewawancara'),
    reason: z
      .string({ error: 'Alasan wajib diisi.' })
      .trim()
      .min(20, { error: 'Jelaskan keberatan Anda dengan sedikitnya 20 huruf.' })
      .max(2000),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const interview = await findInterview(db, input.interviewId)
    if (!interview || interview.employee_id !== actor.employeeId) throw errors.interview.notFound()
    if (interview.state !== 'planned') throw errors.interview.notOpen(interviewStateWords[interview.state])
    if (on > interview.held_on) throw errors.interview.challengeLate()
    const seat = (await listSeats(db, interview.id)).find(s => s.employee_id === input.interviewerId)
    if (!seat || seat.state === 'left') throw errors.interview.notFound()
    if (
      await db.find(
        sql`select 1 from talent.interview_challenges where interview_id = ${interview.id} and interviewer_id = ${seat.employee_id} and state = 'open'`,
      )
    )
      throw errors.interview.challengeOpen()
    const id = newId()
    await db.insert('talent.interview_challenges', [
      {
        agency_id: actor.agencyId,
        id,
        interview_id: interview.id,
        employee_id: actor.employeeId,
        interviewer_id: seat.employee_id,
        interviewer_name: seat.name,
        reason: input.reason,
        state: 'open',
        raised_on: on,
      },
    ])
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: actor.employeeId,
      reason: input.reason,
    })
    return { id }
  },
})

/** HR answers an objection with a reason; an accepted one takes the interviewer out, with another one where named. */
export const answerChallenge = useCase({
  name: 'answer-challenge',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interview_challenges', 'talent.interviews', 'platform.notices'],
  input: z.object({
    challengeId: field.id('Keberatan'),
    decision: z.enum(['accepted', 'declined'], { error: 'Pilih diterima atau tidak.' }),
    answer: field.reason(),
    interviewerNip: z
      .string()
      .trim()
      .regex(/^\d{18}$/, { error: 'NIP pengganti harus 18 angka, tanpa spasi.' })
      .nullish(),
  }),
  async run({ input, db, actor, on, note, call }) {
    const found = await db.find<{
      interview_id: string
      interviewer_id: string
      interviewer_name: string
      employee_id: string
      state: string
    }>(
      sql`select interview_id, interviewer_id, interviewer_name, employee_id, state from talent.interview_challenges where id = ${input.challengeId} for update`,
    )
    if (found?.state !== 'open') throw errors.interview.challengeDone()
    if (actor.employeeId && [found.employee_id, found.interviewer_id].includes(actor.employeeId))
      throw errors.interview.candidateIsYou()
    const interview = await takeInterview(db, found.interview_id)
    if (interview?.state !== 'planned')
      throw errors.interview.notOpen(interview ? interviewStateWords[interview.state] : 'Selesai')
    await db.run(
      sql`update talent.interview_challenges set state = ${input.decision}, answer = ${input.answer}, answered_by_name = ${actor.name}, answered_on = ${on} where id = ${input.challengeId}`,
    )
    if (input.decision === 'accepted')
      await call(replaceInterviewer, {
        interviewId: interview.id,
        leavesId: found.interviewer_id,
        interviewerNip: input.interviewerNip ?? null,
        reason: 'Keberatan calon diterima.',
      })
    await notify(db, [
      {
        employeeId: found.employee_id,
        text: `Keberatan Anda terhadap ${found.interviewer_name} ${input.decision === 'accepted' ? 'diterima' : 'tidak diterima'}. ${input.answer}`,
        textEn: `Your objection to ${found.interviewer_name} was ${input.decision === 'accepted' ? 'accepted' : 'not accepted'}. ${input.answer}`,
        href: '/jalur/wawancara',
      },
    ])
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: found.employee_id,
      reason: input.answer,
      detail: { decision: input.decision },
    })
  },
})
