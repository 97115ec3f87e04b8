import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import type { Corrections, FileJudgement } from '../workbook/contract.ts'
import { findImport, listImportFiles, readSourceFiles } from './import.store.ts'
import { summarise } from './judge.ts'
import { keepFiles, sourceFile } from './keep-files.ts'
import { runImport } from './run-import.ts'

/**
 * Brings a judged import in: every accepted row or none. What it changes is kept, so that it can be undone.
 * With files instead of an import's id it takes them in, judges and applies them in one go.
 */
export const applyImport = useCase({
  name: 'apply-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: [
    'exchange.imports',
    'exchange.import_files',
    'exchange.import_changes',
    'platform.files',
    'platform.file_pieces',
    'platform.works',
  ],
  input: z.object({
    importId: field.id('Kiriman').nullish(),
    files: z.array(sourceFile).default([]),
    /** Told of the judgements of ordinary files, rows included; for the command line. */
    listen: z.custom<(judgements: FileJudgement[]) => void>().optional(),
    /** Told how far the writing is, for a progress bar. */
    progress: z.custom<(done: number, total: number) => Promise<void>>().optional(),
  }),
  async run({ input, db, actor, on, newId, note, announce, call }) {
    const importId = input.importId ?? newId()
    if (!input.importId) await keepFiles({ db }, importId, input.files)
    const known = await findImport(db, importId)
    if (!known) throw errors.import.notFound()
    if (known.state !== 'judged' && input.importId) throw errors.import.notJudged()
    const corrections: Corrections = Object.fromEntries(
      (await listImportFiles(db, importId)).map(f => [f.name, f.corrections]),
    )
    let seq = 0
    const kept = await runImport({ db, call, on }, await readSourceFiles(db, importId), corrections, {
      listen: input.listen,
      progress: input.progress,
      async changes(written) {
        await db.insert(
          'exchange.import_changes',
          written.map(w => ({
            agency_id: actor.agencyId,
            import_id: importId,
            seq: ++seq,
            table_name: w.table,
            record_key: w.key,
            before: w.before,
            after: w.after,
          })),
        )
      },
    })
    const summary = summarise(kept)
    const { counts } = known.summary
    if (counts && (counts.new !== summary.counts.new || counts.changed !== summary.counts.changed))
      throw errors.import.changedSince()
    for (const [position, judgement] of kept.entries())
      await db.run(
        sql`update exchange.import_files set kind = ${judgement.kind}, judgement = ${JSON.stringify(judgement)}::jsonb where import_id = ${importId} and position = ${position}`,
      )
    await db.run(
      sql`update exchange.imports set state = 'applied', applied_at = now(), summary = ${JSON.stringify(summary)}::jsonb where id = ${importId}`,
    )
    note({ subjectKind: 'exchange.import', subjectId: importId, detail: { changes: seq, ...summary.counts } })
    announce({ type: 'ImportApplied', payload: { importId, kinds: summary.kinds, changes: seq } })
    return { importId, changes: seq }
  },
})
