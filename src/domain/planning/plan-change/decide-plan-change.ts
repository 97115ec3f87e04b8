import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { deferNeeds } from '../need-collection/run-collection.ts'
import { agreePlan, proposePlan } from '../plan/agree-plan.ts'
import { carryOver } from '../plan/carry-over.ts'
import { draftPlan } from '../plan/draft-plan.ts'
import { planChangeRules } from './plan-change.rules.ts'
import { findChange, findWorkingPlan, type PlanChange } from './plan-change.store.ts'
import { causeWords } from './plan-change-words.ts'
import { applySteps, type Decider } from './plan-step.model.ts'

const deciderOf = (actor: Actor, employeeId: string): Decider =>
  actor.employeeId === employeeId ? 'employee' : actor.role === 'hr_officer' ? 'officer' : 'supervisor'

/** May this reader decide it, by the rule set of the day? */
export const mayDecide = (actor: Actor, change: Pick<PlanChange, 'employee_id' | 'cause' | 'state'>): boolean =>
  change.state === 'open' &&
  ['asn', 'supervisor', 'hr_officer'].some(r => r === actor.role || actor.employeeId === change.employee_id) &&
  planChangeRules.on(actor.on).body.decides[change.cause].includes(deciderOf(actor, change.employee_id))

const findOpen = async (db: Db, actor: Actor, id: string): Promise<PlanChange> => {
  await db.find(sql`select 1 from planning.plan_changes where id = ${id} for update`)
  const change = await findChange(db, id)
  if (!change) throw errors.planChange.notFound()
  if (change.state !== 'open') throw errors.planChange.decided()
  if (!mayDecide(actor, change)) throw errors.planChange.notYours()
  return change
}

const tables = ['planning.plan_changes'] as const

/**
 * The proposal is taken: a new version of the plan with its reason, signed by whoever accepts. It is in force when the others have
 * signed too, like any version. What a smaller budget takes out stands in next year's needs.
 */
export const acceptPlanChange = useCase({
  name: 'accept-plan-change',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: tables,
  reads: ['planning.plans', 'planning.plan_items'],
  input: z.object({ changeId: field.id('Usul'), reason: z.string().trim().max(500).nullish() }),
  async run({ input, db, actor, on, call, note, announce }) {
    const change = await findOpen(db, actor, input.changeId)
    const working = await findWorkingPlan(db, change.employee_id)
    const { items, applied } = applySteps(working ? carryOver(working.items) : [], change.steps)
    if (!working || applied.length === 0) throw errors.planChange.overtaken()
    const as = deciderOf(actor, change.employee_id)
    const { id: planId } = await call(draftPlan, {
      employeeId: change.employee_id,
      programmeId: working.plan.programme_id,
      targetPositionId: working.plan.target_position_id,
      goalId: working.plan.goal_id,
      reason: [`${causeWords[change.cause]}. ${change.happened}`, input.reason]
        .filter(Boolean)
        .join(' ')
        .slice(0, 1000),
      items,
    })
    // A version without items, or with one that has no indicator yet, is completed before it is signed.
    const isComplete = items.length > 0 && items.every(i => i.indicator && i.target)
    if (items.length > 0) await call(proposePlan, { planId })
    if (isComplete && as !== 'officer') await call(agreePlan, { planId, as })
    const dropped = applied.filter(s => s.verb === 'drop')
    const leaving = carryOver(working.items).filter(
      i => i.competencyId !== null && dropped.some(s => s.key === (i.moduleId ?? i.title)),
    )
    if (change.cause === 'budget-cut' && leaving.length > 0)
      await call(deferNeeds, {
        fromYear: yearOf(on),
        source: 'officer',
        sourceId: change.id,
        people: leaving.map(i => ({
          employeeId: change.employee_id,
          competencyId: i.competencyId!,
          reason: `${change.happened}`.slice(0, 500),
        })),
      })
    await db.run(
      sql`update planning.plan_changes set state = 'accepted', decided_as = ${as}, decided_by_name = ${actor.name}, decided_on = ${on}, decided_reason = ${input.reason ?? null}, new_plan_id = ${planId} where id = ${change.id}`,
    )
    note({
      subjectKind: 'planning.plan-change',
      subjectId: change.id,
      employeeId: change.employee_id,
      reason: input.reason ?? null,
      detail: { planId, as, steps: applied.length, on: formatDay(on) },
    })
    announce({ type: 'PlanChangeDecided', payload: { changeId: change.id, decision: 'accepted', planId } })
    return { planId }
  },
})

/** The proposal is not taken; the reason stays beside it. The plan stays as it is. */
export const declinePlanChange = useCase({
  name: 'decline-plan-change',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: tables,
  input: z.object({ changeId: field.id('Usul'), reason: field.reason() }),
  async run({ input, db, actor, on, note, announce }) {
    const change = await findOpen(db, actor, input.changeId)
    await db.run(
      sql`update planning.plan_changes set state = 'declined', decided_as = ${deciderOf(actor, change.employee_id)}, decided_by_name = ${actor.name}, decided_on = ${on}, decided_reason = ${input.reason} where id = ${change.id}`,
    )
    note({
      subjectKind: 'planning.plan-change',
      subjectId: change.id,
      employeeId: change.employee_id,
      reason: input.reason,
    })
    announce({ type: 'PlanChangeDecided', payload: { changeId: change.id, decision: 'declined' } })
  },
})

/** A refusal is taken back by whoever refused, on the same day. */
export const reopenPlanChange = useCase({
  name: 'reopen-plan-change',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: tables,
  input: z.object({ changeId: field.id('Usul') }),
  async run({ input, db, actor, on, note }) {
    const change = await findChange(db, input.changeId)
    if (!change) throw errors.planChange.notFound()
    if (change.state !== 'declined' || change.decided_on !== on || change.decided_by_name !== actor.name)
      throw errors.planChange.decided()
    await db.run(
      sql`update planning.plan_changes set state = 'open', decided_as = null, decided_by_name = null, decided_on = null, decided_reason = null where id = ${change.id}`,
    )
    note({
      subjectKind: 'planning.plan-change',
      subjectId: change.id,
      employeeId: change.employee_id,
      reason: 'Diurungkan pada hari yang sama oleh yang menolak.',
    })
  },
})
