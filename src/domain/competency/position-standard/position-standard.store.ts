import type { Figure } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type Importance, requirementOf } from './position-standard.model.ts'
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
  valid_from: Day
  valid_until: Day | null
  requirements: number
  /** Another version of the title begins later. */
  is_followed: boolean
}

/** What a list of standards is narrowed to. */
export type StandardFilter = { search?: string | null; tier?: string | null; family?: string | null }

const likeWord = (search: string | null | undefined): string | null =>
  search?.trim()
    ? `%${search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null

/** The version of each title that holds on the day, or the next one where none holds yet. */
const current = (
  db: Db,
) => sql`(select distinct on (lower(v.position_name)) v.*, v.valid_from > ${db.on}::date as is_coming,
    exists (select from competency.position_standards n where n.agency_id = v.agency_id and lower(n.position_name) = lower(v.position_name) and n.withdrawn_on is null and n.valid_from > v.valid_from) as is_followed
  from competency.v_position_standards v where v.valid_until is null or v.valid_until >= ${db.on}::date order by lower(v.position_name), v.valid_from)`

const matching = (f: StandardFilter) => {
  const word = likeWord(f.search)
  return sql`(${word}::text is null or lower(s.position_name) like ${word}) and (${f.tier ?? null}::text is null or s.tier = ${f.tier ?? null}) and (${f.family ?? null}::text is null or s.family = ${f.family ?? null})`
}

const size = sql`(select count(*)::int from competency.requirements r where r.agency_id = s.agency_id and r.standard_id = s.id) as requirements`

/** Standards by title, a page at a time by key: of each title the version that holds. */
export const listStandards = (
  db: Db,
  filter: StandardFilter,
  after: string | null,
  most: number,
): Promise<(StandardRow & { is_coming: boolean })[]> =>
  db.rows(
    sql`select s.*, ${size} from ${current(db)} s where ${matching(filter)} and lower(s.position_name) > ${after ?? ''} order by lower(s.position_name) limit ${most}`,
  )

export const countStandards = async (db: Db, filter: StandardFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from ${current(db)} s where ${matching(filter)}`)).n

/** Tiers and families that standards or posts are of, for the filters. */
export const listKinds = async (db: Db): Promise<{ tiers: string[]; families: string[] }> => {
  const rows = await db.rows<{ tier: string | null; family: string | null }>(
    sql`select distinct tier, family from workforce.v_positions union select distinct tier, family from competency.v_position_standards`,
  )
  const sorted = (values: (string | null)[]) =>
    [...new Set(values.filter(v => v !== null))].sort((a, b) => a.localeCompare(b, 'id'))
  return { tiers: sorted(rows.map(r => r.tier)), families: sorted(rows.map(r => r.family)) }
}

export type Version = Omit<StandardRow, 'is_followed'> & {
  reason: string | null
  made_by_name: string | null
  made_on: Day | null
  copied_from: string | null
  set_id: string | null
  withdrawn_on: Day | null
  withdrawn_by_name: string | null
  withdrawn_reason: string | null
  /** Assessment batches that measure by it. */
  batches: number
}

const version = sql`select s.*, ${size},
  (select count(*)::int from competency.assessment_batches b where b.agency_id = s.agency_id and b.standard_id = s.id) as batches
  from competency.position_standards s`

/** Any version, also one that was taken back. */
export const findVersion = (db: Db, standardId: string): Promise<Version | null> =>
  db.find<Version>(sql`${version} where s.id = ${standardId}`)

/** All versions of a title, the newest first. */
export const listVersions = (db: Db, title: string): Promise<Version[]> =>
  db.rows<Version>(
    sql`${version} where lower(s.position_name) = ${title.toLowerCase()} order by s.valid_from desc, s.withdrawn_on nulls first, s.made_on desc`,
  )

/** The versions of one family change. */
export const listSet = (db: Db, setId: string): Promise<Version[]> =>
  db.rows<Version>(sql`${version} where s.set_id = ${setId} order by lower(s.position_name)`)

/** The version of a title that holds on a day. */
export const findHolding = (db: Db, title: string, on: Day): Promise<{ id: string } | null> =>
  db.find<{ id: string }>(
    sql`select id from competency.v_position_standards where lower(position_name) = ${title.toLowerCase()} and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)`,
  )

export type RequirementRow = {
  competency_id: string
  code: string
  name: string
  kind: string
  level: number
  importance: Importance
}
export const listRequirements = (db: Db, standardId: string): Promise<RequirementRow[]> =>
  db.rows<RequirementRow>(
    sql`select r.competency_id, c.code, c.name, c.kind, r.level, r.importance from competency.requirements r
      join competency.competencies c on c.agency_id = r.agency_id and c.id = r.competency_id where r.standard_id = ${standardId}
      order by case c.kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, c.code`,
  )

/** Requirements of many versions in one question. */
export const listRequirementsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, RequirementRow[]>> =>
  Map.groupBy(
    await db.rows<RequirementRow & { standard_id: string }>(
      sql`select r.standard_id, r.competency_id, c.code, c.name, c.kind, r.level, r.importance from competency.requirements r
        join competency.competencies c on c.agency_id = r.agency_id and c.id = r.competency_id where r.standard_id = any (${[...ids]})
        order by r.standard_id, case c.kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, c.code`,
    ),
    r => r.standard_id,
  )

/** The requirements of a version as the gap asks for them. */
export const askedOf = (s: Pick<Version, 'id' | 'position_name' | 'valid_from'>, rows: readonly RequirementRow[]) =>
  rows.map(r => requirementOf({ ...r, standard_id: s.id, post: s.position_name, valid_from: s.valid_from }))

const holds = (db: Db) =>
  sql`s.valid_from <= ${db.on}::date and (s.valid_until is null or s.valid_until >= ${db.on}::date)`
const lacking = (db: Db) =>
  sql`(p.valid_until is null or p.valid_until >= ${db.on}::date) and not exists (select from competency.v_position_standards s where lower(s.position_name) = lower(p.name) and ${holds(db)})`
const sameTitle = (id: string) =>
  sql`lower(p.name) = (select lower(o.name) from workforce.v_positions o where o.id = ${id})`

const membersOf = (db: Db, what: Counted, id: string) => {
  if (what === 'standard-size')
    return sql`select competency_id::text as id from competency.requirements where standard_id = ${id} order by 1`
  if (what === 'asked-by')
    return sql`select standard_id::text as id from competency.v_standards s where competency_id = ${id} and ${holds(db)} order by 1`
  if (what === 'without-standard')
    return sql`select min(p.name) as id from workforce.v_positions p where ${lacking(db)} group by lower(p.name) order by 1`
  if (what === 'without-people')
    return sql`select e.id::text as id from workforce.v_people e join workforce.v_positions p on p.id = e.position_id where e.state = 'active' and ${lacking(db)} order by 1`
  if (what === 'title-posts')
    return sql`select p.id::text as id from workforce.v_positions p where (p.valid_until is null or p.valid_until >= ${db.on}::date) and ${sameTitle(id)} order by 1`
  return sql`select e.id::text as id from workforce.v_people e join workforce.v_positions p on p.id = e.position_id
    where e.state = 'active' and (p.valid_until is null or p.valid_until >= ${db.on}::date) and ${sameTitle(id)} order by 1`
}

/** What a count of standards, competencies or titles was counted over, read again. */
export const readCount = async (db: Db, what: Counted, id: string): Promise<Figure<number>> =>
  countedMembers(
    what,
    id,
    (await db.rows<{ id: string }>(membersOf(db, what, id))).map(r => r.id),
    db.on,
  )
