import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Acts of later rooms that leave evidence behind. */
export const evidenceCallers = [
  'complete-enrolment',
  'correct-enrolment',
  'confirm-meeting',
  'correct-meeting',
  'confirm-assignment',
  'correct-assignment',
  'answer-follow-up',
  'correct-follow-up',
  'evaluate-programme',
] as const

/**
 * Adds evidence of a level with its source. It never touches an assessment and is never averaged.
 * The same source record again with another result keeps the old row, marked as replaced; with the same result nothing happens.
 */
export const recordEvidence = useCase({
  name: 'record-evidence',
  room: 'competency',
  permission: {},
  calledBy: evidenceCallers,
  reads: ['competency.competencies', 'workforce.employees'],
  writes: ['competency.evidence'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    competencyId: field.id('Kompetensi'),
    source: z.enum(['test', 'certificate', 'supervisor', 'peer', 'self', 'learning', 'application']),
    level: z.number().int().min(0).max(5),
    observedOn: field.day('Tanggal'),
    validUntil: z.string().nullish(),
    isVerified: z.boolean().default(false),
    raterId: z.string().uuid().nullish(),
    note: z.string().nullish(),
    /** The record this evidence comes from, e.g. `delivery.enrolment`. */
    sourceKind: z.string().min(1),
    sourceId: z.string().min(1),
    /** Given when an earlier result is corrected. */
    correctionReason: z.string().nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const known = await db.find<{ person: boolean; competency: boolean }>(sql`select
      exists (select from workforce.v_people where id = ${input.employeeId}) as person,
      exists (select from competency.competencies where id = ${input.competencyId}) as competency`)
    if (!known?.person) throw errors.evidence.unknownEmployee()
    if (!known.competency) throw errors.evidence.unknownCompetency()
    const before = await db.find<{ id: string; level: number; observed_on: string; is_verified: boolean }>(
      sql`select id, level, observed_on, is_verified from competency.evidence where employee_id = ${input.employeeId} and competency_id = ${input.competencyId}
        and source = ${input.source} and source_kind = ${input.sourceKind} and source_id = ${input.sourceId} and not is_replaced`,
    )
    const isSame =
      before !== null &&
      before.level === input.level &&
      before.observed_on === input.observedOn &&
      before.is_verified === input.isVerified
    note({ subjectKind: 'competency.evidence', employeeId: input.employeeId, reason: input.correctionReason })
    if (isSame) return { id: before.id, replacedId: null }
    if (before) await db.run(sql`update competency.evidence set is_replaced = true where id = ${before.id}`)
    const id = newId()
    await db.insert('competency.evidence', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        competency_id: input.competencyId,
        source: input.source,
        level: input.level,
        observed_on: input.observedOn,
        valid_until: input.validUntil ?? null,
        is_verified: input.isVerified,
        rater_id: input.raterId ?? null,
        source_kind: input.sourceKind,
        source_id: input.sourceId,
        note: input.note ?? null,
        replaces_id: before?.id ?? null,
        is_replaced: false,
        correction_reason: input.correctionReason ?? null,
      },
    ])
    note({ subjectId: id, detail: { source: input.source, level: input.level, before: before?.level ?? null } })
    announce({
      type: 'EvidenceRecorded',
      payload: { evidenceId: id, employeeId: input.employeeId, competencyId: input.competencyId },
    })
    return { id, replacedId: before?.id ?? null }
  },
})
