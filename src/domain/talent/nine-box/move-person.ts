import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { moveReasons } from './move-reasons.ts'

/** Proposes another box for a person, with reason; the score's own box stays, before and after are kept. */
export const movePerson = useCase({
  name: 'move-person',
  room: 'talent',
  permission: { hr_officer: 'agency', committee: 'agency' },
  writes: ['talent.moves'],
  reads: ['talent.scores', 'talent.cycles'],
  input: z.object({
    cycleId: field.id('Siklus'),
    employeeId: field.id('Pegawai'),
    toBox: field.whole('Kotak tujuan', 1, 9),
    reasonCode: z.enum(Object.keys(moveReasons) as [keyof typeof moveReasons, ...(keyof typeof moveReasons)[]], {
      error: 'Pilih kode alasan.',
    }),
    note: field.reason(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    if (input.employeeId === actor.employeeId) throw errors.move.self()
    const score = await db.find<{ box: number | null; decided: number | null }>(
      sql`select box, decided_box as decided from talent.v_scores where cycle_id = ${input.cycleId} and employee_id = ${input.employeeId}`,
    )
    if (!score) throw errors.cycle.notFound()
    const from = score.decided ?? score.box
    if (from === null) throw errors.move.notPlaced()
    if (from === input.toBox) throw errors.move.sameBox()
    await db.run(
      sql`update talent.moves set state = 'withdrawn' where cycle_id = ${input.cycleId} and employee_id = ${input.employeeId} and state = 'proposed'`,
    )
    const id = newId()
    await db.insert('talent.moves', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: input.cycleId,
        employee_id: input.employeeId,
        from_box: from,
        to_box: input.toBox,
        reason_code: input.reasonCode,
        note: input.note,
        state: 'proposed',
        moved_by: actor.accountId,
        moved_by_name: actor.name,
        moved_at: new Date().toISOString(),
      },
    ])
    note({
      subjectKind: 'talent.move',
      subjectId: id,
      employeeId: input.employeeId,
      reason: input.note,
      detail: { from, to: input.toBox, reasonCode: input.reasonCode },
    })
    announce({ type: 'MoveProposed', payload: { moveId: id, cycleId: input.cycleId } })
    return { id }
  },
})
