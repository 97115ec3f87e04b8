import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

export const sessionByScreen = z
  .object({
    code: field.text('Kode kelas', 60),
    mode: z.enum(['tatap_muka', 'daring_sinkron', 'mandiri'], { error: 'Pilih cara penyelenggaraan.' }),
    startsOn: field.day('Tanggal mulai'),
    endsOn: field.day('Tanggal selesai'),
    place: z.string().max(200).nullish(),
    seats: field.whole('Kursi', 1, 100_000).nullish(),
    seatsMinimum: field.whole('Peserta paling sedikit', 1, 100_000).default(1),
    trainersNeeded: field.whole('Pengajar yang diperlukan', 0, 100).default(0),
  })
  .refine(s => s.endsOn >= s.startsOn, { path: ['endsOn'], error: 'Tanggal selesai mendahului tanggal mulai.' })
  .refine(s => s.seats == null || s.seats >= s.seatsMinimum, {
    path: ['seats'],
    error: 'Kursi lebih sedikit daripada peserta paling sedikit.',
  })

/** Plans in which somebody counts on this class. */
const plansWith = (db: Db, sessionId: string) =>
  db.rows<{
    employee_id: string
    plan_id: string
  }>(sql`select distinct i.employee_id, i.plan_id from planning.plan_items i
    join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
    where i.session_id = ${sessionId} and i.state in ('planned', 'waiting') and p.state <> 'replaced'`)

type Present = { id: string; code: string; name: string; starts_on: Day; ends_on: Day; state: string }
const findOpen = async (db: Db, id: string): Promise<Present> => {
  const session = await db.find<Present>(
    sql`select s.id, s.code, m.name, s.starts_on, s.ends_on, s.state from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id where s.id = ${id} for update of s`,
  )
  if (!session) throw errors.session.notFound()
  if (!['planned', 'open'].includes(session.state)) throw errors.session.begun()
  return session
}

/** Adds a class to a module, or changes one that has not begun. Whoever planned it is told of new dates. */
export const changeSession = useCase({
  name: 'change-session',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.sessions', 'platform.notices'],
  reads: ['planning.modules', 'planning.plan_items', 'planning.plans'],
  input: z.object({
    sessionId: z.string().uuid().nullish(),
    moduleId: field.id('Modul'),
    session: sessionByScreen,
    reason: z.string().trim().max(2000).nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const s = input.session
    const present = input.sessionId ? await findOpen(db, input.sessionId) : null
    const id = present?.id ?? newId()
    if (!(await db.find(sql`select 1 from planning.modules where id = ${input.moduleId}`)))
      throw errors.catalogue.notInForce()
    if (await db.find(sql`select 1 from planning.sessions where code = ${s.code} and id <> ${id}`))
      throw errors.session.codeTaken(s.code)
    const isMoved = present !== null && (present.starts_on !== s.startsOn || present.ends_on !== s.endsOn)
    const planned = isMoved ? await plansWith(db, id) : []
    if (planned.length > 0 && (input.reason ?? '').length < 10)
      throw errors.session.reasonMissing(new Set(planned.map(p => p.employee_id)).size)
    await db.insert(
      'planning.sessions',
      [
        {
          agency_id: actor.agencyId,
          id,
          module_id: input.moduleId,
          code: s.code,
          mode: s.mode,
          starts_on: s.startsOn,
          ends_on: s.endsOn,
          place: s.place ?? null,
          seats: s.seats ?? null,
          seats_minimum: s.seatsMinimum,
          trainers_needed: s.trainersNeeded,
          state: present?.state ?? 'planned',
        },
      ],
      `on conflict (agency_id, id) do update set code = excluded.code, mode = excluded.mode, starts_on = excluded.starts_on, ends_on = excluded.ends_on, place = excluded.place,
        seats = excluded.seats, seats_minimum = excluded.seats_minimum, trainers_needed = excluded.trainers_needed`,
    )
    await notify(
      db,
      planned.map(p => ({
        employeeId: p.employee_id,
        href: `/diklat/rencana/${p.plan_id}`,
        text: `Kelas ${present?.name} digeser ke ${formatDay(s.startsOn as Day)}. Usul perubahan rencana Anda menyusul.`,
        textEn: `The class ${present?.name} was moved to ${formatDay(s.startsOn as Day, 'long', 'en')}. A proposed change of your plan follows.`,
      })),
    )
    note({
      subjectKind: 'planning.session',
      subjectId: id,
      reason: input.reason ?? null,
      detail: { code: s.code, before: present && { startsOn: present.starts_on, endsOn: present.ends_on } },
    })
    announce({ type: 'CatalogueChanged', payload: { sessions: 1 } })
    if (isMoved) announce({ type: 'SessionMoved', payload: { sessionId: id, reason: input.reason ?? null } })
    return { id, told: planned.length }
  },
})

/** Cancels a class that has not begun, with the reason; whoever planned it is told. The class itself stays on record. */
export const cancelSession = useCase({
  name: 'cancel-session',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  calledBy: ['cancel-class'],
  writes: ['planning.sessions', 'platform.notices'],
  reads: ['planning.modules', 'planning.plan_items', 'planning.plans'],
  input: z.object({ sessionId: field.id('Kelas'), reason: field.reason() }),
  async run({ input, db, actor, on, note, announce }) {
    const present = await findOpen(db, input.sessionId)
    const planned = await plansWith(db, present.id)
    await db.run(
      sql`update planning.sessions set state = 'cancelled', cancelled_on = ${on}, cancelled_by_name = ${actor.name}, cancelled_reason = ${input.reason} where id = ${present.id}`,
    )
    await notify(
      db,
      planned.map(p => ({
        employeeId: p.employee_id,
        href: `/diklat/rencana/${p.plan_id}`,
        text: `Kelas ${present.name} tanggal ${formatDay(present.starts_on)} dibatalkan: ${input.reason}`,
        textEn: `The class ${present.name} on ${formatDay(present.starts_on, 'long', 'en')} was cancelled: ${input.reason}`,
      })),
    )
    note({ subjectKind: 'planning.session', subjectId: present.id, reason: input.reason })
    announce({ type: 'CatalogueChanged', payload: { sessions: 1 } })
    announce({ type: 'SessionCancelled', payload: { sessionId: present.id, reason: input.reason } })
    return { told: planned.length }
  },
})
