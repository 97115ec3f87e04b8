import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { withdrawTraining } from '#domain/workforce/training/withdraw-training.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Undone by whoever answered, on the same day, before others build on it; later it is corrected with a reason. */
const reason = 'Diurungkan pada hari yang sama oleh yang menjawab.'

/** A rater takes today's own answer back: evidence and the plan's check go back with it. */
export const takeBackAnswer = useCase({
  name: 'take-back-answer',
  room: 'delivery',
  permission: { supervisor: 'team', asn: 'own' },
  writes: ['delivery.follow_ups'],
  reads: ['delivery.behaviours'],
  input: z.object({ followUpId: field.id('Pemeriksaan') }),
  async run({ input, db, actor, on, call, note }) {
    const f = await db.find<{
      id: string
      employee_id: string
      day_number: number
      rater: string
      replaces_id: string | null
      answered_on: Day | null
      rater_id: string | null
      plan_item_id: string | null
    }>(sql`select f.id, f.employee_id, f.day_number, f.rater, f.replaces_id, f.answered_on, f.rater_id, b.plan_item_id from delivery.follow_ups f
      join delivery.behaviours b on b.agency_id = f.agency_id and b.id = f.behaviour_id where f.id = ${input.followUpId} and not f.is_replaced`)
    if (!f) throw errors.followUp.notFound()
    if (f.answered_on !== on || f.rater_id !== actor.employeeId || f.replaces_id !== null)
      throw errors.takeBack.tooLate()
    await db.run(
      sql`update delivery.follow_ups set verdict = null, value = null, note = null, answered_on = null where id = ${f.id}`,
    )
    if (f.rater === 'supervisor') {
      await call(recordEvidence, {
        employeeId: f.employee_id,
        sourceKind: 'delivery.follow-up',
        sourceId: f.id,
        reason,
        pieces: [],
      })
      if (f.plan_item_id)
        await call(recordCompletion, { itemId: f.plan_item_id, checkedDay: f.day_number, isUndone: true })
    }
    note({ subjectKind: 'delivery.follow-up', subjectId: f.id, employeeId: f.employee_id, reason })
  },
})

/** The JP of a meeting confirmed today by the same person leaves the ledger again. */
export const takeBackMeeting = useCase({
  name: 'take-back-meeting',
  room: 'delivery',
  permission: { supervisor: 'team', asn: 'own', facilitator: 'agency' },
  writes: ['delivery.meetings'],
  input: z.object({ meetingId: field.id('Pertemuan') }),
  async run({ input, db, actor, on, call, note }) {
    const m = await db.find<{ id: string; employee_id: string; confirmed_on: Day | null; confirmed_by: string | null }>(
      sql`select id, employee_id, confirmed_on, confirmed_by from delivery.meetings where id = ${input.meetingId} and is_confirmed for update`,
    )
    if (!m) throw errors.meeting.notFound()
    if (m.confirmed_on !== on || m.confirmed_by !== actor.employeeId) throw errors.takeBack.tooLate()
    await db.run(
      sql`update delivery.meetings set is_confirmed = false, confirmed_on = null, confirmed_by = null where id = ${m.id}`,
    )
    await call(withdrawTraining, {
      employeeId: m.employee_id,
      sourceKind: 'delivery.meeting',
      sourceId: m.id,
      reason,
    })
    await call(recordEvidence, {
      employeeId: m.employee_id,
      sourceKind: 'delivery.meeting',
      sourceId: m.id,
      reason,
      pieces: [],
    })
    note({ subjectKind: 'delivery.meeting', subjectId: m.id, employeeId: m.employee_id, reason })
  },
})

/** A task confirmed today waits again: the evidence and the plan's item go back. */
export const takeBackAssignment = useCase({
  name: 'take-back-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  input: z.object({ assignmentId: field.id('Penugasan') }),
  async run({ input, db, on, call, note }) {
    const a = await db.find<{ id: string; employee_id: string; plan_item_id: string | null; confirmed_on: Day | null }>(
      sql`select id, employee_id, plan_item_id, confirmed_on from delivery.assignments where id = ${input.assignmentId} for update`,
    )
    if (!a) throw errors.assignment.notFound()
    if (a.confirmed_on !== on) throw errors.takeBack.tooLate()
    await db.run(sql`update delivery.assignments set state = 'running', confirmed_on = null where id = ${a.id}`)
    await call(recordEvidence, {
      employeeId: a.employee_id,
      sourceKind: 'delivery.assignment',
      sourceId: a.id,
      reason,
      pieces: [],
    })
    if (a.plan_item_id) await call(recordCompletion, { itemId: a.plan_item_id, state: 'running' })
    note({ subjectKind: 'delivery.assignment', subjectId: a.id, employeeId: a.employee_id, reason })
  },
})

/** A behaviour agreed today, with nobody's answer yet, is struck with its questions. */
export const takeBackBehaviour = useCase({
  name: 'take-back-behaviour',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.behaviours', 'delivery.follow_ups'],
  input: z.object({ behaviourId: field.id('Perilaku') }),
  async run({ input, db, on, note }) {
    const b = await db.find<{ id: string; employee_id: string | null; agreed_on: Day | null }>(
      sql`select id, employee_id, agreed_on from delivery.behaviours where id = ${input.behaviourId}`,
    )
    if (!b) throw errors.followUp.notFound()
    const answered = await db.find(
      sql`select 1 from delivery.follow_ups where behaviour_id = ${b.id} and answered_on is not null`,
    )
    if (b.agreed_on !== on || b.employee_id === null || answered) throw errors.takeBack.tooLate()
    await db.run(sql`delete from delivery.follow_ups where behaviour_id = ${b.id}`)
    await db.run(sql`delete from delivery.behaviours where id = ${b.id}`)
    note({ subjectKind: 'delivery.behaviour', subjectId: b.id, employeeId: b.employee_id, reason })
  },
})
