import { competencyMyData } from '#domain/competency/competency.my-data.ts'
import { deliveryMyData } from '#domain/delivery/delivery.my-data.ts'
import { impactMyData } from '#domain/impact/impact.my-data.ts'
import { planningMyData } from '#domain/planning/planning.my-data.ts'
import { successionMyData } from '#domain/succession/succession.my-data.ts'
import { talentMyData } from '#domain/talent/talent.my-data.ts'
import { workforceMyData } from '#domain/workforce/workforce.my-data.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** One kind of data held of a person, with its rows as stored. */
export type MyDataPart = { title: string; rows: Record<string, unknown>[] }
type Source = (db: Db, employeeId: string) => Promise<{ title: string; rows: unknown[] }[]>

/** What the ground floor holds of a person. */
const platformMyData: Source = async (db, employeeId) => [
  {
    title: 'Akun',
    rows: await db.rows(
      sql`select name, is_active, created_at::text as created_at from platform.accounts where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Pemberitahuan',
    rows: await db.rows(
      sql`select text, created_at::text as created_at, read_at::text as read_at from platform.notices where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Hal yang ditunda dalam antrean',
    rows: await db.rows(sql`select key, until from platform.postponements where employee_id = ${employeeId}`),
  },
  {
    title: 'Permintaan tentang data pribadi',
    rows: await db.rows(
      sql`select kind, statement, state, submitted_on, due_on, answer, answered_by_name, answered_on from platform.data_requests where employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Berkas yang diunggah',
    rows: await db.rows(
      sql`select f.name, f.media_type, f.created_at::text as created_at,
        (select sum(length(p.content)) from platform.file_pieces p where p.agency_id = f.agency_id and p.file_id = f.id)::int as size_bytes
      from platform.files f where f.employee_id = ${employeeId}`,
    ),
  },
  {
    title: 'Siapa melihat dan mengubah',
    rows: await db.rows(
      sql`select at::text as at, actor_name, role, kind, action, reason from platform.audit_entries where employee_id = ${employeeId} order by seq desc`,
    ),
  },
]

/** Each room that holds data of persons gives its list here; a test fails for a table about persons that is in none. */
export const myDataSources: readonly Source[] = [
  workforceMyData,
  competencyMyData,
  talentMyData,
  planningMyData,
  deliveryMyData,
  impactMyData,
  successionMyData,
  platformMyData,
]

/** Everything held of one person, room after room. */
export const collectMyData = async (db: Db, employeeId: string): Promise<MyDataPart[]> => {
  const parts: MyDataPart[] = []
  for (const source of myDataSources)
    for (const part of await source(db, employeeId))
      parts.push({ title: part.title, rows: part.rows as Record<string, unknown>[] })
  return parts
}
