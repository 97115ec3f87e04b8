import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'

/** One notice in a person's own list: a sentence and where it leads. */
export type Notice = { employeeId: string; text: string; href?: string | null }

/** Tells people in the product, in the same transaction. The use case names `platform.notices` among its `writes`. Returns how many were told. */
export const notify = (db: Db, notices: readonly Notice[]): Promise<number> =>
  db.insert(
    'platform.notices',
    notices.map(({ employeeId, text, href }) => ({
      agency_id: db.actor.agencyId,
      id: randomUUID(),
      employee_id: employeeId,
      text,
      href: href ?? null,
      created_at: new Date().toISOString(),
    })),
  )
