import type { Corrections, FileJudgement, SourceFile } from '../workbook/contract.ts'
import type { KeptJudgement } from './import.store.ts'
import { fieldChanges, judgeFiles, keepJudgements } from './judge.ts'
import { isLong, type LongFile, type Tell, writeLongFile } from './long-files.ts'
import { type Writer, type Written, writeRecords } from './write-records.ts'

/**
 * Judges and writes all files of an import inside the present transaction: ordinary files together, long ones in batches.
 * The rehearsal and the real run are this one function; only the rehearsal is taken back afterwards.
 */
export const runImport = async (
  writer: Writer,
  files: readonly (SourceFile | LongFile)[],
  corrections: Corrections,
  options: {
    listen?(judgements: FileJudgement[]): void
    changes?(written: Written[]): Promise<void>
    progress?: Tell['progress']
  } = {},
): Promise<KeptJudgement[]> => {
  const ordinary = files.flatMap((file, position) => (isLong(file) ? [] : [{ file, position }]))
  const judgements = await judgeFiles(
    writer.db,
    ordinary.map(o => o.file),
    corrections,
  )
  options.listen?.(judgements)
  const changed: Written[] = []
  const { rows, refusals } = await writeRecords(writer, judgements, {
    async changes(written) {
      changed.push(...written.filter(w => w.kind === 'changed'))
      await options.changes?.(written)
    },
    progress: options.progress,
  })
  const keptOrdinary = keepJudgements(judgements, rows, refusals, await fieldChanges(writer.db, changed))
  const kept: KeptJudgement[] = []
  ordinary.forEach((o, i) => {
    kept[o.position] = keptOrdinary[i]
  })
  for (const [position, file] of files.entries())
    if (isLong(file))
      kept[position] = await writeLongFile(
        writer,
        file,
        position,
        corrections,
        { changes: async written => options.changes?.(written), progress: options.progress },
        async written => [...(await fieldChanges(writer.db, written)).values()].flat(),
      )
  return kept
}
