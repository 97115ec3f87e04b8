import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult, RowRefusal } from '../register-result.ts'

export const unitRow = z.object({
  code: z.string().nullish(),
  name: z.string().min(1),
  shortName: z.string().nullish(),
  kind: z.string().nullish(),
  /** Kecamatan the unit works in. */
  district: z.string().nullish(),
  /** How far off it lies: `kota`, `sedang`, `terpencil`, or the agency's own words. */
  locationClass: z.string().nullish(),
  /** Official name of the unit above; null: a unit of its own. */
  parentName: z.string().nullish(),
})

/** Brings the agency's units and their tree; a unit is known by its official name. */
export const registerUnits = useCase({
  name: 'register-units',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.units'],
  input: z.object({ rows: z.array(unitRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const keyOf = (row: Record<string, unknown>) => String(row.name).toLowerCase()
    const existing = await rowsAsJson(db, 'workforce.units', sql`true`)
    const changes = await saveRows(db, 'workforce.units', {
      rows: input.rows.map(r => ({
        name: r.name,
        code: r.code ?? null,
        short_name: r.shortName ?? null,
        kind: r.kind ?? null,
        district: r.district ?? null,
        location_class: r.locationClass ?? null,
      })),
      existing,
      keyOf,
      newId,
    })
    const refusals: RowRefusal[] = []
    const withParent = input.rows.flatMap((r, line) =>
      r.parentName ? [{ line, name: r.name, parent: r.parentName }] : [],
    )
    if (withParent.length > 0) {
      const all = await rowsAsJson(db, 'workforce.units', sql`true`)
      const ids = new Map(all.map(u => [keyOf(u), u.id]))
      const tree = withParent.flatMap(r => {
        const parent_id = ids.get(r.parent.toLowerCase())
        if (parent_id) return [{ line: r.line, row: { name: r.name, parent_id } }]
        refusals.push({
          line: r.line,
          code: 'UNIT_INDUK_TIDAK_DIKENAL',
          message: `Unit induk "${r.parent}" tidak ada. Tambahkan barisnya lebih dahulu.`,
        })
        return []
      })
      const moved = await saveRows(db, 'workforce.units', { rows: tree.map(t => t.row), existing: all, keyOf, newId })
      changes.push(...moved.filter(c => c.kind === 'changed').map(c => ({ ...c, line: tree[c.line].line })))
    }
    const touched = changes.filter(c => c.kind !== 'same').length
    note({ subjectKind: 'workforce.unit', detail: { rows: input.rows.length, touched } })
    if (touched > 0) announce({ type: 'UnitsChanged', payload: { units: touched } })
    return { changes, refusals }
  },
})
