import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult, RowRefusal } from '../register-result.ts'
import { echelonOf, kindOf, tierOf } from './position-tier.ts'

export const positionRow = z.object({
  name: z.string().min(1),
  /** Official name of the unit; null: a post of the agency itself. */
  unitName: z.string().nullish(),
  /** As written in the list: `II.a`, `JF Ahli Muda`, `Pelaksana`. */
  echelonOrTier: z.string().nullish(),
  family: z.string().nullish(),
  requiredRank: z.string().nullish(),
  seats: z.number().int().min(1).nullish(),
})

export const positionKey = (row: Row): string => `${String(row.name).toLowerCase()}|${row.unit_id ?? ''}`

/** Brings posts; a post is known by its title in its unit. */
export const registerPositions = useCase({
  name: 'register-positions',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.positions'],
  reads: ['workforce.units'],
  input: z.object({ rows: z.array(positionRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const units = new Map(
      (await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units`)).map(u => [
        u.name.toLowerCase(),
        u.id,
      ]),
    )
    const refusals: RowRefusal[] = []
    const lines: number[] = []
    const rows = input.rows.flatMap((r, line): Row[] => {
      const unit_id = r.unitName ? units.get(r.unitName.toLowerCase()) : null
      if (unit_id === undefined) {
        refusals.push({
          line,
          code: 'UNIT_TIDAK_DIKENAL',
          message: `Unit "${r.unitName}" tidak ada. Impor daftar unit lebih dahulu.`,
        })
        return []
      }
      lines.push(line)
      const tier = tierOf(r.name, r.echelonOrTier)
      return [
        {
          name: r.name,
          unit_id,
          kind: kindOf(tier),
          tier,
          echelon: echelonOf(r.echelonOrTier),
          family: r.family ?? null,
          required_rank: r.requiredRank ?? null,
          seats: r.seats ?? 1,
        },
      ]
    })
    const existing = await rowsAsJson(db, 'workforce.positions', sql`true`)
    const changes = await saveRows(db, 'workforce.positions', { rows, existing, keyOf: positionKey, newId })
    note({ subjectKind: 'workforce.position', detail: { rows: input.rows.length } })
    return { changes: changes.map(c => ({ ...c, line: lines[c.line] })), refusals }
  },
})
