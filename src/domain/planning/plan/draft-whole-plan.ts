import { z } from 'zod'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listNeeds } from '../need/need.store.ts'
import { collectionRules } from '../need-collection/need-collection.rules.ts'
import { draftPlan } from './draft-plan.ts'
import { listClosingModules, offerOf } from './plan.store.ts'
import { planTemplateRules } from './plan-template.rules.ts'
import { draftWhole } from './whole-plan.model.ts'

/**
 * A whole plan at one press: from the gaps the actor may know, the template of the tier and what the budget still holds. It is a
 * draft like any other; a plan in force stays in force until the new version is agreed.
 */
export const draftWholePlan = useCase({
  name: 'draft-whole-plan',
  room: 'planning',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  writes: [],
  reads: ['planning.budget_lines', 'planning.plan_items'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    targetPositionId: z.string().uuid().nullish(),
    reason: z.string().trim().max(1000).nullish(),
  }),
  async run({ input, db, on, call, note }) {
    const person = await db.find<{ id: string; position_name: string | null; tier: string | null; unit_id: string }>(
      sql`select id, position_name, tier, unit_id from workforce.v_people where id = ${input.employeeId} and state = 'active'`,
    )
    if (!person) throw errors.plan.notYours()
    const { perLevel, importance } = collectionRules.on(on).body.priority
    const gaps = ((await listNeeds(db, [person], on)).get(person.id) ?? []).flatMap(n =>
      n.current !== null && n.current < n.required
        ? [{ ...n, current: n.current, weight: perLevel * (n.required - n.current) + importance[n.importance] }]
        : [],
    )
    const modules = await listClosingModules(
      db,
      gaps.map(g => g.competencyId),
    )
    const done = await db.rows<{ module_id: string }>(
      sql`select distinct i.module_id from planning.plan_items i where i.employee_id = ${person.id} and i.state = 'done' and i.module_id is not null`,
    )
    // What is left of the year's lines, after what agreed plans already name.
    const lines = await db.rows<{ id: string; name: string; available: number; isOwn: boolean }>(
      sql`select l.id, l.activity as name, greatest(0, l.amount - greatest(coalesce(l.committed, 0), coalesce(l.realised, 0))) as available, l.unit_id = ${person.unit_id} as "isOwn"
        from planning.budget_lines l where l.year = ${yearOf(on)} and (l.unit_id is null or l.unit_id = ${person.unit_id}) order by l.unit_id nulls last, l.activity, l.id`,
    )
    const template = planTemplateRules.on(on)
    const plan = draftWhole(
      {
        gaps,
        modules: modules.map(offerOf),
        lines,
        doneModuleIds: new Set(done.map(d => d.module_id)),
        tier: person.tier,
      },
      template.body,
      template.reference.version,
    )
    const leftOpen = plan.open.map(o => `${o.name}: ${o.why}`).join('; ')
    const { id } = await call(draftPlan, {
      employeeId: person.id,
      targetPositionId: input.targetPositionId ?? null,
      reason:
        `${input.reason || 'Disusun dari kesenjangan, templat jenjang, dan pagu'}.${leftOpen ? ` Belum tertutup: ${leftOpen}.` : ''}`.slice(
          0,
          1000,
        ),
      items: plan.items.map(({ kind: _, ...item }) => item),
    })
    note({
      subjectKind: 'planning.plan',
      subjectId: id,
      employeeId: person.id,
      detail: { template: template.reference.version, items: plan.items.length, open: plan.open },
    })
    return { id, items: plan.items.length, open: plan.open }
  },
})
