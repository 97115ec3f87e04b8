import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { placeFor, runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { startServer } from '../browser/running-server.ts'

/**
 * Once per run of the journeys: the product as a person starts it, on data of its own, the demo agency included.
 * The journeys find it at `ANYAM_BASE`. When that is set already (a product that runs), nothing is started.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ANYAM_BASE) return undefined
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-journey-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  const clean = () => {
    for (const place of new Set([folder, placeFor(folder)])) rmSync(place, { recursive: true, force: true })
  }
  try {
    const server = await startServer({ DATA_DIR: folder, LOG: 'off' })
    process.env.ANYAM_BASE = server.base
    return async () => {
      await server.stop()
      clean()
    }
  } catch (error) {
    clean()
    throw error
  }
}
