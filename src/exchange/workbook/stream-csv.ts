import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Accepted, FileKind, Finding, Note, RegisterContext, SheetCorrection, SheetJudgement } from './contract.ts'
import { type ColumnIndex, columnKey, findingOf } from './finding.ts'
import { type CsvRecord, csvOptions, delimiterOf, readCsv, rowOf } from './grid/csv.ts'
import type { Encoding } from './grid/encoding.ts'
import { type GridRow, Unreadable } from './grid/grid.ts'
import { employeeLinks, type LinkFinding } from './judge/employee-links.ts'
import { contentOf, contextOf, fault, type JudgeContext, type TableJudge } from './judge/judge.ts'
import { judgeOf } from './judge/judges.ts'
import { type KeyedRows, keyedRows } from './judge/keyed-rows.ts'
import { hash, longList } from './judge/long-list.ts'
import { noteOf } from './notices.ts'
import { chooseSheets, type SheetChoice } from './table/choose-sheets.ts'
import { type RowReader, rowSieve } from './table/data-rows.ts'
import { type FoundTable, findTable } from './table/find-table.ts'
import { providedFields } from './table/provided-fields.ts'
import { sheetJudgement, tableNotes } from './table/sheet-judgement.ts'
import { tables } from './table/tables.ts'

/** A batch of judged rows; `done` and `total` are bytes, for a progress bar. */
export type CsvBatch = {
  accepted: Accepted[]
  rejected: Finding[]
  skipped: Finding[]
  warnings: Finding[]
  done: number
  total: number | null
}
export type CsvTotals = {
  /** Fields the file has a column for; see FileJudgement.provided. */
  provided: string[]
  kind: FileKind
  /** Its columns as they were recognised, and the rows that are no data (of each sort the first hundred). */
  sheet: SheetJudgement
  notes: Note[]
  dataRows: number
  accepted: number
  rejected: number
  skipped: number
  warnings: number
}

/** A path, or a function that opens the same bytes anew: they are read three times. */
export type CsvSource = string | (() => Readable)

const batchRows = 2_000
const headBytes = 512 * 1024

/**
 * A CSV of any length with flat memory: once for its encoding, once to learn which rows share a key, once to judge.
 * Of each row two hashes and its number are kept (of the staff list also NIP, supervisor and a hash of name and birth date).
 * Accepted rows are not learned into `context`. Throws Unreadable when nothing can be read of it.
 */
export const streamCsv = async (
  source: CsvSource,
  kind: FileKind | null,
  context: RegisterContext,
  onBatch: (batch: CsvBatch) => Promise<void> | void,
  correction?: SheetCorrection,
): Promise<CsvTotals> => {
  const open = typeof source === 'string' ? () => createReadStream(source) : source
  const total = typeof source === 'string' ? (await stat(source)).size : null
  const { encoding, head } = await survey(open)
  const choice = await tableOfHead(head, kind, context, correction)
  const { found } = choice
  if (!choice.counted) {
    const none = { dataRows: 0, accepted: 0, rejected: 0, skipped: 0, warnings: 0 }
    const sheet = sheetJudgement(choice, [])
    return { ...none, provided: [], kind: found.table.kind, sheet, notes: [noteOf('TIDAK_ADA_LEMBAR')] }
  }
  const judgeContext = contextOf(context)
  const judge = judgeOf(found.table.type)
  const sieves = () => rowSieve(found, found.sheet.rows.slice(found.last + 1), 100)
  const rows = (sieve: Sieve) => csvRows(open, encoding, head, found, sieve)
  const keys = await learnKeys(rows(sieves()), judge, judgeContext)
  const sieve = sieves()
  const counts = await judgeAll(rows(sieve), { found, judge, context: judgeContext, keys, total, onBatch })
  return { ...counts, sheet: sheetJudgement(choice, sieve.notData()), notes: tableNotes(found) }
}

/** Encoding over the whole file (a wrong byte may come late) and the first part as text. */
const survey = async (open: () => Readable): Promise<{ encoding: Encoding; head: string }> => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const first: Buffer[] = []
  let size = 0
  let isUtf8 = true
  let hasNul = false
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    if (size < headBytes) first.push(chunk.subarray(0, headBytes - size))
    size += chunk.length
    if (!hasNul && chunk.includes(0)) hasNul = true
    if (isUtf8) isUtf8 = decodes(strict, chunk)
  }
  if (size === 0) throw new Unreadable('BERKAS_KOSONG')
  const bytes = Buffer.concat(first)
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const zeros = hasNul && mark === null ? zeroPattern(bytes) : null
  if (hasNul && mark === null && zeros === null) throw new Unreadable('BERKAS_BER_NUL')
  const encoding = mark ?? zeros ?? (isUtf8 ? 'utf-8' : 'windows-1252')
  return { encoding, head: new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '') }
}

const decodes = (decoder: TextDecoder, chunk: Buffer): boolean => {
  try {
    decoder.decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}

const zeroPattern = (bytes: Buffer): Encoding | null => {
  const sample = bytes.subarray(0, 4096)
  const odd = sample.filter((b, i) => b === 0 && i % 2 === 1).length
  const even = sample.filter((b, i) => b === 0 && i % 2 === 0).length
  if (odd > sample.length * 0.3 && even === 0) return 'utf-16le'
  return even > sample.length * 0.3 && odd === 0 ? 'utf-16be' : null
}

const tableOfHead = async (
  head: string,
  kind: FileKind | null,
  context: RegisterContext,
  correction?: SheetCorrection,
): Promise<SheetChoice & { found: FoundTable }> => {
  const cut = head.length < headBytes / 2 ? head : head.slice(0, head.lastIndexOf('\n') + 1 || head.length)
  const sheet = await readCsv(cut, '')
  const candidates = kind ? tables.filter(t => t.kind === kind) : tables
  const found = findTable(sheet, context.rememberedMappings, correction, candidates)
  if (!found?.isComplete) throw new Unreadable('TIDAK_ADA_LEMBAR')
  const [choice] = chooseSheets([{ sheet, found, ...(correction ? { correction } : {}) }])
  return { ...choice, found }
}

type Sieve = ReturnType<typeof rowSieve>
type Place = { reader: RowReader; done: number }

async function* csvRows(
  open: () => Readable,
  encoding: Encoding,
  head: string,
  found: FoundTable,
  sieve: Sieve,
): AsyncGenerator<Place> {
  const told = /^sep=.\r?\n/i.exec(head)
  const decoder = new TextDecoder(encoding)
  const progress = { done: 0 }
  const text = async function* (): AsyncGenerator<string> {
    let skip = told?.[0].length ?? 0
    for await (const chunk of open() as AsyncIterable<Buffer>) {
      progress.done += chunk.length
      let part = decoder.decode(chunk, { stream: true })
      if (skip > 0) {
        const cut = Math.min(skip, part.length)
        part = part.slice(cut)
        skip -= cut
      }
      if (part !== '') yield part
    }
  }
  const parser = parse(csvOptions(delimiterOf(head.slice(0, 100_000))))
  const { Readable: NodeReadable } = await import('node:stream')
  const input = NodeReadable.from(text())
  input.on('error', cause => parser.destroy(cause))
  input.pipe(parser)
  const headerRow = found.sheet.rows[found.last].n
  const shift = told ? 1 : 0
  for await (const record of parser as AsyncIterable<CsvRecord>) {
    const row: GridRow | null = rowOf(record)
    if (!row) continue
    row.n += shift
    const reader = row.n > headerRow ? sieve.take(row) : null
    if (reader) yield { reader, done: progress.done }
  }
}

type Keys = { shared: KeyedRows; links: Map<string, LinkFinding[]> }

/** Which rows share a key; of the staff list also who stands above whom and who may be the same person. */
const learnKeys = async (rows: AsyncIterable<Place>, judge: TableJudge, context: JudgeContext): Promise<Keys> => {
  const shared = keyedRows()
  const links = employeeLinks()
  const linkRows = longList(size => new Uint32Array(size))
  for await (const { reader } of rows) {
    const verdict = judge.judge(reader, context)
    if (verdict.is === 'rejected') continue
    const { record } = verdict
    const key = judge.key(record)
    if (key === null) continue
    shared.add(key, (judge.content ?? contentOf)(record), reader.row)
    if (record.type !== 'employee') continue
    links.add(record)
    linkRows.push(reader.row)
  }
  // A number whose rows contradict each other is refused: nothing is said of its links.
  const isCounted = (nip: string, place: number): boolean => {
    const rowsOfNip = shared.find(nip)
    return rowsOfNip?.firstRow === linkRows.values()[place] && (rowsOfNip.otherRow === 0 || judge.conflict === null)
  }
  return { shared, links: links.judge(context.employees, isCounted) }
}

type Judging = {
  found: FoundTable
  judge: TableJudge
  context: JudgeContext
  keys: Keys
  total: number | null
  onBatch: (batch: CsvBatch) => Promise<void> | void
}

const judgeAll = async (
  rows: AsyncIterable<Place>,
  { found, judge, context, keys, total, onBatch }: Judging,
): Promise<Omit<CsvTotals, 'sheet' | 'notes'>> => {
  const { type, kind } = found.table
  const columns: ColumnIndex = new Map()
  for (const m of found.mapping)
    if (m.field) columns.set(columnKey('', m.field), { header: m.header, column: m.column })
  const totals: Omit<CsvTotals, 'sheet' | 'notes'> = {
    provided: providedFields(found),
    kind,
    dataRows: 0,
    accepted: 0,
    rejected: 0,
    skipped: 0,
    warnings: 0,
  }
  const empty = (): CsvBatch => ({ accepted: [], rejected: [], skipped: [], warnings: [], done: 0, total })
  let batch = empty()
  let inBatch = 0
  const flush = async (): Promise<void> => {
    if (inBatch === 0) return
    totals.accepted += batch.accepted.length
    totals.rejected += batch.rejected.length
    totals.skipped += batch.skipped.length
    totals.warnings += batch.warnings.length
    await onBatch(batch)
    batch = empty()
    inBatch = 0
  }
  const finding = (row: number, f: ReturnType<typeof fault>): Finding =>
    findingOf({ sheet: '', row, fault: f }, type, columns, false)
  for await (const { reader, done } of rows) {
    totals.dataRows++
    inBatch++
    batch.done = done
    const verdict = judge.judge(reader, context)
    if (verdict.is === 'rejected') batch.rejected.push(finding(reader.row, verdict.fault))
    else {
      const { record, warnings } = verdict
      const key = judge.key(record)
      const shared = key === null ? null : keys.shared.find(key)
      const cell = judge.keyField ? reader.cell(judge.keyField) : ''
      if (shared && shared.otherRow > 0 && judge.conflict !== null) {
        const other = shared.firstRow === reader.row ? shared.otherRow : shared.firstRow
        batch.rejected.push(finding(reader.row, fault(judge.conflict, judge.keyField, cell, String(other))))
      } else if (shared && shared.firstRow !== reader.row) {
        const isSame = shared.content === hash((judge.content ?? contentOf)(record))
        const code = isSame ? 'DUPLIKAT_IDENTIK' : (judge.duplicate ?? 'DUPLIKAT_IDENTIK')
        batch.skipped.push(finding(reader.row, fault(code, judge.keyField, cell, String(shared.firstRow))))
      } else {
        if (record.type === 'employee')
          for (const { code, detail } of keys.links.get(record.nip) ?? []) {
            const isDouble = code === 'MUNGKIN_ORANG_SAMA'
            warnings.push(fault(code, isDouble ? 'name' : 'supervisorNip', isDouble ? record.name : detail, detail))
            if (!isDouble) record.supervisorNip = null
          }
        batch.accepted.push({ ref: { row: reader.row }, record })
        batch.warnings.push(...warnings.map(w => finding(reader.row, w)))
      }
    }
    if (inBatch >= batchRows) await flush()
  }
  await flush()
  return totals
}
