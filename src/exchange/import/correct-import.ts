import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import type { FileCorrection } from '../workbook/contract.ts'
import { findImport, listImportFiles } from './import.store.ts'

const sheet = z.object({
  name: z.string(),
  counted: z.boolean().optional(),
  type: z.string().optional(),
  headerRow: z.coerce.number().int().min(1).optional(),
  mapping: z
    .array(z.object({ column: z.coerce.number().int().min(0), header: z.string(), field: z.string().nullable() }))
    .optional(),
})

/**
 * Corrects what a file was taken for: its kind, which sheet counts, where the header stands, what a column means.
 * A corrected column is remembered for the agency's next file of the kind. Judge the import again afterwards.
 */
export const correctImport = useCase({
  name: 'correct-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['exchange.import_files', 'exchange.mappings'],
  reads: ['exchange.imports'],
  input: z.object({
    importId: field.id('Kiriman'),
    position: z.coerce.number().int().min(0),
    kind: z.string().nullish(),
    sheet: sheet.nullish(),
  }),
  async run({ input, db, actor, note }) {
    const known = await findImport(db, input.importId)
    if (!known) throw errors.import.notFound()
    if (known.state !== 'judged') throw errors.import.notJudged()
    const file = (await listImportFiles(db, input.importId)).find(f => f.position === input.position)
    if (!file) throw errors.import.noRow()
    const before = file.corrections
    const sheets = input.sheet
      ? [
          ...(before.sheets ?? []).filter(s => s.name !== input.sheet?.name),
          {
            ...before.sheets?.find(s => s.name === input.sheet?.name),
            ...(input.sheet as NonNullable<FileCorrection['sheets']>[number]),
          },
        ]
      : before.sheets
    const corrections: FileCorrection = {
      ...before,
      ...(input.kind ? { kind: input.kind as FileCorrection['kind'] } : {}),
      ...(sheets ? { sheets } : {}),
    }
    await db.run(
      sql`update exchange.import_files set corrections = ${JSON.stringify(corrections)}::jsonb where import_id = ${input.importId} and position = ${input.position}`,
    )
    const type = input.sheet?.type ?? file.judgement?.sheets.find(s => s.name === input.sheet?.name)?.type
    if (type && input.sheet?.mapping)
      await db.insert(
        'exchange.mappings',
        input.sheet.mapping.map(m => ({
          agency_id: actor.agencyId,
          kind: type,
          header: m.header,
          field: m.field ?? '',
        })),
        'on conflict (agency_id, kind, header) do update set field = excluded.field',
      )
    note({ subjectKind: 'exchange.import', subjectId: input.importId, detail: { file: file.name, corrections } })
    return { importId: input.importId }
  },
})
