/*
 * npm test [-- part ...]: every proof of the product, or the named parts of it. Ends with one line `N passed, N failed`.
 * Installs what is missing first (packages; as root on Debian also PostgreSQL 15 and Chromium). Node 18, no packages.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfStale } from './build.mjs'
import { prepare, root, say, targetNode } from './prepare.mjs'

process.chdir(root)
const folder = mkdtempSync(path.join(tmpdir(), 'anyam-npm-test-'))
const total = { passed: 0, failed: 0 }
const failures = []

const add = (part, passed, failed, began, skipped = 0) => {
  total.passed += passed
  total.failed += failed
  const seconds = Math.round((Date.now() - began) / 1000)
  say(`== ${part}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds} s)`)
  if (failed > 0) failures.push(part)
}

const run = (args, env = {}) =>
  new Promise(resolve => {
    const child = spawn(targetNode(), ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.once('error', error => {
      say(error.message)
      resolve(1)
    })
    child.once('close', resolve)
  })
const packageFile = (...parts) => path.join(root, 'node_modules', ...parts)

/** One command that either holds or does not. */
const check = async (part, steps) => {
  const began = Date.now()
  for (const args of steps)
    if ((await run(args)) !== 0) {
      add(part, 0, 1, began)
      return
    }
  add(part, 1, 0, began)
}

/** Which part a test file of the unit project belongs to. */
const partOf = file =>
  file.includes('/scripts/arrows/')
    ? 'arrows'
    : file.includes('/scripts/licences/')
      ? 'licences'
      : /\/scripts\/rules\/|\/src\/platform\/rules\/|\/src\/core\/rule-set\//.test(file)
        ? 'rules'
        : 'unit'
const filters = {
  arrows: ['scripts/arrows/'],
  licences: ['scripts/licences/'],
  rules: ['scripts/rules/', 'src/platform/rules/', 'src/core/rule-set/'],
}

/** Where the time of a part went: its longest files. */
const tellSlowest = files => {
  const took = files
    .map(f => ({ name: path.relative(root, f.name), seconds: Math.round((f.endTime - f.startTime) / 1000) }))
    .sort((a, b) => b.seconds - a.seconds)
  say(
    `   longest: ${took
      .slice(0, 6)
      .map(f => `${f.name} ${f.seconds} s`)
      .join(', ')}`,
  )
}

/** Runs one vitest project and counts from its own report. A file that does not even load counts as one failure. */
const vitest = async (project, label, { only = [], wanted = null, env = {} } = {}) => {
  const began = Date.now()
  const report = path.join(folder, `${label.replace(/\W/g, '-')}.json`)
  const code = await run(
    [
      packageFile('vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...only,
    ],
    env,
  )
  if (!existsSync(report)) {
    add(label, 0, 1, began)
    return
  }
  const counts = new Map()
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults
  tellSlowest(files)
  for (const file of files) {
    const part = wanted ? partOf(file.name.replaceAll('\\', '/')) : label
    const count = counts.get(part) ?? { passed: 0, failed: 0, skipped: 0 }
    counts.set(part, count)
    for (const { status } of file.assertionResults)
      if (status === 'passed') count.passed++
      else if (status === 'failed') count.failed++
      else count.skipped++
    if (file.status === 'failed' && !file.assertionResults.some(a => a.status === 'failed')) count.failed++
  }
  let isAnyFailed = false
  for (const part of wanted ?? [label]) {
    const count = counts.get(part)
    // A part without tests proves nothing.
    add(
      part,
      count?.passed ?? 0,
      count ? count.failed + (count.passed + count.failed === 0 ? 1 : 0) : 1,
      began,
      count?.skipped,
    )
    if (!count || count.failed > 0) isAnyFailed = true
  }
  if (code !== 0 && !isAnyFailed && counts.size > 0 && (!wanted || wanted.length === 4))
    add(`${label} (run)`, 0, 1, began)
}

/** Debian packages, when this is root on Debian; says what to do otherwise. */
const ensure = (what, isThere, packages) => {
  if (isThere()) return true
  const isRoot = process.getuid?.() === 0
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (isRoot && hasApt) {
    say(`Installing ${packages.join(' ')} …`)
    const apt = args =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
    if (isThere()) return true
  }
  say(`${what} is missing. Install it: apt-get install --no-install-recommends ${packages.join(' ')}`)
  return false
}
const hasPostgres15 = () => existsSync('/usr/lib/postgresql/15/bin/initdb')
const hasChromium = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(
    p => p && existsSync(p),
  )

const unitParts = ['arrows', 'licences', 'rules', 'unit']
const parts = ['types', 'lint', ...unitParts, 'generated', 'bundle', 'store', 'journey']
const asked = process.argv.slice(2)
const unknown = asked.filter(a => !parts.includes(a))
if (unknown.length > 0) {
  process.stderr.write(`No part named ${unknown.join(', ')}. Parts: ${parts.join(', ')}\n`)
  process.exit(2)
}
const chosen = new Set(asked.length > 0 ? asked : parts)
const began = Date.now()
let isHeld = true
try {
  const lock = readFileSync('package-lock.json')
  await prepare()
  const reactRouter =
    ['bin.cjs', 'bin.js'].map(f => packageFile('@react-router', 'dev', f)).find(f => existsSync(f)) ?? ''
  if (chosen.has('types'))
    await check('types', [
      [reactRouter, 'typegen'],
      [packageFile('typescript', 'bin', 'tsc'), '--noEmit'],
    ])
  if (chosen.has('lint')) await check('lint', [[packageFile('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']])
  const wanted = unitParts.filter(p => chosen.has(p))
  if (wanted.length > 0)
    await vitest('unit', 'unit', { wanted, only: chosen.has('unit') ? [] : wanted.flatMap(p => filters[p]) })
  if (chosen.has('generated')) await check('generated', [['scripts/generate.ts', '--check']])
  if (chosen.has('bundle')) {
    await buildIfStale()
    await check('bundle', [['scripts/bundle/bundle.ts']])
  }
  if (chosen.has('store')) {
    await vitest('store', 'store on PostgreSQL 18')
    if (ensure('PostgreSQL 15', hasPostgres15, ['postgresql-15']))
      await vitest('store', 'store on PostgreSQL 15', { env: { ANYAM_TEST_PG: '15' } })
    else add('store on PostgreSQL 15', 0, 1, Date.now())
  }
  if (chosen.has('journey')) {
    const at = Date.now()
    if (ensure('Chromium', hasChromium, ['chromium'])) {
      await buildIfStale()
      await vitest('journey', 'journey', { env: { NODE_ENV: 'production' } })
    } else add('journey', 0, 1, at)
  }
  if (!readFileSync('package-lock.json').equals(lock)) {
    say('package-lock.json was changed by this run')
    add('lock file', 0, 1, Date.now())
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  isHeld = false
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (!isHeld) total.failed++
if (failures.length > 0) say(`failed: ${failures.join(', ')}`)
say(`took ${Math.round((Date.now() - began) / 1000)} s`)
say(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
