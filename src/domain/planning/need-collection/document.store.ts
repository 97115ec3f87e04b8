import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { CompetencyKind } from './need-order.model.ts'
import type { PlanLine } from './place-needs.model.ts'

export type NeedDocument = {
  id: string
  collection_id: string
  collection: string
  kind: 'rpk' | 'hcdp'
  year_from: number
  year_until: number
  version: number
  state: 'frozen' | 'approved' | 'returned' | 'replaced'
  content_hash: string
  compiled_by_name: string
  compiled_by: string | null
  compiled_on: Day
  decided_by_name: string | null
  decided_on: Day | null
  decided_reason: string | null
}
export type DocumentRow = {
  number: number
  employee_id: string
  need_id: string
  year: number
  person_name: string
  nip: string | null
  position_name: string | null
  unit_name: string
  subject: string
  kind: CompetencyKind | null
  title: string
  form: string | null
  track: string | null
  siasn_id: number | null
  provider: string | null
  quarter: number | null
  jp: number | null
  cost: number | null
  budget_line_id: string | null
  budget_line: string | null
  placement: string
}

const columns = sql`d.id, d.collection_id, c.name as collection, d.kind, d.year_from, d.year_until, d.version, d.state, d.content_hash, d.compiled_by_name, d.compiled_by, d.compiled_on, d.decided_by_name, d.decided_on, d.decided_reason`
const rowColumns = sql`number, employee_id, need_id, year, person_name, nip, position_name, unit_name, subject, kind, title, form, track, siasn_id, provider, quarter, jp::float as jp, cost, budget_line_id, budget_line, placement`

export const listDocuments = (db: Db, collectionId: string): Promise<NeedDocument[]> =>
  db.rows(sql`select ${columns} from planning.need_documents d join planning.need_collections c on c.agency_id = d.agency_id and c.id = d.collection_id
    where d.collection_id = ${collectionId} order by d.kind desc, d.version desc`)
export const findDocument = (db: Db, id: string): Promise<NeedDocument | null> =>
  db.find(
    sql`select ${columns} from planning.need_documents d join planning.need_collections c on c.agency_id = d.agency_id and c.id = d.collection_id where d.id::text = ${id}`,
  )

/** Rows of a document, all or of one unit or year, a page at a time. */
export const listDocumentRows = (
  db: Db,
  id: string,
  { unit, year, size = 100_000, page = 1 }: { unit?: string; year?: number; size?: number; page?: number } = {},
): Promise<DocumentRow[]> =>
  db.rows(sql`select ${rowColumns} from planning.need_document_rows where document_id = ${id} and (${unit ?? null}::text is null or unit_name = ${unit ?? null})
    and (${year ?? null}::int is null or year = ${year ?? null}::int) order by number limit ${size} offset ${(page - 1) * size}`)
export const countDocumentRows = async (
  db: Db,
  id: string,
  { unit, year }: { unit?: string; year?: number },
): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from planning.need_document_rows where document_id = ${id} and (${unit ?? null}::text is null or unit_name = ${unit ?? null}) and (${year ?? null}::int is null or year = ${year ?? null}::int)`,
    )
  ).n

/** Lines with what is neither committed nor spent, for some years. */
export const listPlanLines = (db: Db, years: readonly number[]): Promise<PlanLine[]> =>
  db.rows(sql`select l.id, l.activity || coalesce(', ' || u.short_name, '') || ' (' || l.source || ')' as name, l.unit_id as "unitId", l.year,
      greatest(0, l.amount - greatest(coalesce(l.committed, 0), coalesce(l.realised, 0))) as available
    from planning.budget_lines l left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id where l.year = any (${[...years]}::int[]) order by l.unit_id nulls last, l.activity, l.id`)
