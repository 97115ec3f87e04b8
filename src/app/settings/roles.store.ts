import { type Db, sql } from '#platform/database/database.ts'

export type AccountRow = {
  id: string
  name: string
  isActive: boolean
  hasSignIn: boolean
  employeeId: string | null
  nip: string | null
  roles: { role: string; until: string | null }[]
}

/** Accounts by name after a key; `role` and `search` narrow. No score, no assessment: an administrator has no business there. */
export const listAccounts = (
  db: Db,
  filter: { role?: string; search?: string; after?: string; limit: number },
): Promise<AccountRow[]> =>
  db.rows<AccountRow>(sql`
    select a.id, a.name, a.is_active as "isActive", a.user_id is not null as "hasSignIn", a.employee_id as "employeeId", e.nip,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'until', r.valid_until) order by r.role) from platform.account_roles r
        where r.agency_id = a.agency_id and r.account_id = a.id), '[]') as roles
    from platform.accounts a
    left join workforce.v_names e on e.agency_id = a.agency_id and e.id = a.employee_id
    where (${filter.search ?? null}::text is null or a.name ilike '%' || ${filter.search ?? null} || '%' or e.nip = ${filter.search ?? null})
      and (${filter.role ?? null}::text is null or exists (select from platform.account_roles r where r.agency_id = a.agency_id and r.account_id = a.id and r.role = ${filter.role ?? null}))
      and (${filter.after ?? null}::text is null or a.name || a.id > ${filter.after ?? null})
    order by a.name || a.id limit ${filter.limit}`)

export const countAccounts = async (db: Db): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*) as n from platform.accounts`)).n

export const findAccount = async (db: Db, id: string): Promise<AccountRow | null> =>
  db.find<AccountRow>(sql`
    select a.id, a.name, a.is_active as "isActive", a.user_id is not null as "hasSignIn", a.employee_id as "employeeId", e.nip,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'until', r.valid_until) order by r.role) from platform.account_roles r
        where r.agency_id = a.agency_id and r.account_id = a.id), '[]') as roles
    from platform.accounts a left join workforce.v_names e on e.agency_id = a.agency_id and e.id = a.employee_id where a.id = ${id}`)

/** People without an account, by name: whom one may open an account for. */
export const listPeopleWithoutAccount = (
  db: Db,
  search: string,
): Promise<{ id: string; name: string; nip: string }[]> =>
  db.rows(sql`
    select e.id, e.name, e.nip from workforce.v_names e
    where e.state = 'active' and (e.name ilike '%' || ${search} || '%' or e.nip = ${search})
      and not exists (select from platform.accounts a where a.agency_id = e.agency_id and a.employee_id = e.id)
    order by e.name limit 20`)
