import { Z95 } from './distributions.ts'
import { mean, sd } from './moments.ts'
import { type PanelRow, toPanel, unitLimits } from './panel.ts'
import { mulberry32 } from './random.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'
import { simplexFit } from './simplex-least-squares.ts'

export type SyntheticDid = ModelResult & {
  att: number | null
  unitWeights: { unit: string; weight: number }[]
  timeWeights: { period: number; weight: number }[]
  zeta: number | null
  placeboSe: number | null
  placeboP: number | null
  placeboRank: number | null
  /** Plain difference-in-differences of the same block, for comparison. */
  did: number | null
  dropped: string[]
}

const centre = (x: number[]) => {
  const m = mean(x)
  return x.map(v => v - m)
}

/** One block: rows of y are units (controls first), the last `treated` rows are treated, `before` periods come first. */
function block(y: number[][], treated: number, before: number) {
  const n0 = y.length - treated
  const after = y[0]!.length - before
  const controls = y.slice(0, n0)
  const steps: number[] = []
  for (const row of controls) for (let t = 1; t < before; t++) steps.push(row[t]! - row[t - 1]!)
  const sigma = sd(steps)
  const zeta = (treated * after) ** 0.25 * sigma
  const postMean = controls.map(r => mean(r.slice(before)))
  const ridge = Math.max((1e-6 * sigma) ** 2 * n0, 1e-14)
  const lambda = simplexFit(
    Array.from({ length: before }, (_, t) => centre(controls.map(r => r[t]!))),
    centre(postMean),
    ridge,
  ).w
  const target = Array.from({ length: before }, (_, t) => mean(y.slice(n0).map(r => r[t]!)))
  const omega = simplexFit(
    controls.map(r => centre(r.slice(0, before))),
    centre(target),
    zeta * zeta * before,
  ).w
  const change = (row: number[]) => mean(row.slice(before)) - lambda.reduce((s, l, t) => s + l * row[t]!, 0)
  const plainChange = (row: number[]) => mean(row.slice(before)) - mean(row.slice(0, before))
  return {
    att: mean(y.slice(n0).map(change)) - omega.reduce((s, w, i) => s + w * change(controls[i]!), 0),
    did: mean(y.slice(n0).map(plainChange)) - mean(controls.map(plainChange)),
    lambda,
    omega,
    zeta,
  }
}

/** Synthetic difference-in-differences for one start date. */
export function syntheticDid(rows: PanelRow[], options: { draws?: number; seed?: number } = {}): SyntheticDid {
  const { draws = 200, seed = 1 } = options
  const panel = toPanel(rows)
  const whole = panel.values.map(r => r.every(v => v !== null))
  const dropped = panel.units.filter((_, u) => !whole[u])
  const starts = [...new Set(panel.firstTreated.filter((g, u): g is number => g !== null && whole[u]!))]
  const at = panel.units.map((_, u) => u).filter(u => whole[u])
  const controls = at.filter(u => panel.firstTreated[u] === null)
  const treated = at.filter(u => panel.firstTreated[u] !== null)
  const before = starts.length === 1 ? panel.periods.filter(p => p < starts[0]!).length : 0
  const after = panel.periods.length - before
  const base = {
    n: at.length,
    missing: dropped.length
      ? [{ what: `baris lengkap unit: ${dropped.join(', ')}`, who: 'pengelola data unit', count: dropped.length }]
      : [],
    method: 'beda dari beda buatan (SDID); galat baku dari pengujian pada pembanding',
    assumptions: ['satu waktu mulai', 'pembanding tidak terkena program'],
    dropped,
    limits: unitLimits(treated.length, controls.length, before, after),
  }
  if (starts.length !== 1 || before < 2 || after < 1 || controls.length < 3 || !treated.length)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      att: null,
      unitWeights: [],
      timeWeights: [],
      zeta: null,
      placeboSe: null,
      placeboP: null,
      placeboRank: null,
      did: null,
    }
  const row = (u: number) => panel.values[u] as number[]
  const own = block([...controls, ...treated].map(row), treated.length, before)
  const placebo: number[] = []
  if (treated.length === 1)
    for (const u of controls) placebo.push(block([...controls.filter(v => v !== u), u].map(row), 1, before).att)
  else if (controls.length > treated.length + 1) {
    const uniform = mulberry32(seed)
    for (let d = 0; d < draws; d++) {
      const pool = [...controls]
      for (let k = 0; k < treated.length; k++) {
        const j = k + Math.floor(uniform() * (pool.length - k))
        ;[pool[k], pool[j]] = [pool[j]!, pool[k]!]
      }
      placebo.push(
        block([...pool.slice(treated.length), ...pool.slice(0, treated.length)].map(row), treated.length, before).att,
      )
    }
  }
  const centreOf = placebo.length ? mean(placebo) : 0
  const placeboSe = placebo.length >= 2 ? Math.sqrt(mean(placebo.map(v => (v - centreOf) ** 2))) : null
  const rank = placebo.length ? 1 + placebo.filter(v => Math.abs(v) >= Math.abs(own.att) - 1e-12).length : null
  const interval: Interval | null = placeboSe === null ? null : [own.att - Z95 * placeboSe, own.att + Z95 * placeboSe]
  return {
    ...base,
    status: 'ok',
    value: own.att,
    interval,
    att: own.att,
    unitWeights: controls
      .map((u, i) => ({ unit: panel.units[u]!, weight: own.omega[i]! }))
      .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1)),
    timeWeights: panel.periods.slice(0, before).map((period, t) => ({ period, weight: own.lambda[t]! })),
    zeta: own.zeta,
    placeboSe,
    placeboP: rank === null ? null : rank / (placebo.length + 1),
    placeboRank: rank,
    did: own.did,
    limits: `${base.limits}${interval ? ` Selang ${rangeInWords(interval)}.` : ''}`,
  }
}
