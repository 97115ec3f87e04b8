import { addMonths, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { catalogueRules } from '../catalogue/catalogue.rules.ts'

export type Agreement = {
  id: string
  provider: string
  number: string
  subject: string
  starts_on: Day
  ends_on: Day
  accreditation: string | null
  accredited_until: Day | null
  ended_on: Day | null
  ended_reason: string | null
  recorded_by_name: string
  /** Modules in force that this provider gives. */
  modules: { id: string; name: string }[]
}

export const listAgreements = (db: Db): Promise<Agreement[]> =>
  db.rows<Agreement>(sql`select a.id, a.provider, a.number, a.subject, a.starts_on, a.ends_on, a.accreditation, a.accredited_until, a.ended_on, a.ended_reason, a.recorded_by_name,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name) from planning.modules m where m.agency_id = a.agency_id and m.valid_until is null and lower(m.provider) = lower(a.provider)), '[]') as modules
    from planning.agreements a order by a.ended_on is not null, a.ends_on, a.number limit 500`)

export type AgreementState = 'running' | 'ending' | 'over' | 'ended' | 'ahead'
/** How an agreement stands on a day; `ending` within the months of the rule set, for it or its accreditation. */
export const agreementState = (
  a: Pick<Agreement, 'starts_on' | 'ends_on' | 'ended_on' | 'accredited_until'>,
  on: Day,
): AgreementState => {
  const soon = addMonths(on, catalogueRules.on(on).body.warnMonths)
  if (a.ended_on) return 'ended'
  if (a.ends_on < on) return 'over'
  if (a.starts_on > on) return 'ahead'
  return a.ends_on <= soon || (a.accredited_until !== null && a.accredited_until <= soon) ? 'ending' : 'running'
}

/** The agreement a provider works under today; null: none recorded. */
export const findAgreementOf = async (db: Db, provider: string): Promise<Agreement | null> =>
  (await listAgreements(db)).find(
    a => a.provider.toLowerCase() === provider.toLowerCase() && a.ended_on === null && a.starts_on <= db.on,
  ) ?? null

/** Providers of modules in force that no running agreement stands behind; one's own agency needs none. */
export const listWithoutAgreement = (db: Db): Promise<{ provider: string; modules: number }[]> =>
  db.rows(sql`select m.provider, count(*)::int as modules from planning.modules m
    where m.valid_until is null and m.provider is not null and not m.is_internal
      and not exists (select 1 from planning.agreements a where a.agency_id = m.agency_id and lower(a.provider) = lower(m.provider) and a.ended_on is null and ${db.on} between a.starts_on and a.ends_on)
    group by m.provider order by m.provider`)
