import type { ComputeEntry } from './compute-entry.ts'
import { Ask, cellFlag, cellOrNull, cellText, pickColumn, type Row, refuse } from './compute-input.ts'
import { did2x2, unitDifference } from './did-2x2.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import { minimumDetectableEffect, requiredUnits } from './minimum-detectable-effect.ts'
import { gateThresholds, type OutcomeDesign, outcomeGate } from './outcome-gate.ts'
import { type PanelRow, toPanel, type UnitChange, unitChanges } from './panel.ts'
import { permutationTest } from './permutation-test.ts'
import { syntheticControl } from './synthetic-control.ts'
import { syntheticDid } from './synthetic-did.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

type Parameters = Record<string, unknown>
const named = (ask: Ask, key: string, defaults: string[]): string[] => (ask.has(key) ? [ask.text(key)] : defaults)

function checked(rows: PanelRow[]): PanelRow[] {
  if (rows.length === 0) refuse('Panel tidak berisi baris data.')
  const seen = new Set<string>()
  for (const r of rows) {
    const key = `${r.unit}\u0001${r.period}`
    if (seen.has(key)) refuse(`Unit "${r.unit}" periode ${r.period} tertulis dua kali.`)
    seen.add(key)
  }
  const starts = new Map<string, number | null>()
  for (const r of rows) {
    const before = starts.get(r.unit)
    if (before !== undefined && before !== r.firstTreated)
      refuse(`Unit "${r.unit}" memiliki dua waktu mulai yang berbeda.`)
    starts.set(r.unit, r.firstTreated)
  }
  return rows
}

/** A panel from a CSV: unit, period, value, and either the first treated period or a 0/1 mark per unit and period. */
export function panelFromCsv(rows: Row[], p: Parameters): PanelRow[] {
  const ask = new Ask(p)
  const unit = pickColumn(rows, 'unit', named(ask, 'unitColumn', ['unit', 'state', 'countyreal', 'id']))
  const period = pickColumn(rows, 'periode', named(ask, 'periodColumn', ['period', 'year', 'periode', 'tahun']))
  const value = pickColumn(
    rows,
    'nilai',
    named(ask, 'valueColumn', ['value', 'packs_per_capita', 'lemp', 'outcome', 'nilai']),
  )
  const first = ['firstTreated', 'first_treat', 'first_treated'].find(c => c in rows[0]!)
  const cells = rows.map((r, i) => ({
    unit: cellText(r, unit, i),
    period: cellOrNull(r, period, i) ?? refuse(`Baris ${i + 2}, kolom "${period}" kosong.`),
    value: cellOrNull(r, value, i),
  }))
  if (first) {
    return checked(
      cells.map((c, i) => {
        const g = cellOrNull(rows[i]!, first, i)
        return { ...c, firstTreated: g === 0 ? null : g }
      }),
    )
  }
  const mark = pickColumn(rows, 'program', named(ask, 'treatedColumn', ['treated', 'program']))
  const fixedStart = ask.optional('start')
  const start = new Map<string, number>()
  cells.forEach((c, i) => {
    if (!cellFlag(rows[i]!, mark, i)) return
    const from = fixedStart ?? c.period
    start.set(c.unit, Math.min(start.get(c.unit) ?? from, from))
  })
  return checked(cells.map(c => ({ ...c, firstTreated: start.get(c.unit) ?? null })))
}

const panelFromJson = (p: Parameters): PanelRow[] =>
  checked(
    new Ask(p).objects('panel', a => ({
      unit: a.text('unit'),
      period: a.number('period'),
      value: a.nullable('value'),
      firstTreated: a.has('firstTreated') && a.raw('firstTreated') !== 0 ? a.number('firstTreated') : null,
    })),
  )

const changesFrom = (p: Parameters): UnitChange[] => {
  const ask = new Ask(p)
  if (!ask.has('changes') && ask.has('panel')) return unitChanges(toPanel(panelFromJson(p))).changes
  return ask.objects('changes', (a, i) => ({
    unit: a.optionalText('unit') ?? `unit ${String(i + 1).padStart(6, '0')}`,
    y: a.number('y'),
    treated: a.flag('treated'),
    stratum: a.optionalText('stratum'),
  }))
}

function permutation(changes: UnitChange[], p: Parameters, rows?: PanelRow[]) {
  const ask = new Ask(p)
  const test = permutationTest(changes, {
    maxExact: ask.optional('maxExact', { min: 0, max: 1e6, integer: true }),
    draws: ask.optional('draws', { min: 1, max: 1e6, integer: true }),
    seed: ask.optional('seed', { integer: true }),
    alpha: ask.optional('alpha', { above: 0, below: 1 }),
  })
  const difference = unitDifference(changes)
  const dropped = rows ? unitChanges(toPanel(rows)).dropped : []
  return { ...test, welch: difference.welch, pooled: difference.pooled, changes, dropped }
}

/** The event study keyed by period when all start together, by k when not. */
function twoWay(rows: PanelRow[]) {
  const r = twoWayFixedEffects(rows)
  const panel = toPanel(rows)
  const starts = [...new Set(panel.firstTreated.filter(g => g !== null))]
  const at = starts.length === 1 ? panel.periods.findIndex(t => t >= starts[0]!) : null
  const key = (k: number) => (at === null ? String(k) : String(panel.periods[at + k]))
  return {
    ...r,
    eventStudy: Object.fromEntries(r.eventStudy.map(e => [key(e.k), e.coef])),
    eventStudyList: r.eventStudy,
  }
}

function staggered(rows: PanelRow[], p: Parameters) {
  const control = new Ask(p).optionalOneOf('control', ['neverTreated', 'notYetTreated'] as const)
  const r = groupTimeEffects(rows, { control })
  const way = twoWayFixedEffects(rows)
  const attOf = (x: Record<string, { att: number }>) =>
    Object.fromEntries(Object.entries(x).map(([k, v]) => [k, v.att]))
  const { group, dynamic, calendar } = r
  return {
    ...r,
    att: Object.fromEntries(r.att.map(a => [`${a.g},${a.t}`, a.att])),
    se: Object.fromEntries(r.att.map(a => [`${a.g},${a.t}`, a.se])),
    attList: r.att,
    group: group && { ...attOf(group.groups), overall: group.overall, se: group.se },
    dynamic: dynamic && { ...attOf(dynamic.effects), overall: dynamic.overall, se: dynamic.se },
    calendar: calendar && { ...attOf(calendar.periods), overall: calendar.overall, se: calendar.se },
    detail: { group, dynamic, calendar },
    notYetTreated: control === 'notYetTreated' ? { simple: r.simple } : notYet(rows),
    twoWay: { beta: way.beta, seNested: way.cr1Nested },
  }
}
const notYet = (rows: PanelRow[]) => {
  const { simple, group, dynamic, calendar, att } = groupTimeEffects(rows, { control: 'notYetTreated' })
  return { simple, group, dynamic, calendar, att: Object.fromEntries(att.map(a => [`${a.g},${a.t}`, a.att])) }
}

const control = (rows: PanelRow[], p: Parameters) => {
  const unit = new Ask(p).optionalText('treatedUnit')
  if (unit !== undefined && !rows.some(r => r.unit === unit)) refuse(`Unit "${unit}" tidak ada dalam panel.`)
  const r = syntheticControl(rows, unit)
  return {
    ...r,
    weights: Object.fromEntries(r.weights.map(w => [w.unit, w.weight])),
    gap: Object.fromEntries(r.gap.map(g => [g.period, g.gap])),
  }
}
const sdid = (rows: PanelRow[], p: Parameters) => {
  const ask = new Ask(p)
  const r = syntheticDid(rows, {
    draws: ask.optional('draws', { min: 2, max: 10000, integer: true }),
    seed: ask.optional('seed', { integer: true }),
  })
  return {
    ...r,
    unitWeights: Object.fromEntries(r.unitWeights.map(w => [w.unit, w.weight])),
    timeWeights: Object.fromEntries(r.timeWeights.map(w => [w.period, w.weight])),
  }
}

function gate(rows: PanelRow[], p: Parameters) {
  const design = new Ask(p).optionalObject('design') ?? new Ask({})
  const rules = new Ask(p).optionalObject('rules')
  const read: OutcomeDesign = {
    kind: design.optionalOneOf('kind', ['did', 'sc', 'sdid'] as const) ?? 'did',
    agreedBefore: design.optionalFlag('agreedBefore') ?? null,
    targetChange: design.nullable('targetChange'),
    shocks: design.has('shocks') ? design.texts('shocks') : null,
    preRmspe: design.optional('preRmspe', { min: 0 }),
    effect: design.optional('effect'),
  }
  const changed = rules
    ? Object.fromEntries(
        Object.keys(rules.source).map(k => [
          k,
          k in gateThresholds ? rules.number(k, { min: 0 }) : refuse(`Aturan gerbang "${k}" tidak dikenal.`),
        ]),
      )
    : {}
  return outcomeGate(rows, read, changed)
}

function twoByTwo(p: Parameters) {
  const ask = new Ask(p)
  if (ask.has('changes') || ask.has('panel')) return unitDifference(changesFrom(p))
  return did2x2({
    meanTreatedPre: ask.number('meanTreatedPre'),
    meanTreatedPost: ask.number('meanTreatedPost'),
    meanCompPre: ask.number('meanCompPre'),
    meanCompPost: ask.number('meanCompPost'),
    seChangeTreated: ask.nullable('seChangeTreated', { min: 0 }),
    seChangeComp: ask.nullable('seChangeComp', { min: 0 }),
  })
}
const overPanel = (f: (rows: PanelRow[], p: Parameters) => unknown) => ({
  listAs: 'panel',
  fromJson: (p: Parameters) => f(panelFromJson(p), p),
  fromCsv: (rows: Row[], p: Parameters) => f(panelFromCsv(rows, p), p),
})

/** Level 4: did units with the programme change more than comparable ones. */
export const unitEntries: Record<string, ComputeEntry> = {
  outcomeGate: {
    describe:
      'Bolehkah pengaruh pada unit dihitung? CSV panel; parameter "design" berisi kesepakatan, sasaran, dan peristiwa lain.',
    example: `anyam compute outcomeGate units_10.csv --with '{"design":{"agreedBefore":true,"targetChange":8,"shocks":[]}}'`,
    ...overPanel(gate),
  },
  did2x2: {
    describe: 'Beda dari beda 2×2 dari rata-rata, perubahan unit, atau panel.',
    example: `anyam compute did2x2 '{"meanTreatedPre":20.44,"meanTreatedPost":21.03,"meanCompPre":23.33,"meanCompPost":21.17,"seChangeTreated":0.54,"seChangeComp":1.25}'`,
    listAs: 'changes',
    fromJson: twoByTwo,
    fromCsv: (rows, p) => unitDifference(unitChanges(toPanel(panelFromCsv(rows, p))).changes),
  },
  twoWayFixedEffects: {
    describe: 'Efek tetap dua arah dengan galat menurut unit, dan studi peristiwa.',
    example: 'anyam compute twoWayFixedEffects units_10.csv',
    ...overPanel(twoWay),
  },
  permutationTest: {
    describe: 'Uji acak atas perubahan unit; selang dari pembalikan uji.',
    example: 'anyam compute permutationTest units_10.csv',
    listAs: 'changes',
    fromJson: p => permutation(changesFrom(p), p),
    fromCsv: (rows, p) => {
      const panel = panelFromCsv(rows, p)
      return permutation(unitChanges(toPanel(panel)).changes, p, panel)
    },
  },
  minimumDetectableEffect: {
    describe: 'Perubahan terkecil yang dapat terlihat dengan unit sebanyak ini.',
    example: `anyam compute minimumDetectableEffect '{"sdChange":3,"nTreated":3,"nComparison":7,"alpha":0.05,"power":0.8}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return minimumDetectableEffect({
        sdChange: ask.number('sdChange', { min: 0 }),
        nTreated: ask.count('nTreated'),
        nComparison: ask.count('nComparison'),
        alpha: ask.optional('alpha', { above: 0, below: 1 }),
        power: ask.optional('power', { above: 0, below: 1 }),
      })
    },
  },
  requiredUnits: {
    describe: 'Unit yang diperlukan untuk melihat perubahan sebesar sasaran.',
    example: `anyam compute requiredUnits '{"sdChange":3,"target":3}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return requiredUnits({
        sdChange: ask.number('sdChange', { above: 0 }),
        target: ask.number('target', { above: 0 }),
        ratio: ask.optional('ratio', { above: 0 }),
        alpha: ask.optional('alpha', { above: 0, below: 1 }),
        power: ask.optional('power', { above: 0, below: 1 }),
      })
    },
  },
  groupTimeEffects: {
    describe: "Pengaruh menurut kelompok dan waktu bila program mulai bergiliran (Callaway & Sant'Anna).",
    example: 'anyam compute groupTimeEffects mpdta.csv',
    ...overPanel(staggered),
  },
  syntheticControl: {
    describe: 'Pembanding buatan untuk satu unit program.',
    example: 'anyam compute syntheticControl prop99.csv',
    ...overPanel(control),
  },
  syntheticDid: {
    describe: 'Beda dari beda buatan untuk satu waktu mulai.',
    example: 'anyam compute syntheticDid prop99.csv',
    ...overPanel(sdid),
  },
}
