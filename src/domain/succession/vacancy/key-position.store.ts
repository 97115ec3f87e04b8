import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { readinessRules } from '../readiness/readiness.rules.ts'
import { type Vacancy, vacancyOf } from './vacancy.model.ts'

export type KeyPosition = {
  id: string
  name: string
  tier: string
  echelon: string | null
  family: string | null
  unit_id: string | null
  unit_name: string | null
  impact_class: number | null
  holder: { id: string; name: string; retiresOn: Day | null } | null
  vacancy: Vacancy
}

type Row = Omit<KeyPosition, 'holder' | 'vacancy'> & {
  holder_id: string | null
  holder_name: string | null
  employment: string | null
  birth_on: Day | null
  acting_since: Day | null
  vacant_since: Day | null
}

/** Key posts with their holder, the holder's retirement, a stand-in, and since when a post is vacant. One question. */
export const listKeyPositions = async (
  db: Db,
  asOf: Day,
  ids: readonly string[] | null = null,
): Promise<KeyPosition[]> => {
  const rows = await db.rows<Row>(sql`
    select p.id, p.name, p.tier, p.echelon, p.family, p.unit_id, p.unit_name, p.impact_class,
      h.id as holder_id, h.name as holder_name, h.employment, h.birth_on, c.acting_since, c.vacant_since
    from workforce.v_positions p
    left join lateral (select e.id, e.name, e.employment, e.birth_on from workforce.v_people e
      where e.agency_id = p.agency_id and e.position_id = p.id and e.state = 'active' order by e.position_since desc nulls last, e.id limit 1) h on true
    left join lateral (select
        max(r.starts_on) filter (where r.assignment in ('Plt', 'Plh', 'Pj') and (r.ends_on is null or r.ends_on >= ${asOf})) as acting_since,
        max(r.ends_on) filter (where r.assignment = 'Definitif' and r.ends_on < ${asOf}) + 1 as vacant_since
      from workforce.v_careers r where r.agency_id = p.agency_id and lower(r.position_name) = lower(p.name)
        and (r.unit_name is null or p.unit_name is null or lower(r.unit_name) = lower(p.unit_name)) and r.starts_on <= ${asOf}) c on true
    where p.is_key and (${ids}::uuid[] is null or p.id = any (${ids})) order by p.name, p.id`)
  const retirement = retirementRules.on(asOf)
  const rules = readinessRules.on(asOf).body
  return rows.map(({ holder_id, holder_name, employment, birth_on, acting_since, vacant_since, ...post }) => {
    const startsOn =
      holder_id === null
        ? null
        : retirementOf(
            { id: holder_id, employment: employment ?? '', birthOn: birth_on, title: post.name, tier: post.tier },
            { rules: retirement.body, ruleSet: retirement.reference, asOf },
          ).startsOn
    const retiresOn = startsOn && isKnown(startsOn) ? (startsOn.value as Day) : null
    return {
      ...post,
      holder: holder_id === null ? null : { id: holder_id, name: holder_name ?? '', retiresOn },
      vacancy: vacancyOf(
        {
          holder: holder_id === null ? null : { retiresOn, isBound: startsOn?.state !== 'not-applicable' },
          actingSince: acting_since,
          vacantSince: vacant_since,
        },
        { rules, asOf },
      ),
    }
  })
}
