import { type Db, sql } from '#platform/database/database.ts'
import { sameContent } from '#platform/database/save-rows.ts'
import type { Corrections, FileJudgement, SourceFile } from '../workbook/contract.ts'
import { readFiles } from '../workbook/read-files.ts'
import { wordOf, writtenValue } from './field-words.ts'
import type { FieldChange, ImportSummary, KeptJudgement, RowCounts } from './import.store.ts'
import { readRegisterContext } from './register-context.ts'
import type { LateRefusal, RowWritten, Written } from './write-records.ts'

/** Reads and judges files against what the agency holds on its day. Writes nothing. */
export const judgeFiles = async (
  db: Db,
  files: readonly SourceFile[],
  corrections: Corrections,
): Promise<FileJudgement[]> => readFiles([...files], await readRegisterContext(db), corrections)

/** Findings kept per file: beyond this many a reader mends the file's source, not its rows. */
const mostFindings = 3000
/** Old-beside-new lines kept per file. */
const mostChanges = 600

export const noCounts = (): RowCounts => ({
  new: 0,
  changed: 0,
  same: 0,
  rejected: 0,
  skipped: 0,
  warnings: 0,
  rows: 0,
})

const placeSaid = (place: { sheet?: string; row: number } | null): string =>
  place ? (place.sheet ? `${place.sheet}!${place.row}` : String(place.row)) : ''

/** Names behind the ids that a changed record shows: people, units and posts. */
const namesOf = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await db.rows<{ id: string; name: string }>(sql`
        select id, name from workforce.v_people where id = any (${ids})
        union all select id, name from workforce.v_units where id = any (${ids})
        union all select id, name from workforce.v_positions where id = any (${ids})`)
    ).map(r => [r.id, r.name]),
  )

const idColumns = ['unit_id', 'position_id', 'supervisor_id']

/** Old beside new, field by field, for records that would change. Call before a rehearsal is taken back. */
export const fieldChanges = async (db: Db, written: readonly Written[]): Promise<Map<number, FieldChange[]>> => {
  const changed = written.filter(w => w.kind === 'changed' && w.before && w.after)
  const shown = new Map<number, Written[]>()
  for (const w of changed) {
    const list = shown.get(w.file) ?? []
    if (list.length < mostChanges) shown.set(w.file, [...list, w])
  }
  const kept = [...shown.values()].flat()
  const ids = new Set<string>()
  for (const w of kept)
    for (const row of [w.before, w.after])
      for (const c of [...idColumns, 'employee_id', 'id']) if (typeof row?.[c] === 'string') ids.add(row[c] as string)
  const names = await namesOf(db, [...ids])
  const whoOf = (w: Written): string => {
    const row = w.after ?? {}
    const person = names.get(String(row.employee_id ?? ''))
    return (
      person ??
      String(row.name ?? row.position_name ?? row.title ?? row.activity ?? names.get(String(row.unit_id ?? '')) ?? '')
    )
  }
  return new Map(
    [...shown].map(([file, list]) => [
      file,
      list
        .flatMap(w =>
          Object.keys(w.after ?? {})
            .filter(c => wordOf(c) !== null && !sameContent(w.before?.[c], w.after?.[c]))
            .map(c => ({
              row: placeSaid(w.place),
              who: whoOf(w),
              field: wordOf(c) as string,
              before: writtenValue(w.before?.[c], names),
              after: writtenValue(w.after?.[c], names),
            })),
        )
        .slice(0, mostChanges),
    ]),
  )
}

/** What is kept of a judgement, with what the rehearsal (or the real run) did row by row. */
export const keepJudgements = (
  judgements: readonly FileJudgement[],
  rows: readonly RowWritten[],
  late: readonly LateRefusal[],
  changes: ReadonlyMap<number, FieldChange[]>,
): KeptJudgement[] =>
  judgements.map((j, file) => {
    const own = rows.filter(r => r.file === file)
    const refusedLate = late.filter(r => r.file === file)
    const counts = noCounts()
    const byType: KeptJudgement['byType'] = {}
    for (const r of own) {
      counts[r.outcome]++
      const type = byType[r.type] ?? { new: 0, changed: 0, same: 0 }
      type[r.outcome]++
      byType[r.type] = type
    }
    counts.rejected = j.rejected.length + refusedLate.length
    counts.skipped = j.skipped.length
    counts.warnings = j.warnings.length
    counts.rows = j.dataRows
    return {
      kind: j.kind,
      kindSaid: j.kindSaid,
      sheets: j.sheets.map(s => ({ ...s, notData: s.notData.slice(0, 200) })),
      notes: j.notes,
      refused: j.refused ?? null,
      rejected: [
        ...j.rejected.slice(0, mostFindings),
        ...refusedLate.map(r => ({
          ...r.place,
          code: r.code,
          column: null,
          columnIndex: null,
          value: '',
          message: r.message,
          cure: 'Perbaiki berkas asalnya, lalu kirim lagi.',
        })),
      ],
      skipped: j.skipped.slice(0, mostFindings),
      warnings: j.warnings.slice(0, mostFindings),
      counts,
      byType,
      changed: changes.get(file) ?? [],
      siasn: j.siasn ?? null,
    }
  })

export const summarise = (kept: readonly KeptJudgement[]): ImportSummary => {
  const counts = noCounts()
  for (const k of kept) for (const key of Object.keys(counts) as (keyof RowCounts)[]) counts[key] += k.counts[key]
  return { files: kept.length, counts, kinds: [...new Set(kept.map(k => k.kindSaid))] }
}

/** Until when an applied import may be taken back by a button: 30 days. */
export const undoDays = 30
export const mostFiles = 60
export const mostMegabytes = 25
/** A CSV is read row by row, so it may be long. */
export const mostCsvMegabytes = 200
