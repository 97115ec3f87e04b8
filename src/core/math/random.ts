/** The generator mulberry32: the same seed gives the same digits on every machine. Each call gives a number in [0, 1). */
export function mulberry32(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A standard normal draw (Box-Muller) from a uniform generator. */
export function normalDraw(uniform: () => number): number {
  const u = 1 - uniform()
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform())
}

/** Keys in one order, so that the same content hashes alike however it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`
  return JSON.stringify(value) ?? 'null'
}

/** A 32-bit seed from rule version and input identity (FNV-1a), so that reopening a screen shows the same digits. */
export function stableSeed(...parts: unknown[]): number {
  let h = 0x811c9dc5
  for (const c of canonical(parts)) {
    h ^= c.codePointAt(0)!
    h = Math.imul(h, 0x01000193)
  }
  return h >>> 0
}

/** Monte Carlo standard error of a share p from N draws. */
export const monteCarloError = (p: number, draws: number): number => Math.sqrt((p * (1 - p)) / draws)
