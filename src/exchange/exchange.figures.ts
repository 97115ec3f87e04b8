import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import type { Defect } from './data-quality/data-quality.model.ts'
import type { Dimension } from './data-quality/data-quality.rules.ts'
import { type QualityReport, qualityReport } from './data-quality/data-quality.store.ts'
import { findImport, type RowCounts } from './import/import.store.ts'

const recordsOf = (defects: readonly Defect[]) => defects.map(d => `${d.rule}:${d.record_kind}:${d.record_id}`)

/** The rules of a named group: one rule, a dimension (`dimension-…`), or what they hold up (`block-…`); null means all. */
const rulesOf = (report: QualityReport, key: string): { codes: Set<string> | null; title?: string } => {
  const [, kind, name] = /^(dimension|block)-(.+)$/.exec(key) ?? []
  const within = report.rules.filter(r =>
    kind === 'dimension' ? r.dimension === name : kind === 'block' ? r.blocks.includes(name) : r.code === key,
  )
  if (key === 'all') return { codes: null }
  return { codes: new Set(within.map(r => r.code)), title: kind === 'block' ? `Menghalangi ${name}` : within[0]?.title }
}

/** Open defects of a group of rules, on the quality page; each counted once for every rule it breaks. */
export const defectsOfGroup = (on: Day, report: QualityReport, key: string): Figure<number> => {
  const { codes, title } = rulesOf(report, key)
  return count({
    ref: `exchange.defects:${key}`,
    label: title ?? 'Cacat terbuka',
    unit: 'count',
    asOf: on,
    members: recordsOf(report.defects.filter(d => codes?.has(d.rule) ?? true)),
    of: 'catatan',
    filter: title ?? 'melanggar aturan mutu data',
  })
}

/** In how many units a rule is broken. */
export const defectUnits = (
  on: Day,
  rule: { code: string; title: string; defects: readonly Defect[] },
): Figure<number> =>
  count({
    ref: `exchange.defect-units:${rule.code}`,
    label: `Unit dengan cacat: ${rule.title}`,
    unit: 'count',
    asOf: on,
    members: [...new Set(rule.defects.map(d => d.unit_id))].sort(),
    of: 'unit',
    filter: rule.title,
  })

/** Open defects: all, of one rule, or of a unit. */
export const defectCount = (
  on: Day,
  defects: readonly Defect[],
  scope: { rule?: string; unitId?: string; title?: string } = {},
): Figure<number> =>
  count({
    ref: `exchange.defects:${scope.rule ?? 'all'}${scope.unitId ? `:${scope.unitId}` : ''}`,
    label: scope.title ?? 'Cacat terbuka',
    unit: 'count',
    asOf: on,
    members: recordsOf(
      defects.filter(d => (!scope.rule || d.rule === scope.rule) && (!scope.unitId || d.unit_id === scope.unitId)),
    ),
    of: 'catatan',
    filter: scope.title ?? 'melanggar aturan mutu data',
  })

const outcomeWords: Record<keyof RowCounts, string> = {
  new: 'Baris baru',
  changed: 'Baris berubah',
  same: 'Baris sama',
  rejected: 'Baris ditolak',
  skipped: 'Baris ganda dilewati',
  warnings: 'Peringatan',
  rows: 'Baris data',
}

/** How many rows of an import ended how; the leaf is the kept judgement. */
export const outcomeFigure = (on: Day, importId: string, outcome: keyof RowCounts, rows: number): Figure<number> =>
  record<number>({
    ref: `exchange.import-rows:${importId}:${outcome}`,
    label: outcomeWords[outcome],
    unit: 'count',
    asOf: on,
    value: rows,
    sources: [{ kind: 'exchange.import', id: importId, label: 'Hasil pemeriksaan kiriman' }],
  })

/** Kinds of figures this room reads again by their address. */
export const exchangeFigures: FigureSources = {
  'exchange.quality': async (db, [dimension, unitId]) => {
    const report = await qualityReport(db)
    return unitId
      ? (report.units.find(u => u.id === unitId)?.scores[dimension as Dimension] ?? null)
      : (report.dimensions.find(d => d.dimension === dimension)?.score ?? null)
  },
  'exchange.quality-rule': async (db, [code]) =>
    (await qualityReport(db)).rules.find(r => r.code === code)?.score ?? null,
  'exchange.defects': async (db, [rule, unitId]) => {
    const report = await qualityReport(db)
    if (/^(?:dimension|block)-/.test(rule)) return defectsOfGroup(db.on, report, rule)
    const title = rule === 'all' ? undefined : report.rules.find(r => r.code === rule)?.title
    return defectCount(db.on, report.defects, { rule: rule === 'all' ? undefined : rule, unitId, title })
  },
  'exchange.defect-units': async (db, [code]) => {
    const rule = (await qualityReport(db)).rules.find(r => r.code === code)
    return rule ? defectUnits(db.on, rule) : null
  },
  'exchange.import-rows': async (db, [importId, outcome]) => {
    const found = await findImport(db, importId)
    const rows = found?.summary.counts?.[outcome as keyof RowCounts]
    return rows === undefined ? null : outcomeFigure(db.on, importId, outcome as keyof RowCounts, rows)
  },
}
