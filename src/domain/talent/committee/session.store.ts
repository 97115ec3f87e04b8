import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { errors } from '../errors.ts'
import { committeeRules } from './committee.rules.ts'
import type { MinutesContent } from './minutes.model.ts'
import { type Choice, type Quorum, quorumFor, recusedFrom, type Seat } from './session.model.ts'

export type SessionHead = {
  id: string
  name: string
  held_on: Day
  state: 'planned' | 'open' | 'closed'
  committee_id: string
  committee_name: string
  decree: string
  decreed_on: Day
  cycle_id: string
  cycle_name: string
  cycle_state: string
  rule_code: string
  rule_version: string
  opened_at: string | null
  closed_at: string | null
  minutes: MinutesContent | null
  minutes_hash: string | null
  revision: number
}

export type SessionMember = {
  employee_id: string
  name: string
  seat: Seat
  state: 'invited' | 'present' | 'absent'
  absence_reason: string | null
  declared_at: string | null
  signed_at: string | null
  position_name: string | null
  supervisor_id: string | null
}

export type OpenedVote = { employeeId: string; name: string; choice: Choice; reasonCode: string }
export type Round = { round: number; votes: OpenedVote[] }

export type SessionItem = {
  id: string
  ordinal: number
  kind: 'opening' | 'move' | 'map' | 'other'
  title: string
  employee_id: string | null
  person_name: string | null
  supervisor_id: string | null
  candidate_number: number | null
  move_id: string | null
  from_box: number | null
  to_box: number | null
  proposal_reason: string | null
  proposal_note: string | null
  proposed_by: string | null
  state: 'waiting' | 'voting' | 'opened' | 'decided'
  round: number
  began_at: string | null
  decided_at: string | null
  decision: Choice | null
  reason_code: string | null
  note: string | null
  outcome: Round[]
  quorum: Quorum | null
}

export type Interest = {
  employee_id: string
  about_id: string
  about_name: string
  kind: string
  note: string | null
  declared_at: string
}

export type SessionNote = {
  id: string
  item_id: string | null
  kind: 'event' | 'note' | 'correction'
  text: string
  author_name: string
  state: 'kept' | 'proposed' | 'refused'
  said_at: string
}

export type Dissent = { item_id: string; employee_id: string; name: string; text: string }

const head = sql`select s.id, s.name, s.held_on, s.state, s.committee_id, k.name as committee_name, k.decree, k.decreed_on, s.cycle_id, c.name as cycle_name, c.state as cycle_state,
    s.rule_code, s.rule_version, s.opened_at::text, s.closed_at::text, s.minutes, s.minutes_hash, s.revision
  from talent.sessions s join talent.committees k on k.agency_id = s.agency_id and k.id = s.committee_id
  join talent.cycles c on c.agency_id = s.agency_id and c.id = s.cycle_id`

/** Sessions the reader may see: the open ones first, then the newest. */
export const listSessions = (db: Db): Promise<SessionHead[]> =>
  db.rows<SessionHead>(
    sql`${head} order by (s.state = 'open') desc, (s.state = 'planned') desc, s.held_on desc, s.name limit 100`,
  )

export const findSession = (db: Db, id: string): Promise<SessionHead | null> =>
  db.find<SessionHead>(sql`${head} where s.id = ${id}`)

/** Takes the session for this transaction, so that acts of several members come one after the other. */
export const takeSession = async (db: Db, id: string): Promise<SessionHead> => {
  const touched = await db.run(sql`update talent.sessions set revision = revision + 1 where id = ${id}`)
  const session = touched === 1 ? await findSession(db, id) : null
  if (!session) throw errors.session.notFound()
  return session
}

export const listMembers = (db: Db, sessionId: string): Promise<SessionMember[]> =>
  db.rows<SessionMember>(sql`select m.employee_id, m.name, m.seat, m.state, m.absence_reason, m.declared_at::text, m.signed_at::text, p.position_name, p.supervisor_id
    from talent.session_members m left join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
    where m.session_id = ${sessionId} order by case m.seat when 'chair' then 0 when 'secretary' then 1 else 2 end, m.name, m.employee_id`)

export const listItems = (db: Db, sessionId: string): Promise<SessionItem[]> =>
  db.rows<SessionItem>(sql`select i.id, i.ordinal, i.kind, i.title, i.employee_id, p.name as person_name, p.supervisor_id, i.candidate_number, i.move_id,
      v.from_box, v.to_box, v.reason_code as proposal_reason, v.note as proposal_note, v.moved_by_name as proposed_by,
      i.state, i.round, i.began_at::text, i.decided_at::text, i.decision, i.reason_code, i.note, i.outcome, i.quorum
    from talent.session_items i left join talent.moves v on v.agency_id = i.agency_id and v.id = i.move_id
    left join workforce.v_people p on p.agency_id = i.agency_id and p.id = i.employee_id
    where i.session_id = ${sessionId} order by i.ordinal`)

export const listInterests = (db: Db, sessionId: string): Promise<Interest[]> =>
  db.rows<Interest>(sql`select i.employee_id, i.about_id, p.name as about_name, i.kind, i.note, i.declared_at::text
    from talent.session_interests i join workforce.v_people p on p.agency_id = i.agency_id and p.id = i.about_id where i.session_id = ${sessionId} order by i.declared_at, i.id`)

export const listBallots = async (db: Db, itemId: string, round: number): Promise<Set<string>> =>
  new Set(
    (
      await db.rows<{ employee_id: string }>(
        sql`select employee_id from talent.session_ballots where item_id = ${itemId} and round = ${round}`,
      )
    ).map(b => b.employee_id),
  )

export const listNotes = (db: Db, sessionId: string): Promise<SessionNote[]> =>
  db.rows<SessionNote>(
    sql`select id, item_id, kind, text, author_name, state, said_at::text from talent.session_notes where session_id = ${sessionId} order by said_at, id`,
  )

export const listDissents = (db: Db, sessionId: string): Promise<Dissent[]> =>
  db.rows<Dissent>(
    sql`select d.item_id, d.employee_id, d.name, d.text from talent.session_dissents d join talent.session_items i on i.agency_id = d.agency_id and i.id = d.item_id where i.session_id = ${sessionId} order by d.stated_at`,
  )

/** The order of session this session was convened by. */
export const rulesOfSession = (session: { held_on: Day; rule_code: string }) =>
  committeeRules.on(session.held_on, session.rule_code)

export const membersOf = (members: readonly SessionMember[]) =>
  members.map(m => ({ employeeId: m.employee_id, seat: m.seat, state: m.state, isDeclared: m.declared_at !== null }))

/** Who stays out of an item, and whether those left may decide it. */
export const standingOf = (
  session: SessionHead,
  members: readonly SessionMember[],
  interests: readonly Interest[],
  item: Pick<SessionItem, 'employee_id' | 'supervisor_id'> | null,
) => {
  const recused = recusedFrom(
    item?.employee_id ? { employeeId: item.employee_id, supervisorId: item.supervisor_id } : null,
    members.map(m => ({ employeeId: m.employee_id, supervisorId: m.supervisor_id })),
    interests.map(i => ({ employeeId: i.employee_id, aboutId: i.about_id })),
  )
  const { body } = rulesOfSession(session)
  return { recused, rules: body, quorum: quorumFor(membersOf(members), new Set(recused.keys()), body) }
}
