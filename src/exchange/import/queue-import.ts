import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { queueWork, type WorkHandler } from '#platform/jobs/work.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { applyImport } from './apply-import.ts'
import { findImport } from './import.store.ts'
import { judgeImport } from './judge-import.ts'
import { keepFiles, sourceFile } from './keep-files.ts'

/** Keeps files that are long to judge and puts the judging in the queue. */
export const queueJudging = useCase({
  name: 'queue-judging',
  room: 'exchange',
  permission: { hr_officer: 'agency' },
  writes: ['exchange.imports', 'exchange.import_files', 'platform.files', 'platform.file_pieces', 'platform.works'],
  input: z.object({ files: z.array(sourceFile) }),
  async run({ input, db, actor, newId, note }) {
    const importId = newId()
    await keepFiles({ db }, importId, input.files)
    const workId = await queueWork({ db, actor, newId }, 'judge-import', { importId })
    await db.run(
      sql`update exchange.imports set summary = ${JSON.stringify({ files: input.files.length, workId })}::jsonb where id = ${importId}`,
    )
    note({ subjectKind: 'exchange.import', subjectId: importId, detail: { files: input.files.length } })
    return { importId }
  },
})

/** Puts the applying of a long import in the queue. */
export const queueApplying = useCase({
  name: 'queue-applying',
  room: 'exchange',
  permission: { hr_officer: 'agency' },
  writes: ['exchange.imports', 'platform.works'],
  input: z.object({ importId: field.id('Kiriman') }),
  async run({ input, db, actor, newId, note }) {
    const known = await findImport(db, input.importId)
    if (!known) throw errors.import.notFound()
    if (known.state !== 'judged') throw errors.import.notJudged()
    const workId = await queueWork({ db, actor, newId }, 'apply-import', { importId: input.importId })
    await db.run(
      sql`update exchange.imports set summary = summary || ${JSON.stringify({ workId })}::jsonb where id = ${input.importId}`,
    )
    note({ subjectKind: 'exchange.import', subjectId: input.importId })
    return { importId: input.importId }
  },
})

const inputOf = (input: unknown): { importId: string } => z.object({ importId: z.string() }).parse(input)

/** The worker's side: judging in the background. */
export const judgeImportWork: WorkHandler = async ({ database, actor, input, progress }) =>
  execute(database, actor, judgeImport, {
    importId: inputOf(input).importId,
    progress: (done: number, total: number) => progress(done, total, 'Berkas diperiksa'),
  })

/** The worker's side: applying in the background. */
export const applyImportWork: WorkHandler = async ({ database, actor, input, progress }) =>
  execute(database, actor, applyImport, {
    importId: inputOf(input).importId,
    progress: (done: number, total: number) => progress(done, total, 'Baris diterapkan'),
  })
