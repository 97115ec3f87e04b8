import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listNeeds } from './need/need.store.ts'
import { planChangeRules } from './plan-change/plan-change.rules.ts'
import type { ChangeCause, PlanStep } from './plan-change/plan-step.model.ts'

export type PlanWaiting = {
  kind: 'plan'
  id: string
  employeeId: string
  name: string
  version: number
  reason: string
  /** What the version holds, soonest first. */
  items: { title: string; jp: number | null; cost: number | null; indicator: string | null; startsOn: Day | null }[]
  /** With one more agreement the plan is in force. */
  otherAgreed: boolean
  due: Day | null
}
export type NeedWaiting = {
  kind: 'need'
  id: string
  employeeId: null
  name: null
  people: {
    employeeId: string
    name: string
    competencyId: string
    competency: string
    held: number
    required: number
  }[]
  due: Day | null
}
export type NominationWaiting = {
  kind: 'nominate'
  /** Of the programme. */
  id: string
  employeeId: null
  name: null
  programme: string
  seats: number | null
  startsOn: Day
  due: Day | null
}
export type CollectionWaiting = {
  kind: 'collection'
  /** Of the collection. */
  id: string
  employeeId: null
  name: null
  collection: string
  /** The first rows, most urgent first; `others` more wait on the page. */
  rows: { needId: string; name: string; title: string; subject: string; held: number | null; required: number | null }[]
  others: number
  people: number
  due: Day | null
}
export type PlanChangeWaiting = {
  kind: 'plan-change'
  id: string
  employeeId: string
  name: string
  cause: ChangeCause
  happened: string
  steps: { verb: PlanStep['verb']; title: string; becomes: string | null; why: string }[]
  due: Day | null
}
export type PlanningWaiting = PlanChangeWaiting | PlanWaiting | NeedWaiting | NominationWaiting | CollectionWaiting

type PlanRow = Omit<PlanWaiting, 'due' | 'otherAgreed'> & { createdOn: Day; mine: Day | null; boss: Day | null }

const plansToSign = (db: Db, who: 'team' | 'own') =>
  db.rows<PlanRow>(sql`
    select 'plan' as kind, p.id, p.employee_id as "employeeId", e.name, p.version, p.reason, p.created_on as "createdOn",
      p.agreed_by_employee_on as mine, p.agreed_by_supervisor_on as boss,
      coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'jp', i.jp, 'cost', i.cost, 'indicator', i.indicator, 'startsOn', i.starts_on) order by i.starts_on nulls last, i.title)
        from planning.v_plan_items i where i.agency_id = p.agency_id and i.plan_id = p.id), '[]') as items
    from planning.v_plans p join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
    where p.state = 'proposed' and ${who === 'own' ? sql`p.employee_id = ${db.actor.employeeId} and p.agreed_by_employee_on is null` : sql`p.employee_id is distinct from ${db.actor.employeeId}::uuid and p.agreed_by_supervisor_on is null`}
    order by p.created_on, p.id limit 40`)

const asWaiting = ({ createdOn, mine, boss, ...plan }: PlanRow): PlanWaiting => ({
  ...plan,
  otherAgreed: mine !== null || boss !== null,
  due: addDays(createdOn, 14),
})

/** How many people are asked about at once, so that it stays two minutes. */
const askedAtOnce = 4

/** Rows shown at once; the rest is one press or one page away. */
const rowsAtOnce = 5

/** Open collections with rows of the team that nobody answered yet; late ones are answered on their page, with a reason. */
const collectionsToAnswer = async (db: Db): Promise<CollectionWaiting[]> => {
  const rows = await db.rows<{
    id: string
    collection: string
    due: Day
    needId: string
    employeeId: string
    name: string
    title: string
    subject: string
    held: number | null
    required: number | null
  }>(sql`
    select c.id, c.name as collection, c.closes_on as due, n.id as "needId", n.employee_id as "employeeId", n.person_name as name, n.title, n.subject, n.level_held as held, n.level_required as required
    from planning.v_need_collections c join planning.v_collected_needs n on n.agency_id = c.agency_id and n.collection_id = c.id
    where c.state = 'open' and c.opens_on <= ${db.on} and c.closes_on >= ${db.on} and n.state in ('waiting', 'returned') and n.employee_id is distinct from ${db.actor.employeeId}::uuid
      and n.employee_id in (select p.id from workforce.v_people p where p.supervisor_id = ${db.actor.employeeId} and p.state = 'active')
    order by c.closes_on, c.id, n.priority desc, lower(n.person_name), n.id limit 1000`)
  return [...Map.groupBy(rows, r => r.id)].map(([id, list]) => ({
    kind: 'collection',
    id,
    employeeId: null,
    name: null,
    collection: list[0].collection,
    rows: list.slice(0, rowsAtOnce).map(({ needId, name, title, subject, held, required }) => ({
      needId,
      name,
      title,
      subject,
      held,
      required,
    })),
    others: Math.max(0, list.length - rowsAtOnce),
    people: new Set(list.map(r => r.employeeId)).size,
    due: list[0].due,
  }))
}

/** Is a yearly collection asking about the team? Then it asks, and the single question would ask twice. */
const isBeingCollected = async (db: Db): Promise<boolean> =>
  (await db.find(sql`
    select 1 from planning.v_need_collections c join planning.v_collected_needs n on n.agency_id = c.agency_id and n.collection_id = c.id
    where c.state <> 'closed' and c.opens_on <= ${db.on} and n.employee_id in (select p.id from workforce.v_people p where p.supervisor_id = ${db.actor.employeeId}) limit 1`)) !==
  null

/** The largest known gap of each team member that no plan in force covers and no word was said on. */
const needsToConfirm = async (db: Db): Promise<NeedWaiting | null> => {
  const team = await db.rows<{ id: string; name: string; position_name: string | null }>(sql`
    select p.id, p.name, p.position_name from workforce.v_people p where p.supervisor_id = ${db.actor.employeeId} and p.state = 'active' order by lower(p.name), p.id limit 60`)
  if (team.length === 0) return null
  const settled = new Set(
    (
      await db.rows<{ key: string }>(sql`
        select n.employee_id || '|' || n.competency_id as key from planning.need_confirmations n where n.employee_id = any (${team.map(p => p.id)})
        union
        select i.employee_id || '|' || i.competency_id from planning.plan_items i join planning.plans l on l.agency_id = i.agency_id and l.id = i.plan_id
        where l.state in ('agreed', 'running', 'proposed') and i.competency_id is not null and i.employee_id = any (${team.map(p => p.id)})`)
    ).map(row => row.key),
  )
  const needs = await listNeeds(db, team, db.on)
  const people = team.flatMap(person => {
    const [largest] = (needs.get(person.id) ?? [])
      .filter(n => n.current !== null && n.current < n.required && !settled.has(`${person.id}|${n.competencyId}`))
      .sort((a, b) => b.required - b.current! - (a.required - a.current!) || a.code.localeCompare(b.code))
    return largest
      ? [
          {
            employeeId: person.id,
            name: person.name,
            competencyId: largest.competencyId,
            competency: largest.name,
            held: largest.current!,
            required: largest.required,
          },
        ]
      : []
  })
  if (people.length === 0) return null
  return {
    kind: 'need',
    id: 'team',
    employeeId: null,
    name: null,
    people: people.slice(0, askedAtOnce),
    due: addDays(db.on, 14),
  }
}

/** Proposed changes that this reader decides, by the rule set of the day. */
const changesToDecide = async (db: Db, who: 'team' | 'own'): Promise<PlanChangeWaiting[]> => {
  const { decides } = planChangeRules.on(db.on).body
  const rows = await db.rows<Omit<PlanChangeWaiting, 'steps'> & { steps: PlanStep[] }>(sql`
    select 'plan-change' as kind, c.id, c.employee_id as "employeeId", e.name, c.cause, c.happened, c.steps, c.due_on as due
    from planning.v_plan_changes c join workforce.v_people e on e.agency_id = c.agency_id and e.id = c.employee_id
    where c.state = 'open' and ${who === 'own' ? sql`c.employee_id = ${db.actor.employeeId}` : sql`c.employee_id is distinct from ${db.actor.employeeId}::uuid`}
    order by c.due_on, c.id limit 40`)
  return rows
    .filter(r => decides[r.cause].includes(who === 'own' ? 'employee' : 'supervisor'))
    .map(r => ({
      ...r,
      steps: r.steps.map(s => ({ verb: s.verb, title: s.title, becomes: s.item?.title ?? null, why: s.why })),
    }))
}

const openNominations = (db: Db) =>
  db.rows<Omit<NominationWaiting, 'due'>>(sql`
    select 'nominate' as kind, p.id, null as "employeeId", null as name, p.name as programme, p.seats, p.starts_on as "startsOn"
    from planning.v_programmes p where p.state = 'nominating' and p.starts_on > ${db.on}
      and not exists (select 1 from talent.v_nominations n where n.agency_id = p.agency_id and n.programme_id = p.id and n.nominated_by = ${db.actor.employeeId} and n.state <> 'withdrawn')
    order by p.starts_on, p.id limit 5`)

/** What waits for a supervisor in this room: plans to sign, needs to confirm, programmes that ask for names. */
export const listTeamWaiting = async (
  db: Db,
  { mayNominate }: { mayNominate: boolean },
): Promise<PlanningWaiting[]> => {
  const collections = await collectionsToAnswer(db)
  const needs = collections.length > 0 || (await isBeingCollected(db)) ? null : await needsToConfirm(db)
  return [
    ...(await plansToSign(db, 'team')).map(asWaiting),
    ...(await changesToDecide(db, 'team')),
    ...collections,
    ...(needs ? [needs] : []),
    ...(mayNominate ? await openNominations(db) : []).map(p => ({ ...p, due: p.startsOn })),
  ]
}

/** Proposed changes of the own plan. */
export const listOwnPlanChanges = (db: Db): Promise<PlanChangeWaiting[]> => changesToDecide(db, 'own')

/** Versions of the own plan that wait for the own agreement. */
export const listOwnPlans = async (db: Db): Promise<PlanWaiting[]> => (await plansToSign(db, 'own')).map(asWaiting)

export type OfficerTask =
  | {
      kind: 'plan-change'
      id: string
      name: string
      cause: ChangeCause
      happened: string
      steps: number
      due: Day
      href: string
    }
  | { kind: 'declined-class'; id: string; name: string; session: string; why: string; due: Day; href: string }

/** What waits for the officer in this room: proposals she decides, and classes whose trainer refused. Nearest day first. */
export const listOfficerWaiting = async (db: Db): Promise<OfficerTask[]> => {
  const { decides } = planChangeRules.on(db.on).body
  const mine = Object.entries(decides).flatMap(([cause, who]) => (who.includes('officer') ? [cause] : []))
  const changes = await db.rows<Omit<Extract<OfficerTask, { kind: 'plan-change' }>, 'kind' | 'href'>>(sql`
    select c.id, e.name, c.cause, c.happened, jsonb_array_length(c.steps)::int as steps, c.due_on as due
    from planning.v_plan_changes c join workforce.v_people e on e.agency_id = c.agency_id and e.id = c.employee_id
    where c.state = 'open' and c.cause = any (${mine}) order by c.due_on, lower(e.name), c.id limit 200`)
  const classes = await db.rows<
    Omit<Extract<OfficerTask, { kind: 'declined-class' }>, 'kind' | 'href'> & { facilitator_id: string }
  >(sql`
    select b.id, f.name, m.name as session, b.answer_reason as why, s.starts_on as due, b.facilitator_id
    from planning.facilitator_bookings b join planning.facilitators f on f.agency_id = b.agency_id and f.id = b.facilitator_id
    join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id and s.state in ('planned', 'open') join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
    where b.withdrawn_on is null and b.answer = 'declined' and s.starts_on > ${db.on} order by s.starts_on, b.id limit 200`)
  const tasks: OfficerTask[] = [
    ...changes.map(c => ({ ...c, kind: 'plan-change' as const, href: `/diklat/usul-perubahan/${c.id}` })),
    ...classes.map(({ facilitator_id, ...c }) => ({
      ...c,
      kind: 'declined-class' as const,
      href: `/diklat/fasilitator/${facilitator_id}`,
    })),
  ]
  return tasks.sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
}

/** Classes the reader was given to teach and has not answered, soonest first. */
export const listClassesToAnswer = (db: Db): Promise<{ id: string; name: string; starts_on: Day }[]> =>
  db.rows(
    sql`select b.id, m.name, s.starts_on from planning.facilitator_bookings b join planning.facilitators f on f.agency_id = b.agency_id and f.id = b.facilitator_id
      join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
      where f.employee_id = ${db.actor.employeeId} and b.withdrawn_on is null and b.answer is null and s.state in ('planned', 'open') and s.starts_on > ${db.on} order by s.starts_on, b.id limit 20`,
  )
