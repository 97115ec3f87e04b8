import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Importance } from '../position-standard/position-standard.model.ts'

export type CompetencyRow = {
  id: string
  code: string
  name: string
  kind: string
  definition: string | null
  domain: string | null
  builder: string | null
  retired_on: Day | null
  retired_reason: string | null
  successor_id: string | null
  posts: number
}

/** The agency's dictionary with how many standards ask for each competency. */
export const listCompetencies = (db: Db): Promise<CompetencyRow[]> =>
  db.rows<CompetencyRow>(sql`select c.id, c.code, c.name, c.kind, c.definition, c.domain, c.builder, c.retired_on, c.retired_reason, c.successor_id, count(r.standard_id)::int as posts
    from competency.competencies c left join competency.v_standards r on r.agency_id = c.agency_id and r.competency_id = c.id and r.valid_from <= ${db.on}::date and (r.valid_until is null or r.valid_until >= ${db.on}::date)
    group by c.agency_id, c.id
    order by case c.kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, c.code`)

export const findCompetency = (db: Db, competencyId: string): Promise<CompetencyRow | null> =>
  db.find<CompetencyRow>(sql`select c.id, c.code, c.name, c.kind, c.definition, c.domain, c.builder, c.retired_on, c.retired_reason, c.successor_id,
      (select count(*)::int from competency.v_standards r where r.agency_id = c.agency_id and r.competency_id = c.id and r.valid_from <= ${db.on}::date and (r.valid_until is null or r.valid_until >= ${db.on}::date)) as posts
    from competency.competencies c where c.id = ${competencyId}`)

/** Posts that ask for a competency, with the level. */
export const listPostsAsking = (
  db: Db,
  competencyId: string,
): Promise<
  { standard_id: string; position_name: string; tier: string | null; level: number; importance: Importance }[]
> =>
  db.rows(
    sql`select standard_id, position_name, tier, level, importance from competency.v_standards where competency_id = ${competencyId} and valid_from <= ${db.on}::date and (valid_until is null or valid_until >= ${db.on}::date) order by level desc, position_name`,
  )
