import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { kindSaid } from '../workbook/table/tables.ts'
import { type TemplateKind, templateWorkbook } from '../workbook/template-workbook.ts'
import { csvText } from './csv-text.ts'
import { exports } from './export.store.ts'

const attachment = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
})

/** One export as CSV, or an empty workbook to fill in (`templat-…`). */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const template = /^templat-(.+)$/.exec(params.kind)?.[1]
    if (template && template in kindSaid && !template.startsWith('siasn'))
      return new Response(Buffer.from(await templateWorkbook(template as TemplateKind)), {
        headers: attachment(
          `templat-${template}.xlsx`,
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ),
      })
    const wanted = Object.hasOwn(exports, params.kind) ? exports[params.kind] : null
    if (!wanted) throw notFound('Berkas ekspor')
    return new Response(csvText(wanted.head, await wanted.rows(db)), {
      headers: attachment(`${params.kind}-${on}.csv`, 'text/csv; charset=utf-8'),
    })
  })
