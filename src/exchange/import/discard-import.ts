import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findImport } from './import.store.ts'

/** Puts an import away before anything was applied; its row stays in the history. */
export const discardImport = useCase({
  name: 'discard-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['exchange.imports'],
  input: z.object({ importId: field.id('Kiriman') }),
  async run({ input, db, note }) {
    const known = await findImport(db, input.importId)
    if (!known) throw errors.import.notFound()
    if (known.state !== 'judged' && known.state !== 'uploaded') throw errors.import.notJudged()
    await db.run(sql`update exchange.imports set state = 'discarded' where id = ${input.importId}`)
    note({ subjectKind: 'exchange.import', subjectId: input.importId })
  },
})
