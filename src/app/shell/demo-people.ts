import type pg from 'pg'
import { type Role, systemActor } from '#platform/access/actor.ts'
import { type Database, sql } from '#platform/database/database.ts'
import { demoRoles } from './role-words.ts'
import { dayOfAgency, listAgencies } from './visit.ts'

export type DemoPerson = { role: Role; accountId: string; name: string; position: string | null }
/** `seats`: the other members of the committee and the other assessors, so that what several do together can be tried in several browsers. */
export type DemoAgency = {
  id: string
  name: string
  people: DemoPerson[]
  seats: DemoPerson[]
  employees: number
  units: number
}

/**
 * The ready-made person of each role in a demo agency: the account opened first among those that hold it.
 * Empty for every house without a demo agency.
 */
export const listDemoAgencies = async (database: Database, keeper: pg.Pool): Promise<DemoAgency[]> => {
  const demos = (await listAgencies(keeper)).filter(agency => agency.isDemo)
  return Promise.all(
    demos.map(agency =>
      database.as(
        systemActor(agency.id, dayOfAgency(agency)),
        async db => {
          const people = await db.rows<DemoPerson>(sql`
            select distinct on (r.role) r.role, a.id as "accountId", a.name, p.position_name as position
            from (
              select account_id, role from platform.account_roles
              union all
              (select id, 'asn' from platform.accounts a0 where employee_id is not null
                and not exists (select from platform.account_roles o where o.account_id = a0.id and o.role <> 'asn') order by created_at, id limit 1)
            ) r
            join platform.accounts a on a.id = r.account_id and a.is_active
            left join workforce.v_people p on p.id = a.employee_id
            order by r.role, (r.role = 'asn' and exists (select from platform.account_roles o where o.account_id = a.id and o.role <> 'asn')), a.created_at, a.id`)
          const seats = await db.rows<DemoPerson>(sql`
            select r.role, a.id as "accountId", a.name, p.position_name as position
            from platform.account_roles r join platform.accounts a on a.agency_id = r.agency_id and a.id = r.account_id and a.is_active
            left join workforce.v_people p on p.id = a.employee_id where r.role in ('committee', 'assessor') order by r.role = 'assessor', a.created_at, a.id limit 16`)
          const size = await db.one<{ employees: number; units: number }>(
            sql`select (select count(*) from workforce.v_people where state = 'active') as employees, (select count(*) from workforce.v_units where valid_until is null) as units`,
          )
          return {
            id: agency.id,
            name: agency.name,
            seats: seats.filter(seat => !people.some(p => p.accountId === seat.accountId)),
            people: demoRoles.flatMap(role => people.filter(person => person.role === role)),
            ...size,
          }
        },
        { readOnly: true },
      ),
    ),
  )
}
