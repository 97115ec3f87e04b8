import { randomUUID } from 'node:crypto'
import type { Day } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'

/** One notice in a person's own list: a sentence in both languages and where it leads. Never a score or a box. */
export type Notice = { employeeId: string; text: string; textEn: string; href?: string | null }

const dayLength = 24 * 3600 * 1000

/** Now; on a day that stands still (a demo's calendar, acts of the past) the same hour of that day. */
const momentOn = (on: Day): string => {
  const now = new Date()
  const isToday = Math.abs(Date.parse(`${on}T12:00:00Z`) - now.getTime()) <= 1.5 * dayLength
  return isToday ? now.toISOString() : `${on}T${now.toISOString().slice(11)}`
}

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
      created_at: momentOn(db.on),
    })),
  )
