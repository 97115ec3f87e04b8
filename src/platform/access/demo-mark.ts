import type pg from 'pg'
import { lift } from '../database/backup.ts'

/** Agencies there are, and whether a demo among them was cut off while it was made. For the house at its start, as keeper. */
export const readAgencies = async (
  keeper: pg.Pool | pg.PoolClient,
): Promise<{ some: boolean; hasDemo: boolean; isHalfMade: boolean }> => {
  const { rows } = await keeper.query<{ demo: boolean; half: boolean }>(
    `select is_demo as demo, is_demo and not scope ? 'demoMade' as half from platform.agencies`,
  )
  return { some: rows.length > 0, hasDemo: rows.some(r => r.demo), isHalfMade: rows.some(r => r.half) }
}

/** The demo stands whole. */
export const markDemoMade = (keeper: pg.Pool | pg.PoolClient): Promise<unknown> =>
  keeper.query(`update platform.agencies set scope = scope || '{"demoMade": true}' where is_demo`)

/** One process at a time makes a demo or clears one away; a second waits, and then finds it made. */
export const alone = async <T>(keeper: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await keeper.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('anyam demo', 0))`)
    try {
      return await work(client)
    } finally {
      await client.query(`select pg_advisory_unlock(hashtextextended('anyam demo', 0))`)
    }
  } finally {
    client.release()
  }
}

/** Clears away a demo that was cut off while it was made, with all that hangs on it; other agencies keep every record. */
export const clearHalfMadeDemo = async (client: pg.PoolClient): Promise<void> => {
  await client.query('begin')
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
       where c.relkind = 'r' and n.nspname <> 'jobs' and pg_get_userbyid(c.relowner) = current_user
       order by (c.relname = 'agencies'), 1`,
    )
    const putBack = await lift(
      client,
      tables.map(t => t.name),
    )
    for (const { name } of tables)
      await client.query(
        `delete from ${name} where agency_id in (select agency_id from platform.agencies where is_demo and not scope ? 'demoMade')`,
      )
    await putBack()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
