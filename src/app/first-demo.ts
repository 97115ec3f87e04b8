import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import { alone, clearHalfMadeDemo, markDemoMade, readAgencies } from '#platform/access/demo-mark.ts'
import type { Database } from '#platform/database/database.ts'

type Making = { database: Database; owner: string; say(line: string): void }

const file = join(import.meta.dirname, '..', 'demo', 'make-demo.ts')

/** False where the product was brought without its demo. */
export const bringsDemo = (): boolean => existsSync(file)

const makeIt = async (making: Making): Promise<unknown> => {
  const { makeDemo } = (await import(pathToFileURL(file).href)) as { makeDemo(making: Making): Promise<unknown> }
  return makeDemo(making)
}

/**
 * Makes the demo agency where it is wanted, and says whether it did. One that was cut off while it was made is cleared away
 * first and begun anew. `unless` tells from the agencies there are that none is wanted.
 */
export const ensureDemo = (
  { keeper, make = makeIt, ...making }: Making & { keeper: pg.Pool; make?(making: Making): Promise<unknown> },
  unless: (agencies: { some: boolean; hasDemo: boolean }) => boolean,
): Promise<boolean> =>
  alone(keeper, async client => {
    if ((await readAgencies(client)).isHalfMade) {
      making.say('Pembuatan data contoh pernah terputus. Sisanya dibersihkan, lalu dibuat lagi dari awal.')
      await clearHalfMadeDemo(client)
    }
    if (unless(await readAgencies(client))) return false
    await make(making)
    await markDemoMade(client)
    return true
  })
