import { normalQuantile } from './distributions.ts'
import { type Interval, inWords, type ModelResult, rangeInWords } from './result.ts'

/** Wilson limits of x out of n; n > 0. Kept apart for other models that need only the pair. */
export function wilsonLimits(x: number, n: number, level = 0.95): Interval {
  const z = normalQuantile(0.5 + level / 2)
  const p = x / n
  const middle = 2 * n * p + z * z
  const half = z * Math.sqrt(z * z + 4 * n * p * (1 - p))
  const low = (middle - half) / (2 * (n + z * z))
  const high = (middle + half) / (2 * (n + z * z))
  return [x === 0 ? 0 : Math.max(0, low), x === n ? 1 : Math.min(1, high)]
}

/** A share with its Wilson score interval (no continuity correction). n = 0 gives no value. */
export function wilsonInterval(x: number, n: number, level = 0.95): ModelResult & { x: number } {
  const base = { x, n, missing: [], method: 'Wilson', assumptions: ['pengamatan saling bebas'] }
  if (n === 0)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      limits: 'Belum ada pengamatan, sehingga proporsi belum dapat dihitung.',
    }
  const interval = wilsonLimits(x, n, level)
  return {
    ...base,
    status: 'ok',
    value: x / n,
    interval,
    limits: `${x} dari ${n} (${inWords(x / n)}); selang Wilson ${rangeInWords(interval)}.`,
  }
}
