import { z } from 'zod'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Opens a class of a module, from a session of the catalogue or for a programme alone. */
export const openClass = useCase({
  name: 'open-class',
  room: 'delivery',
  permission: { hr_officer: 'agency' },
  writes: ['delivery.classes'],
  reads: ['planning.modules', 'planning.sessions'],
  input: z.object({
    moduleId: field.id('Modul'),
    sessionId: z.string().uuid().nullish(),
    programmeId: z.string().uuid().nullish(),
    name: field.text('Nama kelas', 300),
    startsOn: field.day('Tanggal mulai'),
    endsOn: field.day('Tanggal selesai'),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    if (input.endsOn < input.startsOn) throw errors.class.endsBeforeStart()
    const module = await db.find<{ jp: number | null }>(
      sql`select jp from planning.v_modules where id = ${input.moduleId}`,
    )
    if (!module) throw errors.class.notFound()
    const id = newId()
    await db.insert('delivery.classes', [
      {
        agency_id: actor.agencyId,
        id,
        session_id: input.sessionId ?? null,
        module_id: input.moduleId,
        programme_id: input.programmeId ?? null,
        name: input.name,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        jp: module.jp,
        state: 'open',
      },
    ])
    note({ subjectKind: 'delivery.class', subjectId: id })
    announce({ type: 'ClassOpened', payload: { classId: id } })
    return { id }
  },
})

/** Puts people into a class, up to its seats; a plan item they hold for the module starts running. */
export const enrolPeople = useCase({
  name: 'enrol-people',
  room: 'delivery',
  permission: { hr_officer: 'agency' },
  writes: ['delivery.enrolments', 'platform.notices'],
  reads: ['delivery.classes', 'planning.sessions', 'planning.plan_items', 'planning.plans'],
  input: z.object({
    classId: field.id('Kelas'),
    employeeIds: z.array(z.string().uuid()).min(1, { error: 'Pilih sekurang-kurangnya satu orang.' }),
  }),
  async run({ input, db, actor, newId, note, call }) {
    const found = await db.find<{
      module_id: string
      name: string
      seats: number | null
      enrolled: number
    }>(sql`select c.module_id, c.name, s.seats, (select count(*)::int from delivery.enrolments e where e.class_id = c.id and e.state <> 'withdrawn') as enrolled
      from delivery.classes c left join planning.v_sessions s on s.agency_id = c.agency_id and s.id = c.session_id where c.id = ${input.classId}`)
    if (!found) throw errors.class.notFound()
    if (found.seats !== null && found.enrolled + input.employeeIds.length > found.seats)
      throw errors.class.full(found.seats)
    const items = new Map(
      (
        await db.rows<{
          employee_id: string
          id: string
        }>(sql`select distinct on (i.employee_id) i.employee_id, i.id from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where i.module_id = ${found.module_id} and i.employee_id = any (${input.employeeIds}) and p.state in ('agreed', 'running') and i.state in ('planned', 'waiting', 'running') order by i.employee_id, p.version desc`)
      ).map(r => [r.employee_id, r.id]),
    )
    const added = await db.insert(
      'delivery.enrolments',
      input.employeeIds.map(employee_id => ({
        agency_id: actor.agencyId,
        id: newId(),
        class_id: input.classId,
        employee_id,
        plan_item_id: items.get(employee_id) ?? null,
        state: 'enrolled',
      })),
      'on conflict (agency_id, class_id, employee_id) do nothing',
    )
    for (const itemId of items.values()) await call(recordCompletion, { itemId, state: 'running' })
    await notify(
      db,
      input.employeeIds.map(employeeId => ({
        employeeId,
        text: `Anda terdaftar di kelas ${found.name}.`,
        textEn: `You are enrolled in the class ${found.name}.`,
        href: `/diklat/kelas/${input.classId}`,
      })),
    )
    note({ subjectKind: 'delivery.class', subjectId: input.classId, detail: { enrolled: added } })
    return { enrolled: added }
  },
})
