import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustBeOpen, mustSayWhy, openForEntry, teamOf } from './entry.ts'
import { findNeedsForChange } from './need-collection.store.ts'

/**
 * The supervisor's word on rows of a collection: confirmed, refused with a reason, or `open` to take a word back.
 * What is refused leaves the planner too, until it is confirmed again.
 */
export const answerNeeds = useCase({
  name: 'answer-needs',
  room: 'planning',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['planning.collected_needs', 'planning.need_confirmations'],
  reads: ['planning.need_collections'],
  input: z.object({
    collectionId: field.id('Pengumpulan'),
    lateReason: z.string().max(2000).nullish(),
    answers: z
      .array(
        z.object({
          needId: field.id('Kebutuhan'),
          decision: z.enum(['confirm', 'refuse', 'open'], { error: 'Pilih setuju atau tidak perlu.' }),
          reason: z.string().max(2000).nullish(),
        }),
      )
      .min(1, { error: 'Jawab sekurang-kurangnya satu kebutuhan.' })
      .max(500),
  }),
  async run({ input, db, actor, on, note }) {
    const { collection, lateReason } = await openForEntry(db, input.collectionId, input.lateReason, on)
    const needs = new Map(
      (
        await findNeedsForChange(
          db,
          input.answers.map(answer => answer.needId),
        )
      ).map(need => [need.id, need]),
    )
    const team = actor.role === 'hr_officer' ? null : await teamOf(db)
    const said = { confirm: 0, refuse: 0, open: 0 }
    const changes = input.answers.map(answer => {
      const need = needs.get(answer.needId)
      if (!need || need.collection_id !== collection.id || need.state === 'withdrawn')
        throw errors.collection.needNotFound()
      if (team && need.employee_id === actor.employeeId) throw errors.need.own()
      if (team && !team.has(need.employee_id)) throw errors.collection.needNotFound()
      mustBeOpen(need)
      said[answer.decision]++
      const isOpen = answer.decision === 'open'
      return {
        need,
        decision: answer.decision,
        row: {
          id: need.id,
          state: isOpen ? 'waiting' : answer.decision === 'confirm' ? 'confirmed' : 'refused',
          decided_by_name: isOpen ? null : actor.name,
          decided_on: isOpen ? null : on,
          decision_reason: answer.decision === 'refuse' ? mustSayWhy(answer.reason, need.title) : null,
          late_reason: isOpen ? null : lateReason,
        },
      }
    })
    await db.run(sql`update planning.collected_needs n set state = r.state, decided_by_name = r.decided_by_name, decided_on = r.decided_on, decision_reason = r.decision_reason, late_reason = r.late_reason
      from jsonb_to_recordset(${JSON.stringify(changes.map(c => c.row))}::jsonb) as r(id uuid, state text, decided_by_name text, decided_on date, decision_reason text, late_reason text) where n.id = r.id`)
    const ofLevels = changes.filter(c => c.need.competency_id !== null && c.need.level_required !== null)
    await db.run(
      sql`delete from planning.need_confirmations c using jsonb_to_recordset(${JSON.stringify(
        ofLevels.map(c => ({ employee_id: c.need.employee_id, competency_id: c.need.competency_id })),
      )}::jsonb) as r(employee_id uuid, competency_id uuid) where c.employee_id = r.employee_id and c.competency_id = r.competency_id`,
    )
    await db.insert('planning.need_confirmations', [
      ...new Map(
        ofLevels
          .filter(c => c.decision !== 'open')
          .map(({ need, decision }) => [
            `${need.employee_id}|${need.competency_id}`,
            {
              agency_id: actor.agencyId,
              employee_id: need.employee_id,
              competency_id: need.competency_id,
              level_required: need.level_required,
              level_held: need.level_held,
              decision: decision === 'confirm' ? 'needed' : 'not-needed',
              decided_by: actor.employeeId,
              decided_on: on,
            },
          ]),
      ).values(),
    ])
    note({
      subjectKind: 'planning.need-collection',
      subjectId: collection.id,
      reason: lateReason,
      detail: { ...said, needs: input.answers.map(a => `${a.needId}:${a.decision}`) },
    })
    return said
  },
})
