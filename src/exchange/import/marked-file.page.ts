import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { markedWorkbook } from '../workbook/marked-workbook.ts'
import { listImportFiles, readSourceFile } from './import.store.ts'

/** The file as it came, refused and doubtful cells coloured, each with what is wrong and the cure. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const files = await listImportFiles(db, params.importId)
    const file = files.find(f => String(f.position) === params.position)
    if (!file?.judgement) throw notFound('Berkas dalam kiriman')
    const source = await readSourceFile(db, file)
    if (!source) throw notFound('Berkas dalam kiriman')
    const { judgement } = file
    const bytes = await markedWorkbook(
      {
        file: file.name,
        kind: judgement.kind,
        kindSaid: judgement.kindSaid,
        sheets: judgement.sheets,
        notes: judgement.notes,
        dataRows: judgement.counts.rows,
        accepted: [],
        provided: {},
        rejected: judgement.rejected,
        skipped: judgement.skipped,
        warnings: judgement.warnings,
        ...(judgement.refused ? { refused: judgement.refused } : {}),
      },
      source.bytes,
    )
    const name = `${(file.name.split('/').pop() ?? file.name).replace(/\.[^.]+$/, '')}-bertanda.xlsx`
    return new Response(Buffer.from(bytes), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    })
  })
