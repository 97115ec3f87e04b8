import { count } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Programme } from './programme.store.ts'

/** Counts of a programme, each with the people counted. */
export const programmeFigures = async (db: Db, programme: Pick<Programme, 'id' | 'name'>) => {
  const rows = await db.rows<{ employee_id: string; is_chosen: boolean | null; left_on: string | null }>(
    sql`select employee_id, is_chosen, left_on from planning.programme_people where programme_id = ${programme.id} and role = 'participant' order by employee_id`,
  )
  const of = (what: string, label: string, members: string[]) =>
    count({
      ref: `planning.programme:${programme.id}:${what}`,
      label,
      asOf: db.on,
      members,
      of: 'orang',
      filter: `${label.toLowerCase()}, ${programme.name}`,
    })
  return {
    nominees: of(
      'nominees',
      'Diusulkan',
      rows.map(r => r.employee_id),
    ),
    chosen: of(
      'chosen',
      'Terpilih',
      rows.filter(r => r.is_chosen).map(r => r.employee_id),
    ),
    left: of(
      'left',
      'Keluar sebelum selesai',
      rows.filter(r => r.is_chosen && r.left_on).map(r => r.employee_id),
    ),
    incomplete: of(
      'incomplete',
      'Nilai belum lengkap',
      rows.filter(r => r.is_chosen === null).map(r => r.employee_id),
    ),
  }
}
