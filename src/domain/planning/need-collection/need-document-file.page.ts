import { sql } from '#platform/database/database.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { workbookTypes, writeWorkbook } from '#platform/document/write-workbook.ts'
import { Refusal } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { findDocument, listDocumentRows } from './document.store.ts'
import { documentFigures } from './document-figures.ts'
import { documentKindWords } from './need-collection-words.ts'
import { documentReport, documentSheet, sipkaSheets } from './need-document.document.ts'

/** Rows a paper holds at most; more are printed unit by unit. */
const longestPaper = 2500

/** A frozen plan as Excel, OpenDocument, tagged PDF, or rows shaped for the national service. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const document = await findDocument(db, params.documentId)
    if (!document) throw errors.collection.documentNotFound()
    const unit = query.get('unit') || null
    const rows = await listDocumentRows(db, document.id, { unit: unit ?? undefined })
    const name = `${documentKindWords[document.kind]}-${document.year_from}-versi-${document.version}`
    const send = (bytes: Uint8Array, type: string, file: string) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          'Content-Type': type,
          'Content-Disposition': `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${file}"`,
          'Cache-Control': 'private, no-store',
        },
      })
    switch (query.get('bentuk')) {
      case 'ods':
        return send(await writeWorkbook([documentSheet(document, rows)], 'ods'), workbookTypes.ods, `${name}.ods`)
      case 'sipka':
        return send(await writeWorkbook(sipkaSheets(document, rows), 'xlsx'), workbookTypes.xlsx, `${name}-sipka.xlsx`)
      case 'pdf': {
        if (rows.length > longestPaper)
          throw new Refusal(
            'planning.collection.paper-too-long',
            'Dokumen ini terlalu panjang untuk satu PDF. Saring satu unit, lalu unduh.',
          )
        const agency = await db.find<{ name: string }>(
          sql`select name from platform.v_agencies where agency_id = ${actor.agencyId}`,
        )
        const report = documentReport(document, rows, documentFigures(document, rows, on), {
          agency: agency?.name ?? 'Instansi',
          on,
          by: actor.name,
          unit,
        })
        return send(await renderPdf('report', report), 'application/pdf', `${name}.pdf`)
      }
      default:
        return send(await writeWorkbook([documentSheet(document, rows)], 'xlsx'), workbookTypes.xlsx, `${name}.xlsx`)
    }
  })
