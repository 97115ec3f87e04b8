import type { MappedColumn, RememberedMapping } from '../contract.ts'
import type { Cell } from '../grid/grid.ts'
import { readDay, readDays, readMonth, readYear } from '../value/day.ts'
import { looksLikeNip } from '../value/nip-cell.ts'
import { readNumber } from '../value/number.ts'
import { editsBetween, fold, isMissing } from '../value/text.ts'
import type { Shape, TableSpec } from './table-spec.ts'

const longForms: Record<string, string> = {
  tgl: 'tanggal',
  tg: 'tanggal',
  no: 'nomor',
  nmr: 'nomor',
  gol: 'golongan',
  jab: 'jabatan',
  pend: 'pendidikan',
  pddk: 'pendidikan',
  peg: 'pegawai',
  thn: 'tahun',
  th: 'tahun',
  jml: 'jumlah',
  jlh: 'jumlah',
  std: 'standar',
  sertipikat: 'sertifikat',
  sert: 'sertifikat',
  komp: 'kompetensi',
  telp: 'telepon',
  golru: 'golongan ruang',
  assessment: 'asesmen',
  pelajaran: 'pelajaran',
  nopember: 'november',
  tk: 'tingkat',
  penilaian: 'penilaian',
  satker: 'satuan kerja',
  skor: 'nilai',
  capain: 'capaian',
  cap: 'capaian',
  kerjasama: 'kerja sama',
  rek: 'rekening',
  id: 'kode',
  keg: 'kegiatan',
  ket: 'keterangan',
  lhr: 'lahir',
  klmn: 'kelamin',
}
const dropped = new Set(['rp', 'dan', 'yang', 'si', 'asn'])

/** Header words in one spelling: small, without punctuation, abbreviations written out. */
export const headerWords = (header: string): string[] => {
  const words = fold(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .split(' ')
    .flatMap(word => (longForms[word] ?? word).split(' '))
    .filter(word => word !== '')
  const kept = words.filter(word => !dropped.has(word))
  return kept.length > 0 ? kept : words
}

const cache = new Map<string, string[]>()
const wordsOf = (header: string): string[] => {
  const before = cache.get(header)
  if (before) return before
  const words = headerWords(header)
  if (cache.size < 20_000) cache.set(header, words)
  return words
}

/** How well two headers agree, 0-1. */
export const likeness = (header: string, synonym: string): number => {
  const a = wordsOf(header)
  const b = wordsOf(synonym)
  if (a.length === 0 || b.length === 0) return 0
  const [left, right] = [a.join(' '), b.join(' ')]
  if (left === right) return 1
  if (left.replaceAll(' ', '') === right.replaceAll(' ', '')) return 0.98
  const [inA, inB] = [new Set(a), new Set(b)]
  const common = [...inA].filter(word => inB.has(word)).length
  if (common === inA.size && common === inB.size) return 0.96
  if (left.length >= 6 && editsBetween(left, right, 2) <= (left.length >= 10 ? 2 : 1)) return 0.88
  if (common === inB.size) return 0.55 + 0.35 * (inB.size / inA.size)
  if (common === inA.size) return 0.4 + 0.4 * (inA.size / inB.size)
  return 0
}

const shapes: Record<Shape, (cell: Cell) => boolean> = {
  nip: looksLikeNip,
  day: cell => readDay(cell).is === 'known',
  days: cell => readDays(cell).is === 'known',
  month: cell => readMonth(cell).is === 'known',
  year: cell => readYear(cell).is === 'known',
  number: cell => readNumber(cell).is === 'known',
  text: cell => typeof cell === 'string',
}

const shareOf = (cells: Cell[], shape: Shape): number | null => {
  const told = cells.filter(cell => !isMissing(cell))
  return told.length < 3 ? null : told.filter(shapes[shape]).length / told.length
}

const threshold = 0.62

export type HeaderMatch = { mapping: MappedColumn[]; score: number; isComplete: boolean }

/**
 * Columns to fields: best agreements first, each column and each field once. What a column holds speaks too:
 * a date column without dates loses, a column of 18-digit numbers without a known header is the NIP.
 */
export const matchHeaders = (
  headers: string[],
  table: TableSpec,
  sample: Cell[][],
  remembered: readonly RememberedMapping[] = [],
  /** The lowest header row alone, where it tells a column by itself. */
  lowest: (string | null)[] = [],
): HeaderMatch => {
  const pairs: { column: number; at: number; confidence: number }[] = []
  const ignored = new Set<number>()
  headers.forEach((header, column) => {
    if (header === '') return
    const told = remembered.find(r => r.type === table.type && fold(r.header) === fold(header))
    if (told) {
      const at = table.fields.findIndex(f => f.field === told.field)
      if (at >= 0) pairs.push({ column, at, confidence: 1.1 })
      else ignored.add(column)
      return
    }
    const cells = sample.map(row => row[column] ?? null)
    table.fields.forEach((spec, at) => {
      if (spec.never?.test(header)) return
      let confidence = 0
      for (const synonym of spec.headers) {
        const like = likeness(header, synonym)
        if (like > confidence) confidence = like
        if (confidence === 1) break
      }
      const alone = lowest[column]
      if (alone && confidence < 0.9)
        for (const synonym of spec.headers) confidence = Math.max(confidence, likeness(alone, synonym) * 0.9)
      if (spec.shape && confidence > 0.3) {
        const share = shareOf(cells, spec.shape)
        if (share !== null)
          confidence = share < 0.3 ? confidence * 0.5 : share > 0.8 && confidence < 0.9 ? confidence + 0.08 : confidence
      }
      if (confidence >= threshold) pairs.push({ column, at, confidence })
    })
  })
  pairs.sort((p, q) => q.confidence - p.confidence || p.column - q.column || p.at - q.at)
  const byColumn = new Map<number, { at: number; confidence: number }>()
  const used = new Set<number>()
  for (const pair of pairs) {
    if (byColumn.has(pair.column) || used.has(pair.at)) continue
    byColumn.set(pair.column, pair)
    used.add(pair.at)
  }
  const nipAt = table.fields.findIndex(f => f.field === 'nip')
  if (nipAt >= 0 && !used.has(nipAt)) {
    const column = headers.findIndex(
      (_, c) =>
        !byColumn.has(c) &&
        !ignored.has(c) &&
        (shareOf(
          sample.map(r => r[c] ?? null),
          'nip',
        ) ?? 0) > 0.8,
    )
    if (column >= 0) {
      byColumn.set(column, { at: nipAt, confidence: 0.65 })
      used.add(nipAt)
    }
  }
  let score = 0
  let unmatched = 0
  const mapping = headers.map((header, column): MappedColumn => {
    const match = byColumn.get(column)
    const spec = match ? table.fields[match.at] : null
    if (match && spec) score += (spec.weight ?? 1) * Math.min(1, match.confidence)
    else if (header !== '') unmatched++
    return {
      column,
      header,
      field: spec?.field ?? null,
      fieldLabel: spec?.label ?? null,
      confidence: match ? Math.round(Math.min(1, match.confidence) * 100) / 100 : 0,
    }
  })
  const fields = new Set(mapping.flatMap(m => (m.field === 'nameAndNip' ? ['nip', 'name'] : m.field ? [m.field] : [])))
  return { mapping, score: score - 0.25 * unmatched, isComplete: isComplete(table, fields) }
}

/** Has the table the columns without which it is not this table? */
export const isComplete = (table: TableSpec, fields: ReadonlySet<string>): boolean =>
  table.needs.every(group => group.some(name => fields.has(name))) &&
  (!table.needsMany ||
    [...fields].filter(name => name.startsWith(table.needsMany?.prefix ?? '')).length >= table.needsMany.least)
