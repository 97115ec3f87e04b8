import type { Figure } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listNeeds } from '../need/need.store.ts'
import type { CompetencyKind } from './need-order.model.ts'
import type { AskedModule, AskedPerson } from './propose-rows.ts'

export type NeedCollection = {
  id: string
  name: string
  year: number
  opens_on: Day
  closes_on: Day
  unit_ids: string[]
  tiers: string[]
  state: 'filling' | 'open' | 'closed'
  opened_by_name: string
  opened_on: Day
  filled_on: Day | null
  work_id: string | null
  remarks: { withoutStandard?: string[]; withoutSupervisor?: string[] }
  closed_on: Day | null
  closed_by_name: string | null
  closed_reason: string | null
}

export type NeedState = 'waiting' | 'confirmed' | 'refused' | 'returned' | 'accepted' | 'merged' | 'withdrawn'
export type NeedOrigin = 'gap' | 'unknown' | 'leadership' | 'deferred' | 'proposed' | 'added'

export type CollectedNeed = {
  id: string
  collection_id: string
  employee_id: string
  supervisor_id: string | null
  unit_id: string
  unit_name: string
  person_name: string
  nip: string | null
  position_name: string | null
  competency_id: string | null
  subject: string
  kind: CompetencyKind | null
  origin: NeedOrigin
  level_held: number | null
  level_required: number | null
  importance: string | null
  why: string
  module_id: string | null
  title: string
  form: string | null
  provider: string | null
  jp: number | null
  cost: number | null
  plan_year: number
  quarter: number | null
  deferrals: number
  waiting_since: Day | null
  priority: number
  state: NeedState
  is_changed: boolean
  entered_by_name: string | null
  decided_by_name: string | null
  decided_on: Day | null
  decision_reason: string | null
  late_reason: string | null
  verified_by_name: string | null
  verified_on: Day | null
  verified_reason: string | null
  merged_into: string | null
}

const collectionColumns = sql`id, name, year, opens_on, closes_on, unit_ids, tiers, state, opened_by_name, opened_on, filled_on, work_id, remarks, closed_on, closed_by_name, closed_reason`
const needColumns = sql`id, collection_id, employee_id, supervisor_id, unit_id, unit_name, person_name, nip, position_name, competency_id, subject, kind, origin, level_held, level_required, importance, why, module_id, title, form, provider, jp::float as jp, cost, plan_year, quarter, deferrals, waiting_since, priority::float as priority, state, is_changed, entered_by_name, decided_by_name, decided_on, decision_reason, late_reason, verified_by_name, verified_on, verified_reason, merged_into`

export const listCollections = (db: Db): Promise<NeedCollection[]> =>
  db.rows(
    sql`select ${collectionColumns} from planning.need_collections order by year desc, opens_on desc, name limit 50`,
  )
export const findCollection = (db: Db, id: string): Promise<NeedCollection | null> =>
  db.find(sql`select ${collectionColumns} from planning.need_collections where id::text = ${id}`)
export const findNeed = (db: Db, id: string): Promise<CollectedNeed | null> =>
  db.find(sql`select ${needColumns} from planning.collected_needs where id::text = ${id}`)
/** Several rows, locked in one order. */
export const findNeedsForChange = (db: Db, ids: readonly string[]): Promise<CollectedNeed[]> =>
  db.rows(
    sql`select ${needColumns} from planning.collected_needs where id = any (${[...ids]}::uuid[]) order by id for update`,
  )
export const findNeedForChange = (db: Db, id: string): Promise<CollectedNeed | null> =>
  db.find(sql`select ${needColumns} from planning.collected_needs where id::text = ${id} for update`)

/** Rows a supervisor answers for, person by person, the most urgent first. */
export const listTeamNeeds = (db: Db, collectionId: string, supervisorId: string): Promise<CollectedNeed[]> =>
  db.rows(sql`select ${needColumns} from planning.collected_needs where collection_id = ${collectionId} and state <> 'withdrawn'
    and employee_id in (select p.id from workforce.v_people p where p.supervisor_id = ${supervisorId} and p.state = 'active')
    order by lower(person_name), employee_id, priority desc, title, id limit 1000`)
/** The same rows for whoever writes them in the supervisor's place: nothing about levels or order. */
export const listDelegatedNeeds = (
  db: Db,
  delegation: Pick<Delegation, 'collection_id' | 'supervisor_id'>,
): Promise<CollectedNeed[]> =>
  db.rows(sql`select ${needColumns} from planning.collected_needs where collection_id = ${delegation.collection_id} and supervisor_id = ${delegation.supervisor_id} and state <> 'withdrawn'
    order by lower(person_name), employee_id, title, id limit 1000`)
export const listOwnNeeds = (db: Db, collectionId: string, employeeId: string): Promise<CollectedNeed[]> =>
  db.rows(
    sql`select ${needColumns} from planning.collected_needs where collection_id = ${collectionId} and employee_id = ${employeeId} order by priority desc, title, id`,
  )

export type NeedFilter = {
  state?: NeedState
  unitId?: string
  origin?: NeedOrigin
  search?: string
  doublesOnly?: boolean
}

const matching = (collectionId: string, { state, unitId, origin, search, doublesOnly }: NeedFilter) => sql`
  n.collection_id = ${collectionId} and n.state <> 'withdrawn'
  and (${state ?? null}::text is null or n.state = ${state ?? null})
  and (${unitId ?? null}::text is null or n.unit_id::text = ${unitId ?? null})
  and (${origin ?? null}::text is null or n.origin = ${origin ?? null})
  and (${search ?? null}::text is null or n.person_name ilike ${`%${search ?? ''}%`} or n.title ilike ${`%${search ?? ''}%`} or n.subject ilike ${`%${search ?? ''}%`} or n.nip = ${search ?? ''})
  and (not ${doublesOnly ?? false} or n.state in ('confirmed', 'accepted') and exists (select 1 from planning.collected_needs o where o.agency_id = n.agency_id and o.collection_id = n.collection_id and o.employee_id = n.employee_id and o.id <> n.id and o.state in ('confirmed', 'accepted')
    and (o.module_id = n.module_id or o.competency_id = n.competency_id or lower(o.title) = lower(n.title))))`

/** Rows of a collection in the order of domain 5.5, a page at a time. */
export const pageOfNeeds = async (
  db: Db,
  collectionId: string,
  filter: NeedFilter,
  { page, size }: { page: number; size: number },
): Promise<{ rows: (CollectedNeed & { order: number })[]; total: number }> => ({
  rows: await db.rows(sql`select ${needColumns}, coalesce((select p.value::float from planning.need_priorities p where p.agency_id = n.agency_id and p.need_id = n.id), n.priority::float) as "order"
    from planning.collected_needs n where ${matching(collectionId, filter)} order by "order" desc, lower(person_name), title, id limit ${size} offset ${(page - 1) * size}`),
  total: (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from planning.collected_needs n where ${matching(collectionId, filter)}`,
    )
  ).n,
})

/** The least of each row that counting needs. */
export type NeedCount = {
  id: string
  employee_id: string
  supervisor_id: string | null
  unit_id: string
  unit_name: string
  origin: NeedOrigin
  state: NeedState
  jp: number | null
  cost: number | null
}
export const listNeedCounts = (db: Db, collectionId: string, unitId: string | null = null): Promise<NeedCount[]> =>
  db.rows(sql`select id, employee_id, supervisor_id, unit_id, unit_name, origin, state, jp::float as jp, cost from planning.collected_needs
    where collection_id = ${collectionId} and state <> 'withdrawn' and (${unitId}::text is null or unit_id::text = ${unitId}) order by unit_name, id`)

/** The stored order of a row: whole where the reader may know it. */
export const findOrder = async (db: Db, needId: string): Promise<Figure<number> | null> =>
  (
    await db.find<{ figure: Figure<number> }>(
      sql`select coalesce((select p.figure from planning.need_priorities p where p.need_id::text = ${needId}), (select n.priority_figure from planning.collected_needs n where n.id::text = ${needId})) as figure`,
    )
  )?.figure ?? null
export const findOpenOrder = async (db: Db, needId: string): Promise<Figure<number> | null> =>
  (
    await db.find<{ figure: Figure<number> }>(
      sql`select priority_figure as figure from planning.collected_needs where id::text = ${needId}`,
    )
  )?.figure ?? null

export type Delegation = {
  id: string
  collection_id: string
  supervisor_id: string
  supervisor_name: string
  delegate_id: string
  delegate_name: string
  valid_from: Day
  valid_until: Day
  withdrawn_on: Day | null
}
export const listDelegations = (db: Db, collectionId: string, supervisorId: string): Promise<Delegation[]> =>
  db.rows(sql`select id, collection_id, supervisor_id, supervisor_name, delegate_id, delegate_name, valid_from, valid_until, withdrawn_on from planning.need_delegations
    where collection_id = ${collectionId} and supervisor_id = ${supervisorId} order by valid_from desc, id`)
/** Whose rows this person may write today. */
export const findDelegationTo = (db: Db, collectionId: string, delegateId: string | null): Promise<Delegation | null> =>
  db.find(sql`select id, collection_id, supervisor_id, supervisor_name, delegate_id, delegate_name, valid_from, valid_until, withdrawn_on from planning.need_delegations
    where collection_id::text = ${collectionId} and delegate_id = ${delegateId} and withdrawn_on is null and ${db.on} between valid_from and valid_until order by valid_from desc, id limit 1`)

/** Collections whose filling is entrusted to this employee today, by id. */
export const listDelegatedCollections = async (db: Db, delegateId: string | null): Promise<Set<string>> =>
  new Set(
    (
      await db.rows<{ collection_id: string }>(
        sql`select distinct collection_id from planning.need_delegations where delegate_id = ${delegateId}::uuid and withdrawn_on is null and ${db.on} between valid_from and valid_until`,
      )
    ).map(d => d.collection_id),
  )

export type Deferral = {
  employee_id: string
  person_name: string
  unit_name: string
  competency_id: string
  subject: string
  times: number
  since: Day
  reasons: string[]
  years: number[]
}
/** Who waits since an earlier year, longest first. */
export const listDeferrals = (db: Db, beforeYear: number, unitIds: readonly string[] = []): Promise<Deferral[]> =>
  db.rows(sql`select d.employee_id, p.name as person_name, p.unit_short_name as unit_name, d.competency_id, c.name as subject, count(*)::int as times, min(d.deferred_on) as since,
      array_agg(d.reason order by d.from_year) as reasons, array_agg(d.from_year order by d.from_year) as years
    from planning.need_deferrals d join workforce.v_people p on p.agency_id = d.agency_id and p.id = d.employee_id join competency.v_competencies c on c.agency_id = d.agency_id and c.id = d.competency_id
    where d.from_year < ${beforeYear} and (${unitIds.length === 0} or p.unit_id = any (${[...unitIds]}::uuid[])) and p.state = 'active'
    group by d.employee_id, p.name, p.unit_short_name, d.competency_id, c.name order by count(*) desc, min(d.deferred_on), p.name, c.name limit 500`)

type PersonRow = {
  id: string
  name: string
  nip: string | null
  unit_id: string
  unit_name: string
  position_name: string | null
  tier: string | null
  supervisor_id: string | null
  jp: number
  leads: boolean
  box: number | null
}
export type AskedPersonRow = PersonRow & AskedPerson

/** Everybody a collection asks about, with what a row is made of: a handful of questions whatever the number of people. */
export const gatherAsked = async (
  db: Db,
  collection: Pick<NeedCollection, 'year' | 'unit_ids' | 'tiers'>,
  leadership: Readonly<Record<string, string>>,
): Promise<{ people: AskedPersonRow[]; withoutStandard: string[] }> => {
  const jpYear = Number(db.on.slice(0, 4))
  const people = await db.rows<PersonRow>(sql`
    select p.id, p.name, p.nip, p.unit_id, p.unit_name, p.position_name, p.tier, p.supervisor_id, s.decided_box as box,
      coalesce((select sum(t.jp) from workforce.v_trainings t where t.agency_id = p.agency_id and t.employee_id = p.id and t.verification <> 'rejected' and t.certificate is not null and t.ends_on between ${`${jpYear}-01-01`} and ${`${jpYear}-12-31`}), 0)::float as jp,
      exists (select 1 from workforce.v_trainings t where t.agency_id = p.agency_id and t.employee_id = p.id and t.leadership_level is not null) as leads
    from workforce.v_people p
    left join talent.v_scores s on s.agency_id = p.agency_id and s.employee_id = p.id and s.placement = 'placed' and s.cycle_id = (select c.id from talent.v_cycles c where c.placed_at is not null order by c.as_of desc, c.name limit 1)
    where p.state = 'active'
      and (${collection.unit_ids.length === 0} or p.unit_id = any (${collection.unit_ids}::uuid[]))
      and (${collection.tiers.length === 0} or p.tier = any (${collection.tiers}::text[]))
    order by p.id`)
  const ids = people.map(p => p.id)
  const needs = await listNeeds(db, people, db.on)
  const kinds = new Map(
    (await db.rows<{ id: string; kind: CompetencyKind }>(sql`select id, kind from competency.v_competencies`)).map(
      c => [c.id, c.kind],
    ),
  )
  const group = <R extends { employee_id: string }>(rows: R[]) => Map.groupBy(rows, r => r.employee_id)
  const covered = group(
    await db.rows<{ employee_id: string; competency_id: string; until_level: number }>(sql`
      select i.employee_id, i.competency_id, 5 as until_level from planning.plan_items i join planning.plans l on l.agency_id = i.agency_id and l.id = i.plan_id
      where l.state in ('agreed', 'running') and i.state in ('planned', 'waiting', 'running') and i.competency_id is not null and i.employee_id = any (${ids})
      union select n.employee_id, n.competency_id, n.level_required from planning.need_confirmations n where n.decision = 'not-needed' and n.employee_id = any (${ids})`),
  )
  const done = group(
    await db.rows<{ employee_id: string; module_id: string }>(sql`
      select distinct i.employee_id, m2.id as module_id from planning.plan_items i join planning.modules m on m.agency_id = i.agency_id and m.id = i.module_id
      join planning.modules m2 on m2.agency_id = m.agency_id and m2.code = m.code and m2.valid_until is null where i.state = 'done' and i.employee_id = any (${ids})`),
  )
  const deferred = group(
    await db.rows<{ employee_id: string; competency_id: string; times: number; since: Day; reason: string }>(sql`
      select employee_id, competency_id, count(*)::int as times, min(deferred_on) as since, (array_agg(reason order by from_year desc))[1] as reason
      from planning.need_deferrals where from_year < ${collection.year} and employee_id = any (${ids}) group by employee_id, competency_id`),
  )
  const withStandard = new Set(people.filter(p => (needs.get(p.id) ?? []).length > 0).map(p => p.id))
  return {
    withoutStandard: ids.filter(id => !withStandard.has(id)),
    people: people.map(p => ({
      ...p,
      leadership: p.leads ? null : (leadership[p.tier ?? ''] ?? null),
      needs: (needs.get(p.id) ?? []).map(n => ({ ...n, kind: kinds.get(n.competencyId) ?? 'technical' })),
      doneModuleIds: (done.get(p.id) ?? []).map(d => d.module_id),
      // A standard raised since then asks anew.
      coveredIds: new Set(
        (covered.get(p.id) ?? [])
          .filter(
            c => !(needs.get(p.id) ?? []).some(n => n.competencyId === c.competency_id && n.required > c.until_level),
          )
          .map(c => c.competency_id),
      ),
      deferred: new Map(
        (deferred.get(p.id) ?? []).map(d => [d.competency_id, { times: d.times, since: d.since, reason: d.reason }]),
      ),
    })),
  }
}

/** The catalogue in force as the collection proposes from it. */
export const listAskedModules = (db: Db): Promise<AskedModule[]> =>
  db.rows(sql`
    select m.id, m.code, m.name, m.method, m.form, m.provider, m.jp::float as jp, m.cost_per_head::float as "costPerHead", m.is_internal as "isInternal",
      coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'fromLevel', f.from_level, 'toLevel', f.to_level, 'measured', coalesce(e.measured, 0), 'risen', coalesce(e.risen, 0)) order by c.code)
        from planning.module_effects f join competency.v_competencies c on c.agency_id = f.agency_id and c.id = f.competency_id
        left join planning.module_evidence e on e.agency_id = f.agency_id and e.module_id = f.module_id and e.competency_id = f.competency_id
        where f.agency_id = m.agency_id and f.module_id = m.id), '[]') as effects,
      coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'clause', r.clause) order by r.clause, q.name)
        from planning.module_prerequisites r join planning.modules q on q.agency_id = r.agency_id and q.id = r.required_module_id
        where r.agency_id = m.agency_id and r.module_id = m.id), '[]') as prerequisites
    from planning.modules m where m.valid_until is null order by m.code`)
