import { type Db, sql } from '#platform/database/database.ts'

export type AuditRow = {
  seq: number
  at: string
  actorName: string
  role: string
  kind: 'act' | 'look'
  action: string
  subjectKind: string | null
  subjectId: string | null
  employeeName: string | null
  reason: string | null
}

export type AuditFilter = { kind?: string; action?: string; person?: string; before?: number; limit: number }

/** The trail, newest first, by sequence: what the reader may see. */
export const listAudit = (db: Db, filter: AuditFilter): Promise<AuditRow[]> =>
  db.rows<AuditRow>(sql`
    select a.seq, a.at::text as at, a.actor_name as "actorName", a.role, a.kind, a.action, a.subject_kind as "subjectKind", a.subject_id as "subjectId",
      e.name as "employeeName", a.reason
    from platform.audit_entries a
    left join workforce.v_people e on e.agency_id = a.agency_id and e.id = a.employee_id
    where (${filter.kind ?? null}::text is null or a.kind = ${filter.kind ?? null})
      and (${filter.action ?? null}::text is null or a.action = ${filter.action ?? null})
      and (${filter.person ?? null}::text is null or a.actor_name ilike '%' || ${filter.person ?? null} || '%' or e.name ilike '%' || ${filter.person ?? null} || '%')
      and (${filter.before ?? null}::bigint is null or a.seq < ${filter.before ?? null})
    order by a.seq desc limit ${filter.limit}`)

export const countAudit = async (db: Db): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*) as n from platform.audit_entries`)).n

export const listActions = async (db: Db): Promise<string[]> =>
  (await db.rows<{ action: string }>(sql`select distinct action from platform.audit_entries order by action`)).map(
    row => row.action,
  )
