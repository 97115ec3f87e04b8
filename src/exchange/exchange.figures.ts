import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import type { Defect } from './data-quality/data-quality.model.ts'
import type { Dimension } from './data-quality/data-quality.rules.ts'
import { qualityReport } from './data-quality/data-quality.store.ts'
import { findImport, type RowCounts } from './import/import.store.ts'

const recordsOf = (defects: readonly Defect[]) => defects.map(d => `${d.rule}:${d.record_kind}:${d.record_id}`)

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
    const title = rule === 'all' ? undefined : report.rules.find(r => r.code === rule)?.title
    return defectCount(db.on, report.defects, { rule: rule === 'all' ? undefined : rule, unitId, title })
  },
  'exchange.import-rows': async (db, [importId, outcome]) => {
    const found = await findImport(db, importId)
    const rows = found?.summary.counts?.[outcome as keyof RowCounts]
    return rows === undefined ? null : outcomeFigure(db.on, importId, outcome as keyof RowCounts, rows)
  },
}
