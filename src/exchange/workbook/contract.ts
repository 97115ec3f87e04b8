import type { Day } from '#core/values/day.ts'
import type { ImportRecord, RecordType } from './records.ts'

/** A file as it came: its own name (perhaps with the folder it lay in) and its bytes. */
export type SourceFile = { name: string; bytes: Uint8Array }

/** What a file is about. A workbook may hold several tables of one kind (a catalogue and its class dates). */
export type FileKind =
  | 'unit'
  | 'employee'
  | 'position-standard'
  | 'performance'
  | 'assessment'
  | 'training'
  | 'catalogue'
  | 'budget'
  | 'unit-indicator'
  | 'programme'
  | 'talent-sheet'
  | 'career'
  | 'discipline'
  | 'siasn-data-utama'
  | 'siasn-rw-jabatan'
  | 'siasn-rw-kursus'
  | 'siasn-rw-diklat'
  | 'siasn-rw-skp22'
  | 'siasn-rw-hukdis'
  | 'siasn-rw-penghargaan'

export type KnownUnit = { code?: string | null; name: string; shortName?: string | null }
export type KnownEmployee = { nip: string; name: string; birthDate?: string | null; supervisorNip?: string | null }

/** What the agency already holds. Accepted rows of earlier files in one call are added to it, on a copy. */
export type RegisterContext = {
  units: KnownUnit[]
  employees: KnownEmployee[]
  /** Posts that have a standard; empty: no standard is known yet, so no post is called unknown. */
  positions: { name: string }[]
  modules: { code: string }[]
  competencies: { code: string; name: string }[]
  /** The day on which the files are judged. */
  asOf: Day
  /** Column choices the agency corrected before: the header as written, the field it means (null: ignore it). */
  rememberedMappings?: RememberedMapping[]
}

export type RememberedMapping = { type: RecordType; header: string; field: string | null }

/** What a person corrected for one file; anything left out stays as recognised. */
export type FileCorrection = { kind?: FileKind; sheets?: SheetCorrection[] }
export type SheetCorrection = {
  name: string
  counted?: boolean
  type?: RecordType
  /** The (lowest) header row, first row 1. */
  headerRow?: number
  /** Column (first 0) to field; null: the column is not used. */
  mapping?: { column: number; field: string | null }[]
}
/** By file name as given in SourceFile. */
export type Corrections = Record<string, FileCorrection>

export type RowRef = { sheet?: string; row: number }
export type MappedColumn = {
  column: number
  header: string
  field: string | null
  fieldLabel: string | null
  /** 0-1. */
  confidence: number
  hidden?: boolean
}
export type SheetJudgement = {
  name: string
  /** Lowest row of the header; null: none found. */
  headerRow: number | null
  counted: boolean
  /** Why it counts or does not, in Bahasa Indonesia. */
  why: string
  type: RecordType | null
  mapping: MappedColumn[]
  notData: { row: number; why: string }[]
}
export type Finding = RowRef & {
  /** Whom a refused row names, when its NIP can be read. */
  nip?: string
  code: string
  /** The column as its header is written; null: the whole row. */
  column: string | null
  /** Zero-based column in the sheet, for marking the cell. */
  columnIndex: number | null
  value: string
  message: string
  cure: string
}
export type Accepted = { ref: RowRef; record: ImportRecord }
export type Note = { code: string; message: string }

/** Everything said of one file. Nothing is written anywhere by making it. */
export type FileJudgement = {
  file: string
  kind: FileKind | null
  /** The kind in Indonesian words. */
  kindSaid: string
  sheets: SheetJudgement[]
  notes: Note[]
  dataRows: number
  /**
   * Fields the file has a column for, by table. Of the others a record says null because the file is silent:
   * they must not overwrite what is known.
   */
  provided: Partial<Record<RecordType, string[]>>
  accepted: Accepted[]
  rejected: Finding[]
  skipped: Finding[]
  warnings: Finding[]
  /** The whole file was not read, and why. */
  refused?: Note
  siasn?: SiasnSummary
}

/** Counts over the answers of a SIASN file. */
export type SiasnSummary = {
  resource: string
  answers: number
  peopleWithRecords: number
  records: number
  emptyAnswers: number
  failedAnswers: { path: string; status: number }[]
}
