import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { measuredOf, unfinished } from './assessment-centre.model.ts'
import {
  type Batch,
  findParticipant,
  listAssignments,
  listBehaviour,
  listMeasures,
  listRatings,
  myAssessorId,
  openBatch,
  type Participant,
  rulesOfBatch,
} from './centre.store.ts'

/** The participant as entrusted to whoever acts: assigned to her, in a running batch. */
const entrusted = async (
  db: Db,
  participantId: string,
): Promise<{ participant: Participant; batch: Batch; assessorId: string; sentAt: string | null }> => {
  const participant = await findParticipant(db, participantId)
  if (!participant) throw errors.participant.notFound()
  const batch = await openBatch(db, participant.batch_id)
  if (batch.state !== 'running') throw errors.batch.notRunning()
  const me = await myAssessorId(db, batch.id)
  const assignment = me
    ? (await listAssignments(db, batch.id)).find(a => a.participant_id === participantId && a.assessor_id === me.id)
    : null
  if (!me || !assignment) throw errors.rating.notYours()
  if (participant.state === 'withdrawn' || participant.state === 'absent') throw errors.participant.over()
  return { participant, batch, assessorId: me.id, sentAt: assignment.submitted_at }
}

/** Keeps what an assessor saw in one instrument, by competency or aspect; an empty field takes the note back. */
export const noteBehaviour = useCase({
  name: 'note-behaviour',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.assessor_notes'],
  input: z.object({
    participantId: field.id('Peserta'),
    instrument: z.string().min(1),
    notes: z.array(z.object({ code: z.string().min(1), note: z.string().trim().max(4000) })),
  }),
  async run({ input, db, actor, on, note }) {
    const { participant, batch, assessorId, sentAt } = await entrusted(db, input.participantId)
    if (sentAt) throw errors.rating.sent()
    const line = batch.matrix.find(l => l.instrument === input.instrument)
    if (!line || input.notes.some(n => !line.codes.includes(n.code))) throw errors.rating.unknownCell()
    const least = rulesOfBatch(batch).body.leastNoteLength
    const short = input.notes.filter(n => n.note !== '' && n.note.length < least)
    if (short.length > 0)
      throw errors.rating.shortNotes(
        Object.fromEntries(
          short.map(n => [
            `note:${n.code}`,
            `Catatan ${n.code} terlalu singkat. Tuliskan perilaku yang terlihat, sekurang-kurangnya ${least} huruf.`,
          ]),
        ),
      )
    const empty = input.notes.filter(n => n.note === '').map(n => n.code)
    await db.run(
      sql`delete from competency.assessor_notes where participant_id = ${participant.id} and assessor_id = ${assessorId} and instrument = ${input.instrument} and code = any (${empty})`,
    )
    await db.insert(
      'competency.assessor_notes',
      input.notes
        .filter(n => n.note !== '')
        .map(n => ({
          agency_id: actor.agencyId,
          participant_id: participant.id,
          assessor_id: assessorId,
          instrument: input.instrument,
          code: n.code,
          note: n.note,
          noted_on: on,
        })),
      'on conflict (agency_id, participant_id, assessor_id, instrument, code) do update set note = excluded.note, noted_on = excluded.noted_on',
    )
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      detail: { instrument: input.instrument, notes: input.notes.length - empty.length },
    })
    return { kept: input.notes.length - empty.length }
  },
})

/** Keeps an assessor's levels, blind to those of the others; what could not be observed says so. */
export const rateLevels = useCase({
  name: 'rate-levels',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.assessor_ratings'],
  input: z.object({
    participantId: field.id('Peserta'),
    levels: z.array(z.object({ code: z.string().min(1), level: z.number().int().min(0).max(5).nullable() })),
  }),
  async run({ input, db, actor, note }) {
    const { participant, batch, assessorId, sentAt } = await entrusted(db, input.participantId)
    if (sentAt) throw errors.rating.sent()
    const measured = new Set(batch.matrix.flatMap(l => l.codes))
    if (input.levels.some(l => !measured.has(l.code))) throw errors.rating.unknownCell()
    await db.insert(
      'competency.assessor_ratings',
      input.levels.map(l => ({
        agency_id: actor.agencyId,
        participant_id: participant.id,
        assessor_id: assessorId,
        code: l.code,
        level: l.level,
      })),
      'on conflict (agency_id, participant_id, assessor_id, code) do update set level = excluded.level',
    )
    // What was rated is not told in the trail: others must stay blind to it.
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      detail: { rated: input.levels.length },
    })
    return { rated: input.levels.length }
  },
})

/** An assessor sends notes and levels; with the last of them the participant is opened for the integration session. */
export const submitRatings = useCase({
  name: 'submit-ratings',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.batch_assignments', 'competency.batch_participants'],
  input: z.object({ participantId: field.id('Peserta') }),
  async run({ input, db, note, announce }) {
    const { participant, batch, assessorId, sentAt } = await entrusted(db, input.participantId)
    if (sentAt) throw errors.rating.sent()
    const mine = <T extends { assessor_id: string }>(rows: T[]) => rows.filter(r => r.assessor_id === assessorId)
    const left = unfinished(
      measuredOf(batch.matrix, await listMeasures(db, batch)),
      mine(await listRatings(db, participant.id)),
      mine(await listBehaviour(db, participant.id)),
    )
    if (left.withoutAnswer.length > 0) throw errors.rating.noAnswer(left.withoutAnswer.map(m => m.name))
    if (left.withoutNote.length > 0) throw errors.rating.noNote(left.withoutNote.map(m => m.name))
    await db.run(
      sql`update competency.batch_assignments set submitted_at = now() where participant_id = ${participant.id} and assessor_id = ${assessorId}`,
    )
    const isOpened = (await listAssignments(db, batch.id))
      .filter(a => a.participant_id === participant.id)
      .every(a => a.submitted_at !== null)
    if (isOpened)
      await db.run(sql`update competency.batch_participants set opened_at = now() where id = ${participant.id}`)
    note({
      subjectKind: 'competency.participant',
      subjectId: participant.id,
      employeeId: participant.employee_id,
      detail: { opened: isOpened },
    })
    if (isOpened) announce({ type: 'RatingsOpened', payload: { participantId: participant.id, batchId: batch.id } })
    return { isOpened }
  },
})

/** An assessor takes back what she sent, as long as another one has not finished. */
export const takeBackRatings = useCase({
  name: 'take-back-ratings',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.batch_assignments'],
  input: z.object({ participantId: field.id('Peserta') }),
  async run({ input, db, note }) {
    const { participant, assessorId, sentAt } = await entrusted(db, input.participantId)
    if (!sentAt) throw errors.rating.notSent()
    if (participant.opened_at) throw errors.rating.opened()
    await db.run(
      sql`update competency.batch_assignments set submitted_at = null where participant_id = ${participant.id} and assessor_id = ${assessorId}`,
    )
    note({ subjectKind: 'competency.participant', subjectId: participant.id, employeeId: participant.employee_id })
  },
})
