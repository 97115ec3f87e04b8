import { type Db, sql } from '#platform/database/database.ts'
import { fileSizes, openStoredFile, readFiles } from '#platform/files/stored-file.ts'
import type {
  FileCorrection,
  FileJudgement,
  FileKind,
  Finding,
  Note,
  SheetJudgement,
  SourceFile,
} from '../workbook/contract.ts'
import type { RecordType } from '../workbook/records.ts'
import { isLongFile, type LongFile } from './long-files.ts'
import type { RowOutcome } from './write-records.ts'

export type ImportState = 'uploaded' | 'judged' | 'applied' | 'undone' | 'discarded'

/** How many rows of a file ended how. */
export type RowCounts = Record<RowOutcome, number> & {
  rejected: number
  skipped: number
  warnings: number
  rows: number
}

/** One field of one record: what stands, and what the file says. */
export type FieldChange = { row: string; who: string; field: string; before: string | null; after: string | null }

/** What is kept of a judgement: everything but the rows themselves. */
export type KeptJudgement = {
  kind: FileKind | null
  kindSaid: string
  sheets: SheetJudgement[]
  notes: Note[]
  refused: Note | null
  rejected: Finding[]
  skipped: Finding[]
  warnings: Finding[]
  counts: RowCounts
  byType: Partial<Record<RecordType, Record<RowOutcome, number>>>
  changed: FieldChange[]
  siasn: FileJudgement['siasn'] | null
}

export type ImportSummary = {
  files: number
  counts: RowCounts
  kinds: string[]
  /** The long work that judges or applies it now or did so last. */
  workId?: string
}
export type Import = {
  id: string
  state: ImportState
  made_by: string
  made_at: string
  applied_at: string | null
  undone_at: string | null
  summary: ImportSummary
}
export type ImportFile = {
  position: number
  file_id: string
  name: string
  kind: string | null
  corrections: FileCorrection
  judgement: KeptJudgement | null
}

const columns = sql`id, state, made_by, made_at::text as made_at, applied_at::text as applied_at, undone_at::text as undone_at, summary`

export const findImport = (db: Db, importId: string): Promise<Import | null> =>
  db.find<Import>(sql`select ${columns} from exchange.imports where id = ${importId}`)

/** Imports, newest first, paged by the moment they were made. */
export const listImports = (db: Db, { before, size }: { before?: string | null; size: number }): Promise<Import[]> =>
  db.rows<Import>(sql`select ${columns} from exchange.imports
    where ${before ?? null}::timestamptz is null or made_at < ${before ?? null}::timestamptz order by made_at desc limit ${size}`)

export const listImportFiles = (db: Db, importId: string): Promise<ImportFile[]> =>
  db.rows<ImportFile>(
    sql`select position, file_id, name, kind, corrections, judgement from exchange.import_files where import_id = ${importId} order by position`,
  )

/** One file itself, as it came. */
export const readSourceFile = async (
  db: Db,
  file: Pick<ImportFile, 'file_id' | 'name'>,
): Promise<SourceFile | null> => {
  const [kept] = await readFiles(db, [file.file_id])
  return kept ? { name: file.name, bytes: kept.bytes } : null
}

/** The files themselves, as they came; long ones as something to read piece by piece. */
export const readSourceFiles = async (db: Db, importId: string): Promise<(SourceFile | LongFile)[]> => {
  const listed = await db.rows<{ name: string; file_id: string }>(
    sql`select name, file_id from exchange.import_files where import_id = ${importId} order by position`,
  )
  const sizes = await fileSizes(
    db,
    listed.map(f => f.file_id),
  )
  const files: (SourceFile | LongFile)[] = []
  for (const f of listed) {
    const size = sizes.get(f.file_id)
    if (size === undefined) continue
    if (isLongFile({ name: f.name, size }))
      files.push({ name: f.name, size, open: () => openStoredFile(db, f.file_id) })
    else {
      const read = await readSourceFile(db, f)
      if (read) files.push(read)
    }
  }
  return files
}

export type StoredChange = {
  seq: number
  table: string
  key: Record<string, unknown>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export const listChanges = (db: Db, importId: string): Promise<StoredChange[]> =>
  db.rows<StoredChange>(
    sql`select seq, table_name as "table", record_key as key, before, after from exchange.import_changes where import_id = ${importId} order by seq`,
  )
