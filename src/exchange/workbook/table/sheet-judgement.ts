import type { Note, SheetJudgement } from '../contract.ts'
import { noteOf } from '../notices.ts'
import type { SheetChoice } from './choose-sheets.ts'
import type { NotData } from './data-rows.ts'
import type { FoundTable } from './find-table.ts'

/** What is said of one sheet: whether it counts and why, which column is which, and the rows that are no data. */
export const sheetJudgement = (
  { sheet, found, counted, why }: SheetChoice,
  notData: readonly NotData[],
): SheetJudgement => ({
  name: sheet.name,
  headerRow: found?.sheet.rows[found.last]?.n ?? null,
  counted,
  why,
  type: found?.table.type ?? null,
  mapping: (found?.mapping ?? []).map(m => ({
    ...m,
    ...(sheet.hiddenColumns.includes(m.column) ? { hidden: true } : {}),
  })),
  notData: [...notData],
})

/** What the person should know of a table as a whole. */
export const tableNotes = ({ table, mapping }: FoundTable): Note[] =>
  table.type === 'employee' && !mapping.some(m => m.field === 'status') ? [noteOf('STATUS_DARI_NIP')] : []
