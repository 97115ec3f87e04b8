import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { centreRules } from './assessment-centre.rules.ts'
import { listProviders } from './centre.store.ts'

/** What a batch's form offers: purposes of the rules, providers with an accreditation, standards of posts. */
export const batchChoices = async (db: Db, on: Day) => ({
  uses: centreRules.on(on).body.uses,
  providers: (await listProviders(db))
    .filter(p => p.ended_on === null && p.accredited_until !== null && p.accredited_until >= on)
    .map(p => ({ value: p.id, label: p.name })),
  standards: await db.rows<{ value: string; label: string }>(
    sql`select id as value, position_name as label from competency.v_position_standards where valid_until is null or valid_until >= ${on}::date order by position_name limit 2000`,
  ),
})

/** What the form sent, as the use case asks for it. */
export const batchInputOf = (
  values: Record<string, string>,
  day: (text: string | undefined, what: string) => string | undefined,
) => ({
  name: values.name,
  useCode: values.useCode,
  providerId: values.providerId,
  complexity: values.complexity,
  startsOn: day(values.startsOn, 'startsOn'),
  endsOn: day(values.endsOn, 'endsOn'),
  place: values.place,
  seats: values.seats,
  contact: values.contact,
  standardId: values.standardId ?? null,
})
