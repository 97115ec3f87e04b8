import pg from 'pg'
import { type Actor, type Role, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp } from '#platform/database/database.ts'
import { type OpenedDatabase, openDatabase } from '#platform/database/embedded/open-database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type AgencyRow, dayOfAgency, listAgencies } from '../shell/visit.ts'
import { useCases } from '../use-cases.ts'
import { type Arguments, BadInput, optionText } from './arguments.ts'
import type { Terminal } from './command.ts'

export type OpenHouse = { opened: OpenedDatabase; database: Database; keeper: pg.Pool; agencies: AgencyRow[] }

/** Opens the database that the environment names, brought to the present, for one command; lets go of it afterwards. */
export const withHouse = async <T>(terminal: Terminal, work: (house: OpenHouse) => Promise<T>): Promise<T> => {
  const opened = await openDatabase(terminal.env)
  const { applied } = await migrate(opened.owner)
  // A running server keeps its own catalogue of rights: it is written only when the history moved or none is there.
  const keeper = new pg.Pool({ connectionString: opened.owner, max: 2, application_name: 'anyam command' })
  keeper.on('error', () => undefined)
  const database = openDatabaseAsApp(opened.app, { max: 4 })
  try {
    const { rowCount } = await keeper.query('select from platform.use_case_tables limit 1')
    if (applied.length > 0 || rowCount === 0) await syncRights(opened.owner, useCases)
    return await work({ opened, database, keeper, agencies: await listAgencies(keeper) })
  } finally {
    await database.close()
    await keeper.end()
    await opened.stop()
  }
}

/** The agency meant by `--agency` (name, short name or id); the only one when there is one. */
export const pickAgency = (agencies: readonly AgencyRow[], given: Arguments): AgencyRow => {
  const wanted = optionText(given, 'agency')
  if (agencies.length === 0)
    throw new BadInput('Belum ada instansi. Pasang dahulu: anyam agency add --name "Kabupaten Contoh"')
  if (!wanted) {
    if (agencies.length === 1) return agencies[0]
    throw new BadInput(
      `Ada ${agencies.length} instansi. Sebut satu dengan --agency: ${agencies.map(a => `"${a.shortName}"`).join(', ')}.`,
    )
  }
  const found = agencies.filter(
    a =>
      a.id === wanted ||
      a.name.toLowerCase() === wanted.toLowerCase() ||
      a.shortName.toLowerCase() === wanted.toLowerCase(),
  )
  if (found.length !== 1)
    throw new BadInput(
      `Instansi "${wanted}" tidak ditemukan. Yang ada: ${agencies.map(a => `"${a.shortName}"`).join(', ')}.`,
    )
  return found[0]
}

/** Who acts at a terminal: the agency itself, or a role that only reads. */
export const terminalActor = (agency: AgencyRow, role: Role = 'system'): Actor => ({
  ...systemActor(agency.id, dayOfAgency(agency)),
  name: 'Terminal',
  role,
})

export const withAgency = <T>(
  given: Arguments,
  terminal: Terminal,
  work: (house: OpenHouse & { agency: AgencyRow }) => Promise<T>,
): Promise<T> => withHouse(terminal, house => work({ ...house, agency: pickAgency(house.agencies, given) }))
