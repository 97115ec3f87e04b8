import { type Db, sql } from '#platform/database/database.ts'

export type CompetencyRow = {
  id: string
  code: string
  name: string
  kind: string
  definition: string | null
  posts: number
}

/** The agency's dictionary with how many standards ask for each competency. */
export const listCompetencies = (db: Db): Promise<CompetencyRow[]> =>
  db.rows<CompetencyRow>(sql`select c.id, c.code, c.name, c.kind, c.definition, count(r.standard_id)::int as posts
    from competency.competencies c left join competency.requirements r on r.agency_id = c.agency_id and r.competency_id = c.id
    group by c.id, c.code, c.name, c.kind, c.definition
    order by case c.kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, c.code`)

export const findCompetency = (db: Db, competencyId: string): Promise<CompetencyRow | null> =>
  db.find<CompetencyRow>(sql`select c.id, c.code, c.name, c.kind, c.definition,
      (select count(*)::int from competency.requirements r where r.agency_id = c.agency_id and r.competency_id = c.id) as posts
    from competency.competencies c where c.id = ${competencyId}`)

/** Posts that ask for a competency, with the level. */
export const listPostsAsking = (
  db: Db,
  competencyId: string,
): Promise<{ standard_id: string; position_name: string; tier: string | null; level: number; importance: string }[]> =>
  db.rows(
    sql`select standard_id, position_name, tier, level, importance from competency.v_standards where competency_id = ${competencyId} order by level desc, position_name`,
  )
