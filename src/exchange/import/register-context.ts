import { type Db, sql } from '#platform/database/database.ts'
import type { RegisterContext, RememberedMapping } from '../workbook/contract.ts'

/** What the agency already holds, read in set-wise questions, for judging files against. */
export const readRegisterContext = async (db: Db): Promise<RegisterContext> => {
  const units = await db.rows<RegisterContext['units'][number]>(
    sql`select code, name, short_name as "shortName" from workforce.v_units order by name`,
  )
  const employees = await db.rows<RegisterContext['employees'][number]>(
    sql`select e.nip, e.name, e.birth_on as "birthDate", s.nip as "supervisorNip" from workforce.v_people e
      left join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id order by e.nip`,
  )
  const positions = await db.rows<{ name: string }>(
    sql`select distinct position_name as name from competency.v_position_standards order by 1`,
  )
  const modules = await db.rows<{ code: string }>(sql`select distinct code from planning.v_modules order by 1`)
  const competencies = await db.rows<{ code: string; name: string }>(
    sql`select distinct code, name from competency.v_competencies order by 1`,
  )
  const rememberedMappings = await listMappings(db)
  return { units, employees, positions, modules, competencies, asOf: db.on, rememberedMappings }
}

/** Column choices this agency corrected before. An empty field means: do not use the column. */
export const listMappings = async (db: Db): Promise<RememberedMapping[]> =>
  (
    await db.rows<{ kind: RememberedMapping['type']; header: string; field: string }>(
      sql`select kind, header, field from exchange.mappings order by kind, header`,
    )
  ).map(m => ({ type: m.kind, header: m.header, field: m.field || null }))
