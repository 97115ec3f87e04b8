import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson } from '#platform/database/save-rows.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const piece = z.object({
  competencyId: field.id('Kompetensi'),
  source: z.enum([
    'test',
    'certificate',
    'interview',
    'supervisor',
    'peer',
    'coach',
    'self',
    'learning',
    'application',
  ]),
  level: z.number().int().min(0).max(5),
  observedOn: field.day('Tanggal'),
  validUntil: z.string().nullish(),
  isVerified: z.boolean().default(false),
  raterId: z.string().uuid().nullish(),
  note: z.string().nullish(),
})

/**
 * Adds evidence of levels, each with its source. It never touches an assessment and is never averaged.
 * The same source record again with another result keeps the old row and points to it; with the same result nothing happens.
 */
export const recordEvidence = useCase({
  name: 'record-evidence',
  room: 'competency',
  permission: {},
  calledBy: [
    'answer-request',
    'complete-enrolment',
    'correct-enrolment',
    'confirm-meeting',
    'correct-meeting',
    'take-back-meeting',
    'confirm-assignment',
    'correct-assignment',
    'answer-follow-up',
    'take-back-answer',
    'take-back-assignment',
    'correct-follow-up',
    'evaluate-programme',
    'keep-consensus',
    'judge-import',
    'apply-import',
  ],
  reads: ['competency.competencies', 'workforce.employees'],
  writes: ['competency.evidence'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    /** The record this evidence comes from, e.g. `delivery.enrolment`. */
    sourceKind: z.string().min(1),
    sourceId: z.string().min(1),
    pieces: z.array(piece),
    /** Given when an earlier result is corrected. */
    reason: z.string().nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const person = await db.find(sql`select 1 from workforce.v_people where id = ${input.employeeId}`)
    if (!person) throw errors.evidence.unknownEmployee()
    const codes = [...new Set(input.pieces.map(p => p.competencyId))]
    const known = await db.rows(sql`select id from competency.competencies where id = any (${codes})`)
    if (known.length < codes.length) throw errors.evidence.unknownCompetency()
    const earlier = await rowsAsJson(
      db,
      'competency.evidence',
      sql`t.employee_id = ${input.employeeId} and t.source_kind = ${input.sourceKind} and t.source_id = ${input.sourceId} and not t.is_replaced`,
    )
    const rows: Row[] = []
    for (const p of input.pieces) {
      const before = earlier.find(e => e.competency_id === p.competencyId && e.source === p.source)
      if (
        before &&
        before.level === p.level &&
        before.observed_on === p.observedOn &&
        before.is_verified === p.isVerified
      )
        continue
      rows.push({
        agency_id: actor.agencyId,
        id: newId(),
        employee_id: input.employeeId,
        competency_id: p.competencyId,
        source: p.source,
        level: p.level,
        observed_on: p.observedOn,
        valid_until: p.validUntil ?? null,
        is_verified: p.isVerified,
        rater_id: p.raterId ?? null,
        source_kind: input.sourceKind,
        source_id: input.sourceId,
        note: p.note ?? null,
        replaces_id: before?.id ?? null,
        is_replaced: false,
        correction_reason: before ? (input.reason ?? null) : null,
      })
    }
    // What the corrected record no longer says is withdrawn as well.
    const still = new Set(input.pieces.map(p => `${p.competencyId}|${p.source}`))
    const gone = [
      ...rows.flatMap(r => (r.replaces_id ? [String(r.replaces_id)] : [])),
      ...earlier.filter(e => !still.has(`${e.competency_id}|${e.source}`)).map(e => String(e.id)),
    ]
    if (gone.length > 0)
      await db.run(
        sql`update competency.evidence set is_replaced = true, correction_reason = coalesce(correction_reason, ${input.reason ?? null}) where id = any (${gone})`,
      )
    await db.insert('competency.evidence', rows)
    note({
      subjectKind: 'competency.evidence',
      subjectId: input.sourceId,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { added: rows.length, replaced: gone.length },
    })
    if (rows.length + gone.length > 0)
      announce({ type: 'EvidenceRecorded', payload: { employeeId: input.employeeId, competencyIds: codes } })
    return { added: rows.length, replaced: gone.length }
  },
})
