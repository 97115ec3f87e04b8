import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustSayWhy } from './entry.ts'
import { collectionRules } from './need-collection.rules.ts'
import { findCollection, type NeedCollection } from './need-collection.store.ts'
import { remindsToday } from './need-order.model.ts'

/** Tells each supervisor who still owes an answer; whoever owes none hears nothing. */
const remindOf = async (db: Db, collection: NeedCollection, on: Day): Promise<number> => {
  const late = await db.rows<{ supervisor_id: string; people: number }>(sql`
    select p.supervisor_id, count(distinct n.employee_id)::int as people from planning.collected_needs n join workforce.v_people p on p.agency_id = n.agency_id and p.id = n.employee_id
    where n.collection_id = ${collection.id} and n.state in ('waiting', 'returned') and p.supervisor_id is not null and p.state = 'active' group by p.supervisor_id order by p.supervisor_id`)
  const isOver = on > collection.closes_on
  return notify(
    db,
    late.map(({ supervisor_id, people }) => ({
      employeeId: supervisor_id,
      text: `${isOver ? 'Lewat batas' : 'Pengingat'}: kebutuhan ${people} orang tim Anda menunggu, ${collection.name}, batas ${formatDay(collection.closes_on)}.`,
      textEn: `${isOver ? 'Overdue' : 'Reminder'}: the needs of ${people} people of your team wait, ${collection.name}, due ${formatDay(collection.closes_on, 'long', 'en')}.`,
      href: `/diklat/kebutuhan/${collection.id}/tim`,
    })),
  )
}

/** Reminds supervisors of one collection now, by hand. */
export const remindCollection = useCase({
  name: 'remind-collection',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['platform.notices'],
  input: z.object({ collectionId: field.id('Pengumpulan') }),
  async run({ input, db, on, note }) {
    const collection = await findCollection(db, input.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    if (collection.state === 'closed') throw errors.collection.closed()
    const told = await remindOf(db, collection, on)
    note({ subjectKind: 'planning.need-collection', subjectId: collection.id, detail: { told } })
    return { told }
  },
})

/** Nightly: reminders on the days of the rule, and entrusted entry that has ended is ended. */
export const remindCollections = useCase({
  name: 'remind-collections',
  room: 'planning',
  permission: { system: 'agency' },
  writes: ['platform.notices', 'planning.need_delegations'],
  input: z.object({}),
  example: {},
  async run({ db, on, note }) {
    const rules = collectionRules.on(on).body
    const open = await db.rows<{ id: string; closes_on: Day }>(
      sql`select id, closes_on from planning.need_collections where state = 'open' and opens_on <= ${on} order by id`,
    )
    let told = 0
    for (const { id, closes_on } of open) {
      if (!remindsToday(closes_on, on, rules)) continue
      const collection = await findCollection(db, id)
      if (collection) told += await remindOf(db, collection, on)
    }
    const ended = await db.run(
      sql`update planning.need_delegations set withdrawn_on = ${on} where withdrawn_on is null and valid_until < ${on}`,
    )
    note({ subjectKind: 'planning.need-collection', detail: { told, ended } })
    return { told, ended }
  },
})

/** Ends a collection; before its last day with a reason. Later entries need a reason of their own. */
export const closeCollection = useCase({
  name: 'close-collection',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.need_collections'],
  input: z.object({ collectionId: field.id('Pengumpulan'), reason: z.string().max(2000).nullish() }),
  async run({ input, db, actor, on, note }) {
    const collection = await findCollection(db, input.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    if (collection.state === 'closed') throw errors.collection.closed()
    const isEarly = on <= collection.closes_on
    if (isEarly && (input.reason ?? '').trim().length < 10) throw errors.collection.notClosed()
    await db.run(
      sql`update planning.need_collections set state = 'closed', closed_on = ${on}, closed_by_name = ${actor.name}, closed_reason = ${input.reason?.trim() || null} where id = ${collection.id}`,
    )
    note({ subjectKind: 'planning.need-collection', subjectId: collection.id, reason: input.reason ?? null })
    return { id: collection.id }
  },
})

/** Puts a need that a year could not meet on the list of the next one, with its reason. */
export const deferNeeds = useCase({
  name: 'defer-needs',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  calledBy: ['adopt-scenario', 'decide-document', 'accept-plan-change'],
  writes: ['planning.need_deferrals'],
  input: z.object({
    fromYear: field.whole('Tahun yang tidak terpenuhi', 2000, 2100),
    source: z.enum(['scenario', 'document', 'officer']),
    sourceId: z.string().uuid().nullish(),
    people: z
      .array(
        z.object({
          employeeId: field.id('Pegawai'),
          competencyId: field.id('Kompetensi'),
          reason: field.text('Alasan', 500),
        }),
      )
      .max(20_000),
  }),
  async run({ input, db, actor, on, note }) {
    if (input.source === 'officer') for (const p of input.people) mustSayWhy(p.reason, 'penundaan ini')
    const once = new Map(input.people.map(p => [`${p.employeeId}|${p.competencyId}`, p]))
    const kept = await db.insert(
      'planning.need_deferrals',
      [...once.values()].map(p => ({
        agency_id: actor.agencyId,
        employee_id: p.employeeId,
        competency_id: p.competencyId,
        from_year: input.fromYear,
        reason: p.reason,
        source: input.source,
        source_id: input.sourceId ?? null,
        deferred_by_name: actor.name,
        deferred_on: on,
      })),
      'on conflict (agency_id, employee_id, competency_id, from_year) do nothing',
    )
    note({
      subjectKind: 'planning.need-deferral',
      subjectId: input.sourceId ?? undefined,
      detail: { fromYear: input.fromYear, kept },
    })
    return { kept }
  },
})
