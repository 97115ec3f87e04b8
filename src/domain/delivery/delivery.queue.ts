import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** Whom a waiting thing is about. */
type About = { employeeId: string; name: string }

export type FollowUpWaiting = About & {
  kind: 'follow-up'
  id: string
  rater: 'supervisor' | 'peer' | 'self'
  day: number
  statement: string
  programme: string | null
  agreedOn: Day | null
  due: Day | null
  /** The same rater's earlier answers, by day. */
  earlier: { day: number; verdict: string | null; value: number | null }[]
}
export type MeetingWaiting = About & {
  kind: 'meeting'
  id: string
  meeting: 'coaching' | 'mentoring'
  guide: string
  heldOn: Day
  topic: string
  agreement: string | null
  /** What the guide saw of a competency; confirming makes it evidence. */
  seen: { competency: string; level: number; example: string } | null
  due: Day | null
}
export type AssignmentWaiting = About & {
  kind: 'assignment'
  id: string
  task: string
  finishedOn: Day
  result: string | null
  due: Day | null
}
/** A formal activity is near and nobody has agreed what will be seen on the job afterwards. */
export type BehaviourWaiting = About & {
  kind: 'behaviour'
  /** Of the plan's item. */
  id: string
  activity: string
  startsOn: Day
  endsOn: Day
  competencyId: string | null
  competency: string | null
  toLevel: number | null
  /** Ready examples: the plan's own indicator, then what others agreed for the same competency. */
  examples: string[]
  due: Day | null
}
export type DeliveryWaiting = FollowUpWaiting | MeetingWaiting | AssignmentWaiting | BehaviourWaiting

/** How many days ahead something already waits. */
const ahead = 14

const followUps = (db: Db, mine: 'team' | 'own') => {
  const self = db.actor.employeeId
  const whose =
    mine === 'team'
      ? sql`f.rater = 'supervisor' and f.employee_id is distinct from ${self}::uuid`
      : sql`((f.rater = 'self' and f.employee_id = ${self}::uuid) or (f.rater = 'peer' and f.rater_id = ${self}::uuid))`
  return db.rows<FollowUpWaiting>(sql`
    select 'follow-up' as kind, f.id, f.employee_id as "employeeId", coalesce(p.name, asked.name) as name, f.rater, f.day_number as day, f.statement,
      g.name as programme, f.agreed_on as "agreedOn", f.due_on as due,
      coalesce((select jsonb_agg(jsonb_build_object('day', o.day_number, 'verdict', o.verdict, 'value', o.value) order by o.day_number)
        from delivery.v_follow_ups o where o.agency_id = f.agency_id and o.behaviour_id = f.behaviour_id and o.employee_id = f.employee_id
          and o.rater = f.rater and o.answered_on is not null and o.day_number < f.day_number), '[]') as earlier
    from delivery.v_follow_ups f
    left join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
    left join delivery.v_asked_of_me asked on asked.agency_id = f.agency_id and asked.id = f.id
    left join planning.v_programmes g on g.agency_id = f.agency_id and g.id = f.programme_id
    where ${whose} and f.answered_on is null and (f.due_on is null or f.due_on <= ${addDays(db.on, ahead)})
      and coalesce(p.state, 'active') = 'active' and coalesce(p.name, asked.name) is not null
    order by f.due_on nulls last, f.id limit 40`)
}

/** Meetings somebody else wrote down: of a supervisor's team, or a person's own, which is told by the guide's name. */
const meetings = (db: Db, whose: 'team' | 'own') =>
  db.rows<Omit<MeetingWaiting, 'due'>>(sql`
    select 'meeting' as kind, m.id, m.employee_id as "employeeId", case when ${whose === 'own'} then m.guide_name else p.name end as name, m.kind as meeting, m.guide_name as guide, m.held_on as "heldOn", m.topic, m.agreement,
      case when m.seen_level is not null then jsonb_build_object('competency', c.name, 'level', m.seen_level, 'example', m.seen_example) end as seen
    from delivery.meetings m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
    left join competency.v_competencies c on c.agency_id = m.agency_id and c.id = m.competency_id
    where not m.is_confirmed and m.logged_by is distinct from ${db.actor.employeeId}::uuid and (m.employee_id is not distinct from ${db.actor.employeeId}::uuid) = ${whose === 'own'} and m.held_on <= ${db.on} order by m.held_on, m.id limit 20`)

/** Meetings of her own that a coach or mentor wrote down and she has not confirmed. */
export const listOwnMeetings = async (db: Db): Promise<MeetingWaiting[]> =>
  (await meetings(db, 'own')).map(m => ({ ...m, due: addDays(m.heldOn, ahead) }))

const assignments = (db: Db) =>
  db.rows<Omit<AssignmentWaiting, 'due'>>(sql`
    select 'assignment' as kind, a.id, a.employee_id as "employeeId", p.name, a.title as task, a.finished_on as "finishedOn", a.result
    from delivery.assignments a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.employee_id
    where a.finished_on is not null and a.confirmed_on is null and a.employee_id is distinct from ${db.actor.employeeId}::uuid order by a.finished_on, a.id limit 20`)

/** Formal activities of plans in force that begin within two weeks, or run, without a behaviour agreed for them. */
const behaviours = (db: Db) =>
  db.rows<Omit<BehaviourWaiting, 'due'>>(sql`
    select 'behaviour' as kind, i.id, i.employee_id as "employeeId", p.name, i.title as activity, i.starts_on as "startsOn", i.ends_on as "endsOn",
      i.competency_id as "competencyId", c.name as competency, i.to_level as "toLevel",
      (select array_agg(e.statement order by e.rank, e.statement) from (
        select i.indicator as statement, 0 as rank where i.indicator is not null
        union all
        (select distinct b.statement, 1 from delivery.behaviours b where b.agency_id = i.agency_id and b.competency_id = i.competency_id and b.statement <> coalesce(i.indicator, '') limit 2)
      ) e) as examples
    from planning.v_plan_items i
    join planning.v_plans l on l.agency_id = i.agency_id and l.id = i.plan_id and l.state in ('agreed', 'running')
    join workforce.v_people p on p.agency_id = i.agency_id and p.id = i.employee_id and p.state = 'active'
    left join competency.v_competencies c on c.agency_id = i.agency_id and c.id = i.competency_id
    where i.share_class = 10 and i.module_id is not null and i.state in ('planned', 'running') and i.employee_id is distinct from ${db.actor.employeeId}::uuid
      and i.starts_on <= ${addDays(db.on, ahead)} and i.ends_on >= ${db.on}
      and not exists (select 1 from delivery.behaviours b where b.agency_id = i.agency_id
        and (b.plan_item_id = i.id or (b.competency_id = i.competency_id and (b.employee_id = i.employee_id or (b.programme_id = l.programme_id and b.employee_id is null)))))
    order by i.starts_on, i.id limit 10`)

/** What waits for a supervisor in this room, of the team the reader may see. */
export const listTeamWaiting = async (db: Db): Promise<DeliveryWaiting[]> => [
  ...(await followUps(db, 'team')),
  ...(await meetings(db, 'team')).map(m => ({ ...m, due: addDays(m.heldOn, ahead) })),
  ...(await assignments(db)).map(a => ({ ...a, due: addDays(a.finishedOn, ahead) })),
  ...(await behaviours(db)).map(b => ({ ...b, examples: b.examples ?? [], due: b.startsOn })),
]

/** What waits for a person herself: her own side of a check, and colleagues she was asked about. */
export const listOwnFollowUps = (db: Db): Promise<FollowUpWaiting[]> => followUps(db, 'own')
