import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { conflictOf, isAccredited, takesPart } from './assessment-centre.model.ts'
import {
  findAssessor,
  listAssignments,
  listBatchAssessors,
  listInterests,
  listParticipants,
  myAssessorId,
  openBatch,
  rulesOfBatch,
} from './centre.store.ts'
import { conflictWords } from './centre-words.ts'
import { dealAssessors } from './deal-assessors.model.ts'

/** Puts an assessor on a batch, as its lead or beside the lead; whose certificate ends before the batch does is refused. */
export const nameBatchAssessor = useCase({
  name: 'name-batch-assessor',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.batch_assessors', 'platform.notices'],
  input: z.object({
    batchId: field.id('Gelombang'),
    assessorId: field.id('Asesor'),
    isLead: z.boolean().default(false),
  }),
  async run({ input, db, actor, note }) {
    const batch = await openBatch(db, input.batchId)
    const assessor = await findAssessor(db, input.assessorId)
    if (!assessor) throw errors.assessor.notFound()
    if (assessor.ended_on) throw errors.assessor.ended(assessor.name)
    if (!isAccredited(assessor.accredited_until, batch.ends_on))
      throw errors.assessor.notAccredited(assessor.name, assessor.accredited_until)
    if (input.isLead)
      await db.run(sql`update competency.batch_assessors set is_lead = false where batch_id = ${batch.id}`)
    await db.insert(
      'competency.batch_assessors',
      [
        {
          agency_id: actor.agencyId,
          batch_id: batch.id,
          assessor_id: assessor.id,
          name: assessor.name,
          is_lead: input.isLead,
        },
      ],
      'on conflict (agency_id, batch_id, assessor_id) do update set is_lead = excluded.is_lead',
    )
    if (assessor.employee_id)
      await notify(db, [
        {
          employeeId: assessor.employee_id,
          text: `Anda ditugasi sebagai asesor pada ${batch.name}. Nyatakan dahulu benturan kepentingan.`,
          textEn: `You are named assessor of ${batch.name}. Please declare your interests first.`,
          href: '/kompetensi/asesmen',
        },
      ])
    note({
      subjectKind: 'competency.batch',
      subjectId: batch.id,
      detail: { assessor: assessor.id, lead: input.isLead },
    })
  },
})

/** Takes an assessor off a batch, with what was entrusted to her and not sent yet. */
export const removeBatchAssessor = useCase({
  name: 'remove-batch-assessor',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.assessor_notes', 'competency.assessor_ratings'],
  writes: [
    'competency.batch_assessors',
    'competency.batch_assignments',
    'competency.batch_interests',
    'competency.assessor_notes',
    'competency.assessor_ratings',
  ],
  input: z.object({ batchId: field.id('Gelombang'), assessorId: field.id('Asesor'), reason: field.reason() }),
  async run({ input, db, note }) {
    const batch = await openBatch(db, input.batchId)
    const mine = (await listAssignments(db, batch.id)).filter(a => a.assessor_id === input.assessorId)
    if (mine.some(a => a.submitted_at !== null)) throw errors.rating.hasSent()
    const people = mine.map(a => a.participant_id)
    for (const table of ['assessor_notes', 'assessor_ratings', 'batch_assignments'] as const)
      await db.run(
        sql`delete from ${sql.table(`competency.${table}`)} where assessor_id = ${input.assessorId} and participant_id = any (${people})`,
      )
    await db.run(
      sql`delete from competency.batch_interests where batch_id = ${batch.id} and assessor_id = ${input.assessorId}`,
    )
    const removed = await db.run(
      sql`delete from competency.batch_assessors where batch_id = ${batch.id} and assessor_id = ${input.assessorId}`,
    )
    if (removed === 0) throw errors.assessor.notFound()
    note({
      subjectKind: 'competency.batch',
      subjectId: batch.id,
      reason: input.reason,
      detail: { removed: input.assessorId, people: people.length },
    })
  },
})

/** An assessor declares, for this batch alone, kin and interests in its participants; added to whenever somebody joins. */
export const declareInterests = useCase({
  name: 'declare-interests',
  room: 'competency',
  permission: { assessor: 'assigned' },
  writes: ['competency.batch_assessors', 'competency.batch_interests'],
  input: z.object({
    batchId: field.id('Gelombang'),
    statement: z.enum(['none', 'some'], { error: 'Nyatakan ada atau tidak ada benturan kepentingan.' }),
    interests: z
      .array(
        z.object({ participantId: field.id('Peserta'), kind: z.string().min(1), note: z.string().max(500).nullish() }),
      )
      .default([]),
  }),
  async run({ input, db, actor, on, note }) {
    const batch = await openBatch(db, input.batchId)
    const me = await myAssessorId(db, batch.id)
    if (!me) throw errors.rating.notYours()
    const people = new Set((await listParticipants(db, batch.id)).map(p => p.id))
    const { body } = rulesOfBatch(batch)
    const given = input.statement === 'none' ? [] : input.interests
    if (given.some(i => !people.has(i.participantId) || !body.interests.some(k => k.code === i.kind)))
      throw errors.participant.notFound()
    await db.insert(
      'competency.batch_interests',
      given.map(i => ({
        agency_id: actor.agencyId,
        batch_id: batch.id,
        assessor_id: me.id,
        participant_id: i.participantId,
        kind: i.kind,
        note: i.note ?? null,
        declared_on: on,
      })),
      'on conflict (agency_id, assessor_id, participant_id) do update set kind = excluded.kind, note = excluded.note, declared_on = excluded.declared_on',
    )
    await db.run(
      sql`update competency.batch_assessors set declared_on = ${on} where batch_id = ${batch.id} and assessor_id = ${me.id}`,
    )
    note({ subjectKind: 'competency.batch', subjectId: batch.id, detail: { interests: given.length } })
    return { interests: given.length }
  },
})

type Who = { assessor_id: string; name: string; employee_id: string | null; supervisor_id: string | null }

/** Everything that forbids a pair: self, superior, subordinate, declared. */
export const conflictsOfBatch = async (db: Db, batchId: string): Promise<Map<string, string>> => {
  const assessors = await db.rows<Who>(
    sql`select b.assessor_id, b.name, a.employee_id, e.supervisor_id from competency.batch_assessors b
      join competency.assessors a on a.agency_id = b.agency_id and a.id = b.assessor_id
      left join workforce.v_people e on e.agency_id = a.agency_id and e.id = a.employee_id where b.batch_id = ${batchId}`,
  )
  const people = await db.rows<{ id: string; employee_id: string; supervisor_id: string | null }>(
    sql`select p.id, p.employee_id, e.supervisor_id from competency.batch_participants p
      left join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id where p.batch_id = ${batchId}`,
  )
  const declared = new Set((await listInterests(db, batchId)).map(i => `${i.assessor_id}|${i.participant_id}`))
  const found = new Map<string, string>()
  for (const a of assessors)
    for (const p of people) {
      const key = `${a.assessor_id}|${p.id}`
      const conflict = conflictOf(
        { employeeId: a.employee_id, supervisorId: a.supervisor_id },
        { employeeId: p.employee_id, supervisorId: p.supervisor_id },
        declared.has(key),
      )
      if (conflict) found.set(key, conflictWords[conflict])
    }
  return found
}

/** Entrusts participants to assessors, at least two each, never across a conflict; without a list it deals them evenly. */
export const assignAssessors = useCase({
  name: 'assign-assessors',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: [
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
    'competency.assessor_notes',
    'competency.assessor_ratings',
  ],
  writes: ['competency.batch_assignments', 'competency.assessor_notes', 'competency.assessor_ratings'],
  input: z.object({
    batchId: field.id('Gelombang'),
    /** Absent: dealt evenly. */
    assignments: z
      .array(z.object({ participantId: field.id('Peserta'), assessorIds: z.array(field.id('Asesor')) }))
      .nullish(),
  }),
  async run({ input, db, actor, note }) {
    const batch = await openBatch(db, input.batchId)
    const { body } = rulesOfBatch(batch)
    const assessors = await listBatchAssessors(db, batch.id)
    const people = (await listParticipants(db, batch.id)).filter(
      p => takesPart(p) && p.opened_at === null && p.state !== 'reported',
    )
    const conflicts = await conflictsOfBatch(db, batch.id)
    const byId = new Map(people.map(p => [p.id, p]))
    const names = new Map(assessors.map(a => [a.assessor_id, a.name]))
    const wanted =
      input.assignments ??
      dealAssessors(
        people.map(p => p.id),
        assessors.map(a => a.assessor_id),
        (assessor, participant) => conflicts.has(`${assessor}|${participant}`),
        body.leastAssessors,
      )
    if (wanted.some(w => !byId.has(w.participantId))) throw errors.participant.notFound()
    for (const w of wanted) {
      for (const id of w.assessorIds) {
        const assessor = assessors.find(a => a.assessor_id === id)
        const participant = byId.get(w.participantId)
        if (!assessor || !participant) throw errors.assessor.notFound()
        const conflict = conflicts.get(`${id}|${w.participantId}`)
        if (conflict) throw errors.rating.conflict(assessor.name, participant.name, conflict)
        if (assessor.declared_on === null || assessor.declared_on < participant.invited_on)
          throw errors.rating.notDeclared(assessor.name)
        const now = await findAssessor(db, id)
        if (now && !isAccredited(now.accredited_until, batch.ends_on))
          throw errors.assessor.notAccredited(now.name, now.accredited_until)
      }
    }
    const few = wanted.filter(w => new Set(w.assessorIds).size < body.leastAssessors)
    if (few.length > 0) {
      const who = few.map(w => byId.get(w.participantId)?.name ?? '')
      throw input.assignments ? errors.rating.tooFew(body.leastAssessors, who) : errors.rating.cannotDeal(who)
    }
    const before = await listAssignments(db, batch.id)
    const touched = new Set(wanted.map(w => w.participantId))
    const keep = new Set(wanted.flatMap(w => w.assessorIds.map(id => `${w.participantId}|${id}`)))
    const gone = before.filter(a => touched.has(a.participant_id) && !keep.has(`${a.participant_id}|${a.assessor_id}`))
    if (gone.some(a => a.submitted_at !== null)) throw errors.rating.hasSent()
    for (const g of gone)
      for (const table of ['assessor_notes', 'assessor_ratings', 'batch_assignments'] as const)
        await db.run(
          sql`delete from ${sql.table(`competency.${table}`)} where participant_id = ${g.participant_id} and assessor_id = ${g.assessor_id}`,
        )
    await db.insert(
      'competency.batch_assignments',
      wanted.flatMap(w =>
        [...new Set(w.assessorIds)].map(id => ({
          agency_id: actor.agencyId,
          batch_id: batch.id,
          participant_id: w.participantId,
          assessor_id: id,
          employee_id: byId.get(w.participantId)?.employee_id,
          assessor_name: names.get(id),
        })),
      ),
      'on conflict do nothing',
    )
    note({ subjectKind: 'competency.batch', subjectId: batch.id, detail: { people: wanted.length } })
    return { people: wanted.length }
  },
})
