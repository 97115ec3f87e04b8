/* Builds the pages when the build is missing or older than what it is made from. Node 18, no packages. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, say, targetNode } from './prepare.mjs'

const stampFile = path.join(root, 'build', '.made-from')
const configs = ['package.json', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json']

/** Every source that can end up in a page; tests do not count. */
const sources = folder =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const at = path.join(folder, entry.name)
      if (entry.isDirectory()) return sources(at)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [at]
    })

const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of [
    ...configs.map(c => path.join(root, c)).filter(f => existsSync(f)),
    ...sources(path.join(root, 'src')),
  ])
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Builds when needed; the stamp is written last, so that a broken build is made again. */
export const buildIfStale = async () => {
  const now = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return
  say('Menyusun halaman …')
  const began = Date.now()
  rmSync(stampFile, { force: true })
  const bin = path.join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const entry = existsSync(bin) ? bin : path.join(root, 'node_modules', '@react-router', 'dev', 'bin.js')
  let said = ''
  const code = await new Promise((resolve, reject) => {
    const child = spawn(targetNode(), [entry, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said = (said + chunk).slice(-6000)))
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`Halaman tidak dapat disusun:\n${said}`)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, now)
  say(`Halaman tersusun dalam ${Math.round((Date.now() - began) / 1000)} detik.`)
}
