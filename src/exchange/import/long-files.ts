import type { LyingFile } from '#platform/files/stored-file.ts'
import type { Corrections, FileJudgement, Finding, SourceFile } from '../workbook/contract.ts'
import { Unreadable } from '../workbook/grid/grid.ts'
import { sheetName } from '../workbook/grid/read-grid.ts'
import { noteOf } from '../workbook/notices.ts'
import { streamCsv } from '../workbook/stream-csv.ts'
import { kindSaid } from '../workbook/table/tables.ts'
import type { FieldChange, KeptJudgement } from './import.store.ts'
import { noCounts } from './judge.ts'
import { readRegisterContext } from './register-context.ts'
import { link, type Writer, type Written, writeRecords } from './write-records.ts'

/** A CSV beyond this is judged and written batch by batch, so that memory stays flat. */
const longBytes = 3 * 1024 * 1024

/** Findings kept of a long file; the counts say how many there are. */
const mostFindings = 2000

/** A long CSV, opened anew each time it is read: it never lies in memory whole. */
export type LongFile = LyingFile

export const isLongFile = (file: { name: string; size: number }): boolean =>
  /\.(csv|tsv|txt)$/i.test(file.name) && file.size > longBytes

export const isLong = (file: SourceFile | LongFile): file is LongFile => 'open' in file

const keep = (list: Finding[], more: readonly Finding[]): void => {
  for (const f of more) if (list.length < mostFindings) list.push(f)
}

/** What writing tells while it goes on. */
export type Tell = {
  changes(changes: Written[]): Promise<void>
  progress?(done: number, total: number): Promise<void>
}

/**
 * Judges and writes one long CSV in batches, inside the present transaction.
 * Returns what is kept of its judgement; the rows themselves are gone when it is done.
 */
export const writeLongFile = async (
  writer: Writer,
  file: LongFile,
  position: number,
  corrections: Corrections,
  tell: Tell,
  fieldChanges: (written: readonly Written[]) => Promise<FieldChange[]>,
): Promise<KeptJudgement> => {
  const kept: KeptJudgement = {
    kind: null,
    kindSaid: 'Belum dikenali',
    sheets: [],
    notes: [],
    refused: null,
    rejected: [],
    skipped: [],
    warnings: [],
    counts: noCounts(),
    byType: {},
    changed: [],
    siasn: null,
  }
  const supervisors: { nip: string; supervisorNip: string | null }[] = []
  const context = await readRegisterContext(writer.db)
  try {
    const totals = await streamCsv(
      file.open,
      corrections[file.name]?.kind ?? null,
      context,
      async batch => {
        const judgement: FileJudgement = {
          file: file.name,
          kind: null,
          kindSaid: '',
          sheets: [],
          notes: [],
          dataRows: 0,
          provided: {},
          accepted: batch.accepted,
          rejected: [],
          skipped: [],
          warnings: [],
        }
        const changed: Written[] = []
        const { rows, refusals } = await writeRecords(writer, [judgement], {
          async changes(written) {
            if (kept.changed.length < 200) changed.push(...written.filter(w => w.kind === 'changed').slice(0, 200))
            await tell.changes(written.map(w => ({ ...w, file: position })))
          },
        })
        if (changed.length > 0) kept.changed.push(...(await fieldChanges(changed)).slice(0, 200))
        for (const r of rows) {
          kept.counts[r.outcome]++
          const type = kept.byType[r.type] ?? { new: 0, changed: 0, same: 0 }
          type[r.outcome]++
          kept.byType[r.type] = type
        }
        for (const { record } of batch.accepted)
          if (record.type === 'employee' && record.supervisorNip !== null)
            supervisors.push({ nip: record.nip, supervisorNip: record.supervisorNip })
        kept.counts.rejected += batch.rejected.length + refusals.length
        kept.counts.skipped += batch.skipped.length
        kept.counts.warnings += batch.warnings.length
        keep(kept.rejected, batch.rejected)
        keep(kept.skipped, batch.skipped)
        keep(kept.warnings, batch.warnings)
        await tell.progress?.(batch.done, file.size)
      },
      corrections[file.name]?.sheets?.[0],
    )
    kept.kind = totals.kind
    kept.kindSaid = kindSaid[totals.kind]
    kept.sheets = [{ ...totals.sheet, name: sheetName(file.name) }]
    kept.notes = totals.notes
    kept.counts.rows = totals.dataRows
    if (supervisors.length > 0) await link(writer, supervisors, tell)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    kept.refused = noteOf(error.code, '', error.detail)
  }
  return kept
}
