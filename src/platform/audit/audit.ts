import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { type Database, type Db, sql } from '#platform/database/database.ts'

export type AuditEntry = {
  kind: 'act' | 'look'
  action: string
  subjectKind?: string
  subjectId?: string
  employeeId?: string | null
  reason?: string | null
  detail?: Record<string, unknown>
}

/** Appends to the agency's chain, in the present transaction. */
export const append = (db: Db, entry: AuditEntry): Promise<number> => {
  const { actor } = db
  return db.run(sql`select platform.append_audit(${actor.accountId}, ${actor.name}, ${actor.role}, ${entry.kind}, ${entry.action},
    ${entry.subjectKind ?? null}, ${entry.subjectId ?? null}, ${entry.employeeId ?? null}, ${entry.reason ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`)
}

/** The one write outside a use case: somebody opened what is about another person. One's own data is no look. */
export const look = async (database: Database, actor: Actor, entry: Omit<AuditEntry, 'kind'>): Promise<void> => {
  if (entry.employeeId && entry.employeeId === actor.employeeId) return
  await database.as(actor, db => append(db, { ...entry, kind: 'look' }))
}

type ChainRow = {
  agency_id: string
  seq: number
  moment: string
  account_id: string | null
  actor_name: string
  role: string
  kind: string
  action: string
  subject_kind: string | null
  subject_id: string | null
  employee_id: string | null
  reason: string | null
  detail: string
  previous_hash: string
  hash: string
}

/** Walks the chain and says where it breaks; computed here, not by the function that wrote it. */
export const verifyChain = async (db: Db): Promise<{ entries: number; brokenAt: number | null }> => {
  let previous = ''
  let entries = 0
  const query = sql`select agency_id, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as moment, account_id, actor_name, role, kind, action,
    subject_kind, subject_id, employee_id, reason, detail::text as detail, previous_hash, hash from platform.audit_entries order by seq`
  for await (const rows of db.pages<ChainRow>(query, 2000)) {
    for (const r of rows) {
      entries++
      const text = [
        previous,
        r.agency_id,
        r.seq,
        r.moment,
        r.account_id ?? '',
        r.actor_name,
        r.role,
        r.kind,
        r.action,
        r.subject_kind ?? '',
        r.subject_id ?? '',
        r.employee_id ?? '',
        r.reason ?? '',
        r.detail,
      ].join('|')
      const hash = createHash('sha256').update(text).digest('hex')
      if (r.seq !== entries || r.previous_hash !== previous || r.hash !== hash) return { entries, brokenAt: r.seq }
      previous = r.hash
    }
  }
  return { entries, brokenAt: null }
}

export type Look = { at: string; actorName: string; role: string; action: string }

/** Who has seen this person's data, newest first. */
export const listLooks = (db: Db, employeeId: string, limit: number): Promise<Look[]> =>
  db.rows<Look>(
    sql`select at::text as at, actor_name as "actorName", role, action from platform.audit_entries where employee_id = ${employeeId} and kind = 'look' order by seq desc limit ${limit}`,
  )
