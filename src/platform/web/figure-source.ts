import type { Figure } from '#core/figure/figure.ts'
import type { Db } from '#platform/database/database.ts'

/**
 * How a room finds a figure again by its address `kind:key[:key…]`.
 * Each room lists its own in `<room>.figures.ts`: kind → reader; null when there is none or the actor may not see it.
 */
export type FigureSources = Record<string, (db: Db, keys: string[]) => Promise<Figure | null>>

/** `talent.x:CYCLE:EMPLOYEE` → kind and keys. */
export const parseRef = (ref: string): { kind: string; keys: string[] } => {
  const [kind, ...keys] = ref.split(':')
  return { kind, keys }
}
