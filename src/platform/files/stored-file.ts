import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Db, sql } from '#platform/database/database.ts'

/** A file that lies elsewhere (on a disk, in the database), opened anew each time it is read: never in memory whole. */
export type LyingFile = { name: string; size: number; open(): Readable }

/** Bytes as they came, and the row of a room that owns them: whoever may see that row may see them. */
export type NewFile = {
  name: string
  mediaType: string
  /** The bytes themselves, or what opens them. */
  bytes: Uint8Array | (() => Readable)
  ownerTable: string
  ownerId: string
  /** The person a file is about; absent when it is about nobody in particular. */
  employeeId?: string | null
}

const pieceBytes = 256 * 1024

/** Bytes in pieces of a quarter of a megabyte; nothing at all is one empty piece. */
async function* piecesOf(bytes: NewFile['bytes']): AsyncGenerator<Buffer> {
  if (bytes instanceof Uint8Array) {
    for (let from = 0; from === 0 || from < bytes.length; from += pieceBytes)
      yield Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(pieceBytes, bytes.length - from))
    return
  }
  let held: Buffer[] = []
  let size = 0
  let isEmpty = true
  for await (const chunk of bytes() as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.length
    if (size < pieceBytes) continue
    const all = Buffer.concat(held)
    const whole = size - (size % pieceBytes)
    for (let from = 0; from < whole; from += pieceBytes) yield all.subarray(from, from + pieceBytes)
    isEmpty = false
    held = [all.subarray(whole)]
    size -= whole
  }
  if (size > 0 || isEmpty) yield Buffer.concat(held)
}

/**
 * Keeps a file with its size and fingerprint, piece by piece. The use case names `platform.files` and
 * `platform.file_pieces` among its `writes`. Returns the file's id.
 */
export const keepFile = async (db: Db, file: NewFile): Promise<string> => {
  const id = randomUUID()
  const hash = createHash('sha256')
  let size = 0
  let n = 0
  for await (const piece of piecesOf(file.bytes)) {
    hash.update(piece)
    size += piece.length
    await db.run(sql`insert into platform.file_pieces (agency_id, file_id, n, content, employee_id)
      values (${db.actor.agencyId}, ${id}, ${n++}, ${piece}, ${file.employeeId ?? null})`)
  }
  await db.run(sql`insert into platform.files (agency_id, id, name, media_type, size_bytes, sha256, owner_table, owner_id, employee_id)
    values (${db.actor.agencyId}, ${id}, ${file.name}, ${file.mediaType}, ${size}, ${hash.digest('hex')},
      ${file.ownerTable}, ${file.ownerId}, ${file.employeeId ?? null})`)
  return id
}

/** A file's bytes in pieces, read from the database as they are asked for: flat memory, however long the file. */
export const openStoredFile = (db: Db, id: string): Readable =>
  Readable.from(
    (async function* () {
      for (let n = 0; ; n++) {
        const found = await db.find<{ content: Buffer }>(
          sql`select content from platform.file_pieces where agency_id = (select platform.agency()) and file_id = ${id} and n = ${n}`,
        )
        if (!found) return
        yield found.content
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
    sql`select f.id, f.name, f.media_type,
        (select string_agg(p.content, ''::bytea order by p.n) from platform.file_pieces p where p.agency_id = f.agency_id and p.file_id = f.id) as content
      from unnest(${[...ids]}::uuid[]) with ordinality w(id, position)
      join platform.files f on f.agency_id = (select platform.agency()) and f.id = w.id order by w.position`,
  )
  return rows.map(r => ({ id: r.id, name: r.name, mediaType: r.media_type, bytes: new Uint8Array(r.content) }))
}
