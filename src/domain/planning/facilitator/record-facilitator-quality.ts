import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** What a facilitator masters, with the evidence for it. */
export const recordFacilitatorLevel = useCase({
  name: 'record-facilitator-level',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_levels'],
  reads: ['planning.facilitators'],
  input: z.object({
    facilitatorId: field.id('Fasilitator'),
    competencyId: field.id('Kompetensi'),
    level: field.whole('Level', 1, 5),
    evidence: field.text('Bukti', 500),
    observedOn: field.day('Tanggal bukti'),
    validUntil: field.day('Berlaku sampai').nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!(await db.find(sql`select 1 from planning.facilitators where id = ${input.facilitatorId}`)))
      throw errors.facilitator.notFound()
    if (input.observedOn > on) throw errors.facilitator.evidenceAhead()
    const id = newId()
    await db.insert('planning.facilitator_levels', [
      {
        agency_id: actor.agencyId,
        id,
        facilitator_id: input.facilitatorId,
        competency_id: input.competencyId,
        level: input.level,
        evidence: input.evidence,
        observed_on: input.observedOn,
        valid_until: input.validUntil ?? null,
        recorded_by_name: actor.name,
      },
    ])
    note({ subjectKind: 'planning.facilitator', subjectId: input.facilitatorId, detail: { level: id } })
    return { id }
  },
})

/** What participants thought of a class she taught: how many answered and their mean. Written again it is corrected. */
export const recordFacilitatorFeedback = useCase({
  name: 'record-facilitator-feedback',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitator_feedback'],
  reads: ['planning.sessions', 'planning.facilitator_bookings'],
  input: z.object({
    facilitatorId: field.id('Fasilitator'),
    sessionId: field.id('Kelas'),
    answers: field.whole('Jumlah jawaban', 1, 10_000),
    mean: z.coerce
      .number({ error: 'Rata-rata harus berupa angka.' })
      .min(1, { error: 'Rata-rata paling sedikit 1.' })
      .max(5, { error: 'Rata-rata paling banyak 5.' }),
    remark: z.string().trim().max(1000).nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const taught = await db.find(
      sql`select 1 from planning.facilitator_bookings b join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id
        where b.facilitator_id = ${input.facilitatorId} and b.session_id = ${input.sessionId} and b.withdrawn_on is null and s.ends_on <= ${on} and s.state <> 'cancelled'`,
    )
    if (!taught) throw errors.facilitator.notTaught()
    await db.insert(
      'planning.facilitator_feedback',
      [
        {
          agency_id: actor.agencyId,
          facilitator_id: input.facilitatorId,
          session_id: input.sessionId,
          answers: input.answers,
          mean: input.mean,
          remark: input.remark || null,
          recorded_by_name: actor.name,
          recorded_on: on,
        },
      ],
      'on conflict (agency_id, facilitator_id, session_id) do update set answers = excluded.answers, mean = excluded.mean, remark = excluded.remark, recorded_by_name = excluded.recorded_by_name, recorded_on = excluded.recorded_on',
    )
    note({ subjectKind: 'planning.facilitator', subjectId: input.facilitatorId, detail: { feedback: input.sessionId } })
  },
})
