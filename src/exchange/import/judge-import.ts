import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import type { Corrections, FileJudgement, SourceFile } from '../workbook/contract.ts'
import { findImport, listImportFiles, readSourceFiles } from './import.store.ts'
import { fieldChanges, judgeFiles, keepJudgements, mostFiles, summarise } from './judge.ts'
import { type Written, writeRecords } from './write-records.ts'

const sourceFile = z.object({ name: z.string().min(1), bytes: z.instanceof(Uint8Array) })

const mediaType = (name: string): string =>
  /\.xlsx$/i.test(name)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : /\.csv$/i.test(name)
      ? 'text/csv'
      : /\.json$/i.test(name)
        ? 'application/json'
        : 'application/octet-stream'

/**
 * Keeps the files that came, judges them and rehearses the whole import: the real writing, taken back.
 * With an import's id it judges that one again, under the corrections made since.
 */
export const judgeImport = useCase({
  name: 'judge-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['exchange.imports', 'exchange.import_files', 'platform.files'],
  input: z.object({
    importId: z.string().uuid().nullish(),
    files: z.array(sourceFile).default([]),
    /** Told of the whole judgements, rows included; for the command line. */
    listen: z.custom<(judgements: FileJudgement[]) => void>().optional(),
  }),
  async run({ input, db, actor, on, newId, note, call }) {
    const importId = input.importId ?? newId()
    let files: SourceFile[] = input.files
    let corrections: Corrections = {}
    if (input.importId) {
      const known = await findImport(db, input.importId)
      if (!known) throw errors.import.notFound()
      if (known.state !== 'judged' && known.state !== 'uploaded') throw errors.import.notJudged()
      files = await readSourceFiles(db, importId)
      corrections = Object.fromEntries((await listImportFiles(db, importId)).map(f => [f.name, f.corrections]))
    } else {
      if (files.length === 0) throw errors.import.nothing()
      if (files.length > mostFiles) throw errors.import.tooMany(mostFiles)
      await db.insert('exchange.imports', [
        {
          agency_id: actor.agencyId,
          id: importId,
          state: 'uploaded',
          made_by: actor.name,
          made_at: new Date().toISOString(),
          summary: {},
        },
      ])
      for (const [position, file] of files.entries()) {
        const fileId = newId()
        await db.run(sql`insert into platform.files (agency_id, id, name, media_type, size_bytes, sha256, content, owner_table, owner_id)
          values (${actor.agencyId}, ${fileId}, ${file.name}, ${mediaType(file.name)}, ${file.bytes.length},
            ${createHash('sha256').update(file.bytes).digest('hex')}, ${Buffer.from(file.bytes)}, 'exchange.imports', ${importId})`)
        await db.insert('exchange.import_files', [
          {
            agency_id: actor.agencyId,
            import_id: importId,
            position,
            file_id: fileId,
            name: file.name,
            corrections: {},
          },
        ])
      }
    }
    const judgements = await judgeFiles(db, files, corrections)
    input.listen?.(judgements)

    // The rehearsal: everything is written by the code of the real run, then taken back.
    await db.run(sql`savepoint rehearsal`)
    const written: Written[] = []
    const { rows, refusals } = await writeRecords({ db, call, on }, judgements, {
      async changes(more) {
        written.push(...more.filter(w => w.kind === 'changed'))
      },
    })
    const changes = await fieldChanges(db, written)
    await db.run(sql`rollback to savepoint rehearsal`)

    const kept = keepJudgements(judgements, rows, refusals, changes)
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
