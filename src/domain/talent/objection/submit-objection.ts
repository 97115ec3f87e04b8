import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { dueAfter } from './objection.model.ts'
import { objectionRules } from './objection.rules.ts'

/** Sanggah: the person objects to her own result, within the cycle's window. */
export const submitObjection = useCase({
  name: 'submit-objection',
  room: 'talent',
  permission: { asn: 'own' },
  reads: ['workforce.holidays'],
  writes: ['talent.objections'],
  input: z.object({
    cycleId: field.id('Siklus'),
    statement: z
      .string({ error: 'Uraian wajib diisi.' })
      .trim()
      .min(20, { error: 'Jelaskan bagian mana yang keliru dan mengapa, sekurang-kurangnya 20 huruf.' })
      .max(4000),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const cycle = await db.find<{ objection_until: Day | null }>(
      sql`select objection_until from talent.cycles where id = ${input.cycleId}`,
    )
    if (!cycle) throw errors.cycle.notFound()
    if (cycle.objection_until && on > cycle.objection_until) throw errors.objection.late(cycle.objection_until)
    if (
      await db.find(
        sql`select 1 from talent.objections where cycle_id = ${input.cycleId} and employee_id = ${actor.employeeId} and state = 'submitted'`,
      )
    )
      throw errors.objection.open()
    const holidays = new Set(
      (await db.rows<{ day: string }>(sql`select day from workforce.v_holidays where day > ${on}`)).map(h => h.day),
    )
    const id = newId()
    const due = dueAfter(on, holidays, (await holdingFor(db, objectionRules, on)).body)
    await db.insert('talent.objections', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: input.cycleId,
        employee_id: actor.employeeId,
        statement: input.statement,
        state: 'submitted',
        submitted_on: on,
        due_on: due,
      },
    ])
    note({ subjectKind: 'talent.objection', subjectId: id, employeeId: actor.employeeId })
    return { id, dueOn: due }
  },
})
