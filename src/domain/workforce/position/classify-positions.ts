import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult } from '../register-result.ts'
import { kindOf } from './position-tier.ts'

/** Gives every post of a title the family, tier and rank that its standard states. */
export const classifyPositions = useCase({
  name: 'classify-positions',
  room: 'workforce',
  permission: {},
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.positions'],
  input: z.object({
    rows: z.array(
      z.object({
        name: z.string(),
        tier: z.string().nullish(),
        family: z.string().nullish(),
        requiredRank: z.string().nullish(),
      }),
    ),
  }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const byTitle = new Map(input.rows.map((r, line) => [r.name.toLowerCase(), { ...r, line }]))
    const existing = await rowsAsJson(db, 'workforce.positions', sql`lower(t.name) = any (${[...byTitle.keys()]})`)
    const lines: number[] = []
    const rows = existing.map(p => {
      const standard = byTitle.get(String(p.name).toLowerCase())!
      lines.push(standard.line)
      const tier = p.echelon ? null : (standard.tier ?? null)
      return {
        id: p.id,
        tier,
        kind: tier ? kindOf(tier) : null,
        family: standard.family ?? null,
        required_rank: standard.requiredRank ?? null,
      }
    })
    const changes = await saveRows(db, 'workforce.positions', { rows, existing, keyOf: r => String(r.id), newId })
    note({ subjectKind: 'workforce.position', detail: { titles: input.rows.length } })
    return { changes: changes.map(c => ({ ...c, line: lines[c.line] })), refusals: [] }
  },
})
