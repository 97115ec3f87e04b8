import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { committeeRules } from './committee.rules.ts'
import { type Case, type StandingCommittee, unitCommitteeFor } from './committee-scope.model.ts'

/** Tier and units of people, as the scope of committees asks for them. */
export const casesOf = async (db: Db, employeeIds: readonly string[]): Promise<Map<string, Case>> =>
  new Map(
    (
      await db.rows<{ id: string; tier: string | null; units: string[] }>(
        sql`select p.id, p.tier, (with recursive up as (
              select u.id, u.parent_id, 0 as depth from workforce.v_units u where u.agency_id = p.agency_id and u.id = p.unit_id
              union all select u.id, u.parent_id, up.depth + 1 from workforce.v_units u join up on u.agency_id = p.agency_id and u.id = up.parent_id where up.depth < 12)
            select array_agg(up.id order by up.depth) from up) as units
          from workforce.v_people p where p.id = any (${[...employeeIds]}::uuid[])`,
      )
    ).map(r => [r.id, { tier: r.tier, units: r.units }]),
  )

/** Committees whose decree holds on a day. */
export const standingCommittees = (db: Db, on: string): Promise<StandingCommittee[]> =>
  db.rows<StandingCommittee>(
    sql`select id, unit_id as "unitId" from talent.committees where decreed_on <= ${on}::date and (valid_until is null or valid_until >= ${on}::date) order by decreed_on desc, id`,
  )

/** The committee of a perangkat daerah one person's case belongs to; null where it is the agency's. */
export const unitCommitteeOf = async (db: Db, employeeId: string): Promise<{ id: string; name: string } | null> => {
  const matter = (await casesOf(db, [employeeId])).get(employeeId)
  const id =
    matter && unitCommitteeFor(matter, await standingCommittees(db, db.on), committeeRules.on(db.on as Day).body.scope)
  return id ? db.find<{ id: string; name: string }>(sql`select id, name from talent.committees where id = ${id}`) : null
}
