import { quantile } from './moments.ts'
import { mulberry32 } from './random.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'
export type Rating = { unit: string; observer: string; value: number | null }
export type KrippendorffAlpha = ModelResult & { alpha: number | null; pairableValues: number; word: string | null }

/** Alpha of units, each a list of its values (two or more); null when nothing varies. */
function alphaOf(units: number[][], metric: AlphaMetric): number | null {
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const at = new Map(values.map((v, i) => [v, i]))
  const K = values.length
  const o = values.map(() => new Array<number>(K).fill(0))
  for (const unit of units)
    for (let i = 0; i < unit.length; i++)
      for (let j = 0; j < unit.length; j++)
        if (i !== j) o[at.get(unit[i]!)!]![at.get(unit[j]!)!]! += 1 / (unit.length - 1)
  const held = o.map(row => row.reduce((a, b) => a + b, 0))
  const n = held.reduce((a, b) => a + b, 0)
  const delta = (c: number, k: number): number => {
    if (c === k) return 0
    const [a, b] = [values[c]!, values[k]!]
    if (metric === 'nominal') return 1
    if (metric === 'interval') return (a - b) ** 2
    if (metric === 'ratio') return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
    let between = 0
    for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += held[g]!
    return (between - (held[c]! + held[k]!) / 2) ** 2
  }
  let seen = 0
  let expected = 0
  for (let c = 0; c < K; c++)
    for (let k = 0; k < K; k++) {
      seen += o[c]![k]! * delta(c, k)
      expected += held[c]! * held[k]! * delta(c, k)
    }
  return expected < 1e-12 ? null : 1 - ((n - 1) * seen) / expected
}

/** Agreement of any number of observers with gaps; interval by seeded bootstrap of units. */
export function krippendorffAlpha(
  ratings: Rating[],
  metric: AlphaMetric = 'interval',
  options: { draws?: number; seed?: number } = {},
): KrippendorffAlpha {
  const { draws = 1000, seed = 1 } = options
  const byUnit = new Map<string, number[]>()
  for (const r of ratings) {
    if (r.value === null) continue
    byUnit.set(r.unit, [...(byUnit.get(r.unit) ?? []), r.value])
  }
  const units = [...byUnit.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, v]) => v)
    .filter(v => v.length >= 2)
  const pairableValues = units.reduce((s, v) => s + v.length, 0)
  const absent = ratings.filter(r => r.value === null).length
  const base = {
    n: units.length,
    missing: absent ? [{ what: 'penilaian', who: 'penilai', count: absent }] : [],
    method: `alfa Krippendorff (${metric}); selang bootstrap unit`,
    assumptions: ['penilai bekerja tanpa saling mengetahui'],
    pairableValues,
  }
  const alpha = units.length ? alphaOf(units, metric) : null
  if (alpha === null)
    return {
      ...base,
      status: units.length ? 'tidakTerdefinisi' : 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      alpha: null,
      word: null,
      limits: units.length
        ? 'Semua nilai sama, sehingga kesepakatan tidak dapat dihitung.'
        : 'Belum ada unit dengan dua penilaian.',
    }
  const uniform = mulberry32(seed)
  const sample: number[] = []
  for (let d = 0; d < draws; d++) {
    const a = alphaOf(
      units.map(() => units[Math.floor(uniform() * units.length)]!),
      metric,
    )
    if (a !== null) sample.push(a)
  }
  const interval: Interval | null = sample.length >= 20 ? [quantile(sample, 0.025), quantile(sample, 0.975)] : null
  return {
    ...base,
    status: 'ok',
    value: alpha,
    interval,
    alpha,
    word: alpha >= 0.8 ? 'dapat diandalkan' : alpha >= 0.667 ? 'sementara' : 'belum',
    limits: `${units.length} unit, ${pairableValues} nilai berpasangan; selang ${rangeInWords(interval)}.`,
  }
}
