import type { Day } from '#core/values/day.ts'
import { type Actor, systemActor } from '#platform/access/actor.ts'
import { type Database, type Db, sql } from '#platform/database/database.ts'

/** Long work with progress: a row that pages read while a worker does it. */
export type Work = {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  done: number
  total: number | null
  message: string | null
  result: unknown
  createdAt: string
  updatedAt: string
}

/**
 * Puts long work in the queue, inside the use case's own transaction: it begins only if that commits.
 * The use case names `platform.works` among its writes.
 */
export const queueWork = async (
  { db, actor, newId }: { db: Db; actor: Actor; newId(): string },
  name: string,
  input: unknown,
): Promise<string> => {
  const id = newId()
  await db.insert('platform.works', [
    {
      agency_id: actor.agencyId,
      id,
      name,
      state: 'waiting',
      done: 0,
      input,
      account_id: actor.accountId,
      created_at: new Date().toISOString(),
      updated_at: new Date().toISOString(),
    },
  ])
  return id
}

/** The work with this id, where the actor may see it. */
export const findWork = (db: Db, id: string): Promise<Work | null> =>
  db.find<Work>(
    sql`select id, name, state, done, total, message, result, created_at::text as "createdAt", updated_at::text as "updatedAt" from platform.works where id = ${id}`,
  )

export const listWorks = (db: Db, limit: number): Promise<Work[]> =>
  db.rows<Work>(
    sql`select id, name, state, done, total, message, result, created_at::text as "createdAt", updated_at::text as "updatedAt" from platform.works order by created_at desc limit ${limit}`,
  )

/** What a worker gets: the input, the agency as actor, and a place to tell how far it is. */
export type WorkContext = {
  database: Database
  actor: Actor
  workId: string
  input: unknown
  progress(done: number, total: number | null, message?: string): Promise<void>
  /** Becomes true when somebody stopped the work. A house that closes lets it come to its end. */
  isStopping(): boolean
}

export type WorkHandler = (context: WorkContext) => Promise<unknown>

export const workActor = (agencyId: string, on: Day): Actor => systemActor(agencyId, on)
