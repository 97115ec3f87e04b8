import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { planRules } from './plan.rules.ts'

/** Hands a draft to those who must agree. */
export const proposePlan = useCase({
  name: 'propose-plan',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  calledBy: ['adopt-scenario', 'accept-plan-change'],
  writes: ['planning.plans'],
  reads: ['planning.plan_items'],
  input: z.object({ planId: field.id('Rencana') }),
  async run({ input, db, note, announce }) {
    const plan = await db.find<{ employee_id: string; state: string; items: number }>(
      sql`select employee_id, state, (select count(*)::int from planning.plan_items i where i.plan_id = p.id) as items from planning.plans p where id = ${input.planId} for update`,
    )
    if (!plan) throw errors.plan.notFound()
    if (!['draft', 'proposed'].includes(plan.state)) throw errors.plan.alreadyAgreed()
    if (plan.items === 0) throw errors.plan.empty()
    await db.run(sql`update planning.plans set state = 'proposed' where id = ${input.planId}`)
    note({ subjectKind: 'planning.plan', subjectId: input.planId, employeeId: plan.employee_id })
    announce({ type: 'PlanProposed', payload: { planId: input.planId, employeeId: plan.employee_id } })
  },
})

/**
 * The person or the supervisor agrees. With both, the plan is in force, the earlier version is replaced,
 * and the checks after 30, 60 and 90 days stand in it. No indicator, no agreement.
 */
export const agreePlan = useCase({
  name: 'agree-plan',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  calledBy: ['accept-plan-change', 'apply-import', 'judge-import'],
  writes: ['planning.plans', 'planning.plan_items', 'planning.plan_checks'],
  input: z.object({
    planId: field.id('Rencana'),
    as: z.enum(['employee', 'supervisor'], { error: 'Sebutkan siapa yang menyetujui.' }),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const plan = await db.find<{
      id: string
      employee_id: string
      state: string
      agreed_by_employee_on: Day | null
      agreed_by_supervisor_on: Day | null
    }>(sql`select * from planning.plans where id = ${input.planId} for update`)
    if (!plan) throw errors.plan.notFound()
    if (plan.state !== 'proposed' && plan.state !== 'draft') throw errors.plan.alreadyAgreed()
    if (input.as === 'employee' && actor.role !== 'hr_officer' && plan.employee_id !== actor.employeeId)
      throw errors.plan.notYours()
    if (input.as === 'supervisor' && plan.employee_id === actor.employeeId) throw errors.plan.notYours()
    const items = await db.rows<{
      id: string
      title: string
      ends_on: Day | null
      indicator: string | null
      target: string | null
    }>(sql`select id, title, ends_on, indicator, target from planning.plan_items where plan_id = ${plan.id}`)
    if (items.length === 0) throw errors.plan.empty()
    const bare = items.filter(i => !i.indicator || !i.target)
    if (bare.length > 0) throw errors.plan.indicatorMissing(bare.map(i => i.title).join('; '))
    const employeeOn = input.as === 'employee' ? on : plan.agreed_by_employee_on
    const supervisorOn = input.as === 'supervisor' ? on : plan.agreed_by_supervisor_on
    const both = employeeOn !== null && supervisorOn !== null
    await db.run(
      sql`update planning.plans set agreed_by_employee_on = ${employeeOn}, agreed_by_supervisor_on = ${supervisorOn}, state = ${both ? 'agreed' : 'proposed'} where id = ${plan.id}`,
    )
    if (both) {
      await db.run(
        sql`update planning.plans set state = 'replaced' where employee_id = ${plan.employee_id} and id <> ${plan.id} and state in ('agreed', 'running')`,
      )
      await db.insert(
        'planning.plan_checks',
        items
          .filter(i => i.ends_on)
          .flatMap(i =>
            planRules.on(on).body.checkDays.map(n => ({
              agency_id: actor.agencyId,
              item_id: i.id,
              employee_id: plan.employee_id,
              day_number: n,
              due_on: addDays(i.ends_on!, n),
            })),
          ),
        'on conflict do nothing',
      )
      announce({ type: 'PlanAgreed', payload: { planId: plan.id, employeeId: plan.employee_id } })
    }
    note({
      subjectKind: 'planning.plan',
      subjectId: plan.id,
      employeeId: plan.employee_id,
      detail: { as: input.as, inForce: both },
    })
    return { inForce: both }
  },
})
