import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { reopenNomination } from '../nomination/reopen-nomination.ts'
import { recordObjectionEffects } from './objection-effects.ts'

/** A second person, who neither proposed a move of this person, voted on it, nor decided the nomination, answers with reasons. */
export const answerObjection = useCase({
  name: 'answer-objection',
  room: 'talent',
  permission: { hr_officer: 'agency', committee: 'agency' },
  reads: ['talent.moves', 'talent.session_items', 'talent.session_ballots', 'talent.nominations', 'talent.cycles'],
  writes: ['talent.objections', 'platform.notices'],
  input: z.object({
    objectionId: field.id('Sanggahan'),
    decision: z.enum(['granted', 'rejected'], { error: 'Pilih diterima atau ditolak.' }),
    answer: field.reason(),
  }),
  async run({ input, db, actor, on, note, call, announce }) {
    const found = await db.find<{
      employee_id: string
      state: string
      cycle_id: string | null
      nomination_id: string | null
    }>(
      sql`select employee_id, state, cycle_id, nomination_id from talent.objections where id = ${input.objectionId} for update`,
    )
    if (found?.state !== 'submitted') throw errors.objection.notOpen()
    const tookPart = await db.find(
      sql`select 1 from talent.moves where cycle_id = ${found.cycle_id} and employee_id = ${found.employee_id} and moved_by = ${actor.accountId}
        union all select 1 from talent.session_items i join talent.session_ballots b on b.agency_id = i.agency_id and b.item_id = i.id
          join talent.moves m on m.agency_id = i.agency_id and m.id = i.move_id
          where m.cycle_id = ${found.cycle_id} and i.employee_id = ${found.employee_id} and b.employee_id = ${actor.employeeId}
        union all select 1 from talent.nominations where id = ${found.nomination_id}::uuid and (decided_by in (${actor.employeeId}, ${actor.accountId}) or nominated_by in (${actor.employeeId}, ${actor.accountId}))`,
    )
    if (tookPart || found.employee_id === actor.employeeId) throw errors.objection.tookPart()
    await db.run(
      sql`update talent.objections set state = ${input.decision}, answer = ${input.answer}, answered_by = ${actor.employeeId ?? actor.accountId}, answered_on = ${on} where id = ${input.objectionId}`,
    )
    if (found.nomination_id && input.decision === 'granted')
      await call(reopenNomination, { nominationId: found.nomination_id, why: input.answer })
    if (found.cycle_id && input.decision === 'granted') {
      const cycle = await db.one<{ name: string }>(sql`select name from talent.cycles where id = ${found.cycle_id}`)
      // The map is this room's own; later rooms tell what they hold of her when they hear of it.
      await call(recordObjectionEffects, {
        objectionId: input.objectionId,
        effects: [
          {
            kind: 'map',
            subjectId: found.cycle_id,
            label: `hasil ${cycle.name}`,
            href: `/talenta/peta/${found.employee_id}/mengapa?siklus=${found.cycle_id}`,
            ownerId: actor.role === 'hr_officer' ? actor.employeeId : null,
          },
        ],
      })
      announce({
        type: 'ObjectionGranted',
        payload: { objectionId: input.objectionId, employeeId: found.employee_id },
      })
    }
    await notify(db, [
      {
        employeeId: found.employee_id,
        text: `Sanggahan Anda sudah dijawab: ${input.decision === 'granted' ? 'diterima' : 'ditolak'}. Baca jawabannya.`,
        textEn: `Your objection was answered: ${input.decision === 'granted' ? 'granted' : 'rejected'}. Read the answer.`,
        href: '/talenta/sanggah/baru',
      },
    ])
    note({
      subjectKind: 'talent.objection',
      subjectId: input.objectionId,
      employeeId: found.employee_id,
      reason: input.answer,
      detail: { decision: input.decision },
    })
  },
})
