import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { cancelSession } from '#domain/planning/catalogue/change-session.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/**
 * A class does not take place: its seats are released, what the plans say of it waits again, and whoever was enrolled is told why.
 * Its date in the catalogue is cancelled with it, and the other way round.
 */
export const cancelClass = useCase({
  name: 'cancel-class',
  room: 'delivery',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['delivery.classes', 'delivery.enrolments', 'platform.notices'],
  reads: ['planning.sessions'],
  input: z
    .object({
      classId: z.string().uuid().nullish(),
      /** Every class of this date of the catalogue. */
      sessionId: z.string().uuid().nullish(),
      reason: field.reason(),
    })
    .refine(c => c.classId || c.sessionId, { path: ['classId'], error: 'Pilih kelas.' }),
  async run({ input, db, actor, on, call, note, announce }) {
    const classes = await db.rows<{
      id: string
      name: string
      starts_on: Day
      session_id: string | null
      module_id: string
    }>(
      sql`select id, name, starts_on, session_id, module_id from delivery.classes where state in ('open', 'running')
        and (id = ${input.classId ?? null}::uuid or (${input.classId ?? null}::uuid is null and session_id = ${input.sessionId ?? null}::uuid)) order by id for update`,
    )
    if (classes.length === 0) {
      if (input.classId) throw errors.class.notFound()
      return { released: 0 }
    }
    const ids = classes.map(c => c.id)
    if (
      await db.find(
        sql`select 1 from delivery.enrolments where class_id = any (${ids}) and state in ('passed', 'failed') limit 1`,
      )
    )
      throw errors.class.hasResults()
    const enrolled = await db.rows<{ id: string; class_id: string; employee_id: string; plan_item_id: string | null }>(
      sql`select id, class_id, employee_id, plan_item_id from delivery.enrolments where class_id = any (${ids}) and state in ('enrolled', 'attending') order by id`,
    )
    await db.run(
      sql`update delivery.classes set state = 'cancelled', cancelled_on = ${on}, cancelled_reason = ${input.reason} where id = any (${ids})`,
    )
    await db.run(
      sql`update delivery.enrolments set state = 'withdrawn' where class_id = any (${ids}) and state in ('enrolled', 'attending')`,
    )
    for (const e of enrolled)
      if (e.plan_item_id) await call(recordCompletion, { itemId: e.plan_item_id, state: 'planned' })
    const names = new Map(classes.map(c => [c.id, c]))
    await notify(
      db,
      enrolled.map(e => ({
        employeeId: e.employee_id,
        href: `/diklat/kelas/${e.class_id}`,
        text: `Kelas ${names.get(e.class_id)!.name} tanggal ${formatDay(names.get(e.class_id)!.starts_on)} dibatalkan: ${input.reason}`,
        textEn: `The class ${names.get(e.class_id)!.name} on ${formatDay(names.get(e.class_id)!.starts_on, 'long', 'en')} was cancelled: ${input.reason}`,
      })),
    )
    for (const c of classes) {
      const dated =
        c.session_id !== null &&
        actor.role !== 'system' &&
        (await db.find(
          sql`select 1 from planning.v_sessions where id = ${c.session_id} and state in ('planned', 'open')`,
        ))
      if (dated) await call(cancelSession, { sessionId: c.session_id!, reason: input.reason })
      const items = enrolled.filter(e => e.class_id === c.id).flatMap(e => e.plan_item_id ?? [])
      // A date of the catalogue tells planning itself; a class of a programme has none.
      if (!dated && c.session_id === null && items.length > 0)
        announce({
          type: 'ClassCancelled',
          payload: { classId: c.id, className: c.name, planItemIds: items, reason: input.reason },
        })
    }
    note({
      subjectKind: 'delivery.class',
      subjectId: classes[0].id,
      reason: input.reason,
      detail: { classes: ids, released: enrolled.length },
    })
    return { released: enrolled.length }
  },
})
