import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { purposeWords } from '../nomination/nomination-words.ts'
import type { OpenedRating, Rating, SheetQuestion, Subject } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import type { challengeStateWords, interviewStateWords, seatStateWords } from './interview-words.ts'

export type Interview = {
  id: string
  employee_id: string
  candidate_name: string
  guide_id: string
  cycle_id: string | null
  target_position_id: string | null
  purpose: keyof typeof purposeWords
  held_on: Day
  starts_at: string
  place: string
  due_on: Day
  subjects: Subject[]
  state: keyof typeof interviewStateWords
  rule_version: string
  scheduled_by_name: string
  scheduled_on: Day
  opened_on: Day | null
  cancel_reason: string | null
  strength: string | null
  practice: string | null
}

const columns = sql`i.id, i.employee_id, i.candidate_name, i.guide_id, i.cycle_id, i.target_position_id, i.purpose, i.held_on, i.starts_at, i.place, i.due_on, i.subjects, i.state,
  i.rule_version, i.scheduled_by_name, i.scheduled_on, i.opened_on, i.cancel_reason, i.strength, i.practice`

/** An interview by the reader's own rights: staff, its interviewers, its candidate. */
export const findInterview = (db: Db, id: string): Promise<Interview | null> =>
  db.find<Interview>(sql`select ${columns} from talent.interviews i where i.id::text = ${id}`)

/** Takes the interview for this transaction, so that acts of several interviewers come one after the other. */
export const takeInterview = (db: Db, id: string): Promise<Interview | null> =>
  db.find<Interview>(sql`select ${columns} from talent.interviews i where i.id = ${id} for update`)

export type InterviewRow = Interview & {
  unit: string | null
  position_name: string | null
  target: string | null
  seats: { name: string; state: keyof typeof seatStateWords; is_lead: boolean }[]
  challenges: number
}

export type InterviewFilter = {
  state?: string | null
  /** late: ratings overdue; short: too few interviewers; challenge: an objection waits. */
  trouble?: string | null
  cycleId?: string | null
  search?: string
}

const least = (db: Db) => interviewRules.on(db.on).body.leastInterviewers

const troubled = (db: Db, trouble: string | null | undefined) =>
  trouble === 'late'
    ? sql`(i.state = 'planned' and i.due_on < ${db.on})`
    : trouble === 'short'
      ? sql`(i.state = 'planned' and (select count(*) from talent.interview_seats s where s.agency_id = i.agency_id and s.interview_id = i.id and s.state <> 'left') < ${least(db)})`
      : trouble === 'challenge'
        ? sql`exists (select from talent.interview_challenges h where h.agency_id = i.agency_id and h.interview_id = i.id and h.state = 'open')`
        : sql`true`

const where = (db: Db, f: InterviewFilter) => sql`(${f.state ?? null}::text is null or i.state = ${f.state ?? null})
  and (${f.cycleId ?? null}::uuid is null or i.cycle_id = ${f.cycleId ?? null}::uuid)
  and (${f.search ?? ''} = '' or lower(i.candidate_name || ' ' || coalesce(p.nip, '')) like '%' || lower(${f.search ?? ''}) || '%')
  and ${troubled(db, f.trouble)}`

const tables = sql`talent.interviews i
  left join workforce.v_people p on p.agency_id = i.agency_id and p.id = i.employee_id
  left join workforce.v_positions t on t.agency_id = i.agency_id and t.id = i.target_position_id`

/** A page of interviews: those under way first, then the newest. */
export const listInterviews = (
  db: Db,
  filter: InterviewFilter & { limit: number; page: number },
): Promise<InterviewRow[]> =>
  db.rows<InterviewRow>(sql`select ${columns}, p.unit_short_name as unit, p.position_name, t.name as target,
      coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'state', s.state, 'is_lead', s.is_lead) order by s.is_lead desc, s.name)
        from talent.interview_seats s where s.agency_id = i.agency_id and s.interview_id = i.id and s.state <> 'left'), '[]') as seats,
      (select count(*)::int from talent.interview_challenges h where h.agency_id = i.agency_id and h.interview_id = i.id and h.state = 'open') as challenges
    from ${tables} where ${where(db, filter)}
    order by case i.state when 'planned' then 0 when 'opened' then 0 else 1 end, case when i.state in ('planned', 'opened') then i.held_on end, i.held_on desc, i.id
    limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}`)

export const countInterviews = async (db: Db, filter: InterviewFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from ${tables} where ${where(db, filter)}`)).n

export type Seat = {
  employee_id: string
  name: string
  is_lead: boolean
  state: keyof typeof seatStateWords
  left_reason: string | null
  declared_on: Day | null
  submitted_on: Day | null
}

export const listSeats = (db: Db, interviewId: string): Promise<Seat[]> =>
  db.rows<Seat>(
    sql`select employee_id, name, is_lead, state, left_reason, declared_on, submitted_on from talent.interview_seats where interview_id = ${interviewId} order by is_lead desc, name, employee_id`,
  )

/** The questions of an interview; empty for whoever may not read them. */
export const findSheet = async (db: Db, interviewId: string): Promise<SheetQuestion[]> =>
  (
    await db.find<{ questions: SheetQuestion[] }>(
      sql`select questions from talent.interview_sheets where interview_id = ${interviewId}`,
    )
  )?.questions ?? []

/** What this interviewer has kept so far. */
export const listRatingsOf = async (db: Db, interviewId: string, employeeId: string | null): Promise<Rating[]> =>
  db.rows<Rating>(
    sql`select question_id as "questionId", level, example from talent.interview_ratings where interview_id = ${interviewId} and employee_id = ${employeeId}`,
  )

/** All ratings with names, once opened; null before, and for whoever may not read them. */
export const findReveal = async (db: Db, interviewId: string): Promise<OpenedRating[] | null> =>
  (
    await db.find<{ ratings: OpenedRating[] }>(
      sql`select ratings from talent.interview_reveals where interview_id = ${interviewId}`,
    )
  )?.ratings ?? null

export type ConsensusLevel = {
  competencyId: string
  code: string
  competency: string
  level: number
  reason: string | null
}
export type Consensus = {
  version: number
  levels: ConsensusLevel[]
  reason: string | null
  recorded_by_name: string
  recorded_on: Day
}

/** Versions of the consensus, the newest first. */
export const listConsensus = (db: Db, interviewId: string): Promise<Consensus[]> =>
  db.rows<Consensus>(
    sql`select version, levels, reason, recorded_by_name, recorded_on from talent.interview_consensus where interview_id = ${interviewId} order by version desc`,
  )

export type Challenge = {
  id: string
  interview_id: string
  interviewer_id: string
  interviewer_name: string
  reason: string
  state: keyof typeof challengeStateWords
  raised_on: Day
  answer: string | null
  answered_by_name: string | null
  answered_on: Day | null
}

export const listChallenges = (db: Db, interviewId: string): Promise<Challenge[]> =>
  db.rows<Challenge>(
    sql`select id, interview_id, interviewer_id, interviewer_name, reason, state, raised_on, answer, answered_by_name, answered_on from talent.interview_challenges where interview_id = ${interviewId} order by raised_on, id`,
  )

/** The reader's own interviews as a candidate, the newest first. */
export const listOwnInterviews = (db: Db): Promise<(Interview & { target: string | null })[]> =>
  db.rows(sql`select ${columns}, t.name as target from talent.interviews i left join workforce.v_positions t on t.agency_id = i.agency_id and t.id = i.target_position_id
    where i.employee_id = ${db.actor.employeeId}::uuid order by i.held_on desc, i.id limit 50`)

/** Opened ratings of a batch: one cycle, or all. */
export const listOpened = (
  db: Db,
  cycleId: string | null,
): Promise<(OpenedRating & { interviewId: string; heldOn: Day })[]> =>
  db.rows(sql`select r.interview_id as "interviewId", i.held_on as "heldOn", x.*
    from talent.interview_reveals r join talent.interviews i on i.agency_id = r.agency_id and i.id = r.interview_id
    cross join lateral jsonb_to_recordset(r.ratings) as x("interviewerId" text, interviewer text, "questionId" text, level integer, example text)
    where i.state <> 'cancelled' and (${cycleId}::uuid is null or i.cycle_id = ${cycleId}::uuid) order by i.held_on, r.interview_id, x."interviewerId", x."questionId"`)
