import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { ClosingAnswer, GapQuestion } from '#platform/web/answers.ts'
import { type ClosingCandidate, rankClosing } from './rank-closing.ts'

type Row = {
  id: string
  code: string
  name: string
  method: string
  jp: number | null
  cost_per_head: number | null
  is_internal: boolean
  effects: ClosingCandidate['effects']
  prerequisites: ClosingCandidate['prerequisites']
  starts_on: Day | null
  ends_on: Day | null
  place: string | null
  mode: string | null
  plan_state: string | null
  item_state: string | null
  clash: string | null
}

const inPlanOf = (r: Row): ClosingCandidate['inPlan'] =>
  r.item_state === null
    ? null
    : r.item_state === 'done'
      ? 'done'
      : r.plan_state === 'draft' || r.plan_state === 'proposed'
        ? 'proposed'
        : r.item_state === 'running'
          ? 'running'
          : 'planned'

/** Answers the gap screen: which modules close what this person lacks, ranked, each with its reasons and its place in the plan. */
export const closeGaps = async (db: Db, question: GapQuestion): Promise<ClosingAnswer> => {
  const codes = question.gaps.filter(g => g.level !== null && g.level < g.standard).map(g => g.code)
  const plan = await db.find<{ id: string }>(
    sql`select id from planning.plans where employee_id = ${question.employeeId} and state in ('draft', 'proposed', 'agreed', 'running') order by year desc, version desc limit 1`,
  )
  const rows = await db.rows<Row>(sql`
    select m.id, m.code, m.name, m.method, m.jp::float as jp, m.cost_per_head::float as cost_per_head, m.is_internal, x.effects,
      coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'clause', r.clause) order by r.clause, q.name)
        from planning.module_prerequisites r join planning.modules q on q.agency_id = r.agency_id and q.id = r.required_module_id
        where r.agency_id = m.agency_id and r.module_id = m.id), '[]') as prerequisites,
      s.starts_on, s.ends_on, s.place, s.mode, i.plan_state, i.item_state,
      (select o.title from planning.plan_items o join planning.plans p on p.agency_id = o.agency_id and p.id = o.plan_id
        where o.agency_id = m.agency_id and o.employee_id = ${question.employeeId} and p.state in ('agreed', 'running') and o.state in ('planned', 'waiting', 'running')
          and o.module_id is distinct from m.id and o.method not in ('coaching', 'mentoring') and o.ends_on - o.starts_on < 31
          and o.starts_on <= s.ends_on and o.ends_on >= s.starts_on order by o.starts_on limit 1) as clash
    from planning.modules m
    join lateral (
      select jsonb_agg(jsonb_build_object('code', c.code, 'fromLevel', f.from_level, 'toLevel', f.to_level,
          'measured', coalesce(e.measured, 0), 'risen', coalesce(e.risen, 0)) order by c.code) as effects
      from planning.module_effects f
      join competency.v_competencies c on c.agency_id = f.agency_id and c.id = f.competency_id
      left join planning.module_evidence e on e.agency_id = f.agency_id and e.module_id = f.module_id and e.competency_id = f.competency_id
      where f.agency_id = m.agency_id and f.module_id = m.id
      having bool_or(c.code = any (${codes}))
    ) x on true
    left join lateral (select starts_on, ends_on, place, mode from planning.sessions s
      where s.agency_id = m.agency_id and s.module_id = m.id and s.starts_on >= ${db.on} and s.state in ('planned', 'open') order by s.starts_on limit 1) s on true
    left join lateral (select p.state as plan_state, i.state as item_state from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
      where i.agency_id = m.agency_id and i.module_id = m.id and p.employee_id = ${question.employeeId} and (p.state <> 'replaced' or i.state = 'done')
      order by i.state = 'done' desc, p.year desc, p.version desc limit 1) i on true
    where m.valid_until is null order by m.code`)
  const ranked = rankClosing(
    question,
    rows.map(r => ({
      id: r.id,
      code: r.code,
      name: r.name,
      method: r.method,
      jp: r.jp,
      costPerHead: r.cost_per_head,
      isInternal: r.is_internal,
      effects: r.effects,
      prerequisites: r.prerequisites,
      session:
        r.starts_on && r.ends_on
          ? { startsOn: r.starts_on, endsOn: r.ends_on, place: r.place, isOnline: r.mode !== 'tatap_muka' }
          : null,
      clash: r.clash,
      inPlan: inPlanOf(r),
    })),
    db.on,
  )
  return {
    ...ranked,
    plan: plan
      ? { label: 'Buka rencananya', href: `/diklat/rencana/${plan.id}` }
      : { label: 'Susun rencana', href: `/diklat/rencana/baru/${question.employeeId}` },
  }
}
