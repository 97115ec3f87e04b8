import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { effectKindWords, effectStateWords, objectionStateWords } from './objection-words.ts'

export type Objection = {
  id: string
  cycle_id: string | null
  nomination_id: string | null
  /** The cycle's name, or which nomination it is about. */
  about: string
  employee_id: string
  name: string
  unit_short_name: string
  statement: string
  state: keyof typeof objectionStateWords
  submitted_on: Day
  due_on: Day
  answer: string | null
  answered_on: Day | null
}

const columns = sql`select o.id, o.cycle_id, o.nomination_id, case when n.id is null then c.name else 'Usulan ' || case n.purpose when 'advancement' then 'kenaikan jabatan' when 'lateral' then 'perpindahan setara' else 'program' end end as about, o.employee_id, e.name, e.unit_short_name, o.statement, o.state, o.submitted_on, o.due_on, o.answer, o.answered_on
    from talent.objections o left join talent.nominations n on n.agency_id = o.agency_id and n.id = o.nomination_id left join talent.cycles c on c.agency_id = o.agency_id and c.id = o.cycle_id join workforce.v_people e on e.agency_id = o.agency_id and e.id = o.employee_id`

export type ObjectionFilter = { employeeId?: string; state?: string | null; isLate?: boolean; search?: string }

const where = (
  db: Db,
  f: ObjectionFilter,
) => sql`(${f.employeeId ?? null}::uuid is null or o.employee_id = ${f.employeeId ?? null})
  and (${f.state ?? null}::text is null or o.state = ${f.state ?? null})
  and (not ${f.isLate ?? false} or (o.state = 'submitted' and o.due_on < ${db.on}))
  and (${f.search ?? ''} = '' or lower(e.name || ' ' || e.nip) like '%' || lower(${f.search ?? ''}) || '%')`

/** Objections the reader may see: those still open first, nearest deadline first. */
export const listObjections = (
  db: Db,
  filter: ObjectionFilter & { limit?: number; page?: number } = {},
): Promise<Objection[]> =>
  db.rows<Objection>(
    sql`${columns} where ${where(db, filter)} order by (o.state = 'submitted') desc, o.due_on, o.id limit ${filter.limit ?? 200} offset ${((filter.page ?? 1) - 1) * (filter.limit ?? 200)}`,
  )

export const countObjections = async (db: Db, filter: ObjectionFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from (${columns} where ${where(db, filter)}) x`)).n

export const findObjection = (db: Db, id: string): Promise<Objection | null> =>
  db.find<Objection>(sql`${columns} where o.id::text = ${id}`)

export type ObjectionFile = {
  id: string
  objection_id: string
  employee_id: string
  file_id: string
  name: string
  size_bytes: number
  added_on: Day
}

/** Papers of objections, oldest first. */
export const listObjectionFiles = (db: Db, objectionIds: readonly string[]): Promise<ObjectionFile[]> =>
  db.rows<ObjectionFile>(
    sql`select id, objection_id, employee_id, file_id, name, size_bytes, added_on from talent.objection_files where objection_id = any (${[...objectionIds]}::uuid[]) order by added_on, name, id`,
  )

export const findObjectionFile = (db: Db, id: string): Promise<ObjectionFile | null> =>
  db.find<ObjectionFile>(
    sql`select id, objection_id, employee_id, file_id, name, size_bytes, added_on from talent.objection_files where id::text = ${id}`,
  )

export type Effect = {
  id: string
  objection_id: string
  employee_id: string
  name: string | null
  kind: keyof typeof effectKindWords
  subject_id: string
  label: string
  href: string
  owner_id: string | null
  owner_name: string
  state: keyof typeof effectStateWords
  outcome: string | null
  due_on: Day
  settled_by_name: string | null
  settled_on: Day | null
}

const effects = sql`select f.id, f.objection_id, f.employee_id, p.name, f.kind, f.subject_id, f.label, f.href, f.owner_id, f.owner_name, f.state, f.outcome, f.due_on, f.settled_by_name, f.settled_on
  from talent.objection_effects f left join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id`

/** What objections touched, in the order of the chain. */
export const listEffects = (db: Db, objectionIds: readonly string[]): Promise<Effect[]> =>
  db.rows<Effect>(
    sql`${effects} where f.objection_id = any (${[...objectionIds]}::uuid[]) order by array_position(array['map', 'plan', 'bench', 'dossier'], f.kind), f.label, f.id`,
  )

export const findEffect = (db: Db, id: string): Promise<Effect | null> =>
  db.find<Effect>(sql`${effects} where f.id::text = ${id}`)
