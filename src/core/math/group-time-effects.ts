import { chiSquareUpper, Z95 } from './distributions.ts'
import { wald } from './linear-algebra.ts'
import { mean } from './moments.ts'
import { type PanelRow, panelShape, toPanel, unitLimits } from './panel.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

type Estimate = { att: number; se: number | null }
export type GroupTimeEffects = ModelResult & {
  /** One per cohort g and period t. `se` is null for a cohort of one unit ("satu unit"). */
  att: { g: number; t: number; att: number; se: number | null; note?: 'satu unit' }[]
  simple: Estimate | null
  group: { groups: Record<string, Estimate>; overall: number; se: number | null } | null
  dynamic: { effects: Record<string, Estimate>; overall: number | null; se: number | null } | null
  calendar: { periods: Record<string, Estimate>; overall: number; se: number | null } | null
  preTest: { W: number; df: number; p: number } | null
  dropped: string[]
}
type Cell = { g: number; t: number; att: number; psi: Float64Array; ng: number }

const seOf = (psi: Float64Array): number => {
  let s = 0
  for (const v of psi) s += v * v
  return Math.sqrt(s) / psi.length
}

/** Staggered adoption after Callaway & Sant'Anna: cohort by period, then weighted means with analytic errors. */
export function groupTimeEffects(
  rows: PanelRow[],
  options: { control?: 'neverTreated' | 'notYetTreated' } = {},
): GroupTimeEffects {
  const { control = 'neverTreated' } = options
  const panel = toPanel(rows)
  const { periods } = panel
  const first = periods[0] ?? 0
  const whole = panel.values.map(row => row.every(v => v !== null))
  const alwaysTreated = panel.firstTreated.map(g => g !== null && g <= first)
  const dropped = panel.units.filter((_, u) => !whole[u] || alwaysTreated[u])
  const at = panel.units.map((_, u) => u).filter(u => whole[u] && !alwaysTreated[u])
  const y = at.map(u => panel.values[u] as number[])
  // A start after the last period is, in these data, never.
  const last = periods[periods.length - 1] ?? 0
  const G = at.map(u => {
    const g = panel.firstTreated[u] ?? null
    return g === null || g > last ? null : g
  })
  const n = at.length
  const shape = panelShape(panel)
  const base = {
    n,
    missing: dropped.length
      ? [{ what: `data lengkap unit: ${dropped.join(', ')}`, who: 'pengelola data unit', count: dropped.length }]
      : [],
    method: `kelompok-waktu Callaway & Sant'Anna (${control === 'neverTreated' ? 'pembanding tanpa program' : 'pembanding yang belum mulai'}); selang normal`,
    assumptions: [
      'tanpa program, setiap kelompok bergerak sejajar dengan pembandingnya',
      'pengaruh tidak mendahului program',
    ],
    dropped,
    limits: unitLimits(shape.n1, shape.n0, shape.before, shape.after),
  }
  const none = {
    ...base,
    value: null,
    interval: null,
    att: [],
    simple: null,
    group: null,
    dynamic: null,
    calendar: null,
    preTest: null,
  }
  const cohorts = [...new Set(G.filter((g): g is number => g !== null))].sort((a, b) => a - b)
  const cells: Cell[] = []
  for (const g of cohorts) {
    const gAt = periods.findIndex(p => p >= g)
    if (gAt < 1) continue
    for (let t = 1; t < periods.length; t++) {
      const b = t >= gAt ? gAt - 1 : t - 1
      const isControl = G.map(
        h => h === null || (control === 'notYetTreated' && h !== g && h > Math.max(periods[t]!, periods[b]!)),
      )
      const treated: number[] = []
      const others: number[] = []
      for (let i = 0; i < n; i++) {
        const change = y[i]![t]! - y[i]![b]!
        if (G[i] === g) treated.push(change)
        else if (isControl[i]) others.push(change)
      }
      if (!treated.length || !others.length) continue
      const [mt, mc] = [mean(treated), mean(others)]
      const psi = new Float64Array(n)
      for (let i = 0; i < n; i++) {
        const change = y[i]![t]! - y[i]![b]!
        if (G[i] === g) psi[i] = ((change - mt) * n) / treated.length
        else if (isControl[i]) psi[i] = (-(change - mc) * n) / others.length
      }
      cells.push({ g, t: periods[t]!, att: mt - mc, psi, ng: treated.length })
    }
  }
  const after = cells.filter(c => c.t >= c.g)
  if (!after.length) return { ...none, status: 'belumDapatDisimpulkan' }
  const step = (g: number, t: number) => periods.findIndex(p => p >= t) - periods.findIndex(p => p >= g)
  /** Mean of cells weighted by cohort share; its influence includes that of the estimated shares. */
  const weighted = (list: Cell[]): Estimate & { psi: Float64Array } => {
    const p = list.map(c => c.ng / n)
    const total = p.reduce((a, b) => a + b, 0)
    const psi = new Float64Array(n)
    const att = list.reduce((s, c, k) => s + (p[k]! / total) * c.att, 0)
    for (let i = 0; i < n; i++) {
      let s = 0
      let shift = 0
      list.forEach((_, k) => {
        shift += (G[i] === list[k]!.g ? 1 : 0) - p[k]!
      })
      list.forEach((c, k) => {
        s += (p[k]! / total) * c.psi[i]!
        s += c.att * (((G[i] === c.g ? 1 : 0) - p[k]!) / total - (p[k]! / total ** 2) * shift)
      })
      psi[i] = s
    }
    return { att, se: seOf(psi), psi }
  }
  const plain = (list: { att: number; psi: Float64Array }[]): Estimate & { psi: Float64Array } => {
    const psi = new Float64Array(n)
    for (const c of list) for (let i = 0; i < n; i++) psi[i]! += c.psi[i]! / list.length
    return { att: mean(list.map(c => c.att)), se: seOf(psi), psi }
  }
  const single = cohorts.some(g => after.find(c => c.g === g)?.ng === 1)
  const shown = (e: Estimate): Estimate => ({ att: e.att, se: single ? null : e.se })
  const byGroup = cohorts
    .filter(g => after.some(c => c.g === g))
    .map(g => {
      const list = after.filter(c => c.g === g)
      return { g, ng: list[0]!.ng, ...plain(list) }
    })
  const overallGroup = weighted(byGroup.map(x => ({ g: x.g, t: 0, att: x.att, psi: x.psi, ng: x.ng })))
  const events = [...new Set(cells.map(c => step(c.g, c.t)))].sort((a, b) => a - b)
  const byEvent = events.map(e => ({ e, ...weighted(cells.filter(c => step(c.g, c.t) === e)) }))
  const later = byEvent.filter(x => x.e >= 0)
  const overallEvent = plain(later)
  const times = [...new Set(after.map(c => c.t))].sort((a, b) => a - b)
  const byTime = times.map(t => ({ t, ...weighted(after.filter(c => c.t === t)) }))
  const overallTime = plain(byTime)
  const simple = weighted(after)
  const pre = cells.filter(c => c.t < c.g)
  const W = pre.length
    ? wald(
        pre.map(c => c.att),
        pre.map(a => pre.map(b => a.psi.reduce((s, v, i) => s + v * b.psi[i]!, 0) / n / n)),
      )
    : null
  const interval: Interval | null = single ? null : [simple.att - Z95 * simple.se!, simple.att + Z95 * simple.se!]
  return {
    ...base,
    status: 'ok',
    value: simple.att,
    interval,
    att: cells.map(c => ({
      g: c.g,
      t: c.t,
      att: c.att,
      se: c.ng === 1 ? null : seOf(c.psi),
      ...(c.ng === 1 ? { note: 'satu unit' as const } : {}),
    })),
    simple: shown(simple),
    group: {
      groups: Object.fromEntries(byGroup.map(x => [x.g, { att: x.att, se: x.ng === 1 ? null : x.se }])),
      overall: overallGroup.att,
      se: single ? null : overallGroup.se,
    },
    dynamic: {
      effects: Object.fromEntries(byEvent.map(x => [x.e, shown(x)])),
      overall: overallEvent.att,
      se: single ? null : overallEvent.se,
    },
    calendar: {
      periods: Object.fromEntries(byTime.map(x => [x.t, shown(x)])),
      overall: overallTime.att,
      se: single ? null : overallTime.se,
    },
    preTest: W === null ? null : { W, df: pre.length, p: chiSquareUpper(W, pre.length) },
    limits: `${base.limits}${interval ? ` Selang ${rangeInWords(interval)}.` : ''}`,
  }
}
