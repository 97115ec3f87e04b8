import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Db, sql } from '#platform/database/database.ts'

/** Bytes as they came, and the row of a room that owns them: whoever may see that row may see them. */
export type NewFile = {
  name: string
  mediaType: string
  bytes: Uint8Array
  ownerTable: string
  ownerId: string
  /** The person a file is about; absent when it is about nobody in particular. */
  employeeId?: string | null
}

/** Keeps a file with its size and fingerprint. The use case names `platform.files` among its `writes`. Returns the file's id. */
export const keepFile = async (db: Db, file: NewFile): Promise<string> => {
  const id = randomUUID()
  await db.run(sql`insert into platform.files (agency_id, id, name, media_type, size_bytes, sha256, content, owner_table, owner_id, employee_id)
    values (${db.actor.agencyId}, ${id}, ${file.name}, ${file.mediaType}, ${file.bytes.length},
      ${createHash('sha256').update(file.bytes).digest('hex')}, ${Buffer.from(file.bytes)}, ${file.ownerTable}, ${file.ownerId}, ${file.employeeId ?? null})`)
  return id
}

const pieceBytes = 1024 * 1024

/** A file's bytes in pieces, read from the database as they are asked for: flat memory, however long the file. */
export const openStoredFile = (db: Db, id: string): Readable =>
  Readable.from(
    (async function* () {
      for (let from = 1; ; from += pieceBytes) {
        const found = await db.find<{ piece: Buffer }>(
          sql`select substring(content from ${from} for ${pieceBytes}) as piece from platform.files where agency_id = (select platform.agency()) and id = ${id}`,
        )
        if (!found || found.piece.length === 0) return
        yield found.piece
      }
    })(),
    { objectMode: false, highWaterMark: 1 },
  )

/** How long files are, in bytes, by id; a file the actor may not see is left out. */
export const fileSizes = async (db: Db, ids: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.rows<{ id: string; size: number }>(
    sql`select id, size_bytes::float8 as size from platform.files where agency_id = (select platform.agency()) and id = any(${[...ids]}::uuid[])`,
  )
  return new Map(rows.map(r => [r.id, r.size]))
}

/** The bytes of files, in the order of the ids; a file the actor may not see is left out. */
export const readFiles = async (
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; mediaType: string; bytes: Uint8Array }[]> => {
  const rows = await db.rows<{ id: string; name: string; media_type: string; content: Buffer }>(
    sql`select f.id, f.name, f.media_type, f.content from unnest(${[...ids]}::uuid[]) with ordinality w(id, position)
      join platform.files f on f.agency_id = (select platform.agency()) and f.id = w.id order by w.position`,
  )
  return rows.map(r => ({ id: r.id, name: r.name, mediaType: r.media_type, bytes: new Uint8Array(r.content) }))
}
