import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { errors } from '../errors.ts'
import type { MatrixLine, Measure } from './assessment-centre.model.ts'
import { centreRules } from './assessment-centre.rules.ts'

export type Provider = {
  id: string
  name: string
  kind: 'own' | 'bkn' | 'agency' | 'private'
  accreditation_number: string | null
  accreditation_grade: string | null
  accredited_until: Day | null
  contact: string | null
  ended_on: Day | null
  ended_reason: string | null
  assessors: number
  batches: number
}

const providerColumns = sql`v.id, v.name, v.kind, v.accreditation_number, v.accreditation_grade, v.accredited_until, v.contact, v.ended_on, v.ended_reason,
  (select count(*)::int from competency.assessors a where a.agency_id = v.agency_id and a.provider_id = v.id and a.ended_on is null) as assessors,
  (select count(*)::int from competency.assessment_batches b where b.agency_id = v.agency_id and b.provider_id = v.id) as batches`

/** Providers: those that still hold batches first, the first to lose its accreditation before the others. */
export const listProviders = (db: Db): Promise<Provider[]> =>
  db.rows<Provider>(
    sql`select ${providerColumns} from competency.assessment_providers v order by v.ended_on is not null, v.accredited_until nulls first, v.name`,
  )

export const findProvider = (db: Db, id: string): Promise<Provider | null> =>
  db.find<Provider>(sql`select ${providerColumns} from competency.assessment_providers v where v.id = ${id}`)

export type Assessor = {
  id: string
  provider_id: string
  provider: string
  employee_id: string | null
  account_id: string | null
  name: string
  accreditation_number: string
  grade: 'pertama' | 'muda' | 'madya' | 'utama'
  accredited_until: Day
  ended_on: Day | null
  ended_reason: string | null
  open_people: number
}

const assessorColumns = sql`a.id, a.provider_id, v.name as provider, a.employee_id, a.account_id, a.name, a.accreditation_number, a.grade, a.accredited_until, a.ended_on, a.ended_reason,
  (select count(*)::int from competency.batch_assignments s where s.agency_id = a.agency_id and s.assessor_id = a.id and s.submitted_at is null) as open_people`
const assessorTables = sql`competency.assessors a join competency.assessment_providers v on v.agency_id = a.agency_id and v.id = a.provider_id`

/** Assessors: those at work first, the first to lose the accreditation before the others. */
export const listAssessors = (
  db: Db,
  filter: { search?: string; providerId?: string; state?: string } = {},
): Promise<Assessor[]> => {
  const word = filter.search ? `%${filter.search.toLowerCase().replace(/[%_\\]/g, '\\$&')}%` : null
  return db.rows<Assessor>(sql`select ${assessorColumns} from ${assessorTables}
    where (${word}::text is null or lower(a.name) like ${word} or lower(a.accreditation_number) like ${word})
      and (${filter.providerId ?? null}::uuid is null or a.provider_id = ${filter.providerId ?? null}::uuid)
      and case ${filter.state ?? ''} when 'berlaku' then a.ended_on is null and a.accredited_until >= ${db.on}::date
        when 'habis' then a.ended_on is null and a.accredited_until < ${db.on}::date when 'selesai' then a.ended_on is not null else true end
    order by a.ended_on is not null, a.accredited_until, a.name limit 500`)
}

export const findAssessor = (db: Db, id: string): Promise<Assessor | null> =>
  db.find<Assessor>(sql`select ${assessorColumns} from ${assessorTables} where a.id = ${id}`)

export type Batch = {
  id: string
  name: string
  use_code: string
  purpose: 'pemetaan' | 'pengisian'
  provider_id: string
  provider: string
  complexity: 'sederhana' | 'sedang' | 'kompleks'
  starts_on: Day
  ends_on: Day
  place: string
  seats: number
  contact: string
  standard_id: string | null
  standard: string | null
  matrix: MatrixLine[]
  state: 'planned' | 'running' | 'closed' | 'cancelled'
  state_reason: string | null
  rule_code: string
  rule_version: string
  planned_by_name: string
  closed_on: Day | null
  closed_by_name: string | null
}

const batchColumns = sql`b.id, b.name, b.use_code, b.purpose, b.provider_id, v.name as provider, b.complexity, b.starts_on, b.ends_on, b.place, b.seats, b.contact, b.standard_id, s.position_name as standard,
  b.matrix, b.state, b.state_reason, b.rule_code, b.rule_version, b.planned_by_name, b.closed_on, b.closed_by_name`
const batchTables = sql`competency.assessment_batches b
  join competency.assessment_providers v on v.agency_id = b.agency_id and v.id = b.provider_id
  left join competency.position_standards s on s.agency_id = b.agency_id and s.id = b.standard_id`

/** Batches the reader may see: running ones, those to come by date, then the past. */
export const listBatches = (db: Db, state: string | null = null): Promise<Batch[]> =>
  db.rows<Batch>(sql`select ${batchColumns} from ${batchTables} where (${state}::text is null or b.state = ${state})
    order by case b.state when 'running' then 0 when 'planned' then 1 else 2 end, case when b.state = 'planned' then b.starts_on end, b.starts_on desc, b.name limit 200`)

export const findBatch = (db: Db, id: string): Promise<Batch | null> =>
  db.find<Batch>(sql`select ${batchColumns} from ${batchTables} where b.id = ${id}`)

/** The batch of an act, which must not be over. */
export const openBatch = async (db: Db, id: string): Promise<Batch> => {
  const batch = await findBatch(db, id)
  if (!batch) throw errors.batch.notFound()
  if (batch.state === 'closed') throw errors.batch.closed()
  if (batch.state === 'cancelled') throw errors.batch.cancelled()
  return batch
}

/** The way of working a batch was planned by. */
export const rulesOfBatch = (batch: Pick<Batch, 'starts_on' | 'rule_code'>) =>
  centreRules.on(batch.starts_on, batch.rule_code)

export type Participant = {
  id: string
  batch_id: string
  employee_id: string
  name: string
  nip: string
  position_name: string | null
  unit_name: string
  why: 'expiring' | 'expired' | 'never' | 'requested' | 'added'
  state: 'invited' | 'confirmed' | 'asks-other-day' | 'withdrawn' | 'absent' | 'present' | 'agreed' | 'reported'
  assessed_on: Day
  invited_on: Day
  invited_by_name: string
  answered_on: Day | null
  asked_on: Day | null
  asked_reason: string | null
  answer_note: string | null
  standard: { code: string; name: string; level: number }[] | null
  standard_name: string | null
  opened_at: string | null
  agreed_on: Day | null
  agreed_by_name: string | null
  summary: string | null
  advice: string | null
  assessment_id: string | null
}

const participantColumns = sql`p.id, p.batch_id, p.employee_id, p.name, p.nip, p.position_name, p.unit_name, p.why, p.state, p.assessed_on, p.invited_on, p.invited_by_name, p.answered_on, p.asked_on,
  p.asked_reason, p.answer_note, p.standard, p.standard_name, p.opened_at::text, p.agreed_on, p.agreed_by_name, p.summary, p.advice, p.assessment_id`

export const listParticipants = (db: Db, batchId: string): Promise<Participant[]> =>
  db.rows<Participant>(
    sql`select ${participantColumns} from competency.batch_participants p where p.batch_id = ${batchId} order by p.state in ('withdrawn', 'absent'), p.assessed_on, p.name, p.id`,
  )

/** Participants of several batches at once, by batch. */
export const participantsByBatch = async (db: Db, batchIds: readonly string[]): Promise<Map<string, Participant[]>> =>
  Map.groupBy(
    await db.rows<Participant>(
      sql`select ${participantColumns} from competency.batch_participants p where p.batch_id = any (${[...batchIds]}::uuid[]) order by p.state in ('withdrawn', 'absent'), p.assessed_on, p.name, p.id`,
    ),
    p => p.batch_id,
  )

export const findParticipant = (db: Db, id: string): Promise<Participant | null> =>
  db.find<Participant>(sql`select ${participantColumns} from competency.batch_participants p where p.id = ${id}`)

/** Everything an employee was invited to, the newest first. */
export const listInvitationsOf = (
  db: Db,
  employeeId: string,
): Promise<(Participant & { batch: string; place: string; batch_state: Batch['state'] })[]> =>
  db.rows(sql`select ${participantColumns}, b.name as batch, b.place, b.state as batch_state from competency.batch_participants p
    join competency.assessment_batches b on b.agency_id = p.agency_id and b.id = p.batch_id where p.employee_id = ${employeeId} order by p.assessed_on desc, b.name`)

export type BatchAssessor = {
  assessor_id: string
  name: string
  is_lead: boolean
  declared_on: Day | null
}

export const listBatchAssessors = (db: Db, batchId: string): Promise<BatchAssessor[]> =>
  db.rows<BatchAssessor>(
    sql`select assessor_id, name, is_lead, declared_on from competency.batch_assessors where batch_id = ${batchId} order by is_lead desc, name, assessor_id`,
  )

export type BatchInterest = {
  assessor_id: string
  participant_id: string
  kind: string
  note: string | null
  declared_on: Day
}

export const listInterests = (db: Db, batchId: string): Promise<BatchInterest[]> =>
  db.rows<BatchInterest>(
    sql`select assessor_id, participant_id, kind, note, declared_on from competency.batch_interests where batch_id = ${batchId} order by declared_on, participant_id`,
  )

export type Assignment = {
  participant_id: string
  assessor_id: string
  assessor_name: string
  submitted_at: string | null
}

export const listAssignments = (db: Db, batchId: string): Promise<Assignment[]> =>
  db.rows<Assignment>(
    sql`select participant_id, assessor_id, assessor_name, submitted_at::text from competency.batch_assignments where batch_id = ${batchId} order by assessor_name, assessor_id`,
  )

/** As whom the account assesses in a batch; null when it is not entrusted to it. */
export const myAssessorId = async (db: Db, batchId: string): Promise<{ id: string; isLead: boolean } | null> => {
  const found = await db.find<{ id: string; is_lead: boolean }>(
    sql`select a.id, b.is_lead from competency.batch_assessors b join competency.assessors a on a.agency_id = b.agency_id and a.id = b.assessor_id
      where b.batch_id = ${batchId} and a.account_id = ${db.actor.accountId}::uuid and a.ended_on is null`,
  )
  return found && { id: found.id, isLead: found.is_lead }
}

export type Rating = { participant_id: string; assessor_id: string; code: string; level: number | null }
export type BehaviourNote = {
  participant_id: string
  assessor_id: string
  instrument: string
  code: string
  note: string
  noted_on: Day
}

/** Levels of a participant the reader may see: the own ones, and all once everybody has sent. */
export const listRatings = (db: Db, participantId: string): Promise<Rating[]> =>
  db.rows<Rating>(
    sql`select participant_id, assessor_id, code, level from competency.assessor_ratings where participant_id = ${participantId} order by code, assessor_id`,
  )

export const listBehaviour = (db: Db, participantId: string): Promise<BehaviourNote[]> =>
  db.rows<BehaviourNote>(
    sql`select participant_id, assessor_id, instrument, code, note, noted_on from competency.assessor_notes where participant_id = ${participantId} order by code, assessor_id, instrument`,
  )

/** Levels of every opened participant of a batch. */
export const listBatchRatings = (db: Db, batchId: string): Promise<Rating[]> =>
  db.rows<Rating>(sql`select r.participant_id, r.assessor_id, r.code, r.level from competency.assessor_ratings r
    join competency.batch_participants p on p.agency_id = r.agency_id and p.id = r.participant_id
    where p.batch_id = ${batchId} and p.opened_at is not null order by r.participant_id, r.code, r.assessor_id`)

export type AgreedLevel = { code: string; level: number | null; reason: string | null }

export const listAgreed = (db: Db, participantId: string): Promise<AgreedLevel[]> =>
  db.rows<AgreedLevel>(
    sql`select code, level, reason from competency.agreed_levels where participant_id = ${participantId} order by code`,
  )

/** What can be measured: the dictionary, the aspects of potential, and those of leadership. */
export const listMeasures = async (
  db: Db,
  batch: Pick<Batch, 'starts_on' | 'rule_code'> | null,
): Promise<Measure[]> => {
  const { body } = batch ? rulesOfBatch(batch) : centreRules.on(db.on)
  const competencies = await db.rows<{ code: string; name: string; kind: string }>(
    sql`select code, name, kind from (select distinct on (code) code, name, kind from competency.competencies order by code, version desc) c order by case kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, code`,
  )
  return [
    ...competencies.map(c => ({ code: c.code, name: c.name, kind: 'competency' as const })),
    ...body.aspects.map(a => ({ ...a, kind: 'potential' as const })),
    ...body.leadership.map(a => ({ ...a, kind: 'leadership' as const })),
  ]
}
