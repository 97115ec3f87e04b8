import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import type { Corrections, FileJudgement } from '../workbook/contract.ts'
import { findImport, listImportFiles, readSourceFiles } from './import.store.ts'
import { summarise } from './judge.ts'
import { keepFiles, sourceFile } from './keep-files.ts'
import { runImport } from './run-import.ts'

/**
 * Keeps the files that came, judges them and rehearses the whole import: the real writing, taken back.
 * With an import's id it judges that one again, under the corrections made since.
 */
export const judgeImport = useCase({
  name: 'judge-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['exchange.imports', 'exchange.import_files', 'platform.files', 'platform.file_pieces'],
  input: z.object({
    importId: z.string().uuid().nullish(),
    files: z.array(sourceFile).default([]),
    /** Told of the whole judgements, rows included; for the command line. */
    listen: z.custom<(judgements: FileJudgement[]) => void>().optional(),
    /** Told how far a long file is. */
    progress: z.custom<(done: number, total: number) => Promise<void>>().optional(),
  }),
  async run({ input, db, on, newId, note, call }) {
    const importId = input.importId ?? newId()
    let corrections: Corrections = {}
    if (input.importId) {
      const known = await findImport(db, input.importId)
      if (!known) throw errors.import.notFound()
      if (known.state !== 'judged' && known.state !== 'uploaded') throw errors.import.notJudged()
      corrections = Object.fromEntries((await listImportFiles(db, importId)).map(f => [f.name, f.corrections]))
    } else {
      await keepFiles({ db }, importId, input.files)
    }
    const files = await readSourceFiles(db, importId)
    // The rehearsal: everything is written by the code of the real run, then taken back.
    await db.run(sql`savepoint rehearsal`)
    const kept = await runImport({ db, call, on }, files, corrections, {
      listen: input.listen,
      progress: input.progress,
    })
    await db.run(sql`rollback to savepoint rehearsal`)
    for (const [position, judgement] of kept.entries())
      await db.run(sql`update exchange.import_files set kind = ${judgement.kind}, judgement = ${JSON.stringify(judgement)}::jsonb
        where import_id = ${importId} and position = ${position}`)
    const summary = summarise(kept)
    await db.run(
      sql`update exchange.imports set state = 'judged', summary = ${JSON.stringify(summary)}::jsonb where id = ${importId}`,
    )
    note({ subjectKind: 'exchange.import', subjectId: importId, detail: { files: files.length, ...summary.counts } })
    return { importId }
  },
})
