import { type Db, sql } from '#platform/database/database.ts'

export type NoticeRow = {
  id: string
  text: string
  /** Null for what was told before notices had two languages. */
  textEn: string | null
  href: string | null
  createdAt: string
  readAt: string | null
}

/** A person's own notices: unread first, each newest first. */
export const listNotices = (db: Db, employeeId: string, { limit, skip }: { limit: number; skip: number }) =>
  db.rows<NoticeRow>(sql`
    select id, text, text_en as "textEn", href, created_at::text as "createdAt", read_at::text as "readAt" from platform.notices
    where employee_id = ${employeeId} order by read_at is not null, created_at desc, id limit ${limit} offset ${skip}`)

export const findNotice = (db: Db, employeeId: string, id: string): Promise<NoticeRow | null> =>
  db.find<NoticeRow>(sql`
    select id, text, text_en as "textEn", href, created_at::text as "createdAt", read_at::text as "readAt" from platform.notices
    where employee_id = ${employeeId} and id = ${id}`)

/** How many notices of a person were not read yet. */
export const countUnread = async (db: Db, employeeId: string): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from platform.notices where employee_id = ${employeeId} and read_at is null`,
    )
  ).n
