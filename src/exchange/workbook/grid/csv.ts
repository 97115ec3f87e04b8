import { Readable } from 'node:stream'
import { type Options, parse } from 'csv-parse'
import { type Cell, type GridRow, type GridSheet, limits, Unreadable } from './grid.ts'

const delimiters = [';', '\t', ',', '|'] as const

/** The delimiter that cuts the first lines most evenly; `sep=;` on the first line decides. */
export const delimiterOf = (head: string): string => {
  const told = /^sep=(.)\r?\n/i.exec(head)
  if (told) return told[1]
  const lines = unquoted(head)
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 30)
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const most = mode(counts.filter(count => count > 0))
    const score = most === 0 ? 0 : counts.filter(count => count === most).length * Math.min(most, 6)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '')

const mode = (values: number[]): number => {
  const seen = new Map<number, number>()
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1)
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** How csv-parse is told to read other people's files: forgiving of quotes and of ragged lines. */
export const csvOptions = (delimiter: string): Options => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  bom: true,
  max_record_size: 1_000_000,
})

export type CsvRecord = { record: string[]; info: { lines: number } }

/** A record's physical line and cells; null where nothing is written. */
export const rowOf = ({ record, info }: CsvRecord): GridRow | null => {
  let breaks = 0
  let isBlank = true
  const cells: Cell[] = record.map(text => {
    if (text.includes('\n')) breaks += text.split('\n').length - 1
    if (isBlank && text.trim() !== '') isBlank = false
    return text === '' ? null : unwrapped(text)
  })
  return isBlank ? null : { n: info.lines - breaks, cells }
}

/** `="1987…"`, written so that Excel keeps the digits, is its text. */
const unwrapped = (text: string): string => /^="(.*)"$/s.exec(text)?.[1] ?? text

/** The text in pieces, so that reading can stop before a flood was parsed. */
function* pieces(text: string, from: number): Generator<string> {
  for (let at = from; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}

/** A whole CSV text as one sheet. */
export const readCsv = async (text: string, name: string): Promise<GridSheet> => {
  const told = /^sep=.\r?\n/i.exec(text)
  const shift = told ? 1 : 0
  const parser = parse(csvOptions(delimiterOf(text.slice(0, 100_000))))
  const input = Readable.from(pieces(text, told?.[0].length ?? 0))
  input.pipe(parser)
  const rows: GridRow[] = []
  let empty = 0
  let cells = 0
  try {
    for await (const record of parser as AsyncIterable<CsvRecord>) {
      const row = rowOf(record)
      if (!row) {
        if (++empty > limits.emptyRows) throw new Unreadable('BERKAS_BARIS_KOSONG', String(limits.emptyRows))
        continue
      }
      row.n += shift
      rows.push(row)
      cells += row.cells.length
      if (rows.length > limits.rows || cells > limits.cells)
        throw new Unreadable('BERKAS_TERLALU_BANYAK_BARIS', String(rows.length))
    }
  } catch (cause) {
    input.destroy()
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable('BERKAS_RUSAK', 'isi CSV tidak terbaca')
  }
  return { name, rows, merges: [], hiddenColumns: [], isHidden: false, knowsMerges: false }
}
