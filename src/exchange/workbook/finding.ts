import type { Finding, RowRef } from './contract.ts'
import type { FaultyRow } from './judge/judge-table.ts'
import { noticeOf } from './notices.ts'
import type { RecordType } from './records.ts'
import { tables } from './table/tables.ts'

/** Where the fields of a file lie, by sheet and field. */
export type ColumnIndex = Map<string, { header: string; column: number }>
export const columnKey = (sheet: string, field: string): string => `${sheet}\u0000${field}`

/** Sheet and row where several sheets count, else the row alone. */
export const refOf = (sheet: string, row: number, isOneOfSeveral: boolean): RowRef =>
  isOneOfSeveral ? { sheet, row } : { row }

/** A fault as a person reads it: where, which column as headed in the file, what is wrong, the cure. */
export const findingOf = (
  { sheet, row, fault, nip }: FaultyRow,
  type: RecordType,
  columns: ColumnIndex,
  isOneOfSeveral: boolean,
): Finding => {
  const column = fault.field === null ? undefined : columns.get(columnKey(sheet, fault.field))
  const label = tables.find(t => t.type === type)?.fields.find(f => f.field === fault.field)?.label
  return {
    ...refOf(sheet, row, isOneOfSeveral),
    ...(nip ? { nip } : {}),
    code: fault.code,
    column: column?.header ?? label ?? fault.field,
    columnIndex: column?.column ?? null,
    value: fault.value,
    ...noticeOf(fault.code, fault.value, fault.detail),
  }
}
