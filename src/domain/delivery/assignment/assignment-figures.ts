import { count } from '#core/figure/mechanisms.ts'
import type { Db } from '#platform/database/database.ts'
import { listAssignmentStates } from './assignment.store.ts'

/** Assignments the reader may see: all, late, waiting for a supervisor. */
export const assignmentFigures = async (db: Db) => {
  const rows = await listAssignmentStates(db)
  const of = (ref: string, label: string, members: typeof rows) =>
    count({
      ref,
      label,
      unit: 'count',
      asOf: db.on,
      members: members.map(r => r.id),
      of: 'penugasan',
      filter: label.toLowerCase(),
    })
  return {
    all: of('delivery.assignments', 'Penugasan', rows),
    late: of(
      'delivery.assignments-late',
      'Penugasan lewat batas',
      rows.filter(r => r.finished_on === null && r.state !== 'stopped' && r.due_on < db.on),
    ),
    waiting: of(
      'delivery.assignments-waiting',
      'Penugasan menunggu konfirmasi',
      rows.filter(r => r.finished_on !== null && r.confirmed_on === null),
    ),
  }
}
