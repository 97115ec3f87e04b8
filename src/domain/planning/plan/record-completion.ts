import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Delivery tells that an item of a plan was done, failed or is running; never called by a person. */
export const recordCompletion = useCase({
  name: 'record-completion',
  room: 'planning',
  permission: {},
  calledBy: [
    'complete-enrolment',
    'correct-enrolment',
    'confirm-assignment',
    'correct-assignment',
    'confirm-meeting',
    'enrol-people',
    'cancel-class',
    'answer-follow-up',
    'correct-follow-up',
    'take-back-answer',
    'take-back-assignment',
    'apply-import',
    'judge-import',
  ],
  writes: ['planning.plan_items', 'planning.plan_checks', 'planning.plans'],
  input: z.object({
    itemId: field.id('Kegiatan'),
    state: z.enum(['running', 'done', 'failed', 'planned']).nullish(),
    doneOn: field.day('Tanggal').nullish(),
    /** A check of 30, 60 or 90 days that was made. */
    checkedDay: z.number().int().nullish(),
    /** The check was taken back on the same day. */
    isUndone: z.boolean().nullish(),
  }),
  async run({ input, db, on, note }) {
    const item = await db.find<{ employee_id: string; plan_id: string }>(
      sql`select employee_id, plan_id from planning.plan_items where id = ${input.itemId} for update`,
    )
    if (!item) throw errors.plan.itemNotFound()
    if (input.state) {
      await db.run(
        sql`update planning.plan_items set state = ${input.state}, done_on = ${input.state === 'done' ? (input.doneOn ?? on) : null} where id = ${input.itemId}`,
      )
      // A newer version carried the item over: what was begun under the old one is told there too.
      await db.run(
        sql`update planning.plan_items n set state = ${input.state}, done_on = ${input.state === 'done' ? (input.doneOn ?? on) : null}
          from planning.plan_items o, planning.plans old, planning.plans p
          where o.id = ${input.itemId} and old.agency_id = o.agency_id and old.id = o.plan_id and old.state = 'replaced'
            and p.agency_id = n.agency_id and p.id = n.plan_id and p.state in ('agreed', 'running') and n.agency_id = o.agency_id and n.employee_id = o.employee_id
            and n.module_id is not distinct from o.module_id and n.title = o.title and n.session_id is not distinct from o.session_id and n.state in ('planned', 'waiting', 'running')`,
      )
      await db.run(sql`update planning.plans p set state = case when not exists (select 1 from planning.plan_items i where i.plan_id = p.id and i.state <> 'done') then 'done' else 'running' end
        where p.id = ${item.plan_id} and p.state in ('agreed', 'running', 'done')`)
    }
    if (input.checkedDay)
      await db.run(
        sql`update planning.plan_checks set done_on = ${input.isUndone ? null : (input.doneOn ?? on)} where item_id = ${input.itemId} and day_number = ${input.checkedDay}`,
      )
    note({
      subjectKind: 'planning.plan-item',
      subjectId: input.itemId,
      employeeId: item.employee_id,
      detail: { state: input.state ?? null, checkedDay: input.checkedDay ?? null },
    })
  },
})
