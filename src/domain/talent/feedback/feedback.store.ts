import type { Source } from '#core/figure/figure.ts'
import { count, ratio, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import {
  type Block,
  type Candidate,
  type FeedbackFigures,
  feedbackFigures,
  type GroupCode,
  type Shortfall,
} from './feedback.model.ts'
import { feedbackRules } from './feedback.rules.ts'
import type {
  originWords,
  replyStateWords,
  roundStateWords,
  standingWords,
  subjectStateWords,
} from './feedback-words.ts'

export const rulesOn = (day: Day) => feedbackRules.on(day)

export type Round = {
  id: string
  name: string
  year: number
  cycle_id: string | null
  unit_ids: string[]
  tiers: string[]
  state: keyof typeof roundStateWords
  opened_on: Day
  opened_by_name: string
  propose_until: Day
  closes_on: Day
  rule_version: string
  change_reason: string | null
  closed_on: Day | null
}

const roundColumns = sql`r.id, r.name, r.year, r.cycle_id, r.unit_ids, r.tiers, r.state, r.opened_on, r.opened_by_name, r.propose_until, r.closes_on, r.rule_version, r.change_reason, r.closed_on`

export const findRound = (db: Db, id: string): Promise<Round | null> =>
  db.find<Round>(sql`select ${roundColumns} from talent.feedback_rounds r where r.id::text = ${id}`)

export type RoundRow = Round & { people: number; known: number; few: number; unconfirmed: number }

/** Rounds, the open ones first; how many people they are about and how many results there are. */
export const listRounds = (
  db: Db,
  { limit, page, search = '' }: { limit: number; page: number; search?: string },
): Promise<RoundRow[]> =>
  db.rows<RoundRow>(sql`select ${roundColumns},
      (select count(*)::int from talent.feedback_subjects s where s.agency_id = r.agency_id and s.round_id = r.id and s.state <> 'excluded') as people,
      (select count(*)::int from talent.feedback_subjects s where s.agency_id = r.agency_id and s.round_id = r.id and s.state = 'known') as known,
      (select count(*)::int from talent.feedback_subjects s where s.agency_id = r.agency_id and s.round_id = r.id and s.state = 'few') as few,
      (select count(*)::int from talent.feedback_subjects s where s.agency_id = r.agency_id and s.round_id = r.id and s.state = 'proposed') as unconfirmed
    from talent.feedback_rounds r where ${search} = '' or lower(r.name) like '%' || lower(${search}) || '%'
    order by (r.state in ('proposing', 'answering')) desc, r.opened_on desc, r.name limit ${limit} offset ${(page - 1) * limit}`)

export const countRounds = async (db: Db, search = ''): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from talent.feedback_rounds r where ${search} = '' or lower(r.name) like '%' || lower(${search}) || '%'`,
    )
  ).n

export type Subject = {
  round_id: string
  employee_id: string
  unit_id: string
  year: number
  state: keyof typeof subjectStateWords
  exclude_reason: string | null
  confirmed_by_name: string | null
  confirmed_on: Day | null
}
const subjectColumns = sql`s.round_id, s.employee_id, s.unit_id, s.year, s.state, s.exclude_reason, s.confirmed_by_name, s.confirmed_on`

export const findSubject = (db: Db, roundId: string, employeeId: string): Promise<Subject | null> =>
  db.find<Subject>(
    sql`select ${subjectColumns} from talent.feedback_subjects s where s.round_id::text = ${roundId} and s.employee_id::text = ${employeeId}`,
  )

export type SubjectFilter = { unit?: string | null; state?: string | null; search?: string }
export type SubjectRow = Subject & {
  name: string
  nip: string
  unit: string
  position_name: string | null
  asked: number
  answered: number
}

const subjectWhere = (roundId: string, f: SubjectFilter): Query => sql`s.round_id::text = ${roundId}
  and (${f.unit ?? null}::text is null or s.unit_id::text = ${f.unit ?? null})
  and (${f.state ?? null}::text is null or s.state = ${f.state ?? null})
  and (${f.search ?? ''} = '' or lower(p.name || ' ' || p.nip) like '%' || lower(${f.search ?? ''}) || '%')`

/** People of a round; how many of their raters answered, self left out, as far as the reader may read that. */
export const listSubjects = (
  db: Db,
  roundId: string,
  f: SubjectFilter & { limit: number; page: number },
): Promise<SubjectRow[]> =>
  db.rows<SubjectRow>(sql`select ${subjectColumns}, p.name, p.nip, p.unit_short_name as unit, p.position_name,
      (select count(*)::int from talent.feedback_replies a where a.agency_id = s.agency_id and a.round_id = s.round_id and a.about_id = s.employee_id and a.rater_group <> 'diri' and a.state in ('asked', 'answered')) as asked,
      (select count(*)::int from talent.feedback_replies a where a.agency_id = s.agency_id and a.round_id = s.round_id and a.about_id = s.employee_id and a.rater_group <> 'diri' and a.state = 'answered') as answered
    from talent.feedback_subjects s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id
    where ${subjectWhere(roundId, f)} order by (s.state in ('excluded', 'few', 'proposed')) desc, p.unit_short_name, p.name, s.employee_id limit ${f.limit} offset ${(f.page - 1) * f.limit}`)

export const countSubjects = async (db: Db, roundId: string, f: SubjectFilter = {}): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from talent.feedback_subjects s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id where ${subjectWhere(roundId, f)}`,
    )
  ).n

export type UnitProgress = {
  unit_id: string
  unit: string
  people: number
  unconfirmed: number
  asked: string[]
  answered: string[]
  declined: number
}

/** Per unit: requests and how many were answered; never what. */
export const listUnitProgress = (db: Db, roundId: string, unitId: string | null = null): Promise<UnitProgress[]> =>
  db.rows<UnitProgress>(sql`select s.unit_id, coalesce(u.short_name, u.name) as unit, count(*)::int as people,
      count(*) filter (where s.state = 'proposed')::int as unconfirmed,
      (select coalesce(jsonb_agg(q.id order by q.id), '[]') from talent.feedback_replies q where q.agency_id = s.agency_id and q.round_id::text = ${roundId} and q.about_unit_id = s.unit_id and q.rater_group <> 'diri' and q.state in ('asked', 'answered')) as asked,
      (select coalesce(jsonb_agg(q.id order by q.id), '[]') from talent.feedback_replies q where q.agency_id = s.agency_id and q.round_id::text = ${roundId} and q.about_unit_id = s.unit_id and q.rater_group <> 'diri' and q.state = 'answered') as answered,
      (select count(*)::int from talent.feedback_replies q where q.agency_id = s.agency_id and q.round_id::text = ${roundId} and q.about_unit_id = s.unit_id and q.state = 'declined') as declined
    from talent.feedback_subjects s join workforce.v_units u on u.agency_id = s.agency_id and u.id = s.unit_id
    where s.round_id::text = ${roundId} and s.state <> 'excluded' and (${unitId}::text is null or s.unit_id::text = ${unitId})
    group by s.agency_id, s.unit_id, u.short_name, u.name order by 2`)

/** Answered of asked, as a share; of a unit, or of the round. */
export const progressFigure = (
  round: Pick<Round, 'id' | 'name'>,
  rows: readonly UnitProgress[],
  key: string,
  asOf: Day,
) => {
  const counted = (label: string, members: string[], filter: string) =>
    count({ label, unit: 'count', asOf, members, of: 'permintaan', filter })
  return ratio({
    ref: `talent.feedback-progress:${round.id}:${key}`,
    label: `Permintaan umpan balik yang sudah dijawab, ${key === 'semua' ? round.name : (rows[0]?.unit ?? '')}`,
    unit: 'share',
    digits: 0,
    asOf,
    of: counted(
      'Sudah dijawab',
      rows.flatMap(r => r.answered),
      'sudah dijawab',
    ),
    to: counted(
      'Diminta dan tidak ditolak',
      rows.flatMap(r => r.asked),
      'diminta, tidak ditolak atau ditarik',
    ),
  })
}

export type RaterRow = {
  id: string
  round_id: string
  employee_id: string
  rater_id: string
  rater_name: string
  rater_group: GroupCode
  origin: keyof typeof originWords
  standing: keyof typeof standingWords
  replaces_id: string | null
  reason: string | null
  answer_reason: string | null
}

/** Raters of a person as the reader may see them: the person, the supervisor, HR, the auditor. */
export const listRaterRows = (db: Db, roundId: string, employeeId: string): Promise<RaterRow[]> =>
  db.rows<RaterRow>(
    sql`select id, round_id, employee_id, rater_id, rater_name, rater_group, origin, standing, replaces_id, reason, answer_reason from talent.feedback_raters
      where round_id::text = ${roundId} and employee_id::text = ${employeeId} order by array_position(array['atasan', 'rekan', 'bawahan', 'diri'], rater_group), rater_name, id`,
  )

export type ReplyRow = {
  id: string
  round_id: string
  rater_id: string
  about_id: string
  about_name: string
  rater_group: GroupCode
  state: keyof typeof replyStateWords
  due_on: Day
  decline_code: string | null
  decline_note: string | null
  answered_on: Day | null
}
const replyColumns = sql`a.id, a.round_id, a.rater_id, a.about_id, a.about_name, a.rater_group, a.state, a.due_on, a.decline_code, a.decline_note, a.answered_on`

/** Requests about a person: for HR and the auditor, who was asked and whether. */
export const listReplies = (db: Db, roundId: string, employeeId: string): Promise<ReplyRow[]> =>
  db.rows<ReplyRow>(
    sql`select ${replyColumns} from talent.feedback_replies a where a.round_id::text = ${roundId} and a.about_id::text = ${employeeId} order by a.id`,
  )

/** The reader's own request; nobody else's is found. */
export const findOwnReply = (db: Db, id: string): Promise<ReplyRow | null> =>
  db.find<ReplyRow>(
    sql`select ${replyColumns} from talent.feedback_replies a where a.id::text = ${id} and a.rater_id = ${db.actor.employeeId}::uuid`,
  )

/** What was asked of the reader, what is still open first. */
export const listOwnReplies = (db: Db): Promise<ReplyRow[]> =>
  db.rows<ReplyRow>(
    sql`select ${replyColumns} from talent.feedback_replies a where a.rater_id = ${db.actor.employeeId}::uuid and a.state <> 'withdrawn'
      order by (a.state = 'asked') desc, a.due_on desc, a.about_name, a.id limit 60`,
  )

export type TeamSubject = {
  round_id: string
  employee_id: string
  name: string
  round_name: string
  propose_until: Day
  state: Subject['state']
  wishes: number
}

/** People of the reader's team in rounds that still run. */
export const listTeamSubjects = (db: Db): Promise<TeamSubject[]> =>
  db.rows<TeamSubject>(sql`select s.round_id, s.employee_id, p.name, r.name as round_name, r.propose_until, s.state,
      (select count(*)::int from talent.feedback_raters w where w.agency_id = s.agency_id and w.round_id = s.round_id and w.employee_id = s.employee_id and w.standing = 'wanted') as wishes
    from talent.feedback_subjects s join talent.feedback_rounds r on r.agency_id = s.agency_id and r.id = s.round_id join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id
    where p.supervisor_id = ${db.actor.employeeId}::uuid and r.state in ('proposing', 'answering') and s.state in ('proposed', 'confirmed')
    order by (s.state = 'proposed') desc, r.propose_until, p.name, s.round_id limit 200`)

export type AnswerRow = { code: string; step: number | null; isUnable: boolean }

export const listOwnAnswers = (db: Db, replyId: string): Promise<AnswerRow[]> =>
  db.rows<AnswerRow>(
    sql`select question_code as code, step, is_unable as "isUnable" from talent.feedback_answers where reply_id::text = ${replyId} and rater_id = ${db.actor.employeeId}::uuid`,
  )

export const findOwnComment = (
  db: Db,
  replyId: string,
): Promise<{ strength: string | null; practice: string | null } | null> =>
  db.find(
    sql`select strength, practice from talent.feedback_comments where reply_id::text = ${replyId} and rater_id = ${db.actor.employeeId}::uuid`,
  )

export type ResultRow = {
  id: string
  round_id: string
  employee_id: string
  version: number
  year: number
  rating: string | null
  blocks: Block[]
  counts: { group: GroupCode; answered: number; asked: number }[]
  left_out: string[]
  spread: { code: string; word: 'together' | 'apart' }[]
  agreement: number | null
  missing: Shortfall[]
  strength: string | null
  practice: string | null
  rule_version: string
  opened_on: Day
  closed_on: Day
}
const resultColumns = sql`t.id, t.round_id, t.employee_id, t.version, t.year, t.rating, t.blocks, t.counts, t.left_out, t.spread, t.agreement::float8 as agreement, t.missing, t.strength, t.practice, t.rule_version, t.opened_on, t.closed_on`

export const findResult = (db: Db, id: string): Promise<ResultRow | null> =>
  db.find<ResultRow>(sql`select ${resultColumns} from talent.feedback_results t where t.id::text = ${id}`)

/** The newest result of a person in a round; null when there is none or the reader may not read it. */
export const findResultIn = (db: Db, roundId: string, employeeId: string): Promise<ResultRow | null> =>
  db.find<ResultRow>(
    sql`select ${resultColumns} from talent.feedback_results t where t.round_id::text = ${roundId} and t.employee_id::text = ${employeeId} order by t.version desc limit 1`,
  )

export const sourceOf = (r: Pick<ResultRow, 'id' | 'year' | 'closed_on'>): Source => ({
  kind: 'talent.feedback-result',
  id: r.id,
  label: `Putaran umpan balik 360° ${r.year}`,
  on: r.closed_on,
})

/** Figures of a kept result, by the rules of the day its round was opened. */
export const figuresOf = (r: ResultRow): FeedbackFigures => {
  const { body, reference } = rulesOn(r.opened_on)
  return feedbackFigures(body, r, {
    year: r.year,
    asOf: r.closed_on,
    source: sourceOf(r),
    ruleSet: reference,
    ref: what => `talent.feedback:${r.id}:${what}`,
  })
}

/** What the score reads: of each year the newest result that is known, else the newest of too few; only what was closed by then. */
export const listScoredFeedback = async (db: Db, ids: readonly string[], asOf: Day) => {
  const rows =
    await db.rows<ResultRow>(sql`select distinct on (t.employee_id, t.year) ${resultColumns} from talent.feedback_results t
      where t.employee_id = any (${[...ids]}::uuid[]) and t.closed_on <= ${asOf} order by t.employee_id, t.year, (t.rating is not null) desc, t.closed_on desc, t.version desc`)
  return new Map(
    [...Map.groupBy(rows, r => r.employee_id)].map(([id, results]) => [
      id,
      results.map(r => ({
        id: r.id,
        year: r.year,
        closedOn: r.closed_on,
        blocks: r.blocks,
        rating: figuresOf(r).rating,
      })),
    ]),
  )
}

/** How many answered in a group: a number said of a person, with its source. */
export const ratersFigure = (r: ResultRow, group: GroupCode, label: string) =>
  record<number>({
    ref: `talent.feedback:${r.id}:raters-${group}`,
    label: `${label} yang menjawab, umpan balik 360° ${r.year}`,
    unit: 'people',
    asOf: r.closed_on,
    value: r.counts.find(c => c.group === group)?.answered ?? null,
    sources: [sourceOf(r)],
  })

export const agreementFigure = (r: ResultRow) =>
  r.agreement === null
    ? null
    : record<number>({
        ref: `talent.feedback:${r.id}:agreement`,
        label: `Kesepakatan penilai umpan balik 360° ${r.year} (r_wg, 0 sampai 1)`,
        unit: 'ratio',
        digits: 2,
        asOf: r.closed_on,
        value: r.agreement,
        sources: [sourceOf(r)],
        limits: ['Dihitung saat putaran ditutup. Jawaban tiap penilai tidak dibuka, sehingga tidak diurai lagi.'],
      })

export type Remark = {
  id: string
  round_id: string
  about_id: string
  about_name: string
  kind: 'strength' | 'practice'
  text: string
  state: 'waiting' | 'shown' | 'withheld'
  checked_by_name: string | null
  reason: string | null
}
const remarkColumns = sql`m.id, m.round_id, m.about_id, m.about_name, m.kind, m.text, m.state, m.checked_by_name, m.reason`

/** Comments in the order of their ids, which says nothing. The person reads only what was let through. */
export const listRemarks = (
  db: Db,
  f: { roundId?: string; aboutId?: string; state?: Remark['state']; limit?: number; notAbout?: string | null },
): Promise<Remark[]> =>
  db.rows<Remark>(sql`select ${remarkColumns} from talent.feedback_remarks m
    where (${f.roundId ?? null}::text is null or m.round_id::text = ${f.roundId ?? null}) and (${f.aboutId ?? null}::text is null or m.about_id::text = ${f.aboutId ?? null})
      and (${f.state ?? null}::text is null or m.state = ${f.state ?? null}) and (${f.notAbout ?? null}::text is null or m.about_id::text <> ${f.notAbout ?? null})
    order by m.id limit ${f.limit ?? 200}`)

export const countRemarks = async (db: Db, roundId: string, state: Remark['state']): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from talent.feedback_remarks where round_id::text = ${roundId} and state = ${state}`,
    )
  ).n

const candidate = sql`p.id, p.name, p.supervisor_id as "supervisorId", p.unit_id as "unitId", (p.state = 'active') as "isActive"`

export const findCandidate = (db: Db, id: string): Promise<Candidate | null> =>
  db.find<Candidate>(sql`select ${candidate} from workforce.v_people p where p.id::text = ${id}`)

export const findCandidateByNip = (db: Db, nip: string): Promise<Candidate | null> =>
  db.find<Candidate>(sql`select ${candidate} from workforce.v_people p where p.nip = ${nip}`)

/** Units with all below them; an empty list means every unit. */
export const unitsBelow = async (db: Db, unitIds: readonly string[]): Promise<string[] | null> =>
  unitIds.length === 0
    ? null
    : (
        await db.rows<{ id: string }>(sql`with recursive below as (
            select id from workforce.v_units where id = any (${[...unitIds]}::uuid[])
            union select u.id from workforce.v_units u join below b on u.parent_id = b.id) select id from below`)
      ).map(r => r.id)

export const listScopePeople = (
  db: Db,
  unitIds: readonly string[] | null,
  tiers: readonly string[],
  supervisorId: string | null,
): Promise<(Candidate & { hasSupervisor: boolean })[]> =>
  db.rows(sql`select ${candidate}, exists (select from workforce.v_people b where b.agency_id = p.agency_id and b.id = p.supervisor_id and b.state = 'active') as "hasSupervisor"
    from workforce.v_people p where p.state = 'active'
      and (${unitIds}::uuid[] is null or p.unit_id = any (${unitIds}::uuid[])) and (${supervisorId}::uuid is null or p.supervisor_id = ${supervisorId}::uuid) and (${tiers.length ? [...tiers] : null}::text[] is null or p.tier = any (${tiers.length ? [...tiers] : null}::text[]))
    order by p.id`)

/** Everybody who could rate somebody of the scope: same unit, same supervisor, the supervisor, direct subordinates. */
export const listNearPeople = (db: Db, ids: readonly string[]): Promise<Candidate[]> =>
  db.rows<Candidate>(sql`with asked as (select id, unit_id, supervisor_id from workforce.v_people where id = any (${[...ids]}::uuid[]))
    select ${candidate} from workforce.v_people p where p.state = 'active' and (
      p.unit_id in (select unit_id from asked) or p.supervisor_id in (select supervisor_id from asked)
      or p.id in (select supervisor_id from asked) or p.supervisor_id in (select id from asked)) order by p.id`)

/** Who declared kin or an interest with whom: in a session of the committee, or when declining to give feedback. */
export const listKin = async (db: Db, lasting: readonly string[]): Promise<Map<string, Set<string>>> => {
  const rows = await db.rows<{ a: string; b: string }>(sql`
    select employee_id as a, about_id as b from talent.session_interests where origin = 'declared'
    union select rater_id, about_id from talent.feedback_replies where decline_code = any (${[...lasting]}::text[])`)
  const kin = new Map<string, Set<string>>()
  for (const { a, b } of rows)
    for (const [x, y] of [
      [a, b],
      [b, a],
    ])
      kin.set(x, (kin.get(x) ?? new Set()).add(y))
  return kin
}

export type OwnRound = Subject & {
  round_name: string
  round_state: Round['state']
  propose_until: Day
  closes_on: Day
  opened_on: Day
}

/** Rounds about the reader herself, the newest first. */
export const listOwnRounds = (db: Db): Promise<OwnRound[]> =>
  db.rows<OwnRound>(sql`select ${subjectColumns}, r.name as round_name, r.state as round_state, r.propose_until, r.closes_on, r.opened_on
    from talent.feedback_subjects s join talent.feedback_rounds r on r.agency_id = s.agency_id and r.id = s.round_id
    where s.employee_id = ${db.actor.employeeId}::uuid and s.state not in ('excluded', 'cancelled') and r.state <> 'cancelled' order by r.opened_on desc, r.name limit 20`)

/** The reader's answers about herself in a round. */
export const findOwnSelfReply = (db: Db, roundId: string): Promise<ReplyRow | null> =>
  db.find<ReplyRow>(
    sql`select ${replyColumns} from talent.feedback_replies a where a.round_id::text = ${roundId} and a.rater_id = ${db.actor.employeeId}::uuid and a.rater_group = 'diri'`,
  )
