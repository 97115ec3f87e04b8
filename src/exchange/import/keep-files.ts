import { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import { keepFile } from '#platform/files/stored-file.ts'
import { errors } from '../errors.ts'
import type { SourceFile } from '../workbook/contract.ts'
import { mostFiles } from './judge.ts'
import { isLong, type LongFile } from './long-files.ts'

/** A file as a use case takes it in: its bytes, or for a long one what opens them. */
export const sourceFile = z.union([
  z.object({ name: z.string().min(1), bytes: z.instanceof(Uint8Array) }),
  z.object({ name: z.string().min(1), size: z.number().int(), open: z.custom<LongFile['open']>() }),
])

const mediaType = (name: string): string =>
  /\.xlsx$/i.test(name)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : /\.csv$/i.test(name)
      ? 'text/csv'
      : /\.json$/i.test(name)
        ? 'application/json'
        : 'application/octet-stream'

/** Opens an import and keeps its files as they came. For the use cases that take files in. */
export const keepFiles = async (
  { db }: { db: Db },
  importId: string,
  files: readonly (SourceFile | LongFile)[],
): Promise<void> => {
  if (files.length === 0) throw errors.import.nothing()
  if (files.length > mostFiles) throw errors.import.tooMany(mostFiles)
  const agency_id = db.actor.agencyId
  await db.insert('exchange.imports', [
    {
      agency_id,
      id: importId,
      state: 'uploaded',
      made_by: db.actor.name,
      made_at: new Date().toISOString(),
      summary: {},
    },
  ])
  for (const [position, file] of files.entries()) {
    const fileId = await keepFile(db, {
      name: file.name,
      mediaType: mediaType(file.name),
      bytes: isLong(file) ? file.open : file.bytes,
      ownerTable: 'exchange.imports',
      ownerId: importId,
    })
    await db.insert('exchange.import_files', [
      { agency_id, import_id: importId, position, file_id: fileId, name: file.name, corrections: {} },
    ])
  }
}
