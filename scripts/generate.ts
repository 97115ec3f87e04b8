import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { readingRights } from '#platform/access/rights.ts'
import { startEmbedded } from '#platform/database/embedded/embedded-postgres.ts'
import { runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { migrate } from '#platform/database/migrate.ts'
import { rooms } from '#rooms'
import { screens } from '../src/app/routes.ts'
import { useCases } from '../src/app/use-cases.ts'
import { permissionsPage, routesPage, withMap } from './generate/pages.ts'
import { dumpSchema } from './generate/schema.ts'
import { notices } from './licences/licences.ts'

const root = path.resolve(import.meta.dirname, '..')

/** The present of a freshly migrated database: always of the embedded version, so that the text is the same on every machine. */
const schema = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-generate-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  const server = await startEmbedded({ dataDir: folder, settings: ['fsync=off'] })
  try {
    await migrate(server.owner)
    const client = new pg.Client({ connectionString: server.owner })
    await client.connect()
    try {
      return await dumpSchema(client)
    } finally {
      await client.end()
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const current = (file: string): string =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : ''

/** Everything that is generated and committed. */
export const generated = async (): Promise<Record<string, string>> => ({
  'schema.sql': await schema(),
  'docs/routes.md': routesPage(screens),
  'docs/permissions.md': permissionsPage(useCases, readingRights),
  'ARCHITECTURE.md': withMap(current('ARCHITECTURE.md'), rooms),
  'THIRD-PARTY-NOTICES.md': notices(root),
})

if (import.meta.main) {
  const isCheck = process.argv.includes('--check')
  const stale = Object.entries(await generated()).filter(([file, text]) => current(file) !== text)
  for (const [file, text] of stale) {
    if (!isCheck) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    process.stdout.write(isCheck ? `${file} is stale. Run: npm run generate\n` : `${file} written\n`)
  }
  if (stale.length === 0) process.stdout.write('everything generated is fresh\n')
  if (isCheck && stale.length > 0) process.exitCode = 1
}
