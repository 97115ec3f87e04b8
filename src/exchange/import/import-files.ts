import type { Actor } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import type { FileJudgement, SourceFile } from '../workbook/contract.ts'
import { safeOrShown } from '../workbook/grid/file-name.ts'
import { type ImportJsonFile, importJson } from '../workbook/import-json.ts'
import { applyImport } from './apply-import.ts'
import { type ImportFile, listImportFiles } from './import.store.ts'
import { judgeImport } from './judge-import.ts'
import type { LongFile } from './long-files.ts'

export type ImportRun = {
  importId: string
  /** Whole judgements with their accepted rows, in the order of the files; long files are left out. */
  judgements: FileJudgement[]
  /** What is kept of them: counts of new, changed, same and refused rows, old beside new. */
  kept: ImportFile[]
  isApplied: boolean
}

/** What `anyam import … --json` says of a whole run, long files too: of those the first thousands of findings are kept, counted whole. */
export const runJson = ({ judgements, kept }: ImportRun): { files: ImportJsonFile[] } => {
  const whole = [...judgements]
  return {
    files: kept.flatMap(({ name, judgement: k }) => {
      // Judgements lie in the order of the files, with the long ones left out.
      if (whole[0] && [name, safeOrShown(name)].includes(whole[0].file)) return importJson(whole.splice(0, 1)).files
      if (!k) return []
      const [said] = importJson([
        {
          ...k,
          file: name,
          refused: k.refused ?? undefined,
          siasn: k.siasn ?? undefined,
          dataRows: k.counts.rows,
          provided: {},
          accepted: [],
        },
      ]).files
      return [
        {
          ...said,
          accepted: k.counts.new + k.counts.changed + k.counts.same,
          rejected_count: k.counts.rejected,
          skipped_count: k.counts.skipped,
          warning_count: k.counts.warnings,
        },
      ]
    }),
  }
}

/**
 * Files in, as a screen would. A dry run judges and rehearses, and leaves the judged import in the history,
 * where a person can open and apply it; else everything is judged and applied in one go.
 */
export const importFiles = async (
  database: Database,
  actor: Actor,
  files: (SourceFile | LongFile)[],
  { dryRun = false, progress }: { dryRun?: boolean; progress?(done: number, total: number): Promise<void> } = {},
): Promise<ImportRun> => {
  let judgements: FileJudgement[] = []
  const { importId } = await execute(database, actor, dryRun ? judgeImport : applyImport, {
    files,
    listen: (all: FileJudgement[]) => {
      judgements = all
    },
    progress,
  })
  const kept = await database.as(actor, db => listImportFiles(db, importId), { readOnly: true })
  return { importId, judgements, kept, isApplied: !dryRun }
}
