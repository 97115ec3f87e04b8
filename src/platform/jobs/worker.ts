import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Actor } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { ModuleName } from '#platform/web/screen.ts'
import type { Nightly } from './listener.ts'
import type { WorkHandler } from './work.ts'

export type JobAgency = { id: string; actor: Actor; modules: ReadonlySet<ModuleName>; timeZone: string }

export type Worker = { stop(): Promise<void> }

const workQueue = 'long-work'
const nightQueue = 'night'

/** A house that closes waits so long for work that runs; what is cut off begins anew at the next start. */
const longestWaitMs = 10 * 60_000

/**
 * Does long work and the nightly timetable. pg-boss gives each piece to one process only; the row in `platform.works` is what
 * people see. Who does a work holds a lock that dies with the process, so that work cut off by a crash is found and done again.
 */
export const startWorker = async (options: {
  owner: string
  database: Database
  keeper: pg.Pool
  handlers: Record<string, WorkHandler>
  timetable: readonly Nightly[]
  agencies(): Promise<JobAgency[]>
  onFault(what: string, error: unknown): void
}): Promise<Worker> => {
  const { database, keeper, handlers } = options
  const boss = new PgBoss({ connectionString: options.owner, schema: 'jobs', max: 3, application_name: 'anyam jobs' })
  boss.on('error', error => options.onFault('jobs', error))
  await boss.start()
  await boss.createQueue(workQueue, { retryLimit: 1, expireInSeconds: 3600 })
  await boss.createQueue(nightQueue, { retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 })
  let isStopping = false
  const running = new Set<Promise<void>>()

  const takeWork = async (job: { agencyId: string; workId: string }): Promise<void> => {
    if (isStopping) {
      // Left for the next start: a new moment makes it a new piece for the queue.
      await keeper.query('update platform.works set updated_at = now() where agency_id = $1 and id = $2', [
        job.agencyId,
        job.workId,
      ])
      return
    }
    const holder = await keeper.connect()
    try {
      const { rows } = await holder.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [job.workId])
      if (!rows[0].mine) return
      try {
        await runWork(job)
      } finally {
        await holder.query('select pg_advisory_unlock(hashtextextended($1, 0))', [job.workId])
      }
    } finally {
      holder.release()
    }
  }

  const runWork = async ({ agencyId, workId }: { agencyId: string; workId: string }) => {
    const agency = (await options.agencies()).find(a => a.id === agencyId)
    const { rows } = await keeper.query(
      `update platform.works set state = 'running', updated_at = now() where agency_id = $1 and id = $2 and state in ('waiting', 'running') returning name, input`,
      [agencyId, workId],
    )
    if (!agency || !rows[0]) return
    const set = (state: string, result: unknown, message: string | null) =>
      keeper.query(
        `update platform.works set state = $3, result = $4::jsonb, message = coalesce($5, message), updated_at = now() where agency_id = $1 and id = $2`,
        [agencyId, workId, state, JSON.stringify(result ?? null), message],
      )
    const handler = handlers[rows[0].name as string]
    if (!handler) {
      await set('failed', null, 'Pekerjaan ini tidak dikenal oleh versi yang berjalan.')
      return
    }
    let isStopped = false
    try {
      const result = await handler({
        database,
        actor: agency.actor,
        workId,
        input: rows[0].input,
        async progress(done, total, message) {
          const { rows: now } = await keeper.query(
            `update platform.works set done = $3, total = $4, message = coalesce($5, message), updated_at = now() where agency_id = $1 and id = $2 returning state`,
            [agencyId, workId, done, total, message ?? null],
          )
          isStopped = now[0]?.state === 'stopped'
        },
        isStopping: () => isStopped,
      })
      if (!isStopped) await set('done', result, null)
    } catch (error) {
      options.onFault(`work ${rows[0].name}`, error)
      const isRefusal = error instanceof Error && error.name === 'Refusal'
      await set('failed', null, isRefusal ? error.message : 'Pekerjaan terhenti karena kesalahan. Data tidak berubah.')
    }
  }

  await boss.work<{ agencyId: string; workId: string }>(workQueue, { pollingIntervalSeconds: 1 }, async jobs => {
    for (const job of jobs) {
      const work = takeWork(job.data).finally(() => running.delete(work))
      running.add(work)
      await work
    }
  })

  // Running, yet nobody holds its lock: its process is gone.
  const findOrphans = () =>
    keeper.query(
      `with running as materialized (select agency_id, id from platform.works where state = 'running'),
         free as materialized (select agency_id, id from running where pg_try_advisory_xact_lock(hashtextextended(id::text, 0)))
       update platform.works w set state = 'waiting', done = 0, updated_at = now() from free f where w.agency_id = f.agency_id and w.id = f.id`,
    )
  await findOrphans()
  const orphanTimer = setInterval(() => {
    if (!isStopping) findOrphans().catch(error => options.onFault('work cut off', error))
  }, 60_000)
  orphanTimer.unref()

  // Work is queued as a row in its use case's own transaction; here it is handed to the queue.
  const handOver = async () => {
    const { rows } = await keeper.query(
      `select agency_id, id, extract(epoch from updated_at)::text as moment from platform.works where state = 'waiting' order by created_at limit 20`,
    )
    for (const row of rows)
      await boss.send(
        workQueue,
        { agencyId: row.agency_id, workId: row.id },
        { singletonKey: `${row.id} ${row.moment}`, singletonSeconds: 3600 },
      )
  }
  const timer = setInterval(() => {
    if (!isStopping) handOver().catch(error => options.onFault('hand over', error))
  }, 1000)
  timer.unref()

  await boss.work<{ agencyId: string }>(nightQueue, { pollingIntervalSeconds: 30 }, async jobs => {
    const agencies = await options.agencies()
    for (const job of jobs) {
      const agency = agencies.find(a => a.id === job.data.agencyId)
      if (!agency) continue
      for (const entry of options.timetable) {
        if (entry.module && !agency.modules.has(entry.module)) continue
        await entry.run(database, agency.actor).catch(error => options.onFault(`night ${entry.name}`, error))
      }
    }
  })
  for (const agency of await options.agencies())
    await boss.schedule(nightQueue, '30 1 * * *', { agencyId: agency.id }, { tz: agency.timeZone, key: agency.id })

  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      clearInterval(orphanTimer)
      const tooLong = new Promise<void>(resolve => setTimeout(resolve, longestWaitMs).unref())
      await Promise.race([Promise.allSettled(running), tooLong])
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
