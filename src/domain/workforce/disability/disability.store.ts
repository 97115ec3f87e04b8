import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Statement } from './disability.model.ts'

/** What is recorded of one person; row-level security shows it to that person alone. */
export const findStatement = (db: Db, employeeId: string): Promise<(Statement & { statedOn: Day }) | null> =>
  db.find<Statement & { statedOn: Day }>(
    sql`select is_disabled as "isDisabled", source, stated_on as "statedOn" from workforce.disability_statements where employee_id = ${employeeId}`,
  )
