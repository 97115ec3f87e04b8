import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'

/** A line of the minutes about what just happened; the use case names `talent.session_notes` among its `writes`. */
export const keepEvent = (db: Db, sessionId: string, itemId: string | null, text: string): Promise<number> =>
  db.insert('talent.session_notes', [
    {
      agency_id: db.actor.agencyId,
      id: randomUUID(),
      session_id: sessionId,
      item_id: itemId,
      kind: 'event',
      text,
      author_name: db.actor.name,
      state: 'kept',
    },
  ])
