import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { DueReason } from './assessment-centre.model.ts'

export type DueFilter = {
  /** How far ahead a result may expire. */
  months: number
  why?: DueReason | null
  unitId?: string | null
  tier?: string | null
  search?: string | null
}

export type DuePerson = {
  id: string
  nip: string
  name: string
  position_name: string | null
  unit: string
  tier: string | null
  assessed_on: Day | null
  valid_until: Day | null
  why: DueReason
  requests: number
  /** Days between the one who must go first and the others; what the list is sorted by. */
  rank: number
}

/**
 * Active people whose result has expired, expires within the months, who have none, or whose level was asked of the
 * provider: each once, by the first of these reasons. Whoever is invited to a batch that is not over stays out.
 */
const due = (db: Db, filter: DueFilter): Query => {
  const until = addMonths(db.on, filter.months)
  const word = filter.search?.trim()
    ? `%${filter.search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null
  return sql`with latest as (
      select distinct on (employee_id) employee_id, assessed_on, valid_until from competency.assessments where assessed_on <= ${db.on}::date order by employee_id, assessed_on desc
    ), asked as (
      select employee_id, count(*)::int as requests from competency.evidence_requests where state = 'open' and asked_of = 'provider' group by employee_id
    ), invited as (
      select p.employee_id from competency.batch_participants p join competency.assessment_batches b on b.agency_id = p.agency_id and b.id = p.batch_id
      where b.state in ('planned', 'running') and p.state not in ('withdrawn', 'absent')
    ), people as (
      select p.id, p.nip, p.name, p.position_name, p.unit_short_name as unit, p.unit_id, p.tier, l.assessed_on, l.valid_until, coalesce(a.requests, 0) as requests,
        case when l.valid_until < ${db.on}::date then 'expired' when l.valid_until <= ${until}::date then 'expiring' when a.requests > 0 then 'requested' when l.employee_id is null then 'never' end as why
      from workforce.v_people p left join latest l on l.employee_id = p.id left join asked a on a.employee_id = p.id
      where p.state = 'active' and not exists (select from invited i where i.employee_id = p.id)
        and (${filter.unitId ?? null}::uuid is null or p.unit_id = ${filter.unitId ?? null}::uuid)
        and (${filter.tier ?? null}::text is null or p.tier = ${filter.tier ?? null})
        and (${word}::text is null or lower(p.name) like ${word} or p.nip like ${word} or lower(p.position_name) like ${word})
    ), ranked as (
      select *, case why when 'expired' then 0 when 'expiring' then 1 when 'requested' then 2 else 3 end as rank from people where why is not null and (${filter.why ?? null}::text is null or why = ${filter.why ?? null})
    )`
}

/** Who must be invited, the most urgent first, a page at a time by key. */
export const listDue = (db: Db, filter: DueFilter, after: string | null, size: number): Promise<DuePerson[]> => {
  const [rank, day, id] = after?.split('~') ?? []
  const from =
    after && /^\d$/.test(rank) && /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? { rank: Number(rank), day, id } : null
  return db.rows<DuePerson>(sql`${due(db, filter)}
    select id, nip, name, position_name, unit, tier, assessed_on, valid_until, why, requests, rank from ranked
    where (${from?.rank ?? null}::int is null or (rank, coalesce(valid_until, '9999-12-31'), id) > (${from?.rank ?? 0}::int, ${from?.day ?? '9999-12-31'}::date, ${from?.id ?? null}::uuid))
    order by rank, coalesce(valid_until, '9999-12-31'), id limit ${size}`)
}

/** Where the next page begins. */
export const afterOf = (p: DuePerson): string => `${p.rank}~${p.valid_until ?? '9999-12-31'}~${p.id}`

const reasonWords: Record<DueReason, (months: number) => string> = {
  expired: () => 'hasil asesmennya sudah kedaluwarsa',
  expiring: months => `hasil asesmennya habis dalam ${months} bulan`,
  requested: () => 'ada level yang diminta dari penyelenggara',
  never: () => 'belum pernah dinilai',
}

/** How many must be invited for one reason, within the same filter. */
export const dueFigure = async (db: Db, why: DueReason, filter: DueFilter): Promise<Figure<number>> => {
  const rows = await db.rows<{ id: string }>(
    sql`${due(db, { ...filter, why: null, search: null })} select id from ranked where why = ${why} order by id`,
  )
  return count({
    ref: `competency.centre-due:${why}:${filter.months}:${filter.unitId ?? ''}:${encodeURIComponent(filter.tier ?? '')}`,
    label: `Pegawai yang ${reasonWords[why](filter.months)}`,
    asOf: db.on,
    members: rows.map(r => r.id),
    of: 'pegawai aktif yang belum diundang',
    filter: reasonWords[why](filter.months),
  })
}

/** How many rows a filter finds. */
export const countDue = async (db: Db, filter: DueFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`${due(db, filter)} select count(*)::int as n from ranked`)).n

/** The reason of people to be invited, by the same question as the calendar's. */
export const reasonsOf = async (db: Db, ids: readonly string[], months: number): Promise<Map<string, DueReason>> =>
  new Map(
    (
      await db.rows<{ id: string; why: DueReason }>(
        sql`${due(db, { months })} select id, why from ranked where id = any (${ids})`,
      )
    ).map(r => [r.id, r.why]),
  )
