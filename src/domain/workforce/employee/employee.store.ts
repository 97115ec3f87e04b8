import { type Db, sql } from '#platform/database/database.ts'

export type Person = {
  id: string
  nip: string
  name: string
  employment: string
  sex: 'L' | 'P' | null
  birth_on: string | null
  rank: string | null
  education_level: string | null
  education_field: string | null
  is_field_matching: boolean | null
  unit_id: string
  unit_name: string
  unit_short_name: string
  position_id: string | null
  position_name: string | null
  tier: string | null
  family: string | null
  position_since: string | null
  supervisor_id: string | null
  supervisor_name: string | null
  state: string
  hired_on: string | null
}

const columns = sql`e.id, e.nip, e.name, e.employment, e.sex, e.birth_on, e.rank, e.education_level, e.education_field, e.is_field_matching,
  e.unit_id, e.unit_name, e.unit_short_name, e.position_id, e.position_name, e.tier, e.family, e.position_since, e.supervisor_id, e.state, e.hired_on`

export const findPerson = (db: Db, employeeId: string): Promise<Person | null> =>
  db.find<Person>(sql`select ${columns}, s.name as supervisor_name from workforce.v_people e
    left join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id where e.id = ${employeeId}`)

export type PersonFilter = {
  search?: string | null
  unitId?: string | null
  tier?: string | null
  employment?: string | null
  /** active (default) or left. */
  state?: string | null
}

const matching = (f: PersonFilter) => {
  const word = f.search?.trim()
    ? `%${f.search
        .trim()
        .toLowerCase()
        .replace(/[%_\\]/g, '\\$&')}%`
    : null
  return sql`e.state = ${f.state || 'active'}
    and (${word}::text is null or lower(e.name) like ${word} or e.nip like ${word} or lower(e.position_name) like ${word})
    and (${f.unitId || null}::uuid is null or e.unit_id = ${f.unitId || null}::uuid)
    and (${f.tier || null}::text is null or e.tier = ${f.tier || null})
    and (${f.employment || null}::text is null or e.employment = ${f.employment || null})`
}

/** People by name, a page at a time: `after` and `before` are the key (name, id) of the neighbouring page's edge. */
export const listPeople = async (
  db: Db,
  filter: PersonFilter,
  page: { after?: [string, string] | null; before?: [string, string] | null; size: number },
): Promise<Person[]> => {
  const [name, id] = page.before ?? page.after ?? ['', '00000000-0000-0000-0000-000000000000']
  const edge = page.before
    ? sql`(lower(e.name), e.id) < (${name}, ${id}::uuid)`
    : sql`(lower(e.name), e.id) > (${name}, ${id}::uuid)`
  const rows = await db.rows<Person>(sql`select ${columns}, s.name as supervisor_name from workforce.v_people e
    left join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id
    where ${matching(filter)} and ${edge}
    order by lower(e.name) ${sql.raw(page.before ? 'desc' : 'asc')}, e.id ${sql.raw(page.before ? 'desc' : 'asc')} limit ${page.size}`)
  return page.before ? rows.reverse() : rows
}

export const countPeople = async (db: Db, filter: PersonFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from workforce.v_people e where ${matching(filter)}`)).n

/** Every matching person for a file, by a cursor. */
export const peopleInPages = (db: Db, filter: PersonFilter): AsyncGenerator<Person[]> =>
  db.pages<Person>(
    sql`select ${columns}, s.name as supervisor_name from workforce.v_people e
      left join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id
      where ${matching(filter)} order by lower(e.name), e.id`,
    1000,
  )

export const listTiers = async (db: Db): Promise<string[]> =>
  (
    await db.rows<{ tier: string }>(
      sql`select distinct tier from workforce.v_people where tier is not null order by tier`,
    )
  ).map(r => r.tier)
