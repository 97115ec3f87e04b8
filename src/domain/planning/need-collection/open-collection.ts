import { z } from 'zod'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { queueWork } from '#platform/jobs/work.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { collectionRules } from './need-collection.rules.ts'

/** Opens a year's collection of needs for some units and tiers, and queues its rows to be made from the gaps. */
export const openCollection = useCase({
  name: 'open-collection',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.need_collections', 'platform.works'],
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  input: z.object({
    name: field.text('Nama pengumpulan', 120),
    year: field.whole('Tahun rencana', 2020, 2100),
    opensOn: field.day('Hari pembukaan'),
    /** Absent: as many days as the rule says. */
    closesOn: field.day('Hari penutupan').nullish(),
    unitIds: z.array(z.string().uuid()).default([]),
    tiers: z.array(z.string()).default([]),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const closesOn = input.closesOn ?? addDays(input.opensOn, collectionRules.on(on).body.windowDays)
    if (closesOn < input.opensOn) throw errors.collection.endsBeforeStart()
    if (await db.find(sql`select 1 from planning.need_collections where lower(name) = lower(${input.name})`))
      throw errors.collection.nameTaken()
    const { n } = await db.one<{ n: number }>(
      sql`select count(*)::int as n from workforce.v_people where state = 'active'
        and (${input.unitIds.length === 0} or unit_id = any (${input.unitIds}::uuid[])) and (${input.tiers.length === 0} or tier = any (${input.tiers}::text[]))`,
    )
    if (n === 0) throw errors.collection.nobody()
    const id = newId()
    const workId = await queueWork({ db, actor, newId }, 'fill-collection', { collectionId: id })
    await db.insert('planning.need_collections', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        year: input.year,
        opens_on: input.opensOn,
        closes_on: closesOn,
        unit_ids: input.unitIds,
        tiers: input.tiers,
        state: 'filling',
        opened_by_name: actor.name,
        opened_on: on,
        work_id: workId,
        remarks: {},
      },
    ])
    note({ subjectKind: 'planning.need-collection', subjectId: id, detail: { people: n, closesOn } })
    return { id, workId, people: n }
  },
})
