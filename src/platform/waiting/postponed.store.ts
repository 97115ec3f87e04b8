import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** What a person has put off, with the day it comes back. */
export const listPostponed = async (db: Db, employeeId: string | null): Promise<Map<string, Day>> =>
  employeeId === null
    ? new Map()
    : new Map(
        (
          await db.rows<{ key: string; until: Day }>(
            sql`select key, until from platform.postponements where employee_id = ${employeeId} and until > ${db.on}`,
          )
        ).map(row => [row.key, row.until]),
      )
