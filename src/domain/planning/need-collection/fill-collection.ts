import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import type { WorkHandler } from '#platform/jobs/work.ts'
import { notify } from '#platform/message/notify.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { collectionRules } from './need-collection.rules.ts'
import { findCollection, gatherAsked, listAskedModules } from './need-collection.store.ts'
import { openOrder, wholeOrder } from './need-order.model.ts'
import { proposeRows, rankingOf } from './propose-rows.ts'

/** Makes the rows of a collection from what each person lacks, tells supervisors and people, and opens it. */
export const fillCollection = useCase({
  name: 'fill-collection',
  room: 'planning',
  permission: { system: 'agency' },
  writes: ['planning.need_collections', 'planning.collected_needs', 'planning.need_priorities', 'platform.notices'],
  input: z.object({ collectionId: field.id('Pengumpulan') }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const collection = await findCollection(db, input.collectionId)
    if (!collection) throw errors.collection.notFound()
    if (collection.state !== 'filling') return { rows: 0 }
    const holding = collectionRules.on(on)
    const base = { rules: holding.body.priority, ruleSet: holding.reference, asOf: on }
    const modules = await listAskedModules(db)
    const rank = rankingOf(modules, on)
    const { people, withoutStandard } = await gatherAsked(db, collection, holding.body.leadership)
    const rows: Record<string, unknown>[] = []
    const orders: Record<string, unknown>[] = []
    for (const person of people)
      for (const row of proposeRows(person, modules, holding.body, rank)) {
        const id = newId()
        const context = { ...base, needId: id }
        const open = openOrder(row.order, context, `planning.need-open-order:${id}`)
        rows.push({
          agency_id: actor.agencyId,
          id,
          collection_id: collection.id,
          employee_id: person.id,
          supervisor_id: person.supervisor_id,
          unit_id: person.unit_id,
          unit_name: person.unit_name,
          person_name: person.name,
          nip: person.nip,
          position_name: person.position_name,
          competency_id: row.competencyId,
          subject: row.subject,
          kind: row.kind,
          origin: row.origin,
          level_held: row.held,
          level_required: row.required,
          importance: row.importance,
          why: row.why,
          module_id: row.module?.id ?? null,
          title: row.title,
          form: row.form,
          provider: row.module?.provider ?? null,
          jp: row.module?.jp ?? null,
          cost: row.module?.costPerHead ?? null,
          plan_year: collection.year,
          deferrals: row.deferrals,
          waiting_since: row.waitingSince,
          priority: open.value ?? 0,
          priority_figure: open,
          state: 'waiting',
          is_changed: false,
        })
        // A measurement has no place in the order of training.
        if (row.origin === 'unknown') continue
        const whole = wholeOrder(row.order, person.box, context, `planning.need-order:${id}`)
        orders.push({
          agency_id: actor.agencyId,
          need_id: id,
          employee_id: person.id,
          value: whole.value ?? 0,
          figure: whole,
        })
      }
    await db.insert('planning.collected_needs', rows)
    await db.insert('planning.need_priorities', orders)
    const asked = new Set(rows.map(r => r.employee_id as string))
    const remarks = {
      withoutStandard,
      withoutSupervisor: people.filter(p => p.supervisor_id === null && asked.has(p.id)).map(p => p.id),
    }
    await db.run(
      sql`update planning.need_collections set state = 'open', filled_on = ${on}, remarks = ${JSON.stringify(remarks)}::jsonb where id = ${collection.id}`,
    )
    const bySupervisor = Map.groupBy(
      rows.filter(r => r.supervisor_id !== null),
      r => r.supervisor_id as string,
    )
    const until = formatDay(collection.closes_on)
    const untilEn = formatDay(collection.closes_on, 'long', 'en')
    await notify(db, [
      ...[...bySupervisor].map(([employeeId, list]) => ({
        employeeId,
        text: `${collection.name}: ${new Set(list.map(r => r.employee_id)).size} orang tim Anda menunggu konfirmasi, paling lambat ${until}.`,
        textEn: `${collection.name}: ${new Set(list.map(r => r.employee_id)).size} people of your team wait for your word, until ${untilEn}.`,
        href: `/diklat/kebutuhan/${collection.id}/tim`,
      })),
      ...[...asked].map(employeeId => ({
        employeeId,
        text: `${collection.name}: lihat usulan kebutuhan Anda, dan ajukan yang kurang sebelum ${until}.`,
        textEn: `${collection.name}: see what is proposed for you, and add what is missing before ${untilEn}.`,
        href: `/diklat/kebutuhan/${collection.id}`,
      })),
    ])
    note({
      subjectKind: 'planning.need-collection',
      subjectId: collection.id,
      detail: { rows: rows.length, people: asked.size, supervisors: bySupervisor.size },
    })
    announce({ type: 'NeedCollectionOpened', payload: { collectionId: collection.id, year: collection.year } })
    return { rows: rows.length }
  },
})

/** The long work behind an opened collection. */
export const fillCollectionWork: WorkHandler = async ({ database, actor, input }) =>
  execute(database, actor, fillCollection, input)
