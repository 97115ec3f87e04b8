import { type Db, sql } from '#platform/database/database.ts'

export type PersonChoice = { id: string; name: string; unit: string; supervisor_id: string | null }

/** People whom the reader may choose (RLS: oneself, the team, the agency), by name or NIP; a programme's participants first. */
export const listPeopleToChoose = (
  db: Db,
  filter: { search?: string; programmeId?: string; ids?: readonly string[]; limit?: number },
): Promise<PersonChoice[]> =>
  db.rows<PersonChoice>(sql`select p.id, p.name, p.unit_short_name as unit, p.supervisor_id from workforce.v_people p
    where p.state = 'active'
      and (${filter.search ?? null}::text is null or lower(p.name) like '%' || lower(${filter.search ?? null}) || '%' or p.nip like ${filter.search ?? null} || '%')
      and (${filter.programmeId ?? null}::uuid is null or exists (select 1 from planning.v_programme_people q where q.agency_id = p.agency_id and q.employee_id = p.id and q.programme_id = ${filter.programmeId ?? null} and q.role = 'participant' and q.is_chosen and q.left_on is null))
      and (${filter.ids ?? null}::uuid[] is null or p.id = any (${filter.ids ?? null}))
    order by lower(p.name), p.id limit ${filter.limit ?? 50}`)

/** Programmes whose participants may be chosen. */
export const listProgrammesToChoose = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.rows(sql`select id, name from planning.v_programmes where state <> 'closed' order by starts_on desc, name`)
