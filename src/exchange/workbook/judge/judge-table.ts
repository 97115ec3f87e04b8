import type { Nip } from '#core/values/nip.ts'
import type { EmployeeRecord, ImportRecord } from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'
import { readNip } from '../value/nip-cell.ts'
import { employeeLinks } from './employee-links.ts'
import { contentOf, type Fault, fault, type JudgeContext, type TableJudge } from './judge.ts'

export type JudgedRow = { sheet: string; row: number; record: ImportRecord; warnings: Fault[] }
/** `nip`: whom a refused row names, when its NIP can be read. */
export type FaultyRow = { sheet: string; row: number; fault: Fault; nip?: Nip | null }
export type JudgedTable = { accepted: JudgedRow[]; rejected: FaultyRow[]; skipped: FaultyRow[]; warned: FaultyRow[] }

const nipOf = (reader: RowReader): Nip | null => {
  const nip = readNip(reader.cell('nip'))
  return nip.is === 'known' ? nip.value : null
}

/**
 * Judges the rows of one kind of table in one file (over all its sheets): each row by itself, then rows of one
 * key against each other, then, for the staff list, everybody together. Accepted rows are learned.
 */
export const judgeTable = (rows: RowReader[], judge: TableJudge, context: JudgeContext): JudgedTable => {
  const rejectedRows: FaultyRow[] = []
  const candidates: (JudgedRow & { reader: RowReader })[] = []
  for (const reader of rows) {
    const verdict = judge.judge(reader, context)
    if (verdict.is === 'rejected')
      rejectedRows.push({ sheet: reader.sheet, row: reader.row, fault: verdict.fault, nip: nipOf(reader) })
    else
      candidates.push({
        reader,
        sheet: reader.sheet,
        row: reader.row,
        record: verdict.record,
        warnings: verdict.warnings,
      })
  }
  const groups = new Map<string, typeof candidates>()
  for (const candidate of candidates) {
    const key = judge.key(candidate.record)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(candidate)
    else groups.set(key, [candidate])
  }
  const skipped: FaultyRow[] = []
  const out = new Set<JudgedRow>()
  const content = judge.content ?? contentOf
  const rowFault = (row: (typeof candidates)[number], code: string, detail: string): FaultyRow => ({
    sheet: row.sheet,
    row: row.row,
    fault: fault(code, judge.keyField, judge.keyField ? row.reader.cell(judge.keyField) : '', detail),
  })
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const first = content(group[0].record)
    const differs = group.some(row => content(row.record) !== first)
    for (const [i, row] of group.entries()) {
      if (differs && judge.conflict !== null) {
        out.add(row)
        rejectedRows.push({
          ...rowFault(
            row,
            judge.conflict,
            group
              .filter(g => g !== row)
              .map(g => g.row)
              .join(', '),
          ),
          nip: nipOf(row.reader),
        })
      } else if (i > 0) {
        out.add(row)
        const isSame = group.slice(0, i).some(g => content(g.record) === content(row.record))
        skipped.push(
          rowFault(row, isSame ? 'DUPLIKAT_IDENTIK' : (judge.duplicate ?? 'DUPLIKAT_IDENTIK'), String(group[0].row)),
        )
      }
    }
  }
  const accepted = candidates.filter(row => !out.has(row)).map(({ reader: _, ...row }) => row)
  linkEmployees(accepted, context)
  for (const { record } of accepted) judge.learn?.(record, context)
  return {
    accepted,
    rejected: rejectedRows,
    skipped,
    warned: accepted.flatMap(row => row.warnings.map(w => ({ sheet: row.sheet, row: row.row, fault: w }))),
  }
}

const isEmployee = (row: JudgedRow): row is JudgedRow & { record: EmployeeRecord } => row.record.type === 'employee'

/** Supervisors and likely doubles among accepted employees; a link in a loop or to nobody is left empty. */
const linkEmployees = (accepted: JudgedRow[], context: JudgeContext): void => {
  const people = accepted.filter(isEmployee)
  if (people.length === 0) return
  const links = employeeLinks()
  for (const { record } of people) links.add(record)
  const findings = links.judge(context.employees)
  for (const person of people)
    for (const { code, detail } of findings.get(person.record.nip) ?? []) {
      person.warnings.push(
        fault(
          code,
          code === 'MUNGKIN_ORANG_SAMA' ? 'name' : 'supervisorNip',
          code === 'MUNGKIN_ORANG_SAMA' ? person.record.name : detail,
          detail,
        ),
      )
      if (code !== 'MUNGKIN_ORANG_SAMA') person.record.supervisorNip = null
    }
}
