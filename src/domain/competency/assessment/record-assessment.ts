import { z } from 'zod'
import { type RegisterResult, withPeople } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { validUntil } from './assessment.model.ts'
import { assessmentRules } from './assessment.rules.ts'

export const assessmentRow = z.object({
  nip: z.string(),
  assessedOn: z.string(),
  /** Last day the result holds; null: as the rule says. */
  validUntil: z.string().nullish(),
  provider: z.string().nullish(),
  method: z.string().default('assessment-centre'),
  purpose: z.enum(['pemetaan', 'pengisian']).default('pemetaan'),
  positionName: z.string().nullish(),
  /** 0-100; null: potential was not measured. */
  potential: z.number().min(0).max(100).nullish(),
  /** JPM as the sheet writes it; only compared, never used. */
  writtenJpm: z.number().nullish(),
  levels: z.array(
    z.object({
      code: z.string(),
      /** 0 is a measured zero; null is not measured. */
      level: z.number().int().min(0).max(5).nullable(),
      standardLevel: z.number().int().min(1).max(5).nullish(),
    }),
  ),
})

/** Brings assessment results, level by level; one per person and day. A blank level stays unknown. */
export const recordAssessment = useCase({
  name: 'record-assessment',
  room: 'competency',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import', 'close-batch', 'correct-result'],
  reads: ['competency.competencies', 'workforce.employees'],
  writes: ['competency.assessments', 'competency.assessment_levels'],
  input: z.object({ rows: z.array(assessmentRow) }),
  async run({ input, db, on, newId, note, announce }): Promise<RegisterResult> {
    const rules = assessmentRules.on(on).body
    const competencies = new Map(
      (await db.rows<{ id: string; code: string }>(sql`select id, code from competency.v_competencies`)).map(c => [
        c.code,
        c.id,
      ]),
    )
    const { known, employeeIds, refusals } = await withPeople(db, input.rows)
    for (const [line, row] of input.rows.entries()) {
      const unknown = row.levels.find(l => !competencies.has(l.code))
      if (unknown)
        refusals.push({
          line,
          code: 'KOMPETENSI_TIDAK_DIKENAL',
          message: `Kompetensi ${unknown.code} tidak ada dalam kamus. Tambahkan ke kamus lebih dahulu.`,
        })
      if (row.assessedOn > on)
        refusals.push({
          line,
          code: 'TANGGAL_MASA_DEPAN',
          message: 'Tanggal penilaian melewati hari ini. Periksa tahunnya.',
        })
    }
    const refused = new Set(refusals.map(r => r.line))
    const places = known.map(k => input.rows.indexOf(k.row))
    const kept = known.filter((_, i) => !refused.has(places[i]))
    const keptPlaces = places.filter(line => !refused.has(line))
    const changes = await saveRows(db, 'competency.assessments', {
      rows: kept.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        assessed_on: row.assessedOn,
        valid_until: row.validUntil ?? validUntil(row.assessedOn, rules),
        provider: row.provider ?? null,
        method: row.method,
        purpose: row.purpose,
        position_name: row.positionName ?? null,
        potential: row.potential === null || row.potential === undefined ? null : Math.round(row.potential * 100) / 100,
        written_jpm: row.writtenJpm ?? null,
      })),
      existing: await rowsAsJson(db, 'competency.assessments', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${r.assessed_on}`,
      newId,
    })
    const levelLines: number[] = []
    const levels = changes.flatMap(c =>
      kept[c.line].row.levels.map((l): Row => {
        levelLines.push(keptPlaces[c.line])
        return {
          assessment_id: c.after?.id,
          employee_id: kept[c.line].employeeId,
          competency_id: competencies.get(l.code),
          level: l.level,
          standard_level: l.standardLevel ?? null,
        }
      }),
    )
    const ids = changes.map(c => String(c.after?.id))
    const levelChanges = await saveRows(db, 'competency.assessment_levels', {
      rows: levels,
      existing: await rowsAsJson(db, 'competency.assessment_levels', sql`t.assessment_id = any (${ids})`),
      keyOf: r => `${r.assessment_id}|${r.competency_id}`,
      newId,
      identity: ['assessment_id', 'competency_id'],
    })
    note({ subjectKind: 'competency.assessment', detail: { rows: input.rows.length } })
    const all = [
      ...changes.map(c => ({ ...c, line: keptPlaces[c.line] })),
      ...levelChanges.map(c => ({ ...c, line: levelLines[c.line] })),
    ]
    if (all.some(c => c.kind !== 'same')) announce({ type: 'AssessmentsRecorded', payload: { people: employeeIds } })
    return { changes: all, refusals }
  },
})
