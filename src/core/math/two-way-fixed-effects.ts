import { chiSquareUpper, tQuantile } from './distributions.ts'
import { dot, inverse, wald } from './linear-algebra.ts'
import { type PanelRow, panelShape, toPanel, unitLimits } from './panel.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type EventCoefficient = { k: number; coef: number; se: number | null }
export type TwoWay = ModelResult & {
  beta: number | null
  /** Cluster-robust by unit (CR1), counting regressors and periods; null with fewer than two units. */
  se: number | null
  df: number
  /** The same without small-sample factor, and counting the unit dummies too. */
  cr0: number | null
  cr1Nested: number | null
  cr1Dummy: number | null
  intervalDummy: Interval | null
  /** k: periods since the start; base −1 is not listed. */
  eventStudy: EventCoefficient[]
  preTrend: { W: number; df: number; p: number } | null
  /** Few clusters or a staggered start: use `permutationTest` or `groupTimeEffects` for the headline. */
  headline: boolean
}

type Cell = { u: number; t: number; y: number }

/** Takes unit and period means out of a column; alternating until still, which one pass reaches when balanced. */
function residualise(cells: Cell[], column: number[], units: number, periods: number): number[] {
  const x = [...column]
  for (let round = 0; round < 2000; round++) {
    let moved = 0
    for (const [key, count] of [
      ['u', units],
      ['t', periods],
    ] as const) {
      const total = new Array<number>(count).fill(0)
      const held = new Array<number>(count).fill(0)
      cells.forEach((c, i) => {
        total[c[key]]! += x[i]!
        held[c[key]]!++
      })
      cells.forEach((c, i) => {
        const m = total[c[key]]! / held[c[key]]!
        moved = Math.max(moved, Math.abs(m))
        x[i]! -= m
      })
    }
    if (moved < 1e-13) break
  }
  return x
}

/** Least squares on residualised columns with a cluster-robust covariance by unit (no small-sample factor). */
function clusterRegression(cells: Cell[], columns: number[][], y: number[]) {
  const bread = inverse(columns.map(a => columns.map(b => dot(a, b))))
  if (!bread) return null
  const xy = columns.map(c => dot(c, y))
  const beta = bread.map(row => dot(row, xy))
  const e = y.map((v, i) => v - columns.reduce((s, c, j) => s + c[i]! * beta[j]!, 0))
  const scores = new Map<number, number[]>()
  cells.forEach((cell, i) => {
    const s = scores.get(cell.u) ?? new Array<number>(columns.length).fill(0)
    columns.forEach((c, j) => {
      s[j]! += c[i]! * e[i]!
    })
    scores.set(cell.u, s)
  })
  const meat = columns.map((_, a) => columns.map((_, b) => [...scores.values()].reduce((m, s) => m + s[a]! * s[b]!, 0)))
  const half = bread.map(row => columns.map((_, j) => row.reduce((s, v, k) => s + v * meat[k]![j]!, 0)))
  const covariance = half.map(row => bread.map((_, j) => row.reduce((s, v, k) => s + v * bread[k]![j]!, 0)))
  return { beta, covariance }
}

/** Two-way fixed effects with clusters by unit, and the event study around each unit's own start. */
export function twoWayFixedEffects(rows: PanelRow[]): TwoWay {
  const panel = toPanel(rows)
  const shape = panelShape(panel)
  const cells: Cell[] = []
  panel.values.forEach((row, u) => {
    row.forEach((v, t) => {
      if (v !== null) cells.push({ u, t, y: v })
    })
  })
  const G = new Set(cells.map(c => c.u)).size
  const T = new Set(cells.map(c => c.t)).size
  const N = cells.length
  const absent = panel.units.length * panel.periods.length - N
  const base = {
    n: N,
    missing: absent ? [{ what: 'nilai indikator unit-periode', who: 'pengelola data unit', count: absent }] : [],
    method: 'efek tetap dua arah; galat baku menurut unit (CR1); selang t',
    assumptions: ['tanpa program, semua unit bergerak sejajar', 'pengaruh tidak berubah menurut waktu'],
    headline: !shape.staggered && G >= 30 && shape.n1 >= 8,
    limits: unitLimits(shape.n1, shape.n0, shape.before, shape.after),
  }
  const none = {
    ...base,
    value: null,
    interval: null,
    beta: null,
    se: null,
    df: Math.max(0, G - 1),
    cr0: null,
    cr1Nested: null,
    cr1Dummy: null,
    intervalDummy: null,
    eventStudy: [],
    preTrend: null,
  }
  if (shape.n1 === 0 || G < 2 || T < 2) return { ...none, status: 'belumDapatDisimpulkan' }
  const sweep = (column: number[]) => residualise(cells, column, panel.units.length, panel.periods.length)
  const y = sweep(cells.map(c => c.y))
  const sinceStart = (c: Cell): number | null => {
    const g = panel.firstTreated[c.u] ?? null
    if (g === null) return null
    const start = panel.periods.findIndex(p => p >= g)
    return start < 0 ? c.t - panel.periods.length : c.t - start
  }
  const d = sweep(cells.map(c => ((sinceStart(c) ?? -1) >= 0 ? 1 : 0)))
  const fit = dot(d, d) > 1e-12 ? clusterRegression(cells, [d], y) : null
  if (!fit) return { ...none, status: 'tidakTerdefinisi' }
  const factor = (K: number) => (N > K ? (G / (G - 1)) * ((N - 1) / (N - K)) : null)
  const scaled = (v: number, f: number | null) => (f === null ? null : Math.sqrt(Math.max(0, v) * f))
  const cr0 = Math.sqrt(fit.covariance[0]![0]!)
  const cr1Nested = scaled(fit.covariance[0]![0]!, factor(1 + T))
  const cr1Dummy = scaled(fit.covariance[0]![0]!, factor(1 + G + T - 1))
  const beta = fit.beta[0]!
  const t = tQuantile(0.975, G - 1)
  const around = (se: number | null): Interval | null => (se === null ? null : [beta - t * se, beta + t * se])
  const steps = [...new Set(cells.map(sinceStart).filter((k): k is number => k !== null && k !== -1))].sort(
    (a, b) => a - b,
  )
  const event = clusterRegression(
    cells,
    steps.map(k => sweep(cells.map(c => (sinceStart(c) === k ? 1 : 0)))),
    y,
  )
  const eventFactor = factor(steps.length + T)
  const leads = steps.map((k, i) => (k < -1 ? i : -1)).filter(i => i >= 0)
  const W =
    event && leads.length && eventFactor
      ? wald(
          leads.map(i => event.beta[i]!),
          leads.map(i => leads.map(j => event.covariance[i]![j]! * eventFactor)),
        )
      : null
  const interval = around(cr1Nested)
  return {
    ...base,
    status: 'ok',
    value: beta,
    interval,
    beta,
    se: cr1Nested,
    df: G - 1,
    cr0,
    cr1Nested,
    cr1Dummy,
    intervalDummy: around(cr1Dummy),
    eventStudy: event
      ? steps.map((k, i) => ({ k, coef: event.beta[i]!, se: scaled(event.covariance[i]![i]!, eventFactor) }))
      : [],
    preTrend: W === null ? null : { W, df: leads.length, p: chiSquareUpper(W, leads.length) },
    limits: `${base.limits}${interval ? ` Selang ${rangeInWords(interval)}.` : ''}`,
  }
}
