import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Level 4 beforehand: which indicator of the unit should reach what. Kept with the day and the name of who agreed. */
export const agreeTarget = useCase({
  name: 'agree-target',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: ['planning.programme_targets'],
  reads: ['planning.programmes', 'workforce.indicators'],
  input: z.object({
    programmeId: field.id('Program'),
    indicatorId: field.id('Indikator'),
    target: z.coerce.number({ error: 'Target harus berupa angka.' }),
    baseline: z.coerce.number({ error: 'Nilai awal harus berupa angka.' }).nullish(),
    agreedBy: field.text('Disepakati oleh', 200),
    /** The day of the agreement where it is entered afterwards from a signed paper. */
    agreedOn: field.day('Tanggal kesepakatan').nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const programme = await db.find<{ starts_on: Day }>(
      sql`select starts_on from planning.programmes where id = ${input.programmeId}`,
    )
    if (!programme) throw errors.programme.notFound()
    const agreedOn = (input.agreedOn ?? on) as Day
    await db.insert(
      'planning.programme_targets',
      [
        {
          agency_id: actor.agencyId,
          programme_id: input.programmeId,
          indicator_id: input.indicatorId,
          baseline: input.baseline ?? null,
          target: input.target,
          agreed_on: agreedOn,
          agreed_by: input.agreedBy,
        },
      ],
      'on conflict (agency_id, programme_id, indicator_id) do update set baseline = excluded.baseline, target = excluded.target, agreed_on = excluded.agreed_on, agreed_by = excluded.agreed_by',
    )
    note({
      subjectKind: 'planning.programme',
      subjectId: input.programmeId,
      detail: {
        indicatorId: input.indicatorId,
        target: input.target,
        agreedOn,
        beforeStart: agreedOn < programme.starts_on,
      },
    })
    return { beforeStart: agreedOn < programme.starts_on }
  },
})
