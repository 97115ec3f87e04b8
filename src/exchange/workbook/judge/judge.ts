import type { Day } from '#core/values/day.ts'
import type { Nip } from '#core/values/nip.ts'
import type { KnownEmployee, KnownUnit, RegisterContext } from '../contract.ts'
import { type Cell, cellText } from '../grid/grid.ts'
import type { ImportRecord } from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'
import { readNip } from '../value/nip-cell.ts'
import { fold } from '../value/text.ts'
import { type UnitIndex, unitIndex } from '../value/unit-index.ts'

/** What is wrong with a row: a code of the notice catalogue, the field, the value as written, what makes it clear. */
export type Fault = { code: string; field: string | null; value: string; detail?: string }

/** One row judged. A rejected row has one fault, the first that was met. */
export type Verdict<R extends ImportRecord = ImportRecord> =
  | { is: 'rejected'; fault: Fault }
  | { is: 'accepted'; record: R; warnings: Fault[] }

/** What is known while files are judged; accepted rows are learned on the way. */
export type JudgeContext = {
  asOf: Day
  units: UnitIndex
  employees: Map<string, KnownEmployee>
  positions: Set<string>
  modules: Set<string>
  competencies: Set<string>
}

/** How rows of one table are judged. `key` null: the rows have no duplicates to look for. */
export type TableJudge<R extends ImportRecord = ImportRecord> = {
  judge: (row: RowReader, context: JudgeContext) => Verdict<R>
  key: (record: R) => string | null
  keyField: string | null
  /** What must be equal for two rows of one key to be the same; the whole record unless told. */
  content?: (record: R) => string
  /** Code for rows of one key with different content; null: a later row is skipped instead, by `duplicate`. */
  conflict: string | null
  /** Code of a skipped row whose content differs; only with conflict null. */
  duplicate?: string
  learn?: (record: R, context: JudgeContext) => void
}

export const contextOf = (known: RegisterContext): JudgeContext => ({
  asOf: known.asOf,
  units: unitIndex(known.units),
  employees: new Map(known.employees.map(e => [e.nip, e])),
  positions: new Set(known.positions.map(p => fold(p.name))),
  modules: new Set(known.modules.map(m => fold(m.code))),
  competencies: new Set(known.competencies.map(c => c.code.toUpperCase())),
})

export const rejected = (
  code: string,
  field: string | null,
  cell: Cell | string = '',
  detail?: string,
): { is: 'rejected'; fault: Fault } => ({
  is: 'rejected',
  fault: { code, field, value: cellText(cell), ...(detail === undefined ? {} : { detail }) },
})

export const fault = (code: string, field: string | null, cell: Cell | string = '', detail?: string): Fault => ({
  code,
  field,
  value: cellText(cell),
  ...(detail === undefined ? {} : { detail }),
})

/** The person of a row, accepted from the staff list; else why not. */
export const personOf = (
  row: RowReader,
  context: JudgeContext,
  field = 'nip',
): Nip | { is: 'rejected'; fault: Fault } => {
  const cell = row.cell(field)
  const nip = readNip(cell)
  if (nip.is === 'fault') return rejected(nip.code, field, cell)
  return context.employees.has(nip.value) ? nip.value : rejected('PEGAWAI_TIDAK_DIKENAL', field, cell)
}

/** An optional NIP: null when silent, broken or strange. */
export const optionalNip = (cell: Cell): Nip | null => {
  const nip = readNip(cell)
  return nip.is === 'known' ? nip.value : null
}

export type UnitOfRow = { unit: KnownUnit; warnings: Fault[] } | { is: 'rejected'; fault: Fault }

/** The unit by name, or by its code where the name is blank. */
export const unitOf = (row: RowReader, context: JudgeContext): UnitOfRow => {
  const cell = row.cell('unit')
  const text = cellText(cell).trim()
  if (text === '' || text === '-') {
    const byCode = row.has('unitCode') ? context.units.byCode(cellText(row.cell('unitCode'))) : null
    return byCode ? { unit: byCode, warnings: [] } : rejected('UNIT_KOSONG', 'unit', cell)
  }
  const match = context.units.match(text)
  if (match.is === 'unknown') return rejected('UNIT_TIDAK_DIKENAL', 'unit', cell)
  return {
    unit: match.unit,
    warnings: match.is === 'near' ? [fault('UNIT_DICOCOKKAN', 'unit', cell, match.unit.name)] : [],
  }
}

/** A record in one spelling, for telling identical rows: small letters and digits, blanks and degrees' dots aside. */
export const contentOf = (record: ImportRecord): string =>
  JSON.stringify(record, (_, value) => (typeof value === 'string' ? fold(value).replace(/ /g, '') : value))
