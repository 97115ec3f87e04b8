import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rooms } from '#rooms'
import { breaches, impureModels, impurities, type Room, readGraph } from './arrows.ts'

const root = path.resolve(import.meta.dirname, '../..')
const graph = await readGraph(root)

describe('The house', () => {
  it('was read as a whole', () => {
    expect(graph.files.length).toBeGreaterThan(50)
    expect(graph.arrows.some(a => a.said.startsWith('#core/') && a.to?.startsWith('src/core/'))).toBe(true)
  })

  it('imports only along its arrows', () => {
    expect(breaches(graph, rooms)).toEqual([])
  })

  it('has models that are pure: no clock, no chance, no exception', () => {
    expect(impureModels(root, graph)).toEqual([])
  })
})

describe('A planted breach is caught, and the cure is said', () => {
  let house: string
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    writeFileSync(path.join(house, file), text)
  }
  const judge = async (list: readonly Room[] = rooms) => breaches(await readGraph(house), list)

  beforeEach(() => {
    house = mkdtempSync(path.join(tmpdir(), 'anyam-house-'))
    put(
      'package.json',
      JSON.stringify({
        type: 'module',
        imports: { '#core/*': './src/core/*', '#platform/*': './src/platform/*', '#domain/*': './src/domain/*' },
      }),
    )
    put('src/core/values/day.ts', 'export type Day = string\nexport const first = 1')
    put('src/platform/database.ts', `import type { Day } from '#core/values/day.ts'\nexport type Db = Day`)
    put(
      'src/domain/workforce/unit/unit.store.ts',
      `import type { Db } from '#platform/database.ts'\nexport const list = (db: Db) => db`,
    )
    put(
      'src/domain/workforce/unit/unit.model.ts',
      `import { first } from '#core/values/day.ts'\nexport const second = first + 1`,
    )
    put(
      'src/domain/talent/box/box.model.ts',
      `import { second } from '#domain/workforce/unit/unit.model.ts'\nexport const box = second`,
    )
  })
  afterEach(() => rmSync(house, { recursive: true, force: true }))

  it('stands while nothing is planted', async () => {
    expect(await judge()).toEqual([])
  })

  it('an earlier room imports a later one, even a type only', async () => {
    put(
      'src/domain/workforce/unit/early.ts',
      `import type { box } from '#domain/talent/box/box.model.ts'\nexport type B = typeof box`,
    )
    expect(await judge()).toEqual([expect.stringMatching(/workforce may not import talent.*Announce an event/)])
  })

  it('a room opens another room’s store', async () => {
    put(
      'src/domain/talent/box/place.ts',
      `import { list } from '#domain/workforce/unit/unit.store.ts'\nexport const place = list`,
    )
    expect(await judge()).toEqual([expect.stringMatching(/unit\.store\.ts is closed to talent.*SQL view/)])
  })

  it('a later room loads an earlier one’s page on demand', async () => {
    put('src/domain/workforce/unit/unit.page.tsx', 'export default () => null')
    put('src/domain/talent/box/lazy.ts', `export const lazy = () => import('#domain/workforce/unit/unit.page.tsx')`)
    expect(await judge()).toEqual([expect.stringMatching(/is closed to talent/)])
  })

  it('a model imports the platform, or a package', async () => {
    put(
      'src/domain/talent/box/box.model.ts',
      `import type { Db } from '#platform/database.ts'\nimport { readFileSync } from 'node:fs'\nexport const box = (db: Db) => readFileSync(db)`,
    )
    const found = await judge()
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/a model imports only core and other models/)
  })

  it('an import that leads nowhere', async () => {
    put('src/domain/talent/box/lost.ts', `export { gone } from '#domain/workforce/unit/gone.model.ts'`)
    expect(await judge()).toEqual([expect.stringMatching(/is not found/)])
  })

  it('a barrel and a name that says nothing', async () => {
    put('src/core/values/index.ts', `export * from './day.ts'`)
    put('src/core/values/utils.ts', `export * from './day.ts'`)
    expect(await judge()).toEqual([expect.stringMatching(/no barrels/), expect.stringMatching(/says nothing/)])
  })

  it('rooms out of order', async () => {
    const turned = rooms.map(r => (r.name === 'workforce' ? { ...r, imports: [...r.imports, 'talent'] } : r))
    expect(await judge(turned)).toEqual([expect.stringMatching(/does not stand before it/)])
  })

  it('a tree of which nothing was read fails instead of passing', async () => {
    rmSync(path.join(house, 'src'), { recursive: true })
    mkdirSync(path.join(house, 'src'))
    await expect(readGraph(house)).rejects.toThrow(/0 modules cruised/)
  })

  it.each([
    ['new Date()', /clock/],
    ['Date.now()', /clock/],
    ['performance.now()', /clock/],
    ['Math.random()', /seed/],
  ])('a model that says %s', (said, why) => {
    expect(impurities('x.model.ts', `export const f = () => ${said}`)).toEqual([expect.stringMatching(why)])
  })

  it('a model that throws; one that only writes of it is left alone', () => {
    expect(impurities('x.model.ts', `export const f = () => { throw new Error('no') }`)).toEqual([
      expect.stringMatching(/Return a reason/),
    ])
    expect(
      impurities('x.model.ts', `// never throw, never Date.now()\nexport const f = (at: string) => new Date(at)`),
    ).toEqual([])
  })
})
