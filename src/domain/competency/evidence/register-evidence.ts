import { z } from 'zod'
import { type RegisterResult, withPeople } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

export const evidenceRow = z.object({
  nip: z.string(),
  competencyId: z.string().uuid(),
  source: z.enum(['test', 'certificate', 'supervisor', 'peer', 'self', 'learning', 'application']),
  level: z.number().int().min(0).max(5),
  observedOn: z.string(),
  isVerified: z.boolean().default(false),
  note: z.string().nullish(),
  sourceKind: z.string().min(1),
  sourceId: z.string().min(1),
})

/** Brings evidence of levels that imported records leave behind; one per record, competency and source. */
export const registerEvidence = useCase({
  name: 'register-evidence',
  room: 'competency',
  permission: {},
  calledBy: ['judge-import', 'apply-import'],
  reads: ['competency.competencies'],
  writes: ['competency.evidence'],
  input: z.object({ rows: z.array(evidenceRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'competency.evidence', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        competency_id: row.competencyId,
        source: row.source,
        level: row.level,
        observed_on: row.observedOn,
        is_verified: row.isVerified,
        note: row.note ?? null,
        source_kind: row.sourceKind,
        source_id: row.sourceId,
        is_replaced: false,
      })),
      existing: await rowsAsJson(
        db,
        'competency.evidence',
        sql`t.employee_id = any (${employeeIds}) and not t.is_replaced`,
      ),
      keyOf: r => `${r.employee_id}|${r.competency_id}|${r.source}|${r.source_kind}|${r.source_id}`,
      newId,
    })
    note({ subjectKind: 'competency.evidence', detail: { rows: input.rows.length } })
    if (changes.some(c => c.kind !== 'same')) announce({ type: 'EvidenceRegistered', payload: { people: employeeIds } })
    return { changes: inPlace(changes), refusals }
  },
})
