import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { planItemInput, planItemRow } from './plan-item.ts'

const openPlan = sql`state in ('draft', 'proposed')`

/** Adds an item to a plan that is not agreed yet, or changes one. Whoever had signed signs again. */
export const changePlanItem = useCase({
  name: 'change-plan-item',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: ['planning.plans', 'planning.plan_items'],
  input: z.object({ planId: field.id('Rencana'), itemId: z.string().uuid().nullish(), item: planItemInput }),
  async run({ input, db, actor, newId, note }) {
    const plan = await db.find<{ employee_id: string; open: boolean }>(
      sql`select employee_id, ${openPlan} as open from planning.plans where id = ${input.planId} for update`,
    )
    if (!plan) throw errors.plan.notFound()
    if (!plan.open) throw errors.plan.alreadyAgreed()
    const id = input.itemId ?? newId()
    if (input.itemId) {
      const gone = await db.run(
        sql`delete from planning.plan_items where id = ${input.itemId} and plan_id = ${input.planId}`,
      )
      if (gone === 0) throw errors.plan.itemNotFound()
    }
    await db.insert('planning.plan_items', [
      planItemRow(input.item, { agencyId: actor.agencyId, id, planId: input.planId, employeeId: plan.employee_id }),
    ])
    await db.run(
      sql`update planning.plans set agreed_by_employee_on = null, agreed_by_supervisor_on = null, state = 'draft' where id = ${input.planId}`,
    )
    note({ subjectKind: 'planning.plan', subjectId: input.planId, employeeId: plan.employee_id, detail: { item: id } })
    return { id }
  },
})

/** Takes an item out of a plan that is not agreed yet. */
export const removePlanItem = useCase({
  name: 'remove-plan-item',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: ['planning.plans', 'planning.plan_items'],
  input: z.object({ planId: field.id('Rencana'), itemId: field.id('Kegiatan') }),
  async run({ input, db, note }) {
    const plan = await db.find<{ employee_id: string; open: boolean }>(
      sql`select employee_id, ${openPlan} as open from planning.plans where id = ${input.planId} for update`,
    )
    if (!plan) throw errors.plan.notFound()
    if (!plan.open) throw errors.plan.alreadyAgreed()
    if (
      (await db.run(sql`delete from planning.plan_items where id = ${input.itemId} and plan_id = ${input.planId}`)) ===
      0
    )
      throw errors.plan.itemNotFound()
    await db.run(
      sql`update planning.plans set agreed_by_employee_on = null, agreed_by_supervisor_on = null, state = 'draft' where id = ${input.planId}`,
    )
    note({
      subjectKind: 'planning.plan',
      subjectId: input.planId,
      employeeId: plan.employee_id,
      detail: { removed: input.itemId },
    })
  },
})
