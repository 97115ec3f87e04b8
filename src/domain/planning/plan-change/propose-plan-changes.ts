import { z } from 'zod'
import { addDays, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { useCase } from '#platform/use-case.ts'
import { happening, proposalsOf } from './happening.ts'
import { planChangeRules } from './plan-change.rules.ts'

/**
 * Something happened that plans in force rest on: each plan it touches gets a proposal, never a change. The same event proposes
 * once; a plan it does not touch gets none.
 */
export const proposePlanChanges = useCase({
  name: 'propose-plan-changes',
  room: 'planning',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['planning.plan_changes', 'platform.notices'],
  reads: ['planning.plans', 'planning.plan_items'],
  input: z.object({ happening }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const rules = planChangeRules.on(on).body
    const found = (await proposalsOf(db, input.happening)).filter(p => p.steps.length > 0)
    // What waits, or was decided for this version, is not asked again.
    const asked = new Set(
      (
        await db.rows<{ key: string }>(
          sql`select plan_id || '|' || cause || '|' || (s->>'verb') || '|' || coalesce(s->>'key', '') || '|' || (s->>'title') || '|' || coalesce(s->'item'->>'sessionId', '') as key
            from planning.plan_changes c, jsonb_array_elements(c.steps) s where c.plan_id = any (${found.map(p => p.planId)})`,
        )
      ).map(r => r.key),
    )
    const proposals = found.filter(p =>
      p.steps.some(
        s => !asked.has([p.planId, p.cause, s.verb, s.key ?? '', s.title, s.item?.sessionId ?? ''].join('|')),
      ),
    )
    const rows = proposals.map(p => ({
      agency_id: actor.agencyId,
      id: newId(),
      employee_id: p.employeeId,
      plan_id: p.planId,
      cause: p.cause,
      happened: p.happened,
      happened_on: on,
      source_kind: p.source.kind,
      source_id: p.source.id,
      source_href: p.source.href,
      steps: p.steps,
      proposed_on: on,
      due_on: addDays(on, rules.dueDays),
    }))
    const proposed = await db.insert(
      'planning.plan_changes',
      rows,
      'on conflict (agency_id, plan_id, cause, source_id) do nothing',
    )
    const kept = new Set(
      (
        await db.rows<{ id: string }>(sql`select id from planning.plan_changes where id = any (${rows.map(r => r.id)})`)
      ).map(r => r.id),
    )
    await notify(
      db,
      rows
        .filter(r => kept.has(r.id))
        .map(r => ({
          employeeId: r.employee_id,
          href: `/diklat/usul-perubahan/${r.id}`,
          text: `Ada usul perubahan rencana Anda. ${r.happened}`.slice(0, 500),
          textEn: `A change of your plan is proposed. ${r.happened}`.slice(0, 500),
        })),
    )
    note({ subjectKind: 'planning.plan-change', detail: { what: input.happening.what, year: yearOf(on), proposed } })
    if (proposed > 0) announce({ type: 'PlanChangesProposed', payload: { what: input.happening.what, proposed } })
    return { proposed }
  },
})
