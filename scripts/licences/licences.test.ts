import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowed, notices, readPackages } from './licences.ts'

const root = path.resolve(import.meta.dirname, '../..')

describe('Licences', () => {
  it('of every package in the lock file go together with ours', () => {
    const packages = readPackages(root)
    expect(packages.length).toBeGreaterThan(300)
    expect(packages.filter(p => !isAllowed(p.licence))).toEqual([])
  })

  it('that close the source, or none at all, are refused', () => {
    for (const said of ['UNLICENSED', 'unknown', 'SSPL-1.0', 'BUSL-1.1', 'GPL-2.0-only', 'MIT AND BUSL-1.1'])
      expect(isAllowed(said)).toBe(false)
  })

  it('with a choice are accepted when one of them fits', () => {
    expect(isAllowed('(MIT OR GPL-2.0-only)')).toBe(true)
    expect(isAllowed('(MIT AND Zlib)')).toBe(true)
  })

  it('are told to whoever receives the product, as things stand now', () => {
    expect(readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(notices(root))
  })

  it('of our own: AGPL-3.0-or-later, whole', () => {
    const text = readFileSync(path.join(root, 'LICENSE'), 'utf8')
    expect(text).toContain('GNU AFFERO GENERAL PUBLIC LICENSE')
    expect(text).toContain('13. Remote Network Interaction')
    expect(text.length).toBeGreaterThan(30_000)
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).license).toBe('AGPL-3.0-or-later')
  })
})
