import { unitDifference } from './did-2x2.ts'
import { minimumDetectableEffect } from './minimum-detectable-effect.ts'
import { sd } from './moments.ts'
import { type PanelRow, panelShape, toPanel, unitChanges } from './panel.ts'
import { choose } from './permutation-test.ts'
import { inWords, type ModelResult } from './result.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

/** What is known of the evaluation beside the panel. Null means not recorded, which does not pass. */
export type OutcomeDesign = {
  kind: 'did' | 'sc' | 'sdid'
  /** Indicator, baseline and target agreed before the first training. */
  agreedBefore: boolean | null
  /** Agreed change, in the unit of the indicator; null when none was agreed. */
  targetChange: number | null
  /** Recorded events in treated units at the same time; null when nobody has looked. */
  shocks: string[] | null
  /** For SC: fit before the start and the estimated effect, when already computed. */
  preRmspe?: number | null
  effect?: number | null
}

/** Every threshold is a rule-set value; these are ours. */
export const gateThresholds = {
  didBefore: 2,
  didAfter: 1,
  preTrendBefore: 3,
  scBefore: 8,
  scAfter: 1,
  treated: 2,
  comparison: 4,
  assignments: 20,
  scComparison: 19,
  missingShare: 0.1,
  preTrendP: 0.1,
  preTrendShare: 0.5,
  fitShareOfEffect: 0.5,
  fitShareOfSd: 0.25,
}
export type GateThresholds = typeof gateThresholds

export type OutcomeGate = ModelResult & {
  verdict: 'bolehDihitung' | 'belumDapatDisimpulkan'
  reasons: string[]
  checks: { check: string; passed: boolean; detail: string }[]
}

/** May an effect be computed at all from these units and periods? The answer lists every check, not only the first. */
export function outcomeGate(rows: PanelRow[], design: OutcomeDesign, rules: Partial<GateThresholds> = {}): OutcomeGate {
  const r = { ...gateThresholds, ...rules }
  const panel = toPanel(rows)
  const shape = panelShape(panel)
  const checks: OutcomeGate['checks'] = []
  const check = (name: string, passed: boolean, detail: string) => checks.push({ check: name, passed, detail })
  const did = design.kind === 'did'
  check(
    'kesepakatan',
    design.agreedBefore === true,
    design.agreedBefore === true
      ? 'Indikator, nilai awal, dan sasaran disepakati sebelum pelatihan pertama.'
      : 'Indikator, nilai awal, atau sasaran belum disepakati sebelum pelatihan pertama.',
  )
  const [before, after] = did ? [r.didBefore, r.didAfter] : [r.scBefore, r.scAfter]
  check(
    'periode',
    shape.before >= before && shape.after >= after,
    `Periode sebelum ${shape.before} (perlu ${before}), sesudah ${shape.after} (perlu ${after}).`,
  )
  if (design.kind === 'sc' && shape.n1 === 1)
    check('unit', shape.n0 >= r.scComparison, `Unit pembanding ${shape.n0} (perlu ${r.scComparison}).`)
  else {
    const ways = choose(shape.n0 + shape.n1, shape.n1)
    check(
      'unit',
      shape.n1 >= r.treated && shape.n0 >= r.comparison && ways >= r.assignments,
      `Unit program ${shape.n1} (perlu ${r.treated}), pembanding ${shape.n0} (perlu ${r.comparison}), susunan ${ways} (perlu ${r.assignments}).`,
    )
  }
  const cells = panel.units.length * panel.periods.length
  const absent = panel.values.flat().filter(v => v === null).length
  const share = cells ? absent / cells : 1
  check(
    'kelengkapan',
    share <= r.missingShare + 1e-9,
    `Nilai yang tidak ada ${inWords(100 * share, 0)}% (paling banyak ${inWords(100 * r.missingShare, 0)}%).`,
  )
  const changes = unitChanges(panel).changes
  const estimate = unitDifference(changes).estimate
  if (did && shape.before >= r.preTrendBefore && shape.n1 > 0 && shape.n0 > 0) {
    const way = twoWayFixedEffects(rows)
    const largest = Math.max(0, ...way.eventStudy.filter(e => e.k < -1).map(e => Math.abs(e.coef)))
    const p = way.preTrend?.p ?? null
    check(
      'arah sebelumnya',
      p !== null && p >= r.preTrendP && estimate !== null && largest < r.preTrendShare * Math.abs(estimate),
      p === null
        ? 'Kesejajaran sebelum program tidak dapat diuji.'
        : `Uji kesejajaran sebelum program p ${inWords(p)}; selisih terbesar ${inWords(largest)}.`,
    )
  }
  if (design.kind === 'sc' && design.preRmspe !== undefined) {
    const spread = sd(panel.values.flat().filter((v): v is number => v !== null))
    const fit = design.preRmspe
    const fits =
      fit !== null &&
      ((design.effect !== undefined && design.effect !== null && fit <= r.fitShareOfEffect * Math.abs(design.effect)) ||
        fit <= r.fitShareOfSd * spread)
    check('kecocokan', fits, `Galat pembanding buatan sebelum program ${inWords(fit)}.`)
  }
  const yc = changes.filter(c => !c.treated).map(c => c.y)
  if (design.targetChange === null) check('sasaran', false, 'Sasaran perubahan belum disepakati.')
  else if (did && yc.length >= 2 && shape.n1 > 0) {
    const yt = changes.filter(c => c.treated).map(c => c.y)
    const centre = (x: number[]) => x.map(v => v - x.reduce((a, b) => a + b, 0) / x.length)
    const spread = Math.sqrt(
      [...centre(yc), ...centre(yt)].reduce((s, v) => s + v * v, 0) / Math.max(1, changes.length - 2),
    )
    const mde = minimumDetectableEffect({ sdChange: spread, nTreated: yt.length, nComparison: yc.length }).mde
    const seen = mde !== null && mde <= Math.abs(design.targetChange) + 1e-9
    check(
      'perubahan terkecil',
      seen,
      seen
        ? `Perubahan terkecil yang dapat terlihat ${inWords(mde)}.`
        : 'Data terlalu sedikit untuk melihat perubahan sebesar sasaran.',
    )
  }
  check(
    'peristiwa lain',
    design.shocks !== null && design.shocks.length === 0,
    design.shocks === null
      ? 'Peristiwa lain di unit program belum diperiksa.'
      : design.shocks.length
        ? `Ada peristiwa lain pada waktu yang sama: ${design.shocks.join(', ')}.`
        : 'Tidak ada peristiwa lain yang tercatat.',
  )
  const reasons = checks.filter(c => !c.passed).map(c => c.detail)
  const passes = reasons.length === 0
  return {
    status: passes ? 'ok' : 'belumDapatDisimpulkan',
    value: passes ? 1 : null,
    n: panel.units.length,
    missing: absent ? [{ what: 'nilai indikator unit-periode', who: 'pengelola data unit', count: absent }] : [],
    method: 'gerbang sebelum menghitung pengaruh pada unit',
    assumptions: [],
    verdict: passes ? 'bolehDihitung' : 'belumDapatDisimpulkan',
    reasons,
    checks,
    limits: passes
      ? 'Syarat data terpenuhi; pengaruh boleh dihitung.'
      : `Belum dapat disimpulkan: ${reasons.join(' ')}`,
  }
}

/** The words of a verdict; never "terbukti", never "disebabkan". `better` says which direction is good. */
export function verdictWords(interval: [number, number] | null, better: 'naik' | 'turun'): string {
  if (!interval) return 'belum dapat disimpulkan'
  const [low, high] = better === 'naik' ? interval : [-interval[1], -interval[0]]
  return low > 0 ? 'indikasi membaik' : high < 0 ? 'indikasi memburuk' : 'tidak terlihat perbedaan'
}
