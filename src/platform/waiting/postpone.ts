import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'

/** A person puts something of the own queue off by some days; zero days brings it back. */
export const postponeWaiting = useCase({
  name: 'postpone-waiting',
  room: 'platform',
  permission: { asn: 'own' },
  writes: ['platform.postponements'],
  input: z.object({
    key: z.string().min(3).max(120),
    days: z.coerce
      .number({ error: 'Pilih sampai kapan ditunda.' })
      .int()
      .min(0)
      .max(31, { error: 'Paling lama sebulan.' }),
  }),
  example: { key: 'plan 1', days: 7 },
  async run({ input, db, actor, on, note }) {
    await db.run(
      sql`delete from platform.postponements where employee_id = ${actor.employeeId} and (key = ${input.key} or until <= ${on})`,
    )
    const until = addDays(on, input.days)
    if (input.days > 0)
      await db.insert('platform.postponements', [
        { agency_id: actor.agencyId, employee_id: actor.employeeId, key: input.key, until },
      ])
    note({ subjectKind: 'platform.waiting', employeeId: actor.employeeId, detail: { key: input.key, until } })
    return { until: input.days > 0 ? (until as Day) : null }
  },
})
