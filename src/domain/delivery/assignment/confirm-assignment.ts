import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** The supervisor confirms what was reported: done, on time or late. */
export const confirmAssignment = useCase({
  name: 'confirm-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  input: z.object({ assignmentId: field.id('Penugasan') }),
  async run({ input, db, on, call, note }) {
    const a = await db.find<{ id: string; employee_id: string; plan_item_id: string | null; finished_on: Day | null }>(
      sql`select id, employee_id, plan_item_id, finished_on from delivery.assignments where id = ${input.assignmentId} for update`,
    )
    if (!a) throw errors.assignment.notFound()
    if (!a.finished_on) throw errors.assignment.notFinished()
    await db.run(sql`update delivery.assignments set state = 'done', confirmed_on = ${on} where id = ${a.id}`)
    if (a.plan_item_id) await call(recordCompletion, { itemId: a.plan_item_id, state: 'done', doneOn: a.finished_on })
    note({ subjectKind: 'delivery.assignment', subjectId: a.id, employeeId: a.employee_id })
  },
})

/** Corrects an assignment's dates or result with a reason. */
export const correctAssignment = useCase({
  name: 'correct-assignment',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.assignments'],
  input: z.object({
    assignmentId: field.id('Penugasan'),
    dueOn: field.day('Batas selesai'),
    finishedOn: field.day('Tanggal selesai').nullish(),
    result: z.string().max(2000).nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, on, note }) {
    if (input.finishedOn && input.finishedOn > on) throw errors.assignment.future()
    const a = await db.find<{ employee_id: string }>(
      sql`select employee_id from delivery.assignments where id = ${input.assignmentId} for update`,
    )
    if (!a) throw errors.assignment.notFound()
    await db.run(
      sql`update delivery.assignments set due_on = ${input.dueOn}, finished_on = ${input.finishedOn ?? null}, result = coalesce(${input.result ?? null}, result), state = ${input.finishedOn ? 'done' : 'running'}, correction_reason = ${input.reason} where id = ${input.assignmentId}`,
    )
    note({
      subjectKind: 'delivery.assignment',
      subjectId: input.assignmentId,
      employeeId: a.employee_id,
      reason: input.reason,
    })
  },
})
