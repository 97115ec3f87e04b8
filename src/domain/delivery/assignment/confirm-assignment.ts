import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

type Assignment = {
  id: string
  employee_id: string
  plan_item_id: string | null
  title: string
  finished_on: Day | null
  confirmed_on: Day | null
}

const findForUpdate = (db: Db, id: string) =>
  db.find<Assignment>(
    sql`select id, employee_id, plan_item_id, title, finished_on, confirmed_on from delivery.assignments where id = ${id} for update`,
  )

/** The level that the plan expected from this task; null when the plan named none. */
const aimOf = (db: Db, planItemId: string | null) =>
  planItemId === null
    ? null
    : db.find<{ competency_id: string; to_level: number }>(
        sql`select competency_id, to_level from planning.v_plan_items where id = ${planItemId} and competency_id is not null and to_level is not null`,
      )

const reads = ['planning.plan_items', 'competency.competencies'] as const

/** The supervisor confirms what was reported. The plan's item is done, and the level it aimed at gains evidence from the job. */
export const confirmAssignment = useCase({
  name: 'confirm-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  reads,
  input: z.object({ assignmentId: field.id('Penugasan') }),
  async run({ input, db, actor, on, call, note }) {
    const a = await findForUpdate(db, input.assignmentId)
    if (!a) throw errors.assignment.notFound()
    if (!a.finished_on) throw errors.assignment.notFinished()
    if (a.employee_id === actor.employeeId) throw errors.assignment.own()
    await db.run(sql`update delivery.assignments set state = 'done', confirmed_on = ${on} where id = ${a.id}`)
    const aim = await aimOf(db, a.plan_item_id)
    if (aim)
      await call(recordEvidence, {
        employeeId: a.employee_id,
        sourceKind: 'delivery.assignment',
        sourceId: a.id,
        pieces: [
          {
            competencyId: aim.competency_id,
            source: 'application',
            level: aim.to_level,
            observedOn: a.finished_on,
            isVerified: true,
            raterId: actor.employeeId,
            note: a.title,
          },
        ],
      })
    if (a.plan_item_id) await call(recordCompletion, { itemId: a.plan_item_id, state: 'done', doneOn: a.finished_on })
    note({ subjectKind: 'delivery.assignment', subjectId: a.id, employeeId: a.employee_id })
  },
})

/** Corrects an assignment's dates or result with a reason. Not finished after all: confirmation, evidence and plan item go back. */
export const correctAssignment = useCase({
  name: 'correct-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  reads,
  input: z.object({
    assignmentId: field.id('Penugasan'),
    dueOn: field.day('Batas selesai'),
    finishedOn: field.day('Tanggal selesai').nullish(),
    result: z.string().max(2000).nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, call, note }) {
    if (input.finishedOn && input.finishedOn > on) throw errors.assignment.future()
    const a = await findForUpdate(db, input.assignmentId)
    if (!a) throw errors.assignment.notFound()
    if (a.employee_id === actor.employeeId) throw errors.assignment.own()
    const isFinished = input.finishedOn != null
    await db.run(
      sql`update delivery.assignments set due_on = ${input.dueOn}, finished_on = ${input.finishedOn ?? null}, result = coalesce(${input.result ?? null}, result), state = ${isFinished ? 'done' : 'running'}, confirmed_on = ${isFinished ? a.confirmed_on : null}, correction_reason = ${input.reason} where id = ${a.id}`,
    )
    if (!isFinished && a.confirmed_on !== null) {
      await call(recordEvidence, {
        employeeId: a.employee_id,
        sourceKind: 'delivery.assignment',
        sourceId: a.id,
        reason: input.reason,
        pieces: [],
      })
      if (a.plan_item_id) await call(recordCompletion, { itemId: a.plan_item_id, state: 'running' })
    }
    note({
      subjectKind: 'delivery.assignment',
      subjectId: a.id,
      employeeId: a.employee_id,
      reason: input.reason,
    })
  },
})
