import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const run = (file: string, args: string[], { input = '', env = {} } = {}) =>
  spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('The commands of a fresh machine', () => {
  it.each([
    'scripts/start.mjs',
    'scripts/prepare.mjs',
    'scripts/build.mjs',
    'scripts/test.mjs',
    'scripts/reset.mjs',
    'bin/anyam.mjs',
  ])('%s runs before anything is installed: no package, nothing newer than Node 18', file => {
    const text = read(file)
    for (const [, from] of text.matchAll(/^import .* from '([^']+)'/gm))
      expect(from).toMatch(/^(node:|\.\.?\/.*\.mjs$)/)
    expect(text).not.toMatch(
      /import\.meta\.(dirname|main|filename)|Object\.groupBy|\.toSorted\(|\.toReversed\(|Promise\.withResolvers/,
    )
  })

  it('npm test with a part nobody knows names the parts, runs nothing and ends with 2', () => {
    const { status, stderr } = run('scripts/test.mjs', ['semua'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/semua.*types, lint, arrows/s)
  })

  it('npm run reset deletes nothing unless the word was typed', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anyam-reset-'))
    const kept = path.join(folder, 'postgres.log')
    writeFileSync(kept, 'x')
    try {
      const { status, stdout } = run('scripts/reset.mjs', [], {
        input: 'ya\n',
        env: { DATA_DIR: folder, DATABASE_URL: '' },
      })
      expect(status).toBe(1)
      expect(stdout).toContain('Tidak ada yang dihapus.')
      expect(existsSync(kept)).toBe(true)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('the lock file names no registry, so that any mirror serves it', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http')
  })

  it('.ci/run may be run', () => {
    expect(statSync(path.join(root, '.ci/run')).mode & 0o111).not.toBe(0)
  })
})
