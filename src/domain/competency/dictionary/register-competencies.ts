import { z } from 'zod'
import type { RegisterResult } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

export const competencyRow = z.object({
  /** `M.1`, `SK.1`, `T.<name>`. */
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['managerial', 'sociocultural', 'technical']),
  domain: z.string().nullish(),
  definition: z.string().nullish(),
  version: z.string().default('2017'),
})

/** Brings competencies into the agency's dictionary; one is known by code and version. */
export const registerCompetencies = useCase({
  name: 'register-competencies',
  room: 'competency',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['competency.competencies'],
  input: z.object({ rows: z.array(competencyRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const changes = await saveRows(db, 'competency.competencies', {
      rows: input.rows.map(r => ({
        code: r.code,
        name: r.name,
        kind: r.kind,
        domain: r.domain ?? null,
        definition: r.definition ?? null,
        version: r.version,
      })),
      existing: await rowsAsJson(db, 'competency.competencies', sql`true`),
      keyOf: r => `${r.code}|${r.version}`,
      newId,
    })
    note({ subjectKind: 'competency.dictionary', detail: { rows: input.rows.length } })
    return { changes, refusals: [] }
  },
})
