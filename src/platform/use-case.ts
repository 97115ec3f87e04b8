import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { type Actor, type Role, rolesOf, type Scope } from '#platform/access/actor.ts'
import { append } from '#platform/audit/audit.ts'
import { type Database, type Db, setNamedRight, sql } from '#platform/database/database.ts'
import { notAllowed, Refusal } from '#platform/refusal.ts'

/** An event for the outbox: past tense, told in the same transaction. */
export type Event = { type: string; payload: Record<string, unknown> }

/** What the audit trail keeps of an act. */
export type AuditNote = {
  subjectKind?: string
  subjectId?: string
  employeeId?: string | null
  reason?: string | null
  detail?: Record<string, unknown>
}

export type Context<I> = {
  input: I
  db: Db
  actor: Actor
  on: Day
  newId(): string
  /** Tells later rooms, in the same transaction. */
  announce(event: Event): void
  /** Adds to this act's audit entry. */
  note(note: AuditNote): void
  /** Calls an earlier room's use case inside this transaction, under that use case's own named right. */
  call<J, S>(useCase: UseCase<J, S>, input: J): Promise<S>
}

export type UseCase<I, R> = {
  /** Verb phrase in kebab-case, the file's name. */
  name: string
  room: string
  /** Who may, and how far; `{}` when only other use cases call it. */
  permission: Partial<Record<Role, Scope>>
  /** Tables it reads beyond the actor's own rights. */
  reads?: readonly string[]
  /** Tables it may write; row-level security refuses every other. */
  writes: readonly string[]
  /** Use cases that may call it in their transaction. */
  calledBy?: readonly string[]
  input: z.ZodType<I>
  /** An input that passes, for the generic tests; null when it needs prepared data. */
  example?: unknown
  run(context: Context<I>): Promise<R>
}

/** Declares something the agency does. The declaration is also the row of the rights table. */
export const useCase = <I, R>(definition: UseCase<I, R>): UseCase<I, R> => definition

const fieldMessages = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.map(issue => [issue.path.join('.') || '_', issue.message]))

/** Checks input against the schema; messages are the schema's own, one per field. */
export const parseInput = <I>(schema: z.ZodType<I>, input: unknown): I => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', { fields: fieldMessages(parsed.error) })
}

const runInside = async <I, R>(uc: UseCase<I, R>, rawInput: unknown, db: Db, caller: string | null): Promise<R> => {
  const input = parseInput(uc.input, rawInput)
  await setNamedRight(db, uc.name, caller)
  const events: Event[] = []
  let note: AuditNote = {}
  const result = await uc.run({
    input,
    db,
    actor: db.actor,
    on: db.on,
    newId: randomUUID,
    announce: event => void events.push(event),
    note: more => {
      note = { ...note, ...more, detail: { ...note.detail, ...more.detail } }
    },
    async call(callee, calleeInput) {
      if (!callee.calledBy?.includes(uc.name))
        throw new Error(`${callee.name} does not name ${uc.name} among its callers`)
      try {
        return await runInside(callee, calleeInput, db, uc.name)
      } finally {
        await setNamedRight(db, uc.name, caller)
      }
    },
  })
  await append(db, { kind: 'act', action: uc.name, ...note })
  for (const event of events)
    await db.run(
      sql`insert into platform.outbox (agency_id, id, type, payload) values (${db.actor.agencyId}, ${randomUUID()}, ${event.type}, ${JSON.stringify(event.payload)}::jsonb)`,
    )
  return result
}

/**
 * Runs a use case for an actor: permission, input, one transaction, audit, events.
 * `requestKey` makes the same request act once: the second answer is the first one's.
 */
export const execute = async <I, R>(
  database: Database,
  actor: Actor,
  uc: UseCase<I, R>,
  input: unknown,
  options: { requestKey?: string } = {},
): Promise<R> => {
  if (!rolesOf(actor).some(role => uc.permission[role])) throw notAllowed()
  parseInput(uc.input, input)
  const key = options.requestKey
    ? createHash('sha256').update(`${uc.name}|${actor.accountId}|${options.requestKey}`).digest('hex')
    : null
  return database.as(actor, async db => {
    if (key) {
      const fresh = await db.run(
        sql`insert into platform.requests (agency_id, key, use_case) values (${actor.agencyId}, ${key}, ${uc.name}) on conflict do nothing`,
      )
      if (fresh === 0) {
        const done = await db.one<{ result: R }>(sql`select result from platform.requests where key = ${key}`)
        return done.result
      }
    }
    const result = await runInside(uc, input, db, null)
    if (key)
      await db.run(
        sql`update platform.requests set result = ${JSON.stringify(result ?? null)}::jsonb where key = ${key}`,
      )
    return result
  })
}

/** Zod pieces with Indonesian messages, used by every input. */
export const field = {
  id: (what = 'Pilihan') =>
    z.string({ error: `${what} wajib dipilih.` }).uuid({ error: `${what} tidak dikenal. Pilih dari daftar.` }),
  text: (what: string, max = 2000) =>
    z
      .string({ error: `${what} wajib diisi.` })
      .trim()
      .min(1, { error: `${what} wajib diisi.` })
      .max(max, { error: `${what} paling panjang ${max} huruf.` }),
  day: (what: string) =>
    z
      .string({ error: `${what} wajib diisi.` })
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: `${what} bukan tanggal yang sah. Contoh: 24-11-2026.` }),
  whole: (what: string, min: number, max: number) =>
    z.coerce
      .number({ error: `${what} harus berupa angka.` })
      .int({ error: `${what} harus bilangan bulat.` })
      .min(min, { error: `${what} paling sedikit ${min}.` })
      .max(max, { error: `${what} paling banyak ${max}.` }),
  reason: () =>
    z
      .string({ error: 'Alasan wajib diisi.' })
      .trim()
      .min(10, { error: 'Tuliskan alasan sekurang-kurangnya 10 huruf, agar dapat dipahami kemudian.' })
      .max(2000),
}
