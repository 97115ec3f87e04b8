import { type Db, sql } from '#platform/database/database.ts'

export type Goal = {
  id: string
  name: string
  basis: string
  weight: number
  programmes: { id: string; name: string }[]
}

/** Strategic goals, the weightiest first, with the programmes that serve each. */
export const listGoals = (db: Db): Promise<Goal[]> =>
  db.rows<Goal>(sql`select g.id, g.name, g.basis, g.weight,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from planning.programmes p where p.agency_id = g.agency_id and p.goal_id = g.id), '[]') as programmes
    from planning.goals g order by g.weight desc, g.name`)
