import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** Levels of one competency that only the supervisor can rate: one line of her queue, however many people. */
export type LevelWaiting = {
  kind: 'level'
  /** Of the competency. */
  id: string
  /** The one person, where it is one. */
  employeeId: string | null
  name: string | null
  competency: string
  people: number
  /** Of the request to open first. */
  requestId: string
  due: Day | null
}

/** Levels the supervisor was asked to rate, never her own, the nearest due first. */
export const listLevelsToRate = (db: Db): Promise<LevelWaiting[]> =>
  db.rows<LevelWaiting>(sql`select 'level' as kind, r.competency_id as id, r.name as competency, count(*)::int as people, min(r.due_on) as due,
      (array_agg(r.id order by r.due_on, p.name))[1] as "requestId",
      case when count(*) = 1 then (array_agg(p.id))[1] end as "employeeId", case when count(*) = 1 then (array_agg(p.name))[1] end as name
    from competency.v_evidence_requests r join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id
    where r.state = 'open' and r.asked_of = 'supervisor' and p.state = 'active' and p.supervisor_id = ${db.actor.employeeId}::uuid
    group by r.competency_id, r.name order by min(r.due_on), r.name limit 20`)

/** An invitation to an assessment that the person has not answered. */
export type InvitationWaiting = {
  kind: 'invitation'
  id: string
  employeeId: null
  name: null
  batch: string
  assessedOn: Day
  place: string
  due: Day
}

/** One's own invitations of batches that have not begun; `isInvited`: there is one, answered or not. */
export const listOwnInvitations = async (
  db: Db,
  employeeId: string,
): Promise<{ items: InvitationWaiting[]; isInvited: boolean }> => {
  const rows = await db.rows<InvitationWaiting & { state: string }>(
    sql`select 'invitation' as kind, p.id, null as "employeeId", null as name, b.name as batch, p.assessed_on as "assessedOn", b.place, p.assessed_on as due, p.state
      from competency.batch_participants p join competency.assessment_batches b on b.agency_id = p.agency_id and b.id = p.batch_id
      where p.employee_id = ${employeeId} and b.state in ('planned', 'running') and p.state not in ('withdrawn', 'absent') order by p.assessed_on`,
  )
  return { items: rows.filter(r => r.state === 'invited'), isInvited: rows.length > 0 }
}
