import type pg from 'pg'
import type { Actor } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { ModuleName } from '#platform/web/screen.ts'
import type { Listener } from './listener.ts'

export type OutboxAgency = { actor: Actor; modules: ReadonlySet<ModuleName> }

export type Outbox = {
  /** Handles what waits now; returns how many events it took. */
  sweep(): Promise<number>
  stop(): Promise<void>
}

const mostAttempts = 6

type Waiting = { agency_id: string; id: string; type: string; payload: Record<string, unknown>; attempts: number }

/**
 * Brings events to their listeners, oldest first, one event at a time across all processes.
 * An event whose listener fails is tried again later, with the reason kept; after six times it stays for a person to see.
 */
export const startOutbox = (options: {
  database: Database
  keeper: pg.Pool
  listeners: readonly Listener[]
  agency(id: string): Promise<OutboxAgency | null>
  everyMs?: number
  onFault(event: string, error: unknown): void
}): Outbox => {
  const { database, keeper, listeners } = options
  const heard = [...new Set(listeners.map(l => l.event))]
  let isStopping = false
  let running: Promise<number> | null = null

  const takeOne = async (): Promise<boolean> => {
    const client = await keeper.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<Waiting>(
        `select agency_id, id, type, payload, attempts from platform.outbox
         where handled_at is null and attempts < $1 and (attempts = 0 or occurred_at < now() - make_interval(secs => 30 * attempts))
         order by occurred_at limit 1 for update skip locked`,
        [mostAttempts],
      )
      const event = rows[0]
      if (!event) {
        await client.query('commit')
        return false
      }
      let failure: string | null = null
      const agency = heard.includes(event.type) ? await options.agency(event.agency_id) : null
      if (agency)
        for (const listener of listeners) {
          if (listener.event !== event.type || (listener.module && !agency.modules.has(listener.module))) continue
          try {
            await listener.handle(database, agency.actor, event.id, event.payload)
          } catch (error) {
            failure = `${listener.name}: ${error instanceof Error ? error.message : String(error)}`
            options.onFault(`${event.type} -> ${listener.name}`, error)
          }
        }
      await client.query(
        `update platform.outbox set attempts = attempts + 1, failure = $3, handled_at = case when $3::text is null then now() end
         where agency_id = $1 and id = $2`,
        [event.agency_id, event.id, failure],
      )
      await client.query('commit')
      return true
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }

  const sweep = (): Promise<number> => {
    running ??= (async () => {
      let taken = 0
      try {
        while (!isStopping && (await takeOne())) taken++
      } finally {
        running = null
      }
      return taken
    })()
    return running
  }

  const timer = setInterval(() => {
    if (!isStopping) sweep().catch(error => options.onFault('outbox', error))
  }, options.everyMs ?? 2000)
  timer.unref()

  return {
    sweep,
    async stop() {
      isStopping = true
      clearInterval(timer)
      await running?.catch(() => undefined)
    },
  }
}
