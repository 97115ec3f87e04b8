import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult, RowRefusal } from '../register-result.ts'
import { indicatorFromFile } from './usual-indicators.ts'

export const indicatorValueRow = z.object({
  unitName: z.string().min(1),
  indicatorCode: z.string().min(1),
  unitOfMeasure: z.string().nullish(),
  /** First day of the month. */
  monthOn: z.string(),
  /** Null: the month was named without a value; it stays unknown and gets no record. */
  value: z.number().nullable(),
  numerator: z.number().nullish(),
  denominator: z.number().nullish(),
})

/** Brings monthly unit indicators; one value per unit, indicator and month. */
export const registerIndicatorValues = useCase({
  name: 'register-indicator-values',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  reads: ['workforce.units'],
  writes: ['workforce.indicators', 'workforce.indicator_values'],
  input: z.object({ rows: z.array(indicatorValueRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const units = new Map(
      (await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units`)).map(u => [
        u.name.toLowerCase(),
        u.id,
      ]),
    )
    const definitions = new Map(
      input.rows.map((r, line) => [r.indicatorCode, { line, ...indicatorFromFile(r.indicatorCode, r.unitOfMeasure) }]),
    )
    const knownIndicators = await rowsAsJson(db, 'workforce.indicators', sql`true`)
    const knownCodes = new Set(knownIndicators.map(i => i.code))
    const fresh = [...definitions.values()].filter(d => !knownCodes.has(d.code))
    const indicatorChanges = await saveRows(db, 'workforce.indicators', {
      rows: fresh.map(d => ({ code: d.code, name: d.name, unit_of_measure: d.unitOfMeasure, direction: d.direction })),
      existing: knownIndicators,
      keyOf: r => String(r.code),
      newId,
    })
    const ids = new Map(
      [...knownIndicators, ...indicatorChanges.map(c => c.after as Row)].map(i => [String(i.code), String(i.id)]),
    )
    const refusals: RowRefusal[] = []
    const lines: number[] = []
    const rows = input.rows.flatMap((r, line): Row[] => {
      const unit_id = units.get(r.unitName.toLowerCase())
      if (!unit_id) {
        refusals.push({
          line,
          code: 'UNIT_TIDAK_DIKENAL',
          message: `Unit "${r.unitName}" tidak ada. Impor daftar unit lebih dahulu.`,
        })
        return []
      }
      if (r.value === null) return []
      lines.push(line)
      return [
        {
          unit_id,
          indicator_id: ids.get(r.indicatorCode),
          month_on: r.monthOn,
          value: r.value,
          numerator: r.numerator ?? null,
          denominator: r.denominator ?? null,
        },
      ]
    })
    const unitIds = [...new Set(rows.map(r => String(r.unit_id)))]
    const changes = await saveRows(db, 'workforce.indicator_values', {
      rows,
      existing: await rowsAsJson(db, 'workforce.indicator_values', sql`t.unit_id = any (${unitIds})`),
      keyOf: r => `${r.indicator_id}|${r.unit_id}|${r.month_on}`,
      newId,
      identity: ['indicator_id', 'unit_id', 'month_on'],
    })
    const touched = changes.filter(c => c.kind !== 'same').length
    note({ subjectKind: 'workforce.indicator', detail: { rows: input.rows.length, touched } })
    if (touched > 0) announce({ type: 'IndicatorValuesChanged', payload: { values: touched } })
    return {
      changes: [
        ...indicatorChanges.map(c => ({ ...c, line: fresh[c.line].line })),
        ...changes.map(c => ({ ...c, line: lines[c.line] })),
      ],
      refusals,
    }
  },
})
