import pg from 'pg'
import { useCases } from '#app/use-cases.ts'
import { syncRights } from '#platform/access/rights.ts'
import { migrate } from '#platform/database/migrate.ts'

/** A migrated database of that name on the server, and the ways in for its owner and for the product. */
export const createBenchDatabase = async (
  server: { superuser: string; owner: string; app: string },
  name: string,
): Promise<{ owner: string; app: string }> => {
  const inDatabase = (url: string) => {
    const to = new URL(url)
    to.pathname = `/${name}`
    return to.href
  }
  const keeper = new pg.Client({ connectionString: server.superuser })
  await keeper.connect()
  await keeper.query(`create database ${name} owner anyam_owner`)
  await keeper.end()
  const owner = inDatabase(server.owner)
  await migrate(owner)
  await syncRights(owner, useCases)
  return { owner, app: inDatabase(server.app) }
}
