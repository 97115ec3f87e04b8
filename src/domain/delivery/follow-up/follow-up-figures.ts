import { count } from '#core/figure/mechanisms.ts'
import { addDays } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'
import { listFollowUpStates } from './follow-up.store.ts'

/** Checks the reader may see: overdue, due within two weeks, answered. */
export const followUpFigures = async (db: Db) => {
  const rows = await listFollowUpStates(db)
  const of = (ref: string, label: string, members: typeof rows) =>
    count({
      ref,
      label,
      unit: 'count',
      asOf: db.on,
      members: members.map(r => r.id),
      of: 'pemeriksaan',
      filter: label.toLowerCase(),
    })
  const open = rows.filter(r => r.answered_on === null && r.due_on !== null)
  return {
    overdue: of(
      'delivery.follow-ups-overdue',
      'Pemeriksaan lewat batas',
      open.filter(r => String(r.due_on) < db.on),
    ),
    due: of(
      'delivery.follow-ups-due',
      'Pemeriksaan jatuh tempo dalam 14 hari',
      open.filter(r => String(r.due_on) >= db.on && String(r.due_on) <= addDays(db.on, 14)),
    ),
    answered: of(
      'delivery.follow-ups-answered',
      'Pemeriksaan dijawab',
      rows.filter(r => r.answered_on !== null),
    ),
  }
}
