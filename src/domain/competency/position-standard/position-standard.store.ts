import type { Figure } from '#core/figure/figure.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type Counted, countedMembers } from './standard-figures.ts'

export type StandardRow = {
  id: string
  position_name: string
  tier: string | null
  family: string | null
  approval_basis: string | null
  education_minimum: string | null
  rank_minimum: string | null
  training_required: string | null
  experience_required: string | null
  valid_from: string
  requirements: number
}

const columns = sql`s.id, s.position_name, s.tier, s.family, s.approval_basis, s.education_minimum, s.rank_minimum, s.training_required, s.experience_required, s.valid_from,
  (select count(*)::int from competency.requirements r where r.agency_id = s.agency_id and r.standard_id = s.id) as requirements`

const matching = (search: string | null) => {
  const word = search?.trim()
    ? `%${search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null
  return sql`(${word}::text is null or lower(s.position_name) like ${word})`
}

/** Standards by title, a page at a time by key. */
export const listStandards = (
  db: Db,
  search: string | null,
  after: string | null,
  size: number,
): Promise<StandardRow[]> =>
  db.rows<StandardRow>(
    sql`select ${columns} from competency.position_standards s where ${matching(search)} and lower(s.position_name) > ${after ?? ''} order by lower(s.position_name) limit ${size}`,
  )

export const countStandards = async (db: Db, search: string | null): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from competency.position_standards s where ${matching(search)}`,
    )
  ).n

export const findStandard = (db: Db, standardId: string): Promise<StandardRow | null> =>
  db.find<StandardRow>(sql`select ${columns} from competency.position_standards s where s.id = ${standardId}`)

export type RequirementRow = {
  competency_id: string
  code: string
  name: string
  kind: string
  level: number
  importance: string
}
export const listRequirements = (db: Db, standardId: string): Promise<RequirementRow[]> =>
  db.rows<RequirementRow>(
    sql`select competency_id, code, name, kind, level, importance from competency.v_standards where standard_id = ${standardId}
      order by case kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, code`,
  )

/** Posts held now whose title has no standard: their people's gaps rest on the flat level of the tier. */
export const countPostsWithoutStandard = async (db: Db): Promise<number> =>
  (
    await db.one<{ n: number }>(sql`select count(distinct lower(p.name))::int as n from workforce.v_positions p
      where not exists (select from competency.position_standards s where s.agency_id = p.agency_id and lower(s.position_name) = lower(p.name))`)
  ).n

/** What a count of standards or of requirements was counted over, read again. */
export const readCount = async (db: Db, what: Counted, id: string): Promise<Figure<number>> => {
  const rows = await db.rows<{ id: string }>(
    what === 'standard-size'
      ? sql`select competency_id as id from competency.requirements where standard_id = ${id} order by competency_id`
      : sql`select standard_id as id from competency.requirements where competency_id = ${id} order by standard_id`,
  )
  return countedMembers(
    what,
    id,
    rows.map(r => r.id),
    db.on,
  )
}
