import { mean } from './moments.ts'
import { type PanelRow, toPanel, unitLimits } from './panel.ts'
import { inWords, type ModelResult } from './result.ts'
import { simplexFit } from './simplex-least-squares.ts'

export type SyntheticControl = ModelResult & {
  treatedUnit: string | null
  weights: { unit: string; weight: number }[]
  gap: { period: number; gap: number }[]
  att: number | null
  preRmspe: number | null
  postRmspe: number | null
  ratio: number | null
  placebo: { ratioRank: number; rank: number; p: number; units: { unit: string; ratio: number }[] } | null
  leaveOneOut: { without: string; att: number }[]
  dropped: string[]
  /** "pembanding buatan dari 39% Utah, …" */
  sentence: string | null
}

const rms = (x: number[]) => Math.sqrt(mean(x.map(v => v * v)))

/** One treated unit against the convex combination of the others that follows it best before the start. */
export function syntheticControl(rows: PanelRow[], treatedUnit?: string): SyntheticControl {
  const panel = toPanel(rows)
  const whole = panel.values.map(r => r.every(v => v !== null))
  const dropped = panel.units.filter((_, u) => !whole[u])
  const target = panel.units.findIndex((name, u) =>
    treatedUnit === undefined ? panel.firstTreated[u] !== null : name === treatedUnit,
  )
  const start = target < 0 ? null : (panel.firstTreated[target] ?? null)
  const donors = panel.units.map((_, u) => u).filter(u => u !== target && whole[u] && panel.firstTreated[u] === null)
  const pre = start === null ? [] : panel.periods.map((_, t) => t).filter(t => panel.periods[t]! < start)
  const post = start === null ? [] : panel.periods.map((_, t) => t).filter(t => panel.periods[t]! >= start)
  const base = {
    n: donors.length + (target < 0 ? 0 : 1),
    missing: dropped.length
      ? [{ what: `baris lengkap unit: ${dropped.join(', ')}`, who: 'pengelola data unit', count: dropped.length }]
      : [],
    method: 'pembanding buatan (semua nilai sebelum program); p dari urutan rasio RMSPE',
    assumptions: ['unit program berada dalam jangkauan gabungan pembanding', 'pembanding tidak terkena program'],
    treatedUnit: target < 0 ? null : panel.units[target]!,
    dropped,
    limits: unitLimits(1, donors.length, pre.length, post.length),
  }
  if (target < 0 || !whole[target] || donors.length < 2 || !pre.length || !post.length)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      weights: [],
      gap: [],
      att: null,
      preRmspe: null,
      postRmspe: null,
      ratio: null,
      placebo: null,
      leaveOneOut: [],
      sentence: null,
    }
  const y = panel.values as number[][]
  const follow = (unit: number, pool: number[]) => {
    const { w } = simplexFit(
      pool.map(u => pre.map(t => y[u]![t]!)),
      pre.map(t => y[unit]![t]!),
    )
    const gap = panel.periods.map((_, t) => y[unit]![t]! - pool.reduce((s, u, i) => s + w[i]! * y[u]![t]!, 0))
    const before = rms(pre.map(t => gap[t]!))
    const after = rms(post.map(t => gap[t]!))
    return {
      w,
      gap,
      before,
      after,
      att: mean(post.map(t => gap[t]!)),
      ratio: before > 1e-12 ? after / before : Number.POSITIVE_INFINITY,
    }
  }
  const own = follow(target, donors)
  const ratios = donors.map(u => ({
    unit: panel.units[u]!,
    ratio: follow(
      u,
      donors.filter(v => v !== u),
    ).ratio,
  }))
  const rank = 1 + ratios.filter(r => r.ratio >= own.ratio - 1e-12).length
  const weights = donors
    .map((u, i) => ({ unit: panel.units[u]!, weight: own.w[i]! }))
    .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1))
  const told = weights.filter(w => w.weight > 0.01)
  return {
    ...base,
    status: 'ok',
    value: own.att,
    interval: null,
    weights,
    gap: panel.periods.map((period, t) => ({ period, gap: own.gap[t]! })),
    att: own.att,
    preRmspe: own.before,
    postRmspe: own.after,
    ratio: Number.isFinite(own.ratio) ? own.ratio : null,
    placebo: {
      ratioRank: rank,
      rank,
      p: rank / (donors.length + 1),
      units: ratios.map(r => ({ unit: r.unit, ratio: r.ratio })).sort((a, b) => b.ratio - a.ratio),
    },
    leaveOneOut: told.map(w => ({
      without: w.unit,
      att: follow(
        target,
        donors.filter(u => panel.units[u] !== w.unit),
      ).att,
    })),
    sentence: `pembanding buatan dari ${told.map(w => `${inWords(100 * w.weight, 0)}% ${w.unit}`).join(', ')}`,
  }
}
