import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** PostgreSQL refuses to run as root; then it runs as this user and group (nobody). */
export const serverUser = { uid: 65534, gid: 65534 } as const

export const runsAsRoot = (): boolean => process.getuid?.() === 0

/** May the server's user enter this folder and every folder above it? Folders that do not exist yet are judged by the nearest one that does. */
export const isReachableByServer = (folder: string): boolean => {
  let at = path.resolve(folder)
  while (!existsSync(at)) at = path.dirname(at)
  for (;;) {
    const { mode, uid } = statSync(at)
    const may = uid === serverUser.uid ? mode & 0o100 : mode & 0o001
    if (!may) return false
    const up = path.dirname(at)
    if (up === at) return true
    at = up
  }
}

/**
 * The folder that holds the server's data, its log and its secrets.
 * `DATA_DIR` itself; as root, where the server's user cannot enter `DATA_DIR`, a folder of its own under /var/lib/anyam.
 */
export const placeFor = (dataDir: string): string => {
  const wanted = path.resolve(dataDir)
  if (!runsAsRoot() || isReachableByServer(wanted)) return wanted
  return `/var/lib/anyam/data-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`
}

/** Makes the folder; as root it belongs to the server's user, who writes in it. */
export const makePlace = (folder: string): void => {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
}
