import { z } from 'zod'
import type { RegisterResult, RowRefusal } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

export const standardRow = z.object({
  positionName: z.string().min(1),
  tier: z.string().nullish(),
  family: z.string().nullish(),
  approvalBasis: z.string().nullish(),
  educationMinimum: z.string().nullish(),
  rankMinimum: z.string().nullish(),
  trainingRequired: z.string().nullish(),
  experienceRequired: z.string().nullish(),
  validFrom: z.string().default('2017-01-01'),
  requirements: z
    .array(
      z.object({
        code: z.string(),
        level: z.number().int().min(1).max(5),
        importance: z.enum(['mutlak', 'penting', 'perlu']).default('penting'),
      }),
    )
    .default([]),
})

/** Brings standards of posts (SKJ) with the level each competency needs; a standard is known by the post's title. */
export const registerPositionStandards = useCase({
  name: 'register-position-standards',
  room: 'competency',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  reads: ['competency.competencies'],
  writes: ['competency.position_standards', 'competency.requirements'],
  input: z.object({ rows: z.array(standardRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const competencies = new Map(
      (await db.rows<{ id: string; code: string }>(sql`select id, code from competency.v_competencies`)).map(c => [
        c.code,
        c.id,
      ]),
    )
    const refusals: RowRefusal[] = []
    const lines: number[] = []
    const rows = input.rows.filter((r, line) => {
      const unknown = r.requirements.find(q => !competencies.has(q.code))
      if (unknown)
        refusals.push({
          line,
          code: 'KOMPETENSI_TIDAK_DIKENAL',
          message: `Kompetensi ${unknown.code} tidak ada dalam kamus. Tambahkan ke kamus lebih dahulu.`,
        })
      else lines.push(line)
      return !unknown
    })
    const titleKey = (r: Row) => `${String(r.position_name).toLowerCase()}|${r.valid_from}`
    const changes = await saveRows(db, 'competency.position_standards', {
      rows: rows.map(r => ({
        position_name: r.positionName,
        tier: r.tier ?? null,
        family: r.family ?? null,
        approval_basis: r.approvalBasis ?? null,
        education_minimum: r.educationMinimum ?? null,
        rank_minimum: r.rankMinimum ?? null,
        training_required: r.trainingRequired ?? null,
        experience_required: r.experienceRequired ?? null,
        valid_from: r.validFrom,
      })),
      existing: await rowsAsJson(db, 'competency.position_standards', sql`t.withdrawn_on is null`),
      keyOf: titleKey,
      newId,
    })
    const requirementLines: number[] = []
    const requirements = changes.flatMap(c =>
      rows[c.line].requirements.map(q => {
        requirementLines.push(lines[c.line])
        return {
          standard_id: c.after?.id,
          competency_id: competencies.get(q.code),
          level: q.level,
          importance: q.importance,
        }
      }),
    )
    const standardIds = changes.map(c => String(c.after?.id))
    const existing = await rowsAsJson(db, 'competency.requirements', sql`t.standard_id = any (${standardIds})`)
    const keyOf = (r: Row) => `${r.standard_id}|${r.competency_id}`
    const levelChanges = await saveRows(db, 'competency.requirements', {
      rows: requirements,
      existing,
      keyOf,
      newId,
      identity: ['standard_id', 'competency_id'],
    })
    note({ subjectKind: 'competency.standard', detail: { rows: input.rows.length } })
    const all = [
      ...changes.map(c => ({ ...c, line: lines[c.line] })),
      ...levelChanges.map(c => ({ ...c, line: requirementLines[c.line] })),
    ]
    if (all.some(c => c.kind !== 'same')) announce({ type: 'StandardsChanged', payload: { standards: changes.length } })
    return { changes: all, refusals }
  },
})
