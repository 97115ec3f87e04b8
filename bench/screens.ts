import { gzipSync } from 'node:zlib'
import { makeDemo } from '#demo/make-demo.ts'
import { planningScreens } from '#domain/planning/planning.screens.ts'
import { openDatabaseAsApp } from '#platform/database/database.ts'
import { signInBy, walk } from '../scripts/prove/visitor.ts'
import { createBenchDatabase } from './bench-database.ts'
import { cpuOf, startProduct } from './product.ts'

const roles = ['hr_officer', 'supervisor', 'asn', 'facilitator', 'leader'] as const
/** Often enough that a clock of hundredths can be read. */
const rounds = 8

type Measured = { bytes: number; packed: number; cpu: number }

/** Every screen of planning that a role reaches by links in the demo of so many people: what it sends and what it costs the server. */
const measureAt = async (
  server: { superuser: string; owner: string; app: string },
  people: number,
  tell: (line: string) => void,
): Promise<Map<string, Measured>> => {
  const { owner, app } = await createBenchDatabase(server, `bench_screens_${people}`)
  const database = openDatabaseAsApp(app, { max: 4 })
  tell(`the demo of ${people} people is made`)
  await makeDemo({ database, owner, say: () => {}, people })
  await database.close()
  const product = await startProduct(owner, app)
  const found = new Map<string, Measured>()
  try {
    for (const role of roles) {
      const visitor = await signInBy(product.base, role)
      if (!visitor) continue
      tell(`screens of ${role} are asked for`)
      const visited = await walk(visitor, async () => {}, { examples: 1 })
      for (const { screen, path } of visited) {
        const key = `${screen.path} (${role})`
        if (found.has(key) || !planningScreens.some(s => s.path === screen.path)) continue
        const { text } = await visitor.get(path)
        const before = cpuOf(product.pid)
        for (let i = 0; i < rounds; i++) await visitor.get(path)
        const after = cpuOf(product.pid)
        found.set(key, {
          bytes: Buffer.byteLength(text),
          packed: gzipSync(text).length,
          cpu: before === null || after === null ? Number.NaN : ((after - before) / rounds) * 1000,
        })
      }
    }
  } finally {
    await product.stop()
  }
  return found
}

/** The screens of planning at each size beside each other; a screen that one size lacks shows nothing there. */
export const measureScreens = async (
  server: { superuser: string; owner: string; app: string },
  sizes: readonly number[],
  tell: (line: string) => void,
): Promise<{ title: string; head: string[]; rows: string[][] }> => {
  const measured: Map<string, Measured>[] = []
  for (const people of sizes) measured.push(await measureAt(server, people, tell))
  const keys = [...new Set(measured.flatMap(m => [...m.keys()]))].sort()
  const kB = (n: number | undefined) => (n === undefined ? '' : `${(n / 1024).toFixed(1)} kB`)
  const ms = (n: number | undefined) => (n === undefined || Number.isNaN(n) ? '' : `${n.toFixed(0)} ms`)
  return {
    title: 'Screens of planning in the demo: bytes sent (gzip) and server CPU of one visit, without PostgreSQL’s',
    head: ['', ...sizes.flatMap(n => [`${n} bytes`, `${n} CPU`])],
    rows: keys.map(key => [key, ...measured.flatMap(m => [kB(m.get(key)?.packed), ms(m.get(key)?.cpu)])]),
  }
}
