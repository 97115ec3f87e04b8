import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'

/** One notice in a person's own list: a sentence in both languages and where it leads. Never a score or a box. */
export type Notice = { employeeId: string; text: string; textEn: string; href?: string | null }

/** Tells people in the product, in the same transaction. The use case names `platform.notices` among its `writes`. Returns how many were told. */
export const notify = (db: Db, notices: readonly Notice[]): Promise<number> =>
  db.insert(
    'platform.notices',
    notices.map(({ employeeId, text, textEn, href }) => ({
      agency_id: db.actor.agencyId,
      id: randomUUID(),
      employee_id: employeeId,
      text,
      text_en: textEn,
      href: href ?? null,
      created_at: new Date().toISOString(),
    })),
  )
