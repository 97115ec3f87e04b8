import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'

/**
 * Nightly: for each module and competency, how many who completed it were measured afterwards and how many had risen.
 * Learning results of the module itself do not count: only what somebody else saw or measured.
 */
export const learnModuleEffects = useCase({
  name: 'learn-module-effects',
  room: 'planning',
  permission: { system: 'agency' },
  reads: [
    'planning.plans',
    'planning.plan_items',
    'competency.evidence',
    'competency.assessments',
    'competency.assessment_levels',
    'competency.competencies',
  ],
  writes: ['planning.module_evidence'],
  input: z.object({}),
  example: {},
  async run({ db, on, actor, note }) {
    await db.run(sql`delete from planning.module_evidence`)
    const counted = await db.run(sql`
      insert into planning.module_evidence (agency_id, module_id, competency_id, measured, risen, counted_on)
      select ${actor.agencyId}::uuid, d.module_id, d.competency_id, count(*)::int, count(*) filter (where after.level > d.from_level)::int, ${on}::date
      from (
        select distinct on (p.employee_id, i.module_id, i.competency_id) p.employee_id, i.module_id, i.competency_id, i.from_level, i.done_on
        from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where i.state = 'done' and i.module_id is not null and i.competency_id is not null and i.from_level is not null and i.done_on is not null
        order by p.employee_id, i.module_id, i.competency_id, i.done_on
      ) d
      join lateral (
        select e.level from (
          select v.level, v.observed_on as seen_on from competency.v_evidence v
            where v.employee_id = d.employee_id and v.competency_id = d.competency_id and v.source in ('test', 'certificate', 'supervisor', 'application', 'peer')
          union all
          select l.level, l.assessed_on from competency.v_assessment_levels l
            where l.employee_id = d.employee_id and l.competency_id = d.competency_id and l.level is not null
        ) e where e.seen_on >= d.done_on and e.seen_on <= ${on}::date order by e.seen_on desc limit 1
      ) after on true
      group by d.module_id, d.competency_id`)
    note({ subjectKind: 'planning.module', detail: { counted } })
    return { counted }
  },
})
