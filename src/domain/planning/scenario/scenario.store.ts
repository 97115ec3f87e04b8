import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type SessionCostRow, splitCost } from '../cost/session-cost.model.ts'
import { sessionCostRules } from '../cost/session-cost.rules.ts'
import { listNeeds } from '../need/need.store.ts'
import { priorityRules } from '../need/priority.rules.ts'
import type {
  ScenarioInput,
  ScenarioLine,
  ScenarioModule,
  ScenarioPerson,
  ScenarioSession,
  ScenarioSettings,
  ScenarioTrainer,
} from './build-instance.model.ts'

/** Whom a scenario is about; an empty list means all. `poolOnly`: boxes 7-9 of the newest map. */
export type ScenarioScope = { tiers: string[]; unitIds: string[]; poolOnly: boolean; programmeId: string | null }

/** At most so many people are planned at once from the screen: a regency whole. */
export const largestScenario = 10_000

type PersonRow = {
  id: string
  name: string
  unit_id: string
  sex: 'L' | 'P' | null
  location_class: string | null
  position_name: string | null
  is_key: boolean
  box: number | null
  is_target: boolean
  jp: number
  lacks_leadership: boolean
}

const listPeople = async (db: Db, scope: ScenarioScope, year: number): Promise<PersonRow[]> =>
  db.rows<PersonRow>(sql`
    select p.id, p.name, p.unit_id, p.sex, p.location_class, p.position_name, coalesce(k.is_key, false) as is_key, s.decided_box as box,
      exists (select 1 from talent.v_aspirations a where a.agency_id = p.agency_id and a.employee_id = p.id) as is_target,
      coalesce((select sum(t.jp) from workforce.v_trainings t where t.agency_id = p.agency_id and t.employee_id = p.id and t.verification <> 'rejected' and t.certificate is not null and t.ends_on between ${`${year}-01-01`} and ${`${year}-12-31`}), 0)::float as jp,
      (p.tier in ('JPT Pratama', 'Administrator', 'Pengawas') and not exists (select 1 from workforce.v_trainings t where t.agency_id = p.agency_id and t.employee_id = p.id and t.leadership_level is not null)) as lacks_leadership
    from workforce.v_people p
    left join workforce.v_positions k on k.agency_id = p.agency_id and k.id = p.position_id
    left join talent.v_scores s on s.agency_id = p.agency_id and s.employee_id = p.id and s.placement = 'placed' and s.cycle_id = (select c.id from talent.v_cycles c where c.placed_at is not null order by c.as_of desc, c.name limit 1)
    where p.state = 'active' and p.position_name in (select position_name from competency.v_standards)
      and (${scope.tiers.length ? scope.tiers : null}::text[] is null or p.tier = any (${scope.tiers.length ? scope.tiers : null}))
      and (${scope.unitIds.length ? scope.unitIds : null}::uuid[] is null or p.unit_id = any (${scope.unitIds.length ? scope.unitIds : null}))
      and (not ${scope.poolOnly} or s.decided_box >= 7)
      and (${scope.programmeId}::uuid is null or exists (select 1 from planning.programme_people q where q.agency_id = p.agency_id and q.employee_id = p.id and q.programme_id = ${scope.programmeId} and q.role = 'participant' and q.is_chosen and (q.left_on is null or q.left_on > ${db.on})))
    order by p.id limit ${largestScenario + 1}`)

/** Everything the optimiser reads, in a dozen questions whatever the number of people. */
export const gatherScenario = async (
  db: Db,
  title: string,
  scope: ScenarioScope,
  settings: ScenarioSettings,
): Promise<ScenarioInput> => {
  const rows = await listPeople(db, scope, settings.year)
  const needs = await listNeeds(db, rows, db.on)
  // What a supervisor called not needed for the work is not planned for; a raised standard asks anew.
  for (const refused of await db.rows<{ employee_id: string; competency_id: string; level_required: number }>(
    sql`select employee_id, competency_id, level_required from planning.need_confirmations where decision = 'not-needed' and employee_id = any (${rows.map(r => r.id)})`,
  ))
    needs.set(
      refused.employee_id,
      (needs.get(refused.employee_id) ?? []).filter(
        need => need.competencyId !== refused.competency_id || need.required > refused.level_required,
      ),
    )
  const completed = new Map<string, string[]>()
  for (const r of await db.rows<{ employee_id: string; module_id: string }>(
    sql`select distinct i.employee_id, now_called.id as module_id from planning.plan_items i join planning.modules m on m.agency_id = i.agency_id and m.id = i.module_id
      join planning.modules now_called on now_called.agency_id = m.agency_id and now_called.code = m.code where i.state = 'done' and i.employee_id = any (${rows.map(r => r.id)})`,
  ))
    completed.set(r.employee_id, [...(completed.get(r.employee_id) ?? []), r.module_id])
  const people: ScenarioPerson[] = rows
    .map(r => ({
      id: r.id,
      name: r.name,
      unitId: r.unit_id,
      sex: r.sex,
      locationClass: r.location_class,
      box: r.box,
      isSuccessionTarget: r.is_target,
      isCriticalPost: r.is_key,
      lacksMandatoryLeadership: r.lacks_leadership,
      jpHeld: r.jp,
      completedModuleIds: completed.get(r.id) ?? [],
      needs: needs.get(r.id) ?? [],
    }))
    .filter(p => p.needs.length > 0)
  const modules =
    await db.rows<ScenarioModule>(sql`select m.id, m.name, m.jp, m.is_general as "isGeneral", m.cost_per_head as "costPerHead", m.fixed_cost as "fixedCost", m.days,
      coalesce((select jsonb_agg(jsonb_build_object('competencyId', f.competency_id, 'from', f.from_level, 'to', f.to_level)) from planning.module_effects f where f.agency_id = m.agency_id and f.module_id = m.id), '[]') as effects,
      coalesce((select jsonb_agg(c.ids) from (select jsonb_agg(r.required_module_id) as ids from planning.module_prerequisites r where r.agency_id = m.agency_id and r.module_id = m.id group by r.clause) c), '[]') as prerequisites
    from planning.modules m where m.valid_until is null or m.id in (select module_id from planning.sessions where state in ('planned', 'open') and starts_on > ${db.on}) order by m.id`)
  const sessions =
    await db.rows<ScenarioSession>(sql`select id, module_id as "moduleId", mode, starts_on as "startsOn", ends_on as "endsOn", seats, seats_minimum as "seatsMinimum", greatest(0, trainers_needed - (select count(*)::int from planning.facilitator_bookings b where b.agency_id = planning.sessions.agency_id and b.session_id = planning.sessions.id and b.withdrawn_on is null and b.answer is distinct from 'declined')) as "trainersNeeded" from planning.sessions
    where state in ('planned', 'open') and starts_on > ${db.on} and starts_on between ${`${settings.year}-01-01`} and ${`${settings.year}-12-31`} order by id`)
  // Classes with cost items are planned with what they really cost, at the rates of their first day.
  const items = Map.groupBy(
    await db.rows<SessionCostRow & { session_id: string; starts_on: Day; seats: number | null }>(
      sql`select k.session_id, k.code, k.quantity::float as quantity, k.rate::float as rate, k.rate_reason, s.starts_on, coalesce(s.seats, m.seats) as seats
        from planning.session_costs k join planning.sessions s on s.agency_id = k.agency_id and s.id = k.session_id join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
        where k.session_id = any (${sessions.map(s => s.id)}) order by k.session_id, k.code`,
    ),
    r => r.session_id,
  )
  for (const s of sessions) {
    const own = items.get(s.id)
    if (own) s.cost = splitCost(own, own[0].seats, sessionCostRules.on(own[0].starts_on).body)
  }
  const trainers =
    // What she is booked for already is neither free time nor free days.
    await db.rows<ScenarioTrainer>(sql`with booked as (
        select b.agency_id, b.facilitator_id, s.starts_on, s.ends_on, coalesce(m.days, s.ends_on - s.starts_on + 1) as days from planning.facilitator_bookings b
        join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id and s.state <> 'cancelled' join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
        where b.withdrawn_on is null and b.answer is distinct from 'declined' and s.starts_on between ${`${settings.year}-01-01`} and ${`${settings.year}-12-31`})
      select f.id, greatest(0, f.max_days - coalesce((select sum(k.days) from booked k where k.agency_id = f.agency_id and k.facilitator_id = f.id), 0))::int as "maxDays", coalesce((select jsonb_agg(x.module_id) from planning.facilitator_modules x where x.agency_id = f.agency_id and x.facilitator_id = f.id), '[]') as "moduleIds",
      coalesce((select jsonb_agg(jsonb_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on)) from (
        select x.agency_id, x.facilitator_id, x.starts_on, x.ends_on from planning.facilitator_absences x union all select k.agency_id, k.facilitator_id, k.starts_on, k.ends_on from booked k) a
        where a.agency_id = f.agency_id and a.facilitator_id = f.id), '[]') as absences from planning.facilitators f order by f.id`)
  const lines = await db.rows<ScenarioLine>(
    sql`select id, unit_id as "unitId", source, greatest(0, amount - coalesce(committed, 0)) as available, mode from planning.budget_lines where year = ${settings.year} order by id`,
  )
  const units = await db.rows<{ id: string; name: string; headcount: number }>(
    sql`select u.id, u.name, count(p.id)::int as headcount from workforce.v_units u left join workforce.v_people p on p.agency_id = u.agency_id and p.unit_id = u.id and p.state = 'active' group by u.id, u.name order by u.id`,
  )
  const priority = priorityRules.on(db.on)
  return {
    asOf: db.on,
    priority: { rules: priority.body, ruleSet: priority.reference },
    title,
    settings,
    people,
    modules,
    sessions,
    trainers,
    lines,
    units,
  }
}

export type Scenario = {
  id: string
  name: string
  year: number
  programme_id: string | null
  state: 'waiting' | 'solving' | 'solved' | 'failed' | 'adopted' | 'discarded'
  settings: { scope: ScenarioScope; rules: ScenarioSettings }
  instance: Record<string, unknown> | null
  solution: Record<string, unknown> | null
  objective: number | null
  bound: number | null
  created_by: string
  created_at: string
  adopted_by: string | null
  adopted_on: Day | null
  copied_from: string | null
}
const columns = sql`id, name, year, programme_id, state, settings, objective, bound, created_by, created_at::text, adopted_by, adopted_at::date as adopted_on, copied_from`

export const listScenarios = (db: Db): Promise<Omit<Scenario, 'instance' | 'solution'>[]> =>
  db.rows(sql`select ${columns} from planning.scenarios where state <> 'discarded' order by created_at desc limit 100`)
export const findScenario = (db: Db, id: string): Promise<Scenario | null> =>
  db.find<Scenario>(sql`select ${columns}, instance, solution from planning.scenarios where id = ${id}`)

/** The same question under other budgets, solved, least money first; this scenario is among them. */
export const listVariants = (db: Db, scenario: Pick<Scenario, 'id' | 'copied_from'>): Promise<Scenario[]> => {
  const root = scenario.copied_from ?? scenario.id
  return db.rows<Scenario>(sql`select ${columns}, null::jsonb as instance, solution from planning.scenarios
    where (id = ${root} or copied_from = ${root}) and state in ('solved', 'adopted') and solution->>'status' in ('optimal', 'feasible')
    order by (settings->'rules'->>'budgetChangePercent')::numeric, created_at limit 6`)
}

/** Names behind the ids of an instance. */
export const namesOf = async (
  db: Db,
  ids: { people: readonly string[]; competencies: readonly string[]; lines: readonly string[] },
) => {
  const map = async (query: ReturnType<typeof sql>) =>
    new Map((await db.rows<{ id: string; name: string }>(query)).map(r => [r.id, r.name]))
  return {
    people: new Map(
      (
        await db.rows<{ id: string; name: string; unit: string }>(
          sql`select id, name, unit_short_name as unit from workforce.v_people where id = any (${[...ids.people]})`,
        )
      ).map(r => [r.id, r]),
    ),
    competencies: await map(
      sql`select id, name from competency.v_competencies where id = any (${[...ids.competencies]})`,
    ),
    lines: await map(
      sql`select l.id, l.activity || coalesce(', ' || u.name, '') as name from planning.budget_lines l left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id where l.id = any (${[...ids.lines]})`,
    ),
  }
}
