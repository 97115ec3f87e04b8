import { z } from 'zod'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { planItemInput, planItemRow } from './plan-item.ts'

/**
 * A new plan, or a new version of one: drafted by the person, the supervisor or HR, changed until it is agreed.
 * An agreed plan stays as it is; the new version says why.
 */
export const draftPlan = useCase({
  name: 'draft-plan',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  calledBy: ['draft-whole-plan', 'adopt-scenario', 'accept-plan-change', 'apply-import', 'judge-import'],
  writes: ['planning.plans', 'planning.plan_items'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    programmeId: z.string().uuid().nullish(),
    targetPositionId: z.string().uuid().nullish(),
    goalId: z.string().uuid().nullish(),
    reason: field.text('Alasan', 1000),
    items: z.array(planItemInput).default([]),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const last = await db.find<{ id: string; version: number; state: string }>(
      sql`select id, version, state from planning.plans where employee_id = ${input.employeeId} order by version desc limit 1`,
    )
    // A draft that was never agreed makes room for the new one.
    if (last && ['draft', 'proposed'].includes(last.state))
      await db.run(sql`update planning.plans set state = 'replaced' where id = ${last.id}`)
    const id = newId()
    await db.insert('planning.plans', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        programme_id: input.programmeId ?? null,
        target_position_id: input.targetPositionId ?? null,
        goal_id: input.goalId ?? null,
        year: yearOf(on),
        version: (last?.version ?? 0) + 1,
        state: 'draft',
        reason: input.reason,
        created_on: on,
        replaces_id: last?.id ?? null,
      },
    ])
    await db.insert(
      'planning.plan_items',
      input.items.map(item =>
        planItemRow(item, { agencyId: actor.agencyId, id: newId(), planId: id, employeeId: input.employeeId }),
      ),
    )
    note({ subjectKind: 'planning.plan', subjectId: id, employeeId: input.employeeId, reason: input.reason })
    announce({ type: 'PlanDrafted', payload: { planId: id, employeeId: input.employeeId } })
    return { id }
  },
})
