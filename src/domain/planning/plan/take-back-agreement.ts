import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Today's agreement is taken back while the other has not agreed; a plan in force changes only by a new version. */
export const takeBackAgreement = useCase({
  name: 'take-back-agreement',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team' },
  writes: ['planning.plans'],
  input: z.object({ planId: field.id('Rencana') }),
  async run({ input, db, actor, on, note }) {
    const plan = await db.find<{
      employee_id: string
      state: string
      employee_on: Day | null
      supervisor_on: Day | null
    }>(
      sql`select employee_id, state, agreed_by_employee_on as employee_on, agreed_by_supervisor_on as supervisor_on from planning.plans where id = ${input.planId} for update`,
    )
    if (!plan) throw errors.plan.notFound()
    const isOwn = plan.employee_id === actor.employeeId
    if (plan.state !== 'proposed' || (isOwn ? plan.employee_on : plan.supervisor_on) !== on)
      throw errors.plan.alreadyAgreed()
    await db.run(
      isOwn
        ? sql`update planning.plans set agreed_by_employee_on = null where id = ${input.planId}`
        : sql`update planning.plans set agreed_by_supervisor_on = null where id = ${input.planId}`,
    )
    note({
      subjectKind: 'planning.plan',
      subjectId: input.planId,
      employeeId: plan.employee_id,
      reason: 'Diurungkan pada hari yang sama oleh yang menyetujui.',
    })
  },
})
