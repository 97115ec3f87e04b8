import { redirect } from 'react-router'
import { confirmAssignment } from '#domain/delivery/assignment/confirm-assignment.ts'
import { answerFollowUp } from '#domain/delivery/follow-up/answer-follow-up.ts'
import { agreeBehaviour, askFollowUps } from '#domain/delivery/follow-up/ask-follow-ups.ts'
import { confirmMeeting } from '#domain/delivery/meeting/confirm-meeting.ts'
import {
  takeBackAnswer,
  takeBackAssignment,
  takeBackBehaviour,
  takeBackMeeting,
} from '#domain/delivery/take-back/take-back.ts'
import { confirmNeeds } from '#domain/planning/need/confirm-needs.ts'
import { answerNeeds } from '#domain/planning/need-collection/answer-needs.ts'
import { listTeamNeeds } from '#domain/planning/need-collection/need-collection.store.ts'
import { agreePlan } from '#domain/planning/plan/agree-plan.ts'
import { takeBackAgreement } from '#domain/planning/plan/take-back-agreement.ts'
import {
  acceptPlanChange,
  declinePlanChange,
  reopenPlanChange,
} from '#domain/planning/plan-change/decide-plan-change.ts'
import { nominateEmployee } from '#domain/talent/nomination/nominate-employee.ts'
import { withdrawNomination } from '#domain/talent/nomination/withdraw-nomination.ts'
import { isRefusal, Refusal } from '#platform/refusal.ts'
import { postponeWaiting } from '#platform/waiting/postpone.ts'
import type { Submission } from '#platform/web/page.ts'
import { queueText } from './queue.text.ts'
import { listTeamItems } from './waiting.read.ts'
import { keyOf, type WaitingItem } from './waiting-item.ts'

/** The four words of the queue, as verdict and value of the check. */
const followUpAnswers: Record<string, { verdict: 'ya' | 'belum' | 'tidakAdaKesempatan'; value: number | null }> = {
  alone: { verdict: 'ya', value: 3 },
  helped: { verdict: 'ya', value: 2 },
  'not-yet': { verdict: 'belum', value: 1 },
  'no-chance': { verdict: 'tidakAdaKesempatan', value: null },
}

const missing = (field: string, message: string) =>
  new Refusal('queue.answer-missing', message, { fields: { [field]: message } })

/** Answers one item; returns the id by which the answer can be undone, null where nothing was changed. */
const answerItem = async ({ values, form, run, actor, on, visit }: Submission, item: WaitingItem): Promise<string> => {
  const words = queueText(actor.locale ?? 'id').missing
  switch (item.kind) {
    case 'follow-up': {
      const answer = followUpAnswers[values.jawaban]
      if (!answer) throw missing('jawaban', words.answer)
      await run(answerFollowUp, { followUpId: item.id, ...answer, note: values.catatan ?? null })
      return item.id
    }
    case 'meeting':
      if (values.jawaban !== 'ya') throw missing('jawaban', words.answer)
      await run(confirmMeeting, { meetingId: item.id })
      return item.id
    case 'assignment':
      if (values.jawaban !== 'ya') throw missing('jawaban', words.answer)
      await run(confirmAssignment, { assignmentId: item.id })
      return item.id
    case 'behaviour': {
      const statement = values.jawaban === 'sendiri' ? values.perilaku : item.examples[Number(values.jawaban)]
      if (!statement)
        throw values.jawaban === 'sendiri' ? missing('perilaku', words.behaviour) : missing('jawaban', words.answer)
      const { id } = await run(agreeBehaviour, {
        planItemId: item.id,
        employeeId: item.employeeId,
        competencyId: item.competencyId,
        toLevel: item.toLevel,
        statement,
        agreedOn: on,
      })
      await run(askFollowUps, {
        behaviourIds: [id],
        employeeIds: [item.employeeId],
        from: item.endsOn,
        days: [30, 60, 90, 180],
        raters: ['supervisor', 'self'],
      })
      return id
    }
    case 'plan':
      if (values.jawaban !== 'ya') throw missing('jawaban', words.answer)
      await run(agreePlan, { planId: item.id, as: 'supervisor' })
      return item.id
    case 'plan-change':
      if (values.jawaban === 'ya') await run(acceptPlanChange, { changeId: item.id, reason: values.alasan ?? null })
      else if (values.jawaban !== 'tidak') throw missing('jawaban', words.answer)
      else if ((values.alasan ?? '').trim().length < 10) throw missing('alasan', words.reason)
      else await run(declinePlanChange, { changeId: item.id, reason: values.alasan })
      return item.id
    case 'need': {
      const isAll = values.semua === 'ya'
      const answers = item.people.flatMap(person => {
        const said = isAll ? 'needed' : form.get(`perlu-${person.employeeId}`)
        return said === 'needed' || said === 'not-needed'
          ? [
              {
                employeeId: person.employeeId,
                competencyId: person.competencyId,
                levelRequired: person.required,
                levelHeld: person.held,
                decision: said,
              },
            ]
          : []
      })
      if (answers.length === 0) throw missing('jawaban', words.need)
      await run(confirmNeeds, { answers })
      return answers.map(answer => `${answer.employeeId}~${answer.competencyId}~${answer.levelRequired}`).join(',')
    }
    case 'collection': {
      const said = item.rows.flatMap(row => {
        const decision = form.get(`jawab-${row.needId}`)
        return decision === 'confirm' || decision === 'refuse'
          ? [{ needId: row.needId, decision, reason: decision === 'refuse' ? (values.alasan ?? null) : null }]
          : []
      })
      // "All" is every row of the team that waits, also those the item does not show.
      const rest =
        values.semua === 'ya'
          ? await visit.database.as(
              actor,
              async db =>
                (await listTeamNeeds(db, item.id, actor.employeeId ?? ''))
                  .filter(n => n.state === 'waiting' || n.state === 'returned')
                  .map(n => n.id),
              { readOnly: true },
            )
          : []
      const answers = [
        ...said,
        ...rest
          .filter(id => !said.some(s => s.needId === id))
          .map(needId => ({ needId, decision: 'confirm' as const, reason: null })),
      ]
      if (answers.length === 0) throw missing('jawaban', words.need)
      await run(answerNeeds, { collectionId: item.id, answers }).catch(error => {
        if (isRefusal(error) && error.fields.reason)
          throw new Refusal(error.code, error.message, { status: error.status, fields: { alasan: error.message } })
        throw error
      })
      // An address holds some dozens of rows; more are found again by who answered and when.
      return `${item.id}/${answers.length > 40 ? 'semua' : answers.map(a => a.needId).join(',')}`
    }
    case 'nominate': {
      const { id } = await run(nominateEmployee, {
        employeeId: values.orang,
        purpose: 'programme',
        reasons: Object.entries(values).flatMap(([name, text]) =>
          name.startsWith('alasan-') ? [{ code: name.slice('alasan-'.length), text }] : [],
        ),
        programmeId: item.id,
      }).catch(error => {
        if (isRefusal(error))
          throw new Refusal(error.code, error.message, {
            status: error.status,
            fields: Object.fromEntries(
              Object.entries(error.fields).map(([name, message]) => [
                name === 'employeeId' ? 'orang' : name.replace(/^reason:/, 'alasan-'),
                message,
              ]),
            ),
          })
        throw error
      })
      return id
    }
    case 'assessment':
    case 'invitation':
    case 'level':
    case 'interview':
    case 'interviewed':
    case 'values':
    case 'feedback':
    case 'reference':
    case 'effect':
      throw missing('jawaban', words.answer)
  }
}

/** Takes the last answer back. */
const undo = async ({ values, run, visit, actor, on }: Submission): Promise<void> => {
  const [kind, id] = (values.urungkan ?? '').split(':')
  if (kind === 'follow-up') await run(takeBackAnswer, { followUpId: id })
  else if (kind === 'meeting') await run(takeBackMeeting, { meetingId: id })
  else if (kind === 'assignment') await run(takeBackAssignment, { assignmentId: id })
  else if (kind === 'behaviour') await run(takeBackBehaviour, { behaviourId: id })
  else if (kind === 'plan-change') await run(reopenPlanChange, { changeId: id })
  else if (kind === 'plan') await run(takeBackAgreement, { planId: id })
  else if (kind === 'nominate') await run(withdrawNomination, { nominationId: id })
  else if (kind === 'collection') {
    const [collectionId, needs] = id.split('/')
    const needIds =
      needs === 'semua'
        ? await visit.database.as(
            actor,
            async db =>
              (await listTeamNeeds(db, collectionId, actor.employeeId ?? ''))
                .filter(
                  n =>
                    (n.state === 'confirmed' || n.state === 'refused') &&
                    n.decided_on === on &&
                    n.decided_by_name === actor.name,
                )
                .map(n => n.id),
            { readOnly: true },
          )
        : needs.split(',')
    await run(answerNeeds, { collectionId, answers: needIds.map(needId => ({ needId, decision: 'open' })) })
  } else if (kind === 'need')
    await run(confirmNeeds, {
      answers: id.split(',').map(part => {
        const [employeeId, competencyId, levelRequired] = part.split('~')
        return { employeeId, competencyId, levelRequired, decision: 'open' }
      }),
    })
}

/** An answer, a delay or an undo of the queue: plain form posts, so that the page needs no script. */
export const actOnQueue = async (submission: Submission): Promise<Response> => {
  const { values, run, visit, actor } = submission
  if (values.urungkan) {
    await undo(submission)
    return redirect('/?kabar=urung')
  }
  if (values.tunda) {
    await run(postponeWaiting, { key: values.butir, days: values.tunda })
    return redirect('/?kabar=tunda')
  }
  const { items } = await visit.database.as(actor, db => listTeamItems(db, visit.modules), { readOnly: true })
  const item = items.find(one => keyOf(one) === values.butir)
  // Answered elsewhere meanwhile: the queue shows what is left.
  if (!item) return redirect('/')
  const id = await answerItem(submission, item)
  return redirect(`/?terjawab=${encodeURIComponent(`${item.kind}:${id}:${item.employeeId ?? ''}`)}`)
}
