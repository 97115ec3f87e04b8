import { mean } from './moments.ts'

/** One unit's indicator in one period. `firstTreated`: the unit's first period with the programme; null never. */
export type PanelRow = { unit: string; period: number; value: number | null; firstTreated: number | null }

/** A panel by unit: `values[u][t]`, null where the indicator is missing. Units in order of name, periods ascending. */
export type Panel = {
  units: string[]
  periods: number[]
  values: (number | null)[][]
  firstTreated: (number | null)[]
}

/** Rows to a panel; a repeated unit-period keeps the last row. */
export function toPanel(rows: PanelRow[]): Panel {
  const units = [...new Set(rows.map(r => r.unit))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const periods = [...new Set(rows.map(r => r.period))].sort((a, b) => a - b)
  const at = new Map(units.map((u, i) => [u, i]))
  const when = new Map(periods.map((p, i) => [p, i]))
  const values: (number | null)[][] = units.map(() => periods.map(() => null))
  const firstTreated: (number | null)[] = units.map(() => null)
  for (const r of rows) {
    values[at.get(r.unit)!]![when.get(r.period)!] = r.value
    if (r.firstTreated !== null) firstTreated[at.get(r.unit)!] = r.firstTreated
  }
  return { units, periods, values, firstTreated }
}

/** One unit's change: mean after − mean before. */
export type UnitChange = { unit: string; y: number; treated: boolean; stratum?: string }

/** Changes of the units complete in every period, around the first start of the programme; the others are named. */
export function unitChanges(panel: Panel): { changes: UnitChange[]; dropped: string[]; start: number | null } {
  const starts = panel.firstTreated.filter((g): g is number => g !== null)
  const start = starts.length ? Math.min(...starts) : null
  const changes: UnitChange[] = []
  const dropped: string[] = []
  panel.units.forEach((unit, u) => {
    const own = panel.firstTreated[u] ?? start
    const before: number[] = []
    const after: number[] = []
    const row = panel.values[u]!
    panel.periods.forEach((p, t) => {
      if (own === null || row[t] === null) return
      ;(p < own ? before : after).push(row[t]!)
    })
    if (row.some(v => v === null) || !before.length || !after.length) dropped.push(unit)
    else changes.push({ unit, y: mean(after) - mean(before), treated: panel.firstTreated[u] !== null })
  })
  return { changes, dropped, start }
}

/** The sentence beside every unit-outcome estimate. */
export const unitLimits = (n1: number, n0: number, before: number, after: number): string =>
  `${n1} unit program dan ${n0} unit pembanding, ${before} periode sebelum dan ${after} sesudah. Perbedaan ini dapat berasal dari hal lain yang terjadi bersamaan; anggapan: tanpa program, kedua kelompok bergerak sejajar.`

/** How many treated and comparison units, and periods before and after the first start. */
export function panelShape(panel: Panel) {
  const starts = panel.firstTreated.filter((g): g is number => g !== null)
  const start = starts.length ? Math.min(...starts) : null
  return {
    n1: starts.length,
    n0: panel.units.length - starts.length,
    start,
    before: start === null ? panel.periods.length : panel.periods.filter(p => p < start).length,
    after: start === null ? 0 : panel.periods.filter(p => p >= start).length,
    staggered: new Set(starts).size > 1,
  }
}
