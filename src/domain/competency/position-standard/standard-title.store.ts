import { type Db, sql } from '#platform/database/database.ts'
import { likeness, nearness, type TitleFacts } from './standard-version.model.ts'

/** A title of posts, with what stands under it. */
export type Title = TitleFacts & {
  /** Of one post of the title: the address of its counts. */
  id: string
  name: string
  posts: number
  people: number
}

export type TitleFilter = { search?: string | null; tier?: string | null; family?: string | null; held?: boolean }

const holds = (db: Db) =>
  sql`s.valid_from <= ${db.on}::date and (s.valid_until is null or s.valid_until >= ${db.on}::date)`

/** Titles of posts that exist today, each once whatever its spelling. */
const titles = (
  db: Db,
) => sql`(select min(p.id::text)::uuid as id, min(p.name) as name, lower(p.name) as key, min(p.tier) as tier, min(p.family) as family, min(p.kind) as kind,
    count(distinct p.id)::int as posts, count(e.id)::int as people, coalesce(array_agg(distinct u.kind) filter (where u.kind is not null), '{}') as "unitKinds"
  from workforce.v_positions p left join workforce.v_people e on e.agency_id = p.agency_id and e.position_id = p.id and e.state = 'active'
  left join workforce.v_units u on u.agency_id = p.agency_id and u.id = p.unit_id
  where p.valid_until is null or p.valid_until >= ${db.on}::date group by lower(p.name))`

const without = (db: Db) =>
  sql`not exists (select from competency.v_position_standards s where lower(s.position_name) = t.key and ${holds(db)})`

const matching = (f: TitleFilter) => {
  const word = f.search?.trim()
    ? `%${f.search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null
  return sql`(${word}::text is null or t.key like ${word}) and (${f.tier ?? null}::text is null or t.tier = ${f.tier ?? null})
    and (${f.family ?? null}::text is null or t.family = ${f.family ?? null}) and (${f.held !== true} or t.people > 0)`
}

/** Titles without a standard that holds today: gaps of their people rest on the flat level of the tier. */
export const listWithoutStandard = (
  db: Db,
  filter: TitleFilter,
  after: string | null,
  most: number,
): Promise<(Title & { coming: string | null })[]> =>
  db.rows(
    sql`select t.*, (select min(s.valid_from) from competency.v_position_standards s where lower(s.position_name) = t.key and s.valid_from > ${db.on}::date) as coming
      from ${titles(db)} t where ${without(db)} and ${matching(filter)} and t.key > ${after ?? ''} order by t.key limit ${most}`,
  )

/** How many titles lack a standard, and how many people work under them. */
export const countWithoutStandard = (db: Db, filter: TitleFilter): Promise<{ titles: number; people: number }> =>
  db.one(
    sql`select count(*)::int as titles, coalesce(sum(t.people), 0)::int as people from ${titles(db)} t where ${without(db)} and ${matching(filter)}`,
  )

export const findTitle = (db: Db, name: string): Promise<Title | null> =>
  db.find<Title>(sql`select t.* from ${titles(db)} t where t.key = ${name.toLowerCase()}`)

/** Which titles a change touches: of a family, a tier, with words in the title; at least one of the three. */
export type TitleChoice = {
  family: string | null
  tier: string | null
  search: string | null
  onlyLacking: boolean
}

/** Titles a choice names, each with its present standard, in their order. */
export const listTitlesOf = (
  db: Db,
  f: TitleChoice,
): Promise<(Title & { key: string; standard_id: string | null })[]> =>
  db.rows(sql`select t.*, (select s.id from competency.v_position_standards s where lower(s.position_name) = t.key and ${holds(db)} limit 1) as standard_id
    from ${titles(db)} t where ${matching(f)} and (${!f.onlyLacking} or ${without(db)}) order by t.key`)

/** Whoever holds a post of these titles today. */
export const listHolders = (
  db: Db,
  titles: readonly string[],
): Promise<{ id: string; title: string; position_name: string; tier: string | null }[]> =>
  db.rows(
    sql`select id, lower(position_name) as title, position_name, tier from workforce.v_people where state = 'active' and lower(position_name) = any (${titles.map(t => t.toLowerCase())}) order by id`,
  )

export type LikePost = { standardId: string; name: string; reasons: ReturnType<typeof likeness>; requirements: number }

/** Standards of posts like this one, the nearest first, each with why. */
export const listLikePosts = async (db: Db, title: Title | null, most: number): Promise<LikePost[]> => {
  if (!title) return []
  const rows = await db.rows<TitleFacts & { standard_id: string; name: string; requirements: number }>(
    sql`select s.id as standard_id, s.position_name as name, coalesce(t.tier, s.tier) as tier, coalesce(t.family, s.family) as family, t.kind, coalesce(t."unitKinds", '{}') as "unitKinds",
        (select count(*)::int from competency.requirements r where r.agency_id = s.agency_id and r.standard_id = s.id) as requirements
      from competency.v_position_standards s left join ${titles(db)} t on t.key = lower(s.position_name)
      where ${holds(db)} and lower(s.position_name) <> ${title.name.toLowerCase()}
        and (coalesce(t.tier, s.tier) = ${title.tier} or coalesce(t.family, s.family) = ${title.family})`,
  )
  return rows
    .map(r => ({
      standardId: r.standard_id,
      name: r.name,
      requirements: r.requirements,
      reasons: likeness(title, r),
    }))
    .filter(r => nearness(r.reasons) > 0)
    .sort((a, b) => nearness(b.reasons) - nearness(a.reasons) || a.name.localeCompare(b.name, 'id'))
    .slice(0, most)
}
