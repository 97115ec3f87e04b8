import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { measuredOf, needsReason } from './assessment-centre.model.ts'
import {
  findParticipant,
  listInterests,
  listMeasures,
  listRatings,
  myAssessorId,
  openBatch,
  rulesOfBatch,
} from './centre.store.ts'

/** The integration session agrees on each level; one that nobody gave, or after a wide difference, needs its reason. */
export const agreeLevels = useCase({
  name: 'agree-levels',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.agreed_levels', 'competency.batch_participants'],
  input: z.object({
    participantId: field.id('Peserta'),
    levels: z.array(
      z.object({
        code: z.string().min(1),
        level: z.number().int().min(0).max(5).nullable(),
        reason: z.string().trim().max(1000).nullish(),
      }),
    ),
    summary: field.text('Kekuatan dalam kata-kata', 2000),
    advice: field.text('Saran pengembangan', 2000),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const participant = await findParticipant(db, input.participantId)
    if (!participant) throw errors.participant.notFound()
    const batch = await openBatch(db, participant.batch_id)
    if (batch.state !== 'running') throw errors.batch.notRunning()
    const me = await myAssessorId(db, batch.id)
    if (!me?.isLead) throw errors.rating.notLead()
    if (!participant.opened_at) throw errors.rating.notOpened()
    if (
      participant.employee_id === actor.employeeId ||
      (await listInterests(db, batch.id)).some(i => i.assessor_id === me.id && i.participant_id === participant.id)
    )
      throw errors.rating.leadConflict()
    const { body } = rulesOfBatch(batch)
    const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
    const ratings = Map.groupBy(await listRatings(db, participant.id), r => r.code)
    const given = new Map(input.levels.map(l => [l.code, l]))
    const unanswered = measures.filter(m => !given.has(m.code))
    if (unanswered.length > 0) throw errors.rating.noAnswer(unanswered.map(m => m.name))
    const withoutReason = measures.filter(m => {
      const l = given.get(m.code)
      const levels = (ratings.get(m.code) ?? []).map(r => r.level)
      return l && needsReason(levels, l.level, body) && (l.reason ?? '').length < 10
    })
    if (withoutReason.length > 0)
      throw errors.rating.reasons(
        Object.fromEntries(
          withoutReason.map(m => [
            `reason:${m.code}`,
            `${m.name}: tuliskan mengapa level ini disepakati, sekurang-kurangnya 10 huruf.`,
          ]),
        ),
      )
    await db.insert(
      'competency.agreed_levels',
      measures.map(m => ({
        agency_id: actor.agencyId,
        participant_id: participant.id,
        code: m.code,
        level: given.get(m.code)?.level ?? null,
        reason: given.get(m.code)?.reason || null,
        agreed_on: on,
        agreed_by_name: actor.name,
      })),
      'on conflict (agency_id, participant_id, code) do update set level = excluded.level, reason = excluded.reason, agreed_on = excluded.agreed_on, agreed_by_name = excluded.agreed_by_name',
    )
    await db.run(
      sql`update competency.batch_participants set state = 'agreed', agreed_on = ${on}, agreed_by_name = ${actor.name}, summary = ${input.summary}, advice = ${input.advice} where id = ${participant.id}`,
    )
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      detail: { levels: measures.length },
    })
    announce({ type: 'LevelsAgreed', payload: { participantId: participant.id, batchId: batch.id } })
  },
})
