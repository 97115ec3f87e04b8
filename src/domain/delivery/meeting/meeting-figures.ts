import { count } from '#core/figure/mechanisms.ts'
import type { Db } from '#platform/database/database.ts'
import { listMeetingIds } from './meeting.store.ts'

/** Meetings the reader may see, and those that still wait for the other side. */
export const meetingFigures = async (db: Db) => {
  const rows = await listMeetingIds(db)
  const of = (ref: string, label: string, filter: string, members: string[]) =>
    count({ ref, label, unit: 'count', asOf: db.on, members, of: 'pertemuan', filter })
  return {
    all: of(
      'delivery.meetings',
      'Pertemuan',
      'yang dapat dilihat',
      rows.map(r => r.id),
    ),
    waiting: of(
      'delivery.meetings-waiting',
      'Pertemuan menunggu konfirmasi',
      'belum dikonfirmasi',
      rows.filter(r => !r.is_confirmed).map(r => r.id),
    ),
  }
}
